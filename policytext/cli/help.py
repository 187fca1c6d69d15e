"""Help pages. Typer's own count a Chinese character as one cell and run over the edge of the window."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policytext.messages import Lang, say
from policytext.text.display import cells, fold

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
    pieces = " ".join(command.collect_usage_pieces(context)) if commands is None else "COMMAND …"
    lines = [say("help-usage", lang, usage=f"{context.command_path} {pieces}"), ""]
    for paragraph in say(key, lang).split("\n"):
        lines += fold(paragraph, width)
    if commands:
        lines += ["", say("help-commands", lang)]
        lines += _rows(
            [(name, say(about, lang).partition("\n")[0]) for name, about in commands.items()], width
        )
    lines += ["", say("help-options", lang)]
    lines += _rows(list(_options(command, context, lang)), width)
    for paragraph in say("help-end", lang).split("\n"):
        lines += ["", *fold(paragraph, width)]
    return "\n".join(lines)


def _window() -> int:
    from shutil import get_terminal_size

    return max(get_terminal_size().columns, 40)


def _options(command: Any, context: Any, lang: Lang) -> Iterator[tuple[str, str]]:
    for option in command.get_params(context):
        record = option.get_help_record(context)
        if record and not option.hidden:
            about = getattr(option, "help", None) or ""
            name = option.opts[0]
            key = "help-help" if name in ("-h", "--help") else about
            yield record[0], say(key, lang, formats=", ".join(getattr(command, "formats", ())))


def _rows(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Two columns, the right one folded."""
    left = min(max(cells(name) for name, _ in rows) + 2, _COLUMN)
    for name, about in rows:
        folded = fold(about, width - left - 2)
        lead = f"  {name}" + " " * (left - cells(name))
        if cells(name) + 2 > left:
            yield f"  {name}"
            lead = " " * (left + 2)
        yield lead + folded[0]
        yield from (" " * (left + 2) + line for line in folded[1:])
