"""``policytext corpus run``: analyse millions of documents into tables in Parquet; a run can be resumed."""

import os
from collections.abc import Iterator
from time import monotonic

from policytext.cli import streams
from policytext.cli.corpus._job_options import RunOptions, read_run_options
from policytext.cli.corpus._progress import RunProgress
from policytext.cli.exits import Exit
from policytext.cli.notes import format_unread
from policytext.cli.settings import Settings
from policytext.corpus.run_folder import DoneShard, RunFolder
from policytext.corpus.shards import Shard
from policytext.messages import say
from policytext.readers.folders import UnreadFiles
from policytext.text.display import format_path

#: The most faults that are reported one by one.
_MOST_FAULTS = 20


def run(settings: Settings) -> None:
    """Write the outline, targets, domains, findings and statistics of many documents to Parquet."""
    failed = _Run(read_run_options(settings)).go()
    if failed:
        raise Exit(2)


class _Run:
    """One run and its counts so far."""

    def __init__(self, options: RunOptions) -> None:
        self.options, self.lang = options, options.order.job.lang
        self.folder = RunFolder(options.order.folder)
        self.documents = self.failed = self.size = self.before = self.reported = 0
        self.shards = 0
        self.unread = UnreadFiles()
        self.progress = RunProgress(not options.quiet, self.lang, options.named)

    def go(self) -> int:
        """Run the shards that are not done yet, and return the number of documents that failed."""
        self.folder.begin(self.options.order.job, self.options.inputs)
        began = monotonic()
        with self.folder.locked():
            try:
                with self.progress:
                    for done in self.options.engine(self._left()):
                        self._count(done)
                        self.progress.show(self.size, self.documents, self.failed)
            except KeyboardInterrupt:
                if not self.options.quiet:
                    streams.write_note(
                        say("corpus-interrupted", self.lang, path=format_path(self.folder.path))
                    )
                raise
            self.folder.finish({"documents": self.documents, "failed": self.failed, "shards": self.shards})
        self._close(monotonic() - began)
        return self.failed

    def _left(self) -> Iterator[Shard]:
        """Yield the shards that are not done yet, and count the others."""
        from policytext.corpus.planning import plan_shards

        skipped = 0
        for shard in plan_shards(self.options.named, self.options.order.job, self.unread):
            self.shards += 1
            done = self.folder.done(shard, self.options.order.job.what)
            if done is None:
                yield shard
                continue
            skipped += 1
            self.before += done.size
            self._count(done)
            self.progress.show(self.size, self.documents, self.failed)
        if skipped and not self.options.quiet:
            self.progress.note(say("corpus-resumed", self.lang, count=skipped))

    def _count(self, done: DoneShard | None) -> None:
        if done is None:
            return
        self.documents += done.documents
        self.failed += done.failed
        self.size += done.size
        for fault in done.faults[: max(_MOST_FAULTS - self.reported, 0)]:
            self.progress.note(f"policytext: {fault}")
            self.reported += 1

    def _close(self, seconds: float) -> None:
        """Write the closing messages."""
        if self.failed > self.reported and self.reported >= _MOST_FAULTS:
            values = {"count": self.failed - self.reported, "path": format_path(self.folder.path)}
            streams.write_note(say("corpus-more-failed", self.lang, **values))
        if self.options.quiet:
            return
        if self.options.order.job.id_column:
            from policytext.corpus.queries import count_repeated_ids

            repeated = count_repeated_ids(self.folder.path)
            if repeated:
                streams.write_note(say("corpus-twice", self.lang, count=repeated))
        unread = format_unread("done-unread", self.unread, self.lang) if self.unread.total else ""
        worked = (self.size - self.before) / 1e6
        streams.write_note(
            say(
                "done-corpus",
                self.lang,
                documents=self.documents,
                failed=self.failed,
                size=_format_size(self.size),
                seconds=f"{seconds:.0f} s" if seconds >= 10 else f"{seconds:.1f} s",
                rate=f"{worked / max(seconds, 1e-3):.2f}",
                path=format_path(os.path.join(self.folder.path, "")),
            )
            + unread
        )


def _format_size(count: int) -> str:
    for unit, size in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6)):
        if count >= size:
            return f"{count / size:.2f} {unit}"
    return f"{count / 1e3:.1f} kB"
