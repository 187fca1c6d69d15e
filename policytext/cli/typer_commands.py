"""Command lines as Typer reads them: all that are not plain, with the help pages and the mistakes.

The commands are made from the table of options, each when it is called.
"""

import os
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from policytext.cli.options import ROOT, list_commands
from policytext.cli.options.rows import Command
from policytext.cli.setting_errors import Origin, make_suggestion_error
from policytext.cli.signatures import make_callback, make_group_callback
from policytext.errors import ConfigError
from policytext.messages import Lang

_CONTEXT = {"help_option_names": ["-h", "--help"]}


class _Command(TyperCommand):
    """A command with a help page from the table of options."""

    row: Command

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        from policytext.cli.help import format_page

        formatter.write(format_page(self.row, ctx.command_path, ctx.obj))


class _Group(TyperGroup):
    """The commands below a command, or all of them; each is imported when it is called."""

    row = ROOT

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of the commands in the order of their table."""
        del ctx
        return list(list_commands(self.row.name))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command `cmd_name`."""
        row = list_commands(self.row.name).get(cmd_name)
        if row is None:
            if ctx.resilient_parsing:  # a shell completes a word that is still being typed
                return None
            raise _make_command_error(cmd_name, self.row, ctx.command_path)
        return _make_group(row) if list_commands(row.name) else _make_command(row)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page with all commands."""
        from policytext.cli.help import format_page

        formatter.write(format_page(self.row, ctx.command_path, ctx.obj))


def invoke(arguments: Sequence[str], lang: Lang) -> int:
    """Run a command line and return the exit code.

    Raises:
        Exception: any that the command raises, and Typer's own for a wrong use.
    """
    group = _make_group(ROOT)
    # Not main(): it turns a closed pipe into exit code 1, which here means findings.
    try:
        with group.make_context("policytext", list(arguments), obj=lang) as context:
            group.invoke(context)
    except typer.Exit as done:
        return done.exit_code
    except typer.Abort:
        return 130
    return 0


def _make_command(row: Command) -> Any:
    app = _make_app()
    name = row.name.rpartition(" ")[2]
    app.command(name, cls=_Command, context_settings=_CONTEXT)(make_callback(row))
    command: Any = get_command(app)
    command.row = row
    return command


def _make_group(row: Command) -> Any:
    app = _make_app(cls=_Group, context_settings=_CONTEXT)
    app.callback()(make_group_callback())
    group: Any = get_command(app)
    group.name, group.row = row.name or None, row
    return group


def _make_app(**settings: Any) -> typer.Typer:
    return typer.Typer(
        rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False, **settings
    )


def _make_command_error(name: str, group: Command, path: str) -> ConfigError:
    if group is ROOT and os.path.exists(name):
        return ConfigError("command-missing", name=name)
    return make_suggestion_error(
        "no-such-command", name, list(list_commands(group.name)), Origin(name), command=path
    )
