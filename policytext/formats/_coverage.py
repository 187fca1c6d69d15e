"""Domains on a terminal: a badge after a title, bars of the shares, and the evidence sentence by sentence."""

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.text import Text

from policytext.formats import RenderOptions
from policytext.messages import say
from policytext.model.annotations import FURTHER_TERM_WEIGHT, Passage
from policytext.model.statistics import Coverage
from policytext.text.display import join_lines, replace_controls

# In the order of the packs; all stand out on black and on white in the terminals' default palettes.
_STYLES = ("cyan", "magenta", "green", "blue", "red", "yellow")
_WIDEST_BAR = 40  # cells
_LEAST_BAR = 8
_EIGHTHS = " ▏▎▍▌▋▊▉"


def choose_style(domain: str | None, options: RenderOptions) -> str:
    """Return the colour of a domain, by its place among the packs."""
    known = list(options.domains)
    return _STYLES[known.index(domain) % len(_STYLES)] if domain in known else ""


def format_domain(domain: str | None, options: RenderOptions) -> str:
    """Return the domain's title in Chinese, its id in English; a word for no domain."""
    return _format_title(domain, options) if domain else say("no-domain", options.lang)


def _format_title(domain: str, options: RenderOptions) -> str:
    return join_lines(options.domains.get(domain, domain) if options.lang == "zh" else domain)


def draw_badge(domain: str | None, options: RenderOptions) -> Text:
    """Draw the domain's name; in brackets, since neither a pipe nor everybody sees its colour."""
    return (
        Text(f"[{_format_title(domain, options)}]", style=choose_style(domain, options)) if domain else Text()
    )


def draw_bars(rows: Sequence[Coverage], options: RenderOptions) -> Iterator[Text]:
    """Draw a bar for each domain and one for no domain, with its share and its number of sentences."""
    names = [format_domain(row.domain, options) for row in rows]
    counts = [say("coverage-sentences", options.lang, count=row.passages) for row in rows]
    left = max(map(cell_len, names))
    right = max(map(cell_len, counts))
    available = min((options.width or 80) - left - right - 10, _WIDEST_BAR)
    for row, name, count in zip(rows, names, counts, strict=True):
        line = Text(f"{name}{' ' * (left - cell_len(name))}  ")
        if available >= _LEAST_BAR:
            bar = draw_bar(row.share, available)
            line.append(
                bar + " " * (available - len(bar)), choose_style(row.domain, options) if row.domain else "dim"
            )
        line.append(
            f" {row.share:>4.0%}  {' ' * (right - cell_len(count))}{count}", "" if row.domain else "dim"
        )
        yield line
    if not options.summary:
        yield Text()


def draw_bar(share: float, width: int) -> str:
    """Return a bar that takes a share of the width, to the eighth of a cell."""
    whole, part = divmod(round(share * width * 8), 8)
    return "█" * whole + (_EIGHTHS[part] if part else "")


def list_evidence(
    passages: Sequence[Passage], options: RenderOptions
) -> Mapping[str, Sequence[tuple[Text, Text]]]:
    """Return, by the section's address, its sentences of a domain with their sums; empty unless evidence is shown."""
    evidence: dict[str, list[tuple[Text, Text]]] = {}
    if options.why:
        for passage in passages:
            if passage.domain:
                pair = (
                    mark_terms(passage, options),
                    format_sum(passage, passage.domain, options),
                )
                evidence.setdefault(passage.address, []).append(pair)
    return evidence


def mark_terms(passage: Passage, options: RenderOptions) -> Text:
    """Draw the sentence with its terms marked."""
    style = choose_style(passage.domain, options)
    # Each control character becomes one sign, so offsets of terms stay valid.
    line = Text(replace_controls(passage.text).replace("␊", " ").replace("␍", " "))
    for term in passage.terms if passage.domain else ():
        start = term.span[0] - passage.span[0]
        line.stylize(f"bold {style}", start, start + len(term.text))
    return line


def format_sum(passage: Passage, domain: str, options: RenderOptions) -> Text:
    """Draw the score as a sum of terms and prior."""
    terms = {term.text: term.weight for term in passage.terms}
    heaviest = max(terms, key=terms.__getitem__, default="")
    parts = {
        text: weight if text == heaviest else FURTHER_TERM_WEIGHT * weight for text, weight in terms.items()
    }
    summands = [f"{join_lines(text)} {part:g}" for text, part in parts.items()]
    rest = passage.score - sum(parts.values())
    if passage.prior == domain and rest > 0:
        summands.append(say("prior", options.lang, weight=f"{rest:g}"))
    line = draw_badge(domain, options)
    return line.append(f" {passage.score:g} = {' + '.join(summands)}", "dim")
