"""Automatic numbers of a Word document, as the reader sees them: 第一条, （一）, 1. and the like.

A paragraph belongs to a list by itself or through its style; lists that share a definition count together; a level
starts again when one above it goes on. The rules are those of ECMA-376 part 1, 17.9.

>>> lists = NumberingDefinitions()
>>> lists.levels["0"] = {0: Level(form="chineseCountingThousand", text="%1、"), 1: Level(form="decimal", text="%1.%2")}
>>> lists.definitions["7"] = "0"
>>> counter = Counter(lists)
>>> [counter.label("7", level) for level in (0, 0, 1, 1, 0, 1)]
['一、', '二、', '二.1 ', '二.2 ', '三、', '三.1 ']
"""

import re
from dataclasses import dataclass, field, replace

from policytext.docx.number_formats import format_number
from policytext.docx.package import Attributes, parse_xml

_PLACEHOLDER = re.compile("%([1-9])")
#: Behind these a label needs no space.
_CLOSED = "、）．。，：》】"
_LEVELS = 9
#: Symbol fonts put their bullets here, where Unicode has nothing.
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_BULLET = "•"


@dataclass(frozen=True, kw_only=True)
class Level:
    """How one level of a list counts."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    gap: str = "tab"
    style: str = ""
    legal: bool = False
    restart: int | None = None


@dataclass
class NumberingDefinitions:
    """What ``numbering.xml`` and ``styles.xml`` say of lists.

    Args:
        levels: the levels of each definition (``w:abstractNum``).
        definitions: the definition of each list (``w:num``).
        overrides: levels that a list has of its own, and where it starts.
        linked: definitions that borrow those of a numbering style.
        styles: for each paragraph style its list and level, as far as it says so, and the style it is based on.
        default: the style of paragraphs that name none.
    """

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    definitions: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, dict[int, Level]] = field(default_factory=dict)
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    linked: dict[str, str] = field(default_factory=dict)
    styles: dict[str, "Style"] = field(default_factory=dict)
    default: str = ""

    def definition(self, number: str) -> str | None:
        """The definition of a list, through a numbering style if it has one."""
        found = self.definitions.get(number)
        for _ in range(_LEVELS):
            style = self.linked.get(found or "")
            if style is None or style not in self.styles:
                break
            found = self.definitions.get(self.styles[style].number or "")
        return found

    def level(self, number: str, level: int) -> Level | None:
        """How a level of a list counts."""
        own = self.overrides.get(number, {}).get(level)
        return own or self.levels.get(self.definition(number) or "", {}).get(level)

    def of_style(self, style: str) -> tuple[str | None, int]:
        """The list and the level that a paragraph has through its style."""
        number: str | None = None
        level: int | None = None
        seen: set[str] = set()
        at = style or self.default
        while at in self.styles and at not in seen:
            seen.add(at)
            found = self.styles[at]
            number = number if number is not None else found.number
            level = level if level is not None else found.level
            at = found.based
        if number is None:
            return None, 0
        if level is None:
            levels = self.levels.get(self.definition(number) or "", {})
            level = next((one for one, about in levels.items() if about.style in seen and about.style), 0)
        return number, level


@dataclass
class Style:
    """A style: its list, its level in it, and the style it is based on."""

    number: str | None = None
    level: int | None = None
    based: str = ""


class Counter:
    """Counts the paragraphs of a document's lists.

    Args:
        lists: the definitions.
    """

    def __init__(self, lists: NumberingDefinitions) -> None:
        self._lists = lists
        # For each definition the number of each level, None where it has to start.
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def label(self, number: str, level: int) -> str:
        """The label of the next paragraph of a list, with the space behind it; empty where it has none."""
        about = self._lists.level(number, level)
        definition = self._lists.definition(number)
        if about is None or definition is None or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts.setdefault(definition, [None] * _LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for at in self._lists.starts.get(number, {}):
                counts[at] = None
        before = counts[level]
        counts[level] = self._start(number, level, about) if before is None else before + 1
        for below in range(level + 1, _LEVELS):
            restart = getattr(self._lists.level(number, below), "restart", None)
            if restart is None or (restart and level < restart):
                counts[below] = None
        return self._text(number, about, counts)

    def _start(self, number: str, level: int, about: Level) -> int:
        return self._lists.starts.get(number, {}).get(level, about.start)

    def _text(self, number: str, about: Level, counts: list[int | None]) -> str:
        if about.form == "bullet":
            label = _PRIVATE.sub(_BULLET, about.text) or _BULLET
        else:

            def value(found: re.Match[str]) -> str:
                at = int(found[1]) - 1
                other = self._lists.level(number, at) or Level()
                count = counts[at]
                count = self._start(number, at, other) if count is None else count
                return format_number(
                    "decimal" if about.legal and other.form != "decimalZero" else other.form, count
                )

            label = _PLACEHOLDER.sub(value, about.text)
        if not label.strip():
            return ""
        tight = about.gap == "nothing" or label[-1] in _CLOSED or label[-1].isspace()
        return label if tight else f"{label} "


def read_numbering(numbering: bytes, styles: bytes, path: str) -> NumberingDefinitions:
    """The lists of a document.

    Args:
        numbering, styles: the parts, empty where there are none.
        path: what messages call the file.

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
    """A level with one more of its properties read."""
    if name == "numFmt":
        # A form of Word's own stands in mc:Choice, the nearest common one behind it in mc:Fallback: the first holds.
        return level if level.form != "decimal" else replace(level, form=value or "decimal")
    if name == "lvlText":
        return replace(level, text=value)
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

    def end(self, name: str, byte: int) -> None:
        del byte
        if name == "style":
            self.style = None
        elif name == "pPrChange":
            self.changed -= 1


def _parse_int(value: str | None) -> int | None:
    try:
        return int(value or "")
    except ValueError:
        return None
