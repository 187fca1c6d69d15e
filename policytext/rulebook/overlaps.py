"""Select the terms of a sentence that count: the longest at each position, of whatever domain.

A term inside a longer one does not count, even if the longer one belongs to another domain: 无障碍停车位 is about
accessibility, not about parking. So the terms of a background (names of taxes and offices, titles of documents) hide
shorter terms of the domains inside them. If a domain has the same term, that of the background does not count. Of two
overlapping terms the longer one counts, or the first one if they are equally long: 信息消费 in 信息消费市场, not 消费市场.

>>> from policytext.model.document import Span
>>> hits = [Hit("other", Span(0, 5), "教育费附加"), Hit("social", Span(0, 2), "教育"), Hit("social", Span(6, 8), "养老")]
>>> [hit.text for hit in select_longest_terms(hits, {"other"})]
['教育费附加', '养老']
"""

from collections.abc import Collection, Sequence

from policytext.rulebook.rule_types import Hit


def select_longest_terms(hits: Sequence[Hit], backgrounds: Collection[str]) -> Sequence[Hit]:
    """Return the hits that count, in reading order.

    Args:
        hits: of one sentence or more, in reading order, the longer first at one place.
        backgrounds: the names of the rules that are backgrounds.
    """
    if len(hits) < 2:
        return hits
    counted: list[Hit] = []
    furthest_start, furthest_end = -1, -1  # of the hit that ends last
    for hit in hits:
        start, end = hit.span
        if end <= furthest_end:
            if start != furthest_start or end != furthest_end or hit.rule in backgrounds:
                continue
            if counted[-1].rule in backgrounds:
                counted.pop()
        elif start < furthest_end and end - start <= furthest_end - furthest_start:
            continue
        else:
            furthest_start, furthest_end = start, end
        counted.append(hit)
    return counted
