"""Synthetic errors in clean texts: confusions of real typists, random ones, and words that sound alike."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

#: Pairs of a right and a wrong character, and their counts.
Confusions = Mapping[tuple[str, str], int]
_MINIMUM_DISTANCE = 12  # characters between two errors


class PlantedError(NamedTuple):
    """A synthetic error: its offset, the right text, and the wrong text in its place."""

    at: int
    right: str
    wrong: str


def read_confusions(path: str) -> tuple[Confusions, Confusions]:
    """Read the confusions of typists from a list of wrong and right sentences, in two halves.

    The first half is for fitting, the second for evaluation.
    """
    pairs: Counter[tuple[str, str]] = Counter()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            wrong, right = line.rstrip("\n").split("\t")[:2]
            if len(wrong) == len(right):
                pairs.update(
                    (good, bad)
                    for bad, good in zip(wrong, right, strict=True)
                    if bad != good and min(bad, good) >= "\u4e00" and max(bad, good) <= "\u9fff"
                )
    items = sorted(pairs.items())
    random.Random(5).shuffle(items)
    return dict(items[::2]), dict(items[1::2])


def draw_confusions(
    likeness: Mapping[str, Mapping[str, int]],
    counts: Counter[str],
    number: int,
    chance: random.Random,
    rare: bool = False,
) -> Confusions:
    """Draw random confusions, weighted by the frequency and the likeness of the characters.

    Args:
        likeness: For each wrong character the right ones, with the kind of likeness.
        counts: The counts of the characters.
        number: The number of confusions to draw.
        chance: The source of randomness.
        rare: Whether the wrong character may be one that is hardly ever used.
    """
    rights: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for wrong, mine in likeness.items():
        for right, kind in mine.items():
            if rare or counts[wrong] >= 30 or chance.random() < 0.2:
                rights[right].append((wrong, kind))
    characters = sorted(right for right in rights if counts[right] >= 10)
    found: Counter[tuple[str, str]] = Counter()
    weigh = {0: 3.0, 1: 3.0, 2: 1.0, 3: 1.5, 7: 0.5}
    power = 0.1 if rare else 0.35
    for right in chance.choices(characters, [counts[right] ** 0.75 for right in characters], k=number):
        some = rights[right]
        weights = [weigh.get(kind, 4.0) * (counts[wrong] + 50) ** power for wrong, kind in some]
        found[right, chance.choices(some, weights)[0][0]] += 1
    return found


class WordConfusions:
    """Words of two characters with both characters mistyped.

    Args:
        words: Words and their frequencies.
        likeness: For each wrong character the right ones, with the kind of likeness.
        counts: The counts of the characters.
    """

    def __init__(
        self, words: Mapping[str, int], likeness: Mapping[str, Mapping[str, int]], counts: Counter[str]
    ) -> None:
        self.words = {word for word in words if len(word) == 2}
        self._wrong: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for wrong, mine in likeness.items():
            for right, kind in mine.items():
                if kind in (0, 1, 4, 5) or (kind in (2, 6) and counts[wrong] > 300):
                    self._wrong[right].append(
                        (wrong, (counts[wrong] + 20) ** 0.5 * (3 if kind != 2 else 0.5))
                    )

    def wrong(self, word: str, chance: random.Random) -> str | None:
        """Return a wrong form of a word, more often than not another word; None if there is none."""
        first, second = (self._wrong.get(character) for character in word)
        if not first or not second:
            return None
        others = [a + b for a, _ in first for b, _ in second if a + b in self.words]
        if others and chance.random() < 0.6:
            return chance.choice(others)
        return "".join(
            chance.choices([c for c, _ in some], [w for _, w in some])[0] for some in (first, second)
        )


def plant_errors(
    text: str, pairs: Confusions, rate: float, chance: random.Random, apart: int = _MINIMUM_DISTANCE
) -> tuple[str, list[PlantedError]]:
    """Plant errors in a text: each a pair drawn by its count, then an occurrence of its right character.

    Args:
        text: A clean text.
        pairs: The confusions.
        rate: Errors for each character.
        chance: The source of randomness.
        apart: The least number of characters between two errors.
    """
    where: dict[str, list[int]] = defaultdict(list)
    for place, character in enumerate(text):
        where[character].append(place)
    usable = [(pair, count) for pair, count in pairs.items() if pair[0] in where]
    if not usable:
        return text, []
    drawn = chance.choices(
        [pair for pair, _ in usable], [count for _, count in usable], k=_count_errors(text, rate, chance)
    )
    return _apply_errors(
        text, [PlantedError(chance.choice(where[right]), right, wrong) for right, wrong in drawn], apart
    )


def plant_word_errors(
    text: str, words: WordConfusions, rate: float, chance: random.Random
) -> tuple[str, list[PlantedError]]:
    """Plant words with both characters mistyped in a text."""
    places = [place for place in range(len(text) - 1) if text[place : place + 2] in words.words]
    if not places:
        return text, []
    errors = []
    for place in chance.choices(places, k=_count_errors(text, rate, chance)):
        right = text[place : place + 2]
        wrong = words.wrong(right, chance)
        if wrong is not None and wrong[0] != right[0] and wrong[1] != right[1]:
            errors.append(PlantedError(place, right, wrong))
    return _apply_errors(text, errors)


def _count_errors(text: str, rate: float, chance: random.Random) -> int:
    return int(len(text) * rate + chance.random())


def _apply_errors(
    text: str, errors: Iterable[PlantedError], apart: int = _MINIMUM_DISTANCE
) -> tuple[str, list[PlantedError]]:
    characters, taken, kept = list(text), set[int](), []
    for error in errors:
        around = range(error.at - apart, error.at + apart + len(error.right))
        if taken.isdisjoint(around):
            taken.update(range(error.at, error.at + len(error.right)))
            characters[error.at : error.at + len(error.right)] = error.wrong
            kept.append(error)
    return "".join(characters), sorted(kept)
