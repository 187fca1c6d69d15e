"""Find domains by their names or titles, for `extends:` and for the examples of domains.

>>> list_domains({})
'–'
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from policytext.errors import RuleError
from policytext.rulebook.common_keys import SLUG
from policytext.rulebook.extensions import DomainExtension
from policytext.rulebook.rule_types import Domain, Example, Rule
from policytext.rulebook.schema import LocatedString
from policytext.rulebook.suggestions import find_nearest_word

# The least similarity of a name to the one that it was probably meant to be.
_ALIKE = 0.6


def list_domains(rules: Mapping[str, Rule]) -> str:
    """Return the names of all domains with their titles."""
    domains = [rule for rule in rules.values() if isinstance(rule, Domain)]
    return ", ".join(f"{domain.id} {domain.title}" for domain in domains) or "–"


def find_domain(rules: Mapping[str, Rule], name: str) -> Domain | None:
    """Return the domain of a name, or of a title that only one has; None if there is none."""
    if isinstance(rule := rules.get(name), Domain):
        return rule
    titled = [rule for rule in rules.values() if isinstance(rule, Domain) and rule.title == name]
    return titled[0] if len(titled) == 1 else None


def resolve_base(rules: Mapping[str, Rule], extension: DomainExtension) -> DomainExtension | RuleError:
    """Return the extension with the name of its domain, or the fault of an unknown one."""
    base = find_domain(rules, extension.base)
    if base is not None:
        name = LocatedString(base.id)
        name.line, name.plain = extension.base.line, extension.base.plain
        return extension._replace(base=name)
    guess = _guess(rules, extension.base)
    titles = [rule.title for rule in rules.values() if isinstance(rule, Domain)]
    code = "rule-extends-unknown-near" if guess else "rule-extends-unknown"
    if str(extension.base) in titles:
        code = "rule-extends-title-twice"
    values = {"name": str(extension.base), "guess": guess, "known": list_domains(rules)}
    return RuleError(code, path=extension.origin.path, line=extension.base.line, **values)


def resolve_examples(rules: dict[str, Rule], faults: list[RuleError], hints: list[RuleError]) -> None:
    """Replace titles in the examples of all domains by names; report what is no domain.

    A name in the form of an id may be that of a pack that is not loaded, so that is only a hint.
    """
    for rule in list(rules.values()):
        if isinstance(rule, Domain) and any(not _is_known(rules, example) for example in rule.examples):
            rules[rule.id] = rule._replace(examples=_resolve(rules, rule, faults, hints))


def _is_known(rules: Mapping[str, Rule], example: Example) -> bool:
    return example.want == "none" or isinstance(rules.get(example.want), Domain)


def _resolve(
    rules: Mapping[str, Rule], rule: Domain, faults: list[RuleError], hints: list[RuleError]
) -> tuple[Example, ...]:
    kept: list[Example] = []
    for example in rule.examples:
        if _is_known(rules, example):
            kept.append(example)
        elif domain := find_domain(rules, example.want):
            kept.append(example._replace(want="none" if domain.background else domain.id))
        else:
            is_id = re.fullmatch(SLUG, example.want) is not None
            guess = _guess(rules, example.want)
            kept += [example] if is_id else []
            code = "rule-example-unknown-near" if guess else "rule-example-unknown"
            values = {"value": example.want, "guess": guess, "known": list_domains(rules)}
            place = {"path": example.path or rule.origin.path, "line": example.line}
            if guess or not is_id:
                (hints if is_id else faults).append(RuleError(code, **place, **values))  # type: ignore[arg-type]
    return tuple(kept)


def _guess(rules: Mapping[str, Rule], name: str) -> str:
    domains: Sequence[Domain] = [rule for rule in rules.values() if isinstance(rule, Domain)]
    known: Iterable[str] = [text for domain in domains for text in (domain.id, domain.title)]
    return find_nearest_word(name, known, _ALIKE) or ""
