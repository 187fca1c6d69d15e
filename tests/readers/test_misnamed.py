"""Files that are not what their name says, or of a kind that can't be read: one line each, and exit code 2."""

from pathlib import Path

import pytest

from policytext.cli.app import run
from policytext.errors import ReadError
from policytext.readers import ReadOptions, read_bytes
from tests.helpers import Capture
from tests.readers.test_office import OLD
from tests.readers.word import docx, paragraph

WORDS = "一、总体要求\n推进政务服务改革。\n".encode()
PAGE = b"<!DOCTYPE html><html><body><p>404</p></body></html>"
GOOD = docx(paragraph("一、总则"))


def stream(name: str) -> bytes:
    return OLD + name.encode("utf-16-le") + b"\x00" * 100


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        pytest.param("a.docx", GOOD[:300], "truncated-docx", id="a truncated package"),
        pytest.param("a.docx", b"PK\x03\x04" + b"\x00" * 60, "truncated-docx", id="a package cut off at its first file"),
        pytest.param("a.docx", WORDS, "text-with-suffix", id="text called docx"),
        pytest.param("a.DOTX", WORDS, "text-with-suffix", id="text called dotx"),
        pytest.param("a.docm", "政务服务改革".encode("gb18030"), "text-with-suffix", id="text in another encoding"),
        pytest.param("a.pdf", WORDS, "text-with-suffix", id="text called pdf"),
        pytest.param("a.pdf", PAGE, "page-with-suffix", id="a page called pdf"),
        pytest.param("a.docx", PAGE, "page-with-suffix", id="a page called docx"),
        pytest.param("a.docx", b"", "empty-with-suffix", id="an empty docx"),
        pytest.param("a.pdf", b"", "empty-with-suffix", id="an empty pdf"),
        pytest.param("a.doc", b"\x00" * 512, "empty-with-suffix", id="a doc of zeros"),
        pytest.param("a.pdf", bytes(range(256)) * 4, "damaged-pdf", id="noise called pdf"),
        pytest.param("a.docx", bytes(range(256)) * 4, "damaged-docx", id="noise called docx"),
        pytest.param("a.docx", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "kind-picture", id="a picture called docx"),
        pytest.param("a.docx", stream("EncryptedPackage"), "locked-office", id="an encrypted docx"),
        pytest.param("a.doc", OLD[:512] + b"\xec\xa5" + b"\x00" * 9 + b"\x01" + b"\x00" * 500, "locked-office", id="a doc with a password"),
        pytest.param("a.xls", stream("Workbook"), "kind-xlsx", id="an old workbook"),
        pytest.param("a.ppt", stream("PowerPoint Document"), "kind-pptx", id="old slides"),
        pytest.param("a.ofd", b"PK\x03\x04" + b"\x00" * 26 + b"OFD.xml", "kind-ofd", id="an ofd"),
    ],
)  # fmt: skip
def test_one_line_each(name: str, data: bytes, code: str, tmp_path: Path, capfd: Capture) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    assert caught.value.code == code
    path = tmp_path / name
    path.write_bytes(data)
    assert run(["lint", str(path)]) == 2
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 2)  # the fault, and the closing message


@pytest.mark.parametrize(
    ("name", "data", "options"),
    [
        pytest.param("a.docx", WORDS, ReadOptions(encoding="utf-8"), id="text that the user names as such"),
        pytest.param("a.doc", WORDS, ReadOptions(), id="text called doc"),
        pytest.param("a.txt", b"", ReadOptions(), id="an empty text"),
        pytest.param("报告", WORDS, ReadOptions(), id="no suffix"),
        pytest.param("a.txt", GOOD, ReadOptions(), id="a docx called txt"),
    ],
)
def test_these_are_read(name: str, data: bytes, options: ReadOptions) -> None:
    assert read_bytes(data, name, options).path == name
