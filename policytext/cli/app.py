"""The commands by name, each imported when it is called, and the way from what happens to an exit code.

A new command is a file in this folder, with a function of the file's name, and one line in ``COMMANDS``. A
folder with a ``COMMANDS`` of its own is a command with commands below it.

======== ==========================================================================
0        done
1        done, with findings
2        the job could not be done, wholly or for one input
130, 141 interrupted; the reader of our output went away: nothing more is said
======== ==========================================================================
"""

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from policytext.cli import error_messages, jobs
from policytext.cli.options import Version
from policytext.cli.setting_errors import Origin, error_with_suggestion
from policytext.cli.streams import prepare, release_output, report, write_error
from policytext.errors import ConfigError, PolicytextError
from policytext.messages import Lang

COMMANDS = {
    "outline": "help-outline",
    "domains": "help-domains",
    "targets": "help-targets",
    "lint": "help-lint",
    "stats": "help-stats",
    "text": "help-text",
    "corpus": "help-corpus",
    "rules": "help-rules-group",
}

# Commands with commands below them.
_NESTED = ("rules", "corpus")

_CONTEXT = {"help_option_names": ["-h", "--help"]}


class Command(TyperCommand):
    """A command whose help knows how wide Chinese is."""

    formats: Sequence[str] = ()
    about: str = ""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        from policytext.cli.help import page

        formatter.write(page(self, ctx, self.about))


class Group(TyperGroup):
    """All commands of a folder, none of them imported before it is asked for."""

    room = "policytext.cli"
    about = "help-policytext"
    table: Mapping[str, str] = COMMANDS

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands' names in the order of their table."""
        del ctx
        return list(self.table)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command `cmd_name`, imported now."""
        about = self.table.get(cmd_name)
        if about is None:
            if ctx.resilient_parsing:  # a shell completes a word that is still being typed
                return None
            raise _no_such_command(cmd_name, self.table, ctx.command_path)
        module = import_module(f"{self.room}.{cmd_name}")
        below = getattr(module, "COMMANDS", None)
        if below is not None:
            group: Any = get_command(_root())
            group.name, group.room, group.about, group.table = cmd_name, module.__name__, about, below
            return group
        app = _typer()
        # "try" can be a command's name, but not a function's.
        function = getattr(module, cmd_name, None) or getattr(module, f"{cmd_name}_")
        app.command(cmd_name, cls=Command, context_settings=_CONTEXT)(function)
        command: Any = get_command(app)
        command.formats, command.about = module.FORMATS, about
        return command

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page with all commands."""
        from policytext.cli.help import page

        formatter.write(page(self, ctx, self.about, self.table))


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code; everything that is to be said has been said."""
    lang = error_messages.language(arguments, os.environ)
    jobs.set_command_line(run, arguments)
    try:
        prepare()  # writes out what standard output still holds, which may fail
        code = _invoke(_rotated(arguments) or ["--help"], lang)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        release_output()
        return 141
    except PolicytextError as fault:
        report(fault, lang)
    except OSError as error:
        write_error(error_messages.stream_error(error, lang))
        release_output()
    except Exception as error:
        called = " ".join(["policytext", *(name for name in _rotated(arguments)[:1] if name in COMMANDS)])
        write_error(
            error_messages.usage_error(error, lang, called)
            or error_messages.internal_error(error).render(lang)
        )
    return 2


def _invoke(arguments: Sequence[str], lang: Lang) -> int:
    group = get_command(_root())
    # Not main(): it turns a closed pipe into exit code 1, which here means findings.
    try:
        with group.make_context("policytext", list(arguments), obj=lang) as context:
            group.invoke(context)
    except typer.Exit as done:
        return done.exit_code
    except typer.Abort:
        return 130
    return 0


def _typer(**settings: Any) -> typer.Typer:
    settings = {"add_completion": False, **settings}
    return typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, **settings)


def _root() -> typer.Typer:
    app = _typer(cls=Group, context_settings=_CONTEXT)
    app.callback()(_policytext)
    return app


def _policytext(version: Version = False) -> None:
    """The program without a command."""
    del version


def _rotated(arguments: Sequence[str]) -> list[str]:
    """``--lang en outline …`` as ``outline --lang en …``; before --help alone it has done its work."""
    moved: list[str] = []
    rest = list(arguments)
    while rest and (rest[0] == "--lang" or rest[0].startswith("--lang=")):
        taken = 2 if rest[0] == "--lang" else 1
        moved += rest[:taken]
        rest = rest[taken:]
    if rest and not rest[0].startswith("-"):
        words = 2 if rest[0] in _NESTED else 1
        if words == 2 and (len(rest) == 1 or rest[1].startswith("-")):
            return [*rest[:1], "--help"] if len(rest) == 1 else rest
        # Behind the command's last word.
        return [*rest[:words], *moved, *rest[words:]]
    return rest


def _no_such_command(name: str, table: Mapping[str, str], path: str) -> ConfigError:
    if table is COMMANDS and os.path.exists(name):
        return ConfigError("command-missing", name=name)
    return error_with_suggestion("no-such-command", name, list(table), Origin(name), command=path)
