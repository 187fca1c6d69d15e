"""Counts on a terminal: a card for one text, a row for each of several, places of a term in the middle of their lines."""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

from policytext.formats import FileResult, RenderOptions
from policytext.formats._coverage import domain_name, draw_bar, style_of
from policytext.messages import say
from policytext.model.document import Source
from policytext.model.statistics import Collocate, Context, KeyTerm, Share, Statistics
from policytext.text.display import format_path, join_lines, wrap_text

_SPARKS = "▁▂▃▄▅▆▇█"
#: Shades of a heat map, by the share they begin at.
_HEAT = ((0.3, "█"), (0.15, "▓"), (0.05, "▒"), (0.0, "░"))
_WIDTH = 80  # cells where no terminal tells
_WIDEST_BAR = 30
_COLUMN = 26  # cells of a column of terms
_LEAST_NAME = 12
_STATUSES = ("target", "achieved", "forecast", "baseline", "quoted")


def draw_card(result: FileResult, stats: Statistics, view: RenderOptions) -> Iterator[Text]:
    """Everything that was counted of one text, or of all together."""
    document = result.document
    if view.several or result.kind != "file":
        yield Text(_name(result, view), style="bold underline")
    if document and document.title:
        yield from (
            Text(line, style="bold") for line in wrap_text(join_lines(document.title), _room(view), cell_len)
        )
    yield from _figures(stats, view)
    if stats.domains:
        yield from _titled("stats-domains", view)
        yield from _domains(stats.domains, view)
    if stats.indicators is not None:
        yield from _targets(stats, view)
    if stats.findings is not None:
        yield Text()
        yield _pairs([(say(f"severity-{name}", view.lang), count) for name, count in stats.findings.items()]
                     + [(say("stats-errors-per-10k", view.lang), round(stats.errors_per_10k or 0, 2))])  # fmt: skip
    for key, terms in (("stats-top", stats.top_terms),):
        if terms:
            yield from _titled(key, view)
            yield from _terms([(one.term, f"{one.frequency}", one.frequency) for one in terms], view)
    for key, found in (
        ("stats-key", stats.key_terms),
        ("stats-new", stats.new_terms),
        ("stats-gone", stats.gone_terms),
    ):
        if found:
            yield from _titled(key, view)
            yield from _terms([_key(one) for one in found], view)


def _name(result: FileResult, view: RenderOptions) -> str:
    return say("total", view.lang) if result.kind == "total" else result.name


def _key(one: KeyTerm) -> tuple[str, str, float]:
    return one.term, f"{one.frequency or one.reference} {one.log_ratio:+.1f}", one.log_likelihood


def _room(view: RenderOptions) -> int:
    return max(view.width or _WIDTH, 2 * _LEAST_NAME)


def _titled(key: str, view: RenderOptions) -> Iterator[Text]:
    yield Text()
    yield Text(say(key, view.lang), style="bold")


def _pairs(pairs: Sequence[tuple[str, object]]) -> Text:
    line = Text()
    for name, value in pairs:
        line.append(f"  {name} ", "dim").append(f"{value}", "bold")
    return line


def _figures(stats: Statistics, view: RenderOptions) -> Iterator[Text]:
    """The counts, as many on a line as have room."""
    levels = "、".join(f"{count}" for count in (stats.sections or {}).values())
    pairs: list[tuple[str, object]] = [
        ("stats-characters", f"{stats.characters:,}"),
        ("stats-han", f"{stats.han:,}"),
        ("stats-as-words", f"{stats.counted_as_words:,}"),
        ("stats-paragraphs", f"{stats.paragraphs:,}"),
        ("stats-sentences", f"{stats.sentences:,}"),
        ("stats-clauses", f"{stats.clauses:,}"),
        ("stats-mean", f"{stats.mean_sentence:.1f}"),
        ("stats-sections", f"{sum((stats.sections or {}).values()):,}" + (f"（{levels}）" if levels else "")),
    ]
    if stats.articles:
        pairs.append(("stats-articles", f"{stats.articles:,}"))
    if stats.tokens is not None:
        pairs += [("stats-tokens", f"{stats.tokens:,}"), ("stats-types", f"{stats.types:,}")]
    line: list[tuple[str, object]] = []
    for key, value in pairs:
        name = say(key, view.lang)
        if line and cell_len(_pairs([*line, (name, value)]).plain) > _room(view):
            yield _pairs(line)
            line = []
        line.append((name, value))
    yield _pairs(line)


def _domains(shares: Mapping[str | None, Share], view: RenderOptions) -> Iterator[Text]:
    names = {domain: domain_name(domain, view) for domain in shares}
    left = max(map(cell_len, names.values()))
    room = max(min(_room(view) - left - 24, _WIDEST_BAR), 4)
    for domain, share in shares.items():
        name = names[domain]
        line = Text(f"  {name}{' ' * (left - cell_len(name))}  ", style="" if domain else "dim")
        drawn = draw_bar(share.share, room)
        line.append(drawn + " " * (room - len(drawn)), style_of(domain, view))
        counted = say("coverage-sentences", view.lang, count=share.passages)
        yield line.append(f" {share.share:>4.0%}  {counted}", "dim")


def _targets(stats: Statistics, view: RenderOptions) -> Iterator[Text]:
    yield from _titled("stats-targets", view)
    found = stats.indicators or {}
    pairs: list[tuple[str, object]] = [
        (say(f"status-{name}", view.lang), found[name]) for name in _STATUSES if found.get(name)
    ]
    yield _pairs([*pairs, (say("measures", view.lang), stats.measures)])
    due = stats.deadlines or {}
    if due:
        years = [f"{year}" for year in range(int(min(due)), int(max(due)) + 1)]
        if len(years) <= _room(view) - 40:
            line = Text(f"  {say('timeline', view.lang)} ", style="dim")
            line.append(f"{years[0]} ", "").append(
                draw_sparkline([due.get(year, 0) for year in years]), "green"
            )
            yield line.append(f" {years[-1]}" if len(years) > 1 else "")


def draw_sparkline(values: Sequence[int]) -> str:
    """A row of small bars, a blank for none.

    >>> draw_sparkline([1, 0, 8])
    '▁ █'
    """
    most = max(values, default=0)
    return "".join([_SPARKS[max(round(value / most * 8) - 1, 0)] if value else " " for value in values])


def _terms(terms: Sequence[tuple[str, str, float]], view: RenderOptions) -> Iterator[Text]:
    """Terms in columns, each with its figure and a bar of its weight."""
    columns = max(_room(view) // _COLUMN, 1)
    rows = -(-len(terms) // columns)
    most = max(weight for _, _, weight in terms) or 1
    for row in range(rows):
        line = Text()
        for term, figure, weight in terms[row::rows]:
            name = join_lines(term)
            drawn = draw_bar(weight / most, 5)
            cell = Text("  ").append(drawn + " " * (5 - len(drawn)), "cyan").append(f" {name} ")
            cell.append(figure, "dim")
            line.append_text(cell).append(" " * max(_COLUMN - cell_len(cell.plain), 1))
        line.rstrip()
        yield line


class _Column(NamedTuple):
    """A column of the table: its head, its cells, a colour, and how early it goes where there is no room."""

    head: str
    cells: list[str]
    style: str = ""
    goes: int = 0

    @property
    def width(self) -> int:
        return max(map(cell_len, (self.head, *self.cells)))


def draw_rows(results: Sequence[tuple[FileResult, Statistics]], view: RenderOptions) -> Iterator[Text]:
    """A row a text and one for all, with the shares of the domains as a heat map."""
    columns = _columns([one for _, one in results], view)
    names = _names([result for result, _ in results], view)
    longest = max(map(cell_len, names))
    while any(column.goes for column in columns):
        left = _room(view) - sum(column.width + 1 for column in columns)
        if left >= min(longest, _COLUMN):
            break
        first = max(column.goes for column in columns)
        columns = [column for column in columns if column.goes != first]
    left = max(min(longest, _room(view) - sum(column.width + 1 for column in columns)), _LEAST_NAME)
    heads = "".join(f" {_right(column.head, column.width)}" for column in columns)
    yield Text(" " * left + heads, style="dim")
    for index, ((result, _), name) in enumerate(zip(results, names, strict=True)):
        folded = wrap_text(name, left, cell_len)
        for part in folded[:-1]:
            yield Text(part)
        style = "bold" if result.kind == "total" else ""
        line = Text().append(folded[-1] + " " * (left - cell_len(folded[-1])), style)
        for column in columns:
            line.append(" ").append(_right(column.cells[index], column.width), column.style)
        yield line


def _names(results: Sequence[FileResult], view: RenderOptions) -> list[str]:
    """The texts' names without the folders that they share."""
    paths = [result.path for result in results if result.kind == "file"]
    shared = os.path.commonpath([os.path.dirname(path) for path in paths]) if _relative(paths) else ""
    return [
        format_path(result.path[len(shared) :].lstrip(os.sep))
        if result.kind == "file"
        else _name(result, view)
        for result in results
    ]


def _relative(paths: Sequence[str]) -> bool:
    """Whether the paths can be compared: all of one kind, and more than one."""
    return len(paths) > 1 and len({os.path.isabs(path) for path in paths}) == 1


def _columns(found: Sequence[Statistics], view: RenderOptions) -> list[_Column]:
    columns = [
        _Column(say("stats-characters", view.lang), [f"{one.characters:,}" for one in found]),
        _Column(say("stats-sentences", view.lang), [f"{one.sentences:,}" for one in found], goes=4),
        _Column(
            say("stats-sections", view.lang),
            [f"{sum((one.sections or {}).values()):,}" for one in found],
            goes=5,
        ),
    ]
    for domain in view.domains:
        if any((one.domains or {}).get(domain) for one in found):
            shades = [_heat(one, domain) for one in found]
            columns.append(_Column(domain_name(domain, view), shades, style_of(domain, view)))
    if any(one.indicators is not None for one in found):
        for goes, status in enumerate(("target", "achieved")):
            counts = [f"{(one.indicators or {}).get(status, 0)}" for one in found]
            columns.append(_Column(say(f"status-{status}", view.lang), counts, goes=goes * 2))
        columns.append(_Column(say("measures", view.lang), [f"{one.measures or 0}" for one in found], goes=3))
    if any(one.findings is not None for one in found):
        wrong = [f"{one.errors_per_10k or 0:.1f}" for one in found]
        columns.append(_Column(say("stats-errors-short", view.lang), wrong, goes=1))
    return columns


def _heat(one: Statistics, domain: str) -> str:
    share = (one.domains or {}).get(domain)
    part = share.share if share else 0.0
    shade = next(sign for least, sign in _HEAT if part >= least) if part else " "
    return f"{part:.0%} {shade}"


def _right(cell: str, width: int) -> str:
    return " " * (width - cell_len(cell)) + cell


def draw_concordance(found: Sequence[Context], source: Source, view: RenderOptions) -> Iterator[Text]:
    """Each place of a term in the middle of its line, behind the number of the line."""
    lines = [f"{source.position(one.span[0]).line}" for one in found]
    left = max(map(len, lines))
    side = max((_room(view) - left - 4 - max(cell_len(one.text) for one in found)) // 2, 6)
    for line, one in zip(lines, found, strict=True):
        before, behind = join_lines(one.left), join_lines(one.right)
        while cell_len(before) > side:
            before = before[1:]
        while cell_len(behind) > side:
            behind = behind[:-1]
        yield Text.assemble(
            (f"{line:>{left}}  ", "dim"),
            " " * (side - cell_len(before)), before, (join_lines(one.text), "bold cyan"), behind,
        )  # fmt: skip


def draw_collocates(found: Sequence[Collocate], view: RenderOptions) -> Iterator[Text]:
    """The words that stand near the term."""
    yield from _titled("stats-collocates", view)
    yield from _terms(
        [(one.term, f"{one.frequency} {one.log_ratio:+.1f}", one.log_likelihood) for one in found], view
    )
