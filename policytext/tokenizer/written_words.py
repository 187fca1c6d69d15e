"""Whether the words of a text explain a place better than a typo does: 年末|能源 is no misspelt 未能.

A hit of a rule is one explanation of its place: a writer meant the right form. The words around are the other one. The
more probable cut into words decides, by a table of words with their probabilities that `training.words` builds for
mainland and for Traditional texts. The right form makes a hit more probable where it forms words with its neighbours.

>>> text = "年末能源供应未来平稳，工程末能完工。"
>>> [is_typo_likely(text, start, start + 2, "未能", "hans") for start in (1, 13)]
[False, True]
"""

import os
import re
from functools import cache, lru_cache
from typing import Literal

#: The longest words of the table, in characters.
LONGEST = 4
Script = Literal["hans", "hant"]
#: The table of each script: for each first character a line of the words that begin with it.
TABLE_PATHS: dict[Script, str] = {
    "hans": os.path.join(os.path.dirname(__file__), "words-hans.txt"),
    "hant": os.path.join(os.path.dirname(__file__), "words-hant.txt"),
}

_AROUND = 6  # characters of context on either side
_HAN = re.compile("[\u4e00-\u9fff]*")
# Scores are negative logarithms of probabilities in fifths, each written as one ASCII character.
_FIRST_SCORE, _LAST_SCORE, _STEPS = 33, 126, 5
_ENTRY = re.compile("([^!-~]*)([!-~])")
_UNKNOWN = -18.5
# A right form that the table lacks is at least so probable: a rule names it.
_LEAST_RIGHT = -13.8
# The log-probability that a writer makes a typo, for short words and for phrases. In the texts of a region that writes
# these forms in its own words, typos of a conversion are rarer.
_TYPO, _LONG_TYPO, _REGIONAL_TYPO = -3.0, -0.5, -5.0
_LONG = 4


def encode_score(value: float) -> str:
    """Return a log-probability as one character.

    >>> encode_score(-10.0), decode_score("S")
    ('S', -10.0)
    """
    return chr(min(_FIRST_SCORE + round(-value * _STEPS), _LAST_SCORE))


def decode_score(character: str) -> float:
    """Return the log-probability of a character."""
    return (_FIRST_SCORE - ord(character)) / _STEPS


class WordTable:
    """The words of one script; those that begin with a character are unpacked when a text needs them.

    Args:
        lines: The packed words by their first character.
    """

    def __init__(self, lines: dict[str, str]) -> None:
        self._lines = lines
        self._opened: dict[str, dict[str, float]] = {}

    def open_words(self, first: str) -> dict[str, float]:
        """Return the words that begin with a character, by the rest of each, with their log-probabilities."""
        words = self._opened.get(first)
        if words is None:
            packed = _ENTRY.findall(self._lines.get(first, ""))
            words = self._opened[first] = {rest: decode_score(score) for rest, score in packed}
        return words

    def get_score(self, word: str) -> float | None:
        """Return the log-probability of a word, or None."""
        return self.open_words(word[0]).get(word[1:])

    def score_path(self, text: str, without: tuple[int, int] = (-1, -1)) -> float:
        """Return the log-probability of the best cut of a text of Chinese characters into words.

        Args:
            text: the text.
            without: the start and end of a word that the cut does not use.
        """
        size = len(text)
        best = [0.0] * (size + 1)
        for start in range(size - 1, -1, -1):
            words = self.open_words(text[start])
            value = words.get("", _UNKNOWN) + best[start + 1]
            for end in range(start + 2, min(start + LONGEST, size) + 1):
                share = words.get(text[start + 1 : end])
                if share is not None and share + best[end] > value and (start, end) != without:
                    value = share + best[end]
            best[start] = value
        return best[0]


@cache
def load_table(script: Script) -> WordTable:
    """Load the words of a script."""
    with open(TABLE_PATHS[script], encoding="utf-8") as file:
        return WordTable({line[0]: line[1:] for line in file})


def is_typo_likely(
    text: str, start: int, end: int, right: str | None, script: Script, regional: bool = False
) -> bool:
    """Return whether the characters at [start, end) are more likely a typo than parts of other words.

    Args:
        text: the text.
        start, end: the place.
        right: the right form; None if it is unknown.
        script: the script of the words.
        regional: whether the text follows the standards of Taiwan or Hong Kong.
    """
    low = start
    while low > max(0, start - _AROUND) and "\u4e00" <= text[low - 1] <= "\u9fff":
        low -= 1
    match = _HAN.match(text, end, end + _AROUND)
    high = match.end() if match else end
    return _decide(text[low:high], start - low, end - low, right, script, regional)


@lru_cache(maxsize=4096)
def _decide(text: str, start: int, end: int, right: str | None, script: Script, regional: bool) -> bool:
    table = load_table(script)
    written = text[start:end]
    known = table.get_score(written)
    if known is not None and regional:
        return False  # the region has the word
    others = table.score_path(text, (start, end))
    typo = _REGIONAL_TYPO if regional else _LONG_TYPO if end - start >= _LONG else _TYPO
    meant = typo + max(table.score_path(right) if right else _LEAST_RIGHT, _LEAST_RIGHT)
    unit = meant if known is None else max(known, meant)
    return table.score_path(text[:start]) + unit + table.score_path(text[end:]) >= others
