"""The command line of a command as Typer reads it, made from the table of options."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

from typer import Argument, Exit
from typer import Option as TyperOption

from policytext.cli.calls import call_command
from policytext.cli.options import OPTIONS, list_options
from policytext.cli.options.rows import Command, Operand, Option
from policytext.cli.streams import write_line
from policytext.version import __version__


def make_callback(command: Command) -> Callable[..., None]:
    """Return a function that runs `command`, with a signature of all its operands and options."""
    options = list_options(command)
    names = {operand.parameter: operand.name for operand in command.operands}
    names |= {option.parameter: option.name for option in options}

    def callback(**values: Any) -> None:
        call_command(command, {name: values[parameter] for parameter, name in names.items()})

    return _with_signature(callback, [*map(_make_operand, command.operands), *map(_make_option, options)])


def make_group_callback() -> Callable[..., None]:
    """Return the callback of a group of commands: it only knows the language of its help page, and the version."""

    def callback(**values: Any) -> None:
        del values

    return _with_signature(callback, [_make_option(OPTIONS["lang"]), _make_option(OPTIONS["version"])])


def _with_signature(
    callback: Callable[..., None], parameters: list[inspect.Parameter]
) -> Callable[..., None]:
    callback.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    callback.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return callback


def _make_operand(operand: Operand) -> inspect.Parameter:
    kind: Any = list[str] if operand.takes_several else str
    argument = Argument(metavar=operand.metavar)
    if operand.required:
        return _make_parameter(operand.parameter, Annotated[kind, argument], inspect.Parameter.empty)
    return _make_parameter(operand.parameter, Annotated[kind | None, argument], None)


def _make_option(option: Option) -> inspect.Parameter:
    flags = [f"--{option.name}", *([option.short] if option.short else [])]
    if option.name == "version":
        eager = TyperOption(*flags, is_eager=True, callback=_show_version)
        return _make_parameter(option.parameter, Annotated[bool, eager], False)
    if option.kind == "switch":
        return _make_parameter(option.parameter, Annotated[bool, TyperOption(*flags)], False)
    kind: Any = list[str] if option.repeated else str
    return _make_parameter(option.parameter, Annotated[kind | None, TyperOption(*flags)], None)


def _make_parameter(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _show_version(wanted: bool) -> None:
    if wanted:
        write_line(f"policytext {__version__}\n")
        raise Exit
