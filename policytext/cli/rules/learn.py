"""``policytext rules learn``: add the terms of an organisation's own archive to the language model of typos."""

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from policytext.cli import streams
from policytext.cli.rules._shared import UNDONE, SelectedRules, finish, select_rules, write, write_lines
from policytext.cli.settings import Settings
from policytext.errors import ConfigError, PolicytextError
from policytext.messages import say
from policytext.readers import ReadOptions, read
from policytext.readers.folders import expand_inputs
from policytext.text.display import format_path
from policytext.text.shadow import fold

if TYPE_CHECKING:
    from policytext.typos.learning import ArchiveSummary


def learn(settings: Settings) -> None:
    """Learn from an archive, so that its terms are no longer reported as typos."""
    from policytext.typos import archive_model

    found = select_rules(settings)
    path = archive_model.find_learned_file()
    if path is None:
        raise ConfigError("no-data-folder")
    if settings.switch("forget"):
        _forget(path, found)
        return
    folders = settings.names("folders")
    if not folders:
        raise ConfigError("learn-nothing-named")
    try:
        from policytext.typos.learning import learn_archive as learn_from
        from policytext.typos.model import Model
        from policytext.typos.model_file import open_model_file
    except ModuleNotFoundError as error:
        if error.name != "numpy":
            raise
        raise ConfigError("needs-extra", name="numpy", extra="typos") from None
    reader = _Reader(found.settings)
    summary = learn_from(reader.shadows(folders), Model(open_model_file()), path)
    _write_summary(summary, path, found.settings)
    finish(found, UNDONE if reader.failed else 0, "")


def _write_summary(summary: "ArchiveSummary", path: str, settings: Settings) -> None:
    if settings.format == "json":
        from json import dumps

        terms = [{"term": term, "count": count} for term, count in summary.terms]
        record = {**summary._asdict(), "terms": terms, "path": path}
        write(settings, [f"{dumps(record, ensure_ascii=False, indent=2)}\n"])
        return
    message = say(
        "learned" if summary.terms else "learned-no-terms",
        settings.lang,
        path=format_path(path),
        terms="、".join(f"{term}×{count}" for term, count in summary.terms),
        texts=summary.texts,
        characters=summary.characters,
        ngrams=summary.ngrams,
    )
    write_lines(settings, [message])


def _forget(path: str, found: SelectedRules) -> None:
    try:
        os.remove(path)
    except FileNotFoundError:
        finish(found, 0, "nothing-to-forget")
    except OSError as error:
        raise PolicytextError("cannot-keep", path=path, reason=error.strerror or str(error)) from None
    else:
        finish(found, 0, "forgotten", path=format_path(path))


class _Reader:
    """Reads the texts of an archive; a file that can't be read is reported and skipped."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.failed = 0

    def shadows(self, folders: Sequence[str]) -> Iterator[str]:
        """Yield the folded text of each file in some folders."""
        settings = self._settings
        options = ReadOptions(
            settings.text("encoding"),
            max_bytes=(settings.number("max-size") or 0) * 1_000_000,
            errors=settings.text("errors") or "strict",
        )
        for name in expand_inputs(folders, exclude=settings.names("exclude")):
            try:
                if isinstance(name, PolicytextError):
                    raise name
                yield fold(read(name, options).text)
            except PolicytextError as error:
                self.failed += 1
                streams.report(error, settings.lang)
