"""The shard function: one shard through the analysers into its files. All that a worker does, here or on a cluster."""

import os
from threading import Lock
from typing import Any, NamedTuple

from policytext.corpus.analysis import analyse, load_job
from policytext.corpus.documents import Entry, Loaded, entries
from policytext.corpus.job import Job, Limits
from policytext.corpus.limits import Journal, bounded
from policytext.corpus.run_folder import DoneShard, RunFolder, blaming
from policytext.corpus.shards import Shard
from policytext.corpus.tables import ShardWriter
from policytext.digests import blake2b
from policytext.errors import ConfigError, PolicytextError, ReadError
from policytext.formats.fields.files import DOCUMENT
from policytext.readers import replace_unprintable
from policytext.text.display import format_path
from policytext.text.located_lines import replace_surrogates
from policytext.version import __version__

#: The first faults of a shard, which are shown.
_SHOWN = 20
#: Limits are of the whole process: where an engine has several threads, one works at a time.
_ALONE = Lock()


class Order(NamedTuple):
    """What is the same for all shards of a run: the job, where its tables go, and what a document may take."""

    job: Job
    folder: str
    limits: Limits = Limits()


def run_shard(order: Order, shard: Shard) -> DoneShard:
    """Do a shard. When this returns its files are in their places; whatever happens before, none of them counts.

    Raises:
        ConfigError: the worker has another version or other rules, or can't write.
    """
    if order.job.version != __version__:
        raise ConfigError("other-version", old=order.job.version, new=__version__)
    with _ALONE:
        return _Work(order, shard).done()


class _Work:
    """One shard while it is worked on."""

    def __init__(self, order: Order, shard: Shard) -> None:
        self.order, self.shard = order, shard
        self.folder = RunFolder(order.folder)
        self.documents = self.failed = self.characters = 0
        self.faults: list[str] = []

    def done(self) -> DoneShard:
        load_job(self.order.job)  # a fault of the rules is no fault of a document
        with blaming(self.order.folder):
            journal = Journal(self.folder.journal(self.shard.number), self.order.limits)
            finished = False
            try:
                found = self._written(journal)
                finished = True
            finally:
                journal.close(done=finished)
        return found

    def _written(self, journal: Journal) -> DoneShard:
        aside = self.folder.aside(self.shard.number)
        writer = ShardWriter(aside, self.order.job.what, self.shard.number)
        try:
            with bounded(self.order.limits.memory):
                for number, entry in enumerate(entries(self.shard, self.order.job)):
                    self._add(number, entry, journal, writer)
            about = self._about(writer)
            self.folder.move(
                [*writer.finish({**about._asdict(), "identity": self.shard.identity()})], about.number
            )
        finally:
            writer.drop()
        return about

    def _add(self, number: int, entry: Entry, journal: Journal, writer: ShardWriter) -> None:
        """Add one document to the tables."""
        fault = journal.verdict(number)
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
            except Exception as error:  # one text that breaks us must not stop the others
                fault = _internal(error)
            journal.leave()
            writer.flush()
        if fault is not None:
            self._fail(entry, fault, writer)

    def _analyse(self, entry: Entry, writer: ShardWriter) -> None:
        loaded = entry.load()
        document, parts = analyse(loaded.source, self.order.job)
        lang = self.order.job.lang
        (own,) = DOCUMENT.values([document], loaded.source, lang)
        row = _document(entry, loaded, own)
        writer.add([("documents", [row]), *writer.rows_of(entry.path, parts, loaded.source, lang)])
        self.documents += 1
        self.characters += len(loaded.source.text)

    def _fail(self, entry: Entry, fault: PolicytextError, writer: ShardWriter) -> None:
        self.failed += 1
        lang = self.order.job.lang
        message = replace_surrogates(fault.message(lang))
        writer.add([("failures", [(entry.path, entry.name, None, fault.code, message)])])
        if len(self.faults) < _SHOWN:
            self.faults.append(f"{format_path(entry.path)}: {message}")

    def _about(self, writer: ShardWriter) -> DoneShard:
        return DoneShard(
            self.shard.number,
            self.documents,
            self.failed,
            self.characters,
            self.shard.size,
            dict(writer.rows),
            tuple(self.faults),
        )


def _document(entry: Entry, loaded: Loaded, own: tuple[Any, ...]) -> tuple[Any, ...]:
    text = loaded.source.text.encode("utf-8", "surrogatepass")
    digest = blake2b(text, digest_size=8).hexdigest()
    return (entry.path, entry.name, loaded.id, dict(loaded.meta), *own, digest)


def _internal(error: Exception) -> PolicytextError:
    """A fault of this program as a fault of a document."""
    place, traced = "?", error.__traceback__
    while traced:
        place = f"{os.path.basename(traced.tb_frame.f_code.co_filename)}:{traced.tb_lineno}"
        traced = traced.tb_next
    detail = replace_unprintable(" ".join(f"{type(error).__name__} {error}".split()))
    return PolicytextError("internal", detail=detail[:200], place=place)
