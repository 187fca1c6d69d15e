"""What is no plain text, told by its first bytes, and what to do about it.

>>> kind_of(b"%PDF-1.7 ...")
'pdf'
>>> kind_of("一、总体要求".encode()) is None
True
"""

import re

#: The first bytes, and the kind that they open; each kind has a message of its own name.
_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-office"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "compressed"),
    (b"BZh", "compressed"),
    (b"\xfd7zXZ\x00", "compressed"),
    (b"\x28\xb5\x2f\xfd", "compressed"),
    (b"7z\xbc\xaf\x27\x1c", "compressed"),
    (b"Rar!\x1a\x07", "compressed"),
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\x00", "program"),
    (b"SQLite format 3\x00", "database"),
)
#: Inside a zip archive the first file's name tells what it is.
_ZIPPED = ((b"word/", "docx"), (b"xl/", "xlsx"), (b"ppt/", "pptx"), (b"OFD.xml", "ofd"), (b"mimetype", "odt"))


def kind_of(data: bytes) -> str | None:
    """The kind of file that `data` begins, None where it may be plain text."""
    if data.startswith(b"PK\x03\x04"):
        head = data[:4_096]
        return next(
            (kind for name, kind in _ZIPPED if name in head), "docx" if b"[Content_Types]" in head else "zip"
        )
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)


#: How a web page begins, behind a byte order mark, white space, comments and an XML declaration.
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_READ = ("docx", "pdf", "old-office", "rtf")


def medium_of(data: bytes, name: str) -> str | None:
    """The kind of a file whose text is extracted, None for all others.

    >>> medium_of(b"<!DOCTYPE html><p>", "a.htm"), medium_of("<一>".encode(), "a.txt"), medium_of(b"%PDF-1.4", "")
    ('html', None, 'pdf')
    """
    kind = kind_of(data[:4_096])
    if kind in _READ:
        return kind
    if kind is None and (
        _PAGE.match(data[:8_192]) or (name.lower().endswith((".html", ".htm")) and b"<" in data[:8_192])
    ):
        return "html"
    return None
