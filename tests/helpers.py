"""Helpers that all tests share: the project's folders, and the program run as a user runs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from policytext.cli.app import run

ROOT = Path(__file__).resolve().parents[1]
#: The example texts, without the outlines that stand beside them.
EXAMPLES = tuple(
    path for path in sorted((ROOT / "examples").glob("*.txt")) if not path.name.endswith(".outline.txt")
)
PROGRAM = (sys.executable, "-m", "policytext")

Capture = pytest.CaptureFixture[str]
Completed = subprocess.CompletedProcess[str]


def environment(**variables: str) -> dict[str, str]:
    """The variables of a subprocess: those of this process, where ``conftest.py`` has removed the user's, and `variables`."""
    return {**os.environ, **variables}


def run_process(
    *command: object, cwd: Path | None = None, env: dict[str, str] | None = None, timeout: float = 300
) -> Completed:
    """Run a command with nothing on standard input; its output is decoded as UTF-8."""
    return subprocess.run(
        [*map(str, command)],
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )


def run_program(*arguments: object, cwd: Path | None = None, env: dict[str, str] | None = None) -> Completed:
    """Run ``policytext`` in a process of its own."""
    return run_process(*PROGRAM, *arguments, cwd=cwd, env=env)


def run_python(
    code: str, *arguments: object, cwd: Path | None = None, env: dict[str, str] | None = None
) -> Completed:
    """Run Python code in a process of its own."""
    return run_process(sys.executable, "-c", code, *arguments, cwd=cwd, env=env)


def answer(capfd: Capture, *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of ``policytext``, run in this process, which is quicker."""
    code = run([*arguments])
    shown = capfd.readouterr()
    return code, shown.out, shown.err


def output(capfd: Capture, *arguments: str) -> str:
    """Standard output of a command that ends well."""
    code, out, err = answer(capfd, *arguments)
    assert code == 0, err
    return out
