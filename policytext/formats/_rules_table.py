"""The findings of a run counted by rule, as a table on a terminal."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from policytext.formats import RenderOptions
from policytext.formats._styles import SEVERITY_STYLES
from policytext.messages import say
from policytext.model.statistics import RuleCount
from policytext.text.display import wrap_text

_HEADS = ("places", "findings", "safe", "unsafe", "severity", "rule")
_WORDS = ("severity", "rule")
_GAP = 2
_LEAST_TITLE = 16


def draw_rules(counts: Sequence[RuleCount], options: RenderOptions) -> Iterator[Text]:
    """Draw a row for each rule with its title, and a row for all; titles are folded to the window."""
    lang = options.lang
    total = [sum(column) for column in zip(*(count[2:] for count in counts), strict=True)]
    heads = [say(f"rules-{name}", lang) for name in _HEADS]
    rows = [_make_cells(count, say(f"found-{count.severity}-one", lang), count.rule) for count in counts]
    rows.append(_make_cells(RuleCount("", "", *total), "", say("rules-total", lang)))
    widths = [max(map(cell_len, column)) for column in zip(heads, *rows, strict=True)]
    left = sum(widths) + _GAP * len(widths)
    room = options.width - left if options.width else None
    titled = room is None or room >= _LEAST_TITLE
    yield _draw_row(heads, widths).append(say("rules-title", lang) if titled else "")
    for number, row in enumerate(rows):
        count = counts[number] if number < len(counts) else None
        line = _draw_row(row, widths, SEVERITY_STYLES[count.severity] if count else "bold")
        title = options.rules.get(count.rule, "") if count and titled else ""
        first, *more = wrap_text(title, room, cell_len) if room and title else [title]
        yield line.append(first, "dim")
        yield from (Text(" " * left + words, "dim") for words in more)


def _make_cells(count: RuleCount, severity: str, rule: str) -> tuple[str, ...]:
    return (str(count.places), str(count.findings), str(count.safe), str(count.unsafe), severity, rule)


def _draw_row(cells: Sequence[str], widths: Sequence[int], style: str = "dim") -> Text:
    """Draw a row: numbers to the right, words to the left, the severity in its colour."""
    row = Text()
    for head, cell, width in zip(_HEADS, cells, widths, strict=True):
        space = " " * (width - cell_len(cell))
        words = cell + space if head in _WORDS else space + cell
        row.append(words, style if head == "severity" else "").append(" " * _GAP)
    return row
