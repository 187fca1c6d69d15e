"""Which of the terms in a sentence count: the longest at each place, whosever it is.

A term inside a longer one does not count, be the longer one of another domain: 无障碍停车位 is about the disabled and not
about parking. So a background, which holds what no domain means (names of taxes and offices, titles of documents),
hides what only seems to be a domain's. Where a domain has the very same term, the background's does not count.

>>> hits = [Hit("other", Span(0, 5), "教育费附加"), Hit("social", Span(0, 2), "教育"), Hit("social", Span(6, 8), "养老")]
>>> [hit.text for hit in counting(hits, {"other"})]
['教育费附加', '养老']
"""

from collections.abc import Collection, Sequence

from policytext.model import Span
from policytext.rulebook.shapes import Hit


def counting(hits: Sequence[Hit], backgrounds: Collection[str]) -> Sequence[Hit]:
    """The hits that count, in reading order.

    Args:
        hits: of one sentence or more, in any order.
        backgrounds: the names of the rules that are backgrounds.
    """
    if len(hits) < 2:
        return hits
    kept: list[Hit] = []
    reach, longest = -1, Span(-1, -1)
    # Longer first at one place, and a background last among equals.
    order = sorted([(hit.span[0], -hit.span[1], hit.rule in backgrounds, at) for at, hit in enumerate(hits)])
    for _, _, late, at in order:
        span = hits[at].span
        if span[1] <= reach and (late or span != longest):
            continue
        if span[0] < reach < span[1] and span[1] - span[0] <= longest[1] - longest[0]:
            continue
        if span[1] > reach:
            reach, longest = span[1], span
        kept.append(hits[at])
    return kept
