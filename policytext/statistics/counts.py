"""Counts of a document: characters, words, sections, and the annotations of the other analysers.

The annotations of the other analysers are arguments. `merge_statistics` adds up several texts.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> counts = count_document(PreparedDocument(parse(Source(text="一、总体要求\\n推进一网通办，优化流程。"))))
>>> counts.characters, counts.han, counts.sentences, counts.clauses, dict(counts.sections)
(19, 15, 2, 3, {1: 1})
>>> merge_statistics([counts, counts]).characters
38
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from policytext.model.annotations import Finding, Indicator, Measure, Passage
from policytext.model.statistics import Share, Statistics
from policytext.statistics import words
from policytext.statistics.characters import count_characters, count_paragraphs
from policytext.text.prepared import PreparedDocument
from policytext.text.sentences import count_clauses, count_full_sentences
from policytext.tokenizer import Tokenizer

#: The fields that are sums.
_SUMMED_FIELDS = (
    "files", "characters", "han", "without_spaces", "counted_as_words", "lines", "paragraphs", "sentences", "clauses",
    "articles",
)  # fmt: skip
_MERGED_TABLES = ("sections", "words", "indicators", "targets", "deadlines", "findings")


def count_document(prepared: PreparedDocument) -> Statistics:
    """Count the characters, lines, sentences and sections of a document."""
    document, text = prepared.document, prepared.text
    counted = count_characters(text)
    levels: Counter[int] = Counter()
    articles = 0
    for section in prepared.sections:
        levels[section.level] += 1
        articles += section.kind == "article"
    return Statistics(
        characters=counted.all,
        han=counted.han,
        without_spaces=counted.without_spaces,
        counted_as_words=counted.as_words,
        lines=document.source.line_count,
        paragraphs=count_paragraphs(text),
        sentences=count_full_sentences(text, prepared.sentences),
        clauses=count_clauses(text),
        sections=dict(sorted(levels.items())),
        articles=articles,
        year=document.frame.year,
        region=document.frame.region,
    )


def add_words(stats: Statistics, prepared: PreparedDocument, tokenizer: Tokenizer) -> Statistics:
    """Return the statistics with the document's words counted.

    Args:
        stats: The statistics so far.
        prepared: The document.
        tokenizer: The tokenizer.
    """
    if prepared.document.script == "hans":
        return _set_words(stats, words.count_words(prepared.shadow, tokenizer), {})
    counted: Counter[str] = Counter()
    forms: dict[str, str] = {}
    for position, word in words.locate_words(prepared.shadow, tokenizer):
        counted[word] += 1
        forms.setdefault(word, prepared.text[position : position + len(word)])
    return _set_words(stats, counted, {word: form for word, form in forms.items() if form != word})


def _set_words(stats: Statistics, counted: Mapping[str, int], forms: Mapping[str, str]) -> Statistics:
    return stats._replace(tokens=sum(counted.values()), types=len(counted), words=counted, forms=forms)


def add_domains(stats: Statistics, passages: Sequence[Passage], domains: Iterable[str]) -> Statistics:
    """Return the statistics with the passages and characters of each domain.

    Args:
        stats: The statistics so far.
        passages: The document's passages with their domains.
        domains: All domains; those without a passage are listed too.
    """
    sizes: dict[str | None, list[int]] = {domain: [0, 0] for domain in (*domains, None)}
    for passage in passages:
        size = sizes.setdefault(passage.domain, [0, 0])
        size[0] += 1
        size[1] += passage.span[1] - passage.span[0]
    return stats._replace(domains=_compute_shares(sizes))


def _compute_shares(sizes: Mapping[str | None, Sequence[int]]) -> dict[str | None, Share]:
    total = sum(size for _, size in sizes.values())
    return {
        domain: Share(count, size, size / total if total else 0.0) for domain, (count, size) in sizes.items()
    }


def add_targets(
    stats: Statistics, indicators: Sequence[Indicator], measures: Sequence[Measure]
) -> Statistics:
    """Return the statistics with the indicators counted by status, domain and year of the deadline, and the measures."""
    return stats._replace(
        indicators=dict(Counter(indicator.status for indicator in indicators)),
        targets=dict(Counter((indicator.domain, indicator.status) for indicator in indicators)),
        deadlines=dict(
            sorted(
                Counter(
                    indicator.date.end[:4]
                    for indicator in indicators
                    if indicator.status == "target" and indicator.date and indicator.date.end
                ).items()
            )
        ),
        measures=len(measures),
    )


def add_findings(stats: Statistics, findings: Sequence[Finding]) -> Statistics:
    """Return the statistics with the findings counted by severity; every place of a repeated finding counts."""
    counts: Counter[str] = Counter()
    for finding in findings:
        counts[finding.severity] += 1 + len(finding.also)
    return stats._replace(findings={severity: counts[severity] for severity in ("error", "warning", "info")})


def merge_statistics(texts: Iterable[Statistics]) -> Statistics:
    """Add up the statistics of several texts; shares are shares of the sums."""
    total = Statistics(files=0)
    for statistics in texts:
        total = add_statistics(total, statistics)
    return total


def add_statistics(total: Statistics, added: Statistics) -> Statistics:
    """Return a running total with the counts of one more text. It takes over the tables of the total before."""
    values = {name: getattr(total, name) + getattr(added, name) for name in _SUMMED_FIELDS}
    for name in _MERGED_TABLES:
        values[name] = _add_counts(getattr(total, name), getattr(added, name))
    if values["sections"]:
        values["sections"] = dict(sorted(values["sections"].items()))
    if values["deadlines"]:
        values["deadlines"] = dict(sorted(values["deadlines"].items()))
    counted = values["words"]
    values["tokens"] = None if counted is None else (total.tokens or 0) + (added.tokens or 0)
    values["forms"] = _add_forms(total, added)
    values["types"] = None if counted is None else len(counted)
    values["region"] = added.region if not total.files or total.region == added.region else None
    values["measures"] = None if added.measures is None else (total.measures or 0) + added.measures
    values["domains"] = total.domains
    if added.domains is not None:
        sizes = {
            domain: [share.passages, share.characters] for domain, share in (total.domains or {}).items()
        }
        for domain, share in added.domains.items():
            size = sizes.setdefault(domain, [0, 0])
            size[0] += share.passages
            size[1] += share.characters
        values["domains"] = _compute_shares(sizes)
    return Statistics(**values)


def _add_forms(total: Statistics, added: Statistics) -> Mapping[str, str] | None:
    """Add the spellings of a text to those of a total; a text in Simplified characters has none, and leaves none."""
    if not total.files:
        return dict(added.forms or {})
    if not total.forms or not added.forms:
        return {}
    forms = total.forms if isinstance(total.forms, dict) else dict(total.forms)
    for word, form in added.forms.items():
        forms.setdefault(word, form)
    return forms


def _add_counts(
    total: Mapping[object, int] | None, added: Mapping[object, int] | None
) -> Mapping[object, int] | None:
    """Add counts to a total, in place where it is already a counter, so that many texts are added in linear time."""
    if added is None:
        return total
    counter = total if isinstance(total, Counter) else Counter(total or {})
    counter.update(added)
    return counter
