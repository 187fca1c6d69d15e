"""Load the rules of a command: the built-in packs and those of --rules."""

import os
from collections.abc import Iterable, Sequence

from policytext.cli import streams
from policytext.cli.setting_errors import make_suggestion_error
from policytext.cli.settings import Settings
from policytext.errors import ConfigError, RuleError
from policytext.model.records import NamedTuple
from policytext.rulebook.packs import load_rules as load_packs
from policytext.rulebook.rulebook import Rulebook

NONE = "none"


class LoadedRules(NamedTuple):
    """The rules that could be loaded, and the faults of the others."""

    book: Rulebook
    faults: tuple[RuleError, ...]


def load_rules(settings: Settings, more: Sequence[str] = ()) -> LoadedRules:
    """Load the built-in packs (unless ``--rules none`` is given), each ``--rules PATH``, and `more`.

    A pack that is named twice is loaded once. Faults are returned and not reported.
    """
    named = settings.names("rules")
    every = [*list_paths(settings), *more]
    book, faults = load_packs(every, builtin=NONE not in named)
    return LoadedRules(book, faults)


def load_reporting_faults(settings: Settings) -> tuple[Rulebook, int]:
    """Load the rules, and report each fault on standard error; with --verbose the hints too.

    Returns:
        The rules that could be loaded, and the number of faults.
    """
    book, faults = load_rules(settings)
    for fault in faults:
        streams.report(fault, settings.lang)
    if settings.switch("verbose"):
        for hint in book.hints:
            streams.write_note(streams.format_fault(hint, settings.lang))
    return book, len(faults)


def list_paths(settings: Settings) -> Iterable[str]:
    """Return the packs of --rules; paths in a configuration file are relative to its folder."""
    place = settings["rules"].place
    folder = os.path.dirname(place.path) if place else ""
    return (os.path.join(folder, name) for name in settings.names("rules") if name != NONE)


def read_domains(settings: Settings, known: Sequence[str]) -> frozenset[str | None]:
    """Read the domains of --domain; None stands for no domain, and an empty set for all of them.

    Raises:
        ConfigError: no domain has one of the names.
    """
    names = settings.names("domain")
    for name in names:
        if name not in (*known, NONE):
            place = settings["domain"].place
            assert place is not None  # a default names nothing
            listed = "|".join((*known, NONE))
            fault: ConfigError = make_suggestion_error(
                "bad-choice", name, known, place, value=name, choices=listed
            )
            raise fault
    return frozenset(None if name == NONE else name for name in names)
