"""What only a process of its own can show: closed pipes, full disks, interruption, start-up, any locale."""

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from policytext import __version__
from policytext.cli.options import COMMANDS
from tests.helpers import PROGRAM, environment, run_python

PLAN = "一、总体要求\n（一）指导思想。以人民为中心。\n"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="shells and signals of POSIX")


@pytest.fixture(autouse=True)
def folder(folder: Path) -> Path:
    """A working folder with one plan."""
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    return folder


def shell(line: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run `line` in bash, where ``$P`` is the program."""
    program = " ".join(PROGRAM)
    return subprocess.run(
        ["bash", "-c", line.replace("$P", program)],
        cwd=folder,
        capture_output=True,
        env=environment(**variables),
    )


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("$P outline many --format text | head -1 >&2; echo ${PIPESTATUS[0]}", id="text"),
        pytest.param("$P outline many --format json | head -c 9 >&2; echo ${PIPESTATUS[0]}", id="json"),
        pytest.param(
            "$P outline --help | true; echo ${PIPESTATUS[0]}", id="help, where only the last flush fails"
        ),
        pytest.param("$P --version | (sleep 0; exec <&-; sleep 1); echo ${PIPESTATUS[0]}", id="version"),
    ],
)
def test_a_closed_pipe_is_no_error(line: str, folder: Path) -> None:
    (folder / "many").mkdir()
    for number in range(40):
        (folder / "many" / f"{number}.txt").write_text(PLAN * 200, encoding="utf-8")
    done = shell(line, folder)
    assert done.stdout in (b"141\n", b"0\n")
    assert b"Error" not in done.stderr
    assert b"policytext:" not in done.stderr
    if "many" in line:
        assert done.stdout == b"141\n"


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_pipe_closed_in_the_middle_of_one_long_text(unbuffered: str, folder: Path) -> None:
    (folder / "long.txt").write_text(PLAN * 20_000, encoding="utf-8")
    more = {"PYTHONUNBUFFERED": unbuffered}
    assert (
        shell("$P outline long.txt | head -1 >&2; echo ${PIPESTATUS[0]}", folder, **more).stdout == b"141\n"
    )
    assert (
        shell("$P outline long.txt | (sleep 1; tail -1)", folder, **more).stdout.strip()
        == "（一）指导思想".encode()
    )


@pytest.mark.parametrize("arguments", ["outline plan.txt", "outline plan.txt --format json", "--version"])
@pytest.mark.parametrize(
    ("target", "message"),
    [
        pytest.param(
            "/dev/full", "标准输出无法写入：No space left on device（可用 -o 写入文件）", id="a full disk"
        ),
        pytest.param("&-", "标准输出已关闭（可用 -o 写入文件）", id="closed"),
    ],
)
def test_standard_output_that_takes_nothing(arguments: str, target: str, message: str, folder: Path) -> None:
    done = shell(f"$P {arguments} --quiet >{target}".replace("--version --quiet", "--version"), folder)
    assert (done.returncode, done.stderr.decode()) == (2, f"policytext: {message}\n")


def test_standard_error_may_be_closed(folder: Path) -> None:
    assert shell("$P outline none.txt plan.txt 2>&-", folder).returncode == 2


@pytest.mark.kills_processes
def test_ctrl_c_is_quiet_and_leaves_no_file_behind(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    command = [*PROGRAM, "outline", "plan.txt", "-", "-o", "out.txt"]
    process = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    while not any(path.name.startswith(".policytext-") for path in folder.iterdir()):
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    # Interrupted inside exec(), as when a named tuple is made, Python ends by the signal itself: 130 to a shell.
    assert process.returncode in (130, -signal.SIGINT)
    assert errors == b""
    assert sorted(path.name for path in folder.iterdir()) == ["pipe.txt", "plan.txt"]


@pytest.mark.parametrize(
    "locale",
    [
        pytest.param({"LC_ALL": "C"}, id="C"),
        pytest.param(
            {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, id="C, and Python obeys it"
        ),
        pytest.param({"PYTHONIOENCODING": "gbk"}, id="a Chinese Windows console"),
    ],
)
@pytest.mark.parametrize("name", ["json", "text", "csv", "markdown"])
def test_output_is_utf_8_in_any_locale(locale: dict[str, str], name: str, folder: Path) -> None:
    done = shell(f"$P outline plan.txt --format {name}", folder, **locale)
    assert done.returncode == 0
    assert "总体要求" in done.stdout.decode("utf-8")


def test_a_lone_surrogate_in_a_name_stays_valid_json(folder: Path) -> None:
    (folder / os.fsdecode(b"\xd6\xd0.txt")).write_text(PLAN, encoding="utf-8")
    done = shell("$P outline $'\\xd6\\xd0.txt' --format json", folder)
    assert done.returncode == 0
    assert os.fsencode(json.loads(done.stdout)["files"][0]["path"]) == b"\xd6\xd0.txt"
    assert shell("$P outline $'\\xd6\\xd0.txt' plan.txt", folder).returncode == 0


def test_an_unexpected_fault_shows_its_traceback_only_on_demand(folder: Path) -> None:
    broken = "import policytext.cli.app as app; app.read_plain_line = None; app.run(['outline'])"
    for more, expected in [({}, False), ({"POLICYTEXT_DEBUG": "1"}, True)]:
        done = run_python(broken, cwd=folder, env=environment(**more))
        assert ("Traceback" in done.stderr) is expected
        assert "policytext: 程序内部错误：TypeError" in done.stderr


def test_an_installation_without_its_parts_says_so_in_one_line(folder: Path) -> None:
    broken = (
        "import sys; sys.modules['policytext.cli.app'] = None; from policytext.__main__ import main; main()"
    )
    done = run_python(broken, "outline", cwd=folder)
    assert done.returncode == 2
    assert done.stderr.startswith("policytext: 无法启动")
    assert done.stderr.count("\n") == 1


def imported(arguments: list[str], folder: Path) -> set[str]:
    """The modules that a run leaves in memory."""
    code = (
        "import sys\n"
        "from policytext.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = run_python(code, *arguments, cwd=folder)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("name", ["json", "text", "csv"])
def test_nothing_heavy_is_imported_on_the_way_to_a_pipe(name: str, folder: Path) -> None:
    heavy = {"rich", "jieba", "opencc", "yaml", "logging", "tomllib", "pydantic", "policytext.formats.tree"}
    # Later versions of Typer bring pydantic whatever we do.
    hello = "import sys, typer\ndef main() -> None: print(*sys.modules)\ntyper.run(main)"
    heavy -= set(run_python(hello).stdout.split())
    arguments = ["outline", "plan.txt", "--format", name]
    imported(arguments, folder)  # the first run of all compiles the rules, and needs YAML for it
    assert imported(arguments, folder).isdisjoint(heavy)


def test_the_version_is_printed_before_anything_is_imported(folder: Path) -> None:
    modules = imported(["--version"], folder)
    assert {name for name in modules if name.startswith("policytext")} == {
        "policytext",
        "policytext.__main__",
        "policytext.version",
    }
    assert modules.isdisjoint({"typer", "typing", "dataclasses", "re", "json"})


def test_help_imports_no_command(folder: Path) -> None:
    assert imported(["--help"], folder).isdisjoint({f"policytext.cli.{name}" for name in COMMANDS})


def test_the_library_is_imported_only_as_far_as_it_is_used(folder: Path) -> None:
    code = (
        "import sys, policytext; before = set(sys.modules); policytext.Span;"
        "print(*(name for name in before if name.startswith('policytext')), '|', *policytext.__all__)"
    )
    modules, _, names = run_python(code, cwd=folder).stdout.partition("|")
    assert sorted(modules.split()) == ["policytext", "policytext.version"]
    assert {"Document", "parse", "read", "outline", "__version__"} <= set(names.split())


def test_the_module_runs_as_a_program(folder: Path) -> None:
    assert shell("$P --version", folder).stdout.decode() == f"policytext {__version__}\n"
