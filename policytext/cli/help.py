"""Help pages. Typer's own count a Chinese character as one cell and run over the edge of the window."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policytext.messages import Lang, say
from policytext.text.display import count_cells, wrap_text

_WIDEST = 100
_COLUMN = 24  # cells of the left column; what is wider has its explanation on the next line


def page(command: Any, context: Any, key: str, commands: Mapping[str, str] | None = None) -> str:
    """The help page of a Typer command.

    Args:
        command: the command, its parameters' help being keys of messages.
        context: its context; ``obj`` is the language.
        key: the message that says what it is for.
        commands: names of its commands and the messages that say what they are for.
    """
    lang: Lang = context.obj or "zh"
    width = min(_window(), _WIDEST)
    operands = ["COMMAND …"] if commands else ["[OPTIONS]", *map(_operand, _operands(command, context))]
    lines = [say("help-usage", lang, usage=" ".join((context.command_path, *operands))), ""]
    for paragraph in say(key, lang).split("\n"):
        lines += wrap_text(paragraph, width)
    if commands:
        lines += ["", say("help-commands", lang)]
        lines += _rows(
            [(name, say(about, lang).partition("\n")[0]) for name, about in commands.items()], width
        )
    lines += ["", say("help-options", lang)]
    lines += _rows(list(_options(command, context, lang)), width)
    for paragraph in say("help-end", lang).split("\n"):
        lines += ["", *wrap_text(paragraph, width)]
    return "\n".join(lines)


def _window() -> int:
    from shutil import get_terminal_size

    return max(get_terminal_size().columns, 40)


def _operands(command: Any, context: Any) -> list[Any]:
    return [found for found in command.get_params(context) if found.param_type_name == "argument"]


def _operand(argument: Any) -> str:
    name: str = argument.metavar or argument.name.upper()
    return name if argument.required else f"[{name}]"


def _options(command: Any, context: Any, lang: Lang) -> Iterator[tuple[str, str]]:
    for option in command.get_params(context):
        record = option.get_help_record(context)
        if record and not option.hidden:
            operand = option.param_type_name == "argument"
            key = "help-help" if "--help" in option.opts else option.help
            yield (
                _operand(option) if operand else record[0],
                say(key, lang, formats=", ".join(getattr(command, "formats", ()))),
            )


def _rows(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Two columns, the right one folded."""
    left = min(max(count_cells(name) for name, _ in rows) + 2, _COLUMN, width // 3)
    for name, about in rows:
        folded = wrap_text(about, width - left - 2)
        lead = f"  {name}" + " " * (left - count_cells(name))
        if count_cells(name) + 2 > left:
            yield f"  {name}"
            lead = " " * (left + 2)
        yield lead + folded[0]
        yield from (" " * (left + 2) + line for line in folded[1:])
