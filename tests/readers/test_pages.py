"""Printed lines are joined to paragraphs, without running heads and page numbers."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext.readers.pdf_pages import PrintedPage, join_pages
from policytext.readers.pdf_printed_lines import PrintedLine

LEFT, SIZE, WIDE = 90.0, 14.0, 28


def page(
    *lines: str | tuple[str, float], number: int = 1, top: float = 100, step: float = 24
) -> list[PrintedLine]:
    """Lines below each other; each as wide as its letters, 　 at its start an indent; a second value is where it begins."""
    found = []
    for at, line in enumerate(lines):
        words, left = (
            line if isinstance(line, tuple) else (line, LEFT + SIZE * (len(line) - len(line.lstrip("　"))))
        )
        words = words.lstrip("　")
        found.append(PrintedLine(words, left, left + SIZE * len(words), top + at * step, SIZE, number))
    return found


def texts(*pages: list[PrintedLine]) -> list[str]:
    lines = [line for page in pages for line in page]
    numbers = sorted({line.page for line in lines})
    printed = [
        PrintedPage(number, 842, [line for line in lines if line.page == number]) for number in numbers
    ]
    return [line.text for line in join_pages(printed)]


FULL = "各区人民政府应当完善社区服务设施为居民就近办事提供方便，定期公布"
assert len(FULL) >= WIDE
FIRST, REST = "　　" + FULL[: WIDE - 2], FULL[:WIDE]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        pytest.param([FIRST, REST, "办理情况。"], [FIRST[2:] + REST + "办理情况。"], id="wrapped"),
        pytest.param([FIRST, "情况。", FIRST, "情况。"], [FIRST[2:] + "情况。"] * 2, id="indents-separate-paragraphs"),
        pytest.param(["　　一、总体要求", FIRST, "情况。"], ["一、总体要求", FIRST[2:] + "情况。"], id="a-short-heading"),
        pytest.param([FIRST[:-1] + "。", "第二条" + REST[3:], "情况。"], [FIRST[2:-1] + "。", "第二条" + REST[3:] + "情况。"], id="an-article-after-a-stop"),
        pytest.param([FIRST, "第五条规定的情形。"], [FIRST[2:] + "第五条规定的情形。"], id="a-citation-at-a-lines-start"),
        pytest.param(["　　（一）" + FULL[:20] + "；（二）", REST[:-1] + "。", "（三）" + REST[3:], "情况。"], ["（一）" + FULL[:20] + "；（二）" + REST[:-1] + "。（三）" + REST[3:] + "情况。"], id="an-item-inside-of-a-paragraph"),
        pytest.param([("临河市社区服务办法", 230), FIRST, "情况。"], ["临河市社区服务办法", FIRST[2:] + "情况。"], id="a-centred-title"),
        pytest.param(["指标  2030年", "入户率  60%"], ["指标  2030年", "入户率  60%"], id="rows-of-a-table"),
    ],
)  # fmt: skip
def test_paragraphs_of_a_page(lines: list[str | tuple[str, float]], wanted: list[str]) -> None:
    # Something full stands on the page, so that its right edge is known.
    assert texts(page(*lines, FIRST)) in ([*wanted, FIRST[2:]],)


def hanging(words: str) -> list[tuple[str, float]]:
    """A paragraph of full lines whose first one begins at the left, the others two letters to the right."""
    inner = [(FULL[: WIDE - 2], LEFT + 2 * SIZE)] * 4
    return [(words + FULL[: WIDE - len(words)], LEFT), *inner, (FULL[: WIDE - 3] + "。", LEFT + 2 * SIZE)]


@pytest.mark.parametrize("words", ["（二）", "各区"], ids=["items", "plain"])
@pytest.mark.parametrize(
    "cut", [6, 8, 9, 12], ids=["at-its-end", "after-two-lines", "after-three-lines", "at-the-next"]
)
def test_hanging_paragraphs_go_on_on_the_next_page(words: str, cut: int) -> None:
    paragraphs = [hanging("（一）"), hanging(words), hanging("市区")]
    printed = [line for paragraph in paragraphs for line in paragraph]
    wanted = ["".join([text for text, _ in paragraph]) for paragraph in paragraphs]
    assert texts(page(*printed[:cut]), page(*printed[cut:], number=2)) == wanted


def test_paragraphs_set_apart_by_a_narrow_space() -> None:
    # Neither indents nor stops part them, only that their distance is half as wide again.
    made, top = [], 100.0
    for length in (28, 27, 26, 28, 27):
        for words in (FULL[:WIDE], FULL[:length]):
            made += page(words, top=top)
            top += 20
        top += 9
    assert len(texts(made)) == 5


def test_latin_words_and_hyphens() -> None:
    lines = [
        PrintedLine("open government data plat-", LEFT, 480, 100, SIZE, 1),
        PrintedLine("form of the city and its", LEFT, 480, 124, SIZE, 1),
        PrintedLine("districts", LEFT, 160, 148, SIZE, 1),
    ]
    assert texts(lines) == ["open government data platform of the city and its districts"]


def test_a_paragraph_continues_across_pages() -> None:
    assert texts(page(FIRST, REST), page(REST, "情况。", number=2)) == [FIRST[2:] + REST + REST + "情况。"]


def test_heads_feet_and_page_numbers_are_left_out() -> None:
    pages = []
    for number in range(1, 5):
        head = PrintedLine("临河市人民政府公报", 200, 330, 40, 10, number)
        foot = PrintedLine(f"— {number} —", 280, 315, 800, 10, number)
        pages.append([head, *page(FIRST, "情况。", number=number), foot])
    assert texts(*pages) == [FIRST[2:] + "情况。"] * 4


@pytest.mark.parametrize("foot", ["— 1 —", "-3-", "第 3 页 共 12 页", "3/12", "12", "第3页", "iv"])
def test_forms_of_page_numbers(foot: str) -> None:
    assert texts([*page(FIRST, "情况。"), PrintedLine(foot, 280, 315, 800, 10, 1)]) == [FIRST[2:] + "情况。"]


def test_a_line_of_the_text_in_the_margin_stays() -> None:
    assert texts([*page(FIRST, REST, step=24), *page("办理情况。", top=790)])[-1] == "办理情况。"


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [PrintedLine(f"左{number}" + "文" * 14, 60, 284, 100 + 20 * number, 14, 1) for number in range(8)]
    right = [
        PrintedLine(f"右{number}" + "文" * 14, 310, 534, 100 + 20 * number, 14, 1) for number in range(8)
    ]
    title = PrintedLine("横贯两栏的标题", 60, 534, 60, 14, 1)
    mixed = [title, *[line for pair in zip(left, right, strict=True) for line in pair]]
    joined = "".join(texts(mixed))
    assert [joined.index(f"左{number}") for number in range(8)] == sorted(
        joined.index(f"左{number}") for number in range(8)
    )
    assert joined.index("左7") < joined.index("右0")
    assert joined.startswith("横贯两栏的标题")


LINES = st.lists(
    st.tuples(
        st.sampled_from(
            [FULL[:WIDE], FULL[:9], "一、总则", "第三条规定", "a-", "bc", "指标  1", "。", "（一）"]
        ),
        st.sampled_from([90.0, 118.0, 230.0]),
        st.sampled_from([10.0, 14.0]),
        st.integers(1, 3),
    ),
    max_size=25,
)


@given(LINES)
def test_no_character_is_lost_or_added(rows: list[tuple[str, float, float, int]]) -> None:
    lines = [
        PrintedLine(words, left, left + size * len(words), 120 + 20 * at, size, number)
        for at, (words, left, size, number) in enumerate(sorted(rows, key=lambda row: row[3]))
    ]
    made = Counter("".join(texts(lines))) - Counter({" ": 10**6})
    given_ = Counter("".join(line.text for line in lines)) - Counter({" ": 10**6})
    made["-"] = given_["-"] = 0  # joined words lose theirs
    assert made == given_
