"""The shard function: it analyses one shard and writes its files. All that a worker does, on this machine or a cluster."""

import os
from threading import Lock
from typing import Any

from policytext.corpus.analysis import analyse, load_job
from policytext.corpus.documents import Entry, Loaded, read_entries
from policytext.corpus.job import Job, Limits
from policytext.corpus.journal import Journal
from policytext.corpus.limits import limit_memory
from policytext.corpus.run_folder import DoneShard, RunFolder, name_folder_in_errors
from policytext.corpus.shards import Shard
from policytext.corpus.tables import ShardWriter
from policytext.digests import blake2b
from policytext.errors import ConfigError, PolicytextError, ReadError
from policytext.formats.fields.files import DOCUMENT
from policytext.model.records import NamedTuple
from policytext.readers import replace_unprintable
from policytext.text.display import format_path
from policytext.text.located_lines import replace_surrogates
from policytext.version import __version__

#: The first faults of a shard, which are shown.
_SHOWN = 20
#: Limits are of the whole process: where an engine has several threads, one works at a time.
_ALONE = Lock()


class Order(NamedTuple):
    """What all shards of a run share: the job, the output folder, and the limits for a document."""

    job: Job
    folder: str
    limits: Limits = Limits()


def run_shard(order: Order, shard: Shard) -> DoneShard:
    """Do a shard. Its files count only if this returns.

    Raises:
        ConfigError: the worker has another version or other rules, or can't write.
    """
    if order.job.version != __version__:
        raise ConfigError("other-version", old=order.job.version, new=__version__)
    with _ALONE:
        return _ShardRun(order, shard).execute()


class _ShardRun:
    """One shard while it is done."""

    def __init__(self, order: Order, shard: Shard) -> None:
        self.order, self.shard = order, shard
        self.folder = RunFolder(order.folder)
        self.documents = self.failed = self.characters = 0
        self.faults: list[str] = []

    def execute(self) -> DoneShard:
        load_job(self.order.job)  # a fault of the rules is no fault of a document
        with name_folder_in_errors(self.order.folder):
            journal = Journal(self.folder.journal(self.shard.number), self.order.limits)
            finished = False
            try:
                done = self._write(journal)
                finished = True
            finally:
                journal.close(done=finished)
        return done

    def _write(self, journal: Journal) -> DoneShard:
        aside = self.folder.aside(self.shard.number)
        writer = ShardWriter(aside, self.order.job.what, self.shard.number)
        try:
            with limit_memory(self.order.limits.memory):
                for number, entry in enumerate(read_entries(self.shard, self.order.job)):
                    self._add(number, entry, journal, writer)
            done = self._describe(writer)
            self.folder.move(
                [*writer.finish({**done._asdict(), "identity": self.shard.identity()})], done.number
            )
        finally:
            writer.remove()
        return done

    def _add(self, number: int, entry: Entry, journal: Journal, writer: ShardWriter) -> None:
        """Add one document to the tables."""
        fault = journal.find_error(number)
        if fault is None:
            journal.enter(number)
            try:
                self._analyse(entry, writer)
            except PolicytextError as found:
                fault = found
            except MemoryError:
                fault = ReadError("too-much-memory", megabytes=self.order.limits.memory // 1_000_000)
            except OSError as error:
                fault = ReadError("unreadable", reason=error.strerror or str(error))
            except Exception as error:  # a text that breaks an analyser must not stop the others
                fault = _make_internal_error(error)
            journal.leave()
            writer.flush()
        if fault is not None:
            self._fail(entry, fault, writer)

    def _analyse(self, entry: Entry, writer: ShardWriter) -> None:
        loaded = entry.load()
        document, parts = analyse(loaded.source, self.order.job)
        lang = self.order.job.lang
        (own,) = DOCUMENT.values([document], loaded.source, lang)
        row = _make_row(entry, loaded, own)
        writer.add([("documents", [row]), *writer.make_rows(entry.path, parts, loaded.source, lang)])
        self.documents += 1
        self.characters += len(loaded.source.text)

    def _fail(self, entry: Entry, fault: PolicytextError, writer: ShardWriter) -> None:
        self.failed += 1
        lang = self.order.job.lang
        message = replace_surrogates(fault.message(lang))
        writer.add([("failures", [(entry.path, entry.name, None, fault.code, message)])])
        if len(self.faults) < _SHOWN:
            self.faults.append(f"{format_path(entry.path)}: {message}")

    def _describe(self, writer: ShardWriter) -> DoneShard:
        return DoneShard(
            self.shard.number,
            self.documents,
            self.failed,
            self.characters,
            self.shard.size,
            dict(writer.rows),
            tuple(self.faults),
        )


def _make_row(entry: Entry, loaded: Loaded, own: tuple[Any, ...]) -> tuple[Any, ...]:
    text = loaded.source.text.encode("utf-8", "surrogatepass")
    digest = blake2b(text, digest_size=8).hexdigest()
    return (entry.path, entry.name, loaded.id, dict(loaded.meta), *own, digest)


def _make_internal_error(error: Exception) -> PolicytextError:
    """Return an error of this program as the error of a document."""
    place, traced = "?", error.__traceback__
    while traced:
        place = f"{os.path.basename(traced.tb_frame.f_code.co_filename)}:{traced.tb_lineno}"
        traced = traced.tb_next
    detail = replace_unprintable(" ".join(f"{type(error).__name__} {error}".split()))
    return PolicytextError("internal", detail=detail[:200], place=place)
