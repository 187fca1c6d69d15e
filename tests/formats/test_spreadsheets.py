"""What a spreadsheet opens: text stays text, numbers stay numbers, and no value is changed."""

import csv
import io
from decimal import Decimal

import pytest

from policytext.formats import FileResult, RenderOptions, load_format
from policytext.model.annotations import Indicator
from policytext.model.document import Document, Source, Span

TEXTS = [
    pytest.param("=1+1", id="a formula"),
    pytest.param('=HYPERLINK("https://example.org","看")', id="a formula with quotes"),
    pytest.param("+86", id="a plus"),
    pytest.param("-丙", id="a minus before words"),
    pytest.param("-1+cmd|'/c calc'!A1", id="a minus before a command"),
    pytest.param("@SUM(A1)", id="an at sign"),
    pytest.param("＝1＋1", id="full width, which Excel folds"),
    pytest.param("－丙", id="a full-width minus"),
    pytest.param("＠甲", id="a full-width at sign"),
    pytest.param("＋甲", id="a full-width plus"),
    pytest.param("\t=1+1", id="a tab first"),
    pytest.param("\n=1+1", id="a line break first"),
]
PLAIN = [
    pytest.param("#N/A", id="the name of an error"),
    pytest.param("'=1", id="an apostrophe of its own"),
    pytest.param("≥95%", id="a sign that no spreadsheet knows"),
    pytest.param("1-2", id="a range"),
    pytest.param("TRUE", id="a truth"),
]


def result(text: str, value: str = "-1.2") -> FileResult:
    """One indicator whose name and words are `text`."""
    source = Source(text=text, path="a.txt")
    document = Document(
        source=source,
        script="hans",
        profile="mainland",
        title=None,
        document_number=None,
        issuer=None,
        date=None,
        sections=(),
    )
    one = Indicator(Span(0, len(text)), text, "target", text, Decimal(value), None, "%", "=")
    return FileResult("=a.txt", document, {"indicators": (one,)})


def row(name: str, found: FileResult, *, spreadsheet: bool) -> dict[str, str]:
    view = RenderOptions(command="targets", answers=("indicators",), spreadsheet=spreadsheet, lang="en")
    shown = "".join(map(str, load_format(name)([found], view))).removeprefix("\ufeff")
    return next(csv.DictReader(io.StringIO(shown, newline=""), delimiter="\t" if name == "tsv" else ","))


@pytest.mark.parametrize("name", ["csv", "tsv"])
@pytest.mark.parametrize("text", TEXTS)
def test_what_a_spreadsheet_would_calculate_has_a_tab_before_it(text: str, name: str) -> None:
    cells = row(name, result(text), spreadsheet=True)
    assert cells["Text"] == cells["Indicator"] == (text if text[0] == "\t" else f"\t{text}")
    assert cells["File"] == "\t=a.txt"
    assert cells["Value"] == "-1.2"


@pytest.mark.parametrize("text", PLAIN)
def test_what_no_spreadsheet_calculates_is_as_it_was(text: str) -> None:
    assert row("csv", result(text), spreadsheet=True)["Text"] == text


@pytest.mark.parametrize("name", ["csv", "tsv"])
@pytest.mark.parametrize("text", [*TEXTS, *PLAIN])
def test_data_for_programs_is_exact(text: str, name: str) -> None:
    cells = row(name, result(text), spreadsheet=False)
    assert (cells["text"], cells["path"]) == (text, "=a.txt")


@pytest.mark.parametrize("text", [*TEXTS, *PLAIN])
def test_a_workbook_holds_text_as_text_and_numbers_as_numbers(text: str) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    view = RenderOptions(command="targets", answers=("indicators",), lang="en")
    written = b"".join(load_format("xlsx")([result(text)], view))  # type: ignore[arg-type]
    sheet = openpyxl.load_workbook(io.BytesIO(written)).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    cells = dict(zip(heads, sheet[2], strict=True))
    for name, value in (("Text", text), ("Indicator", text), ("File", "=a.txt")):
        assert (cells[name].value, cells[name].data_type) == (value, "s")
    assert cells["File"].quotePrefix
    assert (cells["Value"].value, cells["Value"].data_type) == (-1.2, "n")
