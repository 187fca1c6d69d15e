"""How many parts an answer has, the section that --in names, and the findings in it."""

from collections.abc import Sequence
from itertools import islice

from policytext.cli.setting_errors import nearest
from policytext.errors import PolicytextError
from policytext.formats import Part
from policytext.model.annotations import Finding, Passage
from policytext.model.document import Document, Section


def count_parts(parts: Sequence[Part]) -> int:
    """How many parts there are, those below others included; passages of no domain are no answer."""
    count = 0
    for part in parts:
        if isinstance(part, Section):
            count += sum(1 for _ in part.walk())
        else:
            count += not isinstance(part, Passage) or part.domain is not None
    return count


def find_scope(document: Document, address: str | None) -> Section | None:
    """The section at an address, None where none is asked for.

    Raises:
        PolicytextError: there is none.
    """
    if address is None:
        return None
    for section in document.walk():
        if section.address == address:
            return section
    known = [section.address for section in islice(document.walk(), 5000)]
    near = nearest(address, known)
    code = "no-such-section-near" if near else "no-such-section"
    raise PolicytextError(code, path=document.source.path, name=address, near=near)


def inside(findings: Sequence[Finding], scope: Section | None, text: str) -> tuple[Finding, ...]:
    """The findings with their places and edits in a section; all of them where no section is asked for."""
    if scope is None:
        return tuple(findings)
    start, end = scope.span
    kept = []
    for finding in findings:
        places = [span for span in (finding.span, *finding.also) if start <= span[0] < end]
        if places:
            first, fix = places[0], finding.fix
            if fix is not None:
                edits = tuple(edit for edit in fix.edits if start <= edit.span[0] and edit.span[1] <= end)
                fix = fix._replace(edits=edits) if edits else None
            words = text[first[0] : first[1]]
            kept.append(finding._replace(span=first, text=words, also=tuple(places[1:]), fix=fix))
    return tuple(kept)
