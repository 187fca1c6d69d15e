"""A command called with the values of its command line."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from policytext.cli.options.rows import Command
from policytext.cli.settings import read_settings
from policytext.cli.streams import write_line


def call_command(command: Command, values: Mapping[str, Any]) -> None:
    """Import a command and run it.

    Args:
        command: the command.
        values: the values of its operands and options by their names.
    """
    function = find_function(command)
    # A switch or a list that was not given is no choice; an empty text is one.
    given = {name: None if value in (False, [], ()) else value for name, value in values.items()}
    settings = read_settings(given, command)
    if settings.switch("show-settings"):
        from policytext.cli import notes

        write_line(notes.format_settings(settings))
    else:
        function(settings)


def find_function(command: Command) -> Any:
    """Return the function of a command, from the module with the command's name."""
    module = import_module(f"policytext.cli.{command.name.replace(' ', '.').replace('-', '_')}")
    # "try" can be a command's name, but not a function's.
    name = command.name.rpartition(" ")[2].replace("-", "_")
    return getattr(module, name, None) or getattr(module, f"{name}_")
