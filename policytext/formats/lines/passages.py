"""Passages for people: domain, score and words, parted by tabs, so that ``cut`` and ``sort`` take them apart."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from policytext.formats import RenderOptions
from policytext.model.annotations import Passage
from policytext.model.document import Source
from policytext.text.display import join_lines


def format_lines(passages: Sequence[Passage], source: Source, view: RenderOptions) -> Iterator[str]:
    """The domain's id (- for none), the score, the sentence; its terms with their weights if asked why.

    >>> from policytext.model.annotations import Term
    >>> from policytext.model.document import Span
    >>> term = Term(Span(2, 6), "一网通办", 3, "government")
    >>> passage = Passage(Span(0, 7), "推进一网通办。", "government", 3, 3, "", (term,))
    >>> list(format_lines([passage], Source(text="推进一网通办。"), RenderOptions(command="domains", why=True)))
    ['government\\t3\\t推进一网通办。\\t一网通办 3']
    """
    for passage in passages:
        place = f"{source.position(passage.span[0]).line}:" if view.line_numbers else ""
        words = [f"{place}{passage.domain or '-'}", f"{passage.score:g}", join_lines(passage.text)]
        if view.why:
            words.append("; ".join(format_reasons(passage)))
        yield "\t".join(words)


def format_reasons(passage: Passage) -> Iterator[str]:
    """The terms that speak, each with its weight and, where nothing was decided, its domain; a term once."""
    for term in {term.text: term for term in passage.terms}.values():
        whose = "" if passage.domain else f" {term.domain}"
        yield f"{join_lines(term.text)} {term.weight:g}{whose}"


class Coverage(NamedTuple):
    """How much of a text speaks of one domain, or of none: passages, characters, share of all characters."""

    domain: str | None
    passages: int
    characters: int
    share: float


def count_coverage(passages: Sequence[Passage], domains: Iterable[str]) -> tuple[Coverage, ...]:
    """The coverage of each of the domains, in this order, and at last what speaks of none.

    >>> from policytext.model.document import Span
    >>> [one.share for one in count_coverage([Passage(Span(0, 4), "一网通办", "government", 3, 3, "", ())], ["government"])]
    [1.0, 0.0]
    """
    counts: dict[str | None, list[int]] = {name: [0, 0] for name in domains}
    counts[None] = [0, 0]
    for passage in passages:
        count = counts.setdefault(passage.domain, [0, 0])
        count[0] += 1
        count[1] += len(passage.text)
    whole = sum(characters for _, characters in counts.values())
    last = counts.pop(None)
    rows = [*counts.items(), (None, last)]
    return tuple(
        Coverage(name, number, characters, characters / whole if whole else 0.0)
        for name, (number, characters) in rows
    )
