"""What texts are made of: counts with stated rules, words, what stands out, and shares of domains and targets.

What other analysers found is handed in; here it is counted. Several texts are added up with `merge`.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> one = count_document(PreparedDocument(parse(Source(text="一、总体要求\\n推进一网通办，优化流程。"))))
>>> one.characters, one.han, one.sentences, one.clauses, dict(one.sections)
(19, 15, 2, 3, {1: 1})
>>> merge([one, one]).characters
38
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from policytext.model.annotations import Finding, Indicator, Measure, Passage
from policytext.model.statistics import Share, Statistics
from policytext.statistics.characters import count_characters, count_paragraphs
from policytext.text.prepared import PreparedDocument
from policytext.text.sentences import count_clauses
from policytext.tokenizer import Tokenizer

#: Sums of these fields make the whole.
_ADDED = (
    "files", "characters", "han", "without_spaces", "counted_as_words", "lines", "paragraphs", "sentences", "clauses",
    "articles",
)  # fmt: skip
_JOINED = ("sections", "words", "indicators", "targets", "deadlines", "findings")


def count_document(prepared: PreparedDocument) -> Statistics:
    """Characters, lines, sentences and sections of a document."""
    document, text = prepared.document, prepared.text
    found = count_characters(text)
    levels: Counter[int] = Counter()
    articles = 0
    for section in prepared.sections:
        levels[section.level] += 1
        articles += section.kind == "article"
    return Statistics(
        characters=found.all,
        han=found.han,
        without_spaces=found.without_spaces,
        counted_as_words=found.as_words,
        lines=document.source.line_count,
        paragraphs=count_paragraphs(text),
        sentences=len(prepared.sentences),
        clauses=count_clauses(text),
        sections=dict(sorted(levels.items())),
        articles=articles,
        year=int(document.date[:4]) if document.date else None,
    )


def add_words(stats: Statistics, prepared: PreparedDocument, cutter: Tokenizer) -> Statistics:
    """The same with its words counted.

    Args:
        stats: what was counted.
        prepared: the document.
        cutter: cuts it.
    """
    if prepared.document.script == "hans":
        return _worded(stats, cutter.counted(prepared.shadow), {})
    words: Counter[str] = Counter()
    forms: dict[str, str] = {}
    for at, word in cutter.places(prepared.shadow):
        words[word] += 1
        forms.setdefault(word, prepared.text[at : at + len(word)])
    return _worded(stats, words, {word: form for word, form in forms.items() if form != word})


def _worded(stats: Statistics, words: Mapping[str, int], forms: Mapping[str, str]) -> Statistics:
    return stats._replace(tokens=sum(words.values()), types=len(words), words=words, forms=forms)


def add_domains(stats: Statistics, passages: Sequence[Passage], known: Iterable[str]) -> Statistics:
    """The same with how much of it speaks of each domain.

    Args:
        stats: what was counted.
        passages: what `classifying.domains` found in the document.
        known: all domains, so that one that nothing speaks of is told of too.
    """
    sizes: dict[str | None, list[int]] = {domain: [0, 0] for domain in (*known, None)}
    for passage in passages:
        size = sizes.setdefault(passage.domain, [0, 0])
        size[0] += 1
        size[1] += passage.span[1] - passage.span[0]
    return stats._replace(domains=_shares(sizes))


def _shares(sizes: Mapping[str | None, Sequence[int]]) -> dict[str | None, Share]:
    whole = sum(size for _, size in sizes.values())
    return {
        domain: Share(count, size, size / whole if whole else 0.0) for domain, (count, size) in sizes.items()
    }


def add_targets(
    stats: Statistics, indicators: Sequence[Indicator], measures: Sequence[Measure]
) -> Statistics:
    """The same with its quantified statements by status, by domain, and by the year in which they are due."""
    return stats._replace(
        indicators=dict(Counter(one.status for one in indicators)),
        targets=dict(Counter((one.domain, one.status) for one in indicators)),
        deadlines=dict(
            sorted(
                Counter(
                    one.date.end[:4]
                    for one in indicators
                    if one.status == "target" and one.date and one.date.end
                ).items()
            )
        ),
        measures=len(measures),
    )


def add_findings(stats: Statistics, findings: Sequence[Finding]) -> Statistics:
    """The same with what is wrong in it, by severity; every place of a storm counts."""
    found: Counter[str] = Counter()
    for one in findings:
        found[one.severity] += 1 + len(one.also)
    return stats._replace(findings={severity: found[severity] for severity in ("error", "warning", "info")})


def merge(several: Iterable[Statistics]) -> Statistics:
    """Several texts as one: sums, and shares of the sums."""
    whole = Statistics(files=0)
    for one in several:
        whole = _sum(whole, one)
    return whole


def _sum(whole: Statistics, one: Statistics) -> Statistics:
    values = {name: getattr(whole, name) + getattr(one, name) for name in _ADDED}
    for name in _JOINED:
        values[name] = _joined(getattr(whole, name), getattr(one, name))
    if values["sections"]:
        values["sections"] = dict(sorted(values["sections"].items()))
    if values["deadlines"]:
        values["deadlines"] = dict(sorted(values["deadlines"].items()))
    words = values["words"]
    values["tokens"] = None if words is None else (whole.tokens or 0) + (one.tokens or 0)
    values["types"] = None if words is None else len(words)
    values["measures"] = None if one.measures is None else (whole.measures or 0) + one.measures
    values["domains"] = whole.domains
    if one.domains is not None:
        sizes = {
            domain: [share.passages, share.characters] for domain, share in (whole.domains or {}).items()
        }
        for domain, share in one.domains.items():
            size = sizes.setdefault(domain, [0, 0])
            size[0] += share.passages
            size[1] += share.characters
        values["domains"] = _shares(sizes)
    return Statistics(**values)


def _joined(
    whole: Mapping[object, int] | None, one: Mapping[object, int] | None
) -> Mapping[object, int] | None:
    """Both added up; the sum's own table grows, so that a thousand texts are not copied a thousand times."""
    if one is None:
        return whole
    found = whole if isinstance(whole, Counter) else Counter(whole or {})
    found.update(one)
    return found
