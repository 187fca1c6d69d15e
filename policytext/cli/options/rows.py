"""The rows of the tables: an option, an operand, a command, a variable, each with its help in both languages.

>>> row = Option("top", "列出多少个词", "how many words to list", ("stats",), kind="number", default=20)
>>> row.variable, row.shown
('POLICYTEXT_TOP', '--top N')
"""

from typing import Literal

from policytext.messages import Lang
from policytext.model.records import NamedTuple

#: The type of a value: "size" is a text such as 8MB, "names" a list, "table" a list of names for each pattern.
Kind = Literal["text", "switch", "number", "ratio", "rate", "size", "names", "table"]
Plain = str | bool | int | float | tuple[str, ...] | None

PREFIX = "POLICYTEXT_"
_METAVARS = {"number": "N", "ratio": "0…1", "size": "SIZE", "names": "NAME,…"}


class Help(NamedTuple):
    """The help of a row in both languages, and the metavar of a command that has its own."""

    zh: str
    en: str
    metavar: str = ""

    def say(self, lang: Lang) -> str:
        """Return the text in `lang`."""
        return self.zh if lang == "zh" else self.en


class Option(NamedTuple):
    """An option: ``--name`` on the command line and, if it is a setting, a configuration key and a variable.

    Args:
        name: as the user types it, without the hyphens.
        zh: its help in Chinese; ``{choices}`` stands for the choices.
        en: the same in English.
        groups: the commands that use it, or groups of commands.
        kind: the type of its value.
        default: the value without the option.
        metavar: the placeholder for the value on the help page, if the type has no suitable one.
        short: the short flag.
        choices: the allowed values, any if empty. The commands list the formats of ``--format``.
        least: the smallest number.
        repeated: whether the option may be repeated, one name each.
        setting: whether it is also a configuration key and a variable.
        typed: whether the command line has it.
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
        """The names and the value as a help page shows them."""
        return self.shown_in("")

    def help_in(self, command: str) -> Help:
        """Return the help for `command`."""
        return dict(self.special).get(command) or Help(self.zh, self.en)

    def shown_in(self, command: str) -> str:
        """Return the names and the value as the help page of `command` shows them."""
        names = f"{self.short}, --{self.name}" if self.short else f"--{self.name}"
        return f"{names} {self.value_in(command)}".rstrip()

    def value_in(self, command: str) -> str:
        """Return the placeholder for the value on the help page of `command`."""
        if self.kind == "switch":
            return ""
        listed = "|".join(self.choices) if self.kind == "text" else ""
        return self.help_in(command).metavar or self.metavar or listed or _METAVARS.get(self.kind, "NAME")


class Operand(NamedTuple):
    """An argument of a command that is no option: files, the name of a rule."""

    name: str
    metavar: str
    zh: str
    en: str
    required: bool = False
    takes_several: bool = False

    @property
    def parameter(self) -> str:
        """The name in Python."""
        return f"{self.name}_"

    def say(self, lang: Lang) -> str:
        """Return the help in `lang`."""
        return self.zh if lang == "zh" else self.en


class Command(NamedTuple):
    """A command, or a group of commands.

    Args:
        name: as the user types it: ``rules check``.
        zh: its help in Chinese, the example in a line of its own.
        en: the same in English.
        groups: the groups of options that it uses, besides those that name it.
        operands: its arguments that are no options.
        formats: the values of ``--format``; without any, the command has no such option.
        piped: the default format.
        terminal: the default format at a terminal, if it is another one.
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
        """Return the help in `lang`."""
        return self.zh if lang == "zh" else self.en

    def uses(self, option: Option) -> bool:
        """Return whether the command uses the setting `option`."""
        if option.name == "format" and not self.formats:
            return False
        return any(group in ("every", self.name, *self.groups) for group in option.groups)


class Variable(NamedTuple):
    """An environment variable that is not a setting."""

    name: str
    zh: str
    en: str
