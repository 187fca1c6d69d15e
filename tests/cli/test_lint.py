"""``policytext lint``: exit codes, selection, formats, writing back, what is answered for."""

import io
import json
import os
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.helpers import Capture, answer
from tests.readers.word import docx, paragraph

BROKEN = "临河市发展规划\n一、总体要求\n加快发展,到2021年2月30日建成。\n"


@pytest.fixture(autouse=True)
def folder(folder: Path) -> Path:
    """A working folder with a broken text and a clean one."""
    (folder / "draft.txt").write_text(BROKEN, encoding="utf-8")
    (folder / "clean.txt").write_text("临河市发展规划\n一、总体要求\n加快发展。\n", encoding="utf-8")
    return folder


def test_findings_are_lines_that_an_editor_jumps_to(capfd: Capture) -> None:
    code, out, err = answer(capfd, "lint", "draft.txt", "clean.txt")
    assert code == 1
    assert out.splitlines() == [
        "draft.txt:3:5: warning punctuation/half-width 中文之间应使用全角标点：“,”改为“，” <<,=>，>>",
        "draft.txt:3:7: error date/impossible 日期“2021年2月30日”不存在 <<2021年2月30日>>",
    ]
    assert err.startswith("已检查 2 个文件，6 句，")
    assert err.endswith("条规则：发现 2 处问题\n")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["clean.txt"], 0, id="nothing found"),
        pytest.param(["draft.txt"], 1, id="a warning"),
        pytest.param(["draft.txt", "--fail-on", "error"], 1, id="an error"),
        pytest.param(["draft.txt", "--fail-on", "error", "--ignore", "date"], 0, id="a warning is no error"),
        pytest.param(["draft.txt", "--fail-on", "never"], 0, id="fail on nothing"),
        pytest.param(["draft.txt", "--exit-zero"], 0, id="exit zero"),
        pytest.param(
            ["draft.txt", "--min-confidence", "0.999"], 0, id="a minimum confidence that no rule reaches"
        ),
        pytest.param(["draft.txt", "none.txt"], 2, id="a file that cannot be read outranks a finding"),
        pytest.param(["draft.txt", "--select", "typos"], 2, id="no such family"),
        pytest.param(["draft.txt", "--min-confidence", "2"], 2, id="no such confidence"),
    ],
)
def test_exit_codes(arguments: list[str], code: int, capfd: Capture) -> None:
    assert answer(capfd, "lint", *arguments)[0] == code


def test_a_name_that_no_rule_has(capfd: Capture) -> None:
    _, _, err = answer(capfd, "lint", "draft.txt", "--select", "date/imposible")
    assert err == (
        "policytext: 没有 date/imposible 这条规则或类别，是不是 date/impossible？"
        "（policytext rules list 列出全部规则）\n"
    )


def test_json_has_the_promised_keys(capfd: Capture) -> None:
    _, out, _ = answer(capfd, "lint", "draft.txt", "--format", "json")
    first = json.loads(out)["files"][0]["findings"][0]
    assert list(first) == [
        *("rule", "severity", "confidence", "message", "basis", "start", "end", "line", "column"),
        *("end_line", "end_column", "text", "count", "address", "fix", "fingerprint"),
    ]
    assert first["fix"] == {"safety": "safe", "edits": [{"start": 19, "end": 20, "text": "，"}]}
    assert BROKEN[first["start"] : first["end"]] == first["text"] == ","


def test_sarif_counts_in_code_points(capfd: Capture) -> None:
    _, out, _ = answer(capfd, "lint", "draft.txt", "none.txt", "--format", "sarif")
    log = json.loads(out)
    (made,) = log["runs"]
    assert (log["version"], made["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert made["tool"]["driver"]["name"] == "policytext"
    first = made["results"][0]
    place = first["locations"][0]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "draft.txt"
    assert place["physicalLocation"]["region"]["startColumn"] == 5
    assert place["logicalLocations"] == [{"fullyQualifiedName": "一、"}]
    assert first["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "，"
    assert {rule["id"] for rule in made["tool"]["driver"]["rules"]} == {
        result["ruleId"] for result in made["results"]
    }
    assert made["invocations"][0]["executionSuccessful"] is False


def test_github_lists_errors_first(capfd: Capture) -> None:
    _, out, _ = answer(capfd, "lint", "draft.txt", "--format", "github")
    assert [line.split(" ", 1)[0] for line in out.splitlines()] == ["::error", "::warning"]


def test_junit_is_xml(capfd: Capture) -> None:
    _, out, _ = answer(capfd, "lint", "draft.txt", "clean.txt", "none.txt", "--format", "junit")
    suites = ElementTree.fromstring(out)
    assert [(suite.get("failures"), suite.get("errors")) for suite in suites] == [
        ("2", "0"),
        ("0", "0"),
        ("0", "1"),
    ]


def test_the_full_view_marks_the_place_as_a_rule_would(capfd: Capture) -> None:
    _, out, _ = answer(capfd, "lint", "draft.txt", "--format", "full")
    assert "加快发展<<,=>，>>到2021年2月30日建成。" in out
    assert "到<<2021年2月30日>>建成。" in out


def test_a_diff_writes_nothing(folder: Path, capfd: Capture) -> None:
    code, out, _ = answer(capfd, "lint", "draft.txt", "--diff")
    assert code == 1
    assert "-加快发展,到2021年2月30日建成。\n+加快发展，到2021年2月30日建成。\n" in out
    assert (folder / "draft.txt").read_text(encoding="utf-8") == BROKEN


class Terminal(io.StringIO):
    """A person's answers."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(["--fix", "--diff"], id="a diff of the safe fixes"),
        pytest.param(["--fix", "--format", "diff"], id="the same by its format"),
        pytest.param(["--fix", "--unsafe-fixes", "--diff"], id="of the unsafe ones too"),
        pytest.param(["--interactive", "--diff"], id="of what a person agrees to"),
        pytest.param(["--interactive", "--fix", "--diff"], id="agreed to, and fixed"),
        pytest.param(["--track-changes", "--diff"], id="in place of revisions"),
        pytest.param(["--update-baseline", "--diff"], id="nor a baseline"),
        pytest.param(
            ["--update-baseline", "--baseline", "new.json", "--fix", "--diff"], id="a named baseline"
        ),
        pytest.param(["--fix", "--diff", "--jobs", "2"], id="several processes"),
    ],
)
def test_a_diff_never_writes(
    options: list[str], folder: Path, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("a\n"))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    code, out, err = answer(capfd, "lint", "draft.txt", "clean.txt", *options)
    assert code == 1
    assert "-加快发展,到2021年2月30日建成。\n+加快发展，到2021年2月30日建成。\n" in out
    assert err.endswith("以上修改仅供查看，未写入任何文件（如需写入，请去掉 --diff）\n")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_configured_diff_never_writes(folder: Path, capfd: Capture) -> None:
    (folder / ".policytext.toml").write_text('format = "diff"\n', encoding="utf-8")
    _, out, _ = answer(capfd, "lint", "draft.txt", "--fix")
    assert out.startswith("--- draft.txt\n")
    assert (folder / "draft.txt").read_text(encoding="utf-8") == BROKEN


def test_a_diff_of_a_word_document_never_writes(folder: Path, capfd: Capture) -> None:
    body = "".join(map(paragraph, ("一、总体要求", "加快发展,提高质量。")))
    (folder / "plan.docx").write_bytes(docx(body))
    before = (folder / "plan.docx").read_bytes()
    _, out, _ = answer(capfd, "lint", "plan.docx", "--track-changes", "--fix", "--diff")
    assert "+加快发展，提高质量。\n" in out
    assert (folder / "plan.docx").read_bytes() == before


def test_a_diff_of_standard_input(capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BROKEN.encode())))
    code, out, _ = answer(capfd, "lint", "-", "--fix", "--diff")
    assert code == 1
    assert "+加快发展，到2021年2月30日建成。\n" in out


def test_a_diff_leaves_out_what_a_person_refuses(capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("n\n"))
    code, out, _ = answer(capfd, "lint", "draft.txt", "--interactive", "--diff")
    assert (code, out) == (1, "")


def test_only_the_named_section_is_fixed(folder: Path, capfd: Capture) -> None:
    text = "一、总体要求\n加快发展,提高质量。\n二、保障措施\n加强领导,落实责任。\n"
    (folder / "draft.txt").write_text(text, encoding="utf-8")
    answer(capfd, "lint", "draft.txt", "--fix", "--in", "二、")
    fixed = text.replace("领导,", "领导，")
    assert (folder / "draft.txt").read_text(encoding="utf-8") == fixed


def test_a_baseline_holds_what_fixing_leaves(folder: Path, capfd: Capture) -> None:
    answer(capfd, "lint", "draft.txt", "--fix", "--update-baseline")
    assert (folder / "draft.txt").read_text(encoding="utf-8") == BROKEN.replace("展,到", "展，到")
    known = json.loads((folder / ".policytext-baseline.json").read_text(encoding="utf-8"))
    assert [len(prints) for prints in known["files"].values()] == [1]


@pytest.mark.parametrize(
    ("encoding", "line_end"),
    [
        pytest.param("utf-8", "\n", id="UTF-8 with LF"),
        pytest.param("utf-8-sig", "\r\n", id="a byte order mark and CRLF"),
        pytest.param("gb18030", "\r\n", id="GB18030"),
        pytest.param("utf-16", "\n", id="UTF-16 with its mark"),
    ],
)
def test_fixing_changes_nothing_else(encoding: str, line_end: str, folder: Path, capfd: Capture) -> None:
    path = folder / "draft.txt"
    path.write_bytes(BROKEN.replace("\n", line_end).encode(encoding))
    path.chmod(0o640)
    code, _, err = answer(capfd, "lint", "draft.txt", "--fix")
    assert code == 1  # the date stays
    assert "draft.txt: 已改正 1 处\n" in err
    assert path.read_bytes() == BROKEN.replace("展,到", "展，到").replace("\n", line_end).encode(encoding)
    assert path.stat().st_mode & 0o777 == 0o640
    again = path.read_bytes()
    answer(capfd, "lint", "draft.txt", "--fix")
    assert path.read_bytes() == again
    assert sorted(path.name for path in folder.iterdir()) == ["clean.txt", "draft.txt"]


def test_fixed_standard_input_goes_to_standard_output(
    capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BROKEN.encode())))
    code, out, _ = answer(capfd, "lint", "-", "--format", "fixed")
    assert (code, out) == (1, BROKEN.replace("展,到", "展，到"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BROKEN.encode())))
    code, _, err = answer(capfd, "lint", "-", "--fix")
    assert code == 2
    assert err.startswith("policytext: 标准输入不能写回（用 --format fixed 输出改正后的文本）")


def test_a_file_that_cannot_be_written_is_unchanged(
    folder: Path, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    code, _, err = answer(capfd, "lint", "draft.txt", "--fix")
    assert code == 2
    assert err.startswith(
        "policytext: draft.txt: 无法写入：Permission denied（请检查文件及所在文件夹的权限）\n"
    )
    assert (folder / "draft.txt").read_text(encoding="utf-8") == BROKEN


def test_a_file_that_another_program_changed_is_not_overwritten(
    folder: Path, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from policytext.cli import lint as command

    found = command.Linter.findings

    def slow(self: command.Linter, document: object) -> object:
        (folder / "draft.txt").write_text("别人改过了,内容不同。\n", encoding="utf-8")
        return found(self, document)  # type: ignore[arg-type]

    monkeypatch.setattr(command.Linter, "findings", slow)
    code, _, err = answer(capfd, "lint", "draft.txt", "--fix")
    assert code == 2
    assert "draft.txt: 文件在读取之后被改动，未写入（请再运行一次）" in err
    assert (folder / "draft.txt").read_text(encoding="utf-8") == "别人改过了,内容不同。\n"


def test_interactive_fixes_need_a_terminal(capfd: Capture) -> None:
    code, _, err = answer(capfd, "lint", "draft.txt", "--interactive")
    assert (code, err) == (2, "policytext: --interactive 需要终端（改用 --diff 或 --fix）\n")


@pytest.mark.parametrize(
    ("table", "rules"),
    [
        pytest.param('"old/*" = ["punctuation"]', {"date/impossible"}, id="a family"),
        pytest.param(
            '"*.txt" = ["date/impossible", "punctuation/half-width"]', set(), id="two names of rules"
        ),
        pytest.param(
            '"new/*" = ["date"]', {"date/impossible", "punctuation/half-width"}, id="another folder"
        ),
    ],
)
def test_rules_are_ignored_in_files_of_a_pattern(
    table: str, rules: set[str], folder: Path, capfd: Capture
) -> None:
    (folder / ".policytext.toml").write_text(f"[per-path-ignore]\n{table}\n", encoding="utf-8")
    (folder / "old").mkdir()
    (folder / "draft.txt").rename(folder / "old" / "draft.txt")
    _, out, _ = answer(capfd, "lint", "old/draft.txt", "--format", "json")
    assert {finding["rule"] for finding in json.loads(out)["files"][0]["findings"]} == rules


def test_a_rule_that_no_path_can_ignore(folder: Path, capfd: Capture) -> None:
    (folder / ".policytext.toml").write_text('[per-path-ignore]\n"a/*" = ["dates"]\n', encoding="utf-8")
    code, _, err = answer(capfd, "lint", "draft.txt")
    assert code == 2
    assert (
        err == "policytext: .policytext.toml:1: 没有 dates 这条规则或类别，是不是 date？"
        "（policytext rules list 列出全部规则）\n"
    )
