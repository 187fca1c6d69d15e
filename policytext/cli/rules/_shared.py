"""Shared steps of the commands about rules: select the packs, write the result, report faults and exit."""

from collections.abc import Iterable
from typing import NamedTuple

from policytext.cli import rule_packs, streams
from policytext.cli.exits import Exit
from policytext.cli.settings import Settings
from policytext.errors import RuleError
from policytext.messages import say
from policytext.rulebook.rule_types import Domain, Rule
from policytext.rulebook.rulebook import Rulebook
from policytext.text.display import escape_controls, escape_json, join_lines

#: Exit codes besides 0: a rule fails its own tests; rules could not be loaded.
FAILED, UNDONE = 1, 2


class SelectedRules(NamedTuple):
    """The rules that a command works on.

    Args:
        book: all rules that could be loaded.
        faults: the faults of the others.
        settings: all settings.
        own: the files of the packs that are named on the command line; without any, the command works on all rules.
    """

    book: Rulebook
    faults: tuple[RuleError, ...]
    settings: Settings
    own: frozenset[str]

    def is_selected(self, number: int) -> bool:
        """Return whether the rule with this number belongs to a named pack, or no pack is named."""
        return not self.own or any(path in self.own for path in _list_rule_paths(self.book.get_rule(number)))


def select_rules(settings: Settings, *, named: Iterable[str] = ()) -> SelectedRules:
    """Load the rules of the built-in packs, of --rules and of the packs `named`."""
    paths = tuple(named)
    book, faults = rule_packs.load_rules(settings, paths)
    own = frozenset(origin for origin in _list_paths(book) if any(_is_within(origin, path) for path in paths))
    return SelectedRules(book, faults, settings, own or frozenset(paths))


def _list_paths(book: Rulebook) -> Iterable[str]:
    """Return the files of all rules, of the changes of domains, and of the examples for lists."""
    rules = {path for number in range(len(book)) for path in _list_rule_paths(book.get_rule(number))}
    return rules | {case.path for case in book.cases}


def _list_rule_paths(rule: Rule) -> tuple[str, ...]:
    """Return the file of a rule, and those of the packs that change it."""
    changes = rule.extensions if isinstance(rule, Domain) else ()
    return rule.origin.path, *(change.path for change in changes)


def _is_within(path: str, above: str) -> bool:
    return path == above or path.startswith(above.rstrip("/\\") + "/")


def write_lines(settings: Settings, lines: Iterable[str]) -> None:
    """Write a result for people, each part on one line."""
    with streams.open_output(settings.output, escape_controls) as output:
        for line in lines:
            output.write(f"{join_lines(line)}\n")


def write(settings: Settings, pieces: Iterable[str]) -> None:
    """Write a result for programs to standard output or --output; only control characters at a terminal are escaped."""
    with streams.open_output(settings.output, escape_json if settings.at_terminal else str) as output:
        for piece in pieces:
            output.write(piece)


def finish(found: SelectedRules, code: int, key: str, **values: object) -> None:
    """Report the faults and the closing message, and exit.

    Raises:
        Exit: with `code`, or 2 where rules could not be loaded.
    """
    for fault in found.faults:
        streams.report(fault, found.settings.lang)
    if key and found.settings.format == "text" and not found.settings.switch("quiet"):
        streams.write_note(say(key, found.settings.lang, **values))
    code = UNDONE if found.faults else code
    if code:
        raise Exit(code)
