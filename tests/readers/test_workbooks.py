"""Excel workbooks with one document in each row, valid, damaged and hostile."""

import sys
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest

from policytext.cli.app import run as policytext
from policytext.errors import PolicytextError, ReadError
from policytext.readers import read
from policytext.readers.tables import read_rows
from tests.helpers import Capture

openpyxl = pytest.importorskip("openpyxl")


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("sheets", "texts"),
    [
        pytest.param({"表": [["编号", "正文"], [1, "总则"], [2, "附则"]]}, {"a.xlsx:2": "总则", "a.xlsx:3": "附则"}, id="rows"),
        pytest.param({"表": [[], ["编号", "正文"], [], [1, "总则\n细则"]]}, {"a.xlsx:4": "总则\n细则"}, id="empty rows before and between"),
        pytest.param({"表": [["编号", "正文"], [1, None], [2], [3, 2030]]}, {"a.xlsx:2": "", "a.xlsx:3": "", "a.xlsx:4": "2030"}, id="no text and a number"),
        pytest.param({"甲": [["正文"], ["总则"]], "说明": [["其他"], ["x"]], "乙": [["正文"], ["附则"]]}, {"a.xlsx:甲:2": "总则", "a.xlsx:乙:2": "附则"}, id="several sheets"),
    ],
)  # fmt: skip
def test_each_row_is_a_document(sheets: dict[str, list[list[object]]], texts: dict[str, str]) -> None:
    found = [
        row for row in read_rows(workbook(**sheets), "a.xlsx", "正文") if not isinstance(row, PolicytextError)
    ]
    assert {row.path: row.text for row in found} == texts
    assert {row.medium for row in found} == {"table"}


def fault(data: bytes, column: str = "正文") -> PolicytextError:
    with pytest.raises(ReadError) as caught:
        list(read_rows(data, "a.xlsx", column))
    return caught.value


def test_a_column_that_is_missing_names_those_that_are_there() -> None:
    error = fault(workbook(甲=[["编号", "标题"]], 乙=[["编号", "内容"]]))
    assert error.render("zh") == "a.xlsx: 没有“正文”这一列（有 编号、标题、内容）"


def test_without_a_column_the_columns_are_named(tmp_path: Path, capfd: Capture) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(表=[["编号", "正文"], [1, "总则"]]))
    assert policytext(["lint", str(path)]) == 2
    assert "用 --text-column 指定正文所在的列（有 编号、正文）" in capfd.readouterr().err


def test_without_openpyxl_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(表=[["正文"]]))
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.code == "needs-reader"


def test_damaged_and_hostile_workbooks() -> None:
    good = workbook(表=[["正文"], ["总则"]])
    assert fault(good[: len(good) // 2]).code == "damaged-xlsx"
    assert fault(b"PK\x03\x04").code == "damaged-xlsx"
    assert fault(b"").code == "damaged-xlsx"
    parts = {
        name: zipfile.ZipFile(BytesIO(good)).read(name) for name in zipfile.ZipFile(BytesIO(good)).namelist()
    }
    assert fault(pack(parts | {"xl/workbook.xml": b"<workbook"})).code == "damaged-xlsx"
    assert fault(pack(parts | {"xl/worksheets/sheet1.xml": b"<a>" + b" " * 50_000_000})).code == "bomb"


def pack(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def test_a_mutated_workbook_never_crashes() -> None:
    good = workbook(表=[["正文"], ["总则"]])
    for at in range(0, len(good), 37):
        with suppress(ReadError):
            list(read_rows(good[:at] + b"\xff\x00" + good[at + 2 :], "a.xlsx", "正文"))
