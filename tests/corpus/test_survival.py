"""Whatever dies, nothing is lost and nothing is there twice."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.corpus.conftest import Run, tree
from tests.corpus.test_tables import rows

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="kills as Linux has them, and finds children in /proc"
)

Start = Callable[..., subprocess.Popen[str]]


def children(pid: int) -> list[int]:
    """The processes below one that do Python work, its nearest first."""
    found: list[int] = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                stat = (entry / "stat").read_text().rpartition(")")[2].split()
                command = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if int(stat[1]) == pid and stat[0] != "Z" and b"resource_tracker" not in command:
                found += [int(entry.name), *children(int(entry.name))]
    return found


def until(true: Callable[[], object], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def shards(out: Path) -> int:
    return len(list((out / "documents").glob("*"))) if (out / "documents").exists() else 0


def arguments(texts: Path, out: Path, *more: object) -> list[object]:
    return ["corpus", "run", texts, "-o", out, "--jobs", 2, "--shard-size", "8kB", "--what", "outline", *more]


@pytest.mark.kills_processes
def test_a_killed_worker_is_replaced(
    texts: Path, outlined: Path, started: Start, troubled: dict[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run = started(*arguments(texts, out), env={**troubled, "SLOW": "0.05"})
    until(lambda: shards(out) >= 1)
    os.kill(children(run.pid)[0], signal.SIGKILL)
    _, errors = run.communicate(timeout=60)
    assert run.returncode == 0, errors
    assert tree(out) == tree(outlined)


@pytest.mark.kills_processes
def test_a_killed_run_leaves_no_worker_and_goes_on(
    texts: Path, outlined: Path, started: Start, policytext: Run, troubled: dict[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run = started(*arguments(texts, out), env={**troubled, "SLOW": "0.05"})
    until(lambda: shards(out) >= 1)
    workers = children(run.pid)
    run.kill()
    run.wait()
    before = shards(out)
    until(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers), 10)
    again = policytext(*arguments(texts, out))
    assert again.returncode == 0, again.stderr
    assert f"resuming: {before} shard" in again.stderr
    assert tree(out) == tree(outlined)


@pytest.mark.kills_processes
def test_a_killed_worker_of_dask_is_replaced(
    texts: Path, outlined: Path, started: Start, troubled: dict[str, str], tmp_path: Path
) -> None:
    pytest.importorskip("distributed")
    out = tmp_path / "out"
    run = started(*arguments(texts, out, "--engine", "dask"), env={**troubled, "SLOW": "0.05"})
    until(lambda: shards(out) >= 1)
    os.kill(children(run.pid)[-1], signal.SIGKILL)
    _, errors = run.communicate(timeout=100)
    assert run.returncode == 0, errors
    assert tree(out) == tree(outlined)


@pytest.mark.kills_processes
def test_an_interrupted_run_goes_on(
    texts: Path, outlined: Path, started: Start, policytext: Run, troubled: dict[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run = started(*arguments(texts, out), env={**troubled, "SLOW": "0.05"})
    until(lambda: shards(out) >= 1)
    os.killpg(run.pid, signal.SIGINT)
    _, errors = run.communicate(timeout=20)
    assert run.returncode == 130
    assert errors == f"interrupted; finished results are in {out} (run the same command to resume)\n"
    assert policytext(*arguments(texts, out)).returncode == 0
    assert tree(out) == tree(outlined)
    # And once more: nothing is left to do.
    assert policytext(*arguments(texts, out)).returncode == 0
    assert tree(out) == tree(outlined)


TROUBLES = {
    "crash.txt": ("这份让进程崩溃", "crashed"),
    "endless.txt": ("这份永远读不完", "too-slow"),
    "large.txt": ("这份要很多内存", "too-much-memory"),
    "broken.txt": ("这份出错", "internal"),
}


@pytest.mark.kills_processes
@pytest.mark.parametrize("engine", ["local", "dask"])
def test_a_document_that_breaks_its_worker_is_recorded_and_passed_over(
    engine: str, policytext: Run, troubled: dict[str, str], tmp_path: Path
) -> None:
    troubles = TROUBLES
    if engine == "dask":
        pytest.importorskip("distributed")
        # A worker of Dask takes seconds to start anew; the limits are the shard's, whichever engine runs it.
        troubles = {name: TROUBLES[name] for name in ("crash.txt", "broken.txt")}
    folder, out = tmp_path / "texts", tmp_path / "out"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text("一、总体要求\n二、保障措施\n", encoding="utf-8")
    for name, (text, _) in troubles.items():
        (folder / name).write_text(f"一、总则\n{text}。\n", encoding="utf-8")
    done = policytext(
        "corpus", "run", folder, "-o", out, "--jobs", 1, "--time-limit", 1, "--memory-limit", "1GB",
        "--what", "outline", "--engine", engine, env=troubled,
    )  # fmt: skip
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert {Path(row["path"]).name: row["code"] for row in rows(out, "failures")} == {
        name: code for name, (_, code) in troubles.items()
    }
    assert [Path(row["path"]).name for row in rows(out, "documents")] == [
        f"{number}.txt" for number in range(5)
    ]
    assert len(rows(out, "sections")) == 10
    assert f"5 documents, {len(troubles)} failed" in done.stderr


@pytest.mark.kills_processes
def test_two_runs_do_not_share_a_folder(
    texts: Path, started: Start, policytext: Run, troubled: dict[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    started(*arguments(texts, out), env={**troubled, "SLOW": "0.3"})
    until(lambda: shards(out) >= 1)
    second = policytext(*arguments(texts, out))
    assert second.returncode == 2
    assert "another run is writing" in second.stderr


def test_incomplete_shards_are_removed_and_redone(
    texts: Path, outlined: Path, policytext: Run, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert policytext(*arguments(texts, out)).returncode == 0
    for table in ("documents", "sections"):
        (out / table / "000001.parquet").unlink()
    (out / "documents" / "000002.parquet").write_bytes(b"PAR1 cut off")
    (out / ".work" / "000001.1.abcd").mkdir(parents=True)
    assert policytext(*arguments(texts, out)).returncode == 0
    assert tree(out) == tree(outlined)
    assert json.loads((out / "run.json").read_text(encoding="utf-8"))["finished"]["failed"] == 0
