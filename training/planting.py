"""Slips planted in clean texts: confusions that real typists made, random ones, and whole words that sound alike."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

#: Right and wrong character, and how often they were mixed up.
Confusions = Mapping[tuple[str, str], int]
_APART = 12  # characters between two slips at least


class Slip(NamedTuple):
    """A planted slip: where, what was right, what stands there now."""

    at: int
    right: str
    wrong: str


def confusions(path: str) -> tuple[Confusions, Confusions]:
    """Pairs of characters that typists mixed up, from a list of wrong and right sentences, in two halves.

    The first half is for fitting, the second for measuring.
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


def random_confusions(
    likeness: Mapping[str, Mapping[str, int]],
    counts: Counter[str],
    number: int,
    chance: random.Random,
    rare: bool = False,
) -> Confusions:
    """Confusions drawn by how frequent both characters are and how alike.

    Args:
        likeness: for each wrong character the right ones, and how they are alike.
        counts: how often characters are used.
        number: how many are drawn.
        chance: the source of randomness.
        rare: whether the wrong character may as well be one that nobody uses: a hand that slips asks no dictionary.
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
    """Words of two characters whose both characters are mistyped.

    Args:
        words: words and their frequencies.
        likeness: which characters are alike.
        counts: how often characters are used.
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
        """A wrong form of a word: more often than not a word itself."""
        first, second = (self._wrong.get(character) for character in word)
        if not first or not second:
            return None
        others = [a + b for a, _ in first for b, _ in second if a + b in self.words]
        if others and chance.random() < 0.6:
            return chance.choice(others)
        return "".join(
            chance.choices([c for c, _ in some], [w for _, w in some])[0] for some in (first, second)
        )


def plant(
    text: str, pairs: Confusions, rate: float, chance: random.Random, apart: int = _APART
) -> tuple[str, list[Slip]]:
    """A text with slips: a pair drawn by its frequency, then a place of its right character.

    Args:
        text: a clean text.
        pairs: the confusions.
        rate: slips for each character.
        chance: the source of randomness.
        apart: how many characters there are between two slips at least.
    """
    where: dict[str, list[int]] = defaultdict(list)
    for place, character in enumerate(text):
        where[character].append(place)
    usable = [(pair, count) for pair, count in pairs.items() if pair[0] in where]
    if not usable:
        return text, []
    drawn = chance.choices(
        [pair for pair, _ in usable], [count for _, count in usable], k=_wanted(text, rate, chance)
    )
    return _planted(text, [Slip(chance.choice(where[right]), right, wrong) for right, wrong in drawn], apart)


def plant_words(
    text: str, words: WordConfusions, rate: float, chance: random.Random
) -> tuple[str, list[Slip]]:
    """A text with words mistyped whole."""
    places = [place for place in range(len(text) - 1) if text[place : place + 2] in words.words]
    if not places:
        return text, []
    slips = []
    for place in chance.choices(places, k=_wanted(text, rate, chance)):
        right = text[place : place + 2]
        wrong = words.wrong(right, chance)
        if wrong is not None and wrong[0] != right[0] and wrong[1] != right[1]:
            slips.append(Slip(place, right, wrong))
    return _planted(text, slips)


def _wanted(text: str, rate: float, chance: random.Random) -> int:
    return int(len(text) * rate + chance.random())


def _planted(text: str, slips: Iterable[Slip], apart: int = _APART) -> tuple[str, list[Slip]]:
    characters, taken, kept = list(text), set[int](), []
    for slip in slips:
        around = range(slip.at - apart, slip.at + apart + len(slip.right))
        if taken.isdisjoint(around):
            taken.update(range(slip.at, slip.at + len(slip.right)))
            characters[slip.at : slip.at + len(slip.right)] = slip.wrong
            kept.append(slip)
    return "".join(characters), sorted(kept)
