"""Write a domain as a pack that can be read back, with the changes of all packs.

>>> quote("养老服务"), quote("教育、医疗"), quote("“一老一小”"), quote("a: b"), quote("- x")
('养老服务', '"教育、医疗"', '"“一老一小”"', '"a: b"', '"- x"')
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from json import dumps

from policytext.errors import RuleError
from policytext.rulebook.patterns import build_patterns
from policytext.rulebook.rule_types import Domain, Pattern, Topic
from policytext.rulebook.schema import LocatedString
from policytext.text.display import count_cells
from policytext.text.lazy_patterns import LazyPattern

# Text that YAML reads as typed, and in which the reader finds nothing to hint at.
_PLAIN = LazyPattern(r"[^\W_](?:[\w+…（）《》·./-]*\w)?")
_WIDTH = 100


def quote(text: str) -> str:
    """Return a text as it is written in a rule file: in quotation marks where YAML needs them."""
    return text if all(map(_PLAIN.fullmatch, text.split(" | "))) else dumps(text, ensure_ascii=False)


def write_domain(domain: Domain, note: str = "") -> Iterator[str]:
    """Yield the lines of a pack with the domain; `note` is a comment at its top."""
    patterns = domain.finder.patterns
    if note:
        yield f"# {note}"
    yield "policytext: 1"
    yield f"pack: {domain.id}-effective"
    if domain.slots:
        yield "slots:"
    for name, words in domain.slots:
        yield from _write_words(f"  {name}", words)
    yield "domains:"
    yield f"  - id: {domain.id}"
    yield "    override: yes"
    yield f"    title: {quote(domain.title)}"
    yield f"    description: {quote(domain.description)}"
    if domain.threshold is not None:
        yield f"    threshold: {domain.threshold:g}"
    if domain.background:
        yield "    background: yes"
    if any(pattern.checks for pattern in patterns):
        yield "    script: exact"
    for key, words in (("aliases", domain.aliases), ("in", domain.finder.places)):
        if words:
            yield from _write_words(f"    {key}", words)
    if any(not pattern.topic for pattern in patterns):
        yield "    terms:"
        yield from _write_terms(patterns, "", "      ")
    yield from _write_topics(domain.topics, patterns)
    yield from _write_conditions(domain)
    yield "    tests:"
    for example in domain.examples:
        yield f"      - {quote(f'{example.text} => {example.want}')}"


def _write_topics(topics: Iterable[Topic], patterns: Sequence[Pattern]) -> Iterator[str]:
    used = {pattern.topic for pattern in patterns}
    written = [topic for topic in topics if topic.id in used]
    if written:
        yield "    topics:"
    for topic in written:
        yield f"      - id: {topic.id}"
        yield f"        title: {quote(topic.title)}"
        if topic.description:
            yield f"        description: {quote(topic.description)}"
        yield "        terms:"
        yield from _write_terms(patterns, topic.id, "          ")


def _write_terms(patterns: Iterable[Pattern], topic: str, indent: str) -> Iterator[str]:
    """Yield the terms of a topic by weight, the heaviest first."""
    tiers: dict[float, dict[str, None]] = {}
    for pattern in patterns:
        if pattern.topic == topic:
            tiers.setdefault(pattern.weight, {})[_write_source(pattern)] = None
    for weight in sorted(tiers, reverse=True):
        yield from _write_words(f"{indent}{weight:g}", list(tiers[weight]))


def _write_source(pattern: Pattern) -> str:
    """Return the pattern as it is written, or its texts where that needs the slots of its pack."""
    if pattern.regex:
        return pattern.source
    source = LocatedString(pattern.source)
    source.line, source.plain = pattern.line, False
    script = "exact" if pattern.checks else None
    try:
        built = build_patterns(source, {}, script=script, fix=None, match_unchanged=False)
    except RuleError:
        built = []
    if {literal for one in built for literal in one.literals} >= {*pattern.literals}:
        return pattern.source
    return " | ".join(pattern.literals)


def _write_conditions(domain: Domain) -> Iterator[str]:
    for inside, key in ((True, "inside"), (False, "sentence")):
        sources = list(dict.fromkeys(one.source for one in domain.finder.unless if one.inside is inside))
        if sources:
            if inside or all(not one.inside for one in domain.finder.unless):
                yield "    unless:"
            yield from _write_words(f"      {key}", sources)


def _write_words(key: str, words: Sequence[str]) -> Iterator[str]:
    """Yield a list in brackets, folded to the width of a page."""
    quoted = [quote(word) for word in words]
    line = f"{key}: [{', '.join(quoted)}]"
    if count_cells(line) <= _WIDTH:
        yield line
        return
    yield f"{key}:"
    indent = re.match(" *", key)[0] + "  "  # type: ignore[index]
    line = f"{indent}["
    for number, word in enumerate(quoted):
        piece = word + ("]" if number == len(quoted) - 1 else ",")
        if count_cells(f"{line} {piece}") > _WIDTH and line.strip() != "[":
            yield line
            line = f"{indent} {piece}"
        else:
            line += piece if line.endswith("[") else f" {piece}"
    yield line
