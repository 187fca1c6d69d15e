"""What the command line asks of a run, as the job and who does it."""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from policytext.cli import rule_packs
from policytext.cli.options import Common
from policytext.cli.setting_errors import Origin, choice_error, setting_error
from policytext.cli.settings import Settings
from policytext.corpus.job import WHAT, Job, Limits
from policytext.corpus.planning import Named
from policytext.corpus.run_folder import DoneShard
from policytext.corpus.shard_runner import Order
from policytext.corpus.shards import Shard
from policytext.errors import ConfigError
from policytext.readers import ReadOptions
from policytext.rulebook.packs import fingerprint

_STDIN = "-"
_SIZE = re.compile(r"(\d+(?:\.\d+)?) ?([kmg]?b)", re.IGNORECASE)
_UNITS = {"b": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9}
Engine = Callable[[Iterator[Shard]], Iterator[DoneShard | None]]


class RunOptions(NamedTuple):
    """A run.

    Args:
        order: what is done to each shard.
        named: what stood on the command line as inputs.
        inputs: the same as it is noted in the folder.
        engine: who does the shards.
        quiet: whether only faults are told of.
    """

    order: Order
    named: Named
    inputs: Mapping[str, Any]
    engine: Engine
    quiet: bool


def read_run_options(common: Common, settings: Settings) -> RunOptions:
    """The run that is asked for.

    Raises:
        ConfigError: something is missing, or can't be understood.
    """
    if not common.output:
        raise ConfigError("no-output")
    named = _named(common, settings)
    job = _job(settings)
    _see_extras(settings)
    limits = Limits(settings.number("time-limit") or 0, size(settings, "memory-limit"))
    order = Order(job, common.output, limits)
    inputs = {
        "names": list(named.names),
        "lists": list(named.lists),
        "exclude": list(named.exclude),
    }
    return RunOptions(order, named, inputs, _engine(order, settings), settings.switch("quiet"))


def _named(common: Common, settings: Settings) -> Named:
    names = list(common.files or ())
    lists = [common.files_from] if common.files_from is not None else []
    if _STDIN in names or _STDIN in lists:
        raise ConfigError("corpus-stdin")
    if not names and not lists:
        raise ConfigError("no-corpus-input")
    sheets = settings["text-column"].place is not None
    return Named(tuple(names), tuple(lists), common.null, settings.names("exclude"), sheets)


def _job(settings: Settings) -> Job:
    book, faults = rule_packs.load(settings)
    if faults:  # half of the rules over a million documents is not what anybody means
        raise faults[0]
    named = tuple(rule_packs.paths(settings))
    builtin = rule_packs.NONE not in settings.names("rules")
    encoding = settings.text("encoding")
    if encoding is not None:
        from policytext.readers import decode

        decode(b"", encoding=encoding)
    return Job(
        what=_what(settings),
        manner=ReadOptions(
            encoding,
            settings.switch("raw"),
            (settings.number("max-size") or 0) * 1_000_000,
            settings.text("text-column") or "text",
        ),
        id_column=settings.text("id-column"),
        keep=settings.names("keep"),
        rules=named,
        builtin=builtin,
        fingerprint=fingerprint(named, builtin=builtin),
        only=_only(settings, book),
        min_confidence=settings.ratio("min-confidence"),
        alarm_rate=settings.rate("alarm-rate"),
        profile=settings.text("profile"),
        top=settings.number("top") or 20,
        lang=settings.lang,
        shard_bytes=size(settings, "shard-size"),
    )


def _what(settings: Settings) -> tuple[str, ...]:
    given = settings.names("what")
    for name in given:
        if name not in WHAT:
            place = settings["what"].place
            assert place is not None  # the default knows only these
            raise choice_error(name, WHAT, place)
    return tuple(name for name in WHAT if name in given)


def _only(settings: Settings, book: Any) -> tuple[str, ...] | None:
    """The lint rules that were selected, None where nothing was said of them."""
    select, ignore, rate = settings.names("select"), settings.names("ignore"), settings.rate("alarm-rate")
    if not select and not ignore and rate is None:
        return None
    from policytext.cli.lint import check_names
    from policytext.linter import selection

    known = selection.rule_names(book)
    for name in ("select", "ignore"):
        check_names(name, settings, known, book)
    only = selection.select_rules(book, select, ignore, rate)
    selection.require_packages(only)
    return tuple(sorted(only))


def _see_extras(settings: Settings) -> None:
    """See to it that everything is installed before the folder is made.

    Raises:
        ConfigError: it is not.
    """
    from importlib.util import find_spec

    wanted = [("pyarrow", "corpus")]
    if settings.text("engine") == "dask":
        wanted.append(("distributed", "dask"))
    for name, extra in wanted:
        if find_spec(name) is None:
            raise ConfigError("needs-extra", name=name, extra=extra)


def _engine(order: Order, settings: Settings) -> Engine:
    jobs = settings.number("jobs") or cores()
    if settings.text("engine") == "dask":
        from policytext.corpus import dask_engine

        address = settings.text("scheduler")
        return lambda shards: dask_engine.run(order, shards, jobs, address)
    from policytext.corpus import local_engine

    return lambda shards: local_engine.run(order, shards, jobs)


def size(settings: Settings, name: str) -> int:
    """The bytes settled for `name`: 500kB, 8MB, 4GB.

    Raises:
        ConfigError: it is no size.
    """
    given = settings.text(name) or ""
    found = _SIZE.fullmatch(given.strip())
    count = int(float(found[1]) * _UNITS[found[2].lower()]) if found else 0
    if not count:
        raise setting_error("bad-size", settings[name].place or Origin(name), value=given)
    return count


def cores() -> int:
    """The processors that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def chosen(settings: Settings, formats: Sequence[str], looking: bool) -> str:
    """The format that an answer is written in: a table for a person who looks, CSV for a program.

    Raises:
        ConfigError: one that is none of `formats`.
    """
    value, place = settings["format"]
    if value in formats:
        return str(value)
    if place is not None and place.name == "--format":
        raise choice_error(str(value), formats, place)
    return "table" if looking else "csv"
