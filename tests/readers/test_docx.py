"""Reading Word documents: automatic numbers, omitted text, the place of each line, and hostile packages."""

import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext.docx.body import read_body
from policytext.docx.reader import extract
from policytext.errors import ReadError
from policytext.model.read_options import ReadOptions
from tests.readers.word import MORE, OFFICE, SPACE, docx, level, lists, paragraph, run


def text(body: str, **parts: str) -> list[str]:
    return extract(docx(body, **parts), path="a.docx").text.splitlines()


def numbered(*levels: int, number: int = 1) -> str:
    return "".join(paragraph("甲", number=(number, level)) for level in levels)


@pytest.mark.parametrize(
    ("form", "pattern", "label"),
    [
        pytest.param("chineseCounting", "%1、", "二、", id="chinese"),
        pytest.param("chineseCountingThousand", "第%1条", "第二条 ", id="article"),
        pytest.param("japaneseCounting", "（%1）", "（二）", id="japanese-is-the-same"),
        pytest.param("ideographTraditional", "%1、", "乙、", id="stems"),
        pytest.param("ideographZodiac", "%1、", "丑、", id="branches"),
        pytest.param("chineseLegalSimplified", "%1、", "贰、", id="financial"),
        pytest.param("decimalEnclosedCircle", "%1", "② ", id="circled"),
        pytest.param("decimalEnclosedParen", "%1", "⑵ ", id="parenthesised"),
        pytest.param("decimalFullWidth", "%1．", "２．", id="full-width"),
        pytest.param("lowerLetter", "%1)", "b) ", id="letter"),
        pytest.param("upperRoman", "%1.", "II. ", id="roman"),
        pytest.param("bullet", "", "• ", id="symbol-fonts-bullet"),
        pytest.param("none", "%1", "", id="none"),
        pytest.param("someFutureForm", "%1.", "2. ", id="unknown-form"),
    ],
)
def test_number_forms(form: str, pattern: str, label: str) -> None:
    found = text(numbered(0, 0), numbering=lists(level(0, form, pattern)))
    assert found[1] == f"{label}甲"


def test_levels_count_below_each_other() -> None:
    forms = lists(
        level(0, "chineseCounting", "%1、"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%1.%2.%3"),
    )
    found = text(numbered(0, 1, 1, 2, 0, 1, 2, 2), numbering=forms)
    assert [line[:-1] for line in found] == [
        "一、",
        "（一）",
        "（二）",
        "一.二.1 ",
        "二、",
        "（一）",
        "二.一.1 ",
        "二.一.2 ",
    ]


def test_legal_numbers_are_digits_throughout() -> None:
    forms = lists(level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert text(numbered(0, 0, 1), numbering=forms)[2] == "2.1 甲"


def test_articles_count_on_across_chapters() -> None:
    forms = lists(
        level(0, "chineseCounting", "第%1章"),
        level(1, "chineseCounting", "第%2条", '<w:lvlRestart w:val="0"/>'),
    )
    found = text(numbered(0, 1, 1, 0, 1), numbering=forms)
    assert found == ["第一章 甲", "第一条 甲", "第二条 甲", "第二章 甲", "第三条 甲"]


def test_lists_of_one_definition_count_together_unless_they_restart() -> None:
    more = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = numbered(0) + numbered(0, number=2) + numbered(0, 0, number=3)
    assert text(body, numbering=lists(level(0, "decimal", "%1、"), more=more)) == [
        "1、甲",
        "2、甲",
        "5、甲",
        "6、甲",
    ]


def test_a_style_has_a_list() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Top"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Top"/></w:style>'
    )
    forms = lists(
        level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="Sub"/>')
    )
    body = (
        paragraph("甲", style="Top")
        + paragraph("乙", style="Sub")
        + paragraph("丙", style="Top")
        + paragraph("丁")
    )
    assert text(body, numbering=forms, styles=styles) == ["一、甲", "（一）乙", "二、丙", "丁"]


def test_a_paragraph_leaves_its_styles_list_with_number_zero() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Top"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    body = (
        paragraph("甲", style="Top")
        + paragraph("乙", style="Top", number=(0, 0))
        + paragraph("丙", style="Top")
    )
    assert text(body, numbering=lists(level(0, "decimal", "%1、")), styles=styles) == ["1、甲", "乙", "2、丙"]


def test_a_list_that_is_written_twice_counts_once() -> None:
    twice = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' * 2
    body = f"<w:p><w:pPr>{twice}</w:pPr>{run('甲')}</w:p>" + numbered(0)
    assert text(body, numbering=lists(level(0, "decimal", "%1、"))) == ["1、甲", "2、甲"]


def test_an_empty_numbered_paragraph_counts_and_shows_nothing() -> None:
    body = numbered(0) + paragraph("", number=(1, 0)) + numbered(0)
    assert text(body, numbering=lists(level(0, "decimal", "%1、"))) == ["1、甲", "", "3、甲"]


@pytest.mark.parametrize(
    ("runs", "line"),
    [
        pytest.param(f"{run('推')}<w:ins>{run('进')}</w:ins>", "推进", id="insertion-accepted"),
        pytest.param(f"{run('推')}<w:del><w:r><w:delText>荐</w:delText></w:r></w:del>{run('进')}", "推进", id="deletion-gone"),
        pytest.param(f"<w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('新')}</w:moveTo>", "新", id="moved"),
        pytest.param(f"{run('推')}<w:r><w:commentReference w:id='1'/></w:r>{run('进')}", "推进", id="comment-left-out"),
        pytest.param(f"{run('推')}{run('密', '<w:vanish/>')}{run('进')}", "推进", id="hidden-left-out"),
        pytest.param(f"<w:r><w:instrText>TOC</w:instrText></w:r>{run('目录')}", "目录", id="field-code-left-out"),
        pytest.param("<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t></w:r>", "一\t二", id="tab"),
        pytest.param("<w:r><w:t>A&amp;B &lt;</w:t></w:r>", "A&B <", id="entities"),
        pytest.param("<w:r><w:t>一</w:t><w:br w:type='page'/><w:t>二</w:t></w:r>", "一二", id="page-break"),
        pytest.param(f"<w:r><w:ruby><w:rt>{run('dá')}</w:rt><w:rubyBase>{run('达')}</w:rubyBase></w:ruby></w:r>", "达", id="pinyin-above"),
        pytest.param("<w:r><w:sym w:font='Wingdings' w:char='F0E0'/><w:t>一</w:t></w:r>", "一", id="symbol-font"),
    ],
)  # fmt: skip
def test_the_displayed_text_is_read(runs: str, line: str) -> None:
    assert text(paragraph(runs=runs)) == [line]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>{run('推进')}</w:p>"
    assert text(first + paragraph("建设")) == ["推进建设"]


def test_a_text_box_follows_its_paragraph_and_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('框')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback><v:pict>{box}</v:pict></mc:Fallback></mc:AlternateContent>"
    assert text(f"<w:p>{run('文')}<w:r>{both}</w:r></w:p>{paragraph('尾')}") == ["文", "框", "尾"]


def cell(*texts: str) -> str:
    return f"<w:tc>{''.join(map(paragraph, texts))}</w:tc>"


def test_tables_are_rows_but_frames_are_not() -> None:
    table = f"<w:tbl><w:tr>{cell('指标')}{cell('2030年', '（万）')}</w:tr><w:tr>{cell('入户率')}{cell('60')}</w:tr></w:tbl>"
    frame = f"<w:tbl><w:tr>{cell('一、总则', '二、附则')}</w:tr></w:tbl>"
    source = extract(docx(paragraph("首") + table + frame + paragraph("尾")), path="a.docx")
    assert source.text.splitlines() == [
        "首",
        "指标 | 2030年 （万）",
        "入户率 | 60",
        "一、总则",
        "二、附则",
        "尾",
    ]
    assert [source.location(source.line_starts[line]) for line in (0, 1, 2, 4, 5)] == [
        "paragraph 1", "table 1 row 1", "table 1 row 2", "table 2 row 1 cell 1", "paragraph 2",
    ]  # fmt: skip


def test_footnotes_follow_the_text() -> None:
    notes = (
        f"<w:footnotes {SPACE}><w:footnote w:type='separator' w:id='0'>{paragraph('线')}</w:footnote>"
        f"<w:footnote w:id='2'>{paragraph('注')}</w:footnote></w:footnotes>"
    )
    source = extract(docx(paragraph("文"), footnotes=notes), path="a.docx")
    assert source.text == "文\n注\n"
    assert source.location(2) == "footnote 2"


def test_headers_are_left_out() -> None:
    assert text(paragraph("文"), header1=f"<w:hdr {SPACE}>{paragraph('页眉')}</w:hdr>") == ["文"]


HEAD, FOOT = f"{OFFICE}/header", f"{OFFICE}/footer"
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="a" Type="{HEAD}" Target="header1.xml"/><Relationship Id="b" Type="{FOOT}" Target="/word/footer1.xml"/>'
    f'<Relationship Id="c" Type="{HEAD}" Target="header1.xml"/><Relationship Id="d" Type="{HEAD}" Target="nowhere.xml"/></Relationships>'
)


@pytest.mark.parametrize(
    ("kinds", "lines"),
    [
        pytest.param((), ["文"], id="neither without a request"),
        pytest.param(("headers",), ["文", "内部资料"], id="headers"),
        pytest.param(("footers", "headers"), ["文", "内部资料", "第1页"], id="headers before footers"),
    ],
)
def test_headers_and_footers_on_request(kinds: tuple[str, ...], lines: list[str]) -> None:
    data = docx(
        paragraph("文"),
        header1=f"<w:hdr {SPACE}>{paragraph('内部资料')}{paragraph()}</w:hdr>",
        footer1=f"<w:ftr {SPACE}>{paragraph('第1页')}</w:ftr>",
        links=LINKS,
    )
    source = extract(data, path="a.docx", options=ReadOptions(parts=kinds))
    assert source.text.splitlines() == lines
    assert source.location(0) == "paragraph 1"
    assert [source.location(source.line_starts[at]) for at in range(1, len(lines))] == [
        "header 1",
        "footer 1",
    ][: len(lines) - 1]


def test_pictures_are_counted_once() -> None:
    blip = "<a:blip xmlns:a='a'/>"
    picture = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{blip}</w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:imagedata/></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    old = "<w:pict><v:shape><v:imagedata/></v:shape></w:pict>"
    source = extract(docx(paragraph(runs=f"{run('图')}<w:r>{picture}</w:r><w:r>{old}</w:r>")), path="a.docx")
    assert (source.text, source.pictures) == ("图\n", 2)


def test_labels_are_no_longer_than_word_allows() -> None:
    # 1.1 kB that would become 34 MB.
    found = text(numbered(*[0] * 300), numbering=lists(level(0, "decimal", "%1、" * 20_000)))
    assert max(map(len, found)) == 256
    assert found[4].startswith("5、5、5、")


def test_more_labels_than_any_document_has_are_refused() -> None:
    data = docx(numbered(*[0] * 10_000), numbering=lists(level(0, "decimal", "%1、" * 200)))
    assert fault(data) == "bomb"


def fault(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        extract(data, path="a.docx")
    return caught.value.code


def test_hostile_and_damaged_packages() -> None:
    good = docx(paragraph("文"))
    assert fault(good[:200]) == "truncated-docx"
    assert fault(good[:200] + good[-200:]) == "damaged-docx"
    assert fault(docx("<w:p>")) == "damaged-docx"
    assert fault(docx(paragraph("文"), numbering="<w:num")) == "damaged-docx"
    deep = "<w:sdt>" * 5_000 + "</w:sdt>" * 5_000
    assert fault(docx(deep)) == "too-deep"
    assert fault(docx(paragraph(" "))) == "no-text-docx"
    picture = "<w:r><w:drawing><a:blip xmlns:a='a'/></w:drawing></w:r>"
    assert fault(docx(paragraph(runs=picture))) == "pictures-only-docx"


def test_entities_are_never_expanded() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY a "{"甲" * 100}"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
            f"<w:document {SPACE} {MORE}><w:body><w:p><w:r><w:t>&a;&f;</w:t></w:r></w:p></w:body></w:document>",
        )
    assert fault(out.getvalue()) == "bomb"


def test_a_part_with_an_extreme_ratio_is_not_unpacked() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", "<a>" + " " * 50_000_000)
    assert fault(out.getvalue()) == "bomb"


GOOD = docx(paragraph("一、总体要求") + numbered(0), numbering=lists(level(0, "decimal", "%1、")))


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=4), st.booleans())
def test_mutations_never_crash(at: int, put: bytes, cut: bool) -> None:
    with suppress(ReadError):
        extract(GOOD[:at] + put + GOOD[at + (0 if cut else len(put)) :], path="a.docx")


XML = st.lists(
    st.sampled_from(
        ["<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "甲", "&amp;", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>",
         "<w:tc>", "</w:tc>", "<w:del>", "</w:del>", "<w:ins>", "</w:ins>", "<w:pPr>", "</w:pPr>", "<w:tab/>", "<w:br/>"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(XML)
def test_every_character_knows_its_bytes(body: str) -> None:
    part = f"<w:body {SPACE}>{body}</w:body>".encode()
    try:
        found = read_body(part, "a.docx").paragraphs
    except ReadError:
        return
    for paragraph_found in found:
        for piece in paragraph_found.pieces:
            if piece.byte >= 0:
                raw = part[piece.byte : piece.byte + piece.size].decode()
                assert raw.replace("&amp;", "&") == piece.text
