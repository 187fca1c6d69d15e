"""The same shard function mapped by Dask: on this machine, or wherever a scheduler's workers are.

Dask starts workers, moves tasks, and does again what a dead worker had; the journals keep a document that kills
workers from being tried for ever. Workers need this program in the same version, the same rules, and the inputs and
the output folder under the same names.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

from policytext.corpus.run_folder import DoneShard
from policytext.corpus.shard_runner import Order, run_shard
from policytext.corpus.shards import Shard
from policytext.errors import ConfigError

#: Shards that are handed in for each thread of the cluster, so that none waits for the next.
_AHEAD = 3


def run(
    order: Order, shards: Iterator[Shard], jobs: int, scheduler: str | None = None
) -> Iterator[DoneShard | None]:
    """Do all shards, in whatever order they end.

    Args:
        order: the job, its folder and its limits.
        shards: the shards, planned as they are needed.
        jobs: how many workers to start on this machine where no scheduler is named.
        scheduler: the address of a scheduler.

    Yields:
        What is done, or None when nothing was for a second.

    Raises:
        ConfigError: Dask is not installed, the scheduler does not answer, or a worker can't go on.
    """
    try:
        import distributed
    except ImportError:
        raise ConfigError("needs-extra", name="distributed", extra="dask") from None
    with ExitStack() as stack:
        client = _open_client(distributed, stack, jobs, scheduler)
        yield from _run_shards(distributed, client, order, shards)


def _open_client(distributed: Any, stack: ExitStack, jobs: int, scheduler: str | None) -> Any:
    import logging

    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    if scheduler is None:
        cluster = distributed.LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
            # Each document has its own limit; what a worker holds of tables is bounded.
            memory_limit=0,
        )
        scheduler = stack.enter_context(cluster)
    try:
        return stack.enter_context(distributed.Client(scheduler))
    except (OSError, ValueError, TypeError) as error:
        raise ConfigError("no-scheduler", name=scheduler, reason=" ".join(str(error).split())[:120]) from None


def _run_shards(
    distributed: Any, client: Any, order: Order, shards: Iterator[Shard]
) -> Iterator[DoneShard | None]:
    """Run the shards on the cluster, a few more at a time than it has threads."""
    waiting: dict[Any, Shard] = {}
    tries = 0
    # Others may use the same scheduler.
    run_id = os.urandom(4).hex()
    while True:
        while len(waiting) < _AHEAD * max(_count_threads(client), 1):
            shard = next(shards, None)
            if shard is None:
                break
            waiting[_submit(client, order, shard, run_id)] = shard
        if not waiting:
            return
        try:
            ended = distributed.wait(list(waiting), timeout=1.0, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            yield None
            continue
        for future in ended:
            shard = waiting.pop(future)
            fault = future.exception()
            if fault is None:
                yield future.result()
            elif isinstance(fault, distributed.KilledWorker):
                # The journal skips the document that did it, or gives the shard up.
                tries += 1
                waiting[_submit(client, order, shard, f"{run_id}-{tries}")] = shard
            else:
                raise fault


def _submit(client: Any, order: Order, shard: Shard, mark: str) -> Any:
    return client.submit(run_shard, order, shard, key=f"policytext-{shard.number:06d}-{mark}", pure=False)


def _count_threads(client: Any) -> int:
    return sum(client.nthreads().values())
