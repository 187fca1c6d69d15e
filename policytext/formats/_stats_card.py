"""The statistics of one text on a terminal, or of several added up: figures, shares as bars, words in columns."""

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.text import Text

from policytext.formats import FileResult, RenderOptions
from policytext.formats._coverage import choose_style, draw_bar, format_domain
from policytext.messages import say
from policytext.model.records import NamedTuple
from policytext.model.statistics import KeyTerm, Share, Statistics
from policytext.text.display import join_lines, wrap_text

_SPARKS = "▁▂▃▄▅▆▇█"
_WIDTH = 80  # cells where no terminal reports its width
_WIDEST_BAR = 30
_TERM_COLUMN = 26  # cells
_LEAST_WIDTH = 24
_STATUSES = ("target", "achieved", "forecast", "baseline", "quoted")


class TermBar(NamedTuple):
    """A term, its figure as text, and the weight that its bar shows."""

    term: str
    figure: str
    weight: float


def draw_card(result: FileResult, stats: Statistics, options: RenderOptions) -> Iterator[Text]:
    """Draw everything that is counted of one text, or of several added up."""
    document = result.document
    if options.several or result.kind != "file":
        yield Text(format_name(result, options), style="bold underline")
    if document and document.title:
        yield from (
            Text(line, style="bold")
            for line in wrap_text(join_lines(document.title), choose_width(options), cell_len)
        )
    yield from _draw_figures(stats, options)
    if stats.domains:
        yield from draw_heading("stats-domains", options)
        yield from _draw_shares(stats.domains, options)
    if stats.indicators is not None:
        yield from _draw_targets(stats, options)
    if stats.findings is not None:
        yield Text()
        yield _draw_pairs([(say(f"severity-{name}", options.lang), count) for name, count in stats.findings.items()]
                     + [(say("stats-errors-per-10k", options.lang), round(stats.errors_per_10k or 0, 2))])  # fmt: skip
    if stats.top_terms:
        yield from draw_heading("stats-top", options)
        top = [TermBar(count.term, f"{count.frequency}", count.frequency) for count in stats.top_terms]
        yield from draw_terms(top, options)
    for key, terms in (
        ("stats-key", stats.key_terms),
        ("stats-new", stats.new_terms),
        ("stats-gone", stats.gone_terms),
    ):
        if terms:
            yield from draw_heading(key, options)
            yield from draw_terms([_format_key_term(term) for term in terms], options)


def format_name(result: FileResult, options: RenderOptions) -> str:
    """Return the heading of a result: its path, or the word for the total."""
    return say("total", options.lang) if result.kind == "total" else result.name


def _format_key_term(term: KeyTerm) -> TermBar:
    return TermBar(
        term.term, f"{term.frequency or term.reference} {term.log_ratio:+.1f}", term.log_likelihood
    )


def choose_width(options: RenderOptions) -> int:
    """Return how many cells a line may take."""
    return max(options.width or _WIDTH, _LEAST_WIDTH)


def draw_heading(key: str, options: RenderOptions) -> Iterator[Text]:
    """Draw a blank line and the heading whose message is `key`."""
    yield Text()
    yield Text(say(key, options.lang), style="bold")


def _draw_pairs(pairs: Sequence[tuple[str, object]]) -> Text:
    line = Text()
    for name, value in pairs:
        line.append(f"  {name} ", "dim").append(f"{value}", "bold")
    return line


def _draw_figures(stats: Statistics, options: RenderOptions) -> Iterator[Text]:
    """Draw the counts, as many on a line as it holds."""
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
        name = say(key, options.lang)
        if line and cell_len(_draw_pairs([*line, (name, value)]).plain) > choose_width(options):
            yield _draw_pairs(line)
            line = []
        line.append((name, value))
    yield _draw_pairs(line)


def _draw_shares(shares: Mapping[str | None, Share], options: RenderOptions) -> Iterator[Text]:
    names = {domain: format_domain(domain, options) for domain in shares}
    name_width = max(map(cell_len, names.values()))
    bar_width = max(min(choose_width(options) - name_width - 24, _WIDEST_BAR), 4)
    for domain, share in shares.items():
        name = names[domain]
        line = Text(f"  {name}{' ' * (name_width - cell_len(name))}  ", style="" if domain else "dim")
        bar = draw_bar(share.share, bar_width)
        line.append(bar + " " * (bar_width - len(bar)), choose_style(domain, options))
        sentences = say("coverage-sentences", options.lang, count=share.passages)
        yield line.append(f" {share.share:>4.0%}  {sentences}", "dim")


def _draw_targets(stats: Statistics, options: RenderOptions) -> Iterator[Text]:
    yield from draw_heading("stats-targets", options)
    by_status = stats.indicators or {}
    pairs: list[tuple[str, object]] = [
        (say(f"status-{name}", options.lang), by_status[name]) for name in _STATUSES if by_status.get(name)
    ]
    yield _draw_pairs([*pairs, (say("measures", options.lang), stats.measures)])
    due = stats.deadlines or {}
    if due:
        years = [f"{year}" for year in range(int(min(due)), int(max(due)) + 1)]
        if len(years) <= choose_width(options) - 40:
            line = Text(f"  {say('timeline', options.lang)} ", style="dim")
            line.append(f"{years[0]} ", "").append(
                draw_sparkline([due.get(year, 0) for year in years]), "green"
            )
            yield line.append(f" {years[-1]}" if len(years) > 1 else "")


def draw_sparkline(values: Sequence[int]) -> str:
    """Draw values as a row of small bars, zero as a blank.

    >>> draw_sparkline([1, 0, 8])
    '▁ █'
    """
    most = max(values, default=0)
    return "".join([_SPARKS[max(round(value / most * 8) - 1, 0)] if value else " " for value in values])


def draw_terms(terms: Sequence[TermBar], options: RenderOptions) -> Iterator[Text]:
    """Draw terms in columns, each with a bar of its weight and its figure."""
    columns = max(choose_width(options) // _TERM_COLUMN, 1)
    rows = -(-len(terms) // columns)
    most = max(weight for _, _, weight in terms) or 1
    for row in range(rows):
        line = Text()
        for term, figure, weight in terms[row::rows]:
            name = join_lines(term)
            bar = draw_bar(weight / most, 5)
            cell = Text("  ").append(bar + " " * (5 - len(bar)), "cyan").append(f" {name} ")
            cell.append(figure, "dim")
            line.append_text(cell).append(" " * max(_TERM_COLUMN - cell_len(cell.plain), 1))
        line.rstrip()
        yield line
