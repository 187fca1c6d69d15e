"""Notes for people beside the data: how a text was read, and the settings of the run."""

from collections.abc import Iterator, Sequence

from policytext.cli import streams
from policytext.cli.options import SETTINGS
from policytext.cli.settings import Settings
from policytext.messages import Lang, say
from policytext.model.document import Document, Source
from policytext.readers.folders import UnreadFiles
from policytext.text.display import format_path

#: The types of files that a message names.
_MAX_TYPES = 8
#: The ranges of pages that a message names.
_MAX_RANGES = 12


def describe_document(document: Document, lang: Lang) -> str:
    """Return a text's encoding, script, profile and size, for --verbose."""
    source = document.source
    return say(
        "verbose",
        lang,
        encoding=source.encoding + ("+BOM" if source.bom else ""),
        origin=say(f"encoding-{source.encoding_origin}", lang),
        script=say(f"script-{document.script}", lang),
        profile=say(f"profile-{document.profile}", lang),
        characters=len(source.text),
        lines=source.line_count,
    )


def describe_reading(source: Source, lang: Lang, verbose: bool, quiet: bool) -> Iterator[str]:
    """Yield notes on how a text was read: what was left out, replaced, or read as another type."""
    if verbose and source.dropped:
        yield say("dropped", lang, count=source.dropped)
    if verbose and source.pictures:
        yield say("pictures", lang, count=source.pictures)
    if quiet:
        return
    if source.picture_pages:
        pages = _format_pages(source.picture_pages, lang)
        yield say("picture-pages", lang, count=len(source.picture_pages), pages=pages)
    if source.replaced:
        yield say("replaced", lang, count=source.replaced)
    if source.path.lower().endswith((".csv", ".tsv", ".jsonl", ".ndjson")):
        from policytext.readers.tables import find_columns

        columns = find_columns(source)
        if columns:
            yield say("table-as-text", lang, known=columns)


def _format_pages(pages: Sequence[int], lang: Lang) -> str:
    """Return page numbers as a list of ranges."""
    ranges: list[list[int]] = []
    for page in pages:
        if ranges and page == ranges[-1][-1] + 1:
            ranges[-1][1:] = [page]
        else:
            ranges.append([page])
    dash, comma = ("—", "、") if lang == "zh" else ("–", ", ")
    shown = [dash.join(map(str, part)) for part in ranges[:_MAX_RANGES]]
    return comma.join(shown) + (" …" if len(ranges) > _MAX_RANGES else "")


def format_unread(key: str, unread: UnreadFiles, lang: Lang) -> str:
    """Return a note on the number of files in folders that were not read, by type.

    Args:
        key: the message.
        unread: the files.
        lang: the language.
    """
    types = unread.list_types()
    shown = [
        say("unread-type", lang, suffix=suffix or say("unread-no-suffix", lang), count=count)
        for suffix, count in types[:_MAX_TYPES]
    ]
    others = sum(count for _, count in types[_MAX_TYPES:])
    if others:
        shown.append(say("unread-others", lang, count=others))
    return say(key, lang, count=unread.total, types=("、" if lang == "zh" else ", ").join(shown))


def report_unread(path: str, lang: Lang) -> None:
    """Write the name of a file that is not read to standard error."""
    streams.write_note(f"{say('unread-file', lang)}: {format_path(path)}")


def format_settings(settings: Settings) -> str:
    """Return every setting's value and where it came from, one a line."""
    from json import dumps

    lines = []
    for name in SETTINGS:
        value = settings.format if name == "format" else settings[name].value
        lines.append(f"{name} = {dumps(value, ensure_ascii=False)}  ({settings[name].origin})\n")
    return "".join(lines)
