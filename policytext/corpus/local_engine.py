"""The shards of a run in processes on this machine, which needs nothing installed.

A worker that dies is replaced, and its shard is tried again; the shard's journal knows what happened.
"""

from collections.abc import Iterator
from typing import Any

from policytext.corpus.run_folder import DoneShard
from policytext.corpus.shard_runner import Order, run_shard
from policytext.corpus.shards import Shard
from policytext.workers import Worker, answer_as_ready, serve


def run(order: Order, shards: Iterator[Shard], jobs: int) -> Iterator[DoneShard | None]:
    """Do all shards, in whatever order they end.

    Args:
        order: the job, its folder and its limits.
        shards: the shards, planned as they are needed.
        jobs: how many processes.

    Yields:
        A shard that is done, or None if none was done for a second.

    Raises:
        ConfigError: a worker can't go on: nothing can be written, or its rules are others.
    """
    return answer_as_ready(shards, [Worker(_start, order) for _ in range(jobs)])


def _start(pipe: Any, order: Order) -> None:
    """Serve shards in a worker."""

    def answer(shard: Shard) -> DoneShard | Exception:
        try:
            return run_shard(order, shard)
        except Exception as error:
            return error

    serve(pipe, answer)
