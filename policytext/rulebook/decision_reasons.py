"""Explain a decision about a domain: terms that longer ones hide, and scores that are too low.

>>> hits = [Hit("other", Span(0, 6), "城镇新增就业", weight=0), Hit("social", Span(2, 6), "新增就业", weight=3)]
>>> [(hidden.hit.text, hidden.by.text) for hidden in list_hidden_terms(hits, hits[:1])]
[('新增就业', '城镇新增就业')]
"""

from collections.abc import Iterator, Mapping, Sequence

from policytext.messages import Lang, say
from policytext.model.document import Span
from policytext.model.records import NamedTuple
from policytext.rulebook.decisions import THRESHOLD, Decision, Scheme
from policytext.rulebook.rule_types import Hit
from policytext.rulebook.rulebook import Rulebook

__all__ = ["HiddenTerm", "Reason", "Span", "explain_decision", "explain_hidden_terms", "list_hidden_terms"]


class HiddenTerm(NamedTuple):
    """A term that does not count, and the term that it is inside of or overlaps."""

    hit: Hit
    by: Hit


class Reason(NamedTuple):
    """The code and the values of a message."""

    code: str
    values: Mapping[str, object]

    def message(self, lang: Lang) -> str:
        """Return the reason as a message."""
        return say(self.code, lang, **self.values)


def list_hidden_terms(hits: Sequence[Hit], counted: Sequence[Hit]) -> list[HiddenTerm]:
    """Return the terms that do not count, each with the term that counts at its place."""
    kept = {(hit.rule, hit.span) for hit in counted}
    hidden: list[HiddenTerm] = []
    for hit in hits:
        if (hit.rule, hit.span) in kept:
            continue
        start, end = hit.span
        by = max(counted, key=lambda other: min(end, other.span[1]) - max(start, other.span[0]))
        hidden.append(HiddenTerm(hit, by))
    return hidden


def explain_hidden_terms(
    book: Rulebook, hits: Sequence[Hit], counted: Sequence[Hit], wanted: str = ""
) -> Iterator[Reason]:
    """Yield for each hidden term (of the `wanted` domain) what hides it, then what to do if it is another domain's."""
    remedies: dict[str, tuple[float, Reason]] = {}
    for hit, by in list_hidden_terms(hits, counted):
        if wanted and (hit.rule != wanted or by.rule == wanted):
            continue
        is_inside = by.span[0] <= hit.span[0] and hit.span[1] <= by.span[1]
        rule = book.find_rule(by.rule)
        values = {
            "value": hit.text,
            "name": hit.rule,
            "longer": by.text,
            "other": by.rule,
            "pack": rule.origin.pack if rule else "–",
            "source": book.patterns[by.pattern].source if by.pattern >= 0 else by.text,
        }
        yield Reason("why-hidden" if is_inside else "why-hidden-overlap", values)
        if by.rule != hit.rule and hit.weight > remedies.get(by.text, (0.0,))[0]:
            remedies[by.text] = hit.weight, Reason("why-remedy", values)
    yield from (remedy for _, remedy in remedies.values())


def explain_decision(scheme: Scheme, decision: Decision, wanted: str = "") -> Iterator[Reason]:
    """Yield why a domain with a score (the `wanted` one, or the best) is not the domain of the sentence."""
    scores = {name: score for name, score in decision.scores.items() if score > 0}
    best = max(scores.keys() - scheme.backgrounds, key=lambda name: (scores[name], name), default="")
    name = wanted or best
    if name not in scores or name in scheme.backgrounds or decision.domain == name:
        return
    score = scores[name]
    rival = max((other for other in scores if other != name), key=lambda other: scores[other], default="")
    values: dict[str, object] = {"name": name, "score": f"{score:g}", "other": rival}
    if rival and scores[rival] > score:
        yield Reason("why-lower", {**values, "most": f"{scores[rival]:g}"})
    elif score < scheme.alone[name]:
        # One weak term must not decide, so a lower threshold is no remedy for it.
        code = "why-threshold" if score >= THRESHOLD else "why-threshold-weak"
        yield Reason(code, {**values, "needed": f"{scheme.alone[name]:g}"})
    elif rival and scores[rival] == score:
        yield Reason("why-tied", values)
