"""The automatic numbers of a Word document as Word displays them: 第一条, （一）, 1.

A paragraph belongs to a list directly or through its style. Lists that share a definition count together, and a level
restarts after each number of a level above it. The rules are in ECMA-376 part 1, 17.9.

>>> lists = NumberingDefinitions()
>>> lists.levels["0"] = {0: Level(form="chineseCountingThousand", text="%1、"), 1: Level(form="decimal", text="%1.%2")}
>>> lists.definitions["7"] = "0"
>>> counter = Counter(lists)
>>> [counter.label("7", level) for level in (0, 0, 1, 1, 0, 1)]
['一、', '二、', '二.1 ', '二.2 ', '三、', '三.1 ']
"""

import re
from dataclasses import dataclass, field

from policytext.docx.number_formats import format_number
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.raised import Position

_PLACEHOLDER = LazyPattern("%([1-9])")
#: A label that ends in one of these needs no space.
_CLOSED = "、）．。，：》】"
_LEVELS = 9
#: The longest label, and the most characters of all labels of a document. Word itself takes a pattern of 255.
MAX_LABEL, _MAX_LABELS = 255, 2_000_000
#: The private use area, where symbol fonts have their bullets.
_PRIVATE = LazyPattern("[\ue000-\uf8ff]")
_BULLET = "•"


@dataclass(frozen=True, kw_only=True)
class Level:
    """The number format of one level of a list."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    gap: str = "tab"
    style: str = ""
    legal: bool = False
    restart: int | None = None


@dataclass
class NumberingDefinitions:
    """The definitions of lists in ``numbering.xml`` and ``styles.xml``.

    Args:
        levels: the levels of each definition (``w:abstractNum``).
        definitions: the definition of each list (``w:num``).
        overrides, starts: the levels and the first numbers that a list has of its own.
        linked: definitions that refer to a numbering style.
        styles: the paragraph styles by id.
        default: the style of paragraphs without one.
    """

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    definitions: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, dict[int, Level]] = field(default_factory=dict)
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    linked: dict[str, str] = field(default_factory=dict)
    styles: dict[str, "Style"] = field(default_factory=dict)
    default: str = ""

    def definition(self, number: str) -> str | None:
        """Return the definition of a list, through its numbering style if it has one."""
        found = self.definitions.get(number)
        for _ in range(_LEVELS):
            style = self.linked.get(found or "")
            if style is None or style not in self.styles:
                break
            found = self.definitions.get(self.styles[style].number or "")
        return found

    def level(self, number: str, level: int) -> Level | None:
        """Return the number format of a level of a list."""
        own = self.overrides.get(number, {}).get(level)
        return own or self.levels.get(self.definition(number) or "", {}).get(level)

    def find_raised(self) -> dict[str, Position]:
        """Return the styles that stand above or below the line."""
        return {name: position for name in self.styles if (position := self._find_position(name)) is not None}

    def _find_position(self, style: str) -> Position | None:
        for _ in range(_LEVELS):
            found = self.styles.get(style)
            if found is None or found.position is not None:
                break
            style = found.based
        return found.position if found is not None else None

    def of_style(self, style: str) -> tuple[str | None, int]:
        """Return the list and the level that a paragraph has through its style."""
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
            level = next((depth for depth, own in levels.items() if own.style in seen and own.style), 0)
        return number, level


@dataclass
class Style:
    """A style.

    Attributes:
        number, level: its list, and the level in it.
        based: the style that it is based on.
        position: whether it stands above or below the line.
        outline: its level in Word's outline: 0 for the title of a document, from 1 for headings, 10 for text.
        look: what distinguishes its letters, by name: "b", "sz" and "font".
    """

    number: str | None = None
    level: int | None = None
    based: str = ""
    position: Position | None = None
    outline: int | None = None
    look: dict[str, str] = field(default_factory=dict)


class Counter:
    """Counts the paragraphs of a document's lists.

    Args:
        lists: the definitions.
    """

    def __init__(self, lists: NumberingDefinitions) -> None:
        self._lists = lists
        # The last number of each level by definition, None where the level restarts.
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        self._written = 0

    def label(self, number: str, level: int) -> str:
        """Count one paragraph of a list and return its label with the space after it, empty without a label."""
        level_format = self._lists.level(number, level)
        definition = self._lists.definition(number)
        if level_format is None or definition is None or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts.setdefault(definition, [None] * _LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for at in self._lists.starts.get(number, {}):
                counts[at] = None
        before = counts[level]
        counts[level] = self._start(number, level, level_format) if before is None else before + 1
        for below in range(level + 1, _LEVELS):
            restart = getattr(self._lists.level(number, below), "restart", None)
            if restart is None or (restart and level < restart):
                counts[below] = None
        label = self._text(number, level_format, counts)[:MAX_LABEL]
        self._written += len(label)
        return label

    @property
    def is_excessive(self) -> bool:
        """Whether the labels are more text than any document has."""
        return self._written > _MAX_LABELS

    def _start(self, number: str, level: int, level_format: Level) -> int:
        return self._lists.starts.get(number, {}).get(level, level_format.start)

    def _text(self, number: str, level_format: Level, counts: list[int | None]) -> str:
        if level_format.form == "bullet":
            label = _PRIVATE.sub(_BULLET, level_format.text) or _BULLET
        else:

            def format_placeholder(match: re.Match[str]) -> str:
                at = int(match[1]) - 1
                other = self._lists.level(number, at) or Level()
                count = counts[at]
                count = self._start(number, at, other) if count is None else count
                return format_number(
                    "decimal" if level_format.legal and other.form != "decimalZero" else other.form, count
                )

            label = _PLACEHOLDER.sub(format_placeholder, level_format.text)
        if not label.strip():
            return ""
        tight = level_format.gap == "nothing" or label[-1] in _CLOSED or label[-1].isspace()
        return label if tight else f"{label} "
