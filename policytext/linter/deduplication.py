"""One finding for each mistake, with an address and a fingerprint.

>>> from policytext.model.annotations import Message
>>> def make(rule, severity, start, end):
...     return Finding(rule, severity, 0.9, Message("", ""), None, Span(start, end), "数据"[: end - start])
>>> findings = [make("typo/b", "info", 0, 2), make("typo/a", "error", 1, 2)]
>>> [finding.rule for finding in drop_duplicates(findings, "数据")]
['typo/a']
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from policytext.digests import blake2b
from policytext.model.annotations import Edit, Finding, Severity
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

_STOP = LazyPattern("[。！？；\r\n]")
_CONTEXT = 40  # characters of context in a fingerprint
# Of two overlapping findings up to this length, in characters, only one is kept.
_SHORT = 12
_RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


def drop_duplicates(findings: Iterable[Finding], text: str) -> Iterator[Finding]:
    """Yield one finding for each place: the more severe, more certain, longer one."""
    # A safe fix changes the form of characters only, so it must not hide what would be reported once it is applied.
    reported, of_form = _ReportedPlaces(), _ReportedPlaces()
    for finding in sorted(findings, key=_get_precedence):
        fix = finding.fix
        spans = [
            span
            for span in (finding.span, *finding.also)
            if reported.is_free(span) and (fix is None or of_form.is_free(span))
        ]
        if not spans:
            continue
        places = of_form if fix is not None and fix.safety == "safe" else reported
        for span in spans:
            places.add(span)
        if fix is not None and len(spans) <= len(finding.also):
            fix = fix._replace(edits=_select_edits(fix.edits, spans))
        words = finding.text if spans[0] == finding.span else text[spans[0][0] : spans[0][1]]
        yield finding._replace(span=spans[0], text=words, also=tuple(spans[1:]), fix=fix)


def _get_precedence(finding: Finding) -> tuple[int, float, int, Span, str]:
    length = finding.span[1] - finding.span[0]
    return _RANK[finding.severity], -finding.confidence, -length, finding.span, finding.rule


def _select_edits(edits: Sequence[Edit], spans: Sequence[Span]) -> tuple[Edit, ...]:
    """Return the edits that lie within one of the spans."""
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]
    # The furthest end among the spans up to each index.
    reach = [-1, *accumulate((end for _, end in ordered), max)]
    return tuple([edit for edit in edits if edit.span[1] <= reach[bisect_right(starts, edit.span[0])]])


class _ReportedPlaces:
    """The places that already have a finding."""

    def __init__(self) -> None:
        self._positions: set[int] = set()
        self._spans: set[Span] = set()

    def is_free(self, span: Span) -> bool:
        """Return whether no finding of the same span, and no short one that overlaps it, is reported."""
        if span in self._spans:
            return False
        return span[1] - span[0] > _SHORT or self._positions.isdisjoint(_get_positions(span))

    def add(self, span: Span) -> None:
        """Record that the span has a finding."""
        self._spans.add(span)
        if span[1] - span[0] <= _SHORT:
            self._positions.update(_get_positions(span))


def _get_positions(span: Span) -> range:
    """Return the characters of a span; an empty span has one."""
    return range(span[0], max(span[1], span[0] + 1))


def add_fingerprints(findings: Iterable[Finding], prepared: PreparedDocument) -> Iterator[Finding]:
    """Yield findings with their address and a fingerprint that stays the same when other text changes."""
    occurrences: dict[str, int] = {}
    for finding in sorted(findings, key=lambda finding: (finding.span, finding.rule)):
        key = "\0".join((finding.rule, finding.text, _get_sentence_context(prepared.text, finding.span)))
        occurrence = occurrences[key] = occurrences.get(key, -1) + 1
        data = f"{key}\0{occurrence}".encode("utf-8", "surrogatepass")
        fingerprint = blake2b(data, digest_size=8).hexdigest()
        yield finding._replace(address=prepared.address_at(finding.span[0]), fingerprint=fingerprint)


def _get_sentence_context(text: str, span: Span) -> str:
    """Return the text around a span up to the nearest sentence ends."""
    start, end = span
    before = _STOP.split(text[max(start - _CONTEXT, 0) : start])[-1]
    return before + _STOP.split(text[start : end + _CONTEXT], maxsplit=1)[0]
