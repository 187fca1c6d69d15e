"""The formatting of a span of the extracted text: the properties of its runs and paragraphs as the file has them."""

import pytest

from policytext.docx.formatting import DocumentFormatting
from policytext.docx.reader import extract
from policytext.errors import ReadError
from policytext.model.document import Span
from policytext.model.read_options import ReadOptions
from tests.readers.test_docx import LINKS
from tests.readers.word import SPACE, docx, level, lists, paragraph, run

SONG = '<w:rFonts w:ascii="宋体" w:eastAsia="仿宋_GB2312"/><w:b/><w:sz w:val="32"/>'
STRONG_STYLE = '<w:rStyle w:val="Strong"/>'
STYLED = (
    '<w:p><w:pPr><w:pStyle w:val="Body"/><w:jc w:val="center"/><w:ind w:firstLine="640"/><w:rPr><w:i/></w:rPr></w:pPr>'
    f"{run('实现', SONG)}{run('升级。', STRONG_STYLE)}</w:p>"
)


def find(
    body: str, span: tuple[int, int], **more: str
) -> list[tuple[str, dict[str, dict[str, str]], dict[str, dict[str, str]]]]:
    data = docx(body, **more)
    source = extract(data, path="a.docx")
    return [
        (source[found.span], plain(found.run), plain(found.paragraph))
        for found in DocumentFormatting(data, "a.docx").find(Span(*span))
    ]


def plain(properties: object) -> dict[str, dict[str, str]]:
    return {name: dict(values) for name, values in dict(properties).items()}  # type: ignore[call-overload]


BODY = {"pStyle": {"val": "Body"}, "jc": {"val": "center"}, "ind": {"firstLine": "640"}}
FONT = {"rFonts": {"ascii": "宋体", "eastAsia": "仿宋_GB2312"}, "b": {}, "sz": {"val": "32"}}
STRONG = {"rStyle": {"val": "Strong"}}


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        pytest.param((3, 5), [("实现", FONT, BODY)], id="a run"),
        pytest.param((4, 6), [("现", FONT, BODY), ("升", STRONG, BODY)], id="parts of two runs"),
        pytest.param((0, 2), [("文件", {}, {})], id="without properties"),
        pytest.param((1, 4), [("件", {}, {}), ("实", FONT, BODY)], id="two paragraphs"),
        pytest.param((2, 3), [], id="the line end"),
        pytest.param((4, 4), [], id="nothing"),
        pytest.param((90, 99), [], id="beyond the text"),
    ],
)  # fmt: skip
def test_properties_of_a_span(span: tuple[int, int], expected: list[object]) -> None:
    assert find(paragraph("文件") + STYLED, span) == expected


def test_styles_by_id() -> None:
    data = docx(STYLED)
    (found,) = DocumentFormatting(data, "a.docx").find(Span(3, 4))
    assert (found.run_style, found.paragraph_style) == ("Strong", "Body")


def test_raised_digits_keep_their_formatting() -> None:
    raised = run("2", '<w:vertAlign w:val="superscript"/>')
    assert find(paragraph(runs=run("m") + raised), (1, 2)) == [
        ("²", {"vertAlign": {"val": "superscript"}}, {})
    ]


def test_a_number_has_no_run() -> None:
    found = find(paragraph("总则", number=(1, 0)), (0, 4), numbering=lists(level(0, "decimal", "%1、")))
    assert [(text, own) for text, own, _ in found] == [("1、", {}), ("总则", {})]
    assert found[1][2]["numId"] == {"val": "1"}


def test_headers_have_formatting_where_they_are_read() -> None:
    data = docx(paragraph("文"), header1=f"<w:hdr {SPACE}>{STYLED}</w:hdr>", links=LINKS)
    options = ReadOptions(parts=("headers",))
    (found,) = DocumentFormatting(data, "a.docx", options).find(Span(2, 4))
    assert found.run["sz"]["val"] == "32"


def test_a_cell_has_the_formatting_of_its_own_paragraph() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph('甲')}</w:tc><w:tc>{STYLED}</w:tc></w:tr></w:tbl>"
    assert find(table, (4, 5)) == [("实", FONT, BODY)]


def test_nothing_is_read_before_it_is_asked_for() -> None:
    formatting = DocumentFormatting(b"broken", "a.docx")
    with pytest.raises(ReadError):
        list(formatting.find(Span(0, 1)))
