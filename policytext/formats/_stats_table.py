"""The statistics of several texts on a terminal: a row for each, with the shares of the domains as a heat map."""

import os
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from policytext.formats import FileResult, RenderOptions
from policytext.formats._coverage import choose_style, format_domain
from policytext.formats._stats_card import choose_width, format_name
from policytext.messages import say
from policytext.model.records import NamedTuple
from policytext.model.statistics import Statistics
from policytext.text.display import format_path, wrap_text

#: Shades of the heat map, by the share that each begins at.
_SHADES = ((0.3, "█"), (0.15, "▓"), (0.05, "▒"), (0.0, "░"))
_LEAST_NAME, _WIDEST_NAME = 12, 26  # cells of a name while columns can still be left out


class Column(NamedTuple):
    """A column of the table.

    Args:
        head: its header.
        cells: its cells, one a row.
        style: their colour.
        drop: when it is left out of a narrow table: the highest number first, 0 never.
    """

    head: str
    cells: list[str]
    style: str = ""
    drop: int = 0

    @property
    def width(self) -> int:
        """The cells that the column takes."""
        return max(map(cell_len, (self.head, *self.cells)))


def draw_rows(results: Sequence[tuple[FileResult, Statistics]], options: RenderOptions) -> Iterator[Text]:
    """Draw a row for each text and one for all, with the shares of the domains as a heat map."""
    width = choose_width(options)
    names = shorten_names([result for result, _ in results], options)
    columns = _fit_columns(
        make_columns([stats for _, stats in results], options), max(map(cell_len, names)), width
    )
    name_width = max(min(max(map(cell_len, names)), width - _sum_widths(columns)), _LEAST_NAME)
    headers = "".join(f" {align_right(column.head, column.width)}" for column in columns)
    yield Text(" " * name_width + headers, style="dim")
    for index, ((result, _), name) in enumerate(zip(results, names, strict=True)):
        *upper, last = wrap_text(name, name_width, cell_len)
        yield from map(Text, upper)
        style = "bold" if result.kind == "total" else ""
        line = Text().append(last + " " * (name_width - cell_len(last)), style)
        for column in columns:
            line.append(" ").append(align_right(column.cells[index], column.width), column.style)
        yield line


def _fit_columns(columns: list[Column], longest_name: int, width: int) -> list[Column]:
    """Leave out columns until the names fit beside the rest."""
    while any(column.drop for column in columns):
        if width - _sum_widths(columns) >= min(longest_name, _WIDEST_NAME):
            break
        first = max(column.drop for column in columns)
        columns = [column for column in columns if column.drop != first]
    return columns


def _sum_widths(columns: Sequence[Column]) -> int:
    return sum(column.width + 1 for column in columns)


def shorten_names(results: Sequence[FileResult], options: RenderOptions) -> list[str]:
    """Return the texts' names without the folders that they share."""
    paths = [result.path for result in results if result.kind == "file"]
    shared = (
        os.path.commonpath([os.path.dirname(path) for path in paths]) if have_common_folder(paths) else ""
    )
    return [
        format_path(result.path[len(shared) :].lstrip(os.sep))
        if result.kind == "file"
        else format_name(result, options)
        for result in results
    ]


def have_common_folder(paths: Sequence[str]) -> bool:
    """Return whether there are several paths, either all absolute or all relative."""
    return len(paths) > 1 and len({os.path.isabs(path) for path in paths}) == 1


def make_columns(rows: Sequence[Statistics], options: RenderOptions) -> list[Column]:
    """Make the columns of what is counted, in their order."""
    columns = [
        Column(say("stats-characters", options.lang), [f"{stats.characters:,}" for stats in rows]),
        Column(say("stats-sentences", options.lang), [f"{stats.sentences:,}" for stats in rows], drop=4),
        Column(
            say("stats-sections", options.lang),
            [f"{sum((stats.sections or {}).values()):,}" for stats in rows],
            drop=5,
        ),
    ]
    for domain in options.domains:
        if any((stats.domains or {}).get(domain) for stats in rows):
            shades = [format_share(stats, domain) for stats in rows]
            columns.append(Column(format_domain(domain, options), shades, choose_style(domain, options)))
    if any(stats.indicators is not None for stats in rows):
        for drop, status in enumerate(("target", "achieved")):
            counts = [f"{(stats.indicators or {}).get(status, 0)}" for stats in rows]
            columns.append(Column(say(f"status-{status}", options.lang), counts, drop=drop * 2))
        columns.append(
            Column(say("measures", options.lang), [f"{stats.measures or 0}" for stats in rows], drop=3)
        )
    if any(stats.findings is not None for stats in rows):
        rates = [f"{stats.errors_per_10k or 0:.1f}" for stats in rows]
        columns.append(Column(say("stats-errors-short", options.lang), rates, drop=1))
    return columns


def format_share(stats: Statistics, domain: str) -> str:
    """Return a domain's share with the shade of a heat map."""
    share = (stats.domains or {}).get(domain)
    value = share.share if share else 0.0
    shade = next(sign for least, sign in _SHADES if value >= least) if value else " "
    return f"{value:.0%} {shade}"


def align_right(cell: str, width: int) -> str:
    """Return a cell with blanks before it."""
    return " " * (width - cell_len(cell)) + cell
