"""What is no plain text, told by its first bytes, and what to do about it.

>>> detect_kind(b"%PDF-1.7 ...")
'pdf'
>>> detect_kind("一、总体要求".encode()) is None
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


def detect_kind(data: bytes) -> str | None:
    """The kind of file that `data` begins, None where it may be plain text."""
    if data.startswith(b"PK\x03\x04"):
        head = data[:4_096]
        return next(
            (kind for name, kind in _ZIPPED if name in head), "docx" if b"[Content_Types]" in head else "zip"
        )
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)


#: Where a web page's first element is looked for.
_HEAD = 65_536
_UTF_8_BOM = b"\xef\xbb\xbf"
_SOLID = re.compile(rb"\S")
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.I)
#: What may stand in front of a page's first element, and how it ends.
_SKIPPED = ((b"<!--", b"-->"), (b"<?", b">"))
_EXTRACTED = ("docx", "pdf", "old-office", "rtf")


def detect_medium(data: bytes, name: str) -> str | None:
    """The kind of a file whose text is extracted, None for all others.

    >>> detect_medium(b"<!DOCTYPE html><p>", "a.htm"), detect_medium("<一>".encode(), "a.txt"), detect_medium(b"%PDF-1.4", "")
    ('html', None, 'pdf')
    """
    kind = detect_kind(data[:4_096])
    if kind in _EXTRACTED:
        return kind
    if kind is None:
        head = data[:_HEAD]
        if _is_web_page(head) or (name.lower().endswith((".html", ".htm")) and b"<" in head):
            return "html"
    return None


def _is_web_page(head: bytes) -> bool:
    """Whether an HTML element stands behind a byte order mark, white space, comments and XML declarations."""
    # A loop, not one pattern: each byte is passed over once, however many comments there are and whether they end.
    at = len(_UTF_8_BOM) if head.startswith(_UTF_8_BOM) else 0
    while solid := _SOLID.search(head, at):
        at = solid.start()
        passed = next((pair for pair in _SKIPPED if head.startswith(pair[0], at)), None)
        if passed is None:
            return _PAGE.match(head, at) is not None
        start, end = passed
        found = head.find(end, at + len(start))
        if found < 0:
            return False
        at = found + len(end)
    return False


def is_markdown(name: str) -> bool:
    """Whether a text file's name says that it holds Markdown.

    >>> is_markdown("说明.MD"), is_markdown("说明.txt")
    (True, False)
    """
    return name.lower().endswith((".md", ".markdown", ".mdown", ".mkd"))
