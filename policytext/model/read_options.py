"""The options for reading a file."""

from policytext.model.records import NamedTuple

#: The limit for a file, and for one unpacked part of a packed file, in bytes. The longest plan has two million.
MAX_BYTES = 300_000_000

#: The parts of a Word document that are read only on request.
EXTRA_PARTS = ("headers", "footers")


class ReadOptions(NamedTuple):
    """The options for reading a file.

    Args:
        encoding: the codec of plain text; detected where it is None.
        raw: whether to keep navigation, footers and page numbers of a web page or a PDF.
        max_bytes: a file, or a part packed in it, with more bytes is refused.
        column: the column of a table that holds a text; each row is then one document.
        parts: the parts of a Word document to read besides its text, of `EXTRA_PARTS`.
        errors: whether bytes that are not valid in the encoding make the file an error ("strict") or are each read as
            U+FFFD ("replace").

    >>> ReadOptions(encoding="gb18030").raw
    False
    """

    encoding: str | None = None
    raw: bool = False
    max_bytes: int = MAX_BYTES
    column: str | None = None
    parts: tuple[str, ...] = ()
    errors: str = "strict"


#: Detect the encoding and keep the main text.
DEFAULT_READ_OPTIONS = ReadOptions()
