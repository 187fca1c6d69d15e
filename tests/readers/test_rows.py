"""Tables with one document in each row: CSV, TSV and JSON Lines, valid and damaged."""

import json
from pathlib import Path

import pytest

from policytext.cli.app import run as policytext
from policytext.errors import PolicytextError, ReadError
from policytext.readers.tables import read_rows
from tests.helpers import Capture


@pytest.mark.parametrize(
    ("name", "data", "texts"),
    [
        pytest.param("a.csv", "id,text\n1,总则\n2,附则\n", {"a.csv:2": "总则", "a.csv:3": "附则"}, id="csv"),
        pytest.param("a.CSV", "text\r\n总则\r\n", {"a.CSV:2": "总则"}, id="capitals-and-crlf"),
        pytest.param("a.csv", 'text,id\n"一、总则\n二、附则",1\n办法,2\n', {"a.csv:2": "一、总则\n二、附则", "a.csv:4": "办法"}, id="line-ends-in-a-cell"),
        pytest.param("a.tsv", "id\ttext\n1\t总则，附则\n", {"a.tsv:2": "总则，附则"}, id="tsv"),
        pytest.param("a.jsonl", '{"text": "总则"}\n\n{"text": "附\\n则", "id": 2}\n', {"a.jsonl:1": "总则", "a.jsonl:3": "附\n则"}, id="json-lines"),
        pytest.param("a.jsonl", '{"text": "半\\ud83d"}\n', {"a.jsonl:1": "半?"}, id="half-a-character"),
        pytest.param("a.csv", "text\n\n", {}, id="blank-lines"),
        pytest.param("a.csv", "text,id\n,1\n", {"a.csv:2": ""}, id="an-empty-text"),
    ],
)  # fmt: skip
def test_each_row_is_a_document(name: str, data: str, texts: dict[str, str]) -> None:
    found = [row for row in read_rows(data.encode(), name, "text") if not isinstance(row, PolicytextError)]
    assert {row.path: row.text for row in found} == texts


@pytest.mark.parametrize(
    ("name", "data", "faults"),
    [
        pytest.param("a.csv", "id,text\n1\n2,附则\n", ["a.csv:2"], id="a-short-row"),
        pytest.param("a.jsonl", '{"text": "总则"}\nbroken\n{"text": 3}\n["text"]\n', ["a.jsonl:2", "a.jsonl:3", "a.jsonl:4"], id="rows-without-words"),
        pytest.param("a.jsonl", '{"text": "总则"}\n' + "[" * 100_000 + "\n", ["a.jsonl:2"], id="a-row-nested-without-end"),
    ],
)  # fmt: skip
def test_a_broken_row_is_an_error_and_the_others_are_read(name: str, data: str, faults: list[str]) -> None:
    found = list(read_rows(data.encode(), name, "text"))
    assert [row.path for row in found if isinstance(row, PolicytextError)] == faults
    assert any(not isinstance(row, PolicytextError) for row in found)


def test_a_column_that_is_missing_names_those_that_are_there() -> None:
    with pytest.raises(ReadError) as caught:
        list(read_rows("编号,正文\n1,总则\n".encode(), "a.csv", "text"))
    assert caught.value.render("zh") == "a.csv: 没有“text”这一列（有 编号、正文）"


def test_an_unclosed_quote_gives_a_message_of_one_line() -> None:
    with pytest.raises(ReadError) as caught:
        list(read_rows(b'id,"body\n1,x\n2,y\n', "a.csv", "text"))
    assert caught.value.render("zh") == "a.csv: 没有“text”这一列（有 id、body?1,x?2,y?）"


def test_commands_give_one_result_for_each_row(tmp_path: Path, capfd: Capture) -> None:
    table = tmp_path / "a.csv"
    table.write_text('编号,正文\n1,"一、总则\n二、附则"\n2\n', encoding="gb18030")
    assert policytext(["outline", str(table), "--text-column", "正文", "--format", "json"]) == 2
    answer = json.loads(capfd.readouterr().out)
    assert [(file["path"], file["status"]) for file in answer["files"]] == [
        (f"{table}:2", "ok"),
        (f"{table}:4", "error"),
    ]
    assert [section["title"] for section in answer["files"][0]["sections"]] == ["总则", "附则"]


def test_a_folder_gives_its_tables_where_a_column_is_named(tmp_path: Path, capfd: Capture) -> None:
    (tmp_path / "a.csv").write_text("text\n一、总则\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("一、总则\n二、附则\n", encoding="utf-8")
    assert policytext(["outline", str(tmp_path), "--show-files"]) == 0
    assert capfd.readouterr().out.split() == [str(tmp_path / "b.txt")]
    assert policytext(["outline", str(tmp_path), "--show-files", "--text-column", "text"]) == 0
    assert capfd.readouterr().out.split() == [str(tmp_path / "a.csv"), str(tmp_path / "b.txt")]


def test_a_table_is_only_read(tmp_path: Path, capfd: Capture) -> None:
    table = tmp_path / "a.csv"
    table.write_text("text\n实现叠代升级。\n", encoding="utf-8")
    before = table.read_bytes()
    assert policytext(["lint", str(table), "--text-column", "text", "--fix"]) == 2
    assert "只能读取" in capfd.readouterr().err
    assert table.read_bytes() == before
