"""Baselines, the ignore file, and counts of findings and places."""

import json
from pathlib import Path

import pytest

from tests.helpers import Capture, answer

BROKEN = "临河市发展规划\n一、总体要求\n加快发展,到2021年2月30日建成。\n"


@pytest.fixture(autouse=True)
def folder(folder: Path) -> Path:
    """A working folder with a broken text and a clean one."""
    (folder / "draft.txt").write_text(BROKEN, encoding="utf-8")
    (folder / "clean.txt").write_text("临河市发展规划\n一、总体要求\n加快发展。\n", encoding="utf-8")
    return folder


def test_a_baseline_holds_what_was_there(folder: Path, capfd: Capture) -> None:
    assert answer(capfd, "lint", "draft.txt", "--update-baseline")[0] == 0
    base = ["--baseline", ".policytext-baseline.json"]
    assert answer(capfd, "lint", "draft.txt", *base)[:2] == (0, "")
    (folder / "draft.txt").write_text("新的一行。\n" + BROKEN + "到13月1日。\n", encoding="utf-8")
    code, out, _ = answer(capfd, "lint", "draft.txt", *base)
    assert (code, out) == (1, "draft.txt:5:2: error date/impossible 日期“13月1日”不存在 <<13月1日>>\n")
    (folder / "draft.txt").write_text("新的一行。\n", encoding="utf-8")
    assert "基线中有 2 项问题已不存在" in answer(capfd, "lint", "draft.txt", *base)[2]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param("", "不是有效的基线", id="empty"),
        pytest.param("[1]", "不是有效的基线", id="something else"),
        pytest.param('{"policytext-baseline": 9, "files": {}}', "版本为 9 的基线", id="of another version"),
    ],
)
def test_a_broken_baseline(content: str, words: str, folder: Path, capfd: Capture) -> None:
    (folder / "old.json").write_text(content, encoding="utf-8")
    code, _, err = answer(capfd, "lint", "draft.txt", "--baseline", "old.json")
    assert code == 2
    assert err.startswith("policytext: old.json: ")
    assert words in err


IGNORE = """\
ignore:
  - rule: date/impossible
    sentence: 到2021年2月30日建成
    reason: 引自旧文件
    {more}
"""


@pytest.mark.parametrize(
    ("more", "rules", "words"),
    [
        pytest.param("path: draft.*", ["punctuation/half-width"], "", id="ignored with a reason"),
        pytest.param(
            "path: other.txt",
            ["punctuation/half-width", "date/impossible"],
            "没有用到",
            id="ignored in another file",
        ),
        pytest.param(
            "until: 2001-01-01", ["punctuation/half-width", "date/impossible"], "到期", id="expired"
        ),
        pytest.param("until: 2999-12-31", ["punctuation/half-width"], "", id="not yet expired"),
    ],
)
def test_ignored_findings(more: str, rules: list[str], words: str, folder: Path, capfd: Capture) -> None:
    (folder / ".policytext-ignore.yaml").write_text(IGNORE.format(more=more), encoding="utf-8")
    _, out, err = answer(capfd, "lint", "draft.txt")
    assert [line.split(" ")[2] for line in out.splitlines()] == rules
    assert words in err


@pytest.mark.parametrize(
    ("where", "rules"),
    [
        pytest.param("path: draft.txt", [], id="never in this file"),
        pytest.param("path: other.txt", ["date/impossible"], id="never in another file"),
        pytest.param("section: 一、", [], id="never in this section"),
        pytest.param("section: 一", ["date/impossible"], id="half an address"),
        pytest.param("section: 二、", ["date/impossible"], id="never in another section"),
    ],
)
def test_a_rule_is_ignored_in_a_file_or_section(
    where: str, rules: list[str], folder: Path, capfd: Capture
) -> None:
    entry = f"ignore:\n  - rule: date\n    reason: 存档文件\n    {where}\n"
    (folder / ".policytext-ignore.yaml").write_text(entry, encoding="utf-8")
    out = answer(capfd, "lint", "draft.txt", "--select", "date")[1]
    assert [line.split(" ")[2] for line in out.splitlines()] == rules


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        pytest.param("ignore:\n  - rule: typo\n    path: a.txt\n", 2, "reason", id="no reason"),
        pytest.param("- rule: typo\n  reason: a\n  path: a\n", 1, "ignore:", id="a list at the top"),
        pytest.param("ignore:\n  - rule: typo\n    reason: a\n", 2, "sentence、path", id="no place"),
        pytest.param("ignore:\n  - rule: typos\n    reason: a\n    path: a\n", 2, "是不是 typo", id="no such rule"),
        pytest.param("ignore:\n  - rule: typo\n    reason: a\n    pth: a\n", 4, "path", id="a misspelt key"),
        pytest.param('ignore:\n  - rule: typo\n    reason: a\n    sentence: ""\n', 4, "sentence", id="no words"),
        pytest.param(
            "ignore:\n  - rule: typo\n    reason: a\n    path: a\n    until: 2026-02-30\n", 5, "until", id="no such day"
        ),
        pytest.param("ignored:\n  - rule: typo\n", 1, "ignore", id="another key at the top"),
    ],
)  # fmt: skip
def test_a_broken_ignore_file(content: str, line: int, words: str, folder: Path, capfd: Capture) -> None:
    (folder / ".policytext-ignore.yaml").write_text(content, encoding="utf-8")
    code, out, err = answer(capfd, "lint", "draft.txt")
    assert (code, out) == (2, "")
    assert err.startswith(f"policytext: .policytext-ignore.yaml:{line}: ")
    assert words in err
    assert err.count("\n") == 1


def test_an_empty_ignore_file_ignores_nothing(folder: Path, capfd: Capture) -> None:
    (folder / ".policytext-ignore.yaml").write_text("# 尚无\n", encoding="utf-8")
    assert answer(capfd, "lint", "clean.txt")[0] == 0


def test_counts_are_of_findings_and_of_places_everywhere(folder: Path, capfd: Capture) -> None:
    (folder / "draft.txt").write_text(
        "一、总体要求\n加快发展,到13月1日,完善制度,提高质量。\n", encoding="utf-8"
    )
    assert "发现 2 项问题，共 4 处" in answer(capfd, "lint", "draft.txt")[2]
    err = answer(capfd, "lint", "draft.txt", "--update-baseline")[2]
    assert "发现 2 项问题，共 4 处，已写入基线" in err
    assert "已写入基线，共 2 项问题" in err
    err = answer(capfd, "lint", "draft.txt", "--baseline", ".policytext-baseline.json")[2]
    assert "发现 0 处问题，另有 2 项按忽略文件或基线不报告" in err
    out = answer(capfd, "lint", "draft.txt", "--format", "full", "--color", "never")[1]
    assert "错误 1 处，警告 3 处（3 处可改正）\n3 处可用 --fix 自动改正" in out


ROWS = ["rule\tseverity\tfindings\tplaces\tsafe\tunsafe", "punctuation/half-width\twarning\t2\t3\t3\t0",
        "date/impossible\terror\t1\t1\t0\t0"]  # fmt: skip


def test_statistics_count_the_findings_of_all_files_by_rule(folder: Path, capfd: Capture) -> None:
    (folder / "more.txt").write_text("加快发展,完善制度,提高质量。\n", encoding="utf-8")
    code, out, err = answer(capfd, "lint", "draft.txt", "more.txt", "--statistics")
    assert (code, out.splitlines()) == (1, ROWS)
    assert "发现 3 项问题，共 4 处" in err
    out = answer(capfd, "lint", "draft.txt", "more.txt", "--statistics", "--format", "json")[1]
    found = json.loads(out)
    assert found["summary"]["rules"] == [
        dict(zip(ROWS[0].split("\t"), [rule, severity, *map(int, numbers)], strict=True))
        for rule, severity, *numbers in (row.split("\t") for row in ROWS[1:])
    ]
    assert [len(file["findings"]) for file in found["files"]] == [2, 1]
    out = answer(capfd, "lint", "draft.txt", "--statistics", "--format", "full", "--color", "never")[1]
    assert out.splitlines()[-1].split() == ["2", "2", "1", "0", "合计"]


def test_statistics_need_a_format_with_a_table(capfd: Capture) -> None:
    code, out, err = answer(capfd, "lint", "draft.txt", "--statistics", "--format", "sarif")
    assert (code, out) == (2, "")
    assert "--statistics 不能用 sarif 格式" in err
