"""``--jobs``: several processes for one command, their results in the order of the inputs.

A worker runs the same command line up to the point where inputs would be read; from there on it answers for the inputs
that it gets. So no command knows of processes, and all of them work on every system.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from policytext.errors import PolicytextError, ReadError
from policytext.formats import FileResult

Input = str | PolicytextError
Run = Callable[[Sequence[str]], object]

#: What runs the command line, and what the program was called with.
_command_line: tuple[Run, Sequence[str]] | None = None
#: In a worker, the pipe that inputs come through.
_pipe: Any = None


def set_command_line(run: Run, arguments: Sequence[str]) -> None:
    """Keep what a worker must run."""
    global _command_line
    _command_line = run, tuple(arguments)


def is_worker() -> bool:
    """Whether this process is a worker."""
    return _pipe is not None


def serve(answer: Callable[[Input], Iterator[FileResult]]) -> None:
    """Answer for the inputs that the worker gets, until its parent ends."""
    from policytext import workers

    def answers(inputs: Sequence[Input]) -> list[list[FileResult]]:
        # A view of a dictionary can't be sent.
        return [[result._replace(parts=dict(result.parts)) for result in answer(name)] for name in inputs]

    workers.serve(_pipe, answers)


def answer_all(names: Iterator[Input], jobs: int) -> Iterator[tuple[Input, list[FileResult]]]:
    """Each input with its results, in order.

    Args:
        names: the inputs.
        jobs: how many processes answer.

    Raises:
        ConfigError: no process can start.
    """
    from policytext.workers import Worker, answer_in_order

    assert _command_line is not None
    crew = [Worker(_run_worker, *_command_line) for _ in range(jobs)]
    yield from answer_in_order(names, crew, _make_crash_result)


def _make_crash_result(name: Input) -> list[FileResult]:
    path = name.path if isinstance(name, PolicytextError) else name
    return [FileResult(path=path, error=ReadError("crashed", path=path, count=1))]


def _run_worker(pipe: Any, run: Run, arguments: Sequence[str]) -> None:
    """What a worker does."""
    global _pipe
    _pipe = pipe
    # The parent has reported what is wrong with rules or settings.
    sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    run(arguments)
