"""The word lists of the packs, made ready for the extraction of targets.

>>> from policytext.rulebook.packs import load
>>> words = vocabulary(load()[0])
>>> words.unit_at("个百分点以上", 0), words.unit_at("个月", 0), words.unit_at("人民政府", 0)
('个百分点', '个月', '')
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from policytext.rulebook.rulebook import Rulebook

#: Matches nowhere: what an empty list is compiled to.
_NEVER = "(?!)"


class Vocabulary(NamedTuple):
    """What the packs' lists say, as the extraction asks it; see ``rules/targets`` for what they mean."""

    units: Mapping[str, tuple[str, ...]]
    longest_unit: int
    forms: Mapping[str, str]
    durations: frozenset[str]
    structural: re.Pattern[str]
    people: re.Pattern[str]
    money: re.Pattern[str]
    comparators_before: Mapping[str, str]
    before: re.Pattern[str]
    comparators_behind: Mapping[str, str]
    behind: re.Pattern[str]
    prohibitions: re.Pattern[str]
    change: re.Pattern[str]
    changing: re.Pattern[str]
    increases: frozenset[str]
    adding: re.Pattern[str]
    achieved: re.Pattern[str]
    target: re.Pattern[str]
    forecast: re.Pattern[str]
    quoted: re.Pattern[str]
    achieved_headings: re.Pattern[str]
    target_headings: re.Pattern[str]
    imperative_headings: re.Pattern[str]
    normative: re.Pattern[str]
    distant: re.Pattern[str]
    promising_titles: tuple[str, ...]
    verbs: re.Pattern[str]
    adverbs: re.Pattern[str]
    modality: Mapping[str, int]
    modal: re.Pattern[str]
    past: re.Pattern[str]
    actor: re.Pattern[str]
    leads: re.Pattern[str]
    supports: re.Pattern[str]

    def unit_at(self, text: str, at: int) -> str:
        """The longest unit or length of time that begins at `at`, empty where none does."""
        for size in range(min(self.longest_unit, len(text) - at), 0, -1):
            word = text[at : at + size]
            guards = self.units.get(word)
            if guards is not None and not text.startswith(guards, at + size):
                return word
        return ""


@lru_cache(maxsize=4)
def vocabulary(book: Rulebook) -> Vocabulary:
    """The vocabulary of a book of rules; lists that no pack gives are empty."""
    lists = book.lists

    def words(name: str) -> tuple[str, ...]:
        return tuple(lists.get(name, ()))

    def table(name: str) -> dict[str, str]:
        found = lists.get(name, {})
        return {key: str(value) for key, value in found.items()} if isinstance(found, dict) else {}

    guards = lists.get("unit-guards", {})
    units = {word: _tuple(guards.get(word, ())) for word in (*words("units"), *words("durations"))}
    before, behind = table("comparators-before"), table("comparators-behind")
    increases, decreases = words("increases"), words("decreases")
    verbs = _either((*increases, *decreases))
    links = _either(words("change-links"))
    modality = {word: int(strength) for word, strength in table("modality").items()}
    return Vocabulary(
        units=units,
        longest_unit=max(map(len, units), default=0),
        forms=table("unit-forms"),
        durations=frozenset(words("durations")),
        structural=re.compile(_either(words("structural-nouns"))),
        people=re.compile(f"[^,。;、]{{0,8}}?{_either(words('people'))}"),
        money=re.compile(f"{_either(words('money-indicators'))}[^,。;]{{0,6}}$"),
        comparators_before=before,
        before=re.compile(f"{_either(before)}$"),
        comparators_behind=behind,
        behind=re.compile(_either(behind)),
        prohibitions=re.compile(_either(words("prohibitions"))),
        change=re.compile(rf"({verbs})(?:{links})*({_either(words('reaching'))})?(?:{links})*$"),
        changing=re.compile(verbs),
        increases=frozenset(increases),
        adding=re.compile(_either(words("adding"))),
        achieved=re.compile(_either(words("achieved-cues"))),
        target=re.compile(_either(words("target-cues"))),
        forecast=re.compile(_either(words("forecast-cues"))),
        quoted=re.compile(_either(words("quoted-cues"))),
        achieved_headings=re.compile(_either(words("achieved-headings"))),
        target_headings=re.compile(_either(words("target-headings"))),
        imperative_headings=re.compile(_either(words("imperative-headings"))),
        normative=re.compile(_either(words("normative"))),
        distant=re.compile(f"({_either(words('normative'))})[^,。;、\\d]{{1,14}}$"),
        promising_titles=words("promising-titles"),
        verbs=re.compile(_either(words("commitment-verbs"))),
        adverbs=re.compile(f"(?:{_either(words('adverbs'))}(?:地)?(?:[、和])?)*"),
        modality=modality,
        modal=re.compile(_either(modality)),
        past=re.compile(_either(words("past-cues"))),
        actor=re.compile(rf"[^,。;:!?“”\n]{{0,24}}?{_either(words('actor-ends'))}"),
        leads=re.compile(_either(words("leads"))),
        supports=re.compile(_either(words("supports"))),
    )


def _tuple(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)  # type: ignore[arg-type]


def _either(words: Iterable[str]) -> str:
    """A group of alternatives, the longest first."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else _NEVER
