"""Mends in a Word document: only the words concerned change, everything else in the package stays byte for byte.

With tracking each mend is a revision that an editor accepts or rejects, with a comment that says why.
"""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import escape

from policytext.docx.body import TextPiece
from policytext.docx.comments import Comments
from policytext.docx.reader import WordDocument
from policytext.model.annotations import Edit, Finding
from policytext.model.document import Span

#: Who the revisions are by. They have no date, which is lawful, so that the same mends give the same file.
AUTHOR = "policytext"


class Change(NamedTuple):
    """Bytes of a part to be put in the place of others."""

    start: int
    end: int
    content: bytes


class Stretch(NamedTuple):
    """Some characters of the text and the piece that holds them."""

    start: int
    piece: TextPiece
    part: str

    @property
    def end(self) -> int:
        return self.start + len(self.piece.text)

    def byte(self, offset: int) -> int:
        """Where the character at an offset begins in the part."""
        if offset >= self.end:
            return self.piece.byte + self.piece.size
        return self.piece.byte + len(self.piece.text[: offset - self.start].encode("utf-8"))


class WordWriter:
    """A Word document that is to be changed.

    Args:
        data: the file.
        path: what messages call it.

    Raises:
        ReadError: it is damaged, locked, or no document of Word.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self._data = data
        self._document = WordDocument(data, path)
        self._text = self._document.text
        self._stretches = list(_find_stretches(self._document))
        self._parts = {
            name: self._document.package.part(name) for name in {one.part for one in self._stretches}
        }

    def reaches(self, finding: Finding) -> bool:
        """Whether all words that a finding's mend changes stand in the file: a list's number stands nowhere."""
        return finding.fix is not None and all(self._within(edit) for edit in finding.fix.edits)

    def written(self, edits: Sequence[Edit]) -> bytes:
        """The file after edits.

        Args:
            edits: apart, in any order; `reaches` held for each.
        """
        changes: dict[str, list[Change]] = {}
        for edit in edits:
            for part, change in self._plain(_narrow(edit, self._text)):
                changes.setdefault(part, []).append(change)
        return self._packed({part: _splice(self._parts[part], found) for part, found in changes.items()})

    def tracked(self, edits: Sequence[Edit], findings: Sequence[tuple[Span, str]]) -> bytes:
        """The file with edits as revisions and findings as comments.

        Args:
            edits: apart, in any order; `reaches` held for each.
            findings: where each stands, and what is said of it.
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
        """The stretches that an edit touches, none if a character of it stands nowhere in the file."""
        (start, end), _ = edit
        found = [one for one in self._stretches if one.start < end and start < one.end] if end > start else []
        if end == start:
            found = [one for one in self._stretches if one.start <= start <= one.end and one.piece.byte >= 0][
                :1
            ]
        size = sum(min(one.end, end) - max(one.start, start) for one in found)
        return found if all(one.piece.byte >= 0 for one in found) and size == end - start and found else []

    def _plain(self, edit: Edit) -> Iterator[tuple[str, Change]]:
        """The words put in the place of the first piece's, the rest taken out of the others."""
        (start, end), words = edit
        for number, one in enumerate(self._within(edit)):
            first, last = max(start, one.start), min(end, one.end)
            content = _escape(words) if not number else b""
            yield one.part, Change(one.byte(first), one.byte(last), content)

    def _revision(self, edit: Edit, number: int) -> Iterator[tuple[str, Change]]:
        (start, end), words = edit
        for index, one in enumerate(self._within(edit)):
            first, last = one.byte(max(start, one.start)), one.byte(min(end, one.end))
            prefix = _find_prefix(self._parts[one.part], one)
            about = f'{prefix}author="{AUTHOR}"'.encode()
            tag, properties = prefix.encode(), self._properties(one)
            content = b""
            if last > first:
                old = self._parts[one.part][first:last]
                content += b'<%bdel %bid="%d" %b><%br>%b<%bdelText xml:space="preserve">%b</%bdelText></%br></%bdel>' % (
                    tag, tag, number, about, tag, properties, tag, old, tag, tag, tag,
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
                # Inside another's insertion a new one is not allowed, and not needed.
                inserted = b'<%bins %bid="%d" %b>%b</%bins>' % (tag, tag, number + 1, about, new, tag)
                content += new if one.piece.run.inserted else inserted
            yield one.part, Change(first, last, self._between(one, prefix, content))

    def _between(self, stretch: Stretch, prefix: str, content: bytes) -> bytes:
        """Content between two halves of a run, which is closed before it and opened again behind it."""
        tag = prefix.encode()
        again = b'<%br>%b<%bt xml:space="preserve">' % (tag, self._properties(stretch), tag)
        return b"</%bt></%br>%b%b" % (tag, tag, content, again)

    def _properties(self, stretch: Stretch) -> bytes:
        start, end = stretch.piece.run.properties
        return self._parts[stretch.part][start:end]

    def _packed(self, parts: dict[str, bytes]) -> bytes:
        """The package with some parts changed or added, all others as they are."""
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
    """An edit without what it leaves as it is at both ends, so that other runs keep their look."""
    (start, end), words = edit
    old = text[start:end]
    first = _count_shared(old, words)
    last = _count_shared(old[first:][::-1], words[first:][::-1])
    return Edit(Span(start + first, end - last), words[first : len(words) - last])


def _count_shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    same = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        same += 1
    return same


def _find_stretches(document: WordDocument) -> Iterator[Stretch]:
    at = 0
    for pieces, _, part in document.lines:
        for piece in pieces:
            yield Stretch(at, piece, part)
            at += len(piece.text)
        at += 1


def _splice(part: bytes, changes: Iterable[Change]) -> bytes:
    pieces: list[bytes] = []
    done = 0
    for start, end, content in sorted(changes, key=lambda one: (one.start, one.end)):
        pieces += (part[done:start], content)
        done = end
    return b"".join((*pieces, part[done:]))


def _find_prefix(part: bytes, stretch: Stretch) -> str:
    """The prefix of the document's own elements, with its colon: nearly always ``w:``."""
    opening = part.rfind(b"<", 0, stretch.piece.byte)
    name = part[opening + 1 : stretch.piece.byte].split(b">")[0].split()[0].decode("utf-8", "replace")
    return name[: -len("t")] if name.endswith("t") and name != "t" else "" if name == "t" else "w:"


def _escape(words: str) -> bytes:
    return escape(words).encode("utf-8", "replace")
