"""Scores of converted documents for `documents.py`: annotated headings found, and figures equal to those of the plain text."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, NamedTuple

from policytext.extractor.quantities import find_quantities, load_cues
from policytext.model.document import Document, Section
from policytext.rulebook.packs import load_rules
from policytext.text.shadow import fold

_SCORED = {"heading", "article", "inline"}
_LENGTH = 14  # characters by which a heading is recognised


class Gold(NamedTuple):
    """A text, and the entries of its annotated outline, if it has one."""

    text: str
    entries: list[dict[str, Any]] | None


@dataclass(frozen=True)
class Score:
    """Counts over documents.

    Args:
        wanted: annotated headings.
        found: headings that were found, without titles and optional ones.
        hits: headings that are annotated and found.
        placed: hits under the right parent.
        figures: figures of the plain and the converted text together, each counted once.
        same_figures: figures that both texts have.
    """

    wanted: int = 0
    found: int = 0
    hits: int = 0
    placed: int = 0
    figures: int = 0
    same_figures: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))

    def f1(self, hits: int) -> float:
        """Return the F1 of a number of hits."""
        return 2 * hits / max(self.wanted + self.found, 1)


class _Heading(NamedTuple):
    key: str
    parent: str


def _squeeze(text: str) -> str:
    return "".join(text.split()).lstrip("#*_")


def _read_gold(gold: Gold) -> tuple[list[_Heading], list[str], set[str]]:
    """Return the headings to find, the keys of titles and optional entries, and the keys of optional parents."""
    wanted, other, optional = [], [], set()
    above: list[tuple[int, str]] = []
    for entry in gold.entries or ():
        start = entry["start"]
        while gold.text[start : start + 1].isspace():
            start += 1
        key = _squeeze(gold.text[start:].split("\n", 1)[0][:60])[:_LENGTH]
        while above and above[-1][0] >= entry["level"]:
            above.pop()
        parents = [parent for level, parent in above if level > 0]
        if entry["role"] in _SCORED and entry.get("form") != "garbled":
            wanted.append(_Heading(key, parents[-1] if parents else ""))
        else:
            other.append(key)
            if entry["role"] != "title":
                optional.add(key)
        above.append((entry["level"], key))
    return wanted, other, optional


def _list_sections(document: Document) -> Iterator[tuple[Section, _Heading]]:
    def key(section: Section) -> str:
        return _squeeze(document.source.text[section.span.start : section.span.start + 80])

    def walk(sections: tuple[Section, ...], parent: str) -> Iterator[tuple[Section, _Heading]]:
        for section in sections:
            yield section, _Heading(key(section), parent)
            yield from walk(section.sections, key(section) if section.level > 0 else "")

    yield from walk(document.sections, "")


def score_headings(gold: Gold, document: Document, notes: list[str]) -> Score:
    """Score the headings of a document, and note those that are missing or wrong."""
    wanted, other, optional = _read_gold(gold)
    by_start: dict[str, list[tuple[Section, _Heading]]] = defaultdict(list)
    for section, heading in _list_sections(document):
        by_start[heading.key[:2]].append((section, heading))

    def take(key: str) -> _Heading | None:
        rows = by_start[key[:2]]
        for index, (_, heading) in enumerate(rows):
            if heading.key.startswith(key):
                del rows[index]
                return heading
        return None

    hits = placed = 0
    for heading in sorted(wanted, key=lambda heading: -len(heading.key)):
        match = take(heading.key)
        if match is None:
            notes.append(f"missing {heading.key}")
            continue
        hits += 1
        right = match.parent.startswith(heading.parent) if heading.parent else not match.parent
        placed += right or heading.parent in optional
        if not right:
            notes.append(f"misplaced {heading.key} under {match.parent[:_LENGTH]}, not {heading.parent}")
    for key in other:
        take(key)
    wrong = [
        heading
        for rows in by_start.values()
        for section, heading in rows
        if section.kind not in ("topic", "title")
    ]
    notes += [f"invented {heading.key[:_LENGTH]}" for heading in wrong]
    return Score(wanted=len(wanted), found=hits + len(wrong), hits=hits, placed=placed)


@cache
def _load_cues() -> Any:
    return load_cues(load_rules()[0])


def _count_figures(document: Document) -> Counter[str]:
    figures: Counter[str] = Counter()
    for quantity in find_quantities(fold(document.source.text), _load_cues()):
        high = "" if quantity.high is None else f"~{quantity.high}"
        figures[f"{quantity.comparator} {quantity.low}{high} {quantity.unit}"] += 1
    return figures


def score_figures(plain: Document, document: Document, notes: list[str]) -> Score:
    """Compare the figures of a converted document with those of the plain text."""
    wanted, found = _count_figures(plain), _count_figures(document)
    for sign, figures in (("-", wanted - found), ("+", found - wanted)):
        notes += [f"figure {sign} {figure} × {count}" for figure, count in figures.items()]
    return Score(figures=(wanted | found).total(), same_figures=(wanted & found).total())
