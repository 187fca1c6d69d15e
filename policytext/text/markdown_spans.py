"""The spans of a Markdown text that are markup and not prose, so that nothing is corrected there.

One linear pass reads the lines and another the paragraphs; in case of doubt a span counts as markup.

>>> text = "见[方案](./a.pdf)，运行`a,b`，**加快**发展。"
>>> markup = find_markup(text)
>>> [text[slice(*span)] for span in markup.markup]
['[', '](./a.pdf)', '`a,b`', '**', '**']
>>> [text[slice(*span)] for span in markup.wrapped]
['[方案](./a.pdf)', '**加快**']
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policytext.model.document import Span
from policytext.text.lazy_patterns import compile_pattern
from policytext.text.markdown_grammar import InlineParser


class Markup(NamedTuple):
    """The spans of a Markdown text that are not plain prose, in order.

    Args:
        markup: syntax and code: link targets, tags, fences, signs of emphasis.
        wrapped: text inside links and emphasis, with the signs around it.
    """

    markup: tuple[Span, ...]
    wrapped: tuple[Span, ...]


_LINE = compile_pattern(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_HTML_BLOCK = compile_pattern(r"[ \t]*<(?:!--|(pre|script|style|textarea)\b)", re.I)
_FENCE = compile_pattern(r"[ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}(?=[^`]*$)|~{3,})")
_INDENTED = compile_pattern(r" {4}|\t| {1,3}\t")
_RULE = compile_pattern(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)$")
_DELIMITERS = compile_pattern(r"[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$")
_DEFINITION = compile_pattern(r" {0,3}\[(\^?[^\[\]\n]{1,200})\]:")
# Quotation, list item, task and heading signs may stand one after the other.
_PREFIX = compile_pattern(
    r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[[ xX]\](?=[ \t])|#{1,6}(?=[ \t])))+[ \t]*"
)
_ITEM = compile_pattern(r"[ \t]*(?:>[ \t]?)*(?:[-*+]|\d{1,9}[.)])[ \t]")
_CLOSING_HASHES = compile_pattern(r"[ \t]{1,20}#{1,20}[ \t]{0,20}$")


def find_markup(text: str) -> Markup:
    """Find the markup of a Markdown text."""
    scan = _BlockParser(text)
    scan.blocks()
    return Markup(tuple(_merge_spans(scan.markup)), tuple(_merge_spans(scan.wrapped)))


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


class _BlockParser:
    """Classifies the lines of a text and passes each paragraph to `InlineParser`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.markup: list[Span] = []
        self.wrapped: list[Span] = []
        self._lines = [(match.start(), match[1]) for match in _LINE.finditer(text)]
        labels = (_DEFINITION.match(line) for _, line in self._lines)
        self._defined = {label[1].lower() for label in labels if label}
        # State from the lines above: an open fence, the sign that ends an HTML block, indented code, a list, a blank line.
        self._fence = self._until = ""
        self._code = self._listed = False
        self._blank = True

    def blocks(self) -> None:
        """Find whole lines of markup, the signs at line starts, and the markup of the paragraphs between."""
        paragraph = -1
        for at, line in self._lines[self._front_matter() :]:
            if self._is_markup(line):
                self._paragraph(paragraph, at)
                paragraph = -1
                if line:
                    self.markup.append(Span(at, at + len(line)))
            else:
                self._signs_around(at, line)
                paragraph = at if paragraph < 0 else paragraph
            self._blank = not line.strip()
        self._paragraph(paragraph, len(self.text))

    def _is_markup(self, line: str) -> bool:
        """Return whether a line has no prose: blank, code, a rule, a link definition, a part of a comment."""
        if self._fence:
            closing = line.strip(" \t>")
            if closing and not closing.strip(self._fence[0]) and len(closing) >= len(self._fence):
                self._fence = ""
            return True
        block = None if self._until else _HTML_BLOCK.match(line)
        if self._until or block:
            if block:
                self._until = f"</{block[1].lower()}>" if block[1] else "-->"
            if self._until in line.lower():
                self._until = ""
            return True
        if fence := _FENCE.match(line):
            self._fence = fence[1]
            return True
        if not line.strip():
            return True
        if _INDENTED.match(line) and (self._code or self._blank) and not self._listed:
            self._code = True
            return True
        self._code = False
        # A paragraph at the margin after a blank line ends a list; an indented one may belong to it.
        goes_on = self._listed and not (self._blank and line[0] not in " \t")
        self._listed = goes_on or bool(_ITEM.match(line))
        return bool(_RULE.match(line) or ("-" in line and _DELIMITERS.match(line)) or _DEFINITION.match(line))

    def _front_matter(self) -> int:
        """Return the number of lines of the front matter."""
        fence = self._lines[0][1].rstrip() if self._lines else ""
        if fence not in ("---", "+++"):
            return 0
        for number, (at, line) in enumerate(self._lines[1:200], 1):
            if line.rstrip() in (fence, "..."):
                self.markup.append(Span(0, at + len(line)))
                return number + 1
        return 0

    def _signs_around(self, at: int, line: str) -> None:
        prefix = _PREFIX.match(line)
        if prefix:
            self.markup.append(Span(at, at + prefix.end()))
            hashes = _CLOSING_HASHES.search(line, prefix.end()) if "#" in prefix[0] else None
            if hashes:
                self.markup.append(Span(at + hashes.start(), at + len(line)))
        blanks = len(line) - len(line.rstrip(" "))
        if blanks > 1 or line.endswith("\\"):  # a line break
            self.markup.append(Span(at + len(line) - max(blanks, 1), at + len(line)))

    def _paragraph(self, start: int, end: int) -> None:
        if start >= 0:
            inline = InlineParser(self.text, start, end, self._defined)
            inline.scan()
            self.markup += inline.markup
            self.wrapped += inline.wrapped
