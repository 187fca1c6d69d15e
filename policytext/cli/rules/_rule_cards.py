"""Everything that is known of a rule, from where it is defined: the same card for packs and for checks."""

from collections.abc import Iterable
from typing import Any

from policytext.linter.checks import Check
from policytext.messages import Lang, say
from policytext.rulebook.matcher import fill_template
from policytext.rulebook.rule_types import Domain, Example, LintRule, Pattern, Rule

Card = dict[str, Any]


def make_card(rule: Rule) -> Card:
    """A rule of a pack; keys without a value are left out."""
    origin = f"{rule.origin.path}:{rule.origin.line}"
    found: Card = {"id": rule.id, "kind": get_kind(rule), "title": rule.title, "enabled": rule.enabled}
    if isinstance(rule, LintRule):
        found |= {
            "severity": rule.severity,
            "confidence": rule.confidence,
            "fix": _get_safety(rule),
            "profiles": list(rule.profiles),
            "finds": list(dict.fromkeys(_format_pattern(one) for one in rule.finder.patterns)),
            "message": rule.message,
            "why": rule.why,
            "basis": rule.source,
            "record": rule.record,
        }
    elif isinstance(rule, Domain):
        found |= {
            "description": rule.description,
            "threshold": rule.threshold,
            "terms": _group_terms(rule.finder.patterns, ""),
            "topics": [
                {
                    "id": topic.id,
                    "title": topic.title,
                    "description": topic.description,
                    "terms": _group_terms(rule.finder.patterns, topic.id),
                }
                for topic in rule.topics
            ],
        }
    else:
        found |= {"finds": [one.source for one in rule.finder.patterns], "gives": dict(rule.give)}
    found |= {
        "in": list(rule.finder.places),
        "unless": list(dict.fromkeys(one.source for one in rule.finder.unless)),
        "examples": [format_example(one) for one in rule.examples],
        "aliases": list(rule.aliases),
        "pack": rule.origin.pack,
        "origin": origin,
    }
    return {key: value for key, value in found.items() if value not in ("", None, [], {})}


def make_check_card(check: Check, lang: Lang) -> Card:
    """A check written as code."""
    rule = check.rule
    zh = lang == "zh"
    found: Card = {
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
    return {key: value for key, value in found.items() if value not in ("", None, [], {})}


def get_kind(rule: Rule) -> str:
    """The key of the list in a pack where such rules stand."""
    return "lint" if isinstance(rule, LintRule) else "domain" if isinstance(rule, Domain) else "extract"


def _get_safety(rule: LintRule) -> str:
    if all(pattern.fix is None for pattern in rule.finder.patterns):
        return ""
    return "safe" if rule.safe else "unsafe"


def _format_pattern(pattern: Pattern) -> str:
    if pattern.fix is None:
        return pattern.source
    # A literal's fix keeps characters of what was found by their number; a regex's names captures.
    mended = pattern.fix if pattern.regex else fill_template(pattern.fix, pattern.source, "", ())
    return f"{pattern.source} → {mended}"


def _group_terms(patterns: Iterable[Pattern], topic: str) -> dict[str, list[str]]:
    """Terms by weight, the heaviest first."""
    tiers: dict[float, list[str]] = {}
    for pattern in patterns:
        if pattern.topic == topic and pattern.source not in tiers.setdefault(pattern.weight, []):
            tiers[pattern.weight].append(pattern.source)
    return {f"{weight:g}": tiers[weight] for weight in sorted(tiers, reverse=True)}


def format_example(example: Example) -> str:
    """An example as it is written in a pack."""
    if example.want:
        return f"{example.text} => {example.want}"
    if example.captures:
        return f"{example.text} => {', '.join(f'{name}: {value}' for name, value in example.captures)}"
    text = example.text
    for (start, end), fix in reversed(example.marks):
        mended = "" if fix is None else f"=>{fix}"
        text = f"{text[:start]}<<{text[start:end]}{mended}>>{text[end:]}"
    return text


def format_card(found: Card, lang: Lang) -> Iterable[str]:
    """A card for people: a line for each fact, lists indented below their name."""
    yield f"{found['id']}  {found['title']}"
    for key, value in found.items():
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
                f"  {one}: {'、'.join(words) if isinstance(words, list) else words}"
                for one, words in value.items()
            )
        elif isinstance(value, list):
            yield f"{name}:"
            yield from (f"  {one}" for one in value)
        else:
            yield f"{name}: {value}"
