"""The comments part of a Word document, to which comments are added."""

import re
from xml.sax.saxutils import escape

from policytext.docx.package import Package

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_EMPTY = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{_SPACE}"></w:comments>'
)
_NUMBER = re.compile(rb'<w:comment\b[^>]*\bw:id="(\d+)"')


class Comments:
    """The comments of a package, existing and new.

    Args:
        package: the package.
        main: the name of the part with the text.
        author: the author of new comments. They have no date, so that the same fixes give the same file.
    """

    def __init__(self, package: Package, main: str, author: str) -> None:
        folder, _, name = main.rpartition("/")
        self._package, self._author = package, author
        self._name = f"{folder}/comments.xml".lstrip("/")
        self._relations = f"{folder}/_rels/{name}.rels".lstrip("/")
        self._had = self._name in package
        self._part = package.part(self._name) or _EMPTY.encode()
        self._next = max((int(number) for number in _NUMBER.findall(self._part)), default=-1) + 1
        self._added: list[str] = []

    def add(self, words: str, prefix: str) -> bytes:
        """Add a comment and return the run that refers to it.

        Args:
            words: the text of the comment.
            prefix: the namespace prefix of the text, with its colon.
        """
        number = self._next
        self._next += 1
        self._added.append(
            f'<w:comment w:id="{number}" w:author="{self._author}" w:initials="pt">'
            f'<w:p><w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p></w:comment>'
        )
        return f'<{prefix}r><{prefix}commentReference {prefix}id="{number}"/></{prefix}r>'.encode()

    def parts(self) -> dict[str, bytes]:
        """Return the changed parts: the comments, and the content types and relations that name them."""
        end = self._part.rfind(b"</w:comments>")
        if not self._added or end < 0:
            return {}
        added = "".join(self._added).encode("utf-8", "replace")
        changed = {self._name: self._part[:end] + added + self._part[end:]}
        if not self._had:
            content_types = self._package.part("[Content_Types].xml")
            override = f'<Override PartName="/{self._name}" ContentType="{_TYPE}"/>'.encode()
            changed["[Content_Types].xml"] = content_types.replace(b"</Types>", override + b"</Types>")
            relations = self._package.part(self._relations)
            relation = f'<Relationship Id="rIdPolicytext" Type="{_RELATION}" Target="comments.xml"/>'.encode()
            changed[self._relations] = relations.replace(b"</Relationships>", relation + b"</Relationships>")
        return changed
