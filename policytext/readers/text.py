"""The reader of plain text in any encoding of Chinese.

>>> source = decode("一、总体要求".encode("gb18030"), path="a.txt")
>>> source.text, source.encoding, source.encoding_origin
('一、总体要求', 'gb18030', 'detected')
"""

import codecs
from typing import Any

from policytext.errors import ConfigError, ReadError
from policytext.model.document import EncodingOrigin, Source
from policytext.readers.detect_type import detect_kind
from policytext.readers.encodings import (
    Detection,
    detect_bom,
    detect_encoding,
    is_doubtful_utf_8,
    looks_binary,
)
from policytext.text.located_lines import replace_surrogates

# Files declared as gb2312 or gbk often have characters beyond them; GB 18030 contains both.
_WIDER_CODECS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "hz": "hz",
    "utf-8-sig": "utf-8",
    "utf_8_sig": "utf-8",
}
#: What may become of bytes that are not valid in the encoding.
ERRORS = ("strict", "replace")
_BIG5 = ("big5hkscs", "cp950")
_COMMON = ("utf-8", "gb18030", "gbk", "gb2312", "big5", "big5hkscs", "utf-16", "utf-16-le", "utf-16-be")


class UndecodableError(ReadError):
    """A text with a byte that is not valid in its encoding."""

    def __init__(self, detection: Detection, path: str, line: int | None, byte: int) -> None:
        super().__init__("undecodable", path=path, line=line, encoding=detection.encoding, byte=byte)
        self.detection = detection

    def __reduce__(self) -> tuple[Any, ...]:
        return ReadError.__reduce__(ReadError(self.code, path=self.path, line=self.line, **self.values))


def decode(data: bytes, *, path: str = "", encoding: str | None = None, errors: str = "strict") -> Source:
    """Decode a text; its line ends are kept, a byte order mark is removed.

    >>> decode(b"a\\xff", encoding="utf-8", errors="replace").replaced
    1

    Args:
        data: the bytes.
        path: the file as messages name it.
        encoding: the codec to use; detected where it is None.
        errors: what becomes of bytes that are not valid in the encoding: "strict" makes them an error, "replace"
            reads each as U+FFFD.

    Raises:
        ReadError: the bytes are not text, or not valid in the encoding.
        ConfigError: the encoding, or such a way to deal with errors, does not exist.
    """
    if errors not in ERRORS:
        raise ConfigError("no-such-errors", name=errors, known=", ".join(ERRORS))
    try:
        return _decode_strictly(data, path, encoding)
    except UndecodableError as error:
        if errors == "strict":
            raise
        return _replace_bytes(data, error.detection, path, "detected" if encoding is None else "option")


def _decode_strictly(data: bytes, path: str, encoding: str | None) -> Source:
    if encoding is not None:
        return _decode_as(data, _find_codec(encoding), path)
    kind = detect_kind(data)
    if kind is not None:
        raise ReadError(f"kind-{kind}", path=path)
    text = _decode_plain_utf_8(data)
    if text is not None:
        return Source(text=text, path=path, encoding="utf-8", encoding_origin="detected")
    detection = detect_encoding(data)
    if detection is None:
        raise _make_undecodable_error(data, path)
    if detection.encoding == "utf-8" and looks_binary(data):
        raise ReadError("binary", path=path)
    return _build_source(data, detection, path, "bom" if detection.bom else "detected")


def _replace_bytes(data: bytes, detection: Detection, path: str, origin: EncodingOrigin) -> Source:
    """Return the text with U+FFFD in place of invalid bytes, and their number."""
    body = data[detection.bom :]
    try:
        text = body.decode(detection.encoding, "replace")
        # The file may have characters U+FFFD of its own.
        own = body.decode(detection.encoding, "ignore").count("\ufffd")
    except (UnicodeError, LookupError):  # some codecs cannot replace
        raise ReadError("undecodable-text", path=path, encoding=detection.encoding) from None
    return Source(
        text=replace_surrogates(text),
        path=path,
        encoding=detection.encoding,
        encoding_origin="bom" if detection.bom else origin,
        bom=detection.bom > 0,
        replaced=text.count("\ufffd") - own,
    )


def _decode_plain_utf_8(data: bytes) -> str | None:
    """Decode what is certainly UTF-8, as nearly all files are, None for all others."""
    if detect_bom(data) is not None or is_doubtful_utf_8(data) or looks_binary(data):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _find_codec(name: str) -> str:
    try:
        codec = codecs.lookup(name.strip())
        if not getattr(codec, "_is_text_encoding", True):
            raise LookupError(name)
    except (LookupError, ValueError):
        from difflib import get_close_matches

        near = get_close_matches(name.lower(), _COMMON, n=1, cutoff=0.5)
        raise ConfigError("no-such-encoding", name=name, near=near[0] if near else "gb18030") from None
    return _WIDER_CODECS.get(codec.name, codec.name)


def _decode_as(data: bytes, encoding: str, path: str) -> Source:
    by_mark = detect_bom(data)
    same = by_mark is not None and (by_mark.encoding == encoding or encoding in ("utf-16", "utf-32"))
    if by_mark is not None and same:
        return _build_source(data, by_mark, path, "option")
    if encoding == "big5":
        encoding = _BIG5[0] if _can_decode(data, _BIG5[0]) or not _can_decode(data, _BIG5[1]) else _BIG5[1]
    return _build_source(data, Detection(encoding, 0), path, "option")


def _can_decode(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _build_source(data: bytes, detection: Detection, path: str, origin: str) -> Source:
    encoding = detection.encoding
    body = data[detection.bom :] if detection.bom else data
    try:
        text = body.decode(encoding)
        text.encode("utf-8")  # some codecs accept lone surrogates, which no output can write
    except UnicodeDecodeError as error:
        if encoding == "big5hkscs" and origin == "detected" and _can_decode(body, "cp950"):
            return _build_source(data, Detection("cp950", detection.bom), path, origin)
        line = (
            body.count(b"\n", 0, error.start) + 1 if not encoding.startswith(("utf-16", "utf-32")) else None
        )
        byte = detection.bom + error.start + 1
        raise UndecodableError(detection, path, line, byte) from None
    except UnicodeEncodeError as error:
        line, byte = (
            text.count("\n", 0, error.start) + 1,
            len(text[: error.start].encode(encoding, "replace")) + 1,
        )
        raise UndecodableError(detection, path, line, detection.bom + byte) from None
    except UnicodeError:  # the base class, which some codecs raise
        raise ReadError("undecodable-text", path=path, encoding=encoding) from None
    return Source(
        text=text,
        path=path,
        encoding=encoding,
        encoding_origin="option" if origin == "option" else "bom" if origin == "bom" else "detected",
        bom=detection.bom > 0,
    )


def _make_undecodable_error(data: bytes, path: str) -> ReadError:
    if looks_binary(data) or b"\x00" in data:
        return ReadError("binary", path=path)
    return ReadError("unknown-encoding", path=path)
