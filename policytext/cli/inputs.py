"""Find the inputs that the command line names, and read them."""

import os
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from itertools import chain, islice
from typing import TYPE_CHECKING

from policytext.cli import streams
from policytext.cli.settings import Settings
from policytext.errors import ConfigError, PolicytextError
from policytext.messages import say
from policytext.model.document import Source

if TYPE_CHECKING:
    from policytext.readers.folders import UnreadFiles

STDIN = "-"


def find_inputs(
    settings: Settings, unread: "UnreadFiles", *, reads_folder: bool = False
) -> tuple[bool, Iterator[str | PolicytextError]]:
    """Find the paths of the inputs, each when it is needed.

    Args:
        settings: the settings.
        unread: counts the files in folders that are not read.
        reads_folder: whether the texts of the current folder are read where none is named and nothing is piped in.

    Returns:
        Whether there may be several inputs, and their paths or errors.

    Raises:
        PolicytextError: no input is named, or standard input is named twice.
    """
    from policytext.readers.folders import OLD_SUFFIXES, SUFFIXES, TABLE_SUFFIXES, expand_inputs

    tables = settings.text("text-column") is not None
    suffixes = SUFFIXES + OLD_SUFFIXES + (TABLE_SUFFIXES if tables else ())
    exclude = settings.names("exclude")
    if (
        reads_folder
        and not settings.names("files")
        and settings.text("files-from") is None
        and (sys.stdin is None or sys.stdin.isatty())
    ):
        names = list(expand_inputs([os.curdir], exclude=exclude, suffixes=suffixes, unread=unread))
        texts = [name for name in names if isinstance(name, str)]
        if texts:
            streams.write_note(say("reading-folder", settings.lang, count=len(texts)))
            return tables or len(names) > 1, iter(names)
    paths = expand_inputs(_collect_names(settings), exclude=exclude, suffixes=suffixes, unread=unread)
    first = list(islice(paths, 2))
    return tables or len(first) > 1, chain(first, paths)


def check_encoding(settings: Settings) -> None:
    """Check the encoding that the user chose, before anything is written.

    Raises:
        ConfigError: there is no such encoding.
    """
    encoding = settings.text("encoding")
    if encoding is not None:
        from policytext.readers import decode

        decode(b"", encoding=encoding)


def read_sources(path: str, settings: Settings) -> Iterator[Source | PolicytextError]:
    """Read the text of one input, or one text from each row of a table where --text-column names a column.

    Raises:
        PolicytextError: it can't be read.
    """
    from policytext import readers

    options = readers.ReadOptions(
        settings.text("encoding"),
        settings.switch("raw"),
        (settings.number("max-size") or 0) * 1_000_000,
        settings.text("text-column"),
        settings.names("with"),
        settings.text("errors") or "strict",
    )
    stdin_as = (settings.text("stdin-filename") or STDIN) if path == STDIN else None
    return readers.read_documents(path, options, stdin_as=stdin_as)


def refuse_input_as_output(path: str, output: str | None) -> None:
    """Check that the output does not replace an input.

    Raises:
        ConfigError: it does.
    """
    if output and path != STDIN and os.path.isfile(output) and _is_same_file(path, output):
        raise ConfigError("output-is-input", path=path)


def _collect_names(settings: Settings) -> list[str]:
    names, listed = list(settings.names("files")), settings.text("files-from")
    if listed is not None:
        names += _read_list(listed, settings.switch("null"))
        if not names:
            raise ConfigError("list-is-empty", path=listed)
        if listed != STDIN and STDIN not in names:
            return names
    elif not names:
        if sys.stdin is None or sys.stdin.isatty():
            raise ConfigError("no-input")
        return [STDIN]
    if names.count(STDIN) + (listed == STDIN) > 1:
        raise ConfigError("stdin-twice")
    return names


def _read_list(path: str, null: bool) -> list[str]:
    from policytext.readers import make_read_error
    from policytext.readers.folders import read_name_list

    if path == STDIN and sys.stdin is None:
        raise ConfigError("no-input")
    try:
        with nullcontext(sys.stdin.buffer) if path == STDIN else open(path, "rb") as file:
            return read_name_list(file.read(), null)
    except OSError as error:
        raise make_read_error(error, path) from None


def _is_same_file(path: str, output: str) -> bool:
    try:
        return os.path.samefile(path, output)
    except OSError:
        return False
