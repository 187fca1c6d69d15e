"""The cues of the extraction: the word lists of the packs as look-up tables and compiled patterns.

>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> cues.unit_at("个百分点以上", 0), cues.unit_at("个月", 0), cues.unit_at("人民政府", 0)
('个百分点', '个月', '')
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from policytext.extractor.word_lists import (
    CompiledTemplates,
    PatternsByFirst,
    WordLists,
    join_alternatives,
)
from policytext.extractor.wording import Wording, read_wording
from policytext.model.records import dataclass
from policytext.rulebook.rulebook import Rulebook
from policytext.text.lazy_patterns import compile_pattern


@dataclass(
    frozen=True, slots=True, eq=False
)  # slots, which are read in a fraction of the time of a tuple's fields
class TargetCues:
    """The cues of one set of rules; ``rulebook/lists.py`` says what each list means."""

    units: Mapping[str, tuple[str, ...]]
    longest_unit: int
    unit_firsts: frozenset[str]
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
    wording: Wording
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
    done_firsts: frozenset[str]
    joint_firsts: frozenset[str]
    part_firsts: frozenset[str]
    role_firsts: frozenset[str]
    saying_firsts: frozenset[str]
    nominal_firsts: frozenset[str]
    no_promise_firsts: frozenset[str]
    result_firsts: frozenset[str]
    purpose_firsts: frozenset[str]
    condition_lasts: frozenset[str]
    verbs_by_first: PatternsByFirst
    bound_verbs_by_first: PatternsByFirst
    adverb_firsts: frozenset[str]
    leads: re.Pattern[str]
    supports: re.Pattern[str]
    roles: re.Pattern[str]
    measuring: frozenset[str]
    sizes: frozenset[str]
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
        if text[at : at + 1] not in self.unit_firsts:
            return ""
        for size in range(min(self.longest_unit, len(text) - at), 0, -1):
            word = text[at : at + size]
            guards = self.units.get(word)
            if guards is None or text.startswith(guards, at + size):
                continue
            # 9 Public: the first letter of a word is no unit.
            if not (_is_latin(word[-1]) and _is_latin(text[at + size : at + size + 1])):
                return word
        return ""


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


@lru_cache(maxsize=4)
def load_cues(book: Rulebook) -> TargetCues:
    """Load the cues of a set of rules."""
    lists = WordLists(book)
    return TargetCues(
        **_load_figure_cues(lists),
        **_load_change_cues(lists),
        **_load_status_cues(lists),
        **_load_commitment_cues(lists),
        **_load_date_cues(lists),
        patterns=lists.patterns,
    )


def _load_figure_cues(lists: WordLists) -> dict[str, Any]:
    guards = lists.lists.get("unit-guards", {})
    names = (*lists.words("units"), *lists.words("durations"))
    units = {word: _as_tuple(guards.get(word, ())) for word in names}
    before, behind = lists.table("comparators-before"), lists.table("comparators-behind")
    distant = (*lists.words("normative"), *lists.words("distant-comparators"))
    return {
        "units": units,
        "longest_unit": max(map(len, units), default=0),
        "unit_firsts": frozenset(word[0] for word in units if word),
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
        "distant": compile_pattern(f"({join_alternatives(distant)})[^,。;、“”\\d]{{1,14}}$"),
        "prohibitions": lists.any("prohibitions"),
        "measuring": frozenset(lists.words("measuring-units")),
        "sizes": frozenset(lists.words("size-units")),
        "rank_units": frozenset(lists.words("rank-units")),
        "structural_classifiers": frozenset(lists.words("structural-classifiers")),
        "cell_comparators": lists.table("cell-comparators"),
        "table_columns": lists.table("table-columns"),
        "after_name": lists.by_length("after-name"),
    }


def _load_date_cues(lists: WordLists) -> dict[str, Any]:
    return {
        "relative_years": {word: int(years) for word, years in lists.table("relative-years").items()},
        "relative_months": {word: int(months) for word, months in lists.table("relative-months").items()},
        "fixed_years": {word: int(year) for word, year in lists.table("fixed-years").items()},
        "year_parts": lists.ranges("year-parts"),
        "plans": lists.ranges("five-year-plans"),
    }


def _load_change_cues(lists: WordLists) -> dict[str, Any]:
    increases, decreases = lists.words("increases"), lists.words("decreases")
    verbs, links = join_alternatives((*increases, *decreases)), lists.one_of("change-links")
    reaching = lists.one_of("reaching")
    return {
        "change": compile_pattern(rf"({verbs})(?:{links})*({reaching})?(?:{links})*$"),
        "changing": compile_pattern(verbs),
        "increases": frozenset(increases),
        "adding": lists.any("adding"),
    }


def _load_status_cues(lists: WordLists) -> dict[str, Any]:
    return {
        "achieved": lists.any("achieved-cues"),
        "target": lists.any("target-cues"),
        "forecast": lists.any("forecast-cues"),
        "quoted": lists.any("quoted-cues"),
        "achieved_headings": lists.any("achieved-headings"),
        "target_headings": lists.any("target-headings"),
        "imperative_headings": lists.any("imperative-headings"),
        "normative": lists.any("normative", "limit-nouns"),
        "status_evidence": tuple(
            sorted(
                ((kind, int(weight)) for kind, weight in lists.table("status-evidence").items()),
                key=lambda weighed: -weighed[1],
            )
        ),
        "wording": read_wording(lists),
        "promising_titles": lists.words("promising-titles"),
    }


def _load_commitment_cues(lists: WordLists) -> dict[str, Any]:
    modality = {word: int(strength) for word, strength in lists.table("modality").items()}
    verbs, adverbs = lists.words("commitment-verbs"), lists.words("adverbs")
    return {
        "verbs": lists.any("commitment-verbs"),
        "adverbs": compile_pattern(f"(?:{lists.one_of('adverbs')}(?:地)?(?:[、和])?)*"),
        "modality": modality,
        "past": lists.any("past-cues"),
        # Verbs are looked for at several offsets of a clause.
        "verbs_by_first": PatternsByFirst(dict.fromkeys(verbs, "")),
        "bound_verbs_by_first": PatternsByFirst(
            lists.guards("bound-verbs") | lists.guards("deed-verbs") | dict.fromkeys(verbs, "")
        ),
        "adverb_firsts": lists.firsts("adverbs"),
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
        "bound_firsts": lists.firsts("bound-verbs", "deed-verbs"),
        "done_firsts": lists.firsts("done-suffixes"),
        "joint_firsts": lists.firsts("joint-words"),
        "part_firsts": lists.firsts("part-words"),
        "role_firsts": lists.firsts("actor-links", "phrase-openings", "supports", "leads", "duties")
        | {*"积密"},
        "saying_firsts": lists.firsts("saying-words"),
        # The characters that a clause that promises nothing can begin with behind its marker, and end with.
        "nominal_firsts": lists.firsts("attribute-verbs", "heading-verbs", "state-verbs"),
        "no_promise_firsts": lists.firsts(
            "no-commitments", "compound-verbs", "staffing-verbs", "listed-verbs"
        )
        | {*"给追承作做"},
        "purpose_firsts": lists.firsts("purpose-openings") | {"以"},
        "result_firsts": lists.firsts("result-openings", "enacting-words") | {*"将是也亦都就正均这"},
        "condition_lasts": lists.lasts("condition-ends", "title-nouns"),
        "leads": lists.any("leads"),
        "supports": lists.any("supports"),
        "roles": lists.any("leads", "supports", "duties"),
    }


def _as_tuple(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)  # type: ignore[arg-type]
