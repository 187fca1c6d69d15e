"""The rules that a command works by: the built-in packs and those of --rules."""

import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from policytext.cli import streams
from policytext.cli.setting_errors import make_suggestion_error
from policytext.cli.settings import Settings
from policytext.errors import ConfigError, RuleError
from policytext.rulebook.packs import load_rules as load_packs
from policytext.rulebook.rulebook import Rulebook

NONE = "none"


class LoadedRules(NamedTuple):
    """The rules, and what was wrong with others."""

    book: Rulebook
    faults: tuple[RuleError, ...]


def load_rules(settings: Settings, more: Sequence[str] = ()) -> LoadedRules:
    """The rules of the built-in packs, unless ``--rules none`` was said, of each ``--rules PATH`` and of
    `more`. A pack that stands in two of these is loaded once.

    Nothing is said of faults here.
    """
    named = settings.names("rules")
    every = [*list_paths(settings), *more]
    book, faults = load_packs(every, builtin=NONE not in named)
    return LoadedRules(book, faults)


def load_reporting_faults(settings: Settings) -> tuple[Rulebook, int]:
    """The same, each fault told of, and how many there were; --verbose tells of the hints too."""
    book, faults = load_rules(settings)
    for fault in faults:
        streams.report(fault, settings.lang)
    if settings.switch("verbose"):
        for hint in book.hints:
            streams.write_note(streams.format_fault(hint, settings.lang))
    return book, len(faults)


def list_paths(settings: Settings) -> Iterable[str]:
    """The packs of --rules; paths in a configuration file count from the folder that it is in."""
    place = settings["rules"].place
    folder = os.path.dirname(place.path) if place else ""
    return (os.path.join(folder, name) for name in settings.names("rules") if name != NONE)


def read_domains(settings: Settings, known: Sequence[str]) -> frozenset[str | None]:
    """The domains that --domain names, None standing for no domain; empty where all are wanted.

    Raises:
        ConfigError: a name that no domain has.
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
