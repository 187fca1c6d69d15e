"""``--jobs``: several processes print the same as one, in the same order."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.helpers import PROGRAM, ROOT, environment, run_program


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(30):
        text = f"临河市第{number}号通知\n一、目标\n到203{number % 10}年，入住率达到{number + 40}%以上。登陆平台,查询帐户。\n"
        (tmp_path / f"{number:02d}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "13.txt").write_bytes(b"\x00\x01\x02" * 99)
    (tmp_path / "rows.jsonl").write_text(
        '{"body": "一、总则"}\n{"body": 7}\n{"body": "二、附则"}\n', encoding="utf-8"
    )
    return tmp_path


def printed(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error."""
    done = run_program(*arguments, cwd=folder)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(
            ["outline", ".", "gone.txt", "--format", "json"], id="a file that is broken, one that is missing"
        ),
        pytest.param(["lint", "."], id="the summary for people, and the exit code"),
        pytest.param(["stats", ".", "--format", "csv", "--by", "year"], id="counts that are summed"),
        pytest.param(["stats", ".", "--term", "平台"], id="state kept from one text to the next"),
        pytest.param(
            ["targets", ".", "--text-column", "body", "--format", "jsonl"],
            id="several documents in one input",
        ),
    ],
)
def test_several_processes_print_what_one_prints(arguments: list[str], folder: Path) -> None:
    one, several = printed(folder, *arguments), printed(folder, *arguments, "--jobs", "3")
    assert one == several
    assert len(one[1]) > 500


@pytest.mark.kills_processes
@pytest.mark.skipif(sys.platform != "linux", reason="finds children in /proc")
def test_workers_end_with_the_command(folder: Path) -> None:
    command = [*PROGRAM, "outline", ".", "--jobs", "2", "--format", "json"]
    (folder / "large.txt").write_text("一、总则。二、附则。\n" * 400_000, encoding="utf-8")
    run = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def below() -> list[int]:
        found = []
        for entry in Path("/proc").iterdir():
            try:
                stat = (entry / "stat").read_text().rpartition(")")[2].split()
                if (
                    int(stat[1]) == run.pid
                    and stat[0] != "Z"
                    and b"spawn_main" in (entry / "cmdline").read_bytes()
                ):
                    found.append(int(entry.name))
            except OSError:
                continue
        return found

    end = time.monotonic() + 30
    while len(workers := below()) < 2 and time.monotonic() < end:
        time.sleep(0.05)
    run.send_signal(signal.SIGKILL)
    run.wait()
    while any(Path(f"/proc/{worker}").exists() for worker in workers) and time.monotonic() < end:
        time.sleep(0.05)
    assert len(workers) == 2
    assert not [worker for worker in workers if Path(f"/proc/{worker}").exists()]


def test_only_the_input_that_kills_a_worker_is_lost(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A worker gets eight inputs at once; the seven others are answered by the next one."""
    killer = tmp_path_factory.mktemp("site") / "sitecustomize.py"
    killer.write_text(
        "import os\n"
        "import policytext.outliner as outliner\n"
        "parse = outliner.parse\n"
        "def deadly(source):\n"
        "    if '第5号' in source.text:\n"
        "        os._exit(9)\n"
        "    return parse(source)\n"
        "outliner.parse = deadly\n",
        encoding="utf-8",
    )
    paths = os.pathsep.join((str(killer.parent), str(ROOT)))
    done = run_program(
        "outline", ".", "--jobs", "2", "--format", "jsonl", cwd=folder, env=environment(PYTHONPATH=paths)
    )
    assert done.returncode == 2
    files = [json.loads(line) for line in done.stdout.splitlines()]
    faults = {record["path"]: record["error"]["code"] for record in files if record.get("status") == "error"}
    assert faults == {"./05.txt": "crashed", "./13.txt": "binary"}
    read = [record["path"] for record in files if record.get("status") == "ok"]
    assert read == [f"./{number:02d}.txt" for number in range(30) if number not in (5, 13)]
