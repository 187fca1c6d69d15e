"""Reading PDF files: text, places, and files that can't be read."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policytext.errors import ReadError
from policytext.model.read_options import ReadOptions
from policytext.readers import read
from policytext.readers.pdf import extract
from tests.readers.printed import Line, pdf

pytest.importorskip("pypdfium2")

FIRST = ("各区人民政府应当完善社区服务设施为居民就近办事提供方便", 118, 148, 14)
PAGES = [
    [
        ("临河市社区服务办法", 230, 100, 18),
        ("一、总体要求", 118, 124, 14),
        FIRST,
        ("，定期公布。", 90, 172, 14),
        ("— 1 —", 280, 800, 10),
    ],
    [("第二条", 118, 100, 14), ("— 2 —", 280, 800, 10)],
]


def test_text_and_places() -> None:
    source = extract(pdf(PAGES), path="a.pdf")
    assert source.text.splitlines() == [
        "临河市社区服务办法",
        "一、总体要求",
        f"{FIRST[0]}，定期公布。",
        "第二条",
    ]
    assert [source.location(start) for start in source.line_starts[:4]] == [
        "page 1 line 1",
        "page 1 line 2",
        "page 1 line 3",
        "page 2 line 1",
    ]
    assert source.medium == "pdf"


def test_quotes_drawn_separately_are_put_in_their_places() -> None:
    # As LibreOffice does where they are of another font: the words before them, the quotes, the words between.
    page = [
        ("办好", 118, 100, 14),
        ("“", 146, 100, 14),
        ("”", 188, 100, 14),
        ("智慧", 160, 100, 14),
        ("课堂。", 202, 100, 14),
    ]
    assert extract(pdf([page]), path="a.pdf").text == "办好“智慧”课堂。\n"


def test_a_gap_after_an_enumerator_does_not_separate_cells() -> None:
    page = [
        ("第一条", 118, 100, 14),
        ("医疗方面", 200, 100, 14),
        ("指标", 118, 140, 14),
        ("六成", 300, 140, 14),
    ]
    assert extract(pdf([page]), path="a.pdf").text == "第一条 医疗方面\n指标 | 六成\n"


# PDFium leaves out a single character in a font that the machine lacks: Chinese ones stand in pairs here.
FIGURES = "预计到2031年，建成站点1119个，占11.1%，改造1,114户，比例1:11，每天11:01起。"


@pytest.mark.parametrize("font", ["Helvetica", "Times-Roman", "Courier", "Helvetica-Bold"])
def test_narrow_digits_are_not_separated(font: str) -> None:
    assert extract(pdf([[(FIGURES, 90, 100, 9)]], latin=font), path="a.pdf").text == f"{FIGURES}\n"


@pytest.mark.parametrize("font", ["Helvetica", "Times-Roman"])
@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        pytest.param([("the year 1 1 1, 2 . 1", 90, 100, 14)], "the year 1 1 1, 2 . 1", id="space-characters"),
        pytest.param([("open", 90, 100, 14), ("data", 126, 100, 14)], "open data", id="a-gap-without-a-character"),
        pytest.param([("the", 90, 100, 14), ("“open”", 112, 100, 14), ("data", 176, 100, 14)], "the “open” data", id="quotes-in-english"),
        pytest.param([("11", 90, 100, 14), ("12", 200, 100, 14)], "11 | 12", id="cells-of-a-table"),
        pytest.param([("推进“1+N”工程", 90, 100, 14)], "推进“1+N”工程", id="quotes-in-chinese"),
        pytest.param([("指标", 90, 100, 14), ("名称", 134, 100, 14)], "指标 名称", id="a-full-width-gap"),
    ],
)  # fmt: skip
def test_real_gaps_are_spaces_or_cells(
    font: str, line: list[tuple[str, float, float, float]], wanted: str
) -> None:
    assert extract(pdf([line], latin=font), path="a.pdf").text == f"{wanted}\n"


@pytest.mark.parametrize(
    "scale", [pytest.param(0.05, id="large-sizes-scaled-down"), pytest.param(20, id="small-sizes-scaled-up")]
)
def test_sizes_are_those_drawn_on_a_scaled_page(scale: float) -> None:
    assert extract(pdf(PAGES, scale=scale), path="a.pdf").text == extract(pdf(PAGES), path="a.pdf").text


@pytest.mark.parametrize(
    "matrix",
    [
        pytest.param((14, 0, 0, 14), id="a-font-of-size-one"),
        pytest.param((14, 0, 4, 14), id="slanted"),
        pytest.param((12, 0, 0, 14), id="narrowed"),
    ],
)
def test_sizes_are_those_drawn_by_the_text_matrix(matrix: tuple[float, float, float, float]) -> None:
    page = [("一、总体要求", 90, 100, 1), ("第二行", 90, 124, 1), ("指标", 90, 148, 1), ("六成", 300, 148, 1)]
    assert extract(pdf([page], matrix=matrix), path="a.pdf").text == "一、总体要求\n第二行\n指标 | 六成\n"


def test_marks_set_into_the_empty_half_of_others_stay_in_the_line() -> None:
    # Compressed punctuation: the quote is drawn by itself, over the empty half of the comma before it.
    page = [("办好，", 90, 100, 14), ("智慧课堂", 139, 100, 14), ("“", 125, 100, 14)]
    assert extract(pdf([page]), path="a.pdf").text == "办好，“智慧课堂\n"


def test_the_same_text_with_nominal_sizes() -> None:
    files = Path(__file__).parents[3] / "shared" / "data" / "files"
    if not files.is_dir():
        pytest.skip("the shared files are missing")
    assert read(files / "wps-like.pdf").text == read(files / "normal.pdf").text
    assert "站点1119个，覆盖率达到11.1%以上" in read(files / "digits.pdf").text


def test_pages_that_are_only_pictures_are_counted() -> None:
    picture = "q 400 0 0 500 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID A EI Q"
    pages: list[list[Line]] = [[("一、总体要求", 90, 100, 14)], [], [("— 3 —", 280, 800, 10)], []]
    assert extract(pdf(pages, drawn=picture), path="a.pdf").picture_pages == (2, 3, 4)
    assert extract(pdf(pages), path="a.pdf").picture_pages == ()


def test_a_paragraph_that_goes_on_on_the_next_page_has_both_places() -> None:
    full = "各区人民政府应当完善社区服务设施为居民就近办事提供方便，"
    pages: list[list[Line]] = [
        [(full, 90, 100 + 24 * at, 14) for at in range(4)],
        [(full, 90, 100, 14), ("办理情况。", 90, 124, 14)],
    ]
    source = extract(pdf(pages), path="a.pdf")
    assert source.text == full * 5 + "办理情况。\n"
    assert [source.location(at) for at in (0, 4 * len(full) - 1, 4 * len(full))] == [
        "page 1 line 1",
        "page 1 line 1",
        "page 2 line 1",
    ]


def test_raw_keeps_every_line() -> None:
    assert extract(pdf(PAGES), path="a.pdf", options=ReadOptions(raw=True)).text.splitlines()[-3:] == [
        "— 1 —",
        "第二条",
        "— 2 —",
    ]


def code(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        extract(data, path="a.pdf")
    return caught.value.code


def test_files_that_cannot_be_read() -> None:
    assert code(pdf([[]])) == "no-text-pdf"
    assert code(b"%PDF-1.7\nnothing") == "damaged-pdf"
    assert code(pdf(PAGES)[:300]) in ("damaged-pdf", "no-text-pdf")
    locked = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /O <"
        + "00" * 32
        + "> /U <"
        + "00" * 32
        + "> /P -4 >> /ID [<00> <00>] "
    )
    assert code(pdf(PAGES, locked)) == "locked-pdf"


GOOD = pdf(PAGES)


@settings(max_examples=60)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=3), st.booleans())
def test_mutations_never_crash(at: int, put: bytes, cut: bool) -> None:
    with suppress(ReadError):
        extract(GOOD[:at] + put + GOOD[at + (0 if cut else len(put)) :], path="a.pdf")


def test_a_page_of_countless_pieces_of_text_is_refused() -> None:
    lines = [("推进", 11.0 * (at % 50), 20.0 + at // 50, 10.0) for at in range(30_001)]
    assert code(pdf([lines])) == "crowded-pdf"


def test_page_trees_that_never_end() -> None:
    looped = GOOD.replace(b"/Kids [5 0 R 7 0 R]", b"/Kids [2 0 R 2 0 R]")
    with suppress(ReadError):
        extract(looped, path="a.pdf")
