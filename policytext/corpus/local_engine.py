"""The shards of a run in processes on this machine: nothing to install, and whatever dies is replaced.

The parent hands a shard to each worker and waits. A worker that dies is started anew and gets the same shard again;
its journal knows what happened. Workers end when their parent does, however that ends.
"""

import contextlib
import gc
import os
import signal
from collections import deque
from collections.abc import Iterator
from multiprocessing import connection, get_context
from typing import Any

from policytext.corpus.limits import die_with
from policytext.corpus.run_folder import DoneShard
from policytext.corpus.shard_runner import Order, run_shard
from policytext.corpus.shards import Shard
from policytext.errors import ConfigError

_SPAWN = get_context("spawn")
#: How often in a row a worker may die before it has begun.
_TRIES = 3


def run(order: Order, shards: Iterator[Shard], jobs: int) -> Iterator[DoneShard | None]:
    """Do all shards, in whatever order they end.

    Args:
        order: the job, its folder and its limits.
        shards: the shards, planned as they are needed.
        jobs: how many processes.

    Yields:
        What is done, or None when nothing was for a second.

    Raises:
        ConfigError: a worker can't go on: nothing can be written, or its rules are others.
    """
    crew = [_ShardWorker(order) for _ in range(jobs)]
    ready: deque[Shard] = deque()
    try:
        while True:
            _fill(ready, shards, jobs)
            for worker in crew:
                if worker.shard is None and ready:
                    worker.take(ready.popleft())
                    _fill(ready, shards, jobs)
            if not any(worker.shard for worker in crew):
                return
            found = _news(crew)
            yield from found or (None,)
    finally:
        for worker in crew:
            worker.end()


def _fill(ready: deque[Shard], shards: Iterator[Shard], most: int) -> None:
    """Have a shard ready for each worker that asks next."""
    while len(ready) < most:
        shard = next(shards, None)
        if shard is None:
            return
        ready.append(shard)


def _news(crew: list["_ShardWorker"]) -> list[DoneShard]:
    """What workers report within a second; those that died are at work again."""
    by_wire: dict[Any, _ShardWorker] = {worker.wire: worker for worker in crew}
    found = []
    for wire in connection.wait(list(by_wire), timeout=1.0):
        done = by_wire[wire].heard()
        if done is not None:
            found.append(done)
    return found


class _ShardWorker:
    """A process, and the shard that it has."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self.shard: Shard | None = None
        self._stillborn = 0
        self._start()

    def _start(self) -> None:
        self._alive = False
        self.wire, far = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_serve, args=(far, self._order, os.getpid()), daemon=True)
        self._process.start()
        far.close()

    def take(self, shard: Shard) -> None:
        """Have it do a shard."""
        self.shard = shard
        # A worker that has just died is found out when its answer is waited for.
        with contextlib.suppress(OSError):
            self.wire.send(shard)

    def heard(self) -> DoneShard | None:
        """Its answer; None if it has died, when another one is at work in its place."""
        try:
            answer = self.wire.recv()
        except (EOFError, OSError):
            self.end()
            self._stillborn = 0 if self._alive else self._stillborn + 1
            if self._stillborn > _TRIES:
                raise ConfigError("worker-cannot-start") from None
            self._start()
            if self.shard is not None:
                self.take(self.shard)
            return None
        if answer is None:
            self._alive = True
            return None
        if isinstance(answer, BaseException):
            raise answer
        self.shard = None
        found: DoneShard = answer
        return found

    def end(self) -> None:
        """End the process, whatever it does."""
        self.wire.close()
        self._process.kill()
        self._process.join()


def _serve(wire: Any, order: Order, parent: int) -> None:
    """What a worker does until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told too, and ends us
    die_with(parent)
    # Marks are millions of small objects without circles; looking for some takes a tenth of the time.
    gc.set_threshold(500_000, 50, 50)
    try:
        wire.send(None)
        while True:
            shard = wire.recv()
            try:
                answer: Any = run_shard(order, shard)
            except Exception as error:
                answer = error
            wire.send(answer)
    except (EOFError, OSError):
        return
