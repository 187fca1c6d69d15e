"""``policytext rules try``: the rules that match a sentence, and the conditions that stopped others."""

from collections.abc import Iterator
from typing import Any

from policytext.cli.rules._shared import SelectedRules, finish, select_rules, write, write_lines
from policytext.cli.settings import Settings
from policytext.messages import say
from policytext.rulebook.decisions import Decision, decide_domain, make_scheme
from policytext.rulebook.explanations import MissedRule, explain_misses
from policytext.rulebook.matcher import make_subject, match
from policytext.rulebook.rule_types import Hit


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
    misses = explain_misses(book, subject, selected - {hit.rule for hit in hits})
    if settings.format == "json":
        write(settings, [_format_json(hits, decision, misses, found)])
    else:
        write_lines(settings, _format_lines(text, hits, decision, misses, found))
    finish(found, 0, "")


def _format_lines(
    text: str, hits: list[Hit], decision: Decision, misses: tuple[MissedRule, ...], found: SelectedRules
) -> Iterator[str]:
    lang, book = found.settings.lang, found.book
    domain_hits = [hit for hit in hits if book.of_domain[book.names[hit.rule]]]
    for hit in hits:
        start, end = hit.span
        fix = "" if hit.fix is None else f"=>{hit.fix}"
        marked = f"{text[:start]}<<{hit.text}{fix}>>{text[end:]}"
        weight = f" {hit.weight:g}" if hit in domain_hits else ""
        yield f"{hit.rule}{weight}  {marked}"
    for hit in domain_hits:
        if hit not in decision.hits:
            yield say("try-hidden", lang, value=hit.text, name=hit.rule)
    if decision.scores:
        scores = ", ".join(f"{name} {score:g}" for name, score in decision.scores.items())
        domain = decision.domain or say("no-domain", lang)
        yield say("try-domain", lang, domain=domain, scores=scores)
    for miss in misses:
        yield say("try-miss", lang, name=miss.rule, reason=miss.message(lang))
    if not hits and not misses:
        yield say("try-nothing", lang)


def _format_json(
    hits: list[Hit], decision: Decision, misses: tuple[MissedRule, ...], found: SelectedRules
) -> str:
    from json import dumps

    shown: dict[str, Any] = {
        "hits": [
            {"rule": hit.rule, "start": hit.span[0], "end": hit.span[1], "text": hit.text, "fix": hit.fix}
            for hit in hits
        ],
        "domain": decision.domain,
        "scores": decision.scores,
        "misses": [
            {"rule": miss.rule, "code": miss.code, "reason": miss.message(found.settings.lang)}
            for miss in misses
        ],
    }
    return f"{dumps(shown, ensure_ascii=False, indent=2)}\n"
