"""What a background hides: the terms that lie inside longer terms of it.

A background is the pack of everything that no domain means: names of taxes and offices, titles of documents,
industries, words that a term only seems to stand in. Between it and the domains the longer term counts. So 教育费附加
of a background hides 教育, a domain's 养老服务 takes the place of a background's 服务, and 委托 and 育种 together
hide the 托育 between them.

>>> hits = [Hit("social", Span(0, 2), "教育"), Hit("other", Span(0, 5), "教育费附加"), Hit("social", Span(6, 8), "养老")]
>>> [hit.text for hit in uncovered(hits, {"other"})]
['教育费附加', '养老']
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence

from policytext.model import Span
from policytext.rulebook.shapes import Hit


def uncovered(hits: Sequence[Hit], backgrounds: Collection[str]) -> Sequence[Hit]:
    """The hits that count, in their order.

    Args:
        hits: of one sentence or more, in reading order.
        backgrounds: the names of the rules that are backgrounds.
    """
    behind = _apart([hit for hit in hits if hit.rule in backgrounds])
    if not behind:
        return hits
    starts = [span[0] for span in behind]
    kept = [hit for hit in hits if hit.rule not in backgrounds and not _covered(hit.span, behind, starts)]
    if len(behind) == len(hits):
        return hits
    before = _apart([hit for hit in kept if hit.weight])
    starts = [span[0] for span in before]
    kept += [hit for hit in hits if hit.rule in backgrounds and not _inside(hit.span, before, starts)]
    kept.sort(key=_reading_order)
    return kept


def _reading_order(hit: Hit) -> tuple[int, int]:
    return hit.span[0], -hit.span[1]


def _apart(hits: Sequence[Hit]) -> list[Span]:
    """Where the hits stand, without those inside another one, in order."""
    spans: list[Span] = []
    end = -1
    for hit in hits:
        if hit.span[1] > end:
            end = hit.span[1]
            spans.append(hit.span)
    return spans


def _covered(span: Span, behind: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether spans that reach out beyond it lie over all of `span`."""
    start, end = span
    at = bisect_right(starts, start) - 1
    if at < 0:
        return False
    first, reached = behind[at]
    if first == start and reached == end:
        return False
    while start < reached < end and at + 1 < len(behind) and behind[at + 1][0] <= reached:
        at += 1
        reached = behind[at][1]
    return reached >= end and (first < start or reached > end)


def _inside(span: Span, before: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether `span` lies inside one of the spans, or is one."""
    at = bisect_right(starts, span[0]) - 1
    return at >= 0 and before[at][1] >= span[1]
