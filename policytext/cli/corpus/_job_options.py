"""Read the options of a corpus run: its job, its inputs, and its engine."""

import os
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from policytext.cli import rule_packs
from policytext.cli.setting_values import parse_size
from policytext.cli.settings import Settings
from policytext.corpus.job import Job, Limits
from policytext.corpus.planning import NamedInputs
from policytext.corpus.run_folder import DoneShard
from policytext.corpus.shard_runner import Order
from policytext.corpus.shards import Shard
from policytext.errors import ConfigError
from policytext.model.records import NamedTuple
from policytext.readers import ReadOptions
from policytext.rulebook.packs import compute_fingerprint

_STDIN = "-"
Engine = Callable[[Iterator[Shard]], Iterator[DoneShard | None]]


class RunOptions(NamedTuple):
    """The options of a run.

    Args:
        order: the work on each shard.
        named: the inputs on the command line.
        inputs: these inputs as the run folder records them.
        engine: runs the shards.
        quiet: whether only faults are reported.
    """

    order: Order
    named: NamedInputs
    inputs: Mapping[str, Any]
    engine: Engine
    quiet: bool


def read_run_options(settings: Settings) -> RunOptions:
    """Read the options of a run from the settings.

    Raises:
        ConfigError: an option is missing or invalid.
    """
    if not settings.output:
        raise ConfigError("no-output")
    named = _read_inputs(settings)
    job = _make_job(settings)
    _require_extras(settings)
    limits = Limits(settings.number("time-limit") or 0, read_size(settings, "memory-limit"))
    order = Order(job, settings.output, limits)
    inputs = {
        "names": list(named.names),
        "lists": list(named.lists),
        "exclude": list(named.exclude),
    }
    return RunOptions(order, named, inputs, _choose_engine(order, settings), settings.switch("quiet"))


def _read_inputs(settings: Settings) -> NamedInputs:
    names, listed = settings.names("files"), settings.text("files-from")
    lists = () if listed is None else (listed,)
    if _STDIN in names or _STDIN in lists:
        raise ConfigError("corpus-stdin")
    if not names and not lists:
        raise ConfigError("no-corpus-input")
    sheets = settings["text-column"].place is not None
    return NamedInputs(names, lists, settings.switch("null"), settings.names("exclude"), sheets)


def _make_job(settings: Settings) -> Job:
    book, faults = rule_packs.load_rules(settings)
    if faults:  # a long run with only a part of the rules would be useless
        raise faults[0]
    if "extract" in settings.names("what") and not any(
        book.enabled[book.names[one.id]] for one in book.extract_rules
    ):
        raise ConfigError("no-extract-rules")
    named = tuple(rule_packs.list_paths(settings))
    builtin = rule_packs.NONE not in settings.names("rules")
    encoding = settings.text("encoding")
    if encoding is not None:
        from policytext.readers import decode

        decode(b"", encoding=encoding)
    return Job(
        what=settings.names("what"),
        read_options=ReadOptions(
            encoding,
            settings.switch("raw"),
            (settings.number("max-size") or 0) * 1_000_000,
            settings.text("text-column") or "text",
            settings.names("with"),
            settings.text("errors") or "strict",
        ),
        id_column=settings.text("id-column"),
        keep=settings.names("keep"),
        rules=named,
        builtin=builtin,
        fingerprint=compute_fingerprint(named, builtin=builtin),
        only=_read_selected_rules(settings, book),
        min_confidence=settings.ratio("min-confidence"),
        alarm_rate=settings.rate("alarm-rate"),
        learned=not settings.switch("no-learned"),
        profile=settings.text("profile"),
        top=settings.number("top") or 20,
        lang=settings.lang,
        shard_bytes=read_size(settings, "shard-size"),
    )


def _read_selected_rules(settings: Settings, book: Any) -> tuple[str, ...] | None:
    """Return the selected lint rules, None without any option that selects some."""
    select, ignore, rate = settings.names("select"), settings.names("ignore"), settings.rate("alarm-rate")
    from policytext.cli.lint import check_names, read_house_style

    style = read_house_style(settings)
    if not select and not ignore and rate is None and not style.enabled:
        return None
    from policytext.linter import selection

    known = selection.list_rule_names(book)
    for name in ("select", "ignore"):
        check_names(name, settings, known, book)
    only = selection.select_rules(book, select, ignore, rate, style)
    selection.require_packages(only)
    return tuple(sorted(only))


def _require_extras(settings: Settings) -> None:
    """Check that the needed packages are installed, before the folder is made.

    Raises:
        ConfigError: one is missing.
    """
    from importlib.util import find_spec

    needed = [("pyarrow", "corpus")]
    if settings.text("engine") == "dask":
        needed.append(("distributed", "dask"))
    for name, extra in needed:
        if find_spec(name) is None:
            raise ConfigError("needs-extra", name=name, extra=extra)


def _choose_engine(order: Order, settings: Settings) -> Engine:
    jobs = settings.number("jobs") or count_processors()
    if settings.text("engine") == "dask":
        from policytext.corpus import dask_engine

        address = settings.text("scheduler")
        return lambda shards: dask_engine.run(order, shards, jobs, address)
    from policytext.corpus import local_engine

    return lambda shards: local_engine.run(order, shards, jobs)


def read_size(settings: Settings, name: str) -> int:
    """Return the bytes of the setting `name`."""
    return parse_size(settings.text(name) or "") or 0


def count_processors() -> int:
    """Count the processors that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
