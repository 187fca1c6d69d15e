"""Superscripts, subscripts and check boxes of Word documents are read as Unicode characters, and no fix touches them."""

import pytest

import policytext
from policytext.docx.reader import extract
from policytext.docx.writer import WordWriter
from policytext.model.annotations import Edit
from policytext.model.document import Span
from tests.readers.word import SPACE, docx, paragraph, parts, run

UP, DOWN = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
NOTE_STYLE = (
    '<w:style w:type="character" w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Own"><w:basedOn w:val="Mark"/></w:style>'
)
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def text(runs: str, styles: str = "") -> str:
    return extract(docx(paragraph(runs=runs), styles=styles), path="a.docx").text.removesuffix("\n")


@pytest.mark.parametrize(
    ("runs", "line"),
    [
        pytest.param(run("产量10") + run("4", UP) + run("吨"), "产量10⁴吨", id="a power of ten"),
        pytest.param(run("10") + run("-", UP) + run("3", UP) + run("克"), "10⁻³克", id="a sign and a digit in two runs"),
        pytest.param(run("绿地120m") + run("2", UP), "绿地120m²", id="a square metre"),
        pytest.param(run("企业120") + run("2", UP) + run("家"), "企业120²家", id="a note mark behind a figure"),
        pytest.param(run("企业120") + run("[1]", UP) + run("家"), "企业120[¹]家", id="a note mark in brackets"),
        pytest.param(run("企业120") + run("1,2", UP) + run("家"), "企业120¹,²家", id="two note marks"),
        pytest.param(run("企业120") + run("①", UP), "企业120①", id="a circled note mark stays"),
        pytest.param(run("第1") + run("st", UP), "第1st", id="letters stay"),
        pytest.param(run("到") + run("2030年", UP), "到2030年", id="words that are only set high stay"),
        pytest.param(run("CO") + run("2", DOWN) + run("排放"), "CO₂排放", id="a chemical formula"),
        pytest.param(run("PM") + run("2.5", DOWN) + run("浓度"), "PM₂.₅浓度", id="a subscript with a point"),
        pytest.param(run("120") + run("2", "<w:vertAlign w:val='baseline'/>"), "1202", id="on the line again"),
        pytest.param(run("120") + run("2", "<w:rStyle w:val='Own'/>"), "120²", id="raised by a style's style"),
        pytest.param(run("120") + run("2", "<w:rStyle w:val='Own'/><w:vertAlign w:val='baseline'/>"), "1202", id="not raised in spite of its style"),
        pytest.param(run("120") + run("2", "<w:rStyle w:val='Unknown'/>"), "1202", id="a style that does not exist"),
        pytest.param(f"{run('约10')}<m:oMath {M}><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>4</m:t></m:r></m:sup></m:sSup></m:oMath>{run('吨')}", "约1010⁴吨", id="a formula"),
        pytest.param("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>" + run("是"), "☑是", id="a ticked box of a symbol font"),
        pytest.param("<w:r><w:sym w:font='Wingdings' w:char='F0A8'/></w:r>" + run("否"), "□否", id="an empty box of a symbol font"),
        pytest.param("<w:r><w:sym w:font='Wingdings 2' w:char='0052'/></w:r>" + run("是"), "☑是", id="another symbol font"),
        pytest.param("<w:r><w:sym w:font='MS Gothic' w:char='2611'/></w:r>" + run("是"), "☑是", id="a font with Unicode characters"),
        pytest.param(run("\uf0fe是", "<w:rFonts w:ascii='Wingdings' w:hAnsi='Wingdings'/>"), "☑是", id="a box as text of a symbol font"),
        pytest.param(f"<w:sdt><w:sdtPr><w14:checkbox {W14}><w14:checked w14:val='1'/></w14:checkbox></w:sdtPr><w:sdtContent>{run('☒')}</w:sdtContent></w:sdt>{run('是')}", "☒是", id="a control shows its own character"),
        pytest.param(f"<w:sdt><w:sdtPr><w14:checkbox {W14}><w14:checked w14:val='1'/></w14:checkbox></w:sdtPr><w:sdtContent/></w:sdt>{run('是')}", "☑是", id="a ticked control without a character"),
        pytest.param(f"<w:sdt><w:sdtPr><w14:checkbox {W14}/></w:sdtPr><w:sdtContent/></w:sdt>{run('否')}", "☐否", id="an empty control without a character"),
        pytest.param(f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent/></w:sdt>{run('否')}", "否", id="a control of another kind"),
        pytest.param("<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>" + run("是"), "☑是", id="an old form field"),
        pytest.param("<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val='0'/></w:checkBox></w:ffData></w:fldChar></w:r>" + run("否"), "☐否", id="an empty old form field"),
    ],
)  # fmt: skip
def test_what_is_read(runs: str, line: str) -> None:
    assert text(runs, NOTE_STYLE) == line


def test_a_raised_digit_is_no_digit_of_the_figure_before_it() -> None:
    runs = (
        run("到2030年，服务企业达到120家") + run("2", UP) + run("，入学率达到95%") + run("3", UP) + run("。")
    )
    source = extract(docx(paragraph(runs=runs)), path="a.docx")
    assert [str(found.value) for found in policytext.targets(source).indicators] == ["120", "95"]


def test_a_fix_leaves_raised_digits_alone() -> None:
    runs = run("120") + run("2", UP) + run("家企业,") + run("开工。")
    data = docx(paragraph(runs=runs))
    words = extract(data, path="a.docx").text
    writer = WordWriter(data, "a.docx")
    raised = words.index("²")
    comma = words.index(",")
    before = parts(data)["word/document.xml"]
    assert writer.write_edits(
        [Edit(Span(raised, raised + 1), "3")]
    )  # not written: the bytes below are the same
    assert parts(writer.write_edits([Edit(Span(raised, raised + 1), "3")]))["word/document.xml"] == before
    fixed = parts(writer.write_edits([Edit(Span(comma, comma + 1), "，")]))["word/document.xml"]
    assert fixed == before.replace(b",", "，".encode())


def test_notes_have_raised_digits_too() -> None:
    notes = f"<w:footnotes {SPACE}><w:footnote w:id='2'>{paragraph(runs=run('面积单位为m') + run('2', UP))}</w:footnote></w:footnotes>"
    assert extract(docx(paragraph("文"), footnotes=notes), path="a.docx").text == "文\n面积单位为m²\n"
