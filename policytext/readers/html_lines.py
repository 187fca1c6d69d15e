"""A web page as lines, in one pass: a line a block, lists numbered as a browser numbers them, a table's row a line.

>>> page = "<body><nav>首页</nav><ol type='a' start=2><li>推进<b>共享</b><li>办好<br>教育</ol>"
>>> [(line.text, line.path, line.furniture) for line in find_lines(page)]
[('首页', 'body/nav', True), ('b. 推进共享', 'body/ol/li', False), ('c. 办好', 'body/ol/li[2]', False), ('教育', 'body/ol/li[2]', False)]
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from policytext.docx.number_formats import format_number
from policytext.readers.html_elements import EndTag, StartTag, tokenize

_VOID = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "param",
    )
)
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark",
     "q", "rb", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "o:p", "st1", "nobr")
)  # fmt: skip
#: What is in them nobody reads: not on a page, nor in a text.
_SILENT = frozenset(
    ("script", "style", "noscript", "template", "head", "title", "select", "textarea", "svg", "object", "iframe", "canvas", "rt", "rp",
     "button", "audio", "video", "map", "datalist", "applet", "frameset")
)  # fmt: skip
_FURNITURE = frozenset(("nav", "footer", "aside", "form", "menu"))
_FURNITURE_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav\w*|menu\w*|foot\w*|bread\w*|crumbs?|copyright|side-?bar|share\w*|tool-?bar|login|search\w*|pager|pagination"
    r"|top-?bar|friend-?links?|related|recommend\w*|advert\w*|banner|position|location|dqwz)(?:$|[\s_-])",
    re.I,
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.I)
_BLANKS = re.compile("[ \t\r\n\f]+")
#: A new element of this kind ends one that is open, up to the next of the others.
_IMPLIED_ENDS = {
    "li": (("li",), ("ul", "ol", "menu")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "tr": (("tr", "td", "th"), ("table",)),
    "p": (("p",), ("div", "td", "th", "li", "section", "article", "body", "blockquote")),
}
#: What a browser writes in front of an item, by ``type`` or ``list-style-type``.
_LIST_FORMATS = {
    "1": ("decimal", ". "), "a": ("lowerLetter", ". "), "A": ("upperLetter", ". "), "i": ("lowerRoman", ". "), "I": ("upperRoman", ". "),
    "decimal": ("decimal", ". "), "decimal-leading-zero": ("decimalZero", ". "), "lower-alpha": ("lowerLetter", ". "),
    "lower-latin": ("lowerLetter", ". "), "upper-alpha": ("upperLetter", ". "), "upper-latin": ("upperLetter", ". "),
    "lower-roman": ("lowerRoman", ". "), "upper-roman": ("upperRoman", ". "), "cjk-ideographic": ("chineseCounting", "、"),
    "simp-chinese-informal": ("chineseCounting", "、"), "trad-chinese-informal": ("chineseCounting", "、"),
    "simp-chinese-formal": ("chineseLegalSimplified", "、"), "trad-chinese-formal": ("ideographLegalTraditional", "、"),
    "cjk-decimal": ("ideographDigital", "、"), "cjk-heavenly-stem": ("ideographTraditional", "、"),
    "cjk-earthly-branch": ("ideographZodiac", "、"), "none": ("none", ""),
}  # fmt: skip
_MAX_PATH = 24  # elements that a path names
_MAX_LIST_DISTANCE = 64  # elements between an item and its list
_MAX_CELL = 300  # characters of a cell that is no cell of a table but a part of the page


class HtmlLine(NamedTuple):
    """A line of a page.

    Args:
        text: its words, with a list's number.
        path: the elements that it stands in.
        furniture: whether these are navigation, a footer or the like.
        heading: whether it is a heading.
    """

    text: str
    path: str
    furniture: bool
    heading: bool


def find_lines(page: str) -> list[HtmlLine]:
    """The lines of a page that a reader sees.

    Args:
        page: its markup.
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
    #: Of a list: its form, the mark behind a number, the next number.
    form: tuple[str, str] = ("none", "")
    count: int = 1


class _LineBuilder:
    def __init__(self) -> None:
        self.stack = [_Element("", "", False, False)]
        self.open: dict[str, int] = {}
        self.words: list[str] = []
        self.label = ""
        #: Where lines go: the page, or the cell of a table that is open; and the cells of each row that is open.
        self.sinks: list[list[HtmlLine]] = [[]]
        self.rows: list[list[list[HtmlLine]]] = []

    def start(self, tag: str, about: dict[str, str]) -> None:
        if tag in _VOID:
            if tag in ("br", "hr") and not self.stack[-1].silent:
                self._flush()
            return
        ending = _IMPLIED_ENDS.get(tag)
        if ending:
            self._end_open(*ending)
        if tag not in _INLINE:
            self._flush()
        above = self.stack[-1]
        above.children[tag] = number = above.children.get(tag, 0) + 1
        hidden = "hidden" in about or bool(_HIDDEN.search(about.get("style", "")))
        named = f"{about.get('class', '')} {about.get('id', '')}"
        element = _Element(
            tag,
            f"{tag}[{number}]" if number > 1 else tag,
            above.furniture
            or tag in _FURNITURE
            or (tag not in ("html", "body") and bool(_FURNITURE_NAME.search(named))),
            above.silent or tag in _SILENT or hidden,
        )
        self.stack.append(element)
        self.open[tag] = self.open.get(tag, 0) + 1
        if tag == "ol":
            element.form = _find_list_format(about) or ("decimal", ". ")
            element.count = _parse_number(about.get("start")) or 1
        elif tag == "li":
            self._item(about)
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.sinks.append([])

    def _item(self, about: dict[str, str]) -> None:
        """The number of a list's item, for its first line."""
        for back in range(len(self.stack) - 2, max(len(self.stack) - _MAX_LIST_DISTANCE, 0), -1):
            element = self.stack[back]
            if element.tag in ("ul", "menu"):
                return
            if element.tag == "ol":
                number = _parse_number(about.get("value"))
                element.count = element.count if number is None else number
                form, mark = _find_list_format(about) or element.form
                digits = format_number(form, element.count)
                self.label = f"{digits}{mark}" if digits else ""
                element.count += 1
                return

    def end(self, tag: str) -> None:
        if tag in _VOID or not self.open.get(tag):
            if tag == "br":
                self._flush()
            return
        while len(self.stack) > 1:
            done = self.stack[-1].tag
            self._close()
            if done == tag:
                break

    def _end_open(self, tags: tuple[str, ...], limits: tuple[str, ...]) -> None:
        """Close what the page forgot to: the nearest of `tags`, if none of `limits` is nearer."""
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
        if self.stack[-1].tag not in _INLINE:
            self._flush()
        element = self.stack.pop()
        self.open[element.tag] -= 1
        if element.tag in ("td", "th") and self.rows and len(self.sinks) > 1:
            self.rows[-1].append(self.sinks.pop())
        elif element.tag == "tr" and self.rows:
            self.sinks[-1] += _join_row(self.rows.pop())
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
        # A no-break space, and a full-width one that only indents.
        text = text.replace("\xa0", " ").strip(" \u3000")
        if not text:
            return
        element = self.stack[-1]
        path = "/".join([one.name for one in self.stack[-_MAX_PATH:] if one.name and one.tag not in _INLINE])
        heading = any(self.open.get(tag) for tag in _HEADINGS)
        self.sinks[-1].append(HtmlLine(self.label + text, path, element.furniture, heading))
        self.label = ""

    def finished(self) -> list[HtmlLine]:
        """All lines, with everything closed that is still open."""
        while len(self.stack) > 1:
            self._close()
        self._flush()
        while self.rows:
            self.sinks[0] += _join_row(self.rows.pop())
        for sink in self.sinks[1:]:
            self.sinks[0] += sink
        return self.sinks[0]


def _join_row(cells: list[list[HtmlLine]]) -> list[HtmlLine]:
    """A row as one line; one that only lays out the page as the lines of its cells."""
    filled = [cell for cell in cells if cell]
    layout = any(len(cell) > 2 and sum(len(line.text) for line in cell) > _MAX_CELL for cell in filled)
    if len(filled) < 2 or layout:
        return [line for cell in filled for line in cell]
    text = " | ".join([" ".join([line.text for line in cell]) for cell in cells])
    first = filled[0][0]
    path = first.path.rpartition("/td")[0] or first.path.rpartition("/th")[0] or first.path
    return [HtmlLine(text, path, all(line.furniture for cell in filled for line in cell), False)]


def _find_list_format(about: dict[str, str]) -> tuple[str, str] | None:
    style = _LIST_STYLE.search(about.get("style", ""))
    name = style[1].lower() if style else about.get("type", "")
    return _LIST_FORMATS.get(name)


def _parse_number(value: str | None) -> int | None:
    try:
        return max(int(value or ""), 0)
    except ValueError:
        return None
