"""Words: every engine cuts alike, nothing is lost, and jieba's global state stays untouched."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext.text.shadow import fold
from policytext.tokenizer import Tokenizer, is_word
from tests.helpers import EXAMPLES

VOCABULARY = ("一网通办", "印度尼西亚", "智慧社区", "新质生产力")
OWN = Tokenizer(VOCABULARY, rapid=False)


@pytest.fixture(scope="module")
def fast() -> Tokenizer:
    pytest.importorskip("rjieba")
    return Tokenizer(VOCABULARY, rapid=True)


def jieba_cut(text: str) -> list[str]:
    jieba = pytest.importorskip("jieba")
    jieba.setLogLevel(60)
    cutter = jieba.Tokenizer()
    cutter.initialize()
    for word, frequency in OWN._lexicon.added:
        cutter.add_word(word, frequency)
    return list(cutter.cut(text, HMM=False))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_rjieba_cuts_alike(path: Path, fast: Tokenizer) -> None:
    text = fold(path.read_text(encoding="utf-8"))
    assert OWN.cut(text) == fast.cut(text)


def test_jieba_cuts_alike() -> None:
    text = "".join(fold(path.read_text(encoding="utf-8")) for path in EXAMPLES)
    assert OWN.cut(text) == jieba_cut(text)


PIECES = st.lists(
    st.sampled_from([*"推进一网通办的和在各级政府数据要素五位一体中华人民共和国", "PM2.5", "5G-A", "B超", " ", "\r\n", "，", "—", "𠮷", "%", "+"])
).map("".join)  # fmt: skip


@given(st.one_of(PIECES, st.text(max_size=40)))
def test_nothing_is_lost(text: str) -> None:
    assert "".join(OWN.cut(text)) == text
    for at, word in OWN.locate_words(text):
        assert text[at : at + len(word)] == word
        assert is_word(word)


@given(PIECES)
def test_engines_agree_on_anything(text: str) -> None:
    pytest.importorskip("rjieba")
    assert OWN.cut(text) == Tokenizer(VOCABULARY, rapid=True).cut(text)


@pytest.mark.parametrize("word", VOCABULARY)
def test_words_of_the_packs_stay_whole(word: str) -> None:
    assert word in OWN.cut(f"推进{word}发展")


def test_traditional_text_has_the_words_of_simplified() -> None:
    assert OWN.cut(fold("推進一網通辦，優化營商環境")) == OWN.cut("推进一网通办,优化营商环境")


def test_counted_words_hold_a_letter_or_a_digit() -> None:
    assert set(OWN.count_words("5G，——。（一） ok")) == {"5G", "一", "ok"}


def test_jieba_is_not_loaded_and_nothing_is_said_or_left(tmp_path: Path) -> None:
    code = (
        "import sys; from policytext.tokenizer import Tokenizer; Tokenizer(rapid=False).cut('推进一网通办');"
        "print('jieba' in sys.modules)"
    )
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TMPDIR": str(temporary), "POLICYTEXT_CACHE": str(tmp_path / "cache")},
    )
    assert (done.stdout, done.stderr) == ("False\n", "")
    assert list(temporary.iterdir()) == []
    # On an interpreter that was not tested, no expressions are stored.
    assert {path.suffix for path in (tmp_path / "cache").iterdir()} | {".regexes"} == {".words", ".regexes"}


@pytest.mark.parametrize("cache", ["", "no/such/folder\0"], ids=["turned-off", "impossible"])
def test_without_a_cache_the_words_are_the_same(cache: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if "\0" in cache:
        cache = os.path.join(os.devnull, "cache")
    monkeypatch.setenv("POLICYTEXT_CACHE", cache)
    assert Tokenizer(("甲乙丙丁",), rapid=False).cut("推进甲乙丙丁") == ["推进", "甲乙丙丁"]
