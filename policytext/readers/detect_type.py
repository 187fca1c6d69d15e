"""The type of a file, detected from its first bytes and its name.

>>> detect_kind(b"%PDF-1.7 ...")
'pdf'
>>> detect_kind("一、总体要求".encode()) is None
True
"""

import re

#: The first bytes of each type of file. Each type that can't be read has a message ``kind-TYPE``.
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
#: The names of the first files in a zip archive, by the type of the archive.
_ZIPPED = ((b"word/", "docx"), (b"xl/", "xlsx"), (b"ppt/", "pptx"), (b"OFD.xml", "ofd"), (b"mimetype", "odt"))
_ZIP = b"PK\x03\x04"
#: The bytes at the end of an archive that are searched for its list of files.
_LIST = 1_000_000
#: The suffixes of Word documents: with macros (m), and templates (dot).
WORD_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")


def detect_kind(data: bytes) -> str | None:
    """Return the type of the file that begins with `data`, None where it may be plain text."""
    if data.startswith(_ZIP):
        return _detect_zip(data)
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)


def _detect_zip(data: bytes) -> str:
    for names in (data[:4_096], data[-_LIST:]):
        found = next((kind for name, kind in _ZIPPED if name in names), None)
        if found is not None:
            return found
    return "docx" if b"[Content_Types]" in data[:4_096] else "zip"


#: The bytes in which the first element of a web page is searched.
_HEAD = 65_536
_UTF_8_BOM = b"\xef\xbb\xbf"
_NON_SPACE = re.compile(rb"\S")
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.I)
#: The start and end of what may precede the first element of a page.
_SKIPPED = ((b"<!--", b"-->"), (b"<?", b">"))
_EXTRACTED = ("docx", "pdf", "old-office", "rtf", "xlsx")


def detect_medium(data: bytes, name: str) -> str | None:
    """Return the type of a file whose text must be extracted, None for all others.

    Args:
        data: the content.
        name: the file's name.

    >>> detect_medium(b"<!DOCTYPE html><p>", "a.htm"), detect_medium("<一>".encode(), "a.txt"), detect_medium(b"%PDF-1.4", "")
    ('html', None, 'pdf')
    """
    kind = detect_kind(data)
    if kind in _EXTRACTED:
        return kind
    if kind == "zip" and name.lower().endswith(WORD_SUFFIXES):
        return "docx"  # its reader reports what is wrong with it
    if kind is None:
        head = data[:_HEAD]
        if _is_web_page(head) or (name.lower().endswith((".html", ".htm")) and b"<" in head):
            return "html"
    return None


def _is_web_page(head: bytes) -> bool:
    """Return whether an HTML element follows the byte order mark, white space, comments and XML declarations."""
    # A loop and not one pattern, so that the time stays linear with many comments or one that never ends.
    at = len(_UTF_8_BOM) if head.startswith(_UTF_8_BOM) else 0
    while visible := _NON_SPACE.search(head, at):
        at = visible.start()
        skipped = next((pair for pair in _SKIPPED if head.startswith(pair[0], at)), None)
        if skipped is None:
            return _PAGE.match(head, at) is not None
        start, end = skipped
        closing = head.find(end, at + len(start))
        if closing < 0:
            return False
        at = closing + len(end)
    return False


def is_markdown(name: str) -> bool:
    """Return whether a text file's name is that of a Markdown file.

    >>> is_markdown("说明.MD"), is_markdown("说明.txt")
    (True, False)
    """
    return name.lower().endswith((".md", ".markdown", ".mdown", ".mkd"))
