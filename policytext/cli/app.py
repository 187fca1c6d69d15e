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

from policytext.cli import error_messages, jobs
from policytext.cli.calls import call_command
from policytext.cli.exits import Exit
from policytext.cli.options import COMMANDS, list_commands
from policytext.cli.plain_lines import read_plain_line
from policytext.cli.streams import prepare, release_output, report, write_error
from policytext.errors import PolicytextError
from policytext.messages import Lang


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
    line = read_plain_line(arguments)
    try:
        if line:
            call_command(line.command, line.values)
            return 0
        from policytext.cli.typer_commands import invoke

        return invoke(arguments, lang)
    except Exit as done:
        return done.code


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
