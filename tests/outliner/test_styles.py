"""Headings that a file marks by a style: strong evidence for lines without an enumerator, unless the style is abused."""

import pytest

from policytext.docx.reader import extract as extract_docx
from policytext.model.document import SET_OFF, Document
from policytext.outliner import parse
from policytext.readers.html import extract as extract_html
from policytext.readers.pdf import extract as extract_pdf
from tests.readers.printed import pdf
from tests.readers.word import docx, paragraph, run

BODY = "各部门按照分工抓好落实，年底前把进展情况报送办公室，办公室汇总后按程序上报并适时通报。" * 2
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{more}</w:style>'
    for name, more in [
        ("Title", ""),
        ("heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("heading 2", ""),
        ("mine", '<w:basedOn w:val="heading 2"/><w:rPr><w:b/></w:rPr>'),
        ("plain", '<w:basedOn w:val="heading 2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
        ("strong", "<w:rPr><w:b/></w:rPr>"),
    ]
)


def read_page(*blocks: str) -> Document:
    page = "".join(blocks).replace("~", BODY)
    return parse(extract_html(f"<html><body>{page}</body></html>".encode(), path="a.html"))


def read_word(*paragraphs: str) -> Document:
    return parse(extract_docx(docx("".join(paragraphs).replace("~", BODY), styles=STYLES), path="a.docx"))


def outline(document: Document) -> list[tuple[int, str]]:
    assert all(document.source[section.title_span] == section.title for section in document.walk())
    return [(s.level, s.marker + s.title) for s in document.walk() if s.kind != "topic"]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param(
            ("<h1>关于办好实事的报告</h1><p>~", "<h2>收入</h2><p>~<h3>来源一览</h3><p>~<h2>支出</h2><p>~"),
            [(0, "关于办好实事的报告"), (1, "收入"), (2, "来源一览"), (1, "支出")],
            id="levels of elements",
        ),
        pytest.param(
            ("<p>~<h2>一、回顾</h2><p>~<h3>收入</h3><p>~<h2>二、安排</h2><p>~<h2>说明</h2><p>~",),
            [(1, "一、回顾"), (2, "收入"), (1, "二、安排"), (1, "说明")],
            id="beside numbered headings of their level",
        ),
        pytest.param(
            ("<p>~<h2>第一部分　总论</h2><p>~<p>一、甲事<p>~<h3>说明</h3><p>~<p>二、乙事<p>~",),
            [(1, "第一部分总论"), (2, "一、甲事"), (3, "说明"), (2, "二、乙事")],
            id="below a numbering without a style that goes on across them",
        ),
        pytest.param(
            ("<p>~<p><b>为什么要出台？</b><p>~<p><strong>有哪些变化？</strong><p>~",),
            [(1, "为什么要出台"), (1, "有哪些变化")],
            id="bold paragraphs that ask",
        ),
        pytest.param(
            ('<p>~<p><span style="font-weight: 700">背景</span><p>~<p><b>内容</b>和其他<p>~',),
            [(1, "背景")],
            id="bold by its weight, and a line of which only a part is bold",
        ),
        pytest.param(
            ("<h1>关于办好实事的报告</h1><p>~<h2>收入</h2><p>~<p><b>税收</b><p>~<h2>支出</h2><p>~",),
            [(0, "关于办好实事的报告"), (1, "收入"), (2, "税收"), (1, "支出")],
            id="a bold paragraph below elements of headings",
        ),
        pytest.param(
            ("<h3>~</h3><h3>收入</h3><h3>~</h3><h3>~</h3>",), [], id="the whole text in one kind of heading"
        ),
        pytest.param(("<p><b>~<p>收入<p>~<p>支出<p>~</b>",), [], id="the whole text bold"),
        pytest.param(
            ("<p>~<h4>2026-05-06</h4><h4>来源：江口日报</h4><p>~<h4>上一篇</h4>",), [], id="labels of a page"
        ),
        pytest.param(
            ("<p>~<table><tr><td><b>指标</b><td><b>目标</b><tr><td>A<td>9</table><p>~",),
            [],
            id="the head of a table",
        ),
    ],
)
def test_elements_of_a_page(blocks: tuple[str, ...], expected: list[tuple[int, str]]) -> None:
    assert outline(read_page(*blocks)) == expected


BOLD, BLACK = "<w:b/>", '<w:rFonts w:eastAsia="黑体"/>'


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(
            (
                paragraph("办好实事的体会", style="Title"),
                paragraph("~"),
                paragraph("做法", style="heading 1"),
                paragraph("~"),
                paragraph("统筹力量", style="heading 2"),
                paragraph("~"),
                paragraph("整合资金", style="mine"),
                paragraph("~"),
                paragraph("并非标题", style="plain"),
                paragraph("", style="heading 1"),
                paragraph("体会", style="heading 1"),
                paragraph("~"),
            ),
            [(0, "办好实事的体会"), (1, "做法"), (2, "统筹力量"), (2, "整合资金"), (1, "体会")],
            id="styles by name, by level and by what they are based on",
        ),
        pytest.param(
            (
                paragraph("~"),
                '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>' + run("收入情况") + "</w:p>",
                paragraph("~"),
                '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>' + run("支出情况") + "</w:p>",
                paragraph("~"),
            ),
            [(1, "收入情况"), (1, "支出情况")],
            id="an outline level of the paragraph",
        ),
        pytest.param(
            (
                paragraph("~"),
                paragraph(runs=run("收入", BOLD) + run("情况", BOLD)),
                paragraph("~"),
                paragraph("支出情况", style="strong"),
                paragraph("~"),
                paragraph(runs=run("有关情况", BLACK)),
                paragraph("~"),
                paragraph(runs=run("仍有", BOLD) + run("不足之处")),
                paragraph("~"),
            ),
            [(1, "收入情况"), (1, "支出情况"), (1, "有关情况")],
            id="bold lines, and lines in a font of titles, but not half of a line",
        ),
        pytest.param(
            tuple(paragraph(text, style="heading 1") for text in ("~", "收入", "~", "~", "~")),
            [],
            id="the style of a heading on the text",
        ),
    ],
)
def test_styles_of_word(paragraphs: tuple[str, ...], expected: list[tuple[int, str]]) -> None:
    assert outline(read_word(*paragraphs)) == expected


def test_larger_letters_of_a_pdf() -> None:
    text = ["各部门按照分工抓好落实，年底前把进展情况报送办公室", "汇总后按程序上报。"]
    lines: list[tuple[str, float, float, float]] = [("现将情况报告如下。", 118, 70, 14)]
    top = 100.0
    for heading in ("收入来源", "支出去向", "结余用途"):
        lines.append((heading, 90, top, 18))
        lines += [(text[0], 118, top + 30, 14), (text[1], 90, top + 55, 14)]
        top += 100
    source = extract_pdf(pdf([lines]), path="a.pdf")
    assert [source.text[at : at + 4] for at, level in source.headings if level == SET_OFF] == [
        "收入来源",
        "支出去向",
        "结余用途",
    ]
    assert outline(parse(source)) == [(1, "收入来源"), (1, "支出去向"), (1, "结余用途")]


def test_marks_of_lines_are_data_of_the_source() -> None:
    source = read_page("<p>~<h2>收入</h2><p><b>支出</b><p>~").source
    assert [(source.text[at : at + 2], level) for at, level in source.headings] == [
        ("收入", 2),
        ("支出", SET_OFF),
    ]
