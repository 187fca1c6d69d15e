"""The options that all commands share, declared once.

``@command`` puts them before a command's own: the command is a function of a `Common` and of what only it
knows. Values are checked in ``policytext.cli.settings``, where variables and configuration files are checked
too.
"""

import inspect
import os
from collections.abc import Callable
from typing import Annotated, Any, get_type_hints

from typer import Argument, Exit, Option

from policytext.cli import configuration
from policytext.cli.settings import Settings, resolve
from policytext.cli.streams import write_line
from policytext.errors import ConfigError
from policytext.version import __version__


def _show_version(wanted: bool) -> None:
    if wanted:
        write_line(f"policytext {__version__}\n")
        raise Exit


Version = Annotated[
    bool,
    Option("--version", "-V", is_eager=True, callback=_show_version, help="help-version", show_default=False),
]

# An option's help is the key of a message; the help page says it in the user's language.


class Common:
    """What stood on the command line for the options of every command that reads texts; None, False or empty
    if nothing did.

    Each attribute is declared as Typer reads it.
    """

    files: Annotated[list[str] | None, Argument(metavar="FILE…", help="help-files", show_default=False)] = (
        None
    )
    stdin_filename: Annotated[str | None, Option(metavar="NAME", help="help-stdin-filename")] = None
    files_from: Annotated[str | None, Option(metavar="LIST", help="help-files-from")] = None
    null: Annotated[bool, Option("--null", "-0", help="help-null", show_default=False)] = False
    exclude: Annotated[list[str] | None, Option(metavar="GLOB", help="help-exclude")] = None
    encoding: Annotated[str | None, Option(metavar="NAME", help="help-encoding")] = None
    raw: Annotated[bool, Option("--raw", help="help-raw", show_default=False)] = False
    text_column: Annotated[str | None, Option(metavar="NAME", help="help-text-column")] = None
    max_size: Annotated[str | None, Option(metavar="MB", help="help-max-size")] = None
    time_limit: Annotated[str | None, Option(metavar="SECONDS", help="help-time-limit")] = None
    format: Annotated[str | None, Option(metavar="NAME", help="help-format")] = None
    output: Annotated[str | None, Option("--output", "-o", metavar="FILE", help="help-output")] = None
    rules: Annotated[list[str] | None, Option(metavar="PATH", help="help-rules")] = None
    domain: Annotated[str | None, Option(metavar="ID,…", help="help-domain")] = None
    in_: Annotated[str | None, Option("--in", metavar="ADDRESS", help="help-in")] = None
    line_numbers: Annotated[bool, Option("--line-numbers", help="help-line-numbers", show_default=False)] = (
        False
    )
    jobs: Annotated[str | None, Option(metavar="N", help="help-jobs")] = None
    color: Annotated[str | None, Option(metavar="auto|always|never", help="help-color")] = None
    quiet: Annotated[bool, Option("--quiet", "-q", help="help-quiet", show_default=False)] = False
    verbose: Annotated[bool, Option("--verbose", "-v", help="help-verbose", show_default=False)] = False
    lang: Annotated[str | None, Option(metavar="zh|en", help="help-lang")] = None
    config: Annotated[str | None, Option(metavar="FILE", help="help-config")] = None
    show_files: Annotated[bool, Option("--show-files", help="help-show-files", show_default=False)] = False
    show_settings: Annotated[
        bool, Option("--show-settings", help="help-show-settings", show_default=False)
    ] = False
    version: Version = False

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)


class AboutRule(Common):
    """The same for the commands about the rules themselves, which have fewer."""

    rules: Annotated[list[str] | None, Option(metavar="PATH", help="help-rules")] = None
    format: Annotated[str | None, Option(metavar="NAME", help="help-format-text")] = None
    output: Annotated[str | None, Option("--output", "-o", metavar="FILE", help="help-output")] = None
    quiet: Annotated[bool, Option("--quiet", "-q", help="help-quiet", show_default=False)] = False
    verbose: Annotated[bool, Option("--verbose", "-v", help="help-verbose-rules", show_default=False)] = False
    lang: Annotated[str | None, Option(metavar="zh|en", help="help-lang")] = None
    config: Annotated[str | None, Option(metavar="FILE", help="help-config")] = None
    version: Version = False


class AboutRules(AboutRule):
    """The same for those that take rule files as operands."""

    files: Annotated[list[str] | None, Argument(metavar="PACK…", help="help-packs", show_default=False)] = (
        None
    )


class AboutCorpus(Common):
    """The same for a run over a corpus."""

    files: Annotated[list[str] | None, Argument(metavar="INPUT…", help="help-inputs", show_default=False)] = (
        None
    )
    output: Annotated[str | None, Option("--output", "-o", metavar="FOLDER", help="help-out")] = None
    files_from: Annotated[str | None, Option(metavar="LIST", help="help-inputs-from")] = None
    null: Annotated[bool, Option("--null", "-0", help="help-null", show_default=False)] = False
    exclude: Annotated[list[str] | None, Option(metavar="GLOB", help="help-exclude")] = None
    text_column: Annotated[str | None, Option(metavar="NAME", help="help-text-column")] = None
    encoding: Annotated[str | None, Option(metavar="NAME", help="help-encoding")] = None
    raw: Annotated[bool, Option("--raw", help="help-raw", show_default=False)] = False
    max_size: Annotated[str | None, Option(metavar="MB", help="help-max-size")] = None
    jobs: Annotated[str | None, Option(metavar="N", help="help-jobs")] = None
    rules: Annotated[list[str] | None, Option(metavar="PATH", help="help-rules")] = None
    quiet: Annotated[bool, Option("--quiet", "-q", help="help-quiet", show_default=False)] = False
    lang: Annotated[str | None, Option(metavar="zh|en", help="help-lang")] = None
    config: Annotated[str | None, Option(metavar="FILE", help="help-config")] = None
    show_settings: Annotated[
        bool, Option("--show-settings", help="help-show-settings", show_default=False)
    ] = False
    version: Version = False


class AboutTables(Common):
    """The same for questions about what a run has found."""

    format: Annotated[str | None, Option(metavar="NAME", help="help-format-query")] = None
    output: Annotated[str | None, Option("--output", "-o", metavar="FILE", help="help-output")] = None
    lang: Annotated[str | None, Option(metavar="zh|en", help="help-lang")] = None
    config: Annotated[str | None, Option(metavar="FILE", help="help-config")] = None
    version: Version = False


def command(function: Callable[..., None]) -> Callable[..., None]:
    """Give `function`, whose first parameter is a `Common`, a signature with every shared option in it.

    Which options these are says the class that the parameter is declared with.
    """
    shape: type[Common] = get_type_hints(function)[next(iter(inspect.signature(function).parameters))]
    own = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for parameter in list(inspect.signature(function).parameters.values())[1:]
    ]
    shared = [
        inspect.Parameter(
            name, inspect.Parameter.KEYWORD_ONLY, default=getattr(shape, name), annotation=annotation
        )
        for name, annotation in _declared(shape).items()
    ]
    names = {parameter.name for parameter in shared}

    def joined(**values: Any) -> None:
        common = shape(**{name: value for name, value in values.items() if name in names})
        function(common, **{name: value for name, value in values.items() if name not in names})

    # As the help page shows them: FILE, then what is special here.
    files = [one for one in shared if one.name == "files"]
    parameters = [*files, *own, *(one for one in shared if one.name != "files")]
    joined.__doc__ = function.__doc__
    joined.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    joined.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return joined


def _declared(shape: type[Common]) -> dict[str, Any]:
    """The options of a class, in the order of the help page."""
    own = inspect.get_annotations(shape)
    return inspect.get_annotations(AboutRule) | own if issubclass(shape, AboutRule) else own


def settle(common: Common, **own: object) -> Settings:
    """All settings, from the shared options, a command's own (by setting name, ``_`` for ``-``) and the rest.

    Raises:
        ConfigError: a value or a configuration file that can't be understood.
    """
    options: dict[str, object] = {
        "format": common.format,
        "exclude": common.exclude or None,
        "rules": common.rules or None,
        "domain": common.domain,
        "encoding": common.encoding,
        "raw": common.raw or None,
        "text-column": common.text_column,
        "max-size": common.max_size,
        "time-limit": common.time_limit,
        "jobs": common.jobs,
        "color": common.color,
        "lang": common.lang,
        "quiet": common.quiet or None,
        "verbose": common.verbose or None,
        "line-numbers": common.line_numbers or None,
    }
    options |= {name.replace("_", "-"): value for name, value in own.items() if value is not False}
    path = common.config or os.environ.get("POLICYTEXT_CONFIG")
    config = configuration.load(path) if path else configuration.find(_folder())
    return resolve(options, config=config)


def _folder() -> str:
    try:
        return os.getcwd()
    except OSError:
        raise ConfigError("no-working-folder") from None
