"""Run the lint rules of the packs and the checks over one document.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> prepared = PreparedDocument(parse(Source(text="自2021年2月30日起施行。")))
>>> [(finding.rule, finding.text) for finding in find_findings(prepared, load_rules()[0])]
[('date/impossible', '2021年2月30日')]
"""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from policytext.linter import checks, regions
from policytext.linter.checks import Check, Problem
from policytext.linter.deduplication import add_fingerprints, drop_duplicates
from policytext.linter.quoting import quote_words
from policytext.linter.safety import limit_safety
from policytext.linter.table_findings import drop_between_cells
from policytext.model.annotations import Edit, Finding, Fix, Message, Safety
from policytext.rulebook.matcher import Subject, format_message, match
from policytext.rulebook.rule_types import Hit, LintRule, Pattern
from policytext.rulebook.rulebook import Rulebook
from policytext.text.edits import exclude_markup
from policytext.text.prepared import PreparedDocument

#: More hits than this of one rule on the same words with the same fix are one repeated finding.
MOST_SINGLE_FINDINGS = 5


def find_findings(
    prepared: PreparedDocument,
    book: Rulebook,
    only: Collection[str] | None = None,
    profile: str | None = None,
) -> tuple[Finding, ...]:
    """Find the likely mistakes in a document, in reading order.

    Args:
        prepared: the document.
        book: the rules.
        only: the names of the rules and checks to run; all enabled ones if None.
        profile: the standards to apply; those of the document if None.
    """
    standard = profile or prepared.document.profile
    findings = [*_run_rules(prepared, book, only, profile), *_run_checks(prepared, only, profile)]
    findings = list(regions.adapt_fixes(findings, regions.is_regional(prepared.document, profile)))
    findings = list(limit_safety(findings, prepared.text, standard))
    if findings and prepared.document.tables:
        findings = list(drop_between_cells(findings, prepared))
    if findings and prepared.document.source.medium == "markdown":
        from policytext.text.markdown_spans import read_markdown

        markdown = read_markdown(prepared.text)
        findings = list(exclude_markup(findings, prepared.text, markdown.markup, markdown.wrapped))
    findings = list(add_fingerprints(drop_duplicates(findings, prepared.text), prepared))
    return tuple(sorted(map(quote_words, findings), key=lambda finding: (finding.span, finding.rule)))


def _run_rules(
    prepared: PreparedDocument, book: Rulebook, only: Collection[str] | None, profile: str | None
) -> Iterator[Finding]:
    """Yield the findings of the rules in YAML; many hits on the same words are one finding."""
    document = prepared.document
    standard = profile or document.profile
    selected = _select_for_profile(book, None if only is None else frozenset(only), standard)
    rules = {name: rule for name, rule in selected.items() if regions.applies_to(rule, document, profile)}
    if not rules:
        return
    regional = standard != "mainland" or regions.is_undecided(document, profile)
    # Sentences split at punctuation are precise enough here, and found three times as fast.
    subject = Subject(prepared.text, prepared.shadow, None, prepared.roles_at, regional)
    groups: dict[tuple[str, str, str | None], list[Hit]] = {}
    hits = match(book, subject, frozenset(rules))
    for hit in regions.drop_intended_hits(hits, prepared, standard, regions.CONVERSION_RULES):
        groups.setdefault((hit.rule, hit.text, hit.fix), []).append(hit)
    for (name, _, _), group in groups.items():
        exact = _is_exact(book.patterns[group[0].pattern])
        for same_words in [group] if len(group) > MOST_SINGLE_FINDINGS else [[hit] for hit in group]:
            yield _make_rule_finding(rules[name], same_words, prepared, exact)


def _is_exact(pattern: Pattern) -> bool:
    """Return whether a pattern is written for one script, and its fix too."""
    return pattern.exact or any("\u3400" <= character <= "\u9fff" for _, character in pattern.checks)


@lru_cache(maxsize=32)
def _select_for_profile(book: Rulebook, only: frozenset[str] | None, profile: str) -> dict[str, LintRule]:
    """Return the selected rules of a profile by name; cached for all its documents."""
    return {
        rule.id: rule
        for rule in book.lint_rules
        if (book.enabled[book.names[rule.id]] if only is None else rule.id in only)
        and (not rule.profiles or profile in rule.profiles)
    }


def _make_rule_finding(
    rule: LintRule, hits: Sequence[Hit], prepared: PreparedDocument, exact: bool
) -> Finding:
    """Make one finding of hits on the same words."""
    first_hit = hits[0]
    fix = None
    if first_hit.fix is not None:
        replacement = first_hit.fix if exact else _to_document_script(first_hit.fix, first_hit, prepared)
        first_hit = first_hit._replace(fix=replacement)
        safety: Safety = "safe" if rule.safe else "unsafe"
        fix = Fix(safety, tuple([Edit(hit.span, replacement) for hit in hits]))
    words = format_message(rule, first_hit, prepared.text)
    english = rule.title_en if rule.title_en and not rule.message else words
    return Finding(
        rule=rule.id,
        severity=rule.severity,  # type: ignore[arg-type]  # the rule file allows no other value
        confidence=rule.confidence,
        message=Message(words, english),
        basis=rule.source or None,
        span=first_hit.span,
        text=first_hit.text,
        also=tuple([hit.span for hit in hits[1:]]),
        fix=fix,
    )


def _to_document_script(fix: str, hit: Hit, prepared: PreparedDocument) -> str:
    """Return a fix in the script of the document; rules are written in Simplified characters."""
    if prepared.document.script != "hant" or fix == hit.text:
        return fix
    from policytext.text.script import to_traditional

    # Characters that the fix keeps stay as they are written.
    unchanged = dict(zip(prepared.shadow[slice(*hit.span)], hit.text, strict=True))
    if all(letter in unchanged or letter in hit.text for letter in fix):
        return "".join([unchanged.get(letter, letter) for letter in fix])
    return to_traditional(fix)


def _run_checks(
    prepared: PreparedDocument, only: Collection[str] | None, profile: str | None
) -> Iterator[Finding]:
    """Yield the findings of the checks."""
    standard = profile or prepared.document.profile
    for check in checks.load_checks():
        rule = check.rule
        if (
            (rule.enabled if only is None else rule.id in only)
            and standard in rule.profiles
            and regions.applies_to(rule, prepared.document, profile)
        ):
            yield from (_make_check_finding(check, problem, prepared) for problem in check.check(prepared))


def _make_check_finding(check: Check, problem: Problem, prepared: PreparedDocument) -> Finding:
    """Make a finding of a problem that a check reports."""
    rule, fix = check.rule, problem.fix
    edits = (Edit(problem.span, fix),) if isinstance(fix, str) else fix
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        confidence=rule.confidence if problem.confidence is None else problem.confidence,
        message=problem.message or rule.title,
        basis=rule.basis,
        span=problem.span,
        text=prepared.text[problem.span[0] : problem.span[1]],
        also=problem.also,
        fix=None if edits is None else Fix(problem.safety, edits),
    )
