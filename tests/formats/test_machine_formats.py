"""JSON, JSON Lines and tables: the keys and their order are a promise to programs."""

import csv
import io
import json
from typing import Any

import pytest

from policytext import __version__
from policytext.errors import ReadError
from policytext.formats import FileResult, RenderOptions, list_names, load_format
from tests.formats.samples import PLAN, checked, of, plan, section

VIEW = RenderOptions(command="outline")
FAILED = FileResult(path="不见.txt", error=ReadError("missing", path="不见.txt"))

SECTION = [
    *("kind", "level", "marker", "ordinal", "title", "start", "end", "title_start", "title_end"),
    *("line", "column", "address", "domain"),
]
FILE = [
    *("encoding", "script", "profile", "characters", "lines", "title", "document_number", "issuer", "date"),
    *("titles", "issuers", "dates", "frame"),
]


def shown(name: str, *results: FileResult, view: RenderOptions = VIEW) -> str:
    return "".join(map(str, load_format(name)(results, view)))


def walk(sections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [found for section in sections for found in (section, *walk(section["sections"]))]


@pytest.mark.parametrize("name", list_names())
def test_every_format_takes_no_result_at_all(name: str) -> None:
    assert isinstance(shown(name), str)


@pytest.mark.parametrize("name", list_names())
def test_every_format_takes_a_file_that_failed(name: str) -> None:
    assert "Traceback" not in shown(name, FAILED, plan(), FAILED)


# A workbook is written as a whole; the table has no place for sections.
@pytest.mark.parametrize("name", sorted(set(list_names()) - {"xlsx", "table"}))
def test_every_format_shows_one_result_before_it_asks_for_the_next(name: str) -> None:
    asked = []

    def results() -> Any:
        for number in range(3):
            asked.append(number)
            yield checked()

    pieces = load_format(name)(results(), VIEW)
    while "统筹推进" not in str(next(pieces)):
        pass
    assert asked == [0]


def test_json_envelope() -> None:
    whole = json.loads(shown("json", plan(), FAILED))
    assert list(whole) == ["schema", "command", "version", "files", "summary"]
    assert (whole["schema"], whole["command"], whole["version"]) == ("policytext/1", "outline", __version__)
    assert whole["summary"] == {"files": 2, "failed": 1}


def test_json_file_and_section_keys_stand_in_the_promised_order() -> None:
    (file,) = json.loads(shown("json", plan()))["files"]
    assert list(file) == ["path", "status", *FILE, "sections"]
    assert [list(section) for section in walk(file["sections"])] == [[*SECTION, "sections"]] * 8


def test_json_positions_point_at_the_text() -> None:
    (file,) = json.loads(shown("json", plan()))["files"]
    lines = PLAN.split("\n")
    for found in walk(file["sections"]):
        assert PLAN[found["title_start"] : found["title_end"]] == found["title"]
        assert PLAN[found["start"] :].startswith(found["marker"])
        assert lines[found["line"] - 1][found["column"] - 1 :].startswith(found["marker"] or found["title"])


def test_json_of_a_failed_file() -> None:
    (file,) = json.loads(shown("json", FAILED))["files"]
    error = {"code": "missing", "message": "没有这个文件（请检查文件名）"}
    assert file == {"path": "不见.txt", "status": "error", "error": error}


def test_json_into_a_pipe_is_compact_and_at_a_terminal_indented_and_both_say_the_same() -> None:
    compact = shown("json", plan(), FAILED, plan())
    indented = shown("json", plan(), FAILED, plan(), view=RenderOptions(command="outline", terminal=True))
    assert json.loads(compact) == json.loads(indented)
    assert indented == json.dumps(json.loads(compact), ensure_ascii=False, indent=2) + "\n"
    assert "总体要求" in compact
    assert '": ' not in compact


def test_json_nests_deeper_than_any_text() -> None:
    text = "一、总体要求"
    deep = section(text, text, 2)
    for _ in range(300):
        deep = section(text, text, 2, below=[deep])
    assert shown("json", of(text, deep)).count('"kind":"heading"') == 301


def test_json_lines_are_flat_with_type_and_path_first() -> None:
    records = [json.loads(line) for line in shown("jsonl", plan(), FAILED).splitlines()]
    assert [list(record)[:2] for record in records] == [["type", "path"]] * 10
    assert [record["type"] for record in records] == ["file", *["section"] * 8, "file"]
    assert list(records[0]) == ["type", "path", "status", *FILE]
    assert list(records[1]) == ["type", "path", *SECTION]
    assert records[-1]["error"]["code"] == "missing"


@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_a_table_has_a_header_and_one_row_a_section(name: str, delimiter: str) -> None:
    rows = list(csv.DictReader(io.StringIO(shown(name, plan(), FAILED)), delimiter=delimiter))
    assert list(rows[0]) == ["path", *SECTION]
    assert [row["marker"] for row in rows] == [
        "",
        "一、",
        "（一）",
        "（二）",
        "一是",
        "二是",
        "二、",
        "第一条",
    ]
    assert rows[0]["ordinal"] == ""


@pytest.mark.parametrize(
    "title",
    [
        pytest.param('所谓"示范",是指', id="quotes and a comma"),
        pytest.param("分\t栏", id="a tab"),
        pytest.param("折\n行", id="a line feed"),
        pytest.param("折\r行", id="a lone carriage return, which csv leaves bare if lines end otherwise"),
        pytest.param("折\r\n行", id="both"),
    ],
)
@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_a_table_quotes_what_would_break_it(name: str, delimiter: str, title: str) -> None:
    text = f"一、{title}"
    written = shown(name, of(text, section(text, text, 2)))
    (row,) = csv.DictReader(io.StringIO(written, newline=""), delimiter=delimiter)
    assert row["title"] == title
    assert written.endswith("\n")
    assert not written.endswith("\r\n")
