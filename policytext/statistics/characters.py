"""Counts of characters, words as word processors count them, and paragraphs.

A Chinese character is one of the Unicode script Han. Word processors count each Chinese, Japanese or Korean
character and each of their full-width marks as one word, and each run of other characters between spaces as one.

>>> count_characters("推进5G建设。 OK!")
CharacterCounts(all=11, han=4, without_spaces=10, as_words=7)
"""

from policytext.model.records import NamedTuple
from policytext.text.hanzi import HAN
from policytext.text.lazy_patterns import LazyPattern

_HAN = LazyPattern(f"[{HAN}]+")
#: Ideographs, kana, hangul, their marks and full-width forms, and the quotes and dashes that Chinese type sets as
#: wide as these: each is a word for a word processor.
_EAST = (
    "\u1100-\u11ff\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60"
    "\uffe0-\uffe6\U00016fe0-\U0001b2ff\U0001f200-\U0001f2ff\U00020000-\U0003ffff\u2018\u2019\u201c\u201d\u2026\u2014\u00b7"
)
#: The upper bytes of the code points that are all ideographs, and of those that none is (but 〇, counted by itself):
#: Latin, general punctuation, Chinese marks, full-width forms.
_IDEOGRAPHS, _SURELY_OTHER = bytes(range(0x4E, 0xA0)), bytes((*range(0x2E), 0x30, 0xFE, 0xFF))
_BLANKS = LazyPattern(r"\s+")
_RUNS = LazyPattern(rf"[^\s{_EAST}]+")
_LINE_END = LazyPattern("\r\n?|\n")


class CharacterCounts(NamedTuple):
    """Counts of a text: all characters, Chinese ones, all but white space, and words as word processors count them."""

    all: int
    han: int
    without_spaces: int
    as_words: int


def count_characters(text: str) -> CharacterCounts:
    """Count the characters of a text."""
    # Runs of one kind at a time, which the regex engine counts much faster than a loop over characters.
    blank = sum(map(len, _BLANKS.compiled.findall(text)))
    runs = _RUNS.compiled.findall(text)
    eastern = len(text) - blank - sum(map(len, runs))
    return CharacterCounts(len(text), _count_han(text), len(text) - blank, eastern + len(runs))


def _count_han(text: str) -> int:
    """Count the Chinese characters; a text of common ones is counted by the upper bytes of its code points.

    >>> _count_han("政策A，𠮷〇") == 4 and _count_han("政策A，") == 2
    True
    """
    upper = text.encode("utf-16-le", "surrogatepass")[1::2]
    others = upper.translate(None, _IDEOGRAPHS)
    if others.translate(None, _SURELY_OTHER):
        return sum(map(len, _HAN.compiled.findall(text)))
    return len(upper) - len(others) + text.count("〇")


def count_paragraphs(text: str) -> int:
    """Count the lines that are not blank.

    >>> count_paragraphs("一\\n\\n二"), count_paragraphs("")
    (2, 0)
    """
    return sum(1 for line in _LINE_END.compiled.split(text) if line and not line.isspace())
