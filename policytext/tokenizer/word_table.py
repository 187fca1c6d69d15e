"""A table of words with their probabilities, for mainland texts (``hans``) and for Traditional ones (``hant``).

`training.words` builds the tables. Each line has the words that begin with one character; they are unpacked when a text
needs them.

>>> load_table("hans").cut("年末能源紧张")
[(0, 2), (2, 4), (4, 6)]
"""

import os
from functools import cache
from mmap import ACCESS_READ, mmap
from typing import Literal

from policytext.text.lazy_patterns import LazyPattern

#: The longest words of the table, in characters.
LONGEST = 4
Script = Literal["hans", "hant"]
#: The table of each script: for each first character a line of the words that begin with it.
TABLE_PATHS: dict[Script, str] = {
    "hans": os.path.join(os.path.dirname(__file__), "words-hans.txt"),
    "hant": os.path.join(os.path.dirname(__file__), "words-hant.txt"),
}

# Scores are negative logarithms of probabilities in fifths, each written as one ASCII character.
_FIRST_SCORE, _LAST_SCORE, _STEPS = 33, 126, 5
_ENTRY = LazyPattern("([^!-~]*)([!-~])")
_UNKNOWN = -18.5


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
    """The words of one script.

    Args:
        lines: The packed words in UTF-8, a line for each first character, sorted.
    """

    def __init__(self, lines: bytes | mmap) -> None:
        self._lines = lines
        self._opened: dict[str, dict[str, float]] = {}

    def _find_line(self, first: bytes) -> bytes:
        """Return the line that begins with a character, by halves: the table is not read as a whole."""
        lines, low, high = self._lines, 0, len(self._lines)
        while low < high:
            start = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = lines.find(b"\n", start)
            end = high if end < 0 else end
            line = lines[start:end]
            if line.startswith(first):
                return line
            low, high = (end + 1, high) if line < first else (low, start)
        return b""

    def open_words(self, first: str) -> dict[str, float]:
        """Return the words that begin with a character, by the rest of each, with their log-probabilities."""
        words = self._opened.get(first)
        if words is None:
            line = self._find_line(first.encode("utf-8", "replace"))
            packed = _ENTRY.findall(line.decode("utf-8")[1:])
            words = self._opened[first] = {rest: decode_score(score) for rest, score in packed}
        return words

    def get_score(self, word: str) -> float | None:
        """Return the log-probability of a word, or None."""
        return self.open_words(word[0]).get(word[1:])

    def score_path(self, text: str) -> float:
        """Return the log-probability of the best cut of a text of Chinese characters into words."""
        return self._find_path(text, (-1, -1))[0][0]

    def score_tails(self, text: str, without: tuple[int, int]) -> list[float]:
        """Return the log-probability of the best cut of a text from each character on.

        Args:
            text: the text.
            without: the start and end of a word that the cut does not use.
        """
        return self._find_path(text, without)[0]

    def cut(self, text: str) -> list[tuple[int, int]]:
        """Return the spans of the words of the best cut."""
        ends = self._find_path(text, (-1, -1))[1]
        spans, start = [], 0
        while start < len(text):
            spans.append((start, ends[start]))
            start = ends[start]
        return spans

    def _find_path(self, text: str, without: tuple[int, int]) -> tuple[list[float], list[int]]:
        """Return for each character the log-probability of the best cut from there, and the end of the word there."""
        size = len(text)
        best, ends = [0.0] * (size + 1), [0] * size
        opened = self._opened
        for start in range(size - 1, -1, -1):
            words = opened.get(text[start])
            if words is None:
                words = self.open_words(text[start])
            value, chosen = words.get("", _UNKNOWN) + best[start + 1], start + 1
            for end in range(start + 2, min(start + LONGEST, size) + 1):
                share = words.get(text[start + 1 : end])
                if share is not None and share + best[end] > value and (start, end) != without:
                    value, chosen = share + best[end], end
            best[start], ends[start] = value, chosen
        return best, ends


@cache
def load_table(script: Script) -> WordTable:
    """Load the words of a script."""
    with open(TABLE_PATHS[script], "rb") as file:
        return WordTable(mmap(file.fileno(), 0, access=ACCESS_READ))
