"""Writing fixes back to a file: in the same encoding and with the same line ends, all or none, never over another change."""

from collections.abc import Callable, Sequence

from policytext.cli import inputs
from policytext.cli.error_messages import get_reason
from policytext.errors import ConfigError, ReadError
from policytext.file_writer import refuse_leftover, replace_bytes
from policytext.messages import Lang
from policytext.model.annotations import Finding
from policytext.model.document import Document, Source
from policytext.text.edits import apply_fixes

# One fix may reveal another mistake; a text that still changes after this many rounds never stops.
_ROUNDS = 10
_BOMS = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


def apply_to_file(
    document: Document,
    name: str,
    findings: Callable[[Document], Sequence[Finding]],
    unsafe: bool,
    *,
    track: Lang | None = None,
) -> tuple[Document, int]:
    """Fix a document and write it back; return the fixed document and the number of fixed places.

    Args:
        document: the document that was read.
        name: the input.
        findings: finds what is wrong in a document.
        unsafe: whether unsafe fixes are applied.
        track: the language of comments if fixes are written as revisions of a Word document.

    Raises:
        ConfigError: standard input.
        ReadError: a file that is only read, such as a PDF, or one that can't be written back exactly, or that changed meanwhile.
    """
    if name == inputs.STDIN:
        raise ConfigError("fix-of-stdin")
    if document.source.replaced:
        raise ReadError("fix-not-exact", path=name, encoding=document.source.encoding)
    refuse_leftover(name)
    if document.source.medium == "docx":
        return _rewrite_word(document, name, findings, unsafe, track)
    if document.source.medium not in ("text", "markdown") or track:
        raise ReadError("fix-readonly" if not track else "track-only-docx", path=name)
    now, count = document, 0
    for _ in range(_ROUNDS):
        done = apply_fixes(now.source.text, findings(now), unsafe=unsafe)
        if done.text == now.source.text:
            break
        count += len(done.edits)
        now = _reparse(now.source, done.text)
    if count:
        _write(document.source, now.source.text, name)
    return now, count


def _rewrite_word(
    document: Document,
    name: str,
    findings: Callable[[Document], Sequence[Finding]],
    unsafe: bool,
    track: Lang | None,
) -> tuple[Document, int]:
    """Fix a Word document in its XML and write it back."""
    from policytext import outliner
    from policytext.docx import reader
    from policytext.docx.writer import WordWriter

    before = _read_bytes(name)
    data, now, count = before, outliner.parse(reader.extract(before, path=document.source.path)), 0
    # Revisions are read as accepted, so one round shows them all, and a second would revise them.
    for _ in range(1 if track else _ROUNDS):
        writer, found = WordWriter(data, name), findings(now)
        done = apply_fixes(
            now.source.text, [finding for finding in found if writer.can_write(finding)], unsafe=unsafe
        )
        if not done.edits:
            break
        count += len(done.edits)
        comments = [
            (finding.span, finding.message.zh if track == "zh" else finding.message.en) for finding in found
        ]
        data = writer.write_tracked(done.edits, comments) if track else writer.write_edits(done.edits)
        now = outliner.parse(reader.extract(data, path=document.source.path))
    if count:
        replace_bytes(name, before, data)
    return now, count


def _read_bytes(name: str) -> bytes:
    try:
        with open(name, "rb") as file:
            return file.read()
    except OSError as error:
        raise ReadError("unreadable", path=name, reason=get_reason(error)) from None


def _reparse(source: Source, text: str) -> Document:
    from policytext import outliner
    from policytext.model.records import replace

    return outliner.parse(replace(source, text=text, tables=()))


def _write(source: Source, text: str, name: str) -> None:
    before = _read_bytes(name)
    if _encode(source, source.text, name) != before:
        # Either the file is another one by now, or its bytes say the same in another way.
        changed = _decode(before, source) != source.text
        raise ReadError(
            "changed-meanwhile" if changed else "fix-not-exact", path=name, encoding=source.encoding
        )
    replace_bytes(name, before, _encode(source, text, name))


def _encode(source: Source, text: str, name: str) -> bytes:
    try:
        return (_BOMS.get(source.encoding, b"") if source.bom else b"") + text.encode(source.encoding)
    except UnicodeEncodeError:
        raise ReadError("fix-undecodable", path=name, encoding=source.encoding) from None


def _decode(data: bytes, source: Source) -> str | None:
    from policytext.errors import PolicytextError
    from policytext.readers import decode

    try:
        return decode(data, encoding=None if source.bom else source.encoding).text
    except PolicytextError:
        return None
