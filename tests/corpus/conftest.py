"""A small corpus, and runs over it as a user starts them."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").glob("*.txt") if ".outline." not in path.name)

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

Run = Callable[..., subprocess.CompletedProcess[str]]


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
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Variables for a process: nobody's settings, a cache of its own."""
    cache = tmp_path_factory.getbasetemp() / "rule-cache"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("POLICYTEXT_")}
    return {**kept, "PYTHONPATH": str(ROOT), "POLICYTEXT_CACHE": str(cache), "POLICYTEXT_LANG": "en"}


@pytest.fixture(scope="session")
def troubled(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The same where some texts end, stop or fill the process that reads them."""
    folder = tmp_path_factory.mktemp("trouble")
    (folder / "sitecustomize.py").write_text(TROUBLE, encoding="utf-8")
    return {**environment, "PYTHONPATH": os.pathsep.join((str(folder), str(ROOT)))}


@pytest.fixture(scope="session")
def policytext(environment: dict[str, str]) -> Run:
    """Run the program in a process of its own."""

    def run(*arguments: object, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "policytext", *map(str, arguments)],
            env=env or environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )

    return run


@pytest.fixture
def here(
    environment: dict[str, str], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Run:
    """Run the program in this process, which is quicker: for what needs no workers."""
    from policytext.cli.app import run as program

    for name in [*os.environ]:
        if name.startswith("POLICYTEXT_"):
            monkeypatch.delenv(name)
    for name in ("POLICYTEXT_CACHE", "POLICYTEXT_LANG"):
        monkeypatch.setenv(name, environment[name])

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        given = [*map(str, arguments)]
        code = program(given)
        said = capfd.readouterr()
        return subprocess.CompletedProcess(given, code, said.out, said.err)

    return run


@pytest.fixture
def started(environment: dict[str, str]) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start the program and go on; whatever is left of it is ended at last."""
    running: list[subprocess.Popen[str]] = []

    def start(*arguments: object, env: dict[str, str] | None = None) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "policytext", *map(str, arguments)],
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
