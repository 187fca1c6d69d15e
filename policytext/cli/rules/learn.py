"""``policytext rules learn``: teaches the language model of typos the terms of an organisation's own archive."""

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
    """Learn from an archive: its terms are no typos any more."""
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
    reader = _Reader(found)
    about = learn_from(reader.shadows(folders), Model(open_model_file()), path)
    lang = found.settings.lang
    if settings.format == "json":
        from json import dumps

        told = {**about._asdict(), "terms": [{"term": term, "count": count} for term, count in about.terms]}
        write(settings, [f"{dumps({**told, 'path': path}, ensure_ascii=False, indent=2)}\n"])
    else:
        terms = "、".join(f"{term}×{count}" for term, count in about.terms)
        said = say(
            "learned" if terms else "learned-no-terms",
            lang,
            path=format_path(path),
            terms=terms,
            **_told(about),
        )
        write_lines(settings, [said])
    finish(found, UNDONE if reader.failed else 0, "")


def _told(about: "ArchiveSummary") -> dict[str, int]:
    return {"texts": about.texts, "characters": about.characters, "ngrams": about.ngrams}


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
    """The texts of some folders, one after the other, faults told of and passed over."""

    def __init__(self, found: SelectedRules) -> None:
        self._settings = found.settings
        self.failed = 0

    def shadows(self, folders: Sequence[str]) -> Iterator[str]:
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
