"""Help pages, made from the table of options. Typer's own count a Chinese character as one cell and run over the
edge of the window.
"""

from collections.abc import Iterator, Sequence

from policytext.cli.options import list_commands, list_options
from policytext.cli.options.rows import Command, Option
from policytext.messages import Lang, say
from policytext.text.display import count_cells, wrap_text

_WIDEST = 100
_COLUMN = 24  # cells of the left column; what is wider has its explanation on the next line


def format_page(command: Command, path: str, lang: Lang) -> str:
    """Return the help page of a command or a group.

    Args:
        command: its row.
        path: how the user calls it: ``policytext rules check``.
        lang: the language of the page.
    """
    width = min(_measure_window(), _WIDEST)
    below = list_commands(command.name)
    operands = [
        operand.metavar if operand.required else f"[{operand.metavar}]" for operand in command.operands
    ]
    usage = [path, "COMMAND …"] if below else [path, "[OPTIONS]", *operands]
    lines = [say("help-usage", lang, usage=" ".join(usage)), ""]
    for paragraph in command.say(lang).split("\n"):
        lines += wrap_text(paragraph, width)
    if below:
        rows = [(name, row.say(lang).partition("\n")[0]) for name, row in below.items()]
        lines += ["", say("help-commands", lang), *_format_rows(rows, width)]
    lines += ["", say("help-options", lang), *_format_rows(list(_list_rows(command, lang)), width)]
    for paragraph in say("help-end", lang, command=path).split("\n"):
        lines += ["", *wrap_text(paragraph, width)]
    return "\n".join(lines)


def describe(option: Option, command: Command, lang: Lang) -> str:
    """Return what an option does in a command, with its choices and its default."""
    choices = option.choices or command.formats
    listed = ("、" if lang == "zh" else ", ").join(choices)
    about = option.help_in(command.name).say(lang).format(choices=listed)
    if option.name == "format":
        return about + say(
            "help-format-default" if command.terminal else "help-default",
            lang,
            value=command.piped,
            terminal=command.terminal,
        )
    if option.default in (None, False, (), 0.0) or option.default == option.choices:
        return about
    return about + say("help-default", lang, value=option.default)


def _measure_window() -> int:
    from shutil import get_terminal_size

    return max(get_terminal_size().columns, 40)


def _list_rows(command: Command, lang: Lang) -> Iterator[tuple[str, str]]:
    for operand in command.operands:
        yield operand.metavar if operand.required else f"[{operand.metavar}]", operand.say(lang)
    for option in list_options(command):
        yield option.shown_in(command.name), describe(option, command, lang)
    yield "-h, --help", say("help-help", lang)


def _format_rows(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Yield the lines of two columns, the right one folded."""
    left = min(max(count_cells(name) for name, _ in rows) + 2, _COLUMN, width // 3)
    for name, about in rows:
        folded = wrap_text(about, width - left - 2)
        lead = f"  {name}" + " " * (left - count_cells(name))
        if count_cells(name) + 2 > left:
            yield f"  {name}"
            lead = " " * (left + 2)
        yield lead + folded[0]
        yield from (" " * (left + 2) + line for line in folded[1:])
