"""Files of folders that are not read are counted and named by type; lock files are skipped; tables name their columns."""

import json
from pathlib import Path

import pytest

from policytext.cli.app import run as policytext
from policytext.readers import folders
from tests.helpers import Capture
from tests.readers.printed import pdf
from tests.readers.word import docx, paragraph


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(folders, "_has_converter", lambda: False)
    for name in (
        "a.txt",
        "b.DOC",
        "c.doc",
        "d.wps",
        "t.csv",
        "README",
        "~$a.docx",
        ".~lock.a.docx#",
        ".hidden.xls",
        "skip.et",
    ):
        (tmp_path / name).write_text("一、总则\n", encoding="utf-8")
    (tmp_path / "m.docm").write_bytes(docx(paragraph("二、附则")))
    (tmp_path / ".gitignore").write_text("skip.*\n", encoding="utf-8")
    return tmp_path


UNREAD = "另有 5 个文件未读：.doc 2、.csv 1、.wps 1、无扩展名 1"


def run(capfd: Capture, *arguments: str) -> tuple[int, str, list[str]]:
    code = policytext([*arguments])
    out, err = capfd.readouterr()
    return code, out, err.splitlines()


def test_the_last_line_counts_them(folder: Path, capfd: Capture) -> None:
    code, out, err = run(capfd, "outline", str(folder))
    assert code == 0
    assert out.count("总则") == 1
    assert err[-1] == f"已读取 2 个文件，找到 2 个标题，{UNREAD}"


def test_the_same_in_english(folder: Path, capfd: Capture) -> None:
    _, _, err = run(capfd, "outline", str(folder), "--lang", "en")
    assert err[-1].endswith(", 5 files not read: .doc 2, .csv 1, .wps 1, without a suffix 1")


@pytest.mark.parametrize(
    ("options", "last"),
    [
        pytest.param(["--format", "json"], UNREAD, id="a format for programs has a line for them alone"),
        pytest.param(["--quiet"], "", id="quiet"),
        pytest.param(["--text-column", "正文"], "另有 4 个文件未读：.doc 2、.wps 1、无扩展名 1", id="a table that is read"),
        pytest.param(["--exclude", "*.doc", "--exclude", "*.DOC"], "另有 3 个文件未读：.csv 1、.wps 1、无扩展名 1", id="what the user excludes is not unread"),
        pytest.param(["--jobs", "2"], UNREAD, id="several processes"),
    ],
)  # fmt: skip
def test_options(folder: Path, capfd: Capture, options: list[str], last: str) -> None:
    (folder / "t.csv").write_text("正文\n一、总则\n", encoding="utf-8")
    _, _, err = run(capfd, "outline", str(folder), *options)
    assert (err or [""])[-1].endswith(last)
    assert ("未读" in "".join(err)) == bool(last)


def test_a_list_of_files_names_folders_too(
    folder: Path, capfd: Capture, tmp_path_factory: pytest.TempPathFactory
) -> None:
    names = tmp_path_factory.mktemp("list") / "names"
    names.write_text(f"{folder}\n", encoding="utf-8")
    _, _, err = run(capfd, "outline", "--files-from", str(names))
    assert err[-1].endswith(UNREAD)


def test_show_files_lists_both(folder: Path, capfd: Capture) -> None:
    code, out, err = run(capfd, "outline", str(folder), "--show-files")
    assert code == 0
    assert [Path(line).name for line in out.splitlines()] == ["a.txt", "m.docm"]
    assert sorted(Path(line.removeprefix("未读: ")).name for line in err[:-1]) == [
        "README",
        "b.DOC",
        "c.doc",
        "d.wps",
        "t.csv",
    ]
    assert err[-1] == UNREAD


def test_nothing_unread_is_not_mentioned(tmp_path: Path, capfd: Capture) -> None:
    (tmp_path / "a.txt").write_text("一、总则\n", encoding="utf-8")
    _, _, err = run(capfd, "outline", str(tmp_path))
    assert err == ["已读取 1 个文件，找到 1 个标题"]


def test_many_types_are_cut(tmp_path: Path, capfd: Capture) -> None:
    for number in range(20):
        (tmp_path / f"a.x{number:02}").touch()
    (tmp_path / "a.txt").write_text("一、总则\n", encoding="utf-8")
    _, _, err = run(capfd, "outline", str(tmp_path))
    assert err[-1].endswith(
        "另有 20 个文件未读：.x00 1、.x01 1、.x02 1、.x03 1、.x04 1、.x05 1、.x06 1、.x07 1、其他 12"
    )


@pytest.mark.parametrize(
    ("name", "text", "known"),
    [
        pytest.param("a.csv", "编号,正文\n1,总则\n", "编号、正文", id="csv"),
        pytest.param("a.TSV", "编号\t正文\n1\t总则\n", "编号、正文", id="tsv"),
        pytest.param("a.jsonl", '{"编号": 1, "正文": "总则"}\n', "编号、正文", id="json-lines"),
        pytest.param("a.jsonl", "总则\n", "", id="json-lines-without-an-object"),
        pytest.param("a.csv", '"编号\n' + "一" * 200_000, "编号?一一一一一一一一一一一一一一一一一一一一一", id="an-unclosed-quote"),
        pytest.param("a.txt", "编号,正文\n1,总则\n", "", id="a-text-with-commas"),
    ],
)  # fmt: skip
def test_a_table_that_is_read_as_text_names_its_columns(
    tmp_path: Path, capfd: Capture, name: str, text: str, known: str
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    _, _, err = run(capfd, "text", str(path), "--format", "json")
    hint = f"{path}: 是表格，已按纯文本读取（如每行是一份文件，用 --text-column 指定正文所在的列：{known}）"
    assert err == ([hint] if known else [])
    assert run(capfd, "text", str(path), "--format", "json", "--quiet")[2] == []


def test_headers_on_request(tmp_path: Path, capfd: Capture) -> None:
    from tests.readers.test_docx import LINKS
    from tests.readers.word import SPACE

    path = tmp_path / "a.dotx"
    path.write_bytes(
        docx(paragraph("文"), header1=f"<w:hdr {SPACE}>{paragraph('内部资料')}</w:hdr>", links=LINKS)
    )
    assert run(capfd, "text", str(path))[1] == "文\n"
    assert run(capfd, "text", str(path), "--with", "headers")[1] == "文\n内部资料\n"
    code, _, err = run(capfd, "text", str(path), "--with", "margins")
    assert (code, "margins" in err[-1]) == (2, True)


def test_a_corpus_run_counts_them(
    folder: Path, capfd: Capture, tmp_path_factory: pytest.TempPathFactory
) -> None:
    pytest.importorskip("pyarrow")
    out = tmp_path_factory.mktemp("run") / "out"
    code, _, err = run(
        capfd, "corpus", "run", str(folder), "-o", str(out), "--what", "outline", "--jobs", "1"
    )
    assert code == 0
    assert err[-1].endswith(UNREAD)


def test_pictures_are_mentioned_with_verbose(tmp_path: Path, capfd: Capture) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(paragraph(runs="<w:r><w:t>图</w:t><w:pict><v:imagedata/></w:pict></w:r>")))
    assert any("含 1 幅图片" in line for line in run(capfd, "text", str(path), "--verbose")[2])
    assert not any("图片" in line for line in run(capfd, "text", str(path))[2])


def test_pages_of_pictures_are_mentioned_and_named(tmp_path: Path, capfd: Capture) -> None:
    pytest.importorskip("pypdfium2")
    path = tmp_path / "a.pdf"
    picture = "q 400 0 0 500 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID A EI Q"
    path.write_bytes(
        pdf([[("一、总体要求", 90, 100, 14)], [], [("二、重点任务", 90, 100, 14)], [], []], drawn=picture)
    )
    code, out, err = run(capfd, "outline", str(path))
    assert code == 0
    assert out.endswith("二、重点任务\n")
    assert any("有 3 页只有图片，文字未读取：第 2、4—5 页" in line for line in err)
    _, _, err = run(capfd, "outline", str(path), "--lang", "en")
    assert any("3 pages have only pictures, not read: 2, 4–5" in line for line in err)


def test_a_program_reads_the_file_list_as_before(folder: Path, capfd: Capture) -> None:
    _, out, _ = run(capfd, "outline", str(folder), "--format", "json")
    assert [Path(file["path"]).name for file in json.loads(out)["files"]] == ["a.txt", "m.docm"]
