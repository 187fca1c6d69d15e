"""The domains of a text on a terminal: the share of each, then its sentences with the words that decided marked."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from policytext.formats import FileResult, RenderOptions
from policytext.formats._coverage import choose_style, draw_bars, format_domain, format_sum, mark_terms
from policytext.formats.lines.passages import find_coverage
from policytext.messages import say
from policytext.model.annotations import Passage
from policytext.model.document import Document
from policytext.text.display import join_lines, wrap_text

_INDENT = "  "
_LEAST_WIDTH = 20


def draw_domains(result: FileResult, document: Document, options: RenderOptions) -> Iterator[Text]:
    """Draw the bars, then the sentences of each domain in reading order.

    Sentences without a domain are shown only if they were asked for with --domain none.
    """
    if options.several:
        yield Text(result.name, style="bold underline")
    rows = find_coverage(result, options)
    if document.title and not options.summary:
        yield from _fold(Text(join_lines(document.title), style="bold"), "", options, indent="")
    yield from draw_bars(rows, options)
    if options.summary:
        return
    passages = result.select("domains", Passage)
    selected = len(passages) < sum(row.passages for row in rows)
    for row in rows:
        found = [passage for passage in passages if passage.domain == row.domain]
        if found and (row.domain or selected):
            yield _draw_heading(row.domain, len(found), options)
            yield from _draw_sentences(found, document, options)
            yield Text()


def _draw_heading(domain: str | None, count: int, options: RenderOptions) -> Text:
    style = choose_style(domain, options) if domain else "dim"
    heading = Text(format_domain(domain, options), style=f"bold {style}")
    return heading.append(f"  {say('coverage-sentences', options.lang, count=count)}", "dim")


def _draw_sentences(
    passages: Sequence[Passage], document: Document, options: RenderOptions
) -> Iterator[Text]:
    lines = [document.source.position(passage.span[0]).line for passage in passages]
    digits = len(str(lines[-1]))
    for line, passage in zip(lines, passages, strict=True):
        lead = f"{line:>{digits}} " if options.line_numbers else ""
        drawn = options.color or not passage.domain
        sentence = mark_terms(passage, options) if drawn else _write_marks(passage)
        yield from _fold(sentence, lead, options)
        if options.why and passage.domain:
            yield from _fold(format_sum(passage, passage.domain, options), " " * len(lead), options)


def _write_marks(passage: Passage) -> Text:
    """Write the sentence with its terms between marks, as examples in rules have them."""
    text, offset = passage.text, passage.span[0]
    pieces, at = [], 0
    for term in sorted(passage.terms):
        start, end = term.span[0] - offset, term.span[1] - offset
        pieces += [text[at:start], "<<", text[start:end], ">>"]
        at = end
    return Text(join_lines("".join([*pieces, text[at:]])))


def _fold(text: Text, lead: str, options: RenderOptions, indent: str = _INDENT) -> Iterator[Text]:
    """Fold a text to the width of the terminal, the later rows below the first."""
    indent = lead + indent
    width = max(options.width - len(indent), _LEAST_WIDTH) if options.width else None
    offset = 0
    for index, row in enumerate(wrap_text(text.plain, width, cell_len) if width else [text.plain]):
        start = text.plain.index(row, offset)
        offset = start + len(row)
        yield Text(indent if not index else " " * len(indent), style="dim").append_text(text[start:offset])
