"""The parsers of ``numbering.xml`` and ``styles.xml``, which define the lists of a Word document."""

import re
from dataclasses import replace

from policytext.docx.numbering import MAX_LABEL, Level, NumberingDefinitions, Style
from policytext.docx.xml_events import Attributes, parse_xml
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.raised import POSITIONS

_HEADING = LazyPattern("(?:heading|标题|標題) ?([1-9])|title|标题|標題", re.I)


def read_numbering(numbering: bytes, styles: bytes, path: str) -> NumberingDefinitions:
    """Read the list definitions of a document.

    Args:
        numbering, styles: the parts, empty where they are missing.
        path: the file as messages name it.

    Raises:
        ReadError: a part is damaged.
    """
    lists = NumberingDefinitions()
    if styles:
        _StylesParser(lists).read(styles, path)
    if numbering:
        _NumberingParser(lists).read(numbering, path)
    return lists


class _NumberingParser:
    """Reads ``numbering.xml``."""

    def __init__(self, lists: NumberingDefinitions) -> None:
        self.lists = lists
        self.abstract = self.number = ""
        self.at: int | None = None
        self.level: Level | None = None

    def read(self, data: bytes, path: str) -> None:
        parse_xml(data, path, self.start, self.end)

    def start(self, name: str, attributes: Attributes, byte: int) -> None:
        del byte
        value = attributes.get("val", "")
        if name == "abstractNum":
            self.abstract, self.number = attributes.get("abstractNumId", ""), ""
            self.lists.levels.setdefault(self.abstract, {})
        elif name == "num":
            self.number, self.abstract = attributes.get("numId", ""), ""
        elif name == "abstractNumId" and self.number:
            self.lists.definitions[self.number] = value
        elif name == "numStyleLink" and self.abstract:
            self.lists.linked[self.abstract] = value
        elif name == "lvlOverride":
            self.at = _parse_int(attributes.get("ilvl"))
        elif name == "startOverride" and self.number and self.at is not None:
            self.lists.starts.setdefault(self.number, {})[self.at] = _parse_int(value) or 0
        elif name == "lvl":
            self.at, self.level = _parse_int(attributes.get("ilvl")), Level()
        elif self.level is not None:
            self.level = _set_property(self.level, name, value)

    def end(self, name: str, byte: int) -> None:
        del byte
        if name == "lvl" and self.level is not None and self.at is not None:
            if self.number:
                self.lists.overrides.setdefault(self.number, {})[self.at] = self.level
            else:
                self.lists.levels[self.abstract][self.at] = self.level
            self.level = None


def _set_property(level: Level, name: str, value: str) -> Level:
    """Return a level with one more property."""
    if name == "numFmt":
        # mc:Choice comes first with a format of Word's own, mc:Fallback follows with a common one: the first is valid.
        return level if level.form != "decimal" else replace(level, form=value or "decimal")
    if name == "lvlText":
        return replace(level, text=value[:MAX_LABEL])
    if name == "start":
        return replace(level, start=_parse_int(value) or 0)
    if name == "suff":
        return replace(level, gap=value)
    if name == "pStyle":
        return replace(level, style=value)
    if name == "isLgl":
        return replace(level, legal=value not in ("0", "false", "off"))
    return replace(level, restart=_parse_int(value)) if name == "lvlRestart" else level


class _StylesParser:
    """Reads ``styles.xml``."""

    def __init__(self, lists: NumberingDefinitions) -> None:
        self.lists = lists
        self.style: Style | None = None
        self.changed = 0

    def read(self, data: bytes, path: str) -> None:
        parse_xml(data, path, self.start, self.end)

    def start(self, name: str, attributes: Attributes, byte: int) -> None:
        del byte
        value = attributes.get("val", "")
        if name == "style":
            self.style = self.lists.styles[attributes.get("styleId", "")] = Style()
            if attributes.get("type") == "paragraph" and attributes.get("default") in ("1", "true", "on"):
                self.lists.default = attributes.get("styleId", "")
        elif name == "pPrChange":
            self.changed += 1
        elif self.style is None or self.changed:
            return
        elif name == "basedOn":
            self.style.based = value
        elif name == "numId" and self.style.number is None:
            self.style.number = value
        elif name == "ilvl" and self.style.level is None:
            self.style.level = _parse_int(value)
        elif name == "vertAlign":
            self.style.position = POSITIONS.get(value)
        elif name == "outlineLvl":
            self.style.outline = 1 + (_parse_int(value) or 0)
        elif name == "name":
            self.style.outline = _read_heading_name(value)
        elif name in ("b", "sz"):
            self.style.look.setdefault(name, value)
        elif name == "rFonts" and "eastAsia" in attributes:
            self.style.look["font"] = attributes["eastAsia"]

    def end(self, name: str, byte: int) -> None:
        del byte
        if name == "style":
            self.style = None
        elif name == "pPrChange":
            self.changed -= 1


def _read_heading_name(name: str) -> int | None:
    """Return the level of a style that Word names as a heading, whatever its properties.

    >>> [_read_heading_name(name) for name in ("heading 2", "标题 1", "Title", "Normal")]
    [2, 1, 0, None]
    """
    found = _HEADING.fullmatch(name)
    return None if found is None else int(found[1] or 0)


def _parse_int(value: str | None) -> int | None:
    try:
        return int(value or "")
    except ValueError:
        return None
