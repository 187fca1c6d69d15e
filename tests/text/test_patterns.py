"""Compiled expressions kept between runs equal those of `re.compile`, whatever the cache holds."""

import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from policytext.text import lazy_patterns, pattern_cache

SOURCES = [
    pytest.param("第[一二三]条", 0, id="a class"),
    pytest.param(r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月)?", 0, id="names"),
    pytest.param("a(b)c", re.I, id="flags"),
    pytest.param(f"[{''.join(map(chr, range(0x4E00, 0x5500)))}]+?(?<!国)(?=院)", 0, id="a large class and lookarounds"),
    pytest.param(r"(?i:甲)|乙*|(丙)\1", re.M | re.S, id="branches and a reference"),
]  # fmt: skip
TEXT = "第二条 2031年5月 ABC 甲乙丙丙 abc 丁院"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("POLICYTEXT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


needs_tested_interpreter = pytest.mark.skipif(
    not pattern_cache.is_tested_interpreter(), reason="the cache is off on this interpreter"
)


@needs_tested_interpreter
@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_stored_expression_equals_a_compiled_one(source: str, flags: int, cache: Path) -> None:
    first, second = pattern_cache.PatternCache(), pattern_cache.PatternCache()
    made = first.compile(source, flags)
    first.save()
    assert list(cache.glob("*.regexes"))
    kept = second.compile(source, flags)
    assert not second._added, "it was taken from the cache"
    own = re.compile(source, flags)
    for pattern in (made, kept):
        assert pattern == own
        assert (pattern.flags, pattern.groups, dict(pattern.groupindex)) == (
            own.flags,
            own.groups,
            dict(own.groupindex),
        )
        assert [match.groups() for match in pattern.finditer(TEXT)] == [
            match.groups() for match in own.finditer(TEXT)
        ]


@needs_tested_interpreter
@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(("乙+", (32, b"\xff" * 40, 0, {}, (None,))), id="code that is not valid"),
        pytest.param(("乙+", (32, b"\x01\x00\x00", 0, {}, (None,))), id="half a number"),
        pytest.param(("甲+", (32, b"\x01\x00\x00", 0, {}, (None,))), id="another expression"),
        pytest.param("rubbish", id="not a compiled expression"),
    ],
)
def test_a_damaged_cache_is_ignored(kept: object, cache: Path) -> None:
    patterns = pattern_cache.PatternCache()
    patterns.compile("乙+", 0)
    patterns._added = dict.fromkeys(patterns._added, kept)  # type: ignore[arg-type]
    patterns.save()
    assert pattern_cache.PatternCache().compile("乙+", 0) == re.compile("乙+")
    assert cache.is_dir()


def test_an_invalid_expression_raises_the_error_of_re() -> None:
    with pytest.raises(re.error, match="unterminated"):
        lazy_patterns.compile_pattern("(甲")


@needs_tested_interpreter
def test_the_program_stores_its_expressions(cache: Path, tmp_path: Path) -> None:
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
    assert len(list(cache.glob("*.regexes"))) == 1


@pytest.mark.parametrize(
    ("tested", "setting"),
    [
        pytest.param(frozenset({(3, 11, 99)}), "", id="a version that was not tested"),
        pytest.param(frozenset[tuple[int, ...]](), "", id="no tested version"),
        pytest.param(pattern_cache.TESTED_VERSIONS, "0", id="turned off by the environment"),
    ],
)
def test_the_cache_is_off(
    tested: frozenset[tuple[int, ...]], setting: str, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("a private part of re was used")

    monkeypatch.setattr(pattern_cache, "TESTED_VERSIONS", tested)
    monkeypatch.setattr(pattern_cache, "_compile_parts", fail)
    monkeypatch.setattr(pattern_cache, "_restore", fail)
    monkeypatch.setenv("POLICYTEXT_PATTERN_CACHE", setting)
    pattern = pattern_cache.compile_pattern("第[一二三]条", re.I)
    assert pattern == re.compile("第[一二三]条", re.I)
    assert not cache.exists()


def test_an_entry_of_two_numbers_stands_for_all_micro_releases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pattern_cache, "TESTED_VERSIONS", frozenset({sys.version_info[:2]}))
    monkeypatch.setattr(sys, "implementation", SimpleNamespace(name="cpython"))
    assert pattern_cache.is_tested_interpreter()
    monkeypatch.setattr(sys, "implementation", SimpleNamespace(name="pypy"))
    assert not pattern_cache.is_tested_interpreter()


def test_the_program_runs_without_the_cache(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLICYTEXT_PATTERN_CACHE", "0")
    text = tmp_path / "a.txt"
    text.write_text("一、总则\n二、附则\n", encoding="utf-8")
    command = [sys.executable, "-m", "policytext", "outline", str(text), "--format", "json"]
    assert subprocess.run(command, capture_output=True, check=True).stdout
    assert not list(cache.glob("*.regexes"))
