"""What every reader of a file that is no plain text has in common: lines with the places they come from.

>>> lines = Lines()
>>> lines.add("一、总体要求", "paragraph 1")
>>> lines.add("坚持便民。", "paragraph 3")
>>> source = lines.source("html", path="a.html")
>>> source.text, source.location(7), source.medium
('一、总体要求\\n坚持便民。\\n', 'paragraph 3', 'html')
"""

from importlib import import_module

from policytext.model import Medium, Source

#: The kinds of file that are read, and the module that reads each: it has ``extract(data, path, raw)``.
READERS = {"docx": "docx", "html": "html", "pdf": "pdf", "old-office": "office", "rtf": "office"}


class Lines:
    """A text that is put together line by line."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._locations: list[tuple[int, str]] = []
        self.length = 0

    def add(self, line: str, location: str) -> None:
        """Append a line; breaks inside it are kept.

        Args:
            line: its words, without a break at its end.
            location: where they stand in the original.
        """
        if not self._locations or self._locations[-1][1] != location:
            self._locations.append((self.length, location))
        self._lines.append(line)
        self.length += len(line) + 1

    def source(self, medium: Medium, *, path: str, encoding: str = "utf-8") -> Source:
        """The text with its places."""
        text = "".join([f"{line}\n" for line in self._lines])
        # Python itself could not write half a surrogate pair out again.
        text = text.encode("utf-8", "replace").decode("utf-8") if _has_surrogates(text) else text
        return Source(
            text=text,
            path=path,
            encoding=encoding,
            encoding_origin="detected",
            medium=medium,
            locations=tuple(self._locations),
        )


def _has_surrogates(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def extract(kind: str, data: bytes, *, path: str, raw: bool = False) -> Source:
    """The text of a file that is no plain text.

    Args:
        kind: one of `READERS`.
        data: the file.
        path: what messages call it.
        raw: whether to keep what is not its main text, such as a page's navigation.

    Raises:
        ReadError: it is damaged, too large, or holds no text; or what reads it is not installed.
    """
    source: Source = import_module(f"policytext.reading.{READERS[kind]}").extract(data, path=path, raw=raw)
    return source
