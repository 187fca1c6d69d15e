"""Worker processes that answer tasks and are replaced when they die.

A worker gets its tasks through a pipe and answers them in order. When its process dies, another one is started and
gets the tasks that were not answered. Workers end when their parent does, however that ends.

``--jobs`` needs the answers in the order of the inputs (`answer_in_order`); a corpus run takes each answer as soon as it
is ready (`answer_as_ready`).
"""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any

from policytext.errors import ConfigError
from policytext.worker_process import Start, enter_worker

#: The tasks in a batch of `answer_in_order`, and the batches that each worker has in advance.
_BATCH, _AHEAD = 8, 2
#: The number of times in a row that a process may die before it is ready.
_TRIES = 3
#: The message of a process that is ready.
_READY = None


class WorkerDiedError(Exception):
    """The process of a worker has died before it answered."""


class Worker:
    """A process and the tasks that it has not answered.

    Args:
        start: the function that the process runs; it gets an end of the pipe and `arguments`, and calls `serve`.
        arguments: the other arguments of `start`.
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
        """Send a task to the process."""
        self.tasks.append(task)
        self._send(task)

    def _send(self, task: Any) -> None:
        with suppress(OSError):  # a process that has died is noticed when its answer is awaited
            self.pipe.send(task)

    def is_ready(self) -> bool:
        """Wait until the process is ready.

        Raises:
            WorkerDiedError: it has died instead.
        """
        if not self._ready:
            self._receive()
            self._ready, self._failed_starts = True, 0
        return self._ready

    def answer(self) -> Any:
        """Wait for the answer to the first task, and return it.

        Raises:
            WorkerDiedError: the process has died; the task is still the first.
        """
        self.is_ready()
        found = self._receive()
        self.tasks.popleft()
        return found

    def receive(self) -> Any:
        """Return the answer to the first task, or None if the process has only become ready.

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
            ConfigError: no process becomes ready.
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
        """End the process at once."""
        self.pipe.close()
        self._process.kill()
        self._process.join()


def answer_in_order(
    tasks: Iterator[Any], workers: Sequence[Worker], crashed: Callable[[Any], Any]
) -> Iterator[tuple[Any, Any]]:
    """Yield each task with its answer, in the order of the tasks.

    Args:
        tasks: the tasks, taken as they are needed; a worker gets them as lists and answers with a list.
        workers: the workers, which are ended afterwards.
        crashed: the answer to a task over which a process dies.

    Raises:
        ConfigError: no process becomes ready.
    """
    given: deque[tuple[list[Any], Worker]] = deque()
    turn = 0
    try:
        while True:
            while len(given) < _AHEAD * len(workers) and (batch := list(islice(tasks, _BATCH))):
                worker = workers[turn % len(workers)]
                worker.give(batch)
                given.append((batch, worker))
                turn += 1
            if not given:
                return
            batch, worker = given.popleft()
            yield from zip(batch, _answers(worker, batch, crashed), strict=True)
    finally:
        for worker in workers:
            worker.end()


def _answers(worker: Worker, batch: list[Any], crashed: Callable[[Any], Any]) -> list[Any]:
    """Return the answers to the first batch of a worker.

    If the process dies, each task is sent again by itself, so that only the one that kills the process has no answer.
    """
    try:
        found: list[Any] = worker.answer()
        return found
    except WorkerDiedError:
        worker.tasks.popleft()
        alone = [] if len(batch) == 1 else [[task] for task in batch]
        worker.tasks.extendleft(reversed(alone))
        worker.restart()
    if not alone:
        return [crashed(batch[0])]
    return [answer for single in alone for answer in _answers(worker, single, crashed)]


def answer_as_ready(tasks: Iterator[Any], workers: Sequence[Worker]) -> Iterator[Any]:
    """Yield the answer to each task as soon as it is ready.

    A worker has one task at a time. If its process dies, the next one gets the same task; the task must limit its own
    attempts.

    Args:
        tasks: the tasks, taken as they are needed.
        workers: the workers, which are ended afterwards.

    Yields:
        An answer, or None if there was none for a second.

    Raises:
        ConfigError: no process becomes ready.
    """
    ready: deque[Any] = deque()
    try:
        while True:
            for worker in workers:
                # One task is ready in advance for each worker.
                ready.extend(islice(tasks, len(workers) - len(ready)))
                if not worker.tasks and ready:
                    worker.give(ready.popleft())
            ready.extend(islice(tasks, len(workers) - len(ready)))
            if not any(worker.tasks for worker in workers):
                return
            found = _receive_answers(workers)
            yield from found or (None,)
    finally:
        for worker in workers:
            worker.end()


def _receive_answers(workers: Sequence[Worker]) -> list[Any]:
    """Return the answers of the next second; restart workers that have died."""
    from multiprocessing import connection

    by_pipe: dict[Any, Worker] = {worker.pipe: worker for worker in workers}
    found = []
    for pipe in connection.wait(list(by_pipe), timeout=1.0):
        try:
            answer = by_pipe[pipe].receive()
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
