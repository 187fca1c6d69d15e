"""The progress of a run on standard error: size, speed and remaining time. Only at a terminal."""

import sys
from threading import Thread
from types import TracebackType
from typing import Any

from policytext.cli import streams
from policytext.corpus.planning import NamedInputs, measure_inputs
from policytext.messages import Lang, say


class RunProgress:
    """A progress bar at a terminal, nothing elsewhere.

    Args:
        wanted: whether it may be shown.
        lang: the language.
        named: the inputs; their size is measured in the background to estimate the remaining time.
    """

    def __init__(self, wanted: bool, lang: Lang, named: NamedInputs) -> None:
        self._wanted = wanted and sys.stderr is not None and sys.stderr.isatty()
        self._lang, self._named = lang, named
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> "RunProgress":
        if not self._wanted:
            return self
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            DownloadColumn,
            TaskProgressColumn,
            TextColumn,
            TimeRemainingColumn,
            TransferSpeedColumn,
        )
        from rich.progress import Progress as Bar

        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            DownloadColumn(),
            TransferSpeedColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            speed_estimate_period=120,
            transient=True,
        )
        self._bar.start()
        self._task = self._bar.add_task(say("corpus-counting", self._lang), total=None)
        Thread(target=self._measure, daemon=True).start()
        return self

    def _measure(self) -> None:
        total = measure_inputs(self._named)
        if self._bar is not None:
            self._bar.update(self._task, total=total)

    def show(self, size: int, documents: int, failed: int) -> None:
        """Show the bytes and documents that are done."""
        if self._bar is not None:
            words = f"{documents:,}" + (f" ({failed:,} ✗)" if failed else "")
            self._bar.update(self._task, completed=size, description=words)

    def note(self, line: str) -> None:
        """Write a line above the bar."""
        if self._bar is not None:
            from policytext.text.display import replace_controls

            self._bar.console.print(replace_controls(line), markup=False, highlight=False)
        else:
            streams.write_note(line)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            bar, self._bar = self._bar, None
            bar.stop()
