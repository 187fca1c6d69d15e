"""Cards of rules: the definition of a rule of a pack or of a check as one record, and as text for people."""

from collections.abc import Iterable
from typing import Any

from policytext.linter.checks import Check
from policytext.messages import Lang, say
from policytext.rulebook.rule_types import Domain, Example, LintRule, Pattern, Rule
from policytext.rulebook.templates import fill_template

Card = dict[str, Any]


def make_card(rule: Rule) -> Card:
    """Make the card of a rule of a pack; keys without a value are left out."""
    card: Card = {"id": rule.id, "kind": get_kind(rule), "title": rule.title, "enabled": rule.enabled}
    if isinstance(rule, LintRule):
        card |= _describe_lint_rule(rule)
    elif isinstance(rule, Domain):
        card |= _describe_domain(rule)
    else:
        card |= {"finds": [pattern.source for pattern in rule.finder.patterns], "gives": dict(rule.give)}
    card |= {
        "in": list(rule.finder.places),
        "unless": list(dict.fromkeys(pattern.source for pattern in rule.finder.unless)),
        "examples": [format_example(example) for example in rule.examples],
        "aliases": list(rule.aliases),
        "pack": rule.origin.pack,
        "origin": f"{rule.origin.path}:{rule.origin.line}",
    }
    return _drop_empty(card)


def _describe_lint_rule(rule: LintRule) -> Card:
    return {
        "severity": rule.severity,
        "confidence": rule.confidence,
        "fix": _get_safety(rule),
        "profiles": list(rule.profiles),
        "finds": list(dict.fromkeys(_format_pattern(pattern) for pattern in rule.finder.patterns)),
        "message": rule.message,
        "why": rule.why,
        "basis": rule.source,
        "record": rule.record,
    }


def _describe_domain(domain: Domain) -> Card:
    topics = [
        {
            "id": topic.id,
            "title": topic.title,
            "description": topic.description,
            "terms": _group_terms(domain.finder.patterns, topic.id),
        }
        for topic in domain.topics
    ]
    return {
        "description": domain.description,
        "threshold": domain.threshold,
        "terms": _group_terms(domain.finder.patterns, ""),
        "topics": topics,
        "extended": [f"{one.path}:{one.line}" for one in domain.extensions],
    }


def _drop_empty(card: Card) -> Card:
    return {key: value for key, value in card.items() if value not in ("", None, [], {})}


def make_check_card(check: Check, lang: Lang) -> Card:
    """Make the card of a check in Python; keys without a value are left out."""
    rule = check.rule
    zh = lang == "zh"
    card: Card = {
        "id": rule.id,
        "kind": "check",
        "title": rule.title.zh if zh else rule.title.en,
        "enabled": rule.enabled,
        "severity": rule.severity,
        "confidence": rule.confidence,
        "profiles": list(rule.profiles),
        "why": rule.why.zh if zh else rule.why.en,
        "basis": rule.basis,
        "record": rule.record,
        "examples": [*rule.hits, *rule.silent],
        "origin": check.check.__module__,
    }
    return _drop_empty(card)


def get_kind(rule: Rule) -> str:
    """Return the kind of a rule: the key of its list in a pack."""
    return "lint" if isinstance(rule, LintRule) else "domain" if isinstance(rule, Domain) else "extract"


def _get_safety(rule: LintRule) -> str:
    if all(pattern.fix is None for pattern in rule.finder.patterns):
        return ""
    return "safe" if rule.safe else "unsafe"


def _format_pattern(pattern: Pattern) -> str:
    if pattern.fix is None:
        return pattern.source
    # The fix of a literal refers to matched characters by number, that of a regex to captures by name.
    fix = pattern.fix if pattern.regex else fill_template(pattern.fix, pattern.source, "", ())
    return f"{pattern.source} → {fix}"


def _group_terms(patterns: Iterable[Pattern], topic: str) -> dict[str, list[str]]:
    """Group the terms of a topic by weight, the heaviest first."""
    tiers: dict[float, list[str]] = {}
    for pattern in patterns:
        if pattern.topic == topic and pattern.source not in tiers.setdefault(pattern.weight, []):
            tiers[pattern.weight].append(pattern.source)
    return {f"{weight:g}": tiers[weight] for weight in sorted(tiers, reverse=True)}


def format_example(example: Example) -> str:
    """Format an example as it is written in a pack."""
    if example.want:
        return f"{example.text} => {example.want}"
    if example.captures:
        return f"{example.text} => {', '.join(f'{name}: {value}' for name, value in example.captures)}"
    text = example.text
    for (start, end), fix in reversed(example.marks):
        replacement = "" if fix is None else f"=>{fix}"
        text = f"{text[:start]}<<{text[start:end]}{replacement}>>{text[end:]}"
    return text


def format_card(card: Card, lang: Lang) -> Iterable[str]:
    """Format a card for people: a line for each key, lists indented below it."""
    yield f"{card['id']}  {card['title']}"
    for key, value in card.items():
        if key in ("id", "title"):
            continue
        name = say(f"card-{key}", lang)
        if isinstance(value, bool):
            if not value:
                yield say("card-off", lang)
        elif key == "topics":
            yield f"{name}:"
            for topic in value:
                about = f"  {topic['description']}" if topic["description"] else ""
                yield f"  {topic['id']}  {topic['title']}{about}"
                yield from (f"    {weight}: {'、'.join(terms)}" for weight, terms in topic["terms"].items())
        elif isinstance(value, dict):
            yield f"{name}:"
            yield from (
                f"  {entry}: {'、'.join(words) if isinstance(words, list) else words}"
                for entry, words in value.items()
            )
        elif isinstance(value, list):
            yield f"{name}:"
            yield from (f"  {item}" for item in value)
        else:
            yield f"{name}: {value}"
