"""Input names are expanded to files: folders, lists, and errors in the place of missing files."""

import os
from pathlib import Path

import pytest

from policytext.errors import PolicytextError, ReadError
from policytext.readers import read
from policytext.readers.folders import expand_inputs, read_name_list


def found(*names: object, exclude: tuple[str, ...] = ()) -> list[str]:
    """Return each input's name, or the code of the error in its place."""
    return [
        item.code if isinstance(item, PolicytextError) else os.path.basename(item)
        for item in expand_inputs([str(name) for name in names], exclude=exclude)
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a 报告.md",
        "c.TXT",
        "picture.png",
        ".hidden.txt",
        "sub/d.txt",
        ".git/e.txt",
        "draft/f.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path


def test_a_folder_gives_its_texts_in_order(folder: Path) -> None:
    assert found(folder) == ["a 报告.md", "b.txt", "c.TXT", "f.txt", "d.txt"]


def test_gitignore_and_exclude_are_applied(folder: Path) -> None:
    (folder / ".gitignore").write_text("# drafts\ndraft/\n*.TXT\n", encoding="utf-8")
    assert found(folder, exclude=("sub",)) == ["a 报告.md", "b.txt"]


def test_a_named_file_is_read_whatever_it_is_called(folder: Path) -> None:
    assert found(folder / "picture.png", folder / ".hidden.txt") == ["picture.png", ".hidden.txt"]


def test_the_same_file_comes_once(folder: Path) -> None:
    (folder / "again.txt").symlink_to(folder / "b.txt")
    assert found(folder / "b.txt", folder / "again.txt", folder).count("b.txt") == 1


def test_a_loop_of_links_ends(folder: Path) -> None:
    (folder / "sub" / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    assert "d.txt" in found(folder)
    assert found(folder / "self.txt") == ["unreadable"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("nowhere.txt", "missing", id="no such file"),
        pytest.param("b.txt/deeper", "missing", id="a file where a folder should be"),
        pytest.param('"\\346\\224\\277.txt"', "missing-quoted", id="a name that git has escaped"),
        pytest.param("nul\x00inside", "unreadable", id="a name that no system takes"),
    ],
)
def test_errors_come_in_the_place_of_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: str
) -> None:
    monkeypatch.chdir(folder)
    assert found("b.txt", name, "sub/d.txt") == ["b.txt", code, "d.txt"]


def test_an_escaped_name_is_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("政策.txt").write_text("一、总则", encoding="utf-8")
    assert found('"\\346\\224\\277\\347\\255\\226.txt"') == ["政策.txt"]


def test_a_folder_without_texts_is_an_error(tmp_path: Path) -> None:
    assert found(tmp_path) == ["no-texts"]


def test_standard_input_stays_as_it_is() -> None:
    assert list(expand_inputs(["-"])) == ["-"]


def test_a_device_is_refused() -> None:
    if not os.path.exists("/dev/null"):
        pytest.skip("this system has no /dev/null")
    assert found("/dev/null") == ["device"]


@pytest.mark.parametrize(
    ("data", "nul", "names"),
    [
        pytest.param(
            "甲.txt\r\n\n乙 丙.txt\n".encode(), False, ["甲.txt", "乙 丙.txt"], id="one name a line"
        ),
        pytest.param(
            "甲.txt\x00换\n行.txt\x00".encode(), True, ["甲.txt", "换\n行.txt"], id="separated by NUL"
        ),
        pytest.param(b"", False, [], id="an empty list"),
    ],
)
def test_lists(data: bytes, nul: bool, names: list[str]) -> None:
    assert read_name_list(data, nul) == names


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read(tmp_path)
    assert caught.value.code == "folder"
