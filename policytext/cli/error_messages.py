"""What went wrong on the command line, in one line and in the user's language.

Typer's own Click is private, so its errors are known by their class names; a sentence of its own that is not
known here is passed on as it is.
"""

import errno
import os
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from policytext.cli.options import COMMANDS, OPTIONS, ROOT, list_options, list_users
from policytext.cli.setting_errors import find_nearest
from policytext.errors import PolicytextError, ReadError
from policytext.messages import Lang, say


def choose_language(arguments: Sequence[str], environ: Mapping[str, str]) -> Lang:
    """Choose the language of messages before the settings are read, and where they can't be read.

    >>> choose_language(["outline", "--lang", "en"], {}), choose_language(["--lang=en"], {}), choose_language([], {})
    ('en', 'en', 'zh')
    """
    wanted = environ.get("POLICYTEXT_LANG", "zh")
    for argument, following in zip_longest(arguments, arguments[1:], fillvalue=""):
        if argument == "--":
            break
        if argument == "--lang":
            wanted = following
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
    return "en" if wanted == "en" else "zh"


def format_usage_error(error: Exception, lang: Lang, called: str = "policytext") -> str | None:
    """Return the line for a wrong use of a command or option, None for any other exception.

    Args:
        error: the exception.
        lang: the language.
        called: the command line to name where the error does not contain it.
    """
    if getattr(error, "exit_code", None) != 2 or not hasattr(error, "format_message"):
        return None
    context = getattr(error, "ctx", None)
    command = context.command_path if context else called
    option = getattr(error, "option_name", "")
    match type(error).__name__:
        case "NoSuchOption":
            return _format_unknown_option(option, command, lang)
        case "BadOptionUsage":
            takes_none = "not take" in str(error)
            key = "option-takes-no-value" if takes_none else "option-needs-value"
            return say(key, lang, name=option, command=command)
    words = " ".join(error.format_message().split()).rstrip(".")
    return say("usage", lang, detail=words, command=command)


def _format_unknown_option(name: str, path: str, lang: Lang) -> str:
    """Return the line for an option that a command does not use, with the commands that do or a suggestion."""
    row = COMMANDS.get(path.removeprefix("policytext").strip(), ROOT)
    known = OPTIONS.get(name.removeprefix("--"))
    if known and known.typed and row is not ROOT and (users := list_users(known)):
        listed = ("、" if lang == "zh" else ", ").join(users)
        return say("option-not-used", lang, name=name, command=path, commands=listed)
    near = find_nearest(name, ["--help", *(f"--{option.name}" for option in list_options(row))])
    if near:
        return say("no-such-option-near", lang, name=name, near=near, command=path)
    return say("no-such-option", lang, name=name, command=path)


def format_stream_error(error: OSError, lang: Lang) -> str:
    """Return the line for a standard stream that can't be written."""
    if error.errno == errno.EBADF:
        return say("stdout-closed", lang)
    return say("cannot-write-stdout", lang, reason=get_reason(error))


def make_internal_error(error: BaseException, path: str = "") -> PolicytextError:
    """Return a bug of this program as an error of an input; POLICYTEXT_DEBUG prints the traceback first."""
    if os.environ.get("POLICYTEXT_DEBUG"):
        from traceback import print_exception

        print_exception(error)
    place = "?"
    traced = error.__traceback__
    while traced:
        place = f"{os.path.basename(traced.tb_frame.f_code.co_filename)}:{traced.tb_lineno}"
        traced = traced.tb_next
    detail = " ".join(f"{type(error).__name__} {error}".split())
    return PolicytextError("internal", path=path, detail=detail[:200], place=place)


def make_input_error(error: Exception, path: str) -> PolicytextError:
    """Return any exception that an input has raised as its error."""
    if isinstance(error, PolicytextError):
        return error
    if isinstance(error, OSError):
        return ReadError("unreadable", path=path, reason=get_reason(error))
    return make_internal_error(error, path)


def get_reason(error: OSError) -> str:
    """Return the system's message for `error`, without its number.

    >>> get_reason(OSError(28, "No space left on device"))
    'No space left on device'
    """
    return error.strerror or str(error)
