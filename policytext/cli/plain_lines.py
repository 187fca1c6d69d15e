"""Plain command lines, read by the table of options alone: half of a short run would be the start of Typer.

A line is plain if it calls a command with its own options, each spelled out and with its value. Typer reads all others:
help pages, versions, clusters of short flags, mistakes.

>>> line = read_plain_line(["outline", "plan.txt", "--depth=2", "--format", "json", "-q"])
>>> line.command.name, {name: value for name, value in line.values.items() if value}
('outline', {'files': ['plan.txt'], 'depth': '2', 'format': 'json', 'quiet': True})
>>> read_plain_line(["outline", "--depht", "2"]), read_plain_line(["outline", "--help"])
(None, None)
"""

from collections import deque
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from policytext.cli.options import COMMANDS, list_commands, list_options
from policytext.cli.options.rows import Command, Option


class PlainLine(NamedTuple):
    """A command, and the values of its operands and options by their names."""

    command: Command
    values: Mapping[str, Any]


def read_plain_line(arguments: Sequence[str]) -> PlainLine | None:
    """Read a command line, or return None where it is not plain."""
    command, rest = _find_command(arguments)
    if command is None:
        return None
    flags = _list_flags(command)
    values: dict[str, Any] = {}
    words: list[str] = []
    while rest:
        word = rest.popleft()
        if word == "--":
            words += rest
            break
        if not word.startswith("-") or word == "-":
            words.append(word)
            continue
        flag, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
        option = flags.get(flag)
        if option is None or (option.kind == "switch" and equals):
            return None
        if option.kind == "switch":
            values[option.name] = True
            continue
        if not equals:
            if not rest or rest[0].startswith("-"):
                return None
            value = rest.popleft()
        values[option.name] = [*values.get(option.name, ()), value] if option.repeated else value
    operands = _read_operands(command, words)
    return None if operands is None else PlainLine(command, operands | values)


def _find_command(arguments: Sequence[str]) -> tuple[Command | None, deque[str]]:
    """Return the command that a line begins with, and the rest of the line."""
    for count in (2, 1):
        command = COMMANDS.get(" ".join(arguments[:count]))
        if command is not None and len(arguments) >= count:
            return None if list_commands(command.name) else command, deque(arguments[count:])
    return None, deque()


def _list_flags(command: Command) -> dict[str, Option]:
    options = [option for option in list_options(command) if option.name != "version"]
    flags = {f"--{option.name}": option for option in options}
    return flags | {option.short: option for option in options if option.short}


def _read_operands(command: Command, words: list[str]) -> dict[str, Any] | None:
    """Return the values of the operands, None where there are too few or too many words."""
    operands = command.operands
    if len(operands) == 1 and operands[0].takes_several:
        return None if operands[0].required and not words else {operands[0].name: words}
    if len(words) != len(operands) or any(operand.takes_several for operand in operands):
        return None
    return {operand.name: word for operand, word in zip(operands, words, strict=True)}
