"""An open element of a web page: what its tag, its attributes and the elements around it decide about its text."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from policytext.readers.html_vocabulary import (
    BOLD,
    CONTENT,
    CONTENT_NAME,
    FURNITURE,
    FURNITURE_NAME,
    HEADINGS,
    LIST_FORMATS,
    SILENT,
)
from policytext.text.lazy_patterns import LazyPattern

_HIDDEN = LazyPattern(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_LIST_STYLE = LazyPattern(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.I)
_RAISED = LazyPattern(r"vertical-align\s*:\s*super", re.I)
_WEIGHT = LazyPattern(r"font-weight\s*:\s*(?:(bold|[6-9]00)|\w+)", re.I)
_MAX_NAMES = 500  # characters


@dataclass(slots=True)
class OpenElement:
    """An element whose end was not read yet; `children` counts the elements inside by tag."""

    tag: str
    name: str
    furniture: bool
    silent: bool
    #: The level of the heading that it is or stands in, 0 outside of headings.
    heading: int = 0
    #: Whether its text is bold.
    bold: bool = False
    #: Whether it is the article: 2 by a name of content systems, 1 by its tag.
    content: int = 0
    children: dict[str, int] = field(default_factory=dict)
    #: For a list: its number format and the punctuation after the number, and the next number.
    form: tuple[str, str] = ("none", "")
    count: int = 1
    #: For a superscript: the number of lines and of words before it.
    raised: tuple[int, int] | None = None
    #: For a cell: the rows and columns that it covers.
    spans: tuple[int, int] = (1, 1)
    #: Whether it is a row or a cell whose lines are joined.
    opens: bool = False

    def open_inside(self, tag: str, attributes: dict[str, str]) -> "OpenElement":
        """Return an element that begins inside this one."""
        self.children[tag] = number = self.children.get(tag, 0) + 1
        element = OpenElement(
            tag,
            f"{tag}[{number}]" if number > 1 else tag,
            self.furniture or tag in FURNITURE,
            self.silent or tag in SILENT,
            HEADINGS.get(tag, self.heading),
            self.bold or tag in BOLD,
            max(self.content, CONTENT[tag]) if tag in CONTENT else self.content,
        )
        if attributes:
            _read_attributes(element, attributes)
        return element


def _read_attributes(element: OpenElement, attributes: dict[str, str]) -> None:
    """Set what the style and the names of an element decide."""
    style = attributes.get("style", "")
    # Both have a colon.
    if ":" in style:
        element.silent = element.silent or bool(_HIDDEN.search(style))
        element.raised = (0, 0) if _RAISED.search(style) else None
        if weight := _WEIGHT.search(style):
            element.bold = weight[1] is not None
    element.silent = element.silent or "hidden" in attributes
    if ("class" not in attributes and "id" not in attributes) or element.tag in ("html", "body"):
        return
    named = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    role = _find_role(named[:_MAX_NAMES])
    if role == "content":
        # Some systems put the whole page into a form.
        element.content, element.furniture = 2, False
    elif role == "furniture":
        element.furniture = True


@lru_cache(maxsize=1_000)
def _find_role(named: str) -> str:
    """Return what the names of an element say that it holds; a page uses few names many times."""
    return "content" if CONTENT_NAME.search(named) else "furniture" if FURNITURE_NAME.search(named) else ""


def find_list_format(attributes: dict[str, str]) -> tuple[str, str] | None:
    """Return the number format of a list and the punctuation after the number, None where nothing is stated."""
    style = _LIST_STYLE.search(attributes.get("style", ""))
    name = style[1].lower() if style else attributes.get("type", "")
    return LIST_FORMATS.get(name)
