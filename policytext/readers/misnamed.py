"""Files whose name promises a document and whose bytes are something else: nothing, plain text, a web page.

Reading them would mislead: a failed download is a page about an error, under the name of the document.
"""

import os

from policytext.errors import PolicytextError, ReadError
from policytext.readers.detect_type import WORD_SUFFIXES
from policytext.readers.text import decode

#: The error for bytes that are no text either, by suffix.
_DAMAGED = {**dict.fromkeys(WORD_SUFFIXES, "damaged-docx"), ".pdf": "damaged-pdf"}
#: A file of one of these is never plain text; old programs do save pages and text as .doc.
_OLD_SUFFIXES = (".doc", ".wps", ".rtf")


def check_name(data: bytes, name: str, kind: str | None) -> None:
    """Check that a file is what its name says.

    Args:
        data: the file.
        name: its name.
        kind: its type by its bytes, None for plain text.

    Raises:
        ReadError: it is not.

    >>> check_name(b"", "a.txt", None)
    >>> check_name(b"<html>", "a.docx", "html")
    Traceback (most recent call last):
    policytext.errors.ReadError: a.docx: named .docx, but a web page, perhaps of a failed download (get it again, or rename it to .html)
    """
    suffix = os.path.splitext(name)[1].lower()
    if kind not in (None, "html") or suffix not in (*_DAMAGED, *_OLD_SUFFIXES):
        return
    if not data.strip(b"\x00 \t\r\n"):
        raise ReadError("empty-with-suffix", path=name, suffix=suffix)
    if suffix in _OLD_SUFFIXES:
        return
    if kind == "html":
        raise ReadError("page-with-suffix", path=name, suffix=suffix)
    try:
        decode(data, path=name)
    except PolicytextError as error:
        is_other_kind = error.code.startswith("kind-")
        raise ReadError(error.code if is_other_kind else _DAMAGED[suffix], path=name) from None
    raise ReadError("text-with-suffix", path=name, suffix=suffix)
