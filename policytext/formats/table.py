"""Figures for a person at a terminal: targets by status and domain with a timeline of what is due when; counts.

Rows are folded to the window with nothing cut: what is counted, how much, by when, where it stands.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from policytext.formats import FileResult, RenderOptions
from policytext.formats._coverage import draw_badge
from policytext.formats._styles import paint
from policytext.formats.lines.indicators import format_amount, format_date
from policytext.messages import say
from policytext.model.annotations import Indicator, Measure, Status
from policytext.model.document import Source
from policytext.model.statistics import Collocate, Context, Statistics
from policytext.text.display import join_lines, replace_controls, wrap_text

_ORDER: tuple[Status, ...] = ("target", "forecast", "achieved", "baseline", "quoted")
_STYLES = {"target": "bold green", "forecast": "bold yellow", "achieved": "bold blue"}
_STRENGTH = {0: "dim", 1: "", 2: "bold", 3: "bold red"}
_NAME, _AMOUNT, _DATE, _LINE = 36, 22, 10, 6  # cells
_LEAST_NAME = 14
_WIDEST_BAR = 40


def render(results: Iterable[FileResult], view: RenderOptions) -> Iterator[str]:
    """Each file's tables as one piece; of counts one table for all files."""
    if view.answers[0] == "stats":
        yield from _counts(results, view)
    elif view.answers[0] == "contexts":
        yield from _contexts(results, view)
    else:
        yield from _found(results, view)


def _counts(results: Iterable[FileResult], view: RenderOptions) -> Iterator[str]:
    from policytext.formats import _stats

    found = [
        (result, one)
        for result in results
        for one in result.parts.get("stats", ())
        if isinstance(one, Statistics) and not (view.grouped and result.kind == "file")
    ]
    if len(found) > 1:
        yield paint([*_stats.draw_rows(found, view), Text()], view)
    for result, one in found:
        if len(found) == 1 or result.kind == "total" or view.grouped:
            yield paint([*_stats.draw_card(result, one, view), Text()], view)


def _contexts(results: Iterable[FileResult], view: RenderOptions) -> Iterator[str]:
    from policytext.formats import _stats

    for result in results:
        places = [one for one in result.parts.get("contexts", ()) if isinstance(one, Context)]
        near = [one for one in result.parts.get("collocates", ()) if isinstance(one, Collocate)]
        if places and result.document:
            head = [Text(result.name, style="bold underline")] if view.several else []
            yield paint([*head, *_stats.draw_concordance(places, result.document.source, view), Text()], view)
        if near:
            yield paint([*_stats.draw_collocates(near, view), Text()], view)


def _found(results: Iterable[FileResult], view: RenderOptions) -> Iterator[str]:
    for result in results:
        if result.document is None:
            continue
        source = result.document.source
        found = [one for one in result.parts.get("indicators", ()) if isinstance(one, Indicator)]
        measures = [one for one in result.parts.get("measures", ()) if isinstance(one, Measure)]
        rows: list[Text] = []
        if view.several:
            rows.append(Text(result.name, style="bold underline"))
        if result.document.title:
            rows += [Text(line, style="bold") for line in _folded(join_lines(result.document.title), view)]
        for status in _ORDER:
            rows += _of_status(status, [one for one in found if one.status == status], source, view)
        rows += _timeline(found, view)
        rows += _measures(measures, source, view)
        if rows:
            yield paint([*rows, Text()], view)


def _folded(text: str, view: RenderOptions) -> list[str]:
    return wrap_text(text, max(view.width, _LEAST_NAME), cell_len) if view.width else [text]


def _of_status(
    status: Status, found: Sequence[Indicator], source: Source, view: RenderOptions
) -> Iterator[Text]:
    if not found:
        return
    yield Text()
    title = say(f"status-{status}", view.lang)
    yield Text.assemble((title, _STYLES.get(status, "bold")), (f"  {len(found)}", "dim"))
    domains = [*view.domains, None]
    found = sorted(
        found, key=lambda one: domains.index(one.domain) if one.domain in domains else len(domains)
    )
    last: object = ()
    for one in found:
        if one.domain != last and (one.domain or last != ()):
            last = one.domain
            name = (
                draw_badge(one.domain, view) if one.domain else Text(say("no-domain", view.lang), style="dim")
            )
            yield Text("  ").append_text(name)
        yield from _row(one, source, view)


def _row(one: Indicator, source: Source, view: RenderOptions) -> Iterator[Text]:
    room = view.width or 100
    name_cells = max(min(room - _AMOUNT - _DATE - _LINE - 8, _NAME + 20), _LEAST_NAME)
    names = wrap_text(join_lines(one.name) or "—", name_cells, cell_len)
    amounts = wrap_text(format_amount(one), _AMOUNT, cell_len)
    facts = [f"{format_date(one)}", f"{source.position(one.span[0]).line}"]
    for index in range(max(len(names), len(amounts))):
        name = names[index] if index < len(names) else ""
        much = amounts[index] if index < len(amounts) else ""
        row = Text("    ")
        row.append(name + " " * (name_cells - cell_len(name)))
        row.append("  ").append(much + " " * (_AMOUNT - cell_len(much)), "bold cyan")
        if not index:
            row.append(f"  {facts[0]:<{_DATE}}", "").append(f"{facts[1]:>{_LINE}}", "dim")
        yield row


def _timeline(found: Sequence[Indicator], view: RenderOptions) -> Iterator[Text]:
    """A bar for each year in which something is due."""
    years = Counter(one.date.end[:4] for one in found if one.status == "target" and one.date and one.date.end)
    if len(years) < 1:
        return
    yield Text()
    yield Text(say("timeline", view.lang), style="bold")
    most = max(years.values())
    room = min((view.width or 80) - 16, _WIDEST_BAR)
    for year, count in sorted(years.items()):
        bar = "█" * max(1, round(count / most * room))
        yield Text.assemble((f"  {year}  ", ""), (bar, "green"), (f" {count}", "dim"))


def _measures(found: Sequence[Measure], source: Source, view: RenderOptions) -> Iterator[Text]:
    if not found:
        return
    yield Text()
    yield Text.assemble((say("measures", view.lang), "bold"), (f"  {len(found)}", "dim"))
    indent = " " * 4
    room = max(view.width - len(indent) - _LINE - 2, 2 * _LEAST_NAME) if view.width else None
    address: str | None = None
    for one in found:
        if one.address != address:
            address = one.address
            if address:
                yield Text(f"  {replace_controls(address)}", style="cyan")
        words = join_lines(one.text)
        if one.actor:
            words = f"{join_lines(one.actor)}：{words}"
        line = f"{source.position(one.span[0]).line:>{_LINE}}"
        for index, row in enumerate(wrap_text(words, room, cell_len) if room else [words]):
            text = Text(indent).append(row, _STRENGTH.get(one.strength, ""))
            if not index:
                pad = " " * ((room or cell_len(row)) - cell_len(row))
                text.append(pad + "  ").append(line, "dim")
            yield text
