"""The lines of a web page: one for each block, list items with a browser's numbers, one for each row of a table.

>>> page = "<body><nav>首页</nav><ol type='a' start=2><li>推进<b>共享</b><li>办好<br>教育</ol>"
>>> [(line.text, line.path, line.furniture) for line in find_lines(page)]
[('首页', 'body/nav', True), ('b. 推进共享', 'body/ol/li', False), ('c. 办好', 'body/ol/li[2]', False), ('教育', 'body/ol/li[2]', False)]
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from policytext.docx.number_formats import format_number
from policytext.readers.html_elements import EndTag, StartTag, tokenize
from policytext.readers.html_vocabulary import (
    FURNITURE,
    FURNITURE_NAME,
    HEADINGS,
    IMPLIED_ENDS,
    INLINE,
    LIST_FORMATS,
    SILENT,
    VOID,
)

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.I)
_BLANKS = re.compile("[ \t\r\n\f]+")
_MAX_PATH = 24  # elements in a path
_MAX_LIST_DISTANCE = 64  # elements between an item and its list
_MAX_CELL = 300  # characters; a larger cell lays out the page


class HtmlLine(NamedTuple):
    """A line of a page.

    Args:
        text: the text, with the number of a list item.
        path: the elements around it.
        furniture: whether it is in navigation, a footer or the like.
        heading: whether it is a heading.
    """

    text: str
    path: str
    furniture: bool
    heading: bool


def find_lines(page: str) -> list[HtmlLine]:
    """Return the visible lines of a page.

    Args:
        page: the markup.
    """
    reader = _LineBuilder()
    for token in tokenize(page):
        if isinstance(token, StartTag):
            reader.start(token.tag, token.attributes)
        elif isinstance(token, EndTag):
            reader.end(token.tag)
        else:
            reader.text(token)
    return reader.finished()


@dataclass
class _Element:
    tag: str
    name: str
    furniture: bool
    silent: bool
    children: dict[str, int] = field(default_factory=dict)
    #: For a list: its number format and the punctuation after the number, and the next number.
    form: tuple[str, str] = ("none", "")
    count: int = 1


class _LineBuilder:
    def __init__(self) -> None:
        self.stack = [_Element("", "", False, False)]
        self.open: dict[str, int] = {}
        self.words: list[str] = []
        self.label = ""
        #: The lines of the page and of each open table cell; and the cells of each open row.
        self.outputs: list[list[HtmlLine]] = [[]]
        self.rows: list[list[list[HtmlLine]]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in VOID:
            if tag in ("br", "hr") and not self.stack[-1].silent:
                self._flush()
            return
        ending = IMPLIED_ENDS.get(tag)
        if ending:
            self._end_open(*ending)
        if tag not in INLINE:
            self._flush()
        above = self.stack[-1]
        above.children[tag] = number = above.children.get(tag, 0) + 1
        hidden = "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", "")))
        named = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        element = _Element(
            tag,
            f"{tag}[{number}]" if number > 1 else tag,
            above.furniture
            or tag in FURNITURE
            or (tag not in ("html", "body") and bool(FURNITURE_NAME.search(named))),
            above.silent or tag in SILENT or hidden,
        )
        self.stack.append(element)
        self.open[tag] = self.open.get(tag, 0) + 1
        if tag == "ol":
            element.form = _find_list_format(attributes) or ("decimal", ". ")
            element.count = _parse_number(attributes.get("start")) or 1
        elif tag == "li":
            self._item(attributes)
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.outputs.append([])

    def _item(self, attributes: dict[str, str]) -> None:
        """Set the label of a list item, which its first line gets."""
        for back in range(len(self.stack) - 2, max(len(self.stack) - _MAX_LIST_DISTANCE, 0), -1):
            element = self.stack[back]
            if element.tag in ("ul", "menu"):
                return
            if element.tag == "ol":
                number = _parse_number(attributes.get("value"))
                element.count = element.count if number is None else number
                form, mark = _find_list_format(attributes) or element.form
                digits = format_number(form, element.count)
                self.label = f"{digits}{mark}" if digits else ""
                element.count += 1
                return

    def end(self, tag: str) -> None:
        if tag in VOID or not self.open.get(tag):
            if tag == "br":
                self._flush()
            return
        while len(self.stack) > 1:
            done = self.stack[-1].tag
            self._close()
            if done == tag:
                break

    def _end_open(self, tags: tuple[str, ...], limits: tuple[str, ...]) -> None:
        """Close the nearest open element of `tags`, unless one of `limits` is nearer."""
        for back in range(len(self.stack) - 1, max(len(self.stack) - 12, 0), -1):
            tag = self.stack[back].tag
            if tag in limits:
                return
            if tag in tags:
                while len(self.stack) > back:
                    self._close()
                if tag != "tr" and "tr" in tags:
                    self._end_open(tags, limits)
                return

    def _close(self) -> None:
        """Close the innermost element."""
        if self.stack[-1].tag not in INLINE:
            self._flush()
        element = self.stack.pop()
        self.open[element.tag] -= 1
        if element.tag in ("td", "th") and self.rows and len(self.outputs) > 1:
            self.rows[-1].append(self.outputs.pop())
        elif element.tag == "tr" and self.rows:
            self.outputs[-1] += _join_row(self.rows.pop())
        elif element.tag == "li":
            self.label = ""

    def text(self, data: str) -> None:
        if self.stack[-1].silent:
            return
        if self.open.get("pre"):
            first, *others = data.split("\n")
            self.words.append(first)
            for line in others:
                self._flush()
                self.words.append(line)
        else:
            self.words.append(data)

    def _flush(self) -> None:
        """End the line."""
        if not self.words:
            return
        joined = "".join(self.words)
        self.words = []
        text = joined.rstrip() if self.open.get("pre") else _BLANKS.sub(" ", joined).strip(" ")
        # Full-width spaces at the start only indent.
        text = text.replace("\xa0", " ").strip(" \u3000")
        if not text:
            return
        element = self.stack[-1]
        around = [outer.name for outer in self.stack[-_MAX_PATH:] if outer.name and outer.tag not in INLINE]
        path = "/".join(around)
        heading = any(self.open.get(tag) for tag in HEADINGS)
        self.outputs[-1].append(HtmlLine(self.label + text, path, element.furniture, heading))
        self.label = ""

    def finished(self) -> list[HtmlLine]:
        """Close all open elements and return all lines."""
        while len(self.stack) > 1:
            self._close()
        self._flush()
        while self.rows:
            self.outputs[0] += _join_row(self.rows.pop())
        for output in self.outputs[1:]:
            self.outputs[0] += output
        return self.outputs[0]


def _join_row(cells: list[list[HtmlLine]]) -> list[HtmlLine]:
    """Join a row to one line; a row that only lays out the page keeps the lines of its cells."""
    filled = [cell for cell in cells if cell]
    layout = any(len(cell) > 2 and sum(len(line.text) for line in cell) > _MAX_CELL for cell in filled)
    if len(filled) < 2 or layout:
        return [line for cell in filled for line in cell]
    text = " | ".join([" ".join([line.text for line in cell]) for cell in cells])
    first = filled[0][0]
    path = first.path.rpartition("/td")[0] or first.path.rpartition("/th")[0] or first.path
    return [HtmlLine(text, path, all(line.furniture for cell in filled for line in cell), False)]


def _find_list_format(attributes: dict[str, str]) -> tuple[str, str] | None:
    style = _LIST_STYLE.search(attributes.get("style", ""))
    name = style[1].lower() if style else attributes.get("type", "")
    return LIST_FORMATS.get(name)


def _parse_number(value: str | None) -> int | None:
    try:
        return max(int(value or ""), 0)
    except ValueError:
        return None
