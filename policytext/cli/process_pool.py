"""Several processes for one command, their answers in the order of the inputs.

A worker runs the same command line up to the point where inputs would be read; from there on it answers for the inputs
that it is handed. So a command says nothing of processes, and works with them on every system.
"""

import gc
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from policytext.errors import PolicytextError, ReadError
from policytext.formats import Result

#: Inputs that are handed over at once, and how often before the first of them is done.
_BATCH, _AHEAD = 8, 2
#: What the program was called with.
arguments: Sequence[str] = ()
#: In a worker, what inputs come by.
_wire: Any = None

Answer = Callable[[str | PolicytextError], Iterator[Result]]
Batch = list[str | PolicytextError]


def is_worker() -> bool:
    """Whether this process is one of several."""
    return _wire is not None


def serve(answer: Answer) -> None:
    """Answer for the inputs that come, until nobody is there any more."""
    try:
        while True:
            batch = _wire.recv()
            # A view of a dictionary can't be sent.
            _wire.send([[one._replace(parts=dict(one.parts)) for one in answer(name)] for name in batch])
    except (EOFError, OSError):
        return


def answers(
    names: Iterator[str | PolicytextError], jobs: int
) -> Iterator[tuple[str | PolicytextError, list[Result]]]:
    """Each input with its results, in order.

    Args:
        names: the inputs.
        jobs: how many processes work at them.
    """
    crew = [_AnswerWorker() for _ in range(jobs)]
    pending: deque[tuple[Batch, _AnswerWorker]] = deque()
    turn = 0
    try:
        while True:
            while len(pending) < _AHEAD * jobs and (batch := list(islice(names, _BATCH))):
                crew[turn % jobs].take(batch)
                pending.append((batch, crew[turn % jobs]))
                turn += 1
            if not pending:
                return
            batch, worker = pending.popleft()
            yield from zip(batch, worker.done(batch), strict=True)
    finally:
        for worker in crew:
            worker.end()


class _AnswerWorker:
    """A process that answers for inputs."""

    def __init__(self) -> None:
        self._given: deque[Batch] = deque()
        self._start()

    def _start(self) -> None:
        from multiprocessing import get_context

        spawn = get_context("spawn")
        self._near, far = spawn.Pipe()
        self._process = spawn.Process(target=_work, args=(far, tuple(arguments), os.getpid()), daemon=True)
        self._process.start()
        far.close()

    def take(self, batch: Batch) -> None:
        """Hand inputs over."""
        self._given.append(batch)
        try:
            self._near.send(batch)
        except OSError:  # it has died, which is found out when its answer is waited for
            return

    def done(self, batch: Batch) -> list[list[Result]]:
        """The results of the inputs that were handed over first; faults if the process died over them."""
        self._given.popleft()
        try:
            found: list[list[Result]] = self._near.recv()
        except (EOFError, OSError):
            self.end()
            self._start()
            rest, self._given = self._given, deque()
            for one in rest:
                self.take(one)
            return [[_lost(name)] for name in batch]
        return found

    def end(self) -> None:
        """End the process."""
        self._near.close()
        self._process.kill()
        self._process.join()


def _lost(name: str | PolicytextError) -> Result:
    path = name.path if isinstance(name, PolicytextError) else name
    return Result(path=path, error=ReadError("crashed", path=path, count=1))


def _work(wire: Any, given: Sequence[str], parent: int) -> None:
    """What a worker does."""
    global _wire
    import signal

    from policytext.cli.app import run
    from policytext.corpus.limits import die_with

    _wire = wire
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told too, and ends us
    die_with(parent)
    gc.set_threshold(500_000, 50, 50)
    # What is wrong with rules or settings the parent has said already.
    sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    run(given)
