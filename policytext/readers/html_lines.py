"""The lines of a web page: one for each block, list items with a browser's numbers, one for each row of a table.

>>> page = "<body><nav>首页</nav><ol type='a' start=2><li>推进<b>共享</b><li>办好<br>教育</ol>"
>>> [(line.text, line.path, line.furniture) for line in read_page(page).lines]
[('首页', 'body/nav', True), ('b. 推进共享', 'body/ol/li', False), ('c. 办好', 'body/ol/li[2]', False), ('教育', 'body/ol/li[2]', False)]
"""

from policytext.docx.number_formats import format_number
from policytext.model.records import NamedTuple
from policytext.readers.html_elements import tokenize
from policytext.readers.html_open_elements import OpenElement, find_list_format
from policytext.readers.html_tables import HtmlLine, HtmlTable, Row, join_row, parse_number, parse_spans
from policytext.readers.html_vocabulary import IMPLIED_ENDS, INLINE, VOID
from policytext.readers.html_words import collapse_spaces, raise_digits

_MAX_PATH = 24  # elements in a path
_MAX_LIST_DISTANCE = 64  # elements between an item and its list
_MAX_NESTED_ROWS = 40  # rows inside each other; deeper ones are read as blocks
_MAX_STATED = 300  # meta elements of a page


class HtmlPage(NamedTuple):
    """The visible lines of a page, its tables by their numbers, and what its head states.

    Args:
        lines: the lines, in order.
        tables: the tables.
        stated: the ``content`` of ``meta`` elements by name in lower case, and the ``title``.
    """

    lines: list[HtmlLine]
    tables: dict[int, HtmlTable]
    stated: dict[str, str]


def read_page(page: str) -> HtmlPage:
    """Read the visible lines, the tables and the head of a page.

    Args:
        page: the markup.
    """
    reader = _LineBuilder()
    for kind, value, attributes in tokenize(page):
        if kind == "start":
            reader.start(value, attributes)
        elif kind == "end":
            reader.end(value)
        else:
            reader.text(value)
    return reader.finished()


class _LineBuilder:
    def __init__(self) -> None:
        self.stack = [OpenElement("", "", False, False)]
        self.open: dict[str, int] = {}
        self.words: list[str] = []
        self.label = ""
        self.flushed = 0  # the number of lines so far
        self.plain = False  # whether the line has text outside links
        self.light = False  # whether it has text that is not bold
        #: The lines of the page and of each open table cell; the open rows; all tables, and the open ones.
        self.outputs: list[list[HtmlLine]] = [[]]
        self.rows: list[Row] = []
        self.tables: dict[int, HtmlTable] = {}
        self.open_tables: list[HtmlTable] = []
        self.stated: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in VOID:
            if tag in ("br", "hr") and not self.stack[-1].silent:
                self._flush()
            elif tag == "meta":
                self._read_meta(attributes)
            return
        ending = IMPLIED_ENDS.get(tag)
        if ending:
            self._end_open(*ending)
        if self.words and tag not in INLINE:
            self._flush()
        element = self.stack[-1].open_inside(tag, attributes)
        self.stack.append(element)
        self.open[tag] = self.open.get(tag, 0) + 1
        if tag == "sup" or element.raised:
            element.raised = self.flushed, len(self.words)
        elif tag == "ol":
            element.form = find_list_format(attributes) or ("decimal", ". ")
            element.count = parse_number(attributes.get("start")) or 1
        elif tag == "li":
            self._item(attributes)
        elif tag == "table":
            grid = HtmlTable(len(self.tables) + 1)
            self.tables[grid.number] = grid
            self.open_tables.append(grid)
        elif tag == "tr" and len(self.rows) < _MAX_NESTED_ROWS:
            element.opens = True
            self.rows.append(Row([], [], element.content))
        elif tag in ("td", "th") and self.rows and len(self.outputs) <= _MAX_NESTED_ROWS:
            element.opens = True
            element.spans = parse_spans(attributes)
            self.outputs.append([])

    def _read_meta(self, attributes: dict[str, str]) -> None:
        name = attributes.get("name") or attributes.get("property") or ""
        content = attributes.get("content", "")
        if name and content and len(self.stated) < _MAX_STATED:
            self.stated.setdefault(name.lower(), content)

    def _item(self, attributes: dict[str, str]) -> None:
        """Set the label of a list item, which its first line gets."""
        for back in range(len(self.stack) - 2, max(len(self.stack) - _MAX_LIST_DISTANCE, 0), -1):
            element = self.stack[back]
            if element.tag in ("ul", "menu"):
                return
            if element.tag == "ol":
                number = parse_number(attributes.get("value"))
                element.count = element.count if number is None else number
                form, mark = find_list_format(attributes) or element.form
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
        if self.words and self.stack[-1].tag not in INLINE:
            self._flush()
        element = self.stack.pop()
        self.open[element.tag] -= 1
        if element.raised and element.raised[0] == self.flushed:
            first = element.raised[1]
            self.words[first:] = [raise_digits("".join(self.words[first:]))]
        if element.opens and element.tag != "tr":
            self.rows[-1].cells.append(self.outputs.pop())
            self.rows[-1].spans.append(element.spans)
        elif element.opens:
            self.outputs[-1] += join_row(self.rows.pop(), self.open_tables[-1] if self.open_tables else None)
        elif element.tag == "table":
            self.open_tables.pop()
        elif element.tag == "li":
            self.label = ""

    def text(self, data: str) -> None:
        if self.stack[-1].silent:
            if self.stack[-1].tag == "title":
                self.stated.setdefault("title", data)
            return
        if not data.isspace():
            self.plain = self.plain or not self.open.get("a")
            self.light = self.light or not self.stack[-1].bold
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
        self.flushed += 1
        linked, self.plain = not self.plain, False
        bold, self.light = not self.light, False
        text = joined.rstrip() if self.open.get("pre") else collapse_spaces(joined)
        # Full-width spaces at the start only indent.
        text = text.replace("\xa0", " ").strip(" \u3000")
        if not text:
            return
        element = self.stack[-1]
        around = [outer.name for outer in self.stack[-_MAX_PATH:] if outer.name and outer.tag not in INLINE]
        path = "/".join(around)
        self.outputs[-1].append(
            HtmlLine(
                self.label + text,
                path,
                element.furniture,
                element.heading,
                element.content,
                linked,
                bold=bold,
            )
        )
        self.label = ""

    def finished(self) -> HtmlPage:
        """Close all open elements and return the page."""
        while len(self.stack) > 1:
            self._close()
        self._flush()
        for output in self.outputs[1:]:
            self.outputs[0] += output
        return HtmlPage(self.outputs[0], self.tables, self.stated)
