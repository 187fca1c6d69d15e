"""How many parts an answer has, and the section that --in names."""

from collections.abc import Sequence
from itertools import islice

from policytext.errors import PolicytextError
from policytext.formats import Part
from policytext.marks import Passage
from policytext.model import Document, Section
from policytext.settings import nearest


def counted(parts: Sequence[Part]) -> int:
    """How many parts there are, those below others included; passages of no domain are no answer."""
    count = 0
    for part in parts:
        if isinstance(part, Section):
            count += sum(1 for _ in part.walk())
        else:
            count += not isinstance(part, Passage) or part.domain is not None
    return count


def scope_of(document: Document, address: str | None) -> Section | None:
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
