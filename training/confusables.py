"""Confusable characters (those that sound or look alike), and words of two characters that sound alike.

Readings come from pypinyin (MIT). What looks alike comes from three tables: ECSpell's confusions by shape (MIT),
pycorrector's by strokes (Apache-2.0), and the components of characters as simple-csc lists them (MIT).
"""

import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pypinyin import Style, lazy_pinyin, pinyin

from policytext.typos.confusables import FIRST_CHARACTER, LAST_CHARACTER

#: The kinds of likeness: the same reading, the same but for the tone, a similar sound, a shape of the first table; a sound
#: and a shape (4 is added); a shape of the other tables.
SAME, TONELESS, NEAR, SHAPE, AND_SHAPE, OTHER_SHAPE = 0, 1, 2, 3, 4, 7
_INITIALS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw")
_NEAR_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("f", "h"), ("r", "l"))
_NEAR_FINALS = (("an", "ang"), ("en", "eng"), ("in", "ing"), ("ian", "iang"), ("uan", "uang"), ("un", "ong"))
_WHOLE = (("fa", "hua"), ("fan", "huan"), ("fang", "huang"), ("fei", "hui"), ("fen", "hun"), ("feng", "hong"))
_MINIMUM_WORD_COUNT = 5  # occurrences of a word's two characters together


@cache
def read_readings(character: str) -> frozenset[str]:
    """Return a character's readings, with the tones as digits."""
    found = pinyin(character, style=Style.TONE3, heteronym=True, neutral_tone_with_five=True, errors="ignore")
    return frozenset(found[0]) if found else frozenset()


@cache
def read_syllables(character: str) -> frozenset[str]:
    """Return a character's readings without tones."""
    return frozenset(reading.rstrip("12345") for reading in read_readings(character))


def _split_syllable(syllable: str) -> tuple[str, str]:
    for initial in _INITIALS:
        if syllable.startswith(initial):
            return initial, syllable[len(initial) :]
    return "", syllable


@cache
def find_near_syllables(syllable: str) -> frozenset[str]:
    """Return the syllables that many speakers don't distinguish from this one."""
    initial, final = _split_syllable(syllable)
    initials = [initial, *_find_partners(initial, _NEAR_INITIALS)]
    finals = [final, *_find_partners(final, _NEAR_FINALS)]
    found = {start + end for start in initials for end in finals} | set(_find_partners(syllable, _WHOLE))
    return frozenset(found - {syllable})


def _find_partners(item: str, pairs: Iterable[tuple[str, str]]) -> list[str]:
    return [second if item == first else first for first, second in pairs if item in (first, second)]


@cache
def merge_syllable(syllable: str) -> str:
    """Return the syllable that represents all similar ones, by which words are looked up."""
    initial, final = _split_syllable(syllable)
    for retroflex, plain in _NEAR_INITIALS[:3]:
        initial = plain if initial == retroflex else initial
    initial = "l" if initial == "n" else initial
    for front, back in _NEAR_FINALS[:3]:
        final = front if final == back else final
    return initial + final


class ShapeTables:
    """The tables of characters that look alike.

    Args:
        folder: The folder of the tables.
    """

    def __init__(self, folder: str) -> None:
        def table(name: str) -> Any:
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                return json.load(file)

        self._first: dict[str, Iterable[str]] = table("ecspell_shapeConfusion.json")
        self._other: dict[str, set[str]] = defaultdict(set)
        for wrong, rights in self._first.items():
            for right in rights:
                self._other[right].add(wrong)
        with open(os.path.join(folder, "pycorrector_same_stroke.txt"), encoding="utf-8") as lines:
            for line in lines:
                group = [] if line.startswith("#") else [c for c in line if not c.isspace() and c != ","]
                for character in group:
                    self._other[character].update(group)
        parts = table("simplecsc_radical.json")
        whole: dict[str, set[str]] = defaultdict(set)
        for character, ways in parts.items():
            for _, rest in ways:
                for component in rest:
                    whole[component].add(character)
        for component, characters in whole.items():
            together = {component, *characters}
            for character in together:
                self._other[character] |= together

    def first(self, character: str) -> Iterable[str]:
        """Return the characters that look alike by the first table."""
        return self._first.get(character, ())

    def other(self, character: str) -> Iterable[str]:
        """Return those of the other tables: the same strokes, or a common component."""
        return self._other.get(character, set()) - {character}


def find_confusables(vocabulary: Iterable[str], shapes: ShapeTables) -> dict[str, dict[str, int]]:
    """Find for each character those of the vocabulary that it may be typed for, with the kind of likeness.

    Args:
        vocabulary: The characters in use.
        shapes: The tables of characters that look alike.
    """
    used = set(vocabulary)
    by_syllable: dict[str, list[str]] = defaultdict(list)
    for right in sorted(used):
        for syllable in read_syllables(right):
            by_syllable[syllable].append(right)
    found: dict[str, dict[str, int]] = {}
    for wrong in sorted(used | _list_gb2312()):
        mine: dict[str, int] = {}
        for syllable in read_syllables(wrong):
            for other in find_near_syllables(syllable):
                mine.update(dict.fromkeys(by_syllable.get(other, ()), NEAR))
        for syllable in read_syllables(wrong):
            mine.update(dict.fromkeys(by_syllable.get(syllable, ()), TONELESS))
        for right, kind in mine.items():
            if kind == TONELESS and read_readings(wrong) & read_readings(right):
                mine[right] = SAME
        for right in set(shapes.first(wrong)):
            if right in used:
                mine[right] = mine[right] + AND_SHAPE if right in mine else SHAPE
        for right in shapes.other(wrong):
            if right in used:
                mine.setdefault(right, OTHER_SHAPE)
        mine.pop(wrong, None)
        found[wrong] = mine
    return found


def _list_gb2312() -> set[str]:
    """Return the characters of GB 2312."""
    found = set()
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(bytes((row, cell)).decode("gb2312"))
            except UnicodeDecodeError:
                continue
    return found


def build_confusable_arrays(likeness: Mapping[str, Mapping[str, int]]) -> dict[str, NDArray[Any]]:
    """Build the arrays ``confusable.start``, ``.to`` and ``.kind`` of the model file."""
    start: list[int] = []
    to: list[int] = []
    kinds: list[int] = []
    for code in range(FIRST_CHARACTER, LAST_CHARACTER + 1):
        start.append(len(to))
        for right, kind in sorted(likeness.get(chr(code), {}).items()):
            to.append(ord(right))
            kinds.append(kind)
    start.append(len(to))
    return {
        "confusable.start": np.array(start, np.uint32),
        "confusable.to": np.array(to, np.uint16),
        "confusable.kind": np.array(kinds, np.uint8),
    }


def build_homophone_arrays(words: Mapping[str, int], characters: Iterable[str]) -> dict[str, NDArray[Any]]:
    """Build the arrays ``homophone.*`` and ``sound.*`` of the model file; see `policytext.typos.model.Model`.

    Args:
        words: Words, and the counts of their characters together in the training texts.
        characters: The characters that texts may have.
    """
    names = sorted(
        {merge_syllable(syllable) for character in characters for syllable in read_syllables(character)}
    )
    number = {name: index for index, name in enumerate(names)}
    count = len(names)
    start: list[int] = []
    of: list[int] = []
    known = set(characters)
    for code in range(FIRST_CHARACTER, LAST_CHARACTER + 1):
        start.append(len(of))
        if chr(code) in known:
            of += sorted({number[merge_syllable(syllable)] for syllable in read_syllables(chr(code))})
    start.append(len(of))
    keyed: dict[int, list[str]] = defaultdict(list)
    for word, seen in words.items():
        if seen >= _MINIMUM_WORD_COUNT and len(word) == 2:
            first, second = (number.get(merge_syllable(syllable), -1) for syllable in lazy_pinyin(word))
            if first >= 0 and second >= 0:
                keyed[first * count + second].append(word)
    begin = np.zeros(count * count + 1, np.uint32)
    columns: list[tuple[int, int]] = []
    for key in range(count * count):
        begin[key] = len(columns)
        columns += [(ord(word[0]), ord(word[1])) for word in sorted(keyed.get(key, ()))]
    begin[-1] = len(columns)
    return {
        "sound.start": np.array(start, np.uint32),
        "sound.of": np.array(of, np.uint16),
        "homophone.start": begin,
        "homophone.words": np.array(columns, np.uint16).T.ravel().copy(),
    }


def find_frequent_characters(counts: Counter[str], least: int) -> list[str]:
    """Return the Chinese characters that occur at least `least` times."""
    return sorted(c for c, count in counts.items() if count >= least and "\u4e00" <= c <= "\u9fff")
