"""``policytext rules try``: the rules that match a sentence, and the conditions that stopped others."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from policytext.cli import rule_packs
from policytext.cli.rules._shared import SelectedRules, finish, select_rules, write, write_lines
from policytext.cli.settings import Settings
from policytext.extractor.extractions import extract_captures
from policytext.messages import say
from policytext.rulebook.decision_reasons import explain_decision, explain_hidden_terms
from policytext.rulebook.decisions import Decision, decide_domain, make_scheme
from policytext.rulebook.explanations import MissedRule, explain_misses
from policytext.rulebook.matcher import make_subject, match
from policytext.rulebook.patterns import is_regex
from policytext.rulebook.rule_types import Hit
from policytext.rulebook.rulebook import Rulebook

#: The captures of each statement, by the rules that extract.
_Captures = dict[str, list[dict[str, str]]]


def try_(settings: Settings) -> None:
    """Show the rules that match, with spans and fixes, the decided domain, and the rules that almost match."""
    found = select_rules(settings)
    book, text = found.book, settings.text("text") or ""
    subject = make_subject(text)
    selected = frozenset(name for number, name in enumerate(book.ids) if found.is_selected(number))
    hits = list(
        match(book, subject, selected & {n for n, on in zip(book.ids, book.enabled, strict=True) if on})
    )
    scheme = make_scheme(book)
    decision = decide_domain(scheme, [hit for hit in hits if hit.rule in scheme.thresholds])
    misses = tuple(
        miss
        for miss in explain_misses(book, subject, selected - {hit.rule for hit in hits})
        if _is_useful(miss, book, rule_packs.list_paths(settings))
    )
    found_captures = _find_captures(text, hits, book)
    if settings.format == "json":
        write(settings, [_format_json(hits, decision, misses, found_captures, found)])
    else:
        write_lines(settings, _format_lines(text, hits, decision, misses, found_captures, found))
    finish(found, 0, "")


def _is_useful(miss: MissedRule, book: Rulebook, own: Iterable[str]) -> bool:
    """Return whether a reason helps: a digit of a built-in regular expression is in nearly every sentence."""
    if miss.code != "miss-part" or not is_regex(str(miss.values["wanted"])):
        return True
    rule = book.find_rule(miss.rule)
    return rule is not None and any(Path(rule.origin.path).is_relative_to(path) for path in own)


def _find_captures(text: str, hits: list[Hit], book: Rulebook) -> _Captures:
    """Return the captures of the extract rules that hit, without those that are not of their types."""
    extracting = {rule.id for rule in book.extract_rules}
    names = [rule for rule in dict.fromkeys(hit.rule for hit in hits) if rule in extracting]
    return {name: extract_captures(text, name, book) for name in names}


def _format_lines(
    text: str,
    hits: list[Hit],
    decision: Decision,
    misses: tuple[MissedRule, ...],
    captured: _Captures,
    found: SelectedRules,
) -> Iterator[str]:
    lang, book = found.settings.lang, found.book
    domain_hits = [hit for hit in hits if book.of_domain[book.names[hit.rule]]]
    for hit in hits:
        start, end = hit.span
        fix = "" if hit.fix is None else f"=>{hit.fix}"
        marked = f"{text[:start]}<<{hit.text}{fix}>>{text[end:]}"
        weight = f" {hit.weight:g}" if hit in domain_hits else ""
        yield f"{hit.rule}{weight}  {marked}"
    for name, statements in captured.items():
        for captures in statements:
            listed = "  ".join(f"{key}={value}" for key, value in captures.items())
            yield say("try-captures", lang, name=name, captures=listed)
        if not statements:
            yield say("try-no-captures", lang, name=name)
    for reason in explain_hidden_terms(book, domain_hits, decision.hits):
        # The remedy once, where the sentence has no domain; many terms are rightly hidden.
        if reason.code != "why-remedy" or decision.domain is None:
            yield reason.message(lang)
    if decision.scores:
        scores = ", ".join(f"{name} {score:g}" for name, score in decision.scores.items())
        domain = decision.domain or say("no-domain", lang)
        yield say("try-domain", lang, domain=domain, scores=scores)
        for reason in explain_decision(make_scheme(book), decision) if decision.domain is None else ():
            yield say("try-undecided", lang, reason=reason.message(lang))
    for miss in misses:
        yield say("try-miss", lang, name=miss.rule, reason=miss.message(lang))
    if not hits and not misses:
        yield say("try-nothing", lang)


def _format_json(
    hits: list[Hit],
    decision: Decision,
    misses: tuple[MissedRule, ...],
    captured: _Captures,
    found: SelectedRules,
) -> str:
    from json import dumps

    shown: dict[str, Any] = {
        "hits": [
            {"rule": hit.rule, "start": hit.span[0], "end": hit.span[1], "text": hit.text, "fix": hit.fix}
            for hit in hits
        ],
        "captures": captured,
        "domain": decision.domain,
        "scores": decision.scores,
        "misses": [
            {"rule": miss.rule, "code": miss.code, "reason": miss.message(found.settings.lang)}
            for miss in misses
        ],
    }
    return f"{dumps(shown, ensure_ascii=False, indent=2)}\n"
