"""How files are to be read."""

from typing import NamedTuple

#: Bytes of a file, and of what one part of a packed file unpacks to. The longest plan has two million.
MAX_BYTES = 300_000_000


class ReadOptions(NamedTuple):
    """How a file is to be read.

    Args:
        encoding: the codec of plain text; found out where it is None.
        raw: whether to keep what is not the main text of a web page or a PDF.
        max_bytes: the bytes beyond which a file, or what is packed in it, is refused.
        column: of a table, the column that holds a text, each row being a document of its own.

    >>> ReadOptions(encoding="gb18030").raw
    False
    """

    encoding: str | None = None
    raw: bool = False
    max_bytes: int = MAX_BYTES
    column: str | None = None


#: As it comes.
DEFAULT_READ_OPTIONS = ReadOptions()
