"""The tables of settings and variables in the documents, made from the table of options.

``python -m policytext.cli.settings_page FILE…`` writes them anew between their markers: ``<!-- options -->`` and
``<!-- variables -->`` begin a table, ``<!-- end -->`` ends it. A file named ``….zh.md`` is in Chinese.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from policytext.cli.help import describe
from policytext.cli.options import COMMANDS, SETTINGS, VARIABLES, list_commands, list_users
from policytext.cli.options.rows import Command
from policytext.messages import Lang
from policytext.text.lazy_patterns import LazyPattern

_HEADS = {
    "zh": (("设置", "含义", "命令"), ("变量", "含义")),
    "en": (("setting", "meaning", "commands"), ("variable", "meaning")),
}
_COLON = {"zh": "：", "en": ": "}
_EVERY = {"zh": "全部", "en": "all"}
_TABLE = LazyPattern(r"(<!-- (options|variables) -->\n).*?(?=<!-- end -->)", re.DOTALL)


def format_settings_table(lang: Lang) -> str:
    """Return the table of settings: what each means, and which commands use it."""
    every = sum(1 for name in COMMANDS if not list_commands(name))
    rows = []
    for name, option in SETTINGS.items():
        users = list_users(option)
        # Which formats there are depends on the command, whose help page lists them.
        command = COMMANDS["outline"] if name == "format" else Command("", "", "")
        about = describe(option, command, lang)
        if name == "format":
            about = about.partition("：" if lang == "zh" else ":")[0]
        elif option.kind == "text" and option.choices:
            about += f"{_COLON[lang]}{', '.join(f'`{choice}`' for choice in option.choices)}"
        names = _EVERY[lang] if len(users) == every else " ".join(f"`{user}`" for user in users)
        rows.append((f"`{name}`", about, names))
    return _format_table(_HEADS[lang][0], rows)


def format_variables_table(lang: Lang) -> str:
    """Return the table of the variables that are no settings."""
    rows = [(f"`{variable.name}`", variable.zh if lang == "zh" else variable.en) for variable in VARIABLES]
    return _format_table(_HEADS[lang][1], rows)


def fill_page(text: str, lang: Lang) -> str:
    """Return a page with its tables written anew."""
    tables = {"options": format_settings_table, "variables": format_variables_table}
    return _TABLE.sub(lambda found: found[1] + tables[found[2]](lang), text)


def page_language(path: Path) -> Lang:
    """Return the language of a page by its name."""
    return "zh" if path.name.endswith(".zh.md") else "en"


def _format_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


if __name__ == "__main__":
    import sys

    for name in sys.argv[1:]:
        page = Path(name)
        page.write_text(
            fill_page(page.read_text(encoding="utf-8"), page_language(page)), encoding="utf-8", newline="\n"
        )
