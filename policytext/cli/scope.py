"""Select and count the part of a result that is shown: the section of --in, the domains of --domain."""

from collections.abc import Collection, Sequence
from itertools import islice
from typing import TypeVar

from policytext.cli.setting_errors import find_nearest
from policytext.errors import PolicytextError
from policytext.formats import Part
from policytext.model.annotations import Finding, Indicator, Measure, Passage, Reference
from policytext.model.document import Document, Section, Table
from policytext.model.extractions import Extraction

_Classified = TypeVar("_Classified", Passage, Indicator, Measure, Extraction)
_Annotation = TypeVar("_Annotation", Passage, Indicator, Measure, Reference, Table, Extraction)


def count_parts(parts: Sequence[Part]) -> int:
    """Count the parts, subsections included; passages without a domain don't count."""
    count = 0
    for part in parts:
        if isinstance(part, Section):
            count += sum(1 for _ in part.walk())
        else:
            count += not isinstance(part, Passage) or part.domain is not None
    return count


def find_scope(document: Document, address: str | None) -> Section | None:
    """Find the section at an address; return None without an address.

    Raises:
        PolicytextError: there is no such section.
    """
    if address is None:
        return None
    for section in document.walk():
        if section.address == address:
            return section
    known = [section.address for section in islice(document.walk(), 5000)]
    near = find_nearest(address, known)
    code = "no-such-section-near" if near else "no-such-section"
    raise PolicytextError(code, path=document.source.path, name=address, near=near)


def find_sections(sections: Sequence[Section], scope: Section) -> tuple[Section, ...]:
    """Find the sections with the address of `scope`, which were rebuilt with their domains."""
    return tuple(section for top in sections for section in top.walk() if section.address == scope.address)


def select_within(annotations: Sequence[_Annotation], scope: Section) -> tuple[_Annotation, ...]:
    """Return the annotations that begin in a section."""
    start, end = scope.span
    return tuple(annotation for annotation in annotations if start <= annotation.span[0] < end)


def select_domains(
    annotations: Sequence[_Classified], wanted: Collection[str | None]
) -> tuple[_Classified, ...]:
    """Return the annotations of the wanted domains; None stands for no domain."""
    return tuple(annotation for annotation in annotations if annotation.domain in wanted)


def keep_domains(sections: Sequence[Section], wanted: Collection[str | None]) -> tuple[Section, ...]:
    """Return the sections of the wanted domains and the sections that contain them."""
    kept = []
    for section in sections:
        below = keep_domains(section.sections, wanted)
        if below or section.domain in wanted:
            kept.append(section._replace(sections=below))
    return tuple(kept)


def select_findings(findings: Sequence[Finding], scope: Section | None, text: str) -> tuple[Finding, ...]:
    """Return the findings in a section, reduced to their spans and edits there; all findings without a section."""
    if scope is None:
        return tuple(findings)
    start, end = scope.span
    kept = []
    for finding in findings:
        spans = [span for span in (finding.span, *finding.also) if start <= span[0] < end]
        if spans:
            first, fix = spans[0], finding.fix
            if fix is not None:
                edits = tuple(edit for edit in fix.edits if start <= edit.span[0] and edit.span[1] <= end)
                fix = fix._replace(edits=edits) if edits else None
            words = text[first[0] : first[1]]
            kept.append(finding._replace(span=first, text=words, also=tuple(spans[1:]), fix=fix))
    return tuple(kept)
