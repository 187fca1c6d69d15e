"""A small corpus, and runs over it as a user starts them."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.helpers import EXAMPLES, PROGRAM, ROOT, Capture, Completed, answer, run_program
from tests.helpers import environment as variables

pytest.importorskip("pyarrow")


# What a text can do to the process that reads it, by a word in it. Python runs this file when it starts.
TROUBLE = """
import os, re, signal, sys, time
from policytext import outliner
_parse = outliner.parse
def parse(source):
    if "这份让进程崩溃" in source.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "这份永远读不完" in source.text:
        re.match(r"(a+)+$", "a" * 60 + "b")
    if "这份要很多内存" in source.text:
        [bytes(10**8) for _ in range(40)]
    if "这份出错" in source.text:
        raise RuntimeError("broken")
    if os.environ.get("SLOW"):
        time.sleep(float(os.environ["SLOW"]))
    return _parse(source)
outliner.parse = parse
"""

Run = Callable[..., Completed]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a run but its manifest, by its name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "run.json"
    }


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of texts: the examples four times, each time with another year."""
    folder = tmp_path_factory.mktemp("texts")
    for turn in range(4):
        for example in EXAMPLES:
            text = example.read_text(encoding="utf-8").replace("2032", f"203{turn}")
            (folder / f"{turn}-{example.name}").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """Variables for a process that speaks English."""
    return variables(POLICYTEXT_LANG="en")


@pytest.fixture(scope="session")
def troubled(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The same where some texts end, stop or fill the process that reads them."""
    folder = tmp_path_factory.mktemp("trouble")
    (folder / "sitecustomize.py").write_text(TROUBLE, encoding="utf-8")
    return {**environment, "PYTHONPATH": os.pathsep.join((str(folder), str(ROOT)))}


@pytest.fixture(scope="session")
def policytext(environment: dict[str, str]) -> Run:
    """Run the program in a process of its own."""

    def run(*arguments: object, env: dict[str, str] | None = None) -> Completed:
        return run_program(*arguments, env=env or environment)

    return run


@pytest.fixture
def here(capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program in this process, which is quicker: for what needs no workers."""
    monkeypatch.setenv("POLICYTEXT_LANG", "en")

    def run(*arguments: object) -> Completed:
        words = [*map(str, arguments)]
        return Completed(words, *answer(capfd, *words))

    return run


@pytest.fixture
def started(environment: dict[str, str]) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start the program and go on; whatever is left of it is ended at last."""
    running: list[subprocess.Popen[str]] = []

    def start(*arguments: object, env: dict[str, str] | None = None) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [*PROGRAM, *map(str, arguments)],
            env=env or environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        running.append(process)
        return process

    yield start
    for process in running:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


@pytest.fixture(scope="session")
def outlined(texts: Path, policytext: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over all texts for their outline alone, which starts quickly."""
    out = tmp_path_factory.mktemp("outlined") / "out"
    done = policytext(
        "corpus", "run", texts, "-o", out, "--jobs", 1, "--shard-size", "8kB", "--what", "outline"
    )
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="session")
def whole(texts: Path, policytext: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over all texts that nothing disturbed."""
    out = tmp_path_factory.mktemp("whole") / "out"
    done = policytext("corpus", "run", texts, "-o", out, "--jobs", 1, "--shard-size", "8kB")
    assert done.returncode == 0, done.stderr
    return out
