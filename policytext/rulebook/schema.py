"""The shapes of values in a rule file; `rule_keys.PACK` is the shape of a whole file.

>>> Number(0, 1, whole=True).most
1
"""

from policytext.model.records import NamedTuple

YES = ("yes", "true", "on", "是")
NO = ("no", "false", "off", "否")


class LocatedString(str):
    """A string of the file with its line."""

    __slots__ = ("line", "plain")
    line: int
    plain: bool


class Text(NamedTuple):
    """A string; `choices` or `form` (a regular expression) narrow it.

    `may_be_empty` allows "", which needs its quotes in the file.
    """

    choices: tuple[str, ...] = ()
    form: str = ""
    example: str = ""
    may_be_empty: bool = False


class Number(NamedTuple):
    """A number between two bounds; `words` are names for numbers ("high"), `code` is the message of another one."""

    least: float
    most: float
    words: tuple[tuple[str, float], ...] = ()
    whole: bool = False
    code: str = ""


class Flag(NamedTuple):
    """yes or no."""


class ListOf(NamedTuple):
    """A list; a single value stands for a list of one where `or_one` is set."""

    item: "Shape"
    or_one: bool = False


class MapOf(NamedTuple):
    """A map with free keys (words, weights)."""

    key: "Text | Number"
    value: "Shape"


class Either(NamedTuple):
    """One of several shapes; the kind of the node decides which."""

    shapes: "tuple[Shape, ...]"


class Field(NamedTuple):
    """One key of a record."""

    name: str
    shape: "Shape"
    required: bool = False
    about: str = ""


class Record(NamedTuple):
    """A map with known keys; `others` is the shape of further ones, which must not look like a misspelt known key."""

    name: str
    fields: tuple[Field, ...]
    about: str = ""
    others: "Shape | None" = None


Shape = Text | Number | Flag | ListOf | MapOf | Either | Record
