"""What the user has settled, and where: option > environment > nearest configuration file > default.

``SETTINGS`` is the whole list; a new setting is one line there. Each is also a variable: ``line-numbers`` is
POLICYTEXT_LINE_NUMBERS. Every value knows its origin.

>>> config = Config("pyproject.toml", {"encoding": "gb18030"}, {"encoding": 7})
>>> settings = resolve({"depth": "2"}, environ={"POLICYTEXT_QUIET": "1"}, config=config)
>>> settings.number("depth"), settings.switch("quiet"), settings.text("encoding"), settings.text("lang")
(2, True, 'gb18030', 'zh')
>>> [settings[name].origin for name in ("depth", "quiet", "encoding", "lang")]
['--depth', 'POLICYTEXT_QUIET', 'pyproject.toml:7', 'default']
"""

import os
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, cast

from policytext.cli.configuration import Config
from policytext.cli.setting_errors import Origin, choice_error, error_with_suggestion, setting_error
from policytext.messages import Lang

Kind = Literal["text", "switch", "number", "ratio", "rate", "names", "table"]
Plain = str | bool | int | float | tuple[str, ...] | None


class Setting(NamedTuple):
    """What may be settled: its kind, its default, the words it knows (any, if none), its least number."""

    kind: Kind
    default: Plain = None
    choices: tuple[str, ...] = ()
    least: int = 0


SETTINGS: dict[str, Setting] = {
    "format": Setting("text"),  # its choices are the command's
    "exclude": Setting("names", ()),
    "encoding": Setting("text"),
    "rules": Setting("names", ()),
    "domain": Setting("names", ()),
    "lang": Setting("text", "zh", ("zh", "en")),
    "color": Setting("text", "auto", ("auto", "always", "never")),
    "quiet": Setting("switch", False),
    "verbose": Setting("switch", False),
    "line-numbers": Setting("switch", False),
    "depth": Setting("number", least=1),
    "no-inline": Setting("switch", False),
    "no-domains": Setting("switch", False),
    "why": Setting("switch", False),
    "kind": Setting("names", ()),
    "status": Setting("names", ()),
    "spreadsheet": Setting("switch", False),
    "raw": Setting("switch", False),
    "map": Setting("switch", False),
    "max-size": Setting("number", 300, least=1),
    "text-column": Setting("text"),
    "what": Setting("names", ("outline", "targets", "domains", "lint", "stats")),
    "jobs": Setting("number", least=1),
    "engine": Setting("text", "local", ("local", "dask")),
    "scheduler": Setting("text"),
    "shard-size": Setting("text", "8MB"),
    "time-limit": Setting("number", 300, least=1),
    "memory-limit": Setting("text", "4GB"),
    "id-column": Setting("text"),
    "keep": Setting("names", ()),
    "only": Setting("names", ()),
    "top": Setting("number", 20, least=1),
    "term": Setting("text"),
    "against": Setting("text"),
    "by": Setting("text", None, ("year",)),
    "sort": Setting("text"),
    "no-total": Setting("switch", False),
    "stop-words": Setting("text"),
    "select": Setting("names", ()),
    "ignore": Setting("names", ()),
    "per-path-ignore": Setting("table", ()),
    "min-confidence": Setting("ratio", 0.0),
    "alarm-rate": Setting("rate"),
    "fail-on": Setting("text", "warning", ("error", "warning", "info", "never")),
    "baseline": Setting("text"),
    "unsafe-fixes": Setting("switch", False),
    "profile": Setting("text", None, ("mainland", "tw", "hk")),
}

CONFIG_NAME = ".policytext.toml"
_YES, _NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off", "")
_KINDS: dict[type, Kind] = {str: "text", bool: "switch", int: "number", list: "names", dict: "table"}


class Value(NamedTuple):
    """A settled value and where it was written, None for a default."""

    value: Plain
    place: Origin | None = None

    @property
    def origin(self) -> str:
        """An option, a variable, ``FILE:LINE`` or "default"."""
        if self.place is None:
            return "default"
        name, path, line = self.place
        return name if not path else path if line is None else f"{path}:{line}"


class Settings(Mapping[str, Value]):
    """All settings by name, and typed access to what they hold."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = dict(values)

    def __getitem__(self, name: str) -> Value:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def text(self, name: str) -> str | None:
        """The text settled for `name`, None if nothing was."""
        return cast("str | None", self[name].value)

    def switch(self, name: str) -> bool:
        """Whether `name` is on."""
        return cast(bool, self[name].value)

    def number(self, name: str) -> int | None:
        """The number settled for `name`, None if nothing was."""
        return cast("int | None", self[name].value)

    def ratio(self, name: str) -> float:
        """The number from 0 to 1 settled for `name`."""
        return cast(float, self[name].value)

    def rate(self, name: str) -> float | None:
        """The false alarms in 10,000 characters settled for `name`, None if nothing was."""
        return cast("float | None", self[name].value)

    def names(self, name: str) -> tuple[str, ...]:
        """The list settled for `name`, a table as "KEY:NAME"; a nearer origin replaces a farther one's."""
        return cast("tuple[str, ...]", self[name].value)

    @property
    def lang(self) -> Lang:
        """The language of messages."""
        return cast(Lang, self["lang"].value)


def resolve(
    options: Mapping[str, object],
    *,
    environ: Mapping[str, str] = os.environ,
    config: Config | None = None,
) -> Settings:
    """Settle everything.

    Args:
        options: what stood on the command line, by setting; None where an option was not given.
        environ: the environment.
        config: the configuration file, None where there is none.

    Raises:
        ConfigError: a value that its setting does not know, or a key in the file that is no setting.
    """
    for key in config.values if config else ():
        if key not in SETTINGS:
            place = Origin(key, config.path, config.lines.get(key)) if config else Origin(key)
            raise error_with_suggestion("no-such-setting", key, list(SETTINGS), place)
    return Settings({name: _settled(name, options, environ, config) for name in SETTINGS})


def _settled(
    name: str, options: Mapping[str, object], environ: Mapping[str, str], config: Config | None
) -> Value:
    setting = SETTINGS[name]
    variable = f"POLICYTEXT_{name.upper().replace('-', '_')}"
    option = options.get(name)
    if option is not None:
        place = Origin(f"--{name}")
        return Value(_checked(option, setting, place), place)
    if variable in environ:
        place = Origin(variable)
        return Value(_checked(environ[variable], setting, place), place)
    if config and name in config.values:
        place = Origin(name, config.path, config.lines.get(name))
        return Value(_checked_type(config.values[name], setting, place), place)
    return Value(setting.default)


def _checked(given: object, setting: Setting, place: Origin) -> Plain:
    """An option's or a variable's value, which arrives as text (or as what the option parser made of it)."""
    if isinstance(given, str):
        if setting.kind == "switch":
            if given.lower() not in (*_YES, *_NO):
                raise setting_error("bad-switch", place, value=given)
            return given.lower() in _YES
        if setting.kind == "number":
            # Not str.isdigit(): it is true of ² and int() is not.
            if not given.isdecimal() or len(given) > 9:
                raise setting_error("bad-number", place, value=given, least=setting.least)
            return _limited(int(given), setting, place)
        if setting.kind in _LIMITED:
            return _LIMITED[setting.kind](given, place)
        if setting.kind in ("names", "table"):
            return tuple(part.strip() for part in given.split(",") if part.strip())
    return _limited(given, setting, place)


def _checked_type(given: object, setting: Setting, place: Origin) -> Plain:
    """A configuration's value, which TOML has given a type."""
    if setting.kind in _LIMITED and type(given) in (int, float):
        return _LIMITED[setting.kind](str(given), place)
    if _KINDS.get(type(given)) != setting.kind or not _only_strings(given):
        raise setting_error(f"wrong-type-{setting.kind}", place, value=_as_written(given))
    if isinstance(given, dict):
        return tuple(f"{key}:{name}" for key, names in given.items() for name in names)
    return _limited(given, setting, place)


def _only_strings(given: object) -> bool:
    """Whether the lists in a value, or in each key of a table, hold strings alone."""
    if isinstance(given, dict):
        return all(isinstance(one, list) and _only_strings(one) for one in given.values())
    return not isinstance(given, list) or all(isinstance(part, str) for part in given)


#: The least and the most false alarms in 10,000 characters that can be asked for; beyond them nothing was measured.
RATES = (0.05, 10.0)


def _ratio(given: str, place: Origin) -> float:
    return _between(given, 0, 1, "bad-ratio", place)


def _rate(given: str, place: Origin) -> float:
    return _between(given, *RATES, "bad-rate", place)


def _between(given: str, least: float, most: float, code: str, place: Origin) -> float:
    try:
        value = float(given)
    except ValueError:
        value = -1.0
    if not least <= value <= most:
        raise setting_error(code, place, value=given, least=f"{least:g}", most=f"{most:g}")
    return value


_LIMITED = {"ratio": _ratio, "rate": _rate}


def _limited(given: object, setting: Setting, place: Origin) -> Plain:
    if setting.kind == "number" and cast(int, given) < setting.least:
        raise setting_error("bad-number", place, value=given, least=setting.least)
    if setting.choices and given not in setting.choices:
        raise choice_error(str(given), setting.choices, place)
    if isinstance(given, list | tuple):
        return tuple(given)
    return cast(Plain, given)


def _as_written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else repr(value)
