"""``--jobs``: several processes for one command, their results in the order of the inputs.

A worker runs the same command line up to the point where inputs would be read. From there on it answers the inputs that
its parent sends. So the commands contain no code for processes, and `--jobs` works on every system.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from policytext.errors import PolicytextError, ReadError
from policytext.formats import FileResult

Input = str | PolicytextError
Run = Callable[[Sequence[str]], object]

#: The function that runs a command line, and the arguments of the program.
_command_line: tuple[Run, Sequence[str]] | None = None
#: In a worker, the pipe that inputs come through.
_pipe: Any = None


def set_command_line(run: Run, arguments: Sequence[str]) -> None:
    """Set the command line that each worker runs."""
    global _command_line
    _command_line = run, tuple(arguments)


def is_worker() -> bool:
    """Return whether this process is a worker."""
    return _pipe is not None


def serve(answer: Callable[[Input], Iterator[FileResult]]) -> None:
    """Answer the inputs that the parent sends, until it ends."""
    from policytext import workers

    def answers(inputs: Sequence[Input]) -> list[list[FileResult]]:
        # A view of a dictionary can't be sent.
        return [[result._replace(parts=dict(result.parts)) for result in answer(name)] for name in inputs]

    workers.serve(_pipe, answers)


def answer_all(names: Iterator[Input], jobs: int) -> Iterator[tuple[Input, list[FileResult]]]:
    """Yield each input with its results, in order.

    Args:
        names: the inputs.
        jobs: the number of processes.

    Raises:
        ConfigError: no process can start.
    """
    from policytext.workers import Worker, answer_in_order

    assert _command_line is not None
    processes = [Worker(_run_worker, *_command_line) for _ in range(jobs)]
    yield from answer_in_order(names, processes, _make_crash_result)


def _make_crash_result(name: Input) -> list[FileResult]:
    path = name.path if isinstance(name, PolicytextError) else name
    return [FileResult(path=path, error=ReadError("crashed", path=path, count=1))]


def _run_worker(pipe: Any, run: Run, arguments: Sequence[str]) -> None:
    """Run the command line in a worker."""
    global _pipe
    _pipe = pipe
    # The parent has reported what is wrong with rules or settings.
    sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    run(arguments)
