"""What a reader sees on a PDF page is what is read: tables, boxes, columns, notes, heads, turned and drawn-twice letters."""

from typing import Any

import pytest

from policytext.readers.pdf import extract
from tests.readers.printed import Line, pdf

pytest.importorskip("pypdfium2")

FULL = "各区人民政府应当完善社区服务设施为居民就近办事提供方便，"  # 28 letters: as wide as the page


def lines(*pages: list[Line], **options: Any) -> list[str]:
    return extract(pdf(pages, **options), path="a.pdf").text.splitlines()


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
