"""Passages: domain, score and text, separated by tabs for ``cut`` and ``sort``."""

from collections.abc import Iterable, Iterator, Sequence

from policytext.formats import FileResult, RenderOptions
from policytext.model.annotations import Passage
from policytext.model.document import Source
from policytext.model.statistics import Coverage
from policytext.text.display import join_lines


def format_lines(passages: Sequence[Passage], source: Source, options: RenderOptions) -> Iterator[str]:
    """Write the domain's id (- for none), the score and the sentence; with the evidence also its terms and weights.

    >>> from policytext.model.annotations import Term
    >>> from policytext.model.document import Span
    >>> term = Term(Span(2, 6), "一网通办", 3, "government")
    >>> passage = Passage(Span(0, 7), "推进一网通办。", "government", 3, 3, "", (term,))
    >>> list(format_lines([passage], Source(text="推进一网通办。"), RenderOptions(command="domains", why=True)))
    ['government\\t3\\t推进一网通办。\\t一网通办 3']
    """
    for passage in passages:
        place = f"{source.position(passage.span[0]).line}:" if options.line_numbers else ""
        words = [f"{place}{passage.domain or '-'}", f"{passage.score:g}", join_lines(passage.text)]
        if options.why:
            words.append("; ".join(format_reasons(passage)))
        yield "\t".join(words)


def format_coverage(rows: Sequence[Coverage]) -> Iterator[str]:
    """Write each domain (- for none) with its sentences, its characters and its share.

    >>> list(format_coverage([Coverage("social", 2, 30, 0.25), Coverage(None, 5, 90, 0.75)]))
    ['social\\t2\\t30\\t0.25', '-\\t5\\t90\\t0.75']
    """
    for domain, passages, characters, share in rows:
        yield f"{domain or '-'}\t{passages}\t{characters}\t{share:.4g}"


def format_reasons(passage: Passage) -> Iterator[str]:
    """Return each term once with its weight and, if the passage has no domain, with its own domain."""
    for term in {term.text: term for term in passage.terms}.values():
        whose = "" if passage.domain else f" {term.domain}"
        yield f"{join_lines(term.text)} {term.weight:g}{whose}"


def count_coverage(passages: Sequence[Passage], domains: Iterable[str]) -> tuple[Coverage, ...]:
    """Return the coverage of each of the domains in this order, then that of no domain.

    >>> from policytext.model.document import Span
    >>> [row.share for row in count_coverage([Passage(Span(0, 4), "一网通办", "government", 3, 3, "", ())], ["government"])]
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


def find_coverage(result: FileResult, options: RenderOptions) -> Sequence[Coverage]:
    """Return the shares of the domains in the whole text, also where only some domains are shown."""
    given = result.select("coverage", Coverage)
    return given or count_coverage(result.select("domains", Passage), options.domains)
