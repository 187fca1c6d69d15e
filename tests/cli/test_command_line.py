"""What a user types and what comes back: exit codes, whole messages, where each word goes.

Run in this process through ``run``, which returns the exit code; what only a process of its own can show
(closed pipes, start-up, interruption) is in test_process.py.
"""

import io
import json
import sys
from pathlib import Path

import pytest

from policytext import __version__
from policytext.cli.app import run
from policytext.cli.options import COMMANDS
from policytext.messages.table import MESSAGES
from tests.helpers import Capture

PLAN = """关于加快智慧社区建设的意见
一、总体要求
（一）指导思想。以人民为中心。
二、重点任务
（一）夯实基础。统一标准。
"""


@pytest.fixture(autouse=True)
def folder(folder: Path) -> Path:
    """An empty working folder with one plan, no settings from outside, and no terminal."""
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    return folder


def test_without_arguments_it_says_what_it_can_do(capfd: Capture) -> None:
    assert run([]) == 0
    assert "outline" in capfd.readouterr().out


@pytest.mark.parametrize("arguments", [["--version"], ["-V"], ["outline", "--version"]])
def test_the_version_is_one_line(arguments: list[str], capfd: Capture) -> None:
    assert run(arguments) == 0
    assert capfd.readouterr() == (f"policytext {__version__}\n", "")


@pytest.mark.parametrize("command", [[], *map(str.split, COMMANDS)])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_fits_into_eighty_columns(
    command: list[str], lang: str, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", "80")
    assert run(["--lang", lang, *command, "--help"]) == 0
    page = capfd.readouterr().out
    assert max(map(cell_len, page.splitlines())) <= 80
    assert not [key for key in MESSAGES if key.startswith("help-") and key in page]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ["outlin"],
            "没有 outlin 这个命令，是不是 outline？（policytext --help 列出全部命令）",
            id="a misspelt command",
        ),
        pytest.param(
            ["画图"],
            "没有 画图 这个命令（policytext --help 列出全部命令）",
            id="a command that resembles none",
        ),
        pytest.param(
            ["plan.txt"],
            "缺少命令，plan.txt 是文件名（如 policytext outline plan.txt）",
            id="a file, no command",
        ),
        pytest.param(
            ["-x"], "没有 -x 这个选项（policytext --help 列出全部选项）", id="an option before the command"
        ),
        pytest.param(
            ["outline", "--formt", "json"],
            "没有 --formt 这个选项，是不是 --format？（policytext outline --help 列出全部选项）",
            id="a misspelt option",
        ),
        pytest.param(
            ["outline", "plan.txt", "--encoding"],
            "选项 --encoding 后面缺少值（用法见 policytext outline --help）",
            id="an option without its value",
        ),
        pytest.param(
            ["outline", "--quiet=1"],
            "选项 --quiet 不带值（用法见 policytext outline --help）",
            id="a switch with one",
        ),
        pytest.param(
            ["outline", "plan.txt", "--format", "jsonn"],
            "--format 的值 jsonn 无效，是不是 json？（可选 text|tree|json|jsonl|markdown|csv|tsv）",
            id="a misspelt format",
        ),
        pytest.param(
            ["outline", "plan.txt", "--depth", "二"],
            "--depth 的值 二 无效（应为不小于 1 的整数）",
            id="a depth in Chinese",
        ),
        pytest.param(
            ["outline", "plan.txt", "--config", "none.toml"],
            "none.toml: 没有这个配置文件（请检查 --config）",
            id="a configuration that is not there",
        ),
        pytest.param(
            ["outline", "plan.txt", "-o", "none/out.txt"],
            "none/out.txt: 无法写入：No such file or directory（请检查路径和权限）",
            id="an output in no folder",
        ),
        pytest.param(
            ["outline", "plan.txt", "-o", "plan.txt"],
            "plan.txt: 输出文件与输入文件相同，未写入（请用 --output 另行指定）",
            id="an output over the input",
        ),
        pytest.param(
            ["outline", "-", "-"],
            "标准输入只能读取一次（- 和 --files-from - 只能用一个）",
            id="standard input twice",
        ),
        pytest.param(
            ["outline", "--files-from", "-", "-"],
            "标准输入只能读取一次（- 和 --files-from - 只能用一个）",
            id="standard input as a list and as a text",
        ),
        pytest.param(
            ["--lang", "en", "outline", "--color", "yes"],
            "--color cannot be yes (choose from auto|always|never)",
            id="in English",
        ),
    ],
)
def test_a_usage_error_is_one_line_that_says_what_to_do(
    arguments: list[str], message: str, folder: Path, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"plan.txt\n")))
    assert run(arguments) == 2
    assert capfd.readouterr() == ("", f"policytext: {message}\n")
    assert (folder / "plan.txt").read_text(encoding="utf-8") == PLAN
    assert [path.name for path in folder.iterdir()] == ["plan.txt"]


def test_a_terminal_on_standard_input_is_not_waited_for(
    capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal())
    assert run(["outline"]) == 2
    message = "没有输入（请指定文件或文件夹，或用 - 读取标准输入）"
    assert capfd.readouterr() == ("", f"policytext: {message}\n")


def test_text_goes_to_standard_output_and_what_was_done_to_standard_error(capfd: Capture) -> None:
    assert run(["outline", "plan.txt", "--depth", "1"]) == 0
    out, err = capfd.readouterr()
    assert [line.strip() for line in out.splitlines()][-2:] == ["一、总体要求", "二、重点任务"]
    assert err == "已读取 1 个文件，找到 3 个标题\n"


def test_kinds_of_sections_are_left_out_on_request(capfd: Capture, folder: Path) -> None:
    body = "我们坚守底线，各部门按照分工抓好落实，年底前把进展情况报送办公室，办公室汇总后按程序上报。"
    text = f"一、经济\n{body}\n坚守底线，从未偏废\n{body}\n一是抓生产。二是抓销售。\n二、民生\n{body}\n"
    (folder / "speech.txt").write_text(text, encoding="utf-8")
    shown = {}
    for option in ("--quiet", "--no-topics", "--no-inline"):
        assert run(["outline", "speech.txt", option]) == 0
        shown[option] = [line.strip() for line in capfd.readouterr().out.splitlines()]
    assert [line for line in shown["--quiet"] if line not in shown["--no-topics"]] == ["坚守底线，从未偏废"]
    assert len(shown["--no-inline"]) == len(shown["--quiet"]) - 2


def test_quiet_says_nothing_where_all_is_well(capfd: Capture) -> None:
    assert run(["outline", "plan.txt", "--quiet"]) == 0
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "tsv"])
def test_formats_for_programs_leave_standard_error_alone(name: str, capfd: Capture) -> None:
    assert run(["outline", "plan.txt", "--format", name]) == 0
    assert capfd.readouterr().err == ""


def test_inputs_that_fail_do_not_stop_the_others(folder: Path, capfd: Capture) -> None:
    (folder / "binary.txt").write_bytes(b"PK\x03\x04\x00\x00\xff\xfe" * 50)
    (folder / "empty.txt").touch()
    assert run(["outline", "none.txt", "plan.txt", "binary.txt", "empty.txt", "--format", "json"]) == 2
    out, err = capfd.readouterr()
    whole = json.loads(out)
    assert [file["status"] for file in whole["files"]] == ["error", "ok", "error", "ok"]
    assert whole["summary"] == {"files": 4, "failed": 2}
    assert whole["files"][0]["error"] == {"code": "missing", "message": MESSAGES["missing"][0]}
    assert whole["files"][3]["sections"] == []
    messages = err.splitlines()
    assert messages[0] == "policytext: none.txt: 没有这个文件（请检查文件名）"
    assert messages[1].startswith("policytext: binary.txt: ")
    assert messages[2:] == ["empty.txt: 空文件"]


def test_a_text_without_sections_is_reported(folder: Path, capfd: Capture) -> None:
    (folder / "plain.txt").write_text("今天天气很好。\n", encoding="utf-8")
    assert run(["outline", "plain.txt"]) == 0
    assert capfd.readouterr() == ("", "plain.txt: 没有找到标题\n已读取 1 个文件，找到 0 个标题\n")
    assert run(["outline", "plain.txt", "--format", "jsonl"]) == 0
    assert capfd.readouterr().err == "", "a program sees it in the data"


def test_verbose_shows_how_each_text_was_read(folder: Path, capfd: Capture) -> None:
    (folder / "old.txt").write_bytes(PLAN.encode("gb18030"))
    assert run(["outline", "old.txt", "--verbose", "--lang", "en"]) == 0
    messages = capfd.readouterr().err.splitlines()
    length = len(PLAN)
    assert (
        messages[0]
        == f"old.txt: gb18030 (detected), Simplified, mainland standards, {length} characters, 5 lines"
    )


def test_standard_input_with_a_name(capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAN.encode())))
    assert run(["outline", "--stdin-filename", "规划.txt", "--format", "jsonl"]) == 0
    assert {json.loads(line)["path"] for line in capfd.readouterr().out.splitlines()} == {"规划.txt"}


@pytest.mark.parametrize(
    ("listed", "more"),
    [
        pytest.param("plan.txt\n规划.txt\n", [], id="lines"),
        pytest.param("plan.txt\0规划.txt\0", ["-0"], id="NUL"),
    ],
)
def test_a_list_of_files(
    listed: str, more: list[str], folder: Path, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "规划.txt").write_text(PLAN, encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(listed.encode())))
    assert run(["outline", "--files-from", "-", *more, "--show-files"]) == 0
    assert capfd.readouterr() == ("plan.txt\n规划.txt\n", "")


def test_one_section_only(capfd: Capture) -> None:
    assert run(["outline", "plan.txt", "--format", "jsonl"]) == 0
    records = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    address = next(record["address"] for record in records if record.get("marker") == "二、")
    assert run(["outline", "plan.txt", "--in", address]) == 0
    assert capfd.readouterr().out == "二、重点任务\n  （一）夯实基础\n"
    assert run(["outline", "plan.txt", "--in", address, "--depth", "1"]) == 0
    assert capfd.readouterr().out == "二、重点任务\n"


def test_a_section_that_is_not_there(capfd: Capture) -> None:
    assert run(["outline", "plan.txt", "--in", "第九章", "--quiet"]) == 2
    message = "plan.txt: 没有地址为 第九章 的部分（--format json 列出全部地址）"
    assert capfd.readouterr() == ("", f"policytext: {message}\n")


def test_an_output_file_is_replaced_whole(folder: Path, capfd: Capture) -> None:
    out = folder / "out.json"
    out.write_text("before", encoding="utf-8")
    out.chmod(0o640)
    assert run(["outline", "plan.txt", "--format", "json", "-o", "out.json"]) == 0
    assert capfd.readouterr() == ("", "")
    assert json.loads(out.read_text(encoding="utf-8"))["summary"] == {"files": 1, "failed": 0}
    assert out.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in folder.iterdir()) == ["out.json", "plan.txt"]


def test_settings_are_shown_with_their_origin(
    folder: Path, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".policytext.toml").write_text('# ours\nlang = "en"\n', encoding="utf-8")
    monkeypatch.setenv("POLICYTEXT_EXCLUDE", "*.bak")
    assert run(["outline", "--show-settings", "--depth", "2"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert 'lang = "en"  (.policytext.toml:2)' in lines
    assert 'exclude = ["*.bak"]  (POLICYTEXT_EXCLUDE)' in lines
    assert "depth = 2  (--depth)" in lines
    assert 'format = "text"  (default)' in lines


def test_errors_use_the_configured_language(folder: Path, capfd: Capture) -> None:
    (folder / ".policytext.toml").write_text('lang = "en"\n', encoding="utf-8")
    assert run(["outline", "none.txt"]) == 2
    assert capfd.readouterr().err.startswith("policytext: none.txt: no such file (check the name)\n")


def test_an_internal_error_is_one_line_and_the_other_files_are_read(
    folder: Path, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from policytext import outliner
    from policytext.model.document import Document, Source

    parse = outliner.parse

    def broken(source: Source) -> Document:
        if source.path == "plan.txt":
            raise RuntimeError("two\nlines")
        return parse(source)

    monkeypatch.setattr(outliner, "parse", broken)
    monkeypatch.delenv("POLICYTEXT_DEBUG", raising=False)
    (folder / "two.txt").write_text(PLAN, encoding="utf-8")
    assert run(["outline", "plan.txt", "two.txt", "--quiet"]) == 2
    out, err = capfd.readouterr()
    assert "总体要求" in out
    assert len(err.splitlines()) == 1
    assert err.startswith("policytext: plan.txt: 程序内部错误：RuntimeError two lines，test_command_line.py:")


def test_a_file_name_can_neither_break_the_line_nor_color_it(capfd: Capture) -> None:
    assert run(["outline", "a\x1b[31m\nb.txt", "--quiet"]) == 2
    message = capfd.readouterr().err
    assert message.count("\n") == 1
    assert "\x1b" not in message


@pytest.mark.parametrize(
    ("words", "same_as"),
    [
        (["help"], ["--help"]),
        (["help", "lint"], ["lint", "--help"]),
        (["help", "rules", "try"], ["rules", "try", "--help"]),
        (["--lang", "en", "help", "stats"], ["stats", "--lang", "en", "--help"]),
    ],
    ids=["all-commands", "one-command", "a-command-of-a-group", "in-english"],
)
def test_help_names_a_command_as_git_does(words: list[str], same_as: list[str], capfd: Capture) -> None:
    assert run(words) == 0
    asked = capfd.readouterr().out
    assert run(same_as) == 0
    assert asked == capfd.readouterr().out
