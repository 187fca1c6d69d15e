"""The writer of fixes to a Word document: only the edited text changes, the rest of the package stays byte for byte.

With tracking, each fix is a revision that an editor can accept or reject, with a comment that gives the reason.
"""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from policytext.docx.comments import Comments
from policytext.docx.paragraphs import TextPiece
from policytext.docx.reader import WordDocument
from policytext.model.annotations import Edit, Finding
from policytext.model.document import Span
from policytext.model.records import NamedTuple

#: The author of revisions. They have no date, which is optional, so that the same fixes give the same file.
AUTHOR = "policytext"


class Change(NamedTuple):
    """A replacement of a byte range of a part."""

    start: int
    end: int
    content: bytes


class Stretch(NamedTuple):
    """A piece of text with its offset in the document's text and its part."""

    start: int
    piece: TextPiece
    part: str

    @property
    def end(self) -> int:
        return self.start + len(self.piece.text)

    def byte(self, offset: int) -> int:
        """Return the byte of the part where the character at `offset` begins."""
        if offset >= self.end:
            return self.piece.byte + self.piece.size
        return self.piece.byte + len(self.piece.text[: offset - self.start].encode("utf-8"))


class WordWriter:
    """A Word document to which edits are written.

    Args:
        data: the file.
        path: the file as messages name it.

    Raises:
        ReadError: the file is damaged, encrypted, or not a Word document.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self._data = data
        self._document = WordDocument(data, path)
        self._text = self._document.text
        self._stretches = list(_find_stretches(self._document))
        self._parts = {
            name: self._document.package.part(name) for name in {stretch.part for stretch in self._stretches}
        }

    def can_write(self, finding: Finding) -> bool:
        """Return whether the file contains all text that a finding's fix changes; automatic numbers are not in it."""
        return finding.fix is not None and all(self._within(edit) for edit in finding.fix.edits)

    def write_edits(self, edits: Sequence[Edit]) -> bytes:
        """Return the file with edits applied.

        Args:
            edits: disjoint, in any order, of findings that `can_write` accepts.
        """
        changes: dict[str, list[Change]] = {}
        for edit in edits:
            for part, change in self._plain(_narrow(edit, self._text)):
                changes.setdefault(part, []).append(change)
        return self._packed({part: _splice(self._parts[part], found) for part, found in changes.items()})

    def write_tracked(self, edits: Sequence[Edit], findings: Sequence[tuple[Span, str]]) -> bytes:
        """Return the file with edits as revisions and findings as comments.

        Args:
            edits: disjoint, in any order, of findings that `can_write` accepts.
            findings: the span of each finding and the text of its comment.
        """
        main = self._document.main
        changes: dict[str, list[Change]] = {}
        number = 9_000
        for edit in sorted(edits):
            for part, change in self._revision(_narrow(edit, self._text), number):
                changes.setdefault(part, []).append(change)
            number += 2
        comments = Comments(self._document.package, main, AUTHOR)
        for span, words in findings:
            stretch = next(iter(self._within(Edit(Span(span[0], span[0] + 1), ""))), None)
            if stretch is None or stretch.part != main or stretch.piece.run.inserted:
                continue
            at = stretch.byte(span[0])
            if any(change.start < at < change.end for change in changes.get(main, ())):
                continue
            prefix = _find_prefix(self._parts[main], stretch)
            mark = comments.add(words, prefix)
            changes.setdefault(main, []).append(Change(at, at, self._between(stretch, prefix, mark)))
        parts = {part: _splice(self._parts[part], found) for part, found in changes.items()}
        return self._packed({**parts, **comments.parts()})

    def _within(self, edit: Edit) -> list[Stretch]:
        """Return the pieces that an edit touches, none if one of its characters is not in the file."""
        (start, end), _ = edit
        found = (
            [stretch for stretch in self._stretches if stretch.start < end and start < stretch.end]
            if end > start
            else []
        )
        if end == start:
            found = [
                stretch
                for stretch in self._stretches
                if stretch.start <= start <= stretch.end and stretch.piece.byte >= 0
            ][:1]
        size = sum(min(stretch.end, end) - max(stretch.start, start) for stretch in found)
        return (
            found
            if all(stretch.piece.byte >= 0 for stretch in found) and size == end - start and found
            else []
        )

    def _plain(self, edit: Edit) -> Iterator[tuple[str, Change]]:
        """Yield changes that put the new text into the first piece and remove the old text from the others."""
        (start, end), words = edit
        for number, stretch in enumerate(self._within(edit)):
            first, last = max(start, stretch.start), min(end, stretch.end)
            content = _escape(words) if not number else b""
            yield stretch.part, Change(stretch.byte(first), stretch.byte(last), content)

    def _revision(self, edit: Edit, number: int) -> Iterator[tuple[str, Change]]:
        (start, end), words = edit
        for index, stretch in enumerate(self._within(edit)):
            first, last = stretch.byte(max(start, stretch.start)), stretch.byte(min(end, stretch.end))
            prefix = _find_prefix(self._parts[stretch.part], stretch)
            attributes = f'{prefix}author="{AUTHOR}"'.encode()
            tag, properties = prefix.encode(), self._properties(stretch)
            content = b""
            if last > first:
                old = self._parts[stretch.part][first:last]
                content += b'<%bdel %bid="%d" %b><%br>%b<%bdelText xml:space="preserve">%b</%bdelText></%br></%bdel>' % (
                    tag, tag, number, attributes, tag, properties, tag, old, tag, tag, tag,
                )  # fmt: skip
            if not index and words:
                new = b'<%br>%b<%bt xml:space="preserve">%b</%bt></%br>' % (
                    tag,
                    properties,
                    tag,
                    _escape(words),
                    tag,
                    tag,
                )
                # An insertion inside another one is not allowed, and not needed.
                inserted = b'<%bins %bid="%d" %b>%b</%bins>' % (tag, tag, number + 1, attributes, new, tag)
                content += new if stretch.piece.run.inserted else inserted
            yield stretch.part, Change(first, last, self._between(stretch, prefix, content))

    def _between(self, stretch: Stretch, prefix: str, content: bytes) -> bytes:
        """Return `content` with the end of a run before it and the start of the same run after it."""
        tag = prefix.encode()
        again = b'<%br>%b<%bt xml:space="preserve">' % (tag, self._properties(stretch), tag)
        return b"</%bt></%br>%b%b" % (tag, tag, content, again)

    def _properties(self, stretch: Stretch) -> bytes:
        start, end = stretch.piece.run.properties
        return self._parts[stretch.part][start:end]

    def _packed(self, parts: dict[str, bytes]) -> bytes:
        """Return the package with some parts changed or added, and all others as they are."""
        out = BytesIO()
        with (
            zipfile.ZipFile(BytesIO(self._data)) as old,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            left = dict(parts)
            for info in old.infolist():
                content = left.pop(info.filename, None)
                new.writestr(
                    info, old.read(info) if content is None else content, compress_type=info.compress_type
                )
            for name, content in left.items():
                new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
        return out.getvalue()


def _narrow(edit: Edit, text: str) -> Edit:
    """Return an edit without the unchanged text at both ends, so that other runs keep their formatting."""
    (start, end), words = edit
    old = text[start:end]
    first = _count_shared(old, words)
    last = _count_shared(old[first:][::-1], words[first:][::-1])
    return Edit(Span(start + first, end - last), words[first : len(words) - last])


def _count_shared(first: str, second: str) -> int:
    """Return the length of the common beginning of two texts."""
    same = 0
    for left, right in zip(first, second, strict=False):
        if left != right:
            break
        same += 1
    return same


def _find_stretches(document: WordDocument) -> Iterator[Stretch]:
    at = 0
    for line in document.lines:
        for piece in line.pieces:
            yield Stretch(at, piece, line.part)
            at += len(piece.text)
        at += 1


def _splice(part: bytes, changes: Iterable[Change]) -> bytes:
    pieces: list[bytes] = []
    done = 0
    for start, end, content in sorted(changes, key=lambda change: (change.start, change.end)):
        pieces += (part[done:start], content)
        done = end
    return b"".join((*pieces, part[done:]))


def _find_prefix(part: bytes, stretch: Stretch) -> str:
    """Return the namespace prefix of the document's elements with its colon, nearly always ``w:``."""
    opening = part.rfind(b"<", 0, stretch.piece.byte)
    name = part[opening + 1 : stretch.piece.byte].split(b">")[0].split()[0].decode("utf-8", "replace")
    return name[: -len("t")] if name.endswith("t") and name != "t" else "" if name == "t" else "w:"


def _escape(words: str) -> bytes:
    return escape(words).encode("utf-8", "replace")
