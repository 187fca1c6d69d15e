"""Plain command lines give the same values as with Typer, and are read without it."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from policytext.cli import signatures, typer_commands
from policytext.cli.options import COMMANDS, list_commands, list_options
from policytext.cli.options.rows import Command
from policytext.cli.plain_lines import read_plain_line

SINGLE = sorted(name for name in COMMANDS if not list_commands(name))


def read_with_typer(arguments: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> tuple[str, dict[str, Any]]:
    """The command and the values that Typer reads."""
    read: list[tuple[Command, Mapping[str, Any]]] = []
    monkeypatch.setattr(signatures, "call_command", lambda *call: read.append(call))
    assert typer_commands.invoke(arguments, "en") == 0
    [(command, values)] = read
    return command.name, keep_given(values)


def keep_given(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values without those that mean that nothing was given."""
    return {name: value for name, value in values.items() if value not in (None, False, [], ())}


def write_all_options(command: Command) -> list[str]:
    """A command line with every option and operand of a command."""
    words = command.name.split()
    for option in list_options(command):
        if option.name != "version":
            words += [f"--{option.name}"] if option.kind == "switch" else [f"--{option.name}", "值"]
    return words + [operand.name for operand in command.operands]


@pytest.mark.parametrize("name", SINGLE)
def test_every_option_is_read_as_by_typer(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = write_all_options(COMMANDS[name])
    line = read_plain_line(arguments)
    assert line is not None
    assert (line.command.name, keep_given(line.values)) == read_with_typer(arguments, monkeypatch)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["outline"], id="no operand"),
        pytest.param(["outline", "-"], id="standard input"),
        pytest.param(["lint", "a.txt", "--fix", "b.txt"], id="an option between files"),
        pytest.param(["lint", "--format=json", "-o", "out.json", "a.txt"], id="equals sign and short flag"),
        pytest.param(["lint", "--rules", "a.yaml", "--rules=b.yaml", "x"], id="a repeated option"),
        pytest.param(["lint", "--format", "json", "--format", "csv", "x"], id="the last value of an option"),
        pytest.param(["lint", "-q", "-q", "x"], id="a switch twice"),
        pytest.param(["lint", "--output=", "x"], id="an empty value"),
        pytest.param(["lint", "--output", "", "x"], id="an empty word as value"),
        pytest.param(["lint", "", "x"], id="an empty file name"),
        pytest.param(["lint", "--select=a=b", "x"], id="an equals sign in a value"),
        pytest.param(["lint", "--", "--fix", "-x"], id="names that begin with a hyphen"),
        pytest.param(["rules", "check", "a.yaml", "b.yaml"], id="a command of two words"),
        pytest.param(["rules", "show", "typo/near-miss"], id="an operand that is required"),
    ],
)
def test_a_plain_line_is_read_as_by_typer(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    line = read_plain_line(arguments)
    assert line is not None
    assert (line.command.name, keep_given(line.values)) == read_with_typer(arguments, monkeypatch)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="nothing"),
        pytest.param(["--help"], id="the help page of the program"),
        pytest.param(["outline", "-h"], id="a help page"),
        pytest.param(["outline", "--version"], id="the version"),
        pytest.param(["--lang", "en", "outline"], id="an option before the command"),
        pytest.param(["outlien", "x"], id="no such command"),
        pytest.param(["rules"], id="a group of commands"),
        pytest.param(["rules", "chekc"], id="no such command of a group"),
        pytest.param(["rules", "show"], id="an operand is missing"),
        pytest.param(["rules", "show", "a/b", "c/d"], id="one operand too many"),
        pytest.param(["outline", "--fix", "x"], id="an option of another command"),
        pytest.param(["outline", "--quie", "x"], id="a shortened option"),
        pytest.param(["outline", "--quiet=yes", "x"], id="a switch with a value"),
        pytest.param(["outline", "x", "--format"], id="a missing value"),
        pytest.param(["outline", "--depth", "-1", "x"], id="a value that begins with a hyphen"),
        pytest.param(["outline", "-qv", "x"], id="short flags together"),
        pytest.param(["outline", "-oout.json", "x"], id="a short flag with its value"),
    ],
)
def test_other_lines_are_left_to_typer(arguments: list[str]) -> None:
    assert read_plain_line(arguments) is None
