"""The settings of a run and their origins: option > variable > nearest configuration file > default.

The table of options defines them; every value has its origin.

>>> config = Config("pyproject.toml", {"encoding": "gb18030"}, {"encoding": 7})
>>> settings = resolve({"depth": "2"}, environ={"POLICYTEXT_QUIET": "1"}, config=config)
>>> settings.number("depth"), settings.switch("quiet"), settings.text("encoding"), settings.text("lang")
(2, True, 'gb18030', 'zh')
>>> [settings[name].origin for name in ("depth", "quiet", "encoding", "lang")]
['--depth', 'POLICYTEXT_QUIET', 'pyproject.toml:7', 'default']
"""

import os
from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from policytext.cli import configuration, streams
from policytext.cli.configuration import Config
from policytext.cli.options import COMMANDS, OPTIONS, SETTINGS, VARIABLES
from policytext.cli.options.rows import PREFIX, Command, Plain
from policytext.cli.setting_errors import Origin, make_choice_error, make_suggestion_error
from policytext.cli.setting_values import read_typed_value, read_value
from policytext.errors import ConfigError
from policytext.messages import Lang
from policytext.text.lazy_patterns import LazyPattern

#: Variables of other programs: Kubernetes and Docker set them for a service named "policytext".
_FOREIGN = LazyPattern(r"(?:SERVICE_)?(?:HOST|PORT)(?:_\w+)?|NAME|ENV_\w+")

#: Formats by the endings of files. The last three have no text format, and no program could open a text under their names.
_FORMATS = {
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv", ".xlsx": "xlsx", ".md": "markdown",
    ".yaml": "yaml", ".yml": "yaml",
    ".sarif": "sarif", ".docx": "docx", ".html": "html", ".svg": "svg",
}  # fmt: skip


class Value(NamedTuple):
    """A value and where it was written, None for a default."""

    value: Plain
    place: Origin | None = None

    @property
    def origin(self) -> str:
        """An option, a variable, ``FILE:LINE`` or "default"."""
        if self.place is None:
            return "default"
        name, path, line = self.place
        return name if not path else path if line is None else f"{path}:{line}"


class Settings(Mapping[str, Value]):
    """The values of all options and operands by name, and typed access to them.

    Args:
        values: the values.
        command: the command that they are for.
    """

    def __init__(self, values: Mapping[str, Value], command: Command) -> None:
        self._values = dict(values)
        self.command = command

    def __getitem__(self, name: str) -> Value:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def text(self, name: str) -> str | None:
        """Return the text of `name`, None if there is none."""
        return cast("str | None", self[name].value)

    def switch(self, name: str) -> bool:
        """Return whether `name` is on."""
        return cast(bool, self[name].value)

    def number(self, name: str) -> int | None:
        """Return the number of `name`, None if there is none."""
        return cast("int | None", self[name].value)

    def ratio(self, name: str) -> float:
        """Return the number from 0 to 1 of `name`."""
        return cast(float, self[name].value)

    def rate(self, name: str) -> float | None:
        """Return the false positives in 10,000 characters of `name`, None if there is no limit."""
        return cast("float | None", self[name].value)

    def names(self, name: str) -> tuple[str, ...]:
        """Return the list of `name`, a table as "KEY:NAME"; the list of the nearest origin replaces the others."""
        return cast("tuple[str, ...]", self[name].value)

    @property
    def lang(self) -> Lang:
        """The language of messages."""
        return cast(Lang, self["lang"].value)

    @property
    def output(self) -> str | None:
        """The file that the answer is written to, None for standard output."""
        path = self.text("output")
        return None if path == "-" else path

    @property
    def at_terminal(self) -> bool:
        """Whether a person sees the answer."""
        return self.output is None and streams.is_terminal()

    @property
    def format(self) -> str:
        """The format of the answer: the chosen one, or the command's own for a terminal or for a pipe."""
        chosen = self.text("format")
        if chosen is not None:
            return chosen
        return (self.at_terminal and self.command.terminal) or self.command.piped


def read_settings(given: Mapping[str, object], command: Command) -> Settings:
    """Return all settings of a command from its options, the environment and the configuration file.

    Raises:
        ConfigError: a value, a variable or a configuration file that can't be used.
    """
    path = given.get("config") or os.environ.get("POLICYTEXT_CONFIG")
    config = configuration.load_config(str(path)) if path else configuration.find_config(_working_folder())
    return resolve(given, command=command, config=config)


def resolve(
    given: Mapping[str, object],
    *,
    command: Command = COMMANDS["outline"],
    environ: Mapping[str, str] = os.environ,
    config: Config | None = None,
) -> Settings:
    """Return the value of every option.

    Args:
        given: the options and operands of the command line by name; None where one was not given.
        command: the command.
        environ: the environment.
        config: the configuration file, None where there is none.

    Raises:
        ConfigError: a value that its option does not take, a key or a variable that is no setting.
    """
    for key in config.values if config else ():
        if key not in SETTINGS:
            place = Origin(key, config.path, config.lines.get(key)) if config else Origin(key)
            raise make_suggestion_error("no-such-setting", key, list(SETTINGS), place)
    _check_variables(environ)
    chosen = {name: (value, Origin(f"--{name}")) for name, value in given.items() if value is not None}
    for name, option in OPTIONS.items():
        if option.implies and given.get(name):
            target, value = option.implies
            chosen[target] = value, Origin(f"--{name}")
    values = {name: _resolve(name, chosen, environ, config, command) for name in OPTIONS}
    if "format" not in chosen and command.formats:
        values["format"] = _find_file_format(values["output"], command) or values["format"]
    operands = {
        operand.name: Value(tuple(cast("list[str]", given.get(operand.name) or ())))
        if operand.takes_several
        else Value(cast("str | None", given.get(operand.name)))
        for operand in command.operands
    }
    return Settings(values | operands, command)


def _resolve(
    name: str,
    chosen: Mapping[str, tuple[object, Origin]],
    environ: Mapping[str, str],
    config: Config | None,
    command: Command,
) -> Value:
    option = OPTIONS[name]
    if name in chosen:
        value, place = chosen[name]
        found = Value(read_value(value, option, place), place)
    elif option.setting and option.variable in environ:
        place = Origin(option.variable)
        found = Value(read_value(environ[option.variable], option, place), place)
    elif option.setting and config and name in config.values:
        place = Origin(name, config.path, config.lines.get(name))
        found = Value(read_typed_value(config.values[name], option, place), place)
    else:
        return Value(option.default)
    return _check_format(found, name in chosen, command) if name == "format" else found


def _check_format(found: Value, typed: bool, command: Command) -> Value:
    """Return a format that the command has. A file or a variable serves all commands: what others have is no mistake.

    Raises:
        ConfigError: another format.
    """
    if found.value in command.formats or found.place is None:
        return found
    if not typed and any(found.value in other.formats for other in COMMANDS.values()):
        return Value(None)
    raise make_choice_error(str(found.value), command.formats, found.place)


def _find_file_format(output: Value, command: Command) -> Value | None:
    """Return the format that the ending of the output file stands for; None if there is no file or no such ending.

    Raises:
        ConfigError: the command lacks this format.
    """
    path = str(output.value or "")
    name = _FORMATS.get(os.path.splitext(path)[1].lower())
    if name is None:
        return None
    if name not in command.formats:
        choices = "|".join(command.formats)
        raise ConfigError("no-format-for-file", path=path, command=command.name, name=name, choices=choices)
    return Value(name, output.place)


def _check_variables(environ: Mapping[str, str]) -> None:
    known = [*(option.variable for option in SETTINGS.values()), *(variable.name for variable in VARIABLES)]
    for name in environ:
        if (
            name.startswith(PREFIX)
            and name not in known
            and not _FOREIGN.fullmatch(name.removeprefix(PREFIX))
        ):
            near = [variable.removeprefix(PREFIX) for variable in known]
            raise make_suggestion_error("no-such-variable", name.removeprefix(PREFIX), near, Origin(name))


def _working_folder() -> str:
    try:
        return os.getcwd()
    except OSError:
        raise ConfigError("no-working-folder") from None
