"""Command lines: which command runs, each imported when it is called, and which exit code follows.

A new command is a file in this folder with a function of the file's name, and one row in the table of commands.
A command below another one is a file in that one's folder.

======== =====================================================
0        done
1        done, with findings
2        the job could not be done, wholly or for one input
130, 141 interrupted; the reader of the output has closed it
======== =====================================================
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from policytext.cli import error_messages, jobs
from policytext.cli.options import COMMANDS, ROOT, list_commands
from policytext.cli.options.rows import Command
from policytext.cli.setting_errors import Origin, make_suggestion_error
from policytext.cli.signatures import make_callback, make_group_callback
from policytext.cli.streams import prepare, release_output, report, write_error
from policytext.errors import ConfigError, PolicytextError
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


def run(arguments: Sequence[str]) -> int:
    """Run a command line, report what goes wrong, and return the exit code."""
    lang = error_messages.choose_language(arguments, os.environ)
    jobs.set_command_line(run, arguments)
    try:
        prepare()  # writes out what standard output still holds, which may fail
        code = _invoke(_move_lang(_read_help(arguments)) or ["--help"], lang)
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
        write_error(error_messages.format_stream_error(error, lang))
        release_output()
    except Exception as error:
        called = " ".join(["policytext", *(name for name in _move_lang(arguments)[:1] if name in COMMANDS)])
        write_error(
            error_messages.format_usage_error(error, lang, called)
            or error_messages.make_internal_error(error).render(lang)
        )
    return 2


def _read_help(arguments: Sequence[str]) -> list[str]:
    """Return ``help COMMAND`` as ``COMMAND --help``; ``--lang`` may stand before it.

    >>> _read_help(["help", "rules", "try"]), _read_help(["--lang", "en", "help"]), _read_help(["lint", "help"])
    (['rules', 'try', '--help'], ['--lang', 'en', '--help'], ['lint', 'help'])
    """
    at = 0
    while at < len(arguments) and arguments[at].startswith("--lang"):
        at += 1 if "=" in arguments[at] else 2
    if at >= len(arguments) or arguments[at] != "help":
        return list(arguments)
    return [*arguments[:at], *arguments[at + 1 :], "--help"]


def _invoke(arguments: Sequence[str], lang: Lang) -> int:
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
    name = row.name.rpartition(" ")[2]
    module = import_module(f"policytext.cli.{row.name.replace(' ', '.').replace('-', '_')}")
    # "try" can be a command's name, but not a function's.
    called = name.replace("-", "_")
    function = getattr(module, called, None) or getattr(module, f"{called}_")
    app = _make_app()
    app.command(name, cls=_Command, context_settings=_CONTEXT)(make_callback(function, row))
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


def _move_lang(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with each ``--lang`` that stands before a command behind its last word.

    >>> _move_lang(["--lang", "en", "rules", "--lang=zh", "list", "--help"])
    ['rules', 'list', '--lang', 'en', '--lang=zh', '--help']
    >>> _move_lang(["rules"]), _move_lang(["--lang", "en"])
    (['rules', '--help'], ['--lang', 'en', '--help'])
    """
    words: list[str] = []
    moved: list[str] = []
    rest = list(arguments)
    while rest:
        if rest[0] == "--lang" or rest[0].startswith("--lang="):
            count = 2 if rest[0] == "--lang" else 1
            moved += rest[:count]
            rest = rest[count:]
        elif " ".join([*words, rest[0]]) in COMMANDS:
            words.append(rest.pop(0))
        else:
            break
    if not rest and list_commands(" ".join(words)):
        rest = ["--help"] if words or moved else []
    return [*words, *moved, *rest]


def _make_command_error(name: str, group: Command, path: str) -> ConfigError:
    if group is ROOT and os.path.exists(name):
        return ConfigError("command-missing", name=name)
    return make_suggestion_error(
        "no-such-command", name, list(list_commands(group.name)), Origin(name), command=path
    )
