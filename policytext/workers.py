"""Processes that take tasks, answer each, and are replaced when they die.

A worker gets its tasks through a pipe and answers them in order. When its process dies, another one is started and
gets the tasks that were not answered. Workers end when their parent does, however that ends.

The commands' ``--jobs`` answers in the order of the inputs (`answer_in_order`), a corpus run takes each answer as soon
as it is there (`answer_as_ready`).
"""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any

from policytext.errors import ConfigError
from policytext.worker_process import Start, enter_worker

#: Tasks that are handed over at once in `answer_in_order`, and how many of these lots before the first is answered.
_LOT, _AHEAD = 8, 2
#: How often in a row a process may die before it is ready.
_TRIES = 3
#: What a process sends when it is ready.
_READY = None


class WorkerDiedError(Exception):
    """The process of a worker has died before it answered."""


class Worker:
    """A process and the tasks that it has not answered.

    Args:
        start: what the process does: called with its end of the pipe and `arguments`, it calls `serve`.
        arguments: what it needs for that.
    """

    def __init__(self, start: Start, *arguments: Any) -> None:
        self._start, self._arguments = start, arguments
        self.tasks: deque[Any] = deque()
        self._failed_starts = 0
        self._launch()

    def _launch(self) -> None:
        from multiprocessing import get_context

        spawn = get_context("spawn")
        self._ready = False
        self.pipe, far = spawn.Pipe()
        self._process = spawn.Process(
            target=enter_worker, args=(self._start, far, os.getpid(), *self._arguments), daemon=True
        )
        self._process.start()
        far.close()

    def give(self, task: Any) -> None:
        """Hand a task over."""
        self.tasks.append(task)
        self._send(task)

    def _send(self, task: Any) -> None:
        with suppress(OSError):  # a process that has died is noticed when its answer is awaited
            self.pipe.send(task)

    def is_ready(self) -> bool:
        """Whether the process has begun; waits until it reports so.

        Raises:
            WorkerDiedError: it has died instead.
        """
        if not self._ready:
            self._receive()
            self._ready, self._failed_starts = True, 0
        return self._ready

    def answer(self) -> Any:
        """The answer to the first task; waits for it.

        Raises:
            WorkerDiedError: the process has died; the task is still the first.
        """
        self.is_ready()
        found = self._receive()
        self.tasks.popleft()
        return found

    def news(self) -> Any:
        """What the pipe holds: the answer to the first task, or None from a process that is ready now.

        Raises:
            WorkerDiedError: the process has died; the task is still the first.
        """
        if not self._ready:
            self.is_ready()
            return None
        return self.answer()

    def _receive(self) -> Any:
        try:
            return self.pipe.recv()
        except (EOFError, OSError):
            raise WorkerDiedError from None

    def restart(self) -> None:
        """Start another process for the tasks that were not answered.

        Raises:
            ConfigError: no process gets ready.
        """
        self.end()
        if not self._ready:
            self._failed_starts += 1
            if self._failed_starts > _TRIES:
                raise ConfigError("worker-cannot-start")
        self._launch()
        for task in self.tasks:
            self._send(task)

    def end(self) -> None:
        """End the process, whatever it does."""
        self.pipe.close()
        self._process.kill()
        self._process.join()


def answer_in_order(
    tasks: Iterator[Any], workers: Sequence[Worker], crashed: Callable[[Any], Any]
) -> Iterator[tuple[Any, Any]]:
    """Each task with its answer, in the order of the tasks.

    Args:
        tasks: the tasks, taken as they are needed; a worker gets them as lists and answers with a list.
        workers: the workers, which are ended at last.
        crashed: the answer to a task over which a process dies.

    Raises:
        ConfigError: no process gets ready.
    """
    given: deque[tuple[list[Any], Worker]] = deque()
    turn = 0
    try:
        while True:
            while len(given) < _AHEAD * len(workers) and (lot := list(islice(tasks, _LOT))):
                worker = workers[turn % len(workers)]
                worker.give(lot)
                given.append((lot, worker))
                turn += 1
            if not given:
                return
            lot, worker = given.popleft()
            yield from zip(lot, _answers(worker, lot, crashed), strict=True)
    finally:
        for worker in workers:
            worker.end()


def _answers(worker: Worker, lot: list[Any], crashed: Callable[[Any], Any]) -> list[Any]:
    """The answers to a worker's first lot. If its process dies over it, each task is handed over again by itself, so
    that only the guilty one is lost.
    """
    try:
        found: list[Any] = worker.answer()
        return found
    except WorkerDiedError:
        worker.tasks.popleft()
        alone = [] if len(lot) == 1 else [[task] for task in lot]
        worker.tasks.extendleft(reversed(alone))
        worker.restart()
    if not alone:
        return [crashed(lot[0])]
    return [answer for single in alone for answer in _answers(worker, single, crashed)]


def answer_as_ready(tasks: Iterator[Any], workers: Sequence[Worker]) -> Iterator[Any]:
    """The answer to each task, in whatever order they come.

    A worker has one task at a time, and its next process gets the same task again: who answers must know how often it
    was tried.

    Args:
        tasks: the tasks, taken as they are needed.
        workers: the workers, which are ended at last.

    Yields:
        An answer, or None if there was none for a second.

    Raises:
        ConfigError: no process gets ready.
    """
    ready: deque[Any] = deque()
    try:
        while True:
            for worker in workers:
                # One is prepared for each worker that asks next.
                ready.extend(islice(tasks, len(workers) - len(ready)))
                if not worker.tasks and ready:
                    worker.give(ready.popleft())
            ready.extend(islice(tasks, len(workers) - len(ready)))
            if not any(worker.tasks for worker in workers):
                return
            found = _news(workers)
            yield from found or (None,)
    finally:
        for worker in workers:
            worker.end()


def _news(workers: Sequence[Worker]) -> list[Any]:
    """The answers of the next second; workers that have died are at work again."""
    from multiprocessing import connection

    by_pipe: dict[Any, Worker] = {worker.pipe: worker for worker in workers}
    found = []
    for pipe in connection.wait(list(by_pipe), timeout=1.0):
        try:
            answer = by_pipe[pipe].news()
        except WorkerDiedError:
            by_pipe[pipe].restart()
        else:
            if isinstance(answer, BaseException):
                raise answer
            if answer is not None:
                found.append(answer)
    return found


def serve(pipe: Any, answer: Callable[[Any], Any]) -> None:
    """Answer the tasks that come through a pipe, until its other end is closed."""
    with suppress(EOFError, OSError):
        pipe.send(_READY)
        while True:
            pipe.send(answer(pipe.recv()))
