"""What the commands about rules share: which packs, which format, how an answer is written, how it ends."""

from collections.abc import Iterable
from typing import NamedTuple

import typer

from policytext.cli import rule_packs, streams
from policytext.cli.settings import Settings
from policytext.errors import RuleError
from policytext.messages import say
from policytext.rulebook.rulebook import Rulebook
from policytext.text.display import escape_controls, escape_json, join_lines

#: Exit codes besides 0: a rule fails its own tests; the job could not be done.
FAILED, UNDONE = 1, 2


class SelectedRules(NamedTuple):
    """The rules that a command is about.

    Args:
        book: all rules that load.
        faults: what was wrong with others.
        settings: all settings.
        own: whether packs were named, so that the answer is about these and not about all.
    """

    book: Rulebook
    faults: tuple[RuleError, ...]
    settings: Settings
    own: frozenset[str]

    def wanted(self, number: int) -> bool:
        """Whether the rule with this number stands in one of the packs that were named, or none was."""
        return not self.own or self.book.get_rule(number).origin.path in self.own


def select_rules(settings: Settings, *, named: Iterable[str] = ()) -> SelectedRules:
    """Load the rules of the built-in packs, of --rules and of the packs `named`."""
    paths = tuple(named)
    book, faults = rule_packs.load_rules(settings, paths)
    own = frozenset(origin for origin in _list_paths(book) if any(_is_within(origin, path) for path in paths))
    return SelectedRules(book, faults, settings, own or frozenset(paths))


def _list_paths(book: Rulebook) -> Iterable[str]:
    return {book.get_rule(number).origin.path for number in range(len(book))}


def _is_within(path: str, above: str) -> bool:
    return path == above or path.startswith(above.rstrip("/\\") + "/")


def write_lines(settings: Settings, lines: Iterable[str]) -> None:
    """Write an answer for people, each part on one line."""
    with streams.open_output(settings.output, escape_controls) as output:
        for line in lines:
            output.write(f"{join_lines(line)}\n")


def write(settings: Settings, pieces: Iterable[str]) -> None:
    """Write an answer for programs to standard output or to --output: exact, but for what a terminal would obey."""
    with streams.open_output(settings.output, escape_json if settings.at_terminal else str) as output:
        for piece in pieces:
            output.write(piece)


def finish(found: SelectedRules, code: int, key: str, **values: object) -> None:
    """Tell of faults and of what was done, and leave with the exit code.

    Raises:
        typer.Exit: with `code`, or 2 where rules did not load.
    """
    for fault in found.faults:
        streams.report(fault, found.settings.lang)
    if key and found.settings.format == "text" and not found.settings.switch("quiet"):
        streams.write_note(say(key, found.settings.lang, **values))
    code = UNDONE if found.faults else code
    if code:
        raise typer.Exit(code)
