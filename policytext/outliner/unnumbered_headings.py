"""Headings without an enumerator: lines that a contents page lists with one, and lines that look like headings.

`heading_lines` weighs the lines; this module adds the certain ones as headings, the likely ones as topics, and finds
their place among the forms of the numbered headings.

>>> from policytext.outliner.selection import select_markers
>>> lines = LineViews("报告完毕。\\n主要任务\\n主要任务有三项，各部门按照分工抓好落实，年底前报告进展情况。\\n一、建设平台\\n二、归集数据\\n")
>>> [marker.form for marker in add_unnumbered_headings(lines, select_markers(lines), [], []).headings]
['plain', 'han', 'han']
"""

from collections.abc import Mapping, Sequence
from operator import attrgetter

from policytext.model.document import Span
from policytext.outliner.contents import find_listed_depths
from policytext.outliner.heading_lines import (
    HEADING_POINTS,
    TOPIC_POINTS,
    HeadingLine,
    find_heading_lines,
    is_inside,
)
from policytext.outliner.levels import RANKS, TOPIC, infer_levels
from policytext.outliner.line_views import LineViews
from policytext.outliner.markers import Marker
from policytext.outliner.plain_ranks import BELOW, EDGE, LOWER, TOPIC_RANK, UPPER, rank_plain, relate
from policytext.outliner.selection import Selection
from policytext.outliner.styled_headings import FORMS, order_levels, rank_styled
from policytext.text.lazy_patterns import LazyPattern

#: The step from the lowest styled heading to one that only looks like a heading.
_UNDER_STYLES = 0.05

#: With this many certain headings, the likely ones are certain too, unless those are bold and these are not.
_ENOUGH = 3

#: The number of a section whose chapter may have lost its number.
_DECIMAL = LazyPattern(r"\d{1,2}[.．]\d{1,2}[ \u3000]")
_EDGES = LazyPattern(r"(?:前言|引言|序言|[导導][言语語]|[结結][语語论論]|[结結]束[语語])$")


def add_unnumbered_headings(
    lines: LineViews, selection: Selection, titles: Sequence[Span], tables: Sequence[Span]
) -> Selection:
    """Return the selection with the headings that have no enumerator, and the ranks of their forms.

    Args:
        lines: the text.
        selection: the headings with an enumerator.
        titles: the spans of the document's titles, in order.
        tables: the spans of its tables, in order.
    """
    headings = selection.headings
    excluded = sorted((*titles, *tables))
    if lines.headings:
        return selection
    if listed := find_listed_depths(lines):
        found, ranks = _find_listed(lines, listed, _find_opened(headings), excluded)
    else:
        found, ranks = _find_plain(lines, headings, excluded)
    if lines.styled:
        found, ranks = _add_styled(lines, headings, found, ranks, excluded)
    if not found:
        return selection
    merged = sorted((*headings, *found), key=attrgetter("start"))
    return selection._replace(headings=merged, ranks=ranks)


def _find_opened(headings: Sequence[Marker]) -> list[int]:
    return sorted({marker.line for marker in headings if marker.line is not None})


def _find_plain(
    lines: LineViews, headings: Sequence[Marker], excluded: Sequence[Span]
) -> tuple[list[Marker], dict[str, float]]:
    """Find the lines that look like headings; none in a statute, whose articles have bodies of several lines."""
    if [marker.form for marker in headings].count("article") > 1:
        return [], {}
    opened = _find_opened(headings)
    found = [c for c in find_heading_lines(lines, opened, excluded) if c.points >= TOPIC_POINTS]
    if not found:
        return [], {}
    certain = [candidate for candidate in found if candidate.points >= HEADING_POINTS]
    if len(certain) >= _ENOUGH:
        bold = sum(candidate.line in lines.set_off for candidate in certain) * 2 > len(certain)
        certain = [c for c in found if c.points >= HEADING_POINTS or not bold or c.line in lines.set_off]
    names = _find_forms(lines, certain, frozenset(opened))
    markers = [Marker(c.start, c.start, "", names.get(c.line, TOPIC), None, c.line) for c in found]
    ranks = rank_plain(headings, certain, infer_levels(headings))
    return markers, ranks


def _add_styled(
    lines: LineViews,
    headings: Sequence[Marker],
    found: Sequence[Marker],
    ranks: dict[str, float],
    excluded: Sequence[Span],
) -> tuple[list[Marker], dict[str, float]]:
    """Return the headings that a style marks, with their ranks; what else was found is below them."""
    numbered = {marker.line for marker in headings}
    styled = {
        line: level
        for line, level in lines.styled.items()
        if level and line not in numbered and not is_inside(excluded, lines.begins[line])
    }
    if not styled:
        return list(found), ranks
    orders = infer_levels(headings)
    rows = [HeadingLine(line, lines.begins[line], 0, lines.next(line) or 0) for line in styled]
    by_level = rank_styled(lines, headings, orders, styled.values())
    if by_level:
        for level, rank in by_level.items():
            relations = relate(headings, [row for row in rows if styled[row.line] == level])
            over = [orders[form] for form, relation in relations.items() if relation.above > relation.below]
            by_level[level] = max([rank, *(above + BELOW for above in over)])
    else:
        by_level = order_levels(rank_plain(headings, rows, orders)[UPPER], styled.values())
    markers = [
        Marker(lines.begins[line], lines.begins[line], "", FORMS[level], None, line)
        for line, level in styled.items()
    ]
    lowest = max(by_level.values()) + _UNDER_STYLES
    others = [marker for marker in found if marker.line not in styled]
    for marker in others:
        if marker.line not in lines.set_off:
            marker.form = TOPIC
    ranks = {form: lowest + place / 1_000 for place, form in enumerate(sorted(ranks))}
    ranks |= {FORMS[level]: rank for level, rank in by_level.items()}
    return sorted((*markers, *others), key=attrgetter("start")), {**ranks, TOPIC: TOPIC_RANK}


def _find_listed(
    lines: LineViews, listed: Mapping[int, int], opened: Sequence[int], excluded: Sequence[Span]
) -> tuple[list[Marker], dict[str, float]]:
    """Return the lines that the contents page lists; others that look like headings are topics."""
    ranks = {f"listed{depth}": RANKS["chapter"] + depth for depth in set(listed.values())}
    depths = {line: f"listed{depth}" for line, depth in listed.items() if line not in frozenset(opened)}
    for candidate in find_heading_lines(lines, opened, excluded):
        if candidate.points >= HEADING_POINTS:
            depths.setdefault(candidate.line, TOPIC)
    found = []
    for line, form in sorted(depths.items()):
        start = lines.begins[line]
        if not is_inside(excluded, start):
            found.append(Marker(start, start, "", form, None, line))
    return found, {**ranks, TOPIC: TOPIC_RANK}


def _find_forms(lines: LineViews, certain: Sequence[HeadingLine], opened: frozenset[int]) -> dict[int, str]:
    """Return the form of each heading by its line: upper, lower, or at the edge of the text (前言, 结束语).

    Where several headings have another heading directly below, they are the upper ones, and the others the lower ones.
    """
    text = lines.text
    places = {candidate.line for candidate in certain}
    stacked = {candidate.line for candidate in certain if candidate.below in places}
    upper = set()
    if len(stacked) > 1:
        upper = {c.line for c in certain if c.below in places or c.below in opened}
        upper |= {c.line for c in certain if _DECIMAL.match(text, lines.begins[c.below])}
    forms = {}
    below = False
    for candidate in certain:
        if _EDGES.match(text, candidate.start, candidate.end):
            forms[candidate.line] = EDGE
        elif candidate.line in upper:
            forms[candidate.line], below = UPPER, True
        else:
            forms[candidate.line] = LOWER if below else UPPER
    return forms
