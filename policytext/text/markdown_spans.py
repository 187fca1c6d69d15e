"""What of a Markdown text is markup and what is prose, so that only prose is analysed and corrected.

>>> text = "## 一、总体要求\\n\\n见[方案](./a.pdf)，运行`a,b`，**加快**发展。"
>>> found = read_markdown(text)
>>> [text[slice(*span)] for span in found.markup]
['## ', '[', '](./a.pdf)', '`a,b`', '**', '**']
>>> [text[slice(*span)] for span in found.wrapped]
['[方案](./a.pdf)', '**加快**']
>>> found.prose
'   一、总体要求\\n\\n见 方案          ，运行     ，  加快  发展。'
>>> found.headings
{0: 2}
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.markdown_blocks import Block, find_blocks, split_lines
from policytext.text.markdown_grammar import InlineParser

_DEFINITION = LazyPattern(r" {0,3}\[(\^?[^\[\]\n]{1,200})\]:")
#: A fact about the document, with a label in bold: **发布日期**: 2026年5月6日
_LABEL = LazyPattern(
    r"\*\*[^*\n：:]{0,10}?((?:发布|成文|印发|公布|发文|發布)(?:日期|时间|時間))?[：:]?\*\*(?:(?<=[：:]\*\*)|[ \t]*[：:])[ \t]*"
)
_MAX_HEAD = 30  # blocks
_LONGEST_HEADING = 60  # characters
_DELIMITERS = LazyPattern(r"[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$")


class Markdown(NamedTuple):
    """A Markdown text taken apart.

    Args:
        markup: syntax and code, in order and disjoint: link targets, tags, fences, signs of emphasis.
        wrapped: text inside links and emphasis, with the signs around it, and rows of tables; in order and disjoint.
        prose: the text with spaces in place of markup, at the same length; the bars of tables are kept.
        headings: the levels of the headings, by line from 0.
        items: the lines, from 0, on which items of numbered lists begin.
        rows: the lines, from 0, that are rows of tables.
    """

    markup: tuple[Span, ...]
    wrapped: tuple[Span, ...]
    prose: str
    headings: Mapping[int, int]
    items: frozenset[int]
    rows: frozenset[int]


@lru_cache(maxsize=1)
def read_markdown(text: str) -> Markdown:
    """Take a Markdown text apart; several analysers ask for the same text in turn."""
    blocks = find_blocks(text)
    lines = split_lines(text)
    labels = (_DEFINITION.match(line) for _, line in lines) if "]:" in text else ()
    defined = {label[1].lower() for label in labels if label}
    contents = sorted(span for block in blocks for span in block.lines)
    markup = [*_find_outside(lines, contents), *_find_labelled_head(text, blocks)]
    wrapped: list[Span] = []
    for block in blocks:
        inline = InlineParser(text, block.lines[0][0], block.lines[-1][1], defined)
        inline.scan()
        markup += inline.markup
        markup += (span for span in block.lines if _is_delimiter_row(text, span))
        wrapped += inline.wrapped
        if block.kind == "row":
            wrapped.append(Span(block.lines[0][0], block.lines[-1][1]))
    starts = [start for start, _ in lines]
    placed = [(bisect_right(starts, block.lines[0][0]) - 1, block) for block in blocks]
    merged = tuple(_merge_spans(markup))
    return Markdown(
        merged,
        tuple(_merge_spans(wrapped)),
        _blank_markup(text, merged, {block.lines[0][0] for block in blocks if block.item is not None}),
        {line: block.level for line, block in placed if _is_heading(text, block)},
        frozenset(block.item for block in blocks if block.item is not None),
        frozenset(line for line, block in placed if block.kind == "row"),
    )


def _is_heading(text: str, block: Block) -> bool:
    """Return whether a block is marked as a heading; a paragraph directly above a rule --- is not meant as one."""
    first, last = block.lines[0][0], block.lines[-1][1]
    return block.kind == "heading" and not (last - first > _LONGEST_HEADING and text[last - 1] in "。；")


def _find_labelled_head(text: str, blocks: list[Block]) -> Iterator[Span]:
    """Yield the lines of facts between the title and the text, ``**来源**：…``; of a date only the label."""
    for block in blocks[:_MAX_HEAD]:
        if block.kind == "heading" and block.level == 1:
            continue
        labels = [(_LABEL.match(text, *span), span) for span in block.lines]
        if block.kind != "paragraph" or not all(label for label, _ in labels):
            return
        for label, span in labels:
            if label is not None:
                yield Span(span[0], label.end() if label[1] else span[1])


def _is_delimiter_row(text: str, span: Span) -> bool:
    """Return whether a line is the delimiter row of a table, also of one whose columns do not match."""
    line = text[slice(*span)]
    return line[0] in "|:-" and "--" in line and bool(_DELIMITERS.match(line))


def _find_outside(lines: list[tuple[int, str]], contents: list[Span]) -> Iterator[Span]:
    """Yield the parts of each line before, between and after its content."""
    at = 0
    for start, line in lines:
        here, end = start, start + len(line)
        while at < len(contents) and contents[at][0] < end:
            if contents[at][0] > here:
                yield Span(here, contents[at][0])
            here = contents[at][1]
            at += 1
        if here < end:
            yield Span(here, end)


def _merge_spans(spans: list[Span]) -> Iterator[Span]:
    """Yield spans in order, with overlapping ones merged."""
    last: Span | None = None
    for span in sorted(spans):
        if last is not None and span[0] < last[1]:
            last = Span(last[0], max(last[1], span[1]))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


_NUMBER = LazyPattern(r"\d{1,9}[.)][ \t]{0,20}$")
_NOT_BREAKS = LazyPattern(r"[^\r\n]")


def _blank_markup(text: str, markup: tuple[Span, ...], items: Collection[int]) -> str:
    """Return the text with spaces in place of markup, but for numbers of lists, bars of tables and escaped signs.

    Args:
        text: the text.
        markup: the spans of markup.
        items: the offsets behind the numbers of list items.
    """
    pieces: list[str] = []
    done = 0
    for start, end in markup:
        piece = text[start:end]
        if piece.strip(" \t") == "|":
            continue
        kept = piece[1] if len(piece) == 2 and piece[0] == "\\" else ""
        if end in items and (number := _NUMBER.search(piece)):
            kept = number[0]
        blank = _NOT_BREAKS.sub(" ", piece) if "\n" in piece or "\r" in piece else " " * len(piece)
        pieces += (text[done:start], blank[: len(blank) - len(kept)], kept)
        done = end
    return "".join((*pieces, text[done:]))
