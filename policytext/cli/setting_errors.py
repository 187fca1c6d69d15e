"""Errors about settings: each names the setting as it was written, points at its place, and suggests what was meant."""

from collections.abc import Sequence
from typing import NamedTuple

from policytext.errors import ConfigError


class Origin(NamedTuple):
    """Where a value was written, as errors point at it."""

    name: str
    path: str = ""
    line: int | None = None


def make_setting_error(code: str, place: Origin, **values: object) -> ConfigError:
    """A ConfigError that names the setting as it was written and points at the file it stood in."""
    return ConfigError(code, path=place.path, line=place.line, name=place.name, **values)


def make_suggestion_error(
    code: str, given: str, known: Sequence[str], place: Origin, **values: object
) -> ConfigError:
    """The same for a word that is none of `known`: message `code`, or `code`-near with the likeliest of them.

    >>> str(make_suggestion_error("no-such-setting", "encodign", ["encoding", "lang"], Origin("encodign")))
    'no setting encodign, did you mean encoding? (--show-settings lists them all)'
    """
    near = find_nearest(given, known)
    return (
        make_setting_error(f"{code}-near", place, near=near, **values)
        if near
        else make_setting_error(code, place, **values)
    )


def find_nearest(given: str, known: Sequence[str]) -> str | None:
    """The one of `known` that was probably meant."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(given, known, n=1, cutoff=0.7)), None)


def make_choice_error(given: str, choices: Sequence[str], place: Origin) -> ConfigError:
    """The error for a word that is none of a setting's `choices`."""
    listed = "|".join(choices)
    return make_suggestion_error("bad-choice", given, choices, place, value=given, choices=listed)
