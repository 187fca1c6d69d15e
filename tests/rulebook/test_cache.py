"""The compiled cache: right, private, harmless, and safe with several processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from policytext import disk_cache as cache
from policytext.rulebook.packs import load_rules
from tests.rulebook.rulehelp import pack_text

POSIX = pytest.mark.skipif(os.name == "nt", reason="owners and modes are POSIX")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("POLICYTEXT_CACHE", str(folder))
    return folder


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.rules"))


def pack(tmp_path: Path, find: str = "印度") -> str:
    path = tmp_path / "my.yaml"
    path.write_text(pack_text(find), encoding="utf-8")
    return str(path)


def test_second_load_is_the_same_without_yaml(place: Path, tmp_path: Path) -> None:
    path = pack(tmp_path)
    load_rules([path])
    assert len(kept(place)) == 1
    code = (
        "import sys; from policytext.rulebook.packs import load_rules; "
        f"book, faults = load_rules([{path!r}]); print(len(book), book.find_rule('test/one').title, len(faults)); "
        "heavy = {'yaml', 'opencc', 'jieba', 'hashlib', 'dataclass_', 'policytext.rulebook.compiler'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    first, second = done.stdout.splitlines()
    assert first.split()[1:] == ["试", "0"]
    assert second == "[]"


def test_faults_and_hints_come_back_from_the_cache(place: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(
        "policytext: 1\npack: bad\ntitle: “坏”\noff: typo/nothing\nlint:\n  - id: a/b\n", encoding="utf-8"
    )
    cold_book, cold = load_rules([str(path)])
    warm_book, warm = load_rules([str(path)])
    assert [fault.render("zh") for fault in cold] == [fault.render("zh") for fault in warm]
    assert [hint.render("en") for hint in cold_book.hints] == [hint.render("en") for hint in warm_book.hints]
    assert len(kept(place)) == 1


def test_a_changed_pack_is_read_anew(place: Path, tmp_path: Path) -> None:
    load_rules([pack(tmp_path)])
    book, _ = load_rules([pack(tmp_path, "越南")])
    assert book.find_rule("test/one").finder.patterns[0].source == "越南"  # type: ignore[union-attr]
    assert len(kept(place)) == 2


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda content: content[:40], id="cut"),
        pytest.param(lambda content: content[:-1] + bytes([content[-1] ^ 1]), id="one bit flipped"),
        pytest.param(lambda _: b"x" * 100, id="something else"),
        pytest.param(lambda content: content[:23] + b"\xff" * 50, id="no marshal"),
    ],
)
def test_a_corrupt_file_is_not_believed(place: Path, tmp_path: Path, spoil: object) -> None:
    path = pack(tmp_path)
    load_rules([path])
    file = kept(place)[0]
    file.write_bytes(spoil(file.read_bytes()))  # type: ignore[operator]
    book, faults = load_rules([path])
    assert (book.find_rule("test/one") is not None, faults) == (True, ())


@POSIX
@pytest.mark.parametrize("mode", [0o777, 0o770], ids=["the world can write", "the group can write"])
def test_a_folder_that_others_can_write_is_not_used(place: Path, tmp_path: Path, mode: int) -> None:
    place.mkdir()
    place.chmod(mode)
    load_rules([pack(tmp_path)])
    assert kept(place) == []


@POSIX
def test_a_file_that_others_can_write_is_not_read(place: Path) -> None:
    place.mkdir(mode=0o700)
    cache.save("k", [1])
    assert cache.load("k") == [1]
    kept(place)[0].chmod(0o666)
    assert cache.load("k") is None


def test_parts_are_stored_beside_those_of_other_processes(place: Path) -> None:
    cache.Parts("k", "words").save({"一": [1], "二": {"a": None}})
    cache.Parts("k", "words").save({"三": 3})
    parts = cache.Parts("k", "words")
    assert [parts.get(name) for name in ("一", "二", "三", "四")] == [[1], {"a": None}, 3, None]
    parts.save({"五": 5}, most=2)
    assert len(cache.Parts("k", "words")) == 1
    assert place.is_dir()


@pytest.mark.parametrize("at", range(0, 120, 7))
def test_a_damaged_part_is_missing_and_the_others_are_right(place: Path, at: int) -> None:
    stored = {name: [name] * 3 for name in "甲乙丙"}
    cache.Parts("k", "words").save(stored)
    [file] = place.glob("*.words")
    content = bytearray(file.read_bytes())
    content[at % len(content)] ^= 1
    file.write_bytes(content)
    parts = cache.Parts("k", "words")
    assert all(parts.get(name) in (value, None) for name, value in stored.items())


@POSIX
def test_a_link_is_not_followed(place: Path, tmp_path: Path) -> None:
    cache.save("k", [1])
    file = kept(place)[0]
    aside = tmp_path / "elsewhere"
    file.rename(aside)
    file.symlink_to(aside)
    assert cache.load("k") is None


@POSIX
@pytest.mark.usefixtures("place")
def test_somebody_elses_file_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.save("k", [1])
    mine = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: mine + 1)
    assert cache.load("k") is None


@pytest.mark.parametrize("name", ["", "file/below"], ids=["switched off", "below a file"])
def test_no_folder_is_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("POLICYTEXT_CACHE", str(tmp_path / name) if name else "")
    book, faults = load_rules([pack(tmp_path)])
    assert (book.find_rule("test/one") is not None, faults) == (True, ())


def test_folder_by_the_systems_custom(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("POLICYTEXT_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME" if os.name != "nt" else "LOCALAPPDATA", str(tmp_path))
    assert cache.find_cache_folder() == str(tmp_path / "policytext")
    if os.name != "nt":
        monkeypatch.setenv("XDG_CACHE_HOME", "relative")
        monkeypatch.setenv("HOME", str(tmp_path))
        assert cache.find_cache_folder() == str(tmp_path / ".cache" / "policytext")


def test_old_files_are_swept_up(place: Path) -> None:
    for number in range(30):
        cache.save(f"k{number}", number)
        file = place / f"k{number}.rules"
        os.utime(file, (1_000_000 + number * 100_000, 1_000_000 + number * 100_000))
    (place / ".left.123.abc").write_bytes(b"x")
    os.utime(place / ".left.123.abc", (0, 0))
    cache.save("last", 1)
    assert len(kept(place)) == 20
    assert cache.load("last") == 1
    assert not list(place.glob(".left*"))


def test_many_processes_at_once(place: Path, tmp_path: Path) -> None:
    path = pack(tmp_path)
    code = f"from policytext.rulebook.packs import load_rules; book, _ = load_rules([{path!r}]); print(book.ids[-1])"
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(8)
    ]
    answers = [process.communicate() for process in running]
    assert {out.strip() for out, _ in answers} == {"test/one"}
    assert {err for _, err in answers} == {""}
    assert len(list(place.glob("*.rules"))) == 1
    assert len(list(place.glob("*.regexes"))) <= 1
