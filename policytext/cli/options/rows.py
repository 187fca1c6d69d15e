"""The rows of the tables: an option, an operand, a command, a variable, each with its help in both languages.

>>> row = Option("top", "列出多少个词", "how many words to list", ("stats",), kind="number", default=20)
>>> row.variable, row.shown
('POLICYTEXT_TOP', '--top N')
"""

from typing import Literal, NamedTuple

from policytext.messages import Lang

#: What a value is: "size" is a text such as 8MB, "names" a list, "table" a list of names for each pattern.
Kind = Literal["text", "switch", "number", "ratio", "rate", "size", "names", "table"]
Plain = str | bool | int | float | tuple[str, ...] | None

PREFIX = "POLICYTEXT_"
_METAVARS = {"number": "N", "ratio": "0…1", "size": "SIZE", "names": "NAME,…"}


class Help(NamedTuple):
    """What a help page says of a row, in both languages; and another metavar, if one command has its own."""

    zh: str
    en: str
    metavar: str = ""

    def say(self, lang: Lang) -> str:
        """The text in `lang`."""
        return self.zh if lang == "zh" else self.en


class Option(NamedTuple):
    """An option: ``--name`` on the command line and, if it is a setting, a configuration key and a variable.

    Args:
        name: as the user types it, without the hyphens.
        zh: its help in Chinese; ``{choices}`` stands for the choices.
        en: the same in English.
        groups: the commands that use it, or groups of commands.
        kind: what its value is.
        default: its value if the user gives none.
        metavar: what stands for the value on the help page, if the kind does not say it.
        short: the short flag.
        choices: the values it can have, any if empty. The formats of ``--format`` stand with the commands.
        least: the least number.
        repeated: whether the option may be repeated, one name each.
        setting: whether it is a configuration key and a variable too.
        typed: whether it is an option of the command line at all.
        implies: a setting and the value that it takes when this switch is on.
        special: other help for single commands.
    """

    name: str
    zh: str
    en: str
    groups: tuple[str, ...]
    kind: Kind = "text"
    default: Plain = None
    metavar: str = ""
    short: str = ""
    choices: tuple[str, ...] = ()
    least: int = 1
    repeated: bool = False
    setting: bool = True
    typed: bool = True
    implies: tuple[str, Plain] | None = None
    special: tuple[tuple[str, Help], ...] = ()

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return PREFIX + self.name.upper().replace("-", "_")

    @property
    def parameter(self) -> str:
        """Its name in Python; ``in`` alone would be a keyword."""
        return f"{self.name.replace('-', '_')}_"

    @property
    def shown(self) -> str:
        """Its names and its value as a help page shows them."""
        return self.shown_in("")

    def help_in(self, command: str) -> Help:
        """Its help for `command`."""
        return dict(self.special).get(command) or Help(self.zh, self.en)

    def shown_in(self, command: str) -> str:
        """Its names and its value as the help page of `command` shows them."""
        names = f"{self.short}, --{self.name}" if self.short else f"--{self.name}"
        return f"{names} {self.value_in(command)}".rstrip()

    def value_in(self, command: str) -> str:
        """What stands for its value on the help page of `command`."""
        if self.kind == "switch":
            return ""
        listed = "|".join(self.choices) if self.kind == "text" else ""
        return self.help_in(command).metavar or self.metavar or listed or _METAVARS.get(self.kind, "NAME")


class Operand(NamedTuple):
    """What a command takes without an option: files, a rule's name."""

    name: str
    metavar: str
    zh: str
    en: str
    required: bool = False
    takes_several: bool = False

    @property
    def parameter(self) -> str:
        """Its name in Python."""
        return f"{self.name}_"

    def say(self, lang: Lang) -> str:
        """Its help in `lang`."""
        return self.zh if lang == "zh" else self.en


class Command(NamedTuple):
    """A command, or a group of commands.

    Args:
        name: as the user types it: ``rules check``.
        zh: its help in Chinese, the example in a line of its own.
        en: the same in English.
        groups: the groups of options that it uses, besides those that name it.
        operands: what it takes without an option.
        formats: what ``--format`` can be; there is no such option if empty.
        piped: the format without the option.
        terminal: the same at a terminal, if it is another one.
    """

    name: str
    zh: str
    en: str
    groups: tuple[str, ...] = ()
    operands: tuple[Operand, ...] = ()
    formats: tuple[str, ...] = ()
    piped: str = "text"
    terminal: str = ""

    def say(self, lang: Lang) -> str:
        """Its help in `lang`."""
        return self.zh if lang == "zh" else self.en

    def uses(self, option: Option) -> bool:
        """Whether the command does anything with the setting `option`."""
        if option.name == "format" and not self.formats:
            return False
        return any(group in ("every", self.name, *self.groups) for group in option.groups)


class Variable(NamedTuple):
    """An environment variable that is no setting."""

    name: str
    zh: str
    en: str
