"""Domains on a terminal: a badge behind a title, bars of coverage, and the evidence sentence by sentence."""

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.text import Text

from policytext.formats import RenderOptions
from policytext.formats.lines.passages import count_coverage
from policytext.messages import say
from policytext.model.annotations import FURTHER_TERM_WEIGHT, Passage
from policytext.text.display import join_lines, replace_controls

# In the order of the packs; all stand out on black and on white in the terminals' default palettes.
_STYLES = ("cyan", "magenta", "green", "blue", "red", "yellow")
_WIDEST_BAR = 40  # cells
_LEAST_BAR = 8
_EIGHTHS = " ▏▎▍▌▋▊▉"


def style_of(domain: str | None, view: RenderOptions) -> str:
    """The colour of a domain, by its place among the packs."""
    known = list(view.domains)
    return _STYLES[known.index(domain) % len(_STYLES)] if domain in known else ""


def domain_name(domain: str | None, view: RenderOptions) -> str:
    """The domain's title in Chinese, its id in English; a word for none."""
    return _name(domain, view) if domain else say("no-domain", view.lang)


def _name(domain: str, view: RenderOptions) -> str:
    return join_lines(view.domains.get(domain, domain) if view.lang == "zh" else domain)


def draw_badge(domain: str | None, view: RenderOptions) -> Text:
    """The domain's name; in brackets, since colour alone tells nothing to a pipe or to the colour-blind."""
    return Text(f"[{_name(domain, view)}]", style=style_of(domain, view)) if domain else Text()


def draw_bars(passages: Sequence[Passage], view: RenderOptions) -> Iterator[Text]:
    """A bar for each domain and one for what speaks of none, with its share and its sentences."""
    rows = count_coverage(passages, view.domains)
    names = [domain_name(row.domain, view) for row in rows]
    counts = [say("coverage-sentences", view.lang, count=row.passages) for row in rows]
    left = max(map(cell_len, names))
    right = max(map(cell_len, counts))
    room = min((view.width or 80) - left - right - 10, _WIDEST_BAR)
    for row, name, count in zip(rows, names, counts, strict=True):
        line = Text(f"{name}{' ' * (left - cell_len(name))}  ")
        if room >= _LEAST_BAR:
            drawn = draw_bar(row.share, room)
            line.append(
                drawn + " " * (room - len(drawn)), style_of(row.domain, view) if row.domain else "dim"
            )
        line.append(
            f" {row.share:>4.0%}  {' ' * (right - cell_len(count))}{count}", "" if row.domain else "dim"
        )
        yield line
    yield Text()


def draw_bar(share: float, room: int) -> str:
    """A bar of as many cells as the share takes of the room, to the eighth of a cell."""
    whole, part = divmod(round(share * room * 8), 8)
    return "█" * whole + (_EIGHTHS[part] if part else "")


def list_evidence(
    passages: Sequence[Passage], view: RenderOptions
) -> Mapping[str, Sequence[tuple[Text, Text]]]:
    """For each section's address its sentences of a domain, and the sum that decided; empty if not asked."""
    found: dict[str, list[tuple[Text, Text]]] = {}
    if view.why:
        for passage in passages:
            if passage.domain:
                pair = _sentence(passage, passage.domain, view), _sum(passage, passage.domain, view)
                found.setdefault(passage.address, []).append(pair)
    return found


def _sentence(passage: Passage, domain: str, view: RenderOptions) -> Text:
    """The sentence with its terms marked."""
    style = style_of(domain, view)
    # Each control character becomes one sign, so that the terms stay where they are.
    line = Text(replace_controls(passage.text).replace("␊", " ").replace("␍", " "))
    for term in passage.terms:
        start = term.span[0] - passage.span[0]
        line.stylize(f"bold {style}", start, start + len(term.text))
    return line


def _sum(passage: Passage, domain: str, view: RenderOptions) -> Text:
    """What the score is the sum of."""
    terms = {term.text: term.weight for term in passage.terms}
    heaviest = max(terms, key=terms.__getitem__, default="")
    parts = {
        text: weight if text == heaviest else FURTHER_TERM_WEIGHT * weight for text, weight in terms.items()
    }
    added = [f"{join_lines(text)} {part:g}" for text, part in parts.items()]
    rest = passage.score - sum(parts.values())
    if passage.prior == domain and rest > 0:
        added.append(say("prior", view.lang, weight=f"{rest:g}"))
    line = draw_badge(domain, view)
    return line.append(f" {passage.score:g} = {' + '.join(added)}", "dim")
