"""Findings: the rules of the packs and the checks over one document, each place told of once.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> prepared = PreparedDocument(parse(Source(text="自2021年2月30日起施行。")))
>>> [(finding.rule, finding.text) for finding in find_findings(prepared, load_rules()[0])]
[('date/impossible', '2021年2月30日')]
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from policytext.digests import blake2b
from policytext.errors import ConfigError
from policytext.linter import checks, regions
from policytext.linter.checks import Check, Problem
from policytext.model.annotations import Edit, Finding, Fix, Message, Safety, Severity
from policytext.model.document import Span
from policytext.rulebook.matcher import Subject, match, message
from policytext.rulebook.rule_types import Hit, LintRule, Pattern
from policytext.rulebook.rulebook import Rulebook
from policytext.text.edits import exclude_markup
from policytext.text.lazy_patterns import compile_pattern
from policytext.text.prepared import PreparedDocument

#: The same words hit by the same rule more often than this are one finding.
STORM = 5
_STOP = compile_pattern("[。！？；\r\n]")
_NEAR = 40  # characters of context that a fingerprint looks at
#: Two findings whose places overlap say the same thing if neither is longer than this, in characters.
_SHORT = 12
_RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


def find_findings(
    prepared: PreparedDocument,
    book: Rulebook,
    only: Collection[str] | None = None,
    profile: str | None = None,
) -> tuple[Finding, ...]:
    """Everything that is wrong in a document, in reading order.

    Args:
        prepared: the document.
        book: the rules.
        only: the names of the rules and checks that run; without it all that are not off.
        profile: whose standards to judge by; the document's own without it.
    """
    whose = profile or prepared.document.profile
    found = [*_by_rules(prepared, book, only, profile), *_by_checks(prepared, only, whose)]
    found = list(regions.proposed(found, regions.is_regional(prepared.document, profile)))
    if found and prepared.document.source.medium == "markdown":
        from policytext.text.markdown_spans import find_markup

        found = list(exclude_markup(found, prepared.text, *find_markup(prepared.text)))
    told = _signed(_told_once(found, prepared), prepared)
    return tuple(sorted(told, key=lambda finding: (finding.span, finding.rule)))


def rule_names(book: Rulebook) -> tuple[str, ...]:
    """The names of all lint rules and checks, whether they run by default or not."""
    return (*(rule.id for rule in book.lint_rules), *(check.rule.id for check in checks.load_checks()))


#: The check that is asked for by saying how many false alarms are bearable.
BY_RATE = "typo/unlikely-character"


def select_rules(
    book: Rulebook, select: Iterable[str], ignore: Iterable[str], rate: float | None = None
) -> frozenset[str]:
    """The rules and checks that run.

    Args:
        book: the rules.
        select: names or families; all that are not off where there are none.
        ignore: names or families.
        rate: how many false alarms in 10,000 characters are bearable; None where nobody has said.
    """
    running = {rule.id for rule in book.lint_rules if book.enabled[book.names[rule.id]]}
    running |= {check.rule.id for check in checks.load_checks() if check.rule.enabled}
    known = rule_names(book)
    wanted = list(select)
    if wanted:
        # A family selects what is on in it; a name also what is off.
        running = {name for name in running if name.partition("/")[0] in wanted} | {
            name for name in known if name in wanted or name in _named(book, wanted)
        }
    if rate is not None:
        running.add(BY_RATE)
    dropped = list(ignore)
    return frozenset(
        name
        for name in running
        if name not in dropped and name.partition("/")[0] not in dropped and name not in _named(book, dropped)
    )


def require_packages(only: Collection[str]) -> None:
    """See to it that the checks that are to run can.

    Raises:
        ConfigError: a package that one of them needs is missing.
    """
    for check in checks.load_checks():
        package = (
            checks.find_missing_package(check.rule) if check.rule.id in only and check.rule.needs else None
        )
        if package is not None:
            rule = check.rule
            raise ConfigError("check-needs-extra", name=package, rule=rule.id, extra=rule.extra)


def _named(book: Rulebook, names: Iterable[str]) -> frozenset[str]:
    """The rules that go by old names."""
    return frozenset(book.ids[book.names[name]] for name in names if name in book.names)


def _by_rules(
    prepared: PreparedDocument, book: Rulebook, only: Collection[str] | None, profile: str | None
) -> Iterator[Finding]:
    document = prepared.document
    whose = profile or document.profile
    running = _running(book, None if only is None else frozenset(only), whose)
    rules = {name: rule for name, rule in running.items() if regions.applies(rule, document, profile)}
    if not rules:
        return
    # Sentences by their stops are enough here, and three times as quickly found.
    subject = Subject(prepared.text, prepared.shadow, None, prepared.roles_at)
    groups: dict[tuple[str, str, str | None], list[Hit]] = {}
    hits = match(book, subject, frozenset(rules))
    for hit in regions.standing(hits, prepared, whose, regions.CONVERSION):
        groups.setdefault((hit.rule, hit.text, hit.fix), []).append(hit)
    for (name, _, _), alike in groups.items():
        exact = _is_exact(book.patterns[alike[0].pattern])
        for some in [alike] if len(alike) > STORM else [[hit] for hit in alike]:
            yield _of_hits(rules[name], some, prepared, exact)


def _is_exact(pattern: Pattern) -> bool:
    """Whether a pattern was written for one script, so that its mend is, too."""
    return pattern.exact or any("\u3400" <= character <= "\u9fff" for _, character in pattern.checks)


@lru_cache(maxsize=32)
def _running(book: Rulebook, only: frozenset[str] | None, profile: str) -> dict[str, LintRule]:
    """The rules that run; the same for all documents of a profile."""
    return {
        rule.id: rule
        for rule in book.lint_rules
        if (book.enabled[book.names[rule.id]] if only is None else rule.id in only)
        and (not rule.profiles or profile in rule.profiles)
    }


def _of_hits(rule: LintRule, hits: Sequence[Hit], prepared: PreparedDocument, exact: bool) -> Finding:
    first = hits[0]
    fix = None
    if first.fix is not None:
        mended = first.fix if exact else _in_script(first.fix, first, prepared)
        first = first._replace(fix=mended)
        safety: Safety = "safe" if rule.safe else "unsafe"
        fix = Fix(safety, tuple([Edit(hit.span, mended) for hit in hits]))
    said = message(rule, first, prepared.text)
    return Finding(
        rule=rule.id,
        severity=rule.severity,  # type: ignore[arg-type]  # the vocabulary lets no other word in
        confidence=rule.confidence,
        message=Message(said, said),
        basis=rule.source or None,
        span=first.span,
        text=first.text,
        also=tuple([hit.span for hit in hits[1:]]),
        fix=fix,
    )


def _in_script(fix: str, hit: Hit, prepared: PreparedDocument) -> str:
    """A mend in the document's script: rules are written in Simplified."""
    if prepared.document.script != "hant" or fix == hit.text:
        return fix
    from policytext.text.script import to_traditional

    # What the mend keeps stays as it was written.
    kept = dict(zip(prepared.shadow[slice(*hit.span)], hit.text, strict=True))
    if all(letter in kept or letter in hit.text for letter in fix):
        return "".join([kept.get(letter, letter) for letter in fix])
    return to_traditional(fix)


def _by_checks(prepared: PreparedDocument, only: Collection[str] | None, profile: str) -> Iterator[Finding]:
    for check in checks.load_checks():
        rule = check.rule
        if (rule.enabled if only is None else rule.id in only) and profile in rule.profiles:
            yield from (_of_defect(check, defect, prepared) for defect in check.check(prepared))


def _of_defect(check: Check, defect: Problem, prepared: PreparedDocument) -> Finding:
    rule, fix = check.rule, defect.fix
    edits = (Edit(defect.span, fix),) if isinstance(fix, str) else fix
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        confidence=rule.confidence if defect.confidence is None else defect.confidence,
        message=defect.message or rule.title,
        basis=rule.basis,
        span=defect.span,
        text=prepared.text[defect.span[0] : defect.span[1]],
        also=defect.also,
        fix=None if edits is None else Fix(defect.safety, edits),
    )


def _told_once(findings: Iterable[Finding], prepared: PreparedDocument) -> Iterator[Finding]:
    """Each place once: of findings that say the same thing the graver, surer, longer one stays."""
    taken = _Places()
    for finding in sorted(findings, key=_precedence):
        free = [span for span in (finding.span, *finding.also) if taken.free(span)]
        if not free:
            continue
        for span in free:
            taken.take(span)
        fix = finding.fix
        if fix is not None and len(free) <= len(finding.also):
            fix = fix._replace(edits=_inside(fix.edits, free))
        text = finding.text if free[0] == finding.span else prepared.text[free[0][0] : free[0][1]]
        yield finding._replace(span=free[0], text=text, also=tuple(free[1:]), fix=fix)


def _precedence(finding: Finding) -> tuple[int, float, int, Span, str]:
    length = finding.span[1] - finding.span[0]
    return _RANK[finding.severity], -finding.confidence, -length, finding.span, finding.rule


def _inside(edits: Sequence[Edit], spans: Sequence[Span]) -> tuple[Edit, ...]:
    """The edits that lie within one of the spans."""
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]
    # How far the spans up to each of them reach.
    reach = [-1, *accumulate((end for _, end in ordered), max)]
    return tuple([edit for edit in edits if edit.span[1] <= reach[bisect_right(starts, edit.span[0])]])


class _Places:
    """The places that are told of."""

    def __init__(self) -> None:
        self._short: set[int] = set()
        self._whole: set[Span] = set()

    def free(self, span: Span) -> bool:
        """Whether nothing was said of this place yet."""
        if span in self._whole:
            return False
        return span[1] - span[0] > _SHORT or self._short.isdisjoint(range(span[0], max(span[1], span[0] + 1)))

    def take(self, span: Span) -> None:
        """From now on something was said of it."""
        self._whole.add(span)
        if span[1] - span[0] <= _SHORT:
            self._short.update(range(span[0], max(span[1], span[0] + 1)))


def _around(text: str, span: Span) -> str:
    """The words around a place as far as the nearest stops."""
    start, end = span
    before = _STOP.split(text[max(start - _NEAR, 0) : start])[-1]
    return before + _STOP.split(text[start : end + _NEAR], maxsplit=1)[0]


def _signed(findings: Iterable[Finding], prepared: PreparedDocument) -> Iterator[Finding]:
    """Findings with their address and a fingerprint that survives changes elsewhere."""
    seen: dict[str, int] = {}
    for finding in sorted(findings, key=lambda one: (one.span, one.rule)):
        key = "\0".join((finding.rule, finding.text, _around(prepared.text, finding.span)))
        nth = seen[key] = seen.get(key, -1) + 1
        print_ = blake2b(f"{key}\0{nth}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        yield finding._replace(address=prepared.address_at(finding.span[0]), fingerprint=print_)
