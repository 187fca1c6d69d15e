"""Corrections by the order of markers: tables of contents, stray articles, lists inside lists of the same form."""

from collections.abc import Sequence

from policytext.outliner.levels import NESTED, RANKS
from policytext.outliner.line_views import LineViews
from policytext.outliner.markers import Marker
from policytext.text.lazy_patterns import LazyPattern

#: The largest distance between two entries of a table of contents, in characters.
_ENTRY = 90
_FEWEST_ENTRIES = 3
_ANNOUNCEMENT = LazyPattern(r"附(?:件|表|图|圖)?[ \u3000]*[：:][ \u3000\r\n]*\Z")
_CONTENTS_FORMS = frozenset({"part", "chapter", "section", "han", "paren-han"})
#: Forms that may contain a list of the same form, and for each form the runs that it ends: those of lower forms.
_CAN_NEST = ("han", "paren-han", "arab")
_ENDED_BY = {
    form: tuple(inner for inner in _CAN_NEST if rank < RANKS[inner])
    for form, rank in {**RANKS, "annex": 0}.items()
}
#: The number of open runs that a marker may continue.
_RUNS_KEPT = 40


def remove_contents_pages(text: str, markers: list[Marker]) -> list[Marker]:
    """Remove a table of contents: short entries close together, whose first entry recurs after the last."""
    for first in range(min(len(markers), 12)):
        entry = markers[first]
        if entry.form not in _CONTENTS_FORMS:
            continue
        last = first
        while last + 1 < len(markers) and _is_entry(text, markers[last], markers[last + 1]):
            last += 1
            if last - first >= _FEWEST_ENTRIES and _recurs(text, entry, markers[last]):
                return markers[:first] + markers[last:]
        following = last + 1
        if (
            following < len(markers)
            and last - first >= _FEWEST_ENTRIES - 1
            and _recurs(text, entry, markers[following])
        ):
            return markers[:first] + markers[following:]
    return markers


def _is_entry(text: str, marker: Marker, following: Marker) -> bool:
    between = text[marker.end : following.start] if following.start - marker.end <= _ENTRY else "。"
    return marker.form in _CONTENTS_FORMS and "。" not in between and "；" not in between


def _recurs(text: str, entry: Marker, marker: Marker) -> bool:
    """Return whether a marker has the form, the number and the first words of an entry."""
    return (
        marker.form == entry.form
        and marker.ordinal == entry.ordinal
        and _read_words(text, marker) == _read_words(text, entry)
    )


def _read_words(text: str, marker: Marker) -> str:
    title = text[marker.end : marker.end + 12].lstrip().partition("\n")[0]
    return "".join(title.split())[:4]


def remove_announced_lists(text: str, markers: list[Marker]) -> list[Marker]:
    """Remove the list of annexes that a document announces: 附件：1.… 2.…"""
    if "附" not in text:
        return markers
    kept: list[Marker] = []
    expected = 0
    for marker in markers:
        if marker.form == "arab" and marker.ordinal == 1:
            expected = 2 if _ANNOUNCEMENT.search(text, max(0, marker.start - 12), marker.start) else 0
            if expected:
                continue
        elif marker.form == "arab" and expected and marker.ordinal == expected:
            expected += 1
            continue
        else:
            expected = 0
        kept.append(marker)
    return kept


def remove_intruders(markers: list[Marker]) -> list[Marker]:
    """Remove the articles that interrupt the numbering, such as a citation wrapped to the start of a line."""
    articles = [marker for marker in markers if marker.form == "article"]
    dropped: set[int] = set()
    last = 0
    for index, marker in enumerate(articles):
        number = marker.ordinal or 0
        following = articles[index + 1].ordinal if index + 1 < len(articles) else None
        if number not in (1, last, last + 1) and not marker.sub and last and following == last + 1:
            dropped.add(marker.start)
        else:
            last = number
    return [marker for marker in markers if marker.start not in dropped] if dropped else markers


def remove_inner_annexes(markers: list[Marker]) -> list[Marker]:
    """Remove 附表 where the articles go on below: it is a table of the article above."""
    dropped: set[int] = set()
    last: int | None = None
    waiting: list[int] = []
    for marker in markers:
        if marker.form == "annex":
            waiting.append(marker.start)
        elif marker.form == "article":
            if waiting and last is not None and marker.ordinal == last + 1:
                dropped.update(waiting)
            last, waiting = marker.ordinal, []
    return [marker for marker in markers if marker.start not in dropped] if dropped else markers


def mark_nested(markers: Sequence[Marker], lines: LineViews) -> list[Marker]:
    """Give lists inside lists of the same form the form `NESTED`: 三、 … 一、二、三、 … then 四、 continues."""
    runs: dict[str, list[list[Marker]]] = {}
    for marker in markers:
        form = marker.form
        if runs:
            for ended in _ENDED_BY.get(form, ()):
                if ended in runs:
                    _nest_inside_lines(runs.pop(ended))
        if form in _CAN_NEST:
            runs[form] = _continue_run(runs.get(form, []), marker, lines)
    for left in runs.values():
        _nest_inside_lines(left)
    return list(markers)


def _nest_inside_lines(runs: Sequence[Sequence[Marker]]) -> None:
    """Give lists inside a paragraph the form `NESTED` where headings at line starts have theirs, and none continues."""
    if len(runs) > 1 and len(runs[0]) > 1 and all(marker.at_line for marker in runs[0]):
        for run in runs[1:]:
            if not any(marker.at_line for marker in run):
                for member in run:
                    member.form = NESTED


def _continue_run(runs: list[list[Marker]], marker: Marker, lines: LineViews) -> list[list[Marker]]:
    number = marker.ordinal or 0
    if number == 1 or not runs:
        return [*runs[-_RUNS_KEPT:], [marker]]
    if len(runs) == 1 and (runs[0][-1].ordinal or 0) + 1 == number:
        runs[0].append(marker)
        return runs
    fitting = [i for i in range(len(runs) - 1, -1, -1) if (runs[i][-1].ordinal or 0) + 1 == number]
    if not fitting:
        return [*runs[-_RUNS_KEPT:], [marker]]
    # If two runs could continue, the indentation decides.
    alike = (
        [i for i in fitting if lines.indent(runs[i][-1].start) == lines.indent(marker.start)]
        if fitting[1:]
        else []
    )
    outer = (alike or fitting)[0]
    for run in runs[outer + 1 :]:
        for member in run:
            member.form = NESTED
    runs[outer].append(marker)
    return runs[: outer + 1]
