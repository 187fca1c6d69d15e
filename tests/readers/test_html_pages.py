"""Pages of government sites: exactly the article, its tables, and the fields that the page states."""

import sys

import pytest

from policytext.outliner import parse
from policytext.readers.html import extract
from tests.readers import pages

EVERY_PAGE = pytest.mark.parametrize(
    "page", [pytest.param(page, id=name) for name, page in pages.PAGES.items()]
)
SELECTION = pytest.mark.parametrize("library", [True, False], ids=["trafilatura", "no-trafilatura"])


@EVERY_PAGE
@SELECTION
def test_the_text_is_the_article(page: pages.Page, library: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not library:
        monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert extract(page.markup.encode(), path="a.html").text.splitlines() == page.lines


@EVERY_PAGE
def test_the_page_states_fields(page: pages.Page) -> None:
    assert tuple(extract(page.markup.encode(), path="a.html").stated) == page.stated


@pytest.mark.parametrize(
    ("page", "fields"),
    [
        pytest.param(pages.STATE_COUNCIL, ("某部关于加强社区服务的意见", "2026-03-02", "某部", "某部发〔2026〕12号"), id="the date of the box"),
        pytest.param(pages.COUNTY, ("青溪县人民政府关于社区服务的通知", "2026-05-06", "青溪县人民政府", None), id="the text's own date and issuer"),
        pytest.param(pages.WORD_EXPORT, ("耕地保护情况通报", None, None, None), id="nothing is invented"),
        pytest.param(pages.HONG_KONG, ("社區服務計劃推行安排", None, None, None), id="a title that ends in no type of document"),
    ],
)  # fmt: skip
def test_stated_fields_complete_the_front_matter(page: pages.Page, fields: tuple[str | None, ...]) -> None:
    document = parse(extract(page.markup.encode(), path="a.html"))
    assert (document.title, document.date, document.issuer, document.document_number) == fields
    assert document.sections[0].kind == "title"


@pytest.mark.parametrize(
    ("title", "stated"),
    [
        pytest.param(
            "关于普查的通知_统计_江口市人民政府门户网站", "关于普查的通知", id="a category and a site"
        ),
        pytest.param("关于普查的通知 - 江口市政府", "关于普查的通知", id="a site behind a dash"),
        pytest.param("2026-2030年普查规划", "2026-2030年普查规划", id="a hyphen of the title"),
        pytest.param("江口市人民政府门户网站", None, id="a site alone"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(title: str, stated: str | None) -> None:
    page = f"<title>{title}</title><h1>{stated or '政策文件'}</h1><p>{pages.AIM}</p>"
    assert extract(f"<html>{page}".encode(), path="a.html").stated.title == stated


def rows_of(markup: str) -> list[list[str | None]]:
    source = extract(
        f"<html><p>{pages.WORK}</p><table>{markup}</table><p>{pages.AIM}</p>".encode(), path="a.html"
    )
    for table in source.tables:
        assert all(source[cell.span] == cell.text for cell in table.cells)
    return [[cell and cell.text for cell in row] for table in source.tables for row in table.rows()]


@pytest.mark.parametrize(
    ("markup", "rows"),
    [
        pytest.param("<tr><th>指标<th>2030年<tr><td>入户率<td>60%", [["指标", "2030年"], ["入户率", "60%"]], id="plain"),
        pytest.param(
            "<tr><th rowspan=2>指标<th colspan=2>目标<tr><th>2026年<th>2030年<tr><td>床位<td>1<td>2",
            [["指标", "目标", "目标"], ["指标", "2026年", "2030年"], ["床位", "1", "2"]],
            id="merged-cells",
        ),
        pytest.param("<tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3", [["甲", "1"], ["甲", "2"], ["甲", "3"]], id="down-to-the-end"),
        pytest.param("<tr><td rowspan=99999999>甲<td colspan=99999999>1<tr><td>2", [["甲", "1"], ["甲", "2"]], id="absurd-spans"),
        pytest.param("<tr><td colspan=2>单位：万元<tr><td>甲<td>1", [["单位：万元", "单位：万元"], ["甲", "1"]], id="a-row-of-one-cell"),
        pytest.param("<tr><td colspan=2><p>甲<p>乙<tr><td>丙<td>1", [["甲\n乙", "甲\n乙"], ["丙", "1"]], id="one-cell-of-two-lines"),
        pytest.param("<tr><td>甲<td><tr><td><td>1", [["甲", None], [None, "1"]], id="empty-cells"),
        pytest.param("<tr><td>甲<td><table><tr><td>1<td>2</table>", [["甲", "1 | 2"]], id="a-table-in-a-cell-is-its-text"),
        pytest.param("<tr><td>一<tr><td>二", [], id="one-column-frames-its-text"),
        pytest.param(f"<tr><td>导航<td><p>{pages.AIM}<p>{pages.AIM * 4}<p>{pages.AIM}", [], id="layout"),
    ],
)  # fmt: skip
def test_tables_keep_their_cells(markup: str, rows: list[list[str | None]]) -> None:
    found = rows_of(markup)
    assert [[text or None for text in row] for row in found] == rows


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<table>" + "<tr>" + "<td>1" * 10_000, id="cells in a row"),
        pytest.param("<table>" + "<tr><td>1<td>2" * 5_000, id="rows"),
        pytest.param("<table>" + "<tr><td rowspan=1000 colspan=1000>1" * 3_000, id="merged cells"),
        pytest.param("<table><tr><td rowspan=1000>1" * 2_000, id="nested tables"),
        pytest.param("<div>" * 20_000 + "一", id="nested blocks"),
        pytest.param("<sup>" * 10_000 + "1", id="nested superscripts"),
        pytest.param("<p>" + "来源：" * 5_000, id="labels"),
        pytest.param("<p>打印" * 5_000, id="buttons"),
        pytest.param("<p>政策解读<p><a>一</a>" * 2_000, id="lists of links"),
    ],
)
def test_pages_of_any_shape_are_read(page: str) -> None:
    assert extract(f"<html><body>{page}".encode(), path="a.html").text


def test_a_page_of_data_is_not_given_to_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    trafilatura = pytest.importorskip("trafilatura")

    def refuse(*_: object, **__: object) -> str:
        raise AssertionError

    monkeypatch.setattr(trafilatura, "extract", refuse)
    rows = "<tr><td>12<td>34</tr>" * 30_000
    assert (
        extract(f"<p>数据</p><table>{rows}</table>".encode(), path="a.html").text.count("12 | 34") == 30_000
    )
