"""Expressions kept between runs: the same as those that Python compiles, whatever stands in the cache."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from policytext import disk_cache
from policytext.text import lazy_patterns

SOURCES = [
    pytest.param("第[一二三]条", 0, id="a class"),
    pytest.param(r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月)?", 0, id="names"),
    pytest.param("a(b)c", re.I, id="flags"),
    pytest.param(f"[{''.join(map(chr, range(0x4E00, 0x5500)))}]+?(?<!国)(?=院)", 0, id="a large class and what stands around"),
    pytest.param(r"(?i:甲)|乙*|(丙)\1", re.M | re.S, id="branches and a reference"),
]  # fmt: skip
TEXT = "第二条 2031年5月 ABC 甲乙丙丙 abc 丁院"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("POLICYTEXT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_what_was_kept_is_what_python_compiles(source: str, flags: int, place: Path) -> None:
    first, second = lazy_patterns._PatternCache(), lazy_patterns._PatternCache()
    made = first.pattern(source, flags)
    first._keep()
    assert list(place.glob("*.regexes"))
    kept = second.pattern(source, flags)
    assert not second._made, "it was taken from the cache"
    own = re.compile(source, flags)
    for pattern in (made, kept):
        assert pattern == own
        assert (pattern.flags, pattern.groups, dict(pattern.groupindex)) == (
            own.flags,
            own.groups,
            dict(own.groupindex),
        )
        assert [found.groups() for found in pattern.finditer(TEXT)] == [
            found.groups() for found in own.finditer(TEXT)
        ]


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param((32, b"\xff" * 40, 0, {}, (None,)), id="a code that means nothing"),
        pytest.param((32, b"\x01\x00\x00", 0, {}, (None,)), id="half a number"),
        pytest.param("rubbish", id="no code at all"),
    ],
)
def test_a_cache_that_lies_is_not_believed(kept: object, place: Path) -> None:
    store = lazy_patterns._PatternCache()
    store.pattern("甲", 0)
    disk_cache.save(store._key, {("乙+", 0): kept}, "regexes")
    assert lazy_patterns._PatternCache().pattern("乙+", 0) == re.compile("乙+")
    assert place.is_dir()


def test_a_fault_is_the_one_that_python_finds() -> None:
    with pytest.raises(re.error, match="unterminated"):
        lazy_patterns.compile_pattern("(甲")


def test_the_program_keeps_its_expressions(place: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("一、总则\n二、附则\n", encoding="utf-8")
    answers = [
        subprocess.run(
            [sys.executable, "-m", "policytext", "outline", str(text), "--format", "json"],
            capture_output=True,
            check=True,
        ).stdout
        for _ in range(2)
    ]
    assert answers[0] == answers[1]
    assert len(list(place.glob("*.regexes"))) == 1
