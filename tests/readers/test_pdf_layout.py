"""What a reader sees on a PDF page is what is read: tables, boxes, columns, notes, heads, turned and drawn-twice letters."""

from typing import Any

import pytest

from policytext.readers.pdf import extract
from tests.readers.printed import Line, pdf

pytest.importorskip("pypdfium2")

FULL = "各区人民政府应当完善社区服务设施为居民就近办事提供方便，"  # 28 letters: as wide as the page


def lines(*pages: list[Line], **options: Any) -> list[str]:
    return extract(pdf(pages, **options), path="a.pdf").text.splitlines()


def tables(*pages: list[Line], **options: Any) -> list[list[list[str | None]]]:
    """The recorded tables as rows of words; their spans are checked."""
    source = extract(pdf(pages, **options), path="a.pdf")
    assert all(source[cell.span] == cell.text for table in source.tables for cell in table.cells)
    return [
        [[cell.text if cell else None for cell in row] for row in table.rows()] for table in source.tables
    ]


def body(top: float = 120, count: int = 6, end: str = "情况。") -> list[Line]:
    """A paragraph of full lines."""
    return [*[(FULL, 90.0, top + 24 * at, 14.0) for at in range(count)], (end, 90, top + 24 * count, 14)]


BODY = FULL * 6 + "情况。"


def grid(xs: list[float], ys: list[float]) -> str:
    """The operators that draw ruled lines, measured from the upper edge."""
    level = [f"{xs[0]} {842 - y} m {xs[-1]} {842 - y} l S" for y in ys]
    return "\n".join([*level, *[f"{x} {842 - ys[0]} m {x} {842 - ys[-1]} l S" for x in xs]])


def test_a_ruled_table_is_read_by_its_cells() -> None:
    # The figures of neighbouring cells nearly touch, one cell is wrapped, one is empty.
    page: list[Line] = [
        ("指标", 95, 120, 10), ("2025年", 195, 120, 10), ("2030年", 255, 120, 10),
        ("城镇新增就业人数", 95, 140, 10), ("累计（万人）", 95, 152, 10), ("1,114", 200, 140, 10), ("1,119", 251, 140, 10),
        ("森林覆盖率", 95, 172, 10), ("11.1%", 255, 172, 10),
    ]  # fmt: skip
    drawn = grid([90, 190, 250, 310], [105, 127, 160, 180])
    assert lines(page, drawn=drawn) == [
        "指标 | 2025年 | 2030年",
        "城镇新增就业人数累计（万人） | 1,114 | 1,119",
        "森林覆盖率 | 11.1%",
    ]


HEAD: list[Line] = [("指标", 95, 120, 10), ("2025年", 195, 120, 10), ("2030年", 255, 120, 10)]
XS, YS = [90.0, 190.0, 250.0, 310.0], [105.0, 127.0, 150.0, 172.0]


def test_the_cells_of_a_ruled_table_are_recorded() -> None:
    page: list[Line] = [*HEAD, ("新增就业（万人）", 95, 142, 10), ("3", 200, 142, 10), ("5", 260, 142, 10), ("备注：累计", 95, 165, 10)]  # fmt: skip
    # The last row is one cell: no upright lines stand in it.
    drawn = "\n".join([grid(XS, YS[:3]), grid([XS[0], XS[-1]], YS[2:])])
    assert tables(page, drawn=drawn) == [
        [["指标", "2025年", "2030年"], ["新增就业（万人）", "3", "5"], ["备注：累计"] * 3]
    ]


def test_a_table_goes_on_on_the_next_page_without_its_head() -> None:
    first: list[Line] = [*HEAD, ("新增就业", 95, 142, 10), ("3", 200, 142, 10), ("5", 260, 142, 10), ("床位", 95, 165, 10), ("40", 200, 165, 10)]  # fmt: skip
    second: list[Line] = [*HEAD, ("普及率", 95, 142, 10), ("80%", 200, 142, 10), ("后文。", 90, 300, 14)]
    assert tables(first, second, drawn=grid(XS, YS)) == [
        [["指标", "2025年", "2030年"], ["新增就业", "3", "5"], ["床位", "40", None], ["普及率", "80%", None]]
    ]
    assert lines(first, second, drawn=grid(XS, YS))[3:] == ["普及率 | 80%", "后文。"]


def test_text_between_two_tables_keeps_them_apart() -> None:
    rows: list[Line] = [("就业", 95, 142, 10), ("3", 200, 142, 10)]
    made = tables([*HEAD, *rows, ("以上为必选项。", 90, 200, 14)], [*HEAD, *rows], drawn=grid(XS, YS))
    assert [len(table) for table in made] == [2, 2]


def test_aligned_cells_are_recorded_by_their_columns() -> None:
    # The second row has no unit, the third one a figure so near to its name that only its column parts them.
    page: list[Line] = [
        ("指　　标", 90, 120, 10), ("单位", 180, 120, 10), ("目标", 240, 120, 10),
        ("新增就业", 90, 142, 10), ("12", 240, 142, 10),
        ("农村居民收入增速", 90, 164, 10), ("%", 180, 164, 10), ("6左右", 240, 164, 10),
        ("床位", 90, 186, 10), ("张", 180, 186, 10), ("1200", 240, 186, 10),
    ]  # fmt: skip
    assert tables(page) == [
        [["指　　标", "单位", "目标"], ["新增就业", None, "12"], ["农村居民收入增速", "%", "6左右"], ["床位", "张", "1200"]]
    ]  # fmt: skip


def test_a_box_keeps_its_paragraphs_together() -> None:
    page: list[Line] = [*body(), ("专栏1 重点工程", 200, 320, 14), (FULL[:20], 120, 344, 14), ("完成。", 120, 368, 14), ("后文。", 90, 420, 14)]  # fmt: skip
    found = lines(page, drawn=grid([85, 500], [303, 380]))
    assert found == [BODY, "专栏1 重点工程", f"{FULL[:20]}完成。", "后文。"]


def test_sentences_of_one_length_are_lines_of_their_own() -> None:
    made = [
        (f"到2030年，建成站点{number}个，覆盖全市。", 90.0, 120.0 + 24 * number, 14.0)
        for number in range(10, 20)
    ]
    assert lines(made) == [words for words, *_ in made]


def test_columns_below_text_of_full_width_are_read_one_after_the_other() -> None:
    page = body()
    half = FULL[:13]
    for left, end in ((90, "左末"), (296, "右末")):
        page += [*((half, left, 400 + 24 * at, 14) for at in range(8)), (end, left, 592, 14)]
    text = "".join(lines(page))
    assert text == BODY + half * 8 + "左末" + half * 8 + "右末"


def test_two_typed_spaces_in_running_text_separate_no_cells() -> None:
    page: list[Line] = [
        (FULL, 90, 120, 14), (FULL[:9], 90, 144, 14), (FULL[:17], 244, 144, 14), (FULL, 90, 168, 14),
        (FULL[:4], 90, 192, 14), (FULL[:6], 174, 192, 14), (FULL[:14], 286, 192, 14), ("情况。", 90, 216, 14),
    ]  # fmt: skip
    wanted = f"{FULL}{FULL[:9]}\u3000\u3000{FULL[:17]}{FULL}{FULL[:4]}\u3000\u3000{FULL[:6]}\u3000\u3000{FULL[:14]}情况。"
    assert lines(page) == [wanted]


def test_a_row_of_cells_between_full_lines_stays_a_row() -> None:
    cells: list[Line] = [("指标", 90, 192, 14), ("单位", 146, 192, 14), ("数值", 202, 192, 14)]
    assert lines([(FULL, 90, 144, 14), ("情况。", 90, 168, 14), *cells, *body(216)])[1:3] == [
        "指标 | 单位 | 数值",
        BODY,
    ]


def test_rows_as_wide_as_the_page_stay_rows() -> None:
    rows: list[Line] = []
    for at, word in enumerate(("城镇新增就业人数", "农村居民收入增速", "森林覆盖率目标值")):
        rows += [(word, 90, 120 + 24 * at, 14), ("预期值达到预定水平以上", 230, 120 + 24 * at, 14), ("约束性", 412, 120 + 24 * at, 14)]  # fmt: skip
    assert all(line.count(" | ") == 2 for line in lines(rows))


def test_a_space_drawn_by_itself_is_a_space() -> None:
    # Word draws a space between two runs of Chinese as a text object of its own, a quarter of a letter wide.
    page: list[Line] = [("第一条", 90, 120, 14), (" ", 132, 120, 14), ("为了完善服务，投入1,000", 135.5, 120, 14), (" ", 293, 120, 14), ("亿元。", 296.5, 120, 14)]  # fmt: skip
    assert lines(page, latin="Times-Roman") == ["第一条 为了完善服务，投入1,000 亿元。"]


def test_a_title_stands_in_its_column() -> None:
    # The first line of the right column is higher than the title in the left one.
    half = FULL[:13]
    page: list[Line] = [("社区服务办法", 110, 128, 22)]
    page += [(half, 90.0, 152 + 20 * at, 14.0) for at in range(10)]
    page += [(half, 296.0, 120 + 20 * at, 14.0) for at in range(11)]
    assert "".join(lines(page)) == "社区服务办法" + half * 21


def test_a_spaced_word_of_a_heading_is_no_row() -> None:
    page: list[Line] = [("第一章 总", 200, 120, 14), ("则", 300, 120, 14), *body(160)]
    assert lines(page) == ["第一章 总\u3000\u3000则", BODY]


@pytest.mark.parametrize("mark", ["①", "[1]", "1 "])
def test_footnotes_follow_the_text(mark: str) -> None:
    first = [*body(count=20, end=FULL), (f"{mark}数据来自统计局，共1,202家。", 90.0, 745.0, 9.0)]
    second: list[Line] = [(FULL, 90.0, 120.0, 14.0), ("情况。", 90.0, 144.0, 14.0)]
    assert lines(first, second) == [FULL * 22 + "情况。", f"{mark}数据来自统计局，共1,202家。"]


def test_superscripts_are_no_digits_of_the_figure() -> None:
    page: list[Line] = [("排放量10", 90, 120, 14), ("4", 160, 115, 8), ("吨，共120", 168, 120, 14), ("2", 238, 115, 8), ("家。", 246, 120, 14)]  # fmt: skip
    assert lines(page) == ["排放量10⁴吨，共120²家。"]


def test_running_heads_that_change_with_the_chapter() -> None:
    pages = []
    for number in range(1, 8):
        chapter = ("第一章 发展基础", "第二章 总体要求", "第三章 主要任务")[(number - 1) // 3]
        opening: list[Line] = [(chapter, 200, 110, 18)] if number in (1, 4, 7) else []
        pages.append(
            [(chapter, 240.0, 50.0, 9.0), *opening, *body(150), (f"第{number}页 共7页", 260.0, 800.0, 9.0)]
        )
    assert [line for line in lines(*pages) if line != BODY] == [
        "第一章 发展基础",
        "第二章 总体要求",
        "第三章 主要任务",
    ]


def test_a_line_of_the_text_that_recurs_at_the_foot_of_pages_stays() -> None:
    pages = [
        [
            *body(580),
            ("合计数按年末口径计算，详见附表。", 90.0, 748.0, 14.0),
            ("附表另发。", 90.0, 772.0, 14.0),
        ]
        for _ in range(4)
    ]
    assert "".join(lines(*pages)).count("附表另发。") == 4


@pytest.mark.parametrize(
    "foot",
    ["1", "- 1 -", "— 1 —", "第1页", "第 1 页 共 9 页", "第1页，共9页", "第一页", "1/9", "Page 1", "Page 1 of 9", "ii", "·1·", "第 1 頁"],
)  # fmt: skip
def test_page_numbers(foot: str) -> None:
    assert lines([*body(), (foot, 280, 800, 10)]) == [BODY]


def test_a_figure_at_the_foot_that_is_no_page_number_stays() -> None:
    pages = [[*body(), (figure, 90.0, 800.0, 10.0)] for figure in ("2030", "2035")]
    assert lines(*pages) == [BODY, "2030", BODY, "2035"]


def test_entries_of_a_contents_page_stay_apart() -> None:
    page: list[Line] = [(f"{marker}、{title}{'.' * 40}{number}", 90, 120 + 24 * number, 9) for number, (marker, title) in enumerate([("一", "总体要求"), ("二", "重点任务"), ("三", "保障措施")], 1)]  # fmt: skip
    assert [line[:6] for line in lines(page)] == ["一、总体要求", "二、重点任务", "三、保障措施"]


def test_hanging_indents() -> None:
    item = [("1. " + FULL[:26], 90.0), (FULL[:26], 118.0), (FULL[:26], 118.0), ("完成11.1%。", 118.0)]
    page: list[Line] = [(text, left, 120 + 24 * at, 14) for at, (text, left) in enumerate(item * 2)]
    assert lines(page) == ["1. " + FULL[:26] * 3 + "完成11.1%。"] * 2


def test_letters_drawn_twice_to_look_bold_count_once() -> None:
    page: list[Line] = [("共11个，占11.1%。", 90, 120, 14), ("共11个，占11.1%。", 90.4, 120, 14)]
    assert lines(page, latin="Helvetica") == ["共11个，占11.1%。"]


def test_a_turned_page_reads_like_any_other() -> None:
    turned = pdf([body()], drawn="0 1 -1 0 842 0 cm")
    assert extract(turned, path="a.pdf").text == BODY + "\n"


def test_a_watermark_across_the_page_is_set_apart() -> None:
    plain = pdf([body()])
    marked = pdf([body()], drawn="BT 0.7 0.7 -0.7 0.7 150 520 Tm /F2 60 Tf (2019) Tj ET")
    assert extract(marked, path="a.pdf").text == extract(plain, path="a.pdf").text


def test_text_off_the_page_is_not_read() -> None:
    assert lines([*body(), ("看不见的字。", 90, 1200, 14)]) == [BODY]


def test_a_single_character_in_a_font_that_the_machine_lacks() -> None:
    # Each digit in one font, each Chinese character in another one: 年 stands by itself.
    assert lines([("2021年11月1日", 90, 120, 14)], latin="Helvetica") == ["2021年11月1日"]


def test_the_time_grows_with_the_pages() -> None:
    # One paragraph over all pages: its text is joined once.
    page = [(FULL, 90.0, 100 + 16 * at, 14.0) for at in range(40)]
    assert len(extract(pdf([page] * 60), path="a.pdf").text) == 60 * 40 * len(FULL) + 1
