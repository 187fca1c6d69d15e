"""Asking a run: every question of the documents works, views join what they say, runs and years are compared."""

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest

from policytext.corpus.queries import VIEWS
from policytext.corpus.tables import TABLES
from tests.corpus.conftest import Run
from tests.helpers import ROOT

pytest.importorskip("duckdb")

PAGE = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"^([^\n|`]+):\n\n```sql\n(.*?)```", PAGE, re.M | re.S)


def read_answer(here: Run, *arguments: object) -> list[dict[str, str]]:
    done = here("corpus", *arguments)
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(StringIO(done.stdout)))


@pytest.mark.parametrize("sql", [pytest.param(sql, id=about) for about, sql in QUESTIONS])
def test_the_questions_of_the_documents_have_answers(sql: str, whole: Path, here: Run) -> None:
    found = read_answer(here, "query", whole, sql)
    assert found or "failures" in sql


def test_there_are_questions() -> None:
    assert len(QUESTIONS) >= 8


def test_a_view_says_what_the_table_says(whole: Path, here: Run) -> None:
    (counted,) = read_answer(
        here, "query", whole,
        "select (select count(*) from targets) as a, (select count(*) from indicators where status = 'target') as b,"
        " (select count(*) from terms) as c, (select sum(len(terms)) from passages) as d,"
        " (select count(*) from promises) as e, (select count(*) from measures) as f",
    )  # fmt: skip
    assert counted["a"] == counted["b"] != "0"
    assert counted["c"] == counted["d"] != "0"
    assert counted["e"] == counted["f"] != "0"


def test_without_a_question_the_tables_are_listed(whole: Path, here: Run) -> None:
    found = read_answer(here, "query", whole)
    assert [row["table"] for row in found] == [*TABLES, *VIEWS]
    for row in found:
        if row["table"] in TABLES:
            assert row["columns"].split() == [name for name, _ in TABLES[row["table"]].columns]


def test_a_table_that_the_run_did_not_make_is_empty(outlined: Path, here: Run) -> None:
    assert read_answer(here, "query", outlined, "select * from targets") == []
    assert read_answer(here, "query", outlined, "select unnest(terms) from passages") == []


def test_answers_in_every_format(whole: Path, here: Run, tmp_path: Path) -> None:
    sql = "select path, meta, top_terms[1] as t, null as n from stats join documents using (path) order by path limit 1"
    lines = here("corpus", "query", whole, sql, "--format", "jsonl").stdout
    assert set(json.loads(lines)) == {"path", "meta", "t", "n"}
    assert set(json.loads(lines)["t"]) == {"term", "count"}
    table = here("corpus", "query", whole, "select kind, level from sections limit 3", "--format", "table")
    head, rule, *rows = table.stdout.splitlines()
    assert head.split() == ["kind", "level"]
    assert set(rule) == {"─", " "}
    assert len(rows) == 3
    here("corpus", "query", whole, sql, "--format", "tsv", "-o", tmp_path / "a.tsv")
    assert (tmp_path / "a.tsv").read_text(encoding="utf-8").startswith("path\tmeta\tt\tn\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["query", "{whole}", "select * form targets"], "syntax error", id="no SQL"),
        pytest.param(["query", "{whole}", "select * from target"], "target", id="no such table"),
        pytest.param(["query", "{empty}", "select 1"], "is not the folder of a corpus run", id="no run"),
        pytest.param(["diff", "{whole}", "{empty}"], "is not the folder of a corpus run", id="no other run"),
        pytest.param(["diff", "{whole}"], "needs two years", id="nothing to compare with"),
        pytest.param(["diff", "{whole}", "--years", "2024"], "needs two years", id="one year"),
        pytest.param(["query", "{whole}", "--format", "xlsx"], "table|csv|tsv|jsonl", id="no such format"),
    ],
)
def test_mistakes_in_a_question_are_one_line(
    arguments: list[str], message: str, whole: Path, here: Run, tmp_path: Path
) -> None:
    done = here("corpus", *(argument.format(whole=whole, empty=tmp_path) for argument in arguments))
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_what_changed_between_two_runs(here: Run, tmp_path: Path) -> None:
    for name, texts in {
        "old": {"a.txt": "一、总则\n到2030年，入户率达到80%。推进一网通办。\n", "b.txt": "一、附则\n"},
        "new": {"a.txt": "一、总则\n到2031年，入户率达到90%，覆盖率达到60%。\n", "c.txt": "一、附则\n"},
    }.items():
        (tmp_path / name).mkdir()
        for path, text in texts.items():
            (tmp_path / name / path).write_text(text, encoding="utf-8")
        here("corpus", "run", tmp_path / name, "-o", tmp_path / f"{name}-out", "--jobs", 1)
    found = {
        (row["kind"], row["what"]): (row["before"], row["after"], row["change"])
        for row in read_answer(here, "diff", tmp_path / "old-out", tmp_path / "new-out")
    }
    assert found["documents", "new"] == ("", "1", "1")
    assert found["documents", "gone"] == ("1", "", "-1")
    assert found["documents", "other text"] == ("1", "1", "0")
    assert found["indicators", "target"] == ("1", "2", "1")
    assert float(found["share of domain", "government"][2]) < 0


def test_what_changed_between_two_years(here: Run, tmp_path: Path) -> None:
    for year in (2024, 2025):
        text = (
            f"临河市公共服务规划\n{year}年4月9日\n一、目标\n"
            + "推进一网通办。到2030年，入户率达到80%。\n" * (year - 2022)
        )
        (tmp_path / f"{year}.txt").write_text(text, encoding="utf-8")
    here("corpus", "run", tmp_path, "-o", tmp_path / "out", "--jobs", 1, "--exclude", "out")
    found = read_answer(here, "diff", tmp_path / "out", "--years", "2024,2025")
    assert [row for row in found if row["kind"] == "indicators"] == [
        {"kind": "indicators", "what": "target", "before": "2", "after": "3", "change": "1"}
    ]
