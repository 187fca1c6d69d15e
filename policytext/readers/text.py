"""Plain text: bytes to a source, in whatever encoding Chinese text comes.

>>> source = decode("一、总体要求".encode("gb18030"), path="a.txt")
>>> source.text, source.encoding, source.encoding_origin
('一、总体要求', 'gb18030', 'detected')
"""

import codecs

from policytext.errors import ConfigError, ReadError
from policytext.model.document import Source
from policytext.readers.detect_type import detect_kind
from policytext.readers.encodings import Detection, detect_encoding, is_doubtful_utf_8, looks_binary
from policytext.readers.encodings import detect_bom as find_mark

# Files that say gb2312 or gbk hold characters beyond them; GB 18030 reads all three.
_WIDER_CODECS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "hz": "hz",
    "utf-8-sig": "utf-8",
    "utf_8_sig": "utf-8",
}
_BIG5 = ("big5hkscs", "cp950")
_COMMON = ("utf-8", "gb18030", "gbk", "gb2312", "big5", "big5hkscs", "utf-16", "utf-16-le", "utf-16-be")


def decode(data: bytes, *, path: str = "", encoding: str | None = None) -> Source:
    """The source that `data` holds. A byte order mark is no part of its text, line ends are kept.

    Args:
        data: the bytes.
        path: what messages call them.
        encoding: the codec to use; found out where it is None.

    Raises:
        ReadError: the bytes are no text, or none that the encoding can give.
        ConfigError: there is no such encoding.
    """
    if encoding is not None:
        return _decode_as(data, _find_codec(encoding), path)
    kind = detect_kind(data)
    if kind is not None:
        raise ReadError(f"kind-{kind}", path=path)
    text = _decode_plain_utf_8(data)
    if text is not None:
        return Source(text=text, path=path, encoding="utf-8", encoding_origin="detected")
    found = detect_encoding(data)
    if found is None:
        raise _make_undecodable_error(data, path)
    if found.encoding == "utf-8" and looks_binary(data):
        raise ReadError("binary", path=path)
    return _build_source(data, found, path, "bom" if found.bom else "detected")


def _decode_plain_utf_8(data: bytes) -> str | None:
    """The text of what is UTF-8 beyond doubt, which nearly everything is, decoded once."""
    if find_mark(data) is not None or is_doubtful_utf_8(data) or looks_binary(data):
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
    marked = find_mark(data)
    same = marked is not None and (marked.encoding == encoding or encoding in ("utf-16", "utf-32"))
    if marked is not None and same:
        return _build_source(data, marked, path, "option")
    if encoding == "big5":
        encoding = _BIG5[0] if _can_decode(data, _BIG5[0]) or not _can_decode(data, _BIG5[1]) else _BIG5[1]
    return _build_source(data, Detection(encoding, 0), path, "option")


def _can_decode(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _build_source(data: bytes, found: Detection, path: str, origin: str) -> Source:
    encoding = found.encoding
    body = data[found.bom :] if found.bom else data
    try:
        text = body.decode(encoding)
        text.encode("utf-8")  # a codec may let lone surrogates through, which no output could write
    except UnicodeDecodeError as error:
        if encoding == "big5hkscs" and origin == "detected" and _can_decode(body, "cp950"):
            return _build_source(data, Detection("cp950", found.bom), path, origin)
        line = body.count(b"\n", 0, error.start) + 1 if not encoding.startswith("utf-16") else None
        raise ReadError("undecodable", path=path, line=line, encoding=encoding) from None
    except UnicodeEncodeError:
        raise ReadError("undecodable", path=path, encoding=encoding) from None
    except UnicodeError:  # some codecs of Python's own raise nothing more exact
        raise ReadError("undecodable", path=path, encoding=encoding) from None
    return Source(
        text=text,
        path=path,
        encoding=encoding,
        encoding_origin="option" if origin == "option" else "bom" if origin == "bom" else "detected",
        bom=found.bom > 0,
    )


def _make_undecodable_error(data: bytes, path: str) -> ReadError:
    if looks_binary(data) or b"\x00" in data:
        return ReadError("binary", path=path)
    return ReadError("unknown-encoding", path=path)
