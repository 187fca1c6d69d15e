"""Tables that were damaged after a run: noticed when it is resumed, and named when they are queried."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from policytext.corpus.tables import read_records
from tests.corpus.conftest import Run, tree

pytest.importorskip("duckdb")


def file(out: Path, table: str, number: int) -> Path:
    return out / table / f"{number:06d}.parquet"


def cut_off(out: Path, number: int) -> Path:
    path = file(out, "indicators", number)
    path.write_bytes(path.read_bytes()[:500])
    return path


def cut_off_documents(out: Path, number: int) -> Path:
    path = file(out, "documents", number)
    path.write_bytes(path.read_bytes()[:-20])
    return path


def shortened(out: Path, number: int) -> Path:
    path = file(out, "sections", number)
    data = path.read_bytes()
    path.write_bytes(data[:100] + data[150:])
    return path


def shortened_documents(out: Path, number: int) -> Path:
    path = file(out, "documents", number)
    data = path.read_bytes()
    path.write_bytes(data[:100] + data[150:])
    return path


def empty(out: Path, number: int) -> Path:
    path = file(out, "sections", number)
    path.write_bytes(b"")
    return path


def missing(out: Path, number: int) -> Path:
    path = file(out, "measures", number)
    path.unlink()
    return path


def another_table(out: Path, number: int) -> Path:
    path = file(out, "findings", number)
    shutil.copy(file(out, "passages", number), path)
    return path


def another_shard(out: Path, number: int) -> Path:
    path = file(out, "passages", number)
    shutil.copy(file(out, "passages", number + 1), path)
    return path


def documents_of_another_shard(out: Path, number: int) -> Path:
    path = file(out, "documents", number)
    shutil.copy(file(out, "documents", number - 1), path)
    return path


def overwritten_footer(out: Path, number: int) -> Path:
    path = file(out, "stats", number)
    data = bytearray(path.read_bytes())
    data[-60:-20] = bytes(40)
    path.write_bytes(data)
    return path


def no_parquet(out: Path, number: int) -> Path:
    path = file(out, "failures", number)
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    return path


DAMAGES: list[Callable[[Path, int], Path]] = [
    cut_off,
    cut_off_documents,
    shortened,
    shortened_documents,
    empty,
    missing,
    another_table,
    another_shard,
    overwritten_footer,
    no_parquet,
    documents_of_another_shard,
]


@pytest.fixture
def copy(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "out"))


def test_a_damaged_shard_is_redone(texts: Path, whole: Path, copy: Path, policytext: Run) -> None:
    shards = len(list((whole / "documents").iterdir()))
    # Each kind of damage to a shard of its own, and one shard that is whole.
    rounds = [DAMAGES[at : at + shards - 1] for at in range(0, len(DAMAGES), shards - 1)]
    for damages in rounds:
        for number, damage in enumerate(damages):
            damage(copy, number + (damage is documents_of_another_shard))
        done = policytext("corpus", "run", texts, "-o", copy, "--jobs", 1, "--shard-size", "8kB")
        assert done.returncode == 0, done.stderr
        assert f"resuming: {shards - len(damages)} shard" in done.stderr
        assert tree(copy) == tree(whole)


NAMED = "policytext: {}: this file is damaged (repeat the same corpus run to restore it)\n"


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(damage, id=damage.__name__)
        for damage in (cut_off, cut_off_documents, shortened, empty, missing, no_parquet)
    ],
)
def test_a_damaged_file_is_named_with_a_remedy(
    damage: Callable[[Path, int], Path], copy: Path, here: Run
) -> None:
    path = damage(copy, 0)
    done = here("corpus", "query", copy, f"select * from {path.parent.name}")
    assert (done.returncode, done.stderr) == (2, NAMED.format(path))


def test_a_damaged_file_of_two_runs_is_named_with_a_remedy(whole: Path, copy: Path, here: Run) -> None:
    path = cut_off(copy, 0)
    done = here("corpus", "diff", whole, copy)
    assert (done.returncode, done.stderr) == (2, NAMED.format(path))


def scrambled(path: Path) -> None:
    """Pages changed under a footer that is whole."""
    data = bytearray(path.read_bytes())
    for at in range(100, len(data) // 3, 7):
        data[at] ^= 255
    path.write_bytes(data)


def test_a_file_with_broken_pages_is_named_with_a_remedy(copy: Path, here: Run) -> None:
    path = file(copy, "sections", 0)
    scrambled(path)
    done = here("corpus", "query", copy, "select * from sections")
    assert done.returncode == 2
    assert str(path) in done.stderr
    assert "delete this file" in done.stderr
    assert done.stderr.count("\n") == 1


def test_changed_bytes_of_a_page_are_found_by_its_checksum(copy: Path) -> None:
    path = file(copy, "sections", 0)
    assert list(read_records(str(path)))
    scrambled(path)
    with pytest.raises(OSError, match=r"(?i)crc|checksum"):
        list(read_records(str(path)))


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        pytest.param("select nope from documents", "nope", id="no such column"),
        pytest.param("select cast(path as int) from documents", "Conversion Error", id="another type"),
        pytest.param(
            "set memory_limit = '5MB'; select * from range(100000000) order by random()",
            "not enough memory",
            id="too much for memory",
        ),
        pytest.param("select '\udcff'", "surrogate", id="a question that is no text"),
        pytest.param("select error('一\n二')", "一 二", id="a reason of two lines"),
    ],
)
def test_a_question_that_fails_is_one_line(sql: str, message: str, outlined: Path, here: Run) -> None:
    done = here("corpus", "query", outlined, sql)
    assert done.returncode == 2
    assert message in done.stderr
    assert "internal" not in done.stderr
    assert done.stderr.count("\n") == 1
