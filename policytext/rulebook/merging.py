"""Merge packs into one list of rules; a later pack may override or disable rules, explicitly only."""

from collections.abc import Iterable, Sequence
from typing import Any

from policytext.errors import RuleError
from policytext.rulebook.compiler import Pack
from policytext.rulebook.domain_changes import extend_domains
from policytext.rulebook.domain_titles import resolve_examples
from policytext.rulebook.rule_types import Domain, ExtractRule, LintRule, Rule
from policytext.rulebook.suggestions import find_nearest_word

# Words that disable all rules of a kind.
KINDS: dict[str, type[LintRule] | type[Domain] | type[ExtractRule]] = {
    "lint": LintRule,
    "domains": Domain,
    "extract": ExtractRule,
}
_Combined = tuple[list[Rule], dict[str, Any], list[RuleError], list[RuleError]]


def merge_packs(packs: Sequence[Pack]) -> _Combined:
    """Return the rules, lists, faults and hints of all packs."""
    rules: dict[str, Rule] = {}
    lists: dict[str, Any] = {}
    faults: list[RuleError] = []
    hints: list[RuleError] = []
    for pack in packs:
        faults += pack.faults
        hints += pack.hints
        for name, line in pack.off:
            hints += _disable_rules(rules, name, pack.path, line)
        earlier = frozenset(rules)
        for rule in pack.rules:
            faults += _add_rule(rules, rule, rule.id in pack.overrides, earlier, hints)
        for name, words in pack.lists.items():
            lists[name] = _merge_lists(lists[name], words) if name in lists else words
    # Last, so that the order of the files does not matter.
    extend_domains(rules, [extension for pack in packs for extension in pack.extensions], faults, hints)
    resolve_examples(rules, faults, hints)
    order = {pack.path: number for number, pack in enumerate(packs)}
    for errors in (faults, hints):
        errors.sort(key=lambda error: (order.get(error.path, -1), error.line or 0))
    return list(rules.values()), lists, faults, hints


def _merge_lists(earlier: Any, later: Any) -> Any:
    """Merge a list of two packs: words are added, entries of a table replaced."""
    if isinstance(earlier, dict) and isinstance(later, dict):
        return earlier | later
    if isinstance(earlier, tuple) and isinstance(later, tuple):
        return (*earlier, *(word for word in later if word not in earlier))
    return later


def _add_rule(
    rules: dict[str, Rule], rule: Rule, overriding: bool, earlier: frozenset[str], hints: list[RuleError]
) -> Iterable[RuleError]:
    place = {"path": rule.origin.path, "line": rule.origin.line, "name": rule.id}
    existing = rules.get(rule.id)
    if existing is not None and not (overriding and rule.id in earlier):
        existing_place = f"{existing.origin.path}:{existing.origin.line}"
        code = "rule-same-domain" if isinstance(rule, Domain) else "rule-same-name"
        return [RuleError(code, other=existing_place, **place)]  # type: ignore[arg-type]
    if overriding and existing is None:
        hints.append(RuleError("rule-override-nothing", **place))  # type: ignore[arg-type]
    rules[rule.id] = rule
    return []


def _disable_rules(rules: dict[str, Rule], name: str, path: str, line: int) -> Iterable[RuleError]:
    """Disable the rule, family or kind of a name; yield a hint if there is none."""
    kind = KINDS.get(name)
    disabled = [
        rule.id
        for rule in rules.values()
        if name in (rule.id, *rule.aliases)
        or rule.id.startswith(name + "/")
        or (kind and isinstance(rule, kind))
    ]
    for rule_id in disabled:
        rules[rule_id] = rules[rule_id]._replace(enabled=False)
    if disabled:
        return []
    known_names = [*rules, *{rule_id.split("/")[0] for rule_id in rules if "/" in rule_id}]
    if guess := find_nearest_word(name, known_names):
        return [RuleError("rule-off-unknown-near", path=path, line=line, name=name, guess=guess)]
    return [RuleError("rule-off-unknown", path=path, line=line, name=name)]
