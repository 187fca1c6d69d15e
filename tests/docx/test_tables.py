"""The cells of Word tables, merged ones resolved, and tables that are large, nested or damaged."""

import pytest

from policytext.docx.reader import extract
from policytext.model.document import Source
from tests.readers.word import docx, paragraph


def cell(text: str, properties: str = "", *, more: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}{more}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def read(body: str) -> Source:
    return extract(docx(body), path="a.docx")


def grid(source: Source, number: int = 0) -> list[list[str | None]]:
    return [[place and place.text for place in line] for line in source.tables[number].rows()]


def span(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


TOP, BELOW = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([row(cell("指标"), cell("目标")), row(cell("入学率"), cell("95%"))], [["指标", "目标"], ["入学率", "95%"]], id="plain"),
        pytest.param([row(cell("指标", span(2)), cell("单位")), row(cell("入学率"), cell("95"), cell("%"))], [["指标", "指标", "单位"], ["入学率", "95", "%"]], id="merged columns"),
        pytest.param([row(cell("教育", TOP), cell("入学率")), row(cell("", BELOW), cell("师生比"))], [["教育", "入学率"], ["教育", "师生比"]], id="merged rows"),
        pytest.param([row(cell("类别", TOP + span(2)), cell("甲")), row(cell("", BELOW + span(2)), cell("乙")), row(cell("a"), cell("b"), cell("丙"))], [["类别", "类别", "甲"], ["类别", "类别", "乙"], ["a", "b", "丙"]], id="merged both ways"),
        pytest.param([row(cell("一", TOP), cell("x")), row(cell("二", TOP), cell("y")), row(cell("", BELOW), cell("z"))], [["一", "x"], ["二", "y"], ["二", "z"]], id="a merge below another cell"),
        pytest.param([row(cell("一"), cell("x")), row(cell("二", BELOW), cell("y"))], [["一", "x"], ["二", "y"]], id="a merge that continues nothing"),
        pytest.param([row(cell("一"), cell("二"), cell("三")), row(cell("乙"), cell("丙"), properties='<w:gridBefore w:val="1"/>')], [["一", "二", "三"], [None, "乙", "丙"]], id="columns before the first cell"),
        pytest.param([row(cell("一"), cell("二", '<w:hMerge w:val="restart"/>'), cell("", '<w:hMerge w:val="continue"/>')), row(cell("a"), cell("b"), cell("c"))], [["一", "二", "二"], ["a", "b", "c"]], id="merged columns of an old file"),
        pytest.param([row(cell("标题", span(2))), row(cell("一"), cell("二"))], [["标题", "标题"], ["一", "二"]], id="a title row"),
        pytest.param([row(cell("目标", more=paragraph("（2030年）")), cell("二"))], [["目标 （2030年）", "二"]], id="two paragraphs in a cell"),
        pytest.param([row(cell("a", span(999_999_999_999)), cell("b"))], [["a", "b"]], id="a span beyond all tables"),
        pytest.param([row(cell("a", span(0)), cell("b", '<w:gridSpan w:val="-2"/>'))], [["a", "b"]], id="spans of nothing"),
    ],
)  # fmt: skip
def test_cells(rows: list[str], expected: list[list[str | None]]) -> None:
    source = read(paragraph("首") + table(*rows) + paragraph("尾"))
    assert grid(source) == expected
    for found in source.tables[0].cells:
        assert source[found.span] == found.text


def test_the_text_of_a_table_is_a_line_for_each_row() -> None:
    source = read(table(row(cell("指标", TOP), cell("2030年")), row(cell("", BELOW), cell("95%"))))
    assert source.text == "指标 | 2030年\n | 95%\n"


def test_a_frame_of_one_cell_is_no_table_and_those_inside_are() -> None:
    inner = table(row(cell("指标"), cell("目标")), row(cell("入学率"), cell("95%")))
    source = read(table(row(cell("一、总则", more=inner + paragraph("")))))
    assert [grid(source, number) for number in range(len(source.tables))] == [
        [["指标", "目标"], ["入学率", "95%"]]
    ]


def test_a_table_inside_a_cell_is_text_of_the_cell() -> None:
    inner = table(row(cell("甲"), cell("乙")))
    source = read(table(row(cell("指标", more=inner + paragraph("")), cell("目标"))))
    assert len(source.tables) == 1
    assert grid(source) == [["指标\n甲 | 乙", "目标"]]


def test_a_table_in_a_text_box_is_a_table() -> None:
    box = f"<w:r><w:txbxContent>{table(row(cell('甲'), cell('乙')))}</w:txbxContent></w:r>"
    source = read(f"<w:p>{box}</w:p>")
    assert grid(source) == [["甲", "乙"]]


def test_a_number_of_a_list_is_text_of_its_cell() -> None:
    from tests.readers.word import level, lists

    numbered = f"<w:tc>{paragraph('新建学校', number=(1, 0))}</w:tc>"
    data = docx(table(row(numbered, cell("3所"))), numbering=lists(level(0, "decimal", "%1.")))
    assert grid(extract(data, path="a.docx")) == [["1. 新建学校", "3所"]]


def test_tables_nested_a_thousand_deep_are_read_in_linear_time() -> None:
    depth = 700  # of XML elements four for each table
    body = "<w:tbl><w:tr><w:tc>" * depth + paragraph("甲") + "</w:tc></w:tr></w:tbl>" * depth
    assert read(body).text == "甲\n"
    wide = (
        f"<w:tbl><w:tr><w:tc>{paragraph('外')}</w:tc><w:tc>" * depth
        + paragraph("甲")
        + "</w:tc></w:tr></w:tbl>" * depth
    )
    assert len(read(wide).tables) == 1


def test_a_table_of_many_cells_is_read_in_linear_time() -> None:
    source = read(table(*[row(*[cell("1") for _ in range(50)]) for _ in range(2_000)]))
    assert len(source.tables[0].cells) == 100_000


def test_a_table_with_more_cells_than_any_document_has_is_only_text() -> None:
    wide = row(cell("a", span(1_000)), cell("b", span(1_000)))
    source = read(table(*[wide for _ in range(600)]))
    assert source.text.count("\n") == 600
    assert source.tables == ()
