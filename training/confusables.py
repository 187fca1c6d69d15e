"""Which characters people mix up: those that sound or look alike; and words of two characters that sound alike.

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

#: How a candidate is like what stands there: the same reading, the same but for the tone, a near sound, a shape of the
#: first table; a sound and a shape (4 more); a shape of the other tables.
SAME, TONELESS, NEAR, SHAPE, AND_SHAPE, OTHER_SHAPE = 0, 1, 2, 3, 4, 7
_INITIALS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw")
_NEAR_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("f", "h"), ("r", "l"))
_NEAR_FINALS = (("an", "ang"), ("en", "eng"), ("in", "ing"), ("ian", "iang"), ("uan", "uang"), ("un", "ong"))
_WHOLE = (("fa", "hua"), ("fan", "huan"), ("fang", "huang"), ("fei", "hui"), ("fen", "hun"), ("feng", "hong"))
_LEAST_WORD = 5  # occurrences of a word's two characters together


@cache
def readings(character: str) -> frozenset[str]:
    """A character's readings with their tones as digits."""
    found = pinyin(character, style=Style.TONE3, heteronym=True, neutral_tone_with_five=True, errors="ignore")
    return frozenset(found[0]) if found else frozenset()


@cache
def syllables(character: str) -> frozenset[str]:
    """A character's readings without tones."""
    return frozenset(reading.rstrip("12345") for reading in readings(character))


def _split(syllable: str) -> tuple[str, str]:
    for initial in _INITIALS:
        if syllable.startswith(initial):
            return initial, syllable[len(initial) :]
    return "", syllable


@cache
def near(syllable: str) -> frozenset[str]:
    """What many speakers don't tell apart from a syllable, without itself."""
    initial, final = _split(syllable)
    initials = [initial, *_others(initial, _NEAR_INITIALS)]
    finals = [final, *_others(final, _NEAR_FINALS)]
    found = {one + other for one in initials for other in finals} | set(_others(syllable, _WHOLE))
    return frozenset(found - {syllable})


def _others(item: str, pairs: Iterable[tuple[str, str]]) -> list[str]:
    return [two if item == one else one for one, two in pairs if item in (one, two)]


@cache
def merged(syllable: str) -> str:
    """The syllable that stands for all that are near it, so that words can be looked up by it."""
    initial, final = _split(syllable)
    for one, other in _NEAR_INITIALS[:3]:
        initial = other if initial == one else initial
    initial = "l" if initial == "n" else initial
    for one, other in _NEAR_FINALS[:3]:
        final = one if final == other else final
    return initial + final


class Shapes:
    """Which characters look alike.

    Args:
        folder: where the tables lie.
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
        """What the first table says."""
        return self._first.get(character, ())

    def other(self, character: str) -> Iterable[str]:
        """What the other tables say: the same strokes, the same component beside another one."""
        return self._other.get(character, set()) - {character}


def alike(vocabulary: Iterable[str], shapes: Shapes) -> dict[str, dict[str, int]]:
    """For each character those of the vocabulary that it may stand for, and how they are like it.

    Args:
        vocabulary: characters that are used.
        shapes: which characters look alike.
    """
    used = set(vocabulary)
    by_syllable: dict[str, list[str]] = defaultdict(list)
    for right in sorted(used):
        for syllable in syllables(right):
            by_syllable[syllable].append(right)
    found: dict[str, dict[str, int]] = {}
    for wrong in sorted(used | _common()):
        mine: dict[str, int] = {}
        for syllable in syllables(wrong):
            for other in near(syllable):
                mine.update(dict.fromkeys(by_syllable.get(other, ()), NEAR))
        for syllable in syllables(wrong):
            mine.update(dict.fromkeys(by_syllable.get(syllable, ()), TONELESS))
        for right, kind in mine.items():
            if kind == TONELESS and readings(wrong) & readings(right):
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


def _common() -> set[str]:
    """The characters of GB 2312."""
    found = set()
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(bytes((row, cell)).decode("gb2312"))
            except UnicodeDecodeError:
                continue
    return found


def arrays(likeness: Mapping[str, Mapping[str, int]]) -> dict[str, NDArray[Any]]:
    """Likenesses as the model's file holds them: ``confusable.start``, ``.to`` and ``.kind``."""
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


def homophones(words: Mapping[str, int], characters: Iterable[str]) -> dict[str, NDArray[Any]]:
    """Words of two characters by how they sound, and how characters sound; see `policytext.typos.model.Model`.

    Args:
        words: words and how often their characters stand together in the training text.
        characters: those that texts may hold.
    """
    names = sorted({merged(syllable) for character in characters for syllable in syllables(character)})
    number = {name: index for index, name in enumerate(names)}
    count = len(names)
    start: list[int] = []
    of: list[int] = []
    known = set(characters)
    for code in range(FIRST_CHARACTER, LAST_CHARACTER + 1):
        start.append(len(of))
        if chr(code) in known:
            of += sorted({number[merged(syllable)] for syllable in syllables(chr(code))})
    start.append(len(of))
    keyed: dict[int, list[str]] = defaultdict(list)
    for word, seen in words.items():
        if seen >= _LEAST_WORD and len(word) == 2:
            one, two = (number.get(merged(syllable), -1) for syllable in lazy_pinyin(word))
            if one >= 0 and two >= 0:
                keyed[one * count + two].append(word)
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


def occurring(counts: Counter[str], least: int) -> list[str]:
    """The Chinese characters that occur at least so often."""
    return sorted(c for c, count in counts.items() if count >= least and "\u4e00" <= c <= "\u9fff")
