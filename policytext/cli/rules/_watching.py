"""Do something again after each change of some files, until the user interrupts it.

The time and size of the files are asked for three times a second: that needs no package, works on network drives, in
containers and with editors that replace a file when they save it, and costs nothing for the few files of a pack.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress

from policytext.cli import streams
from policytext.cli.exits import Exit
from policytext.cli.settings import Settings
from policytext.errors import ConfigError, PolicytextError
from policytext.messages import say
from policytext.text.display import format_path

_PAUSE = 0.3  # seconds
_SETTLING = 0.1  # seconds without a change after which a file is written
_ENDINGS = (".yaml", ".yml")


def watch_files(paths: Sequence[str], run: Callable[[], None], settings: Settings) -> None:
    """Run now and after each change of a file, or of a rule file in a folder.

    Raises:
        ConfigError: no file is named.
    """
    if not paths:
        raise ConfigError("watch-nothing")
    names = ", ".join(map(format_path, paths))
    while True:
        before = _read_stamps(paths)
        # A pack with a mistake ends a run, not the watching.
        with suppress(Exit):
            try:
                run()
            except PolicytextError as error:
                streams.report(error, settings.lang)
        streams.write_note(say("watching", settings.lang, names=names))
        _wait_for_change(paths, before)


def _wait_for_change(paths: Sequence[str], before: list[tuple[str, int, int]]) -> None:
    """Wait until the files are others than before, and an editor has written them to their end."""
    while (now := _read_stamps(paths)) == before:
        time.sleep(_PAUSE)
    while True:
        time.sleep(_SETTLING)
        last, now = now, _read_stamps(paths)
        if now == last:
            return


def _read_stamps(paths: Iterable[str]) -> list[tuple[str, int, int]]:
    """Return the name, the time and the size of each file that exists."""
    stamps = []
    for name in _list_files(paths):
        with suppress(OSError):
            status = os.stat(name)
            stamps.append((name, status.st_mtime_ns, status.st_size))
    return stamps


def _list_files(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        yield path
        for folder, _, names in os.walk(path):
            yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith(_ENDINGS))
