"""The tables of a run: the same whoever makes them, from whatever kind of input, and the same as the commands say."""

import bz2
import csv
import gzip
import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from policytext.corpus.tables import TABLES, read_records
from policytext.formats.fields import Type, dumps, load_record_type
from tests.corpus.conftest import Run, tree
from tests.helpers import ROOT

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    return [row for path in sorted((out / table).iterdir()) for row in read_records(str(path))]


def plain(value: Any, kind: Type) -> Any:
    """A value of a table as its record has it."""
    if value is None:
        return None
    if isinstance(kind, list):
        return [plain(item, kind[0]) for item in value]
    if isinstance(kind, dict) and "*" in kind:
        return {key: plain(one, kind["*"]) for key, one in value}
    if isinstance(kind, dict):
        return {key: plain(value[key], below) for key, below in kind.items()}
    return int(value) if kind == "number" and value == int(value) else value


def as_lines(out: Path, table: str) -> list[str]:
    """A table written as JSON Lines."""
    kind = load_record_type(TABLES[table].records or "")
    lines = []
    for row in rows(out, table):
        own = {key: plain(row[key], below) for key, below in kind.schema.items()}
        own = {key: value for key, value in own.items() if value is not None or key not in kind.optional}
        lines.append(dumps({"type": kind.name, "path": row["path"], **own}))
    return lines


@pytest.mark.parametrize(
    ("command", "tables"),
    [
        pytest.param("outline", ["sections"], id="outline"),
        pytest.param("targets", ["indicators", "measures"], id="targets"),
        pytest.param("domains", ["passages"], id="domains"),
        pytest.param("lint", ["findings"], id="lint"),
        pytest.param("stats", ["stats"], id="stats"),
    ],
)
def test_every_record_is_byte_for_byte_what_the_command_prints(
    command: str, tables: list[str], whole: Path, texts: Path, policytext: Run
) -> None:
    printed = policytext(command, texts, "--format", "jsonl", *(["--no-total"] if command == "stats" else []))
    wanted = printed.stdout.splitlines()
    assert len(wanted) > 10
    for table in tables:
        name = load_record_type(TABLES[table].records or "").name
        assert as_lines(whole, table) == [line for line in wanted if line.startswith(f'{{"type":"{name}"')]


def test_documents_hold_what_the_commands_print_of_a_file(whole: Path, texts: Path, policytext: Run) -> None:
    printed = policytext("outline", texts, "--format", "jsonl").stdout.splitlines()
    files = [json.loads(line) for line in printed if line.startswith('{"type":"file"')]
    for wanted, row in zip(files, rows(whole, "documents"), strict=True):
        assert {key: row[key] for key in wanted if key not in ("type", "status")} == {
            key: value for key, value in wanted.items() if key not in ("type", "status")
        }


@pytest.mark.parametrize(
    "more",
    [
        pytest.param(["--jobs", 2], id="two processes"),
        pytest.param(["--engine", "dask", "--jobs", 2], id="two workers of Dask"),
    ],
)
def test_tables_are_the_same_bytes_whoever_makes_them(
    more: list[object], whole: Path, texts: Path, policytext: Run, tmp_path: Path
) -> None:
    if "dask" in more:
        pytest.importorskip("distributed")
    done = policytext("corpus", "run", texts, "-o", tmp_path / "out", "--shard-size", "8kB", *more)
    assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "out") == tree(whole)
    assert len(list((whole / "documents").iterdir())) > 3


def write_jsonl(path: Path, found: list[dict[str, str]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf-8")


def packed(pack: Callable[[bytes], bytes]) -> Callable[[Path, list[dict[str, str]]], None]:
    def write(path: Path, found: list[dict[str, str]]) -> None:
        path.write_bytes(pack("".join(json.dumps(row) + "\n" for row in found).encode()))

    return write


def write_csv(path: Path, found: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(found[0]))
        writer.writeheader()
        writer.writerows(found)


def write_parquet(path: Path, found: list[dict[str, str]], group: int = 3) -> None:
    pq.write_table(pa.Table.from_pylist(found), path, row_group_size=group)


@pytest.mark.parametrize(
    ("name", "write"),
    [
        pytest.param("a.jsonl", write_jsonl, id="JSON Lines"),
        pytest.param("a.jsonl.gz", packed(gzip.compress), id="gzip"),
        pytest.param("a.jsonl.bz2", packed(bz2.compress), id="bzip2"),
        pytest.param(
            "a.jsonl.zst", packed(lambda data: pa.compress(data, "zstd", asbytes=True)), id="zstandard"
        ),
        pytest.param("a.csv", write_csv, id="CSV"),
        pytest.param("a.parquet", write_parquet, id="Parquet of small row groups"),
        pytest.param(
            "a.parquet",
            lambda path, found: write_parquet(path, found, 999),
            id="Parquet of one large row group",
        ),
    ],
)
def test_a_document_is_the_same_from_every_kind_of_table(
    name: str, write: Callable[..., None], whole: Path, texts: Path, policytext: Run, tmp_path: Path
) -> None:
    found = [
        {"no": f"d{number}", "body": path.read_text(encoding="utf-8"), "source": path.name[0]}
        for number, path in enumerate(sorted(texts.iterdir()))
    ]
    write(tmp_path / name, found)
    done = policytext(
        "corpus", "run", tmp_path / name, "-o", tmp_path / "out", "--jobs", 1, "--shard-size", "2kB",
        "--text-column", "body", "--id-column", "no", "--keep", "source", "--what", "outline",
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    documents = rows(tmp_path / "out", "documents")
    assert [row["id"] for row in documents] == [row["no"] for row in found]
    assert [dict(row["meta"]) for row in documents] == [{"source": row["source"]} for row in found]
    assert [row["digest"] for row in documents] == [row["digest"] for row in rows(whole, "documents")]
    assert len({row["path"] for row in documents}) == len(found)
    assert len(list((tmp_path / "out" / "documents").iterdir())) > 3

    def bare(out: Path) -> list[Mapping[str, Any]]:
        return [{**row, "path": ""} for row in rows(out, "sections")]

    assert bare(tmp_path / "out") == bare(whole)


def test_rows_of_json_lines_have_the_names_that_the_commands_give_them(
    policytext: Run, tmp_path: Path
) -> None:
    write_jsonl(tmp_path / "a.jsonl", [{"body": "一、总则"}, {"body": "二、附则"}])
    printed = policytext("outline", tmp_path / "a.jsonl", "--text-column", "body", "--format", "jsonl").stdout
    policytext("corpus", "run", tmp_path / "a.jsonl", "-o", tmp_path / "out", "--text-column", "body")
    wanted = [line for line in printed.splitlines() if '"type":"section"' in line]
    assert as_lines(tmp_path / "out", "sections") == wanted


def test_an_address_that_fsspec_knows_is_read(
    texts: Path, whole: Path, policytext: Run, tmp_path: Path
) -> None:
    pytest.importorskip("fsspec")
    done = policytext(
        "corpus", "run", f"file://{texts}", "-o", tmp_path / "out", "--jobs", 1, "--what", "outline"
    )
    assert done.returncode == 0, done.stderr
    assert [row["digest"] for row in rows(tmp_path / "out", "documents")] == [
        row["digest"] for row in rows(whole, "documents")
    ]


def test_a_list_of_files_is_read_as_it_stands(texts: Path, policytext: Run, tmp_path: Path) -> None:
    names = [str(path) for path in sorted(texts.iterdir())[:3]]
    (tmp_path / "list").write_text("\n".join([*names, "", "gone.txt", ""]), encoding="utf-8")
    done = policytext(
        "corpus", "run", "--files-from", tmp_path / "list", "-o", tmp_path / "out", "--what", "outline"
    )
    assert done.returncode == 2
    assert [row["path"] for row in rows(tmp_path / "out", "documents")] == names
    assert [(row["path"], row["code"]) for row in rows(tmp_path / "out", "failures")] == [
        ("gone.txt", "missing")
    ]


def test_only_the_requested_tables_are_written(texts: Path, policytext: Run, tmp_path: Path) -> None:
    policytext("corpus", "run", texts, texts / "0-plan.txt", "-o", tmp_path / "out", "--what", "targets")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "documents", "failures", "indicators", "measures", "run.json",
    ]  # fmt: skip
    # A file inside a folder that is named, too, is one document.
    assert len(rows(tmp_path / "out", "documents")) == len(list(texts.iterdir()))


def test_what_rules_extract_is_a_table_with_a_map_of_captures(
    texts: Path, policytext: Run, tmp_path: Path
) -> None:
    done = policytext("corpus", "run", texts, "-o", tmp_path / "none", "--what", "extract")
    assert done.returncode == 2
    assert not (tmp_path / "none").exists()
    pack = ROOT / "examples" / "rules" / "duties.yaml"
    policytext("corpus", "run", texts, "-o", tmp_path / "out", "--what", "extract", "--rules", pack)
    found = [dict(one["captures"]) for one in rows(tmp_path / "out", "hits")]
    assert {capture["by"]["text"] for capture in found} >= {"市民政局", "市数据局"}


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_names_that_are_no_text_and_values_that_no_column_holds(policytext: Run, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    with open(os.fsencode(folder) + b"/\xff\xfe.txt", "wb") as file:
        file.write("一、总则\n".encode())
    row = '{"text": "第99999999999999999999999条 总则。", "no": "\\ud800", "more": [1, null]}\n'
    (folder / "a.jsonl").write_text(row + '{"text": "二、附则", "no": 7}\n', encoding="utf-8")
    done = policytext("corpus", "run", folder, "-o", tmp_path / "out", "--id-column", "no", "--keep", "more")
    assert done.returncode == 0, done.stderr
    found = rows(tmp_path / "out", "documents")
    assert [row["id"] for row in found] == ["?", "7", None]
    assert [dict(row["meta"]) for row in found] == [{"more": "[1, null]"}, {}, {}]
    assert found[2]["name"] == "??.txt"
