"""Errors about settings: each names the setting as it was written, points at its place, and suggests what was meant."""

from collections.abc import Sequence

from policytext.errors import ConfigError
from policytext.model.records import NamedTuple


class Origin(NamedTuple):
    """Where a value was written, as errors point at it."""

    name: str
    path: str = ""
    line: int | None = None


def make_setting_error(code: str, place: Origin, **values: object) -> ConfigError:
    """Return an error that names a setting as the user wrote it, and the file that contains it."""
    return ConfigError(code, path=place.path, line=place.line, name=place.name, **values)


def make_suggestion_error(
    code: str, given: str, known: Sequence[str], place: Origin, **values: object
) -> ConfigError:
    """Return an error for a word that is not in `known`: message `code`, or `code`-near with the most similar word.

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
    """Return the most similar word of `known`, if one is similar enough."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(given, known, n=1, cutoff=0.7)), None)


def make_choice_error(given: str, choices: Sequence[str], place: Origin) -> ConfigError:
    """Return an error for a word that is not one of the `choices` of a setting."""
    listed = "|".join(choices)
    return make_suggestion_error("bad-choice", given, choices, place, value=given, choices=listed)
