"""A document that takes too long fails in one line, and the others go on."""

import os
import re
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import pytest

from policytext.cli.time_limits import TimeIsUp, TimeLimit
from tests.helpers import Capture, Completed, environment, run_program

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there is no limit without a timer")

# Python runs this file when it starts: one text, by a word in it, never ends.
TROUBLE = """
import re
from policytext import outliner
_parse = outliner.parse
def parse(source):
    if "这份永远读不完" in source.text:
        try:
            re.match(r"(a+)+$", "a" * 60 + "b")
        except Exception:
            pass
    return _parse(source)
outliner.parse = parse
"""


def busy() -> NoReturn:
    while True:
        pass


def swallowing() -> None:
    class Deaf:
        def __del__(self) -> None:
            busy()

    Deaf()
    busy()


def accusing() -> None:
    while True:
        try:
            busy()
        except Exception:  # as somebody on the way may do
            continue


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(busy, id="a loop"),
        pytest.param(lambda: re.match(r"(a+)+$", "a" * 60 + "b"), id="an exponential pattern"),
        pytest.param(lambda: re.search(r"\s+$", " " * 1_000_000 + "x"), id="a quadratic pattern"),
        pytest.param(accusing, id="work that takes every exception for its own"),
        pytest.param(
            swallowing,
            id="a destructor, whose exceptions are lost",
            marks=pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
        ),
    ],
)
def test_work_is_interrupted(work: Callable[[], object]) -> None:
    began = time.process_time()
    with pytest.raises(TimeIsUp) as caught, TimeLimit(1):
        work()
    assert time.process_time() - began < 5
    assert caught.value.fault("a.txt").render("en").startswith("a.txt: took more than 1 CPU seconds")


def test_work_that_ends_in_time_is_not_interrupted_later() -> None:
    limit = TimeLimit(1)
    for _ in range(3):
        with limit:
            pass
    began = time.process_time()
    while time.process_time() - began < 1.3:
        pass


@pytest.fixture
def policytext(tmp_path: Path) -> Callable[..., Completed]:
    (tmp_path / "start").mkdir()
    (tmp_path / "start" / "sitecustomize.py").write_text(TROUBLE, encoding="utf-8")
    path = os.pathsep.join((str(tmp_path / "start"), os.environ["PYTHONPATH"]))
    return partial(run_program, env=environment(PYTHONPATH=path, POLICYTEXT_LANG="en"))


@pytest.mark.parametrize(
    ("command", "jobs"),
    [
        pytest.param("outline", 1, id="here"),
        pytest.param("outline", 2, id="in worker processes"),
        pytest.param("lint", 1, id="lint"),
        pytest.param("text", 1, id="text"),
    ],
)
def test_one_document_fails_and_the_others_go_on(
    command: str,
    jobs: int,
    policytext: Callable[..., Completed],
    tmp_path: Path,
) -> None:
    texts = {"a": "一、总则\n", "b": "一、总则\n这份永远读不完。\n", "c": "一、附则\n"}
    paths = [tmp_path / f"{name}.txt" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    # Enough for what is loaded once, on a slow machine too.
    done = policytext(command, *paths, "--jobs", jobs, "--time-limit", 3)
    assert done.returncode == 2
    faults = [line for line in done.stderr.splitlines() if "CPU seconds" in line]
    assert len(faults) == 1
    assert faults[0].startswith(f"policytext: {paths[1]}: took more than 3 CPU seconds")
    assert faults[0].endswith("raise --time-limit)")
    assert "Traceback" not in done.stderr
    if command == "outline":
        assert "附则" in done.stdout


@pytest.mark.parametrize("trouble", ["rows", "reader"])
def test_a_slow_row_fails_alone_and_a_slow_reader_its_file(
    trouble: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: Capture
) -> None:
    from policytext import outliner, readers
    from policytext.cli.app import run
    from policytext.model.document import Document, Source

    parse, decode = outliner.parse, readers.read_documents

    def slow_parse(source: Source) -> Document:
        return busy() if "读不完" in source.text else parse(source)

    def slow_sources(path: str, *values: Any, **named: Any) -> Any:
        return busy() if path.endswith("slow.csv") else decode(path, *values, **named)

    if trouble == "rows":
        monkeypatch.setattr(outliner, "parse", slow_parse)
    else:
        monkeypatch.setattr(readers, "read_documents", slow_sources)
    (tmp_path / "slow.csv").write_text("body\n一、总则\n一、读不完\n一、附则\n", encoding="utf-8")
    (tmp_path / "z.txt").write_text("一、罚则\n", encoding="utf-8")
    names = [str(tmp_path / name) for name in ("slow.csv", "z.txt")]
    assert run(["outline", *names, "--text-column", "body", "--time-limit", "1", "--lang", "en"]) == 2
    shown = capfd.readouterr()
    assert shown.err.count("CPU seconds") == 1
    assert f"slow.csv{':3' if trouble == 'rows' else ''}: took" in shown.err
    assert ("附则" in shown.out) is (trouble == "rows")
    assert "罚则" in shown.out


def test_the_default_is_the_same_for_all_commands(
    policytext: Callable[..., Completed], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("一、总则\n", encoding="utf-8")
    for command in (("targets", tmp_path / "a.txt"), ("corpus", "run", tmp_path / "a.txt", "-o", tmp_path)):
        shown = policytext(*command, "--show-settings").stdout
        assert re.search(r"time-limit\W+300\b", shown), shown


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "x"])
def test_an_invalid_limit_is_one_line(
    value: str, policytext: Callable[..., Completed], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("一、总则\n", encoding="utf-8")
    done = policytext("outline", tmp_path / "a.txt", f"--time-limit={value}")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "--time-limit" in done.stderr
