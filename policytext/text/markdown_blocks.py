"""The blocks of a Markdown text that hold prose, by the parser markdown-it-py; everything else is markup.

>>> blocks = find_blocks("# 方案\\n\\n> - 加快\\n>   建设\\n\\n```\\n代码\\n```\\n")
>>> [(block.kind, block.level, block.lines) for block in blocks]
[('heading', 1, (Span(start=2, end=4),)), ('paragraph', 0, (Span(start=10, end=12), Span(start=17, end=19)))]
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LINE = LazyPattern(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
#: HTML whose content is not prose.
_OPAQUE = LazyPattern(r"\s*<(?:pre|script|style|textarea|[!?])", re.I)
_HTML_HEADING = LazyPattern(r"\s*<h([1-6])\b[^<>]{0,500}>.*</h\1>\s*$", re.I)
_FOOTNOTE = LazyPattern(r"\[\^[^\[\]\s]{1,100}\]:")
_MAX_FRONT_MATTER = 200  # lines


class Block(NamedTuple):
    """A block of prose.

    Args:
        kind: a paragraph, a heading, a row of a table, or HTML that holds text.
        level: the level of a heading, else 0.
        lines: the span of each line's text, without quotation, list and heading signs.
        item: the number of the line on which an item of a numbered list begins, where the block opens one, else None.
    """

    kind: Literal["paragraph", "heading", "row", "html"]
    level: int
    lines: tuple[Span, ...]
    item: int | None = None


def split_lines(text: str) -> list[tuple[int, str]]:
    """Return the offset and the text of each line, without its end."""
    lines = [(found.start(), found[1]) for found in _LINE.finditer(text)]
    return lines[:-1] if len(lines) > 1 and lines[-1][0] == len(text) and text[-1:] not in "\r\n" else lines


def find_blocks(text: str) -> list[Block]:
    """Find the blocks of a text that hold prose, in order."""
    lines = split_lines(text)
    written = [line.replace("\0", "\ufffd") for _, line in lines]
    for number in range(count_front_matter(written)):
        written[number] = ""
    parser = _load_parser()
    tokens: list[Token] = []
    parser.block.parse("\n".join(written), parser, {}, tokens)
    return list(_read_tokens(tokens, [start for start, _ in lines], written))


@cache
def _load_parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


def count_front_matter(lines: Sequence[str]) -> int:
    """Return the number of lines of the front matter: ``---``, keys and values, ``---``."""
    fence = lines[0].rstrip() if lines else ""
    if fence not in ("---", "+++"):
        return 0
    for number, line in enumerate(lines[1:_MAX_FRONT_MATTER], 1):
        if line.rstrip() in (fence, "..."):
            return number + 1
    return 0


def _read_tokens(tokens: "Sequence[Token]", starts: Sequence[int], lines: Sequence[str]) -> Iterator[Block]:
    """Yield the blocks of prose of markdown-it's tokens."""
    level = 0
    item: int | None = None
    numbered: list[bool] = []
    rows = False
    for token in tokens:
        kind = token.type
        if kind in ("ordered_list_open", "bullet_list_open"):
            numbered.append(kind == "ordered_list_open")
        elif kind in ("ordered_list_close", "bullet_list_close"):
            numbered.pop()
        elif kind == "list_item_open" and token.map:
            item = token.map[0] if numbered[-1] else None
        elif kind == "heading_open":
            level = int(token.tag[1])
        elif kind == "heading_close":
            level = 0
        elif kind in ("table_open", "table_close"):
            rows = kind == "table_open"
        elif kind == "tr_open" and token.map:
            yield Block("row", 0, tuple(_find_texts(lines[token.map[0]], token.map[0], starts, lines)))
        elif kind == "html_block" and token.map and not _OPAQUE.match(token.content):
            yield from _read_html(token, starts, lines)
        elif kind == "inline" and token.map and not rows and not _FOOTNOTE.match(token.content):
            spans = tuple(_find_texts(token.content, token.map[0], starts, lines))
            if spans:
                yield Block("heading" if level else "paragraph", level, spans, item)
            item = None


def _read_html(token: "Token", starts: Sequence[int], lines: Sequence[str]) -> Iterator[Block]:
    """Yield the lines of a block of HTML; ``<h2>`` alone on its line is a heading."""
    paragraph: list[Span] = []
    for number in range(*(token.map or (0, 0))):
        spans = list(_find_texts(lines[number], number, starts, lines))
        heading = _HTML_HEADING.match(lines[number])
        if heading is None:
            paragraph += spans
            continue
        if paragraph:
            yield Block("html", 0, tuple(paragraph))
            paragraph = []
        yield Block("heading", int(heading[1]), tuple(spans))
    if paragraph:
        yield Block("html", 0, tuple(paragraph))


def _find_texts(content: str, first: int, starts: Sequence[int], lines: Sequence[str]) -> Iterator[Span]:
    """Yield the span of each line of a block's content, which ends the line of the source but for closing signs."""
    for number, words in enumerate(content.split("\n"), first):
        words = words.strip()
        at = lines[number].rfind(words) if words and number < len(lines) else -1
        if at >= 0:
            yield Span(starts[number] + at, starts[number] + at + len(words))
