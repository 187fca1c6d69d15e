"""The cues of the extraction: the word lists of the packs as look-up tables and compiled patterns.

>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> cues.unit_at("个百分点以上", 0), cues.unit_at("个月", 0), cues.unit_at("人民政府", 0)
('个百分点', '个月', '')
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from policytext.rulebook.alternatives import EXCEPTIONS_SUFFIX, NEVER, build_alternatives
from policytext.rulebook.rulebook import Rulebook
from policytext.text.lazy_patterns import compile_pattern

_SLOT = compile_pattern("{([a-z][a-z-]+)}")


class CompiledTemplates(dict[str, re.Pattern[str]]):
    """Compiled regular expressions by their templates, each compiled when first used.

    A slot such as ``{penalty-words}`` stands for the words of that list, the longest first, with bars between.

    Args:
        alternatives: The words of each list, joined; a list that is missing matches nowhere.

    >>> CompiledTemplates({"modals": "应当|应"})["(?:{modals})$"].pattern
    '(?:应当|应)$'
    """

    def __init__(self, alternatives: Mapping[str, str]) -> None:
        super().__init__()
        self._alternatives = alternatives

    def __missing__(self, template: str) -> re.Pattern[str]:
        source = _SLOT.sub(lambda slot: self._alternatives.get(slot[1], NEVER), template)
        pattern = self[template] = compile_pattern(source)
        return pattern


class TargetCues(NamedTuple):
    """The cues of one set of rules; ``rulebook/lists.py`` says what each list means."""

    units: Mapping[str, tuple[str, ...]]
    longest_unit: int
    forms: Mapping[str, str]
    durations: frozenset[str]
    structural: re.Pattern[str]
    people: re.Pattern[str]
    money: re.Pattern[str]
    comparators_before: Mapping[str, str]
    before: re.Pattern[str]
    limits: re.Pattern[str]
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
    status_evidence: tuple[tuple[str, int], ...]
    distant: re.Pattern[str]
    promising_titles: tuple[str, ...]
    verbs: re.Pattern[str]
    adverbs: re.Pattern[str]
    modality: Mapping[str, int]
    past: re.Pattern[str]
    openings: frozenset[str]
    date_firsts: frozenset[str]
    link_firsts: frozenset[str]
    modal_firsts: frozenset[str]
    phrase_firsts: frozenset[str]
    actor_link_firsts: frozenset[str]
    promoting_firsts: frozenset[str]
    bound_firsts: frozenset[str]
    verbs_by_first: Mapping[str, re.Pattern[str]]
    adverb_firsts: frozenset[str]
    leads: re.Pattern[str]
    supports: re.Pattern[str]
    roles: re.Pattern[str]
    measuring: frozenset[str]
    rank_units: frozenset[str]
    structural_classifiers: frozenset[str]
    cell_comparators: Mapping[str, str]
    table_columns: Mapping[str, str]
    after_name: Mapping[int, re.Pattern[str]]
    relative_years: Mapping[str, int]
    relative_months: Mapping[str, int]
    fixed_years: Mapping[str, int]
    year_parts: Mapping[str, tuple[int, int]]
    plans: Mapping[str, tuple[int, int]]
    patterns: CompiledTemplates

    def unit_at(self, text: str, at: int) -> str:
        """Return the longest unit or length of time that begins at `at`, or an empty string."""
        for size in range(min(self.longest_unit, len(text) - at), 0, -1):
            word = text[at : at + size]
            guards = self.units.get(word)
            if guards is not None and not text.startswith(guards, at + size):
                return word
        return ""


class _Lists:
    """The lists of all packs; a list that no pack has is empty."""

    def __init__(self, book: Rulebook) -> None:
        self.lists = book.lists
        self.alternatives = book.alternatives
        self.patterns = CompiledTemplates(book.alternatives)

    def words(self, name: str) -> tuple[str, ...]:
        return tuple(self.lists.get(name, ()))

    def table(self, name: str) -> dict[str, str]:
        entries = self.lists.get(name, {})
        return {key: str(value) for key, value in entries.items()} if isinstance(entries, dict) else {}

    def firsts(self, *names: str) -> frozenset[str]:
        """Return the first characters of the words of some lists."""
        return frozenset(word[0] for name in names for word in self.words(name) if word)

    def ranges(self, name: str) -> dict[str, tuple[int, int]]:
        """Return a table of ranges: 2021-2025."""
        parts = ((key, value.partition("-")) for key, value in self.table(name).items())
        return {key: (int(low), int(high)) for key, (low, _, high) in parts}

    def any(self, *names: str) -> re.Pattern[str]:
        """Return a pattern of all words of some lists."""
        if len(names) == 1:
            return compile_pattern(self.one_of(names[0]))
        return compile_pattern(_join_alternatives([word for name in names for word in self.words(name)]))

    def by_length(self, name: str) -> dict[int, re.Pattern[str]]:
        """Return the patterns of the words of a list, by how many characters they have."""
        words = self.words(name)
        exceptions = self.lists.get(name + EXCEPTIONS_SUFFIX, {})
        sizes = {len(word): [other for other in words if len(other) == len(word)] for word in words}
        groups = {
            size: build_alternatives({name: group, name + EXCEPTIONS_SUFFIX: exceptions})[name]
            for size, group in sizes.items()
        }
        return {size: compile_pattern(group) for size, group in groups.items()}

    def one_of(self, name: str) -> str:
        """Return the words of a list, or the keys of a table, as a group of alternatives."""
        return f"(?:{self.alternatives.get(name, NEVER)})"


@lru_cache(maxsize=4)
def load_cues(book: Rulebook) -> TargetCues:
    """Load the cues of a set of rules."""
    lists = _Lists(book)
    return TargetCues(
        **_load_figure_cues(lists),
        **_load_change_cues(lists),
        **_load_status_cues(lists),
        **_load_commitment_cues(lists),
        **_load_date_cues(lists),
        patterns=lists.patterns,
    )


def _load_figure_cues(lists: _Lists) -> dict[str, Any]:
    guards = lists.lists.get("unit-guards", {})
    names = (*lists.words("units"), *lists.words("durations"))
    units = {word: _as_tuple(guards.get(word, ())) for word in names}
    before, behind = lists.table("comparators-before"), lists.table("comparators-behind")
    distant = (*lists.words("normative"), *lists.words("distant-comparators"))
    return {
        "units": units,
        "longest_unit": max(map(len, units), default=0),
        "forms": lists.table("unit-forms"),
        "durations": frozenset(lists.words("durations")),
        "structural": lists.any("structural-nouns"),
        "people": compile_pattern(f"[^,。;、]{{0,8}}?{lists.one_of('people')}"),
        "money": compile_pattern(f"{lists.one_of('money-indicators')}[^,。;]{{0,6}}$"),
        "comparators_before": before,
        "before": compile_pattern(f"{lists.one_of('comparators-before')}$"),
        "limits": lists.any("comparators-before"),
        "comparators_behind": behind,
        "behind": lists.any("comparators-behind"),
        "distant": compile_pattern(f"({_join_alternatives(distant)})[^,。;、“”\\d]{{1,14}}$"),
        "prohibitions": lists.any("prohibitions"),
        "measuring": frozenset(lists.words("measuring-units")),
        "rank_units": frozenset(lists.words("rank-units")),
        "structural_classifiers": frozenset(lists.words("structural-classifiers")),
        "cell_comparators": lists.table("cell-comparators"),
        "table_columns": lists.table("table-columns"),
        "after_name": lists.by_length("after-name"),
    }


def _load_date_cues(lists: _Lists) -> dict[str, Any]:
    return {
        "relative_years": {word: int(years) for word, years in lists.table("relative-years").items()},
        "relative_months": {word: int(months) for word, months in lists.table("relative-months").items()},
        "fixed_years": {word: int(year) for word, year in lists.table("fixed-years").items()},
        "year_parts": lists.ranges("year-parts"),
        "plans": lists.ranges("five-year-plans"),
    }


def _load_change_cues(lists: _Lists) -> dict[str, Any]:
    increases, decreases = lists.words("increases"), lists.words("decreases")
    verbs, links = _join_alternatives((*increases, *decreases)), lists.one_of("change-links")
    reaching = lists.one_of("reaching")
    return {
        "change": compile_pattern(rf"({verbs})(?:{links})*({reaching})?(?:{links})*$"),
        "changing": compile_pattern(verbs),
        "increases": frozenset(increases),
        "adding": lists.any("adding"),
    }


def _load_status_cues(lists: _Lists) -> dict[str, Any]:
    return {
        "achieved": lists.any("achieved-cues"),
        "target": lists.any("target-cues"),
        "forecast": lists.any("forecast-cues"),
        "quoted": lists.any("quoted-cues"),
        "achieved_headings": lists.any("achieved-headings"),
        "target_headings": lists.any("target-headings"),
        "imperative_headings": lists.any("imperative-headings"),
        "normative": lists.any("normative"),
        "status_evidence": tuple(
            sorted(
                ((kind, int(weight)) for kind, weight in lists.table("status-evidence").items()),
                key=lambda weighed: -weighed[1],
            )
        ),
        "promising_titles": lists.words("promising-titles"),
    }


def _load_commitment_cues(lists: _Lists) -> dict[str, Any]:
    modality = {word: int(strength) for word, strength in lists.table("modality").items()}
    verbs, adverbs = lists.words("commitment-verbs"), lists.words("adverbs")
    return {
        "verbs": lists.any("commitment-verbs"),
        "adverbs": compile_pattern(f"(?:{lists.one_of('adverbs')}(?:地)?(?:[、和])?)*"),
        "modality": modality,
        "past": lists.any("past-cues"),
        # Verbs are looked for at several offsets of a clause; the first character leaves few of them.
        "verbs_by_first": {
            first: compile_pattern(_join_alternatives([word for word in verbs if word.startswith(first)]))
            for first in {word[0] for word in verbs if word}
        },
        "adverb_firsts": frozenset(word[0] for word in adverbs if word),
        # The characters that a clause with a commitment can begin with.
        "openings": frozenset(word[0] for word in (*verbs, *adverbs, *modality) if word),
        # The characters that a date at the beginning of a clause can begin with.
        "date_firsts": frozenset("到在至“十一二三四五12")
        | {word[0] for word in lists.words("opening-years")},
        # The characters that a conjunction, a modal verb or a phrase can begin with.
        "link_firsts": lists.firsts("clause-links", "sequence-words"),
        "modal_firsts": lists.firsts("binding-words", "will-words", "allowing-words"),
        "phrase_firsts": lists.firsts("phrase-openings"),
        "actor_link_firsts": lists.firsts("actor-links"),
        "promoting_firsts": lists.firsts("promoting-verbs", "adverbs"),
        "bound_firsts": lists.firsts("bound-verbs"),
        "leads": lists.any("leads"),
        "supports": lists.any("supports"),
        "roles": lists.any("leads", "supports", "duties"),
    }


def _as_tuple(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)  # type: ignore[arg-type]


def _join_alternatives(words: Iterable[str]) -> str:
    """Return a group of alternatives, the longest first."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else NEVER
