"""Which encoding Chinese bytes are in: by a byte order mark, by strict UTF-8, by how common the characters are.

Bytes that are no UTF-8 are decoded in each candidate; text in the wrong one is full of rare characters, text in the
right one of those that GB 2312 and Big5 put on their first level. That tells eight characters apart.

>>> detect("政务服务".encode("gb18030")), detect("政務服務".encode("big5"))
(Detection(encoding='gb18030', mark=0), Detection(encoding='big5hkscs', mark=0))
>>> detect("\\ufeff政务".encode("utf-16-le"))
Detection(encoding='utf-16-le', mark=2)
"""

import codecs
from functools import cache
from typing import NamedTuple

# Longer marks first: the one of UTF-16 begins that of UTF-32.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

#: Bytes looked at, in pieces from the beginning, the middle and the end.
_SAMPLE = 24_576
_PUNCTUATION = frozenset(
    "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·～％＋－／　﹐﹑．０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩"
)
#: A candidate below this share of common characters is no text. Eight characters may hold two rare ones.
_LEAST = 0.6
_UTF_16_LEAST = 0.9
#: More of these among a sample's bytes, and it is no text.
_MOST_CONTROLS = 0.02
_CONTROLS = bytes({*range(1, 9), 11, *range(14, 27), 28, 29, 30, 31, 127})


class Detection(NamedTuple):
    """An encoding in Python's spelling, and the length of the byte order mark before the text, in bytes."""

    encoding: str
    mark: int


def find_mark(data: bytes) -> Detection | None:
    """The encoding that a byte order mark names, None without one."""
    return next((Detection(name, len(mark)) for mark, name in _MARKS if data.startswith(mark)), None)


def detect(data: bytes) -> Detection | None:
    """The encoding of `data`; None where it is text in none of UTF-8, UTF-16, GB 18030 and Big5."""
    marked = find_mark(data)
    if marked is not None:
        return marked
    if b"\x00" in data:
        # UTF-16 of Latin text is valid UTF-8 full of NULs.
        wide = _wide(data)
        if wide is not None:
            return Detection(wide, 0)
    try:
        data.decode("utf-8")
        return Detection("utf-8", 0)
    except UnicodeDecodeError:
        encoding = None if broken_utf_8(data) is not None else _by_characters(data)
        return None if encoding is None else Detection(encoding, 0)


def broken_utf_8(data: bytes) -> int | None:
    """The offset of the first bad byte in what is mostly UTF-8, None where it is UTF-8 throughout or not at all."""
    try:
        data.decode("utf-8")
        return None
    except UnicodeDecodeError as error:
        first = error.start
    near = data[max(0, first - _SAMPLE) : first + _SAMPLE].decode("utf-8", "replace")
    good = sum("\u0800" <= character <= "\uffef" for character in near)
    bad = near.count("\ufffd")
    return first if good >= 2 and good >= 4 * bad else None


def looks_binary(data: bytes) -> bool:
    """Whether control characters say that this is no text in a one-byte-compatible encoding."""
    sample = _sample(data)
    controls = len(sample) - len(sample.translate(None, _CONTROLS + b"\x00"))
    return controls > max(2, _MOST_CONTROLS * len(sample))


def _by_characters(data: bytes) -> str | None:
    """The encoding in which the sample's characters are the most common ones."""
    narrow, best = None, 0.0
    for encoding, common in (("gb18030", _common("gb2312")), ("big5hkscs", _common("big5"))):
        share = _share(_decoded(data, encoding), common)
        if share > best:
            narrow, best = encoding, share
    wide = _wide(data)
    if wide is not None and (narrow is None or _share(_decoded(data, wide), _everything()) > best):
        return wide
    return narrow if best >= _LEAST and not looks_binary(data) else None


def _wide(data: bytes) -> str | None:
    shares = {
        encoding: _share(_decoded(data, encoding), _everything()) for encoding in ("utf-16-le", "utf-16-be")
    }
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if len(data) % 2 == 0 and shares[best] > _UTF_16_LEAST else None


def _share(text: str | None, common: frozenset[str]) -> float:
    """The share of common characters among those that are not ASCII; letters between them count as half wrong."""
    if not text:
        return 0.0
    foreign = [character for character in text if character > "\x7f" or character < "\t"]
    if not foreign:
        return 0.0 if common is not _everything() else 1.0
    return sum(character in common for character in foreign) / len(foreign)


def _sample(data: bytes) -> bytes:
    if len(data) <= _SAMPLE:
        return data
    third, middle = _SAMPLE // 3, len(data) // 4 * 2
    return data[:third] + data[middle : middle + third] + data[-third:]


def _decoded(data: bytes, encoding: str) -> str | None:
    """The sample decoded, each piece with an unfinished character at its end; None if the encoding forbids it."""
    if len(data) <= _SAMPLE:
        pieces = [data]
    else:
        # A piece must begin where a character does: behind a line end, which no trail byte is.
        third = _SAMPLE // 3
        pieces = [data[:third]]
        for start in (len(data) // 4 * 2, len(data) - third - len(data) % 2):
            piece = data[start : start + third]
            if not encoding.startswith("utf-16"):
                piece = piece[piece.find(b"\n") + 1 :] if b"\n" in piece else b""
            pieces.append(piece)
    decoded = []
    for piece in pieces:
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            decoded.append(decoder.decode(piece, final=len(data) <= _SAMPLE))
        except UnicodeDecodeError:
            return None
    return "".join(decoded)


@cache
def _common(charset: str) -> frozenset[str]:
    """The first level of a character set, as its codec says it, and the punctuation of Chinese text."""
    if charset == "gb2312":
        codes = [bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)]
    else:
        cells = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
        codes = [
            bytes((row, cell)) for row in range(0xA4, 0xC7) for cell in cells if (row, cell) <= (0xC6, 0x7E)
        ]
    return frozenset(b"".join(codes).decode(charset, "ignore")) | _PUNCTUATION


@cache
def _everything() -> frozenset[str]:
    return _common("gb2312") | _common("big5")
