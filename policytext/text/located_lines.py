"""An extracted text built line by line, each line with its place in the original file.

>>> lines = LocatedLines()
>>> lines.add("一、总体要求", "paragraph 1")
>>> lines.add("坚持便民。", "paragraph 3")
>>> source = lines.source("html", path="a.html")
>>> source.text, source.location(7), source.medium
('一、总体要求\\n坚持便民。\\n', 'paragraph 3', 'html')
"""

from policytext.model.document import Medium, Source


class LocatedLines:
    """A text that a reader builds line by line."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._locations: list[tuple[int, str]] = []
        self.length = 0

    def add(self, line: str, location: str) -> None:
        """Append a line; line breaks inside it are kept.

        Args:
            line: its text, without a break at the end.
            location: its place in the original, such as "paragraph 3".
        """
        if not self._locations or self._locations[-1][1] != location:
            self._locations.append((self.length, location))
        self._lines.append(line)
        self.length += len(line) + 1

    def source(self, medium: Medium, *, path: str, encoding: str = "utf-8") -> Source:
        """Return the text as a source that knows its places.

        Args:
            medium: the type of the file.
            path: the file as messages name it.
            encoding: the codec of the file.
        """
        text = "".join([f"{line}\n" for line in self._lines])
        return Source(
            text=replace_surrogates(text),
            path=path,
            encoding=encoding,
            encoding_origin="detected",
            medium=medium,
            locations=tuple(self._locations),
        )


def replace_surrogates(text: str) -> str:
    """Return a text with lone surrogates replaced by question marks; Python could not encode them.

    >>> replace_surrogates("一\\ud800二")
    '一?二'
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text
