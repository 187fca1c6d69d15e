"""Limits for untrusted input: files that are too large, have no size, or grow while they are read."""

import os
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from policytext.docx.reader import extract
from policytext.errors import ReadError
from policytext.readers import ReadOptions, read
from tests.readers.word import docx, paragraph

SMALL = ReadOptions(max_bytes=1_000)


def test_a_file_over_the_limit_is_refused_by_its_size(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    with file.open("wb") as out:
        out.truncate(50_000_000_000)  # nothing of it is on the disk, and nothing of it is read
    with pytest.raises(ReadError) as caught:
        read(file)
    assert caught.value.render("zh") == f"{file}: 超过 300 MB（用 --max-size 提高上限，或拆分文件）"


def test_a_file_of_just_the_limit_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"a" * 1_000)
    assert len(read(file, SMALL).text) == 1_000
    file.write_bytes(b"a" * 1_001)
    with pytest.raises(ReadError, match="larger than"):
        read(file, SMALL)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize(("size", "fits"), [(1_000, True), (5_000_000, False)], ids=["short", "endless"])
def test_a_pipe_has_no_size(tmp_path: Path, size: int, fits: bool) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def write() -> None:
        with suppress(BrokenPipeError):  # the reader has had enough
            pipe.write_bytes(b"a" * size)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        if fits:
            assert len(read(pipe, SMALL).text) == size
        else:
            with pytest.raises(ReadError, match="larger than"):
                read(pipe, SMALL)
    finally:
        writer.join()


def test_the_limit_applies_to_packed_parts() -> None:
    packed = docx("".join(paragraph("推进社区建设") for _ in range(100)))
    with pytest.raises(ReadError, match="an abnormal size"):
        extract(packed, path="a.docx", options=ReadOptions(max_bytes=3_000))


def test_names_inside_a_package_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.xml"
    outside.write_text("<secret/>", encoding="utf-8")
    package = docx(paragraph("推进社区建设"), **{"../../../outside": "<secret/>"})
    file = tmp_path / "a.docx"
    file.write_bytes(package)
    assert read(file).text == "推进社区建设\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "outside.xml"]
