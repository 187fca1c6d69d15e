"""Targets on a terminal by status and domain, with a timeline of deadlines; statistics; places of a term.

Rows are folded to the window and never cut: name, amount, date, line.
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


def render(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    """Draw each file's tables as one piece; of statistics one table for all files."""
    if options.answers[0] == "stats":
        yield from _draw_statistics(results, options)
    elif options.answers[0] == "contexts":
        yield from _draw_contexts(results, options)
    elif options.answers[0] == "hits":
        from policytext.formats._hits_table import draw_hits

        for result in results:
            if rows := list(draw_hits(result, options)):
                yield paint([*rows, Text()], options)
    else:
        yield from _draw_targets(results, options)


def _draw_statistics(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    from policytext.formats._stats_card import draw_card
    from policytext.formats._stats_table import draw_rows

    counted = [
        (result, statistics)
        for result in results
        for statistics in result.select("stats", Statistics)
        if not (options.grouped and result.kind == "file")
    ]
    if len(counted) > 1:
        yield paint([*draw_rows(counted, options), Text()], options)
    for result, statistics in counted:
        if len(counted) == 1 or result.kind == "total" or options.grouped:
            yield paint([*draw_card(result, statistics, options), Text()], options)


def _draw_contexts(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    from policytext.formats._stats_concordance import draw_collocates, draw_concordance

    for result in results:
        contexts = result.select("contexts", Context)
        collocates = result.select("collocates", Collocate)
        if contexts and result.document:
            head = [Text(result.name, style="bold underline")] if options.several else []
            yield paint(
                [*head, *draw_concordance(contexts, result.document.source, options), Text()], options
            )
        if collocates:
            yield paint([*draw_collocates(collocates, options), Text()], options)


def _draw_targets(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    for result in results:
        if result.document is None:
            continue
        source = result.document.source
        indicators = result.select("indicators", Indicator)
        measures = result.select("measures", Measure)
        rows: list[Text] = []
        if options.several:
            rows.append(Text(result.name, style="bold underline"))
        if result.document.title:
            rows += [Text(line, style="bold") for line in _fold(join_lines(result.document.title), options)]
        for status in _ORDER:
            of_status = [indicator for indicator in indicators if indicator.status == status]
            rows += _draw_status(status, of_status, source, options)
        rows += _draw_timeline(indicators, options)
        rows += _draw_measures(measures, source, options)
        if rows:
            yield paint([*rows, Text()], options)


def _fold(text: str, options: RenderOptions) -> list[str]:
    return wrap_text(text, max(options.width, _LEAST_NAME), cell_len) if options.width else [text]


def _draw_status(
    status: Status, indicators: Sequence[Indicator], source: Source, options: RenderOptions
) -> Iterator[Text]:
    if not indicators:
        return
    yield Text()
    title = say(f"status-{status}", options.lang)
    yield Text.assemble((title, _STYLES.get(status, "bold")), (f"  {len(indicators)}", "dim"))
    domains = [*options.domains, None]
    indicators = sorted(
        indicators,
        key=lambda indicator: (
            domains.index(indicator.domain) if indicator.domain in domains else len(domains)
        ),
    )
    last: object = ()
    for indicator in indicators:
        if indicator.domain != last and (indicator.domain or last != ()):
            last = indicator.domain
            name = (
                draw_badge(indicator.domain, options)
                if indicator.domain
                else Text(say("no-domain", options.lang), style="dim")
            )
            yield Text("  ").append_text(name)
        yield from _draw_indicator(indicator, source, options)


def _draw_indicator(indicator: Indicator, source: Source, options: RenderOptions) -> Iterator[Text]:
    width = options.width or 100
    name_cells = max(min(width - _AMOUNT - _DATE - _LINE - 8, _NAME + 20), _LEAST_NAME)
    names = wrap_text(join_lines(indicator.name) or "—", name_cells, cell_len)
    amounts = wrap_text(format_amount(indicator), _AMOUNT, cell_len)
    facts = [f"{format_date(indicator)}", f"{source.position(indicator.span[0]).line}"]
    for index in range(max(len(names), len(amounts))):
        name = names[index] if index < len(names) else ""
        amount = amounts[index] if index < len(amounts) else ""
        row = Text("    ")
        row.append(name + " " * (name_cells - cell_len(name)))
        row.append("  ").append(amount + " " * (_AMOUNT - cell_len(amount)), "bold cyan")
        if not index:
            row.append(f"  {facts[0]:<{_DATE}}", "").append(f"{facts[1]:>{_LINE}}", "dim")
        yield row
    if options.why and indicator.evidence:
        evidence = say(f"evidence-{indicator.evidence.kind}", options.lang)
        words = f"：{join_lines(indicator.evidence.words)}" if indicator.evidence.words else ""
        yield Text(f"      {say('evidence', options.lang)} {evidence}{words}", style="dim")


def _draw_timeline(indicators: Sequence[Indicator], options: RenderOptions) -> Iterator[Text]:
    """Draw a bar for each year that has deadlines."""
    years = Counter(
        indicator.date.end[:4]
        for indicator in indicators
        if indicator.status == "target" and indicator.date and indicator.date.end
    )
    if not years:
        return
    yield Text()
    yield Text(say("timeline", options.lang), style="bold")
    most = max(years.values())
    widest_bar = min((options.width or 80) - 16, _WIDEST_BAR)
    for year, count in sorted(years.items()):
        bar = "█" * max(1, round(count / most * widest_bar))
        yield Text.assemble((f"  {year}  ", ""), (bar, "green"), (f" {count}", "dim"))


def _draw_measures(measures: Sequence[Measure], source: Source, options: RenderOptions) -> Iterator[Text]:
    if not measures:
        return
    yield Text()
    yield Text.assemble((say("measures", options.lang), "bold"), (f"  {len(measures)}", "dim"))
    indent = " " * 4
    width = max(options.width - len(indent) - _LINE - 2, 2 * _LEAST_NAME) if options.width else None
    address: str | None = None
    for measure in measures:
        if measure.address != address:
            address = measure.address
            if address:
                yield Text(f"  {replace_controls(address)}", style="cyan")
        words = join_lines(measure.text)
        if measure.actor:
            words = f"{join_lines(measure.actor)}：{words}"
        line = f"{source.position(measure.span[0]).line:>{_LINE}}"
        for index, row in enumerate(wrap_text(words, width, cell_len) if width else [words]):
            text = Text(indent).append(row, _STRENGTH.get(measure.strength, ""))
            if not index:
                pad = " " * ((width or cell_len(row)) - cell_len(row))
                text.append(pad + "  ").append(line, "dim")
            yield text
