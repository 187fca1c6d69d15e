"""Findings in tables: cells are read one by one, a row is no sentence, and rows are no list.

>>> from policytext.model.annotations import Message
>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> text = "指标 | 2025年 | 2027年\\n收入由 | 3万元 | 提高到2万元\\n"
>>> found = Finding("number/direction", "error", 0.9, Message("", ""), None, Span(23, 36), text[23:36])
>>> list(drop_between_cells([found], PreparedDocument(parse(Source(text=text)))))
[]
"""

from collections.abc import Iterable, Iterator, Sequence

from policytext.model.annotations import Finding
from policytext.model.document import Span
from policytext.text.cell_index import CellIndex
from policytext.text.prepared import PreparedDocument

#: Rules about the order of sections and lines; a cell of one line is neither.
_STRUCTURE = ("outline/", "document/")
#: Rules that judge a word by the words around it, which a cell of one word has not.
_BY_CONTEXT = frozenset(("typo/unlikely-character", "typo/near-miss"))
#: Damage of the file may stand between two cells too.
_ANYWHERE = "damage/"


def drop_between_cells(findings: Iterable[Finding], prepared: PreparedDocument) -> Iterator[Finding]:
    """Yield the findings without their places that join two cells of a table.

    Args:
        findings: the findings, of which each may have several places.
        prepared: the document.
    """
    cells = CellIndex(prepared.document.tables)
    for finding in findings:
        places = [finding.span, *finding.also]
        kept = [place for place in places if not _is_between(place, finding.rule, cells)]
        if len(kept) == len(places):
            yield finding
        elif kept:
            yield _keep_places(finding, kept, prepared.text)


def _is_between(place: Span, rule: str, cells: CellIndex) -> bool:
    """Return whether what a finding says about a place does not hold for any single cell there."""
    if rule.startswith(_ANYWHERE) or not cells.holds(place):
        return False
    cell = cells.find(place)
    if cell is None:
        return True
    if rule.startswith(_STRUCTURE):
        return "\n" not in cell.text
    return rule in _BY_CONTEXT and cell.span == place


def _keep_places(finding: Finding, kept: Sequence[Span], text: str) -> Finding:
    """Return a finding with some of its places only, and the edits there."""
    fix = finding.fix
    if fix is not None:
        edits = tuple(
            edit
            for edit in fix.edits
            if any(place[0] <= edit.span[0] and edit.span[1] <= place[1] for place in kept)
        )
        fix = fix._replace(edits=edits) if edits else None
    words = text[kept[0][0] : kept[0][1]]
    return finding._replace(span=kept[0], text=words, also=tuple(kept[1:]), fix=fix)
