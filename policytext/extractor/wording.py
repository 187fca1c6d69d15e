"""What the wording of a paragraph says about its part: 加快…, 推动… open what is planned, 出台了… and 增长到 tell of what is done.

`rules/targets/wording.yaml` weighs the first and last words of clauses and the words beside figures, and says how they were fitted.

>>> from policytext.rulebook.packs import load_rules
>>> weigh = read_wording(WordLists(load_rules()[0])).weigh
>>> weigh("继续推动旧区更新,加快修建步道20公里"), weigh("过去一年,启动旧区更新,修建了步道20公里")
(1.59, -2.74)
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from policytext.extractor.word_lists import WordLists
from policytext.text.lazy_patterns import LazyPattern

_CLAUSE = LazyPattern(r"[^,。;:、!\n]+")
_MARKER = LazyPattern(r"\s*(?:\(?[一二三四五六七八九十\d]+[)、.]|[一二三四五六七八九十]+是|\d+)?")
_OPENING = LazyPattern(r"[一-鿿]{2}")
_END = LazyPattern(r"[一-鿿]{2}$")
_FIGURE = LazyPattern(r"([一-鿿])\d")
_BEHIND = LazyPattern(r"[\d%万亿千百个家项]([一-鿿]{2})$")
_DONE = "了"
# 12.5亿元, 5%以上, but no year and no number of an item.
_NUMBER = LazyPattern(
    r"(?<![\d.])(?<!\d )(\d{1,3}(?: \d{3})+|\d[\d,]*(?:\.\d+)?)(?=[%万亿千百个家项所处条座人元件吨公米户亩张岁])"
)
_BOUND = LazyPattern("[^,。;]{0,6}?(?:以上|左右|以内|以下)")
_FEWEST = 3  # figures that say something together
_MANY_BOUND, _FEW_BOUND = 0.5, 0.25  # shares of the figures from which a paragraph gives bounds, or does not
_ROUND, _FINE = (
    1.5,
    2.5,
)  # digits without zeros, on average, below which figures are round, and from which they are exact


class Wording(NamedTuple):
    """The weights of words by their place, in hundredths of a log-odds: above 0 for a plan, below for a review."""

    openings: Mapping[str, int]
    ends: Mapping[str, int]
    before_figures: Mapping[str, int]
    behind_figures: Mapping[str, int]
    done: int
    figures: Mapping[str, int]

    def weigh(self, text: str) -> float:
        """Return the log-odds that a paragraph plans; below 0 it reviews. Each word counts once."""
        return (sum(dict(self._find_words(text)).values()) + self._weigh_figures(text)) / 100

    def _weigh_figures(self, text: str) -> int:
        """Return what the figures say: plans give round ones and bounds (5%左右), reviews exact ones (1350.97亿斤)."""
        numbers = [(match[1], bool(_BOUND.match(text, match.end()))) for match in _NUMBER.finditer(text)]
        if len(numbers) < _FEWEST:
            return 0
        bound = sum(has for _, has in numbers) / len(numbers)
        digits = sum(
            len(number.replace(",", "").replace(".", "").replace(" ", "").strip("0")) for number, _ in numbers
        )
        mean = digits / len(numbers)
        weight = self.figures.get("bound", 0) if bound >= _MANY_BOUND else 0
        weight += self.figures.get("unbound", 0) if bound < _FEW_BOUND else 0
        if mean < _ROUND:
            return weight + self.figures.get("round", 0)
        return weight + (self.figures.get("exact", 0) if mean >= _FINE else 0)

    def _find_words(self, text: str) -> Iterator[tuple[tuple[str, str], int]]:
        for clause in _CLAUSE.findall(text):
            start = _MARKER.match(clause).end()  # type: ignore[union-attr]
            if opening := _OPENING.match(clause, start):
                yield ("opening", opening[0]), self.openings.get(opening[0], 0)
            if end := _END.search(clause, start):
                yield ("end", end[0]), self.ends.get(end[0], 0)
            if _DONE in clause:
                yield ("done", _DONE), self.done
            for word in _FIGURE.findall(clause):
                yield ("before", word), self.before_figures.get(word, 0)
            if behind := _BEHIND.search(clause):
                yield ("behind", behind[1]), self.behind_figures.get(behind[1], 0)


def read_wording(lists: WordLists) -> Wording:
    """Read the weights of a set of rules."""

    def read(name: str) -> dict[str, int]:
        return {word: int(weight) for word, weight in lists.table(name).items()}

    return Wording(
        read("wording-openings"),
        read("wording-ends"),
        read("wording-before-figures"),
        read("wording-behind-figures"),
        read("wording-words").get(_DONE, 0),
        read("wording-figures"),
    )
