"""``policytext lint`` on Markdown: prose is corrected, markup stays byte for byte."""

import io
import sys
from pathlib import Path

import pytest

from policytext.cli.app import run
from tests.helpers import Capture

#: Prose around what is tried, with a comma to correct, so that every run fixes something.
BEFORE, AFTER = "加快建设,提高质量。\n\n", "\n\n加强领导,落实责任。\n"


@pytest.fixture(autouse=True)
def folder(folder: Path) -> Path:
    return folder


def fixed(text: str, name: str = "plan.md") -> str:
    Path(name).write_text(text, encoding="utf-8")
    assert run(["lint", name, "--fix", "--unsafe-fixes", "--quiet"]) in (0, 1)
    return Path(name).read_text(encoding="utf-8")


MARKUP = [
    pytest.param("详见[实施方案(附表,一)](./附件,一(2).pdf)。", id="a link, its words and its target"),
    pytest.param("![示意图,一](图,一.png)", id="a picture"),
    pytest.param("详见[实施方案,一][方案]。\n\n[方案]: ./甲,乙 '标题,一'", id="a link by a label"),
    pytest.param("本意见[^1]施行。\n\n[^1]: 注一,注二。", id="a footnote"),
    pytest.param("运行`加快,建设`命令。", id="code in a line"),
    pytest.param("运行``加快`,建设``命令。", id="code that holds a backtick"),
    pytest.param("```text\n加快,建设(一)\n```", id="fenced code"),
    pytest.param("~~~\n加快,建设\n```\n加快,建设\n~~~", id="a fence inside another"),
    pytest.param("    加快,建设\n\n    提高,质量", id="indented code"),
    pytest.param("**加快,建设**和*提高,质量*，__甲,乙__。", id="emphasis"),
    pytest.param("结对学校****所。", id="an empty emphasis"),
    pytest.param("~~加快,建设~~", id="struck out"),
    pytest.param('<a href="甲,乙">附件</a><br/><img alt="甲,乙">', id="tags of HTML"),
    pytest.param("<!-- 注释,一\n\n注释,二 -->", id="a comment over several blocks"),
    pytest.param("<pre>\n甲,乙\n\n丙,丁\n</pre>", id="preformatted HTML"),
    pytest.param("见<https://example.cn/甲,乙>。", id="a link in angle brackets"),
    pytest.param("见 https://example.cn/a,b(c) 。", id="a bare link"),
    pytest.param("| 指标 | 数值 |\n|:---|---:|\n| 甲 | 2 |", id="a table"),
    pytest.param("* * *\n\n- - -", id="rules across the page"),
    pytest.param("1. 加快建设\n2. 提高质量\n   - [ ] 待办", id="lists"),
]


@pytest.mark.parametrize("markup", MARKUP)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_markup_stays_as_it_is(markup: str, line_end: str, folder: Path) -> None:
    text = (BEFORE + markup + AFTER).replace("\n", line_end)
    path = folder / "plan.md"
    path.write_bytes(text.encode())
    assert run(["lint", "plan.md", "--fix", "--unsafe-fixes", "--quiet"]) in (0, 1)
    right = text.replace("建设,提高质量。", "建设，提高质量。").replace("领导,落实", "领导，落实")
    assert path.read_bytes().decode() == right


def test_front_matter_stays_as_it_is() -> None:
    matter = "---\ntitle: 建设,方案\nkeywords: [甲,乙]\n---\n\n"
    assert fixed(matter + BEFORE) == matter + BEFORE.replace(",", "，")


@pytest.mark.parametrize(
    ("prose", "right"),
    [
        pytest.param("- 加快建设,提高质量。", "- 加快建设，提高质量。", id="an item of a list"),
        pytest.param("> 加快建设,提高质量。", "> 加快建设，提高质量。", id="a quotation"),
        pytest.param("见[附件](a.md),提高质量。", "见[附件](a.md)，提高质量。", id="right behind a link"),
        pytest.param(
            "落实[方案](a.md)，加快建设,提高质量。",
            "落实[方案](a.md)，加快建设，提高质量。",
            id="beside a link",
        ),
        pytest.param(
            "- 甲\n\n    加快建设,提高质量。", "- 甲\n\n    加快建设，提高质量。", id="below an item, no code"
        ),
        pytest.param("<p>加快建设,提高质量。</p>", "<p>加快建设，提高质量。</p>", id="between tags"),
    ],
)
def test_prose_is_still_corrected(prose: str, right: str) -> None:
    assert fixed(f"说明。\n\n{prose}\n") == f"说明。\n\n{right}\n"


def test_a_pair_is_corrected_whole_or_not_at_all() -> None:
    text = "说明(详见**附件)**。\n"
    assert fixed(text) == text


def test_words_in_emphasis_are_reported_without_a_fix(capfd: Capture) -> None:
    Path("plan.md").write_text("**按排工作**。\n", encoding="utf-8")
    assert run(["lint", "plan.md"]) == 1
    assert "typo/confusable" in capfd.readouterr().out
    assert fixed("**按排工作**。\n") == "**按排工作**。\n"


def test_plain_text_has_no_markup() -> None:
    assert fixed("运行`加快,建设`命令。\n", "plan.txt") == "运行`加快，建设`命令。\n"


def test_standard_input_by_its_name(capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "运行`加快,建设`命令。\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert run(["lint", "-", "--stdin-filename", "plan.md", "--format", "fixed"]) == 0
    assert capfd.readouterr().out == text
