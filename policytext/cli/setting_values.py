"""The values of settings: what an option, a variable or a configuration key may hold, and what it then means."""

import re
from typing import cast

from policytext.cli.options.rows import Kind, Option, Plain
from policytext.cli.setting_errors import Origin, make_choice_error, make_setting_error
from policytext.text.lazy_patterns import LazyPattern

#: The least and the most false positives in 10,000 characters; nothing was measured beyond them.
RATES = (0.05, 10.0)

_YES, _NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off", "")
_KINDS: dict[type, Kind] = {str: "text", bool: "switch", int: "number", list: "names", dict: "table"}
_SIZE = LazyPattern(r"(\d+(?:\.\d+)?) ?([kmg]?b)", re.IGNORECASE)
_UNITS = {"b": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9}


def read_value(given: object, option: Option, place: Origin) -> Plain:
    """Return the value of an option or a variable, which arrives as text or as the option parser made it.

    Raises:
        ConfigError: the option does not take this value.
    """
    if not isinstance(given, str):
        return _check(given, option, place)
    match option.kind:
        case "switch":
            if given.lower() not in (*_YES, *_NO):
                raise make_setting_error("bad-switch", place, value=given)
            return given.lower() in _YES
        case "number":
            # Not str.isdigit(): it is true of ² and int() is not.
            if not given.isdecimal() or len(given) > 9:
                raise make_setting_error("bad-number", place, value=given, least=option.least)
            return _check(int(given), option, place)
        case "ratio":
            return _read_number_between(given, 0, 1, "bad-ratio", place)
        case "rate":
            return _read_number_between(given, *RATES, "bad-rate", place)
        case "names" | "table":
            return _check([part.strip() for part in given.split(",") if part.strip()], option, place)
    return _check(given, option, place)


def read_typed_value(given: object, option: Option, place: Origin) -> Plain:
    """Return the value of a configuration key, to which TOML has given a type.

    Raises:
        ConfigError: the setting does not take this value.
    """
    if option.kind in ("ratio", "rate") and type(given) in (int, float):
        return read_value(str(given), option, place)
    kind: Kind = "text" if option.kind == "size" else option.kind
    if _KINDS.get(type(given)) != kind or not _holds_only_strings(given):
        raise make_setting_error(f"wrong-type-{kind}", place, value=_format_value(given))
    if isinstance(given, dict):
        return tuple(f"{key}:{name}" for key, names in given.items() for name in names)
    return _check(given, option, place)


def parse_size(given: str) -> int | None:
    """Return the number of bytes, None if it is no size.

    >>> parse_size("8MB"), parse_size("500 kB"), parse_size("much")
    (8000000, 500000, None)
    """
    found = _SIZE.fullmatch(given.strip())
    return int(float(found[1]) * _UNITS[found[2].lower()]) or None if found else None


def _check(given: object, option: Option, place: Origin) -> Plain:
    if option.kind == "number" and cast(int, given) < option.least:
        raise make_setting_error("bad-number", place, value=given, least=option.least)
    if option.kind == "size" and parse_size(cast(str, given)) is None:
        raise make_setting_error("bad-size", place, value=given)
    names = tuple(given) if isinstance(given, list | tuple) else (cast(str, given),)
    if option.choices:
        for name in names:
            if name not in option.choices:
                raise make_choice_error(str(name), option.choices, place)
        names = tuple(name for name in option.choices if name in names)
    return names if isinstance(given, list | tuple) else cast(Plain, given)


def _read_number_between(given: str, least: float, most: float, code: str, place: Origin) -> float:
    try:
        value = float(given)
    except ValueError:
        value = -1.0
    if not least <= value <= most:
        raise make_setting_error(code, place, value=given, least=f"{least:g}", most=f"{most:g}")
    return value


def _holds_only_strings(given: object) -> bool:
    """Return whether a list, or each list of a table, contains only strings."""
    if isinstance(given, dict):
        return all(isinstance(names, list) and _holds_only_strings(names) for names in given.values())
    return not isinstance(given, list) or all(isinstance(part, str) for part in given)


def _format_value(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else repr(value)
