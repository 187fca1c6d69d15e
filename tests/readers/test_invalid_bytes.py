"""Bytes that are not valid in the encoding: refused with their place, or replaced, counted and never written back."""

from pathlib import Path

import pytest

import policytext
from policytext.cli.app import run
from policytext.errors import ConfigError, ReadError
from policytext.readers import decode
from tests.helpers import Capture

WORDS = "一、总体要求\n推进政务服务改革,提高质量。\n"
ENCODED = WORDS.encode("gb18030")
BROKEN = ENCODED[:21] + b"\xff" + ENCODED[21:]


@pytest.mark.parametrize(
    ("data", "encoding", "line", "byte"),
    [
        pytest.param(BROKEN, None, 2, 22, id="gb18030-detected"),
        pytest.param(b"a\n\xff\n", "utf-8", 2, 3, id="utf-8-named"),
        pytest.param(b"\xef\xbb\xbfa\xff", None, 1, 5, id="behind-a-byte-order-mark"),
        pytest.param(b"\xff\xfe" + "一二".encode("utf-16-le") + b"\x00\xd8\x00\x00", None, None, 7, id="half-a-character-of-utf-16"),
    ],
)  # fmt: skip
def test_the_place_is_named(data: bytes, encoding: str | None, line: int | None, byte: int) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, path="a.txt", encoding=encoding)
    assert (caught.value.code, caught.value.line, caught.value.values["byte"]) == (
        "undecodable",
        line,
        byte,
    )


@pytest.mark.parametrize(
    ("data", "encoding", "text", "replaced"),
    [
        pytest.param(b"a\xffb\xffc", "utf-8", "a\ufffdb\ufffdc", 2, id="two"),
        pytest.param(
            "a\ufffd".encode() + b"\xff", "utf-8", "a\ufffd\ufffd", 1, id="the files own is not counted"
        ),
        pytest.param(b"abc", "utf-8", "abc", 0, id="none"),
        pytest.param("一".encode("gb18030") + b"\xff\n", "gb18030", "一\ufffd\n", 1, id="gb18030"),
        pytest.param("一".encode("big5") + b"\xff\n", "big5", "一\ufffd\n", 1, id="big5"),
        pytest.param("一".encode("utf-16-le") + b"\x00", "utf-16-le", "一\ufffd", 1, id="half a unit"),
    ],
)
def test_they_are_replaced_and_counted(data: bytes, encoding: str, text: str, replaced: int) -> None:
    source = decode(data, encoding=encoding, errors="replace")
    assert (source.text, source.replaced) == (text, replaced)


def test_a_broken_byte_does_not_mislead_detection() -> None:
    source = decode(BROKEN, errors="replace")
    assert (source.encoding, source.encoding_origin, source.replaced) == ("gb18030", "detected", 1)
    assert source.text == WORDS.replace("政务", "政务\ufffd")


def test_python(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(BROKEN)
    with pytest.raises(ReadError):
        policytext.read(path)
    assert policytext.read(path, errors="replace").replaced == 1
    with pytest.raises(ConfigError):
        policytext.read(path, errors="ignore")


def test_commands_report_the_number(tmp_path: Path, capfd: Capture) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(BROKEN)
    assert run(["outline", str(path)]) == 2
    assert f"{path}:2: 第 22 个字节不是有效的 gb18030 文本" in capfd.readouterr().err
    assert run(["outline", str(path), "--errors", "replace"]) == 0
    out, err = capfd.readouterr()
    assert "总体要求" in out
    assert f"{path}: 有 1 处字节无效，已用 U+FFFD 代替" in err


def test_a_table_counts_them_by_row(tmp_path: Path, capfd: Capture) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"text\n\xe4\xb8\x80\n\xe4\xb8\x80\xff\n")
    assert (
        run(["outline", str(path), "--text-column", "text", "--errors", "replace", "--encoding", "utf-8"])
        == 0
    )
    assert [line for line in capfd.readouterr().err.splitlines() if "U+FFFD" in line] == [
        f"{path}:3: 有 1 处字节无效，已用 U+FFFD 代替"
    ]


def test_such_a_file_is_never_written(tmp_path: Path, capfd: Capture) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(BROKEN)
    assert run(["lint", str(path), "--fix", "--errors", "replace"]) == 2
    assert "未写入" in capfd.readouterr().err
    assert path.read_bytes() == BROKEN
