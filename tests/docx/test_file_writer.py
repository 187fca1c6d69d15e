"""`lint --fix` keeps everything about a file but the text that it changes."""

import errno
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from policytext import file_writer
from policytext.cli.app import run
from tests.readers.word import docx, paragraph

BEFORE, AFTER = "加快发展,提高质量。\n", "加快发展，提高质量。\n"
posix = pytest.mark.skipif(os.name != "posix", reason="owners, modes and links of POSIX")


ORIGINAL = f".policytext-original-{sha256(os.fsencode('稿.txt')).hexdigest()[:12]}"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    Path("稿.txt").write_text(BEFORE, encoding="utf-8")
    yield tmp_path
    assert not [name for name in os.listdir() if name.startswith(".policytext-") and name != ORIGINAL]


def fix(*names: str) -> int:
    return run(["lint", "--fix", "--exit-zero", "--quiet", *(names or ("稿.txt",))])


def text(name: str = "稿.txt") -> str:
    return Path(name).read_bytes().decode()


@posix
def test_hard_links_still_name_one_file() -> None:
    os.link("稿.txt", "另一处.txt")
    before = os.stat("稿.txt")
    assert fix() == 0
    after = os.stat("稿.txt")
    assert (after.st_ino, after.st_nlink) == (before.st_ino, 2)
    assert text() == text("另一处.txt") == AFTER
    assert ORIGINAL not in os.listdir()


@posix
@pytest.mark.parametrize("mode", [0o640, 0o600, 0o666, 0o755, 0o2640], ids=oct)
def test_the_mode_is_kept(mode: int) -> None:
    os.chmod("稿.txt", mode)
    assert fix() == 0
    assert (text(), os.stat("稿.txt").st_mode & 0o7777) == (AFTER, mode)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_the_owner_is_kept() -> None:
    os.chown("稿.txt", 1234, 2345)
    assert fix() == 0
    about = os.stat("稿.txt")
    assert (text(), about.st_uid, about.st_gid) == (AFTER, 1234, 2345)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes in Python here")
def test_extended_attributes_are_kept() -> None:
    try:
        os.setxattr("稿.txt", "user.origin", "办公室".encode())
    except OSError:
        pytest.skip("the file system has none")
    assert fix() == 0
    assert (text(), os.getxattr("稿.txt", "user.origin")) == (AFTER, "办公室".encode())


@posix
@pytest.mark.parametrize("call", ["chown", "setxattr", "replace"])
def test_metadata_that_cannot_be_copied_is_kept_by_writing_in_place(
    call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EBUSY if call == "replace" else errno.EPERM, "refused")

    if call == "chown":
        monkeypatch.setattr(file_writer, "_copy_metadata", lambda *_: False)
    elif call == "setxattr":
        monkeypatch.setattr(
            file_writer, "_read_attributes", lambda path: {"user.a": b"b"} if "稿" in path else {}
        )
    monkeypatch.setattr(os, call, refuse, raising=False)
    before = os.stat("稿.txt").st_ino
    assert fix() == 0
    assert (text(), os.stat("稿.txt").st_ino) == (AFTER, before)


@posix
def test_a_symbolic_link_stays_and_its_target_is_written() -> None:
    os.mkdir("库")
    os.rename("稿.txt", "库/稿.txt")
    os.symlink("库/稿.txt", "链.txt")
    assert fix("链.txt") == 0
    assert os.readlink("链.txt") == "库/稿.txt"
    assert text("库/稿.txt") == AFTER


@posix
@pytest.mark.parametrize(
    ("call", "number", "linked"),
    [
        pytest.param("fsync", 1, False, id="the new file can't be written"),
        pytest.param("replace", 1, False, id="the new file can't take the old one's place"),
        pytest.param("fsync", 1, True, id="the copy can't be written"),
        pytest.param("write", 1, True, id="nothing can be written over"),
        pytest.param("ftruncate", 1, True, id="all is written, and the length can't be set"),
        pytest.param("fsync", 3, True, id="what was written over does not reach the disk"),
    ],
)
@pytest.mark.parametrize(
    "fault", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()], ids=repr
)
def test_an_error_while_writing_keeps_the_original(
    call: str,
    number: int,
    linked: bool,
    fault: BaseException,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    if linked:
        os.link("稿.txt", "另一处.txt")
    real, calls = getattr(os, call), []

    def failing(*arguments: object) -> object:
        calls.append(arguments)
        if len(calls) == number:
            raise fault
        return real(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(os, call, failing)
        code = fix()
    assert (text(), len(calls) >= number) == (BEFORE, True)
    assert ORIGINAL not in os.listdir()
    if isinstance(fault, OSError):
        assert code == 2
        assert capfd.readouterr().err.count("\n") == 1
    assert fix() == 0  # nothing is in the way of the next run


@posix
def test_a_copy_that_an_interrupted_run_left_is_named(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    os.link("稿.txt", "另一处.txt")

    def broken(*_: object) -> int:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", broken)
        assert fix() == 2
    for _ in range(2):
        shown = capfd.readouterr().err
        assert shown.count("\n") == 1
        assert ORIGINAL in shown
        assert Path(ORIGINAL).read_bytes().decode() == BEFORE
        assert fix() == 2


@posix
@pytest.mark.parametrize("linked", [False, True], ids=["renamed", "written over"])
def test_a_change_meanwhile_is_left_alone(linked: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if linked:
        os.link("稿.txt", "另一处.txt")
    create = file_writer._create_file

    def changing(path: str, data: bytes) -> None:
        create(path, data)
        Path("稿.txt").write_text("别人改过。", encoding="utf-8")

    monkeypatch.setattr(file_writer, "_create_file", changing)
    assert fix() == 2
    assert text() == "别人改过。"


@posix
def test_word_documents_are_written_the_same_way() -> None:
    Path("稿.docx").write_bytes(docx(paragraph("加快发展,提高质量。")))
    os.link("稿.docx", "另一处.docx")
    os.chmod("稿.docx", 0o640)
    before = Path("稿.docx").read_bytes()
    assert fix("稿.docx") == 0
    about = os.stat("稿.docx")
    assert (about.st_nlink, about.st_mode & 0o7777) == (2, 0o640)
    assert Path("另一处.docx").read_bytes() == Path("稿.docx").read_bytes() != before


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("path", [".", "稿.txt"], ids=["folder", "file"])
def test_a_read_only_file_gives_one_line(path: str, capfd: pytest.CaptureFixture[str]) -> None:
    os.chmod(path, 0o500)
    try:
        assert fix() == 2
    finally:
        os.chmod(path, 0o700)
    assert text() == BEFORE
    assert capfd.readouterr().err.count("\n") == 1
