"""What a file's name or its text holds can neither steer a terminal nor forge a line of a log."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from policytext.cli.app import run
from tests.helpers import Capture

# Every control character that is no line end or tab, and those that turn the direction of writing.
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]")
ODD = "安\x1b]8;;https://example.com\x07全\u202e\u2066区\u2069\x7f\x9b31m\x85\u2028\rb"
TEXT = (
    f"关于{ODD}的意见\n\n一、总体{ODD}要求\n到2025年，{ODD}帐户覆盖率达到95%以上，推进一网通办。\n"
    f"各地应当加强{ODD}管理，加快发展,提高{ODD}质量，严格按照服务的的标准。\n"
    + "各级部门应当认真落实有关规定，持续提高服务水平。\n"
    * 200
)
NAME = "甲\n::error::伪\x1b[31m\u202e.txt"
SHOWN_NAME = r'"甲\n::error::伪\033[31m\342\200\256.txt"'

PEOPLE = [
    *(["outline", "--format", name] for name in ("text", "tree", "markdown")),
    ["outline", "--format", "tree", "--color", "always"],
    *(["domains", "--why", "--format", name] for name in ("text", "tree", "markdown")),
    *(["targets", "--format", name] for name in ("text", "table")),
    *(["lint", "--format", name] for name in ("text", "full", "github", "junit", "diff")),
    ["lint", "--format", "full", "--color", "always"],
    ["lint", "--diff", "--unsafe-fixes"],
    *(["stats", "--format", name] for name in ("text", "table", "markdown")),
    *(["stats", "--term", "质量", "--format", name] for name in ("text", "table")),
    ["text", "--line-numbers"],
    ["text", "--map"],
    ["outline", "--show-files"],
    ["outline", "--verbose"],
    ["lint", "--fix", "--verbose"],
]


@pytest.fixture(autouse=True)
def folder(folder: Path) -> Path:
    try:
        Path(NAME).write_text(TEXT, encoding="utf-8", newline="")
    except OSError:
        pytest.skip("the file system allows no such names")
    Path("乙.txt").write_text("一、总则\n加强管理。\n", encoding="utf-8")
    return folder


def assert_harmless(words: str) -> None:
    # Colours that a format sets are more than the one in the file's name.
    words = re.sub(r"\x1b\[(?!31m)[0-9;]*m", "", words)
    words = words.replace("\r\n", "\n")
    assert not RAW.search(words), ascii(RAW.search(words))
    assert not re.search(r"^\s*::error::伪", words, re.MULTILINE)


@pytest.mark.parametrize("arguments", PEOPLE, ids=" ".join)
def test_no_control_character_reaches_a_person(arguments: list[str], capfd: Capture) -> None:
    assert run([*arguments, NAME, "乙.txt"]) in (0, 1)
    shown = capfd.readouterr()
    assert shown.out + shown.err
    assert_harmless(shown.out)
    assert_harmless(shown.err)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["outline", f"没有{NAME}"], id="no such file"),
        pytest.param(["lint", "--rules", f"没有{NAME}", "乙.txt"], id="no such rules"),
        pytest.param(["outline", "--config", f"没有{NAME}", "乙.txt"], id="no such configuration"),
        pytest.param(["outline", f"--{ODD}", "乙.txt"], id="no such option"),
        pytest.param(["outline", "--encoding", ODD, "乙.txt"], id="no such encoding"),
        pytest.param(["outline", "--in", ODD, "乙.txt"], id="no such section"),
        pytest.param([f"out{ODD}"], id="no such command"),
        pytest.param(["outline", "乙.txt", "-o", f"无\n/{ODD}/甲.txt"], id="an output that can't be written"),
        pytest.param(["rules", "try", ODD], id="a sentence to try"),
        pytest.param(["rules", "explain", ODD], id="no such rule"),
        pytest.param(["rules", "check", f"没有{NAME}"], id="rules that are not there"),
        pytest.param(["corpus", "run", f"没有{NAME}", "-o", "表"], id="a corpus that is not there"),
    ],
)
def test_no_control_character_in_what_is_reported(arguments: list[str], capfd: Capture) -> None:
    run(arguments)
    shown = capfd.readouterr()
    assert shown.out + shown.err
    assert_harmless(shown.out)
    assert_harmless(shown.err)


RULES = """\
policytext: 1
pack: odd
lint:
  - id: typo/odd-words
    title: "甲\\e[31m乙\\n::error::伪"
    severity: warning
    find: {帐户: "账\\e户"}
    fix: safe
    why: "一\\u202e二"
    tests:
      - "核对<<帐户=>账\\e户>>。"
      - "第一行\\n::error::伪"
"""


@pytest.mark.parametrize("command", ["check", "test", "list", "explain typo/odd-words", "try 帐户"])
def test_untrusted_rules_are_harmless_too(command: str, capfd: Capture) -> None:
    Path("odd.yaml").write_text(RULES, encoding="utf-8")
    own = ["odd.yaml"] if command in ("check", "test", "list") else ["--rules", "odd.yaml"]
    run(["rules", *command.split(), *own])
    shown = capfd.readouterr()
    assert_harmless(shown.out + shown.err)


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "tsv"])
def test_programs_get_the_exact_text(name: str, capfd: Capture) -> None:
    run(["lint", "--format", name, "--quiet", NAME])
    assert "\u202e" in capfd.readouterr().out


def test_text_and_its_fixed_form_are_data(capfd: Capture) -> None:
    run(["text", NAME])
    assert capfd.readouterr().out == TEXT
    run(["lint", "--format", "fixed", NAME])
    assert "\x1b]8;;" in capfd.readouterr().out


def test_a_name_is_quoted_as_git_quotes_it(capfd: Capture) -> None:
    run(["outline", "--show-files", NAME, "乙.txt"])
    assert capfd.readouterr().out == f"{SHOWN_NAME}\n乙.txt\n"


def test_a_name_that_begins_like_a_command_is_no_command(capfd: Capture) -> None:
    Path("::error ::x.txt").write_text("服务的的质量。", encoding="utf-8")
    run(["lint", "--format", "text", "::error ::x.txt"])
    assert capfd.readouterr().out.startswith('"::error ::x.txt":1:')


def test_github_gets_the_name_by_its_own_escapes(capfd: Capture) -> None:
    run(["lint", "--format", "github", NAME])
    assert "file=甲%0A%3A%3Aerror%3A%3A伪␛[31m\ufffd.txt," in capfd.readouterr().out


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("乙.txt", "加快发展,提高质量。\n一、总则\n", id="an ordinary text"),
        pytest.param("乙.txt", "加快发展,提高质量。\r\n一、总则\r\n", id="line ends of Windows"),
        pytest.param("乙 二.txt", "加快发展,提高质量。", id="a name with a space, no line end at the end"),
        pytest.param('乙"\n.txt', "加快发展,提高质量。\n", id="a name that has to be quoted"),
        pytest.param(
            "乙.txt", "第一页\f\n" + "正文。\n" * 9 + "加快发展,提高质量。\n", id="a form feed elsewhere"
        ),
    ],
)
def test_a_diff_is_one_that_patch_applies(
    name: str, text: str, tmp_path: Path, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    monkeypatch.chdir(tmp_path)
    run(["lint", "--diff", name])
    shown = capfd.readouterr().out
    try:
        done = subprocess.run(["patch", "--binary", "-p0"], input=shown.encode(), capture_output=True)
    except FileNotFoundError:
        pytest.skip("patch is not installed")
    assert not done.returncode, (done.stdout, shown)
    assert path.read_bytes().decode() == text.replace(",", "，")


@pytest.mark.parametrize(
    "arguments", ["lint --format json", "lint --format csv", "lint --format fixed", "text"]
)
def test_a_terminal_gets_no_control_character_from_formats_for_programs(
    arguments: str, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("policytext.cli.streams.is_terminal", lambda: True)
    run([*arguments.split(), "--color", "never", NAME])
    shown = capfd.readouterr().out
    assert not RAW.search(shown.replace("\r\n", "\n"))
    if "json" in arguments:
        assert json.loads(shown)["files"][0]["path"] == NAME
