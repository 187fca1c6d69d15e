"""What may be wrong with a corpus, with the folder for its tables, and with what is installed: a clear line each."""

import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.corpus.conftest import Run
from tests.corpus.test_tables import rows

pq = pytest.importorskip("pyarrow.parquet")
pa = pytest.importorskip("pyarrow")

GOOD = '{"no": "1", "text": "一、总则"}\n'


def failures(out: Path) -> dict[str, str]:
    return {Path(row["path"]).name: row["code"] for row in rows(out, "failures")}


def run(policytext: Run, out: Path, *inputs: object) -> "subprocess.CompletedProcess[str]":
    done = policytext("corpus", "run", *inputs, "-o", out, "--jobs", 1, "--what", "outline")
    assert "Traceback" not in done.stderr
    return done


def test_broken_rows_are_failures_and_the_others_stand(policytext: Run, tmp_path: Path) -> None:
    path, out = tmp_path / "a.jsonl", tmp_path / "out"
    lines = [
        GOOD.encode(),
        b'{"no": "2", "text": "\n',
        b'["text"]\n',
        b'{"text": 7}\n',
        b"\n",
        b'{"other": "x"}\n',
        '{"text": "二、附则"}\n'.encode("gb18030"),
        '{"text": "三、总体要求和主要目标"}\r\n'.encode(),
        '{"text": "一、\\ud800总则"}\n'.encode(),
        '{"text": "四、没有换行"}'.encode(),
    ]
    path.write_bytes(b"".join(lines))
    done = run(policytext, out, path)
    assert done.returncode == 2
    assert failures(out) == dict.fromkeys(("a.jsonl:2", "a.jsonl:3", "a.jsonl:4", "a.jsonl:6"), "bad-row")
    assert [row["path"].rpartition(":")[2] for row in rows(out, "documents")] == ["1", "7", "8", "9", "10"]
    assert rows(out, "documents")[1]["encoding"] == "gb18030"
    assert f"policytext: {path}:2: " in done.stderr
    assert len(rows(out, "sections")) == 5


def test_empty_texts_are_documents_without_anything(policytext: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": ""}\n{"text": " \\n"}\n' + GOOD, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    done = run(policytext, tmp_path / "out", tmp_path / "a.jsonl", tmp_path / "empty.txt")
    assert done.returncode == 0, done.stderr
    assert [row["characters"] for row in rows(tmp_path / "out", "documents")] == [0, 2, 4, 0]


def test_one_document_of_200_megabytes_does_not_stop_the_others(policytext: Run, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.txt").write_text("一、总则\n", encoding="utf-8")
    with (tmp_path / "a" / "2.txt").open("w", encoding="utf-8") as file:
        for _ in range(100):
            file.write("发展" * 333_333 + "\n")
    (tmp_path / "a" / "3.txt").write_text("二、附则\n", encoding="utf-8")
    with gzip.open(tmp_path / "b.jsonl.gz", "wt", compresslevel=1, encoding="utf-8") as file:
        file.write(GOOD + '{"text": "' + "十" * 60_000_000 + '"}\n' + GOOD)
    done = policytext(
        "corpus", "run", tmp_path / "a", tmp_path / "b.jsonl.gz", "-o", tmp_path / "out", "--jobs", 1,
        "--what", "outline", "--max-size", 100,
    )  # fmt: skip
    assert done.returncode == 2
    assert failures(tmp_path / "out") == {"2.txt": "too-big", "b.jsonl.gz:2": "too-big"}
    assert len(rows(tmp_path / "out", "documents")) == 4


def test_ids_that_stand_twice_are_both_kept(policytext: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(GOOD + GOOD + GOOD.replace('"1"', "2"), encoding="utf-8")
    out = tmp_path / "out"
    done = policytext(
        "corpus", "run", tmp_path / "a.jsonl", "-o", out, "--id-column", "no", "--what", "outline"
    )
    assert done.returncode == 0
    assert [row["id"] for row in rows(out, "documents")] == ["1", "1", "2"]
    assert "1 repeated id" in done.stderr


def test_encodings_may_be_mixed(policytext: Run, tmp_path: Path) -> None:
    for encoding in ("utf-8", "gb18030", "big5", "utf-16"):
        (tmp_path / f"{encoding}.txt").write_text("一、總體要求\n二、保障措施\n", encoding=encoding)
    (tmp_path / "无.txt").write_bytes(bytes(range(256)) * 20)
    done = run(policytext, tmp_path / "out", tmp_path)
    assert done.returncode == 2
    assert len(rows(tmp_path / "out", "sections")) == 8
    assert list(failures(tmp_path / "out")) == ["无.txt"]


def write_parquet(path: Path, **columns: list[object]) -> Path:
    pq.write_table(pa.table(columns), path)
    return path


def bad_parquet(folder: Path) -> Path:
    path = folder / "a.parquet"
    path.write_bytes(b"PAR1 is all there is")
    return path


def cut_off(folder: Path) -> Path:
    path = folder / "a.jsonl.gz"
    path.write_bytes(gzip.compress((GOOD * 9).encode())[:-12])
    return path


def of_utf_16(folder: Path) -> Path:
    path = folder / "a.jsonl"
    path.write_text(GOOD, encoding="utf-16")
    return path


@pytest.mark.parametrize(
    ("make", "code", "message"),
    [
        pytest.param(
            lambda folder: write_parquet(folder / "a.parquet", body=["一"], no=["1"]),
            "no-column", "no column text (there are body、no)", id="a Parquet without the column",
        ),
        pytest.param(
            lambda folder: write_parquet(folder / "a.parquet", text=[7]), "bad-row", "text", id="of another type"
        ),
        pytest.param(bad_parquet, "damaged-parquet", "not a valid Parquet file", id="no Parquet at all"),
        pytest.param(cut_off, None, "", id="an incomplete compressed file"),
        pytest.param(of_utf_16, "jsonl-utf-16", "convert the file", id="JSON Lines in UTF-16"),
        pytest.param(lambda folder: folder / "gone.txt", "missing", "no such file", id="no such file"),
    ],
)  # fmt: skip
def test_an_input_that_cannot_be_read_is_reported_and_the_others_are_read(
    make: object, code: str | None, message: str, policytext: Run, tmp_path: Path
) -> None:
    assert callable(make)
    good = tmp_path / "good.txt"
    good.write_text("一、总则\n", encoding="utf-8")
    done = run(policytext, tmp_path / "out", make(tmp_path), good)
    assert done.returncode == 2
    assert message in done.stderr
    assert code is None or code in failures(tmp_path / "out").values()
    assert rows(tmp_path / "out", "failures")
    assert str(good) in [row["path"] for row in rows(tmp_path / "out", "documents")]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        pytest.param(["--what", "lint"], "what was outline and is now lint", id="other questions"),
        pytest.param(["--what", "outline", "--shard-size", "9kB"], "shard_bytes was", id="other shards"),
        pytest.param(["--what", "outline", "--exclude", "x"], "exclude was", id="other inputs"),
        pytest.param(["--what", "outline", "--rules", "none"], "builtin was True", id="other rules"),
    ],
)
def test_the_folder_of_another_run_is_unchanged(
    more: list[str], message: str, outlined: Path, texts: Path, here: Run
) -> None:
    before = (outlined / "run.json").read_bytes()
    size = [] if "--shard-size" in more else ["--shard-size", "8kB"]
    done = here("corpus", "run", texts, "-o", outlined, "--jobs", 1, *size, *more)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert message in done.stderr
    assert (outlined / "run.json").read_bytes() == before


def test_a_folder_of_another_version_or_of_something_else(policytext: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("一、总则", encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.docx").write_bytes(b"precious")
    done = run(policytext, out, tmp_path / "a.txt")
    assert done.returncode == 2
    assert "holds other files" in done.stderr
    (out / "thesis.docx").unlink()
    for written, message in (
        ('{"schema": "policytext-corpus/99"}', "policytext-corpus/99"),
        ("{", "is damaged"),
    ):
        (out / "run.json").write_text(written, encoding="utf-8")
        done = run(policytext, out, tmp_path / "a.txt")
        assert done.returncode == 2
        assert message in done.stderr
        assert (out / "run.json").read_text(encoding="utf-8") == written


def test_inputs_that_changed_meanwhile(policytext: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("一、总则", encoding="utf-8")
    assert run(policytext, tmp_path / "out", tmp_path / "a.txt").returncode == 0
    (tmp_path / "a.txt").write_text("一、总则和附则", encoding="utf-8")
    done = run(policytext, tmp_path / "out", tmp_path / "a.txt")
    assert done.returncode == 2
    assert "an input has changed since the run began" in done.stderr


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs another user")
def test_no_permission(environment: dict[str, str]) -> None:
    # Root may read everything, so that nobody has to run it; folders of tests are closed to nobody.
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        folder.chmod(0o755)
        (folder / "open.txt").write_text("一、总则", encoding="utf-8")
        (folder / "closed.txt").write_text("一、总则", encoding="utf-8")
        (folder / "closed.txt").chmod(0o600)
        (folder / "theirs").mkdir(0o777)
        (folder / "theirs").chmod(0o777)

        def nobody(out: Path) -> "subprocess.CompletedProcess[str]":
            arguments = [str(folder / "open.txt"), str(folder / "closed.txt"), "-o", str(out)]
            return subprocess.run(
                [
                    sys.executable,
                    "-m",
                    "policytext",
                    "corpus",
                    "run",
                    *arguments,
                    "--jobs",
                    "1",
                    "--what",
                    "outline",
                ],
                env={**environment, "POLICYTEXT_CACHE": ""},
                cwd=folder,
                user=65534,
                capture_output=True,
                encoding="utf-8",
                timeout=60,
            )

        try:
            done = nobody(folder / "ours")
        except PermissionError:
            pytest.skip("nobody can't run this Python")
        assert done.returncode == 2
        assert (
            done.stderr
            == f"policytext: {folder / 'ours'}: cannot be written: Permission denied (check the path and its permissions)\n"
        )
        done = nobody(folder / "theirs" / "out")
        assert done.returncode == 2
        assert f"policytext: {folder / 'closed.txt'}: no permission to read it" in done.stderr
        assert failures(folder / "theirs" / "out") == {"closed.txt": "forbidden"}


@pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")
def test_no_space_left(
    texts: Path, outlined: Path, environment: dict[str, str], policytext: Run, tmp_path: Path
) -> None:
    arguments = ["corpus", "run", str(texts), "-o", str(tmp_path / "out"), "--jobs", "1", "--what", "outline",
                 "--shard-size", "8kB"]  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-B", "-m", "policytext", *arguments],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, 4_000)),
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "out: can't write" in done.stderr or "File too large" in done.stderr
    assert policytext(*arguments).returncode == 0
    names = {path.relative_to(outlined): path.read_bytes() for path in outlined.rglob("*.parquet")}
    assert {
        path.relative_to(tmp_path / "out"): path.read_bytes()
        for path in (tmp_path / "out").rglob("*.parquet")
    } == names


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param([], "no input", id="no input"),
        pytest.param(["-"], "does not read standard input", id="standard input"),
        pytest.param(["x", "--what", "outlines"], "outline", id="an unknown question"),
        pytest.param(["x", "--shard-size", "many"], "must be a size", id="no size"),
        pytest.param(["x", "--jobs", "0"], "jobs", id="no workers"),
        pytest.param(["x", "--engine", "spark"], "spark", id="an unknown engine"),
        pytest.param(["x", "--select", "typos"], "typo", id="no such rule"),
        pytest.param(["x", "--encoding", "utf-9"], "utf-8", id="no such encoding"),
        pytest.param(["s3a://x/y"], "address cannot be opened", id="no such store"),
    ],
)
def test_a_mistake_on_the_command_line_is_one_line(
    arguments: list[str], message: str, here: Run, tmp_path: Path
) -> None:
    done = here("corpus", "run", *arguments, "-o", tmp_path / "out")
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_no_folder_for_the_tables(here: Run, tmp_path: Path) -> None:
    done = here("corpus", "run", tmp_path)
    assert (done.returncode, done.stderr) == (2, "policytext: no folder for the tables (name one with -o)\n")


@pytest.mark.parametrize(
    ("missing", "arguments", "extra"),
    [
        pytest.param("pyarrow", ["corpus", "run", "x", "-o", "{out}"], "corpus", id="pyarrow"),
        pytest.param("duckdb", ["corpus", "query", "{whole}"], "corpus", id="duckdb"),
        pytest.param(
            "distributed", ["corpus", "run", "x", "-o", "{out}", "--engine", "dask"], "dask", id="Dask"
        ),
    ],
)
def test_what_is_not_installed_is_named_with_the_command_that_installs_it(
    missing: str, arguments: list[str], extra: str, outlined: Path, environment: dict[str, str], policytext: Run,
    tmp_path: Path,
) -> None:  # fmt: skip
    (tmp_path / "sitecustomize.py").write_text(
        f"import sys\nsys.modules[{missing!r}] = None\n", encoding="utf-8"
    )
    path = os.pathsep.join((str(tmp_path), environment["PYTHONPATH"]))
    filled = [argument.format(out=tmp_path / "out", whole=outlined) for argument in arguments]
    done = policytext(*filled, env={**environment, "PYTHONPATH": path})
    assert (done.returncode, done.stderr) == (
        2,
        f"policytext: {missing} is missing (in a checkout of policytext: pip install '.[{extra}]')\n",
    )
    assert not (tmp_path / "out").exists()


def test_a_scheduler_that_does_not_answer_is_reported(policytext: Run, texts: Path, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    environment = {**os.environ, "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1", "POLICYTEXT_LANG": "en"}
    done = policytext(
        "corpus", "run", texts, "-o", tmp_path / "out", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9",
        env=environment,
    )  # fmt: skip
    assert done.returncode == 2
    assert "no connection to the Dask scheduler tcp://127.0.0.1:9" in done.stderr
    assert json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))["finished"] is None
