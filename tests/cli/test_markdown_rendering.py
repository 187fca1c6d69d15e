"""A fixed Markdown file renders as before: markdown-it-py finds the same tokens, and only words differ."""

import re
from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from policytext.model.document import Source
from policytext.pipeline import Analysis
from policytext.rulebook.packs import load_rules
from policytext.text.edits import apply_fixes
from tests.helpers import ROOT

FILES = ROOT.parent / "shared" / "data" / "files"
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.S)


@cache
def parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def structure(tokens: Sequence[Token]) -> list[object]:
    """The tokens without the words of prose; words of code, of link targets and of pictures count."""
    shape: list[object] = []
    for token in tokens:
        if token.type == "text":
            shape += [] if shape[-1:] == ["words"] else ["words"]
        elif token.type == "html_block":
            shape += _TAG.findall(token.content)
        elif token.type == "inline":
            shape.append(structure(token.children or ()))
        else:
            shape.append((token.type, token.tag, sorted(token.attrs.items()), token.content, token.info))
            shape += structure(token.children or ())
    return shape


def fix(text: str) -> str:
    source = Source(text=text, medium="markdown")
    return apply_fixes(text, Analysis(source, load_rules()[0]).findings, unsafe=True).text


def check(text: str) -> None:
    fixed = fix(text)
    assert structure(parser().parse(fixed)) == structure(parser().parse(text)), fixed


@pytest.mark.parametrize("name", sorted(path.name for path in FILES.glob("*.md") if path.name != "README.md"))
def test_files_render_as_before(name: str) -> None:
    check((FILES / name).read_text(encoding="utf-8"))


PIECES = st.sampled_from(
    ["# ", "## ", "加快建设,提高质量", "(一)总体要求", "“甲\"", "按排工作", "的的", "。。", "２０２６年", " ", "**", "*", "_", "`", "``", "[", "](./甲,乙.pdf)", "![", "](a.png)",
     "\n", "\n\n", "> ", "- ", "1. ", "1、", "| 甲,乙 | 2 |\n|---|---|\n| 丙,丁 | 3 |\n", "---", "<p>", "</p>", "<!-- ", " -->", "<b title='甲,乙'>", "</b>",
     "```\n", "    ", "\t", "正文；", "[^1]", "[^1]: ", "[52]", "\\", "~~", "https://example.cn/甲,乙", "<https://example.cn/>", "&nbsp;", "((", "))", ":", "!", "?", ";", "+"]
)  # fmt: skip


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_text_renders_as_before(text: str) -> None:
    check(text)


#: A sign at the side of emphasis, code or a link decides whether these are such.
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("加快**建设**,提高质量。", id="a comma behind emphasis"),
        pytest.param("加快,**建设**提高质量。", id="a comma before emphasis"),
        pytest.param("见[附件](a.md),提高,质量。", id="a comma behind a link"),
        pytest.param('**“加快建设"**,提高质量', id="quotes inside emphasis"),
        pytest.param("加快建设\n---\n提高,质量", id="an underlined heading"),
        pytest.param("加快建设,\n- 提高,质量", id="a list behind a paragraph"),
        pytest.param("| 甲 | 乙 |\n|---|---|\n| 加快,建设 | (一) |", id="a table"),
    ],
)
def test_signs_beside_markup(text: str) -> None:
    check(text)
