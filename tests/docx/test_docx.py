"""Fixes in Word documents: only the edited text changes, and revisions can be rejected."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext.cli.app import run as policytext
from policytext.docx.reader import extract
from policytext.docx.writer import WordWriter
from policytext.model.annotations import Edit
from policytext.model.document import Span
from tests.helpers import Capture
from tests.readers.word import docx, level, lists, paragraph, parts, run

BOLD = "<w:b/>"
BODY = (
    paragraph("总体要求", number=(1, 0))
    + paragraph(runs=run("实现系统", BOLD) + run("叠") + run("代", "<w:i/>") + run("升级&amp;优化。"))
    + paragraph("发展社区帐户管理。")
)
FILE = docx(BODY, numbering=lists(level(0, "chineseCounting", "%1、")))
TEXT = extract(FILE, path="a.docx").text


def edit(old: str, new: str) -> Edit:
    at = TEXT.index(old)
    return Edit(Span(at, at + len(old)), new)


def changed(before: bytes, after: bytes) -> list[str]:
    old, new = parts(before), parts(after)
    return [name for name in new if old.get(name) != new[name]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("叠代", "迭代", id="across-runs"),
        pytest.param("&", "和", id="an-entity"),
        pytest.param("帐户", "账户", id="inside-a-run"),
        pytest.param("社区", "", id="deleted"),
        pytest.param("优化", "A<&B", id="markup-in-words"),
    ],
)
def test_only_the_edited_text_changes(old: str, new: str) -> None:
    after = WordWriter(FILE, "a.docx").write_edits([edit(old, new)])
    assert extract(after, path="a.docx").text == TEXT.replace(old, new)
    assert changed(FILE, after) == ["word/document.xml"]
    assert list(parts(after)) == list(parts(FILE))


def test_other_runs_keep_their_formatting() -> None:
    after = parts(WordWriter(FILE, "a.docx").write_edits([edit("叠代", "迭代")]))[
        "word/document.xml"
    ].decode()
    before = parts(FILE)["word/document.xml"].decode()
    assert after == before.replace(">叠<", ">迭<")


@given(st.sets(st.integers(5, len(TEXT) - 2), max_size=6))
def test_any_edits_of_the_text_are_edits_of_the_file(places: set[int]) -> None:
    edits = [Edit(Span(at, at + 1), "新") for at in places if TEXT[at] != "\n"]
    wanted = "".join("新" if Edit(Span(at, at + 1), "新") in edits else sign for at, sign in enumerate(TEXT))
    writer = WordWriter(FILE, "a.docx")
    assert extract(writer.write_edits(edits), path="a.docx").text == wanted
    tracked = writer.write_tracked(edits, [(each.span, "说明") for each in edits])
    assert extract(tracked, path="a.docx").text == wanted
    assert rejected(tracked) == TEXT


def rejected(data: bytes) -> str:
    """Return the text of a file with its revisions rejected."""
    content = parts(data)
    xml = content["word/document.xml"].decode()
    xml = re.sub("<w:ins .*?</w:ins>", "", xml)
    xml = re.sub("</?w:del(?: [^>]*)?>", "", xml).replace("w:delText", "w:t")
    content["word/document.xml"] = xml.encode()
    body = re.search("<w:body>(.*)</w:body>", xml, re.S)
    assert body
    return extract(docx(body[1], numbering=lists(level(0, "chineseCounting", "%1、"))), path="a.docx").text


def test_revisions_name_their_reason_in_a_comment() -> None:
    change = edit("叠代", "迭代")
    after = parts(WordWriter(FILE, "a.docx").write_tracked([change], [(change.span, "用错了字 <此处>")]))
    assert "用错了字 &lt;此处&gt;" in after["word/comments.xml"].decode()
    assert b"comments.xml" in after["[Content_Types].xml"]
    assert b"comments.xml" in after["word/_rels/document.xml.rels"]
    document = after["word/document.xml"].decode()
    assert document.count("<w:commentReference ") == 1
    assert re.findall("<w:(?:del|ins) ", document) == ["<w:del ", "<w:ins "]


def test_an_automatic_number_cannot_be_fixed() -> None:
    writer = WordWriter(FILE, "a.docx")
    assert list(writer._within(Edit(Span(0, 2), "二、"))) == []


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(FILE)
    return path


def test_fixing_twice_changes_nothing_more(draft: Path, capfd: Capture) -> None:
    assert policytext(["lint", str(draft), "--fix", "--unsafe-fixes", "--exit-zero"]) == 0
    once = draft.read_bytes()
    assert "迭代" in extract(once, path="").text
    assert policytext(["lint", str(draft), "--fix", "--unsafe-fixes", "--exit-zero"]) == 0
    assert draft.read_bytes() == once
    assert "已改正" in capfd.readouterr().err


def test_revisions_twice_change_nothing_more(draft: Path, capfd: Capture) -> None:
    assert policytext(["lint", str(draft), "--track-changes", "--unsafe-fixes", "--exit-zero"]) == 0
    once = draft.read_bytes()
    assert b"<w:del " in parts(once)["word/document.xml"]
    assert policytext(["lint", str(draft), "--track-changes", "--unsafe-fixes", "--exit-zero"]) == 0
    assert draft.read_bytes() == once
    del capfd


def test_what_python_docx_makes_comes_back_whole(tmp_path: Path) -> None:
    other = pytest.importorskip("docx")
    document = other.Document()
    document.add_heading("临河市规划", 0)
    document.add_paragraph("实现系统叠代升级。").runs[0].bold = True
    document.add_table(1, 2).cell(0, 1).text = "指标"
    path = tmp_path / "made.docx"
    document.save(path)
    before = path.read_bytes()
    assert policytext(["lint", str(path), "--fix", "--exit-zero"]) == 0
    assert changed(before, path.read_bytes()) == ["word/document.xml"]
    assert [paragraph.text for paragraph in other.Document(path).paragraphs][:2] == [
        "临河市规划",
        "实现系统迭代升级。",
    ]
    assert policytext(["lint", str(path), "--track-changes", "--exit-zero"]) == 0


def test_plain_text_has_no_revisions(tmp_path: Path, capfd: Capture) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("实现系统叠代升级。\n", encoding="utf-8")
    assert policytext(["lint", str(path), "--track-changes"]) == 2
    assert "只有 Word 文档" in capfd.readouterr().err
    assert path.read_text(encoding="utf-8") == "实现系统叠代升级。\n"


def test_places_in_the_original(draft: Path, capfd: Capture) -> None:
    assert policytext(["text", str(draft), "--map"]) == 0
    assert capfd.readouterr().out.splitlines()[:2] == [
        "0\tparagraph 1\t一、总体要求",
        "7\tparagraph 2\t实现系统叠代升级&优化。",
    ]
    assert policytext(["text", str(draft)]) == 0
    assert capfd.readouterr().out == TEXT
    assert policytext(["lint", str(draft), "--format", "json", "--exit-zero"]) == 0
    assert '"location":"paragraph 2"' in capfd.readouterr().out
