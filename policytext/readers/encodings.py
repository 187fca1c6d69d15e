"""Which encoding Chinese bytes are in: by a byte order mark, by strict UTF-8, by the likeliest reading.

Bytes that are no UTF-8 are read in each encoding that Chinese text comes in, and the readings compared; four
characters are mostly enough. Of large inputs only samples are looked at.

>>> detect_encoding("政务服务".encode("gb18030")).encoding, detect_encoding("政務服務".encode("big5")).encoding
('gb18030', 'big5hkscs')
>>> detect_encoding("\\ufeff政务".encode("utf-16-le"))
Detection(encoding='utf-16-le', bom=2, origin='bom')
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from policytext.readers.encoding_likelihood import compute_likelihood, compute_mean_likelihood

# Longer marks first: the one of UTF-16 begins that of UTF-32.
_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
#: What bytes without a mark may be.
_CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")

#: Bytes of one sample; taken at the beginning, in the middle, at the end and at the first non-ASCII.
_SAMPLE = 4_096
#: Valid UTF-8 up to this many bytes may still be a word in another encoding.
_MAX_SHORT = 32
#: How much likelier that must be, as a power of ten.
_MIN_LEAD = 3.0
#: Below this mean likelihood nothing says that a reading is text; a wrong one of real text has about -5.5.
_MIN_MEAN = -5.0
#: A sample that is this much likelier in another encoding than the whole comes from another file.
_MIN_MIXED_GAIN = 60.0
#: More of these among the bytes, and it is no text.
_MAX_CONTROLS = 0.02
_CONTROLS = bytes({*range(9), 11, *range(14, 32), 127})


@dataclass(frozen=True, slots=True)
class Detection:
    """An encoding and how it was found.

    Args:
        encoding: the codec in Python's spelling.
        bom: the length of the byte order mark before the text, in bytes.
        origin: what told it.
    """

    encoding: str
    bom: int = 0
    origin: Literal["bom", "detected"] = "detected"


class Verdict(NamedTuple):
    """The likeliest encoding of bytes that bear no mark; None where no reading looks like text."""

    encoding: str | None
    mixed: bool = False


def detect_bom(data: bytes) -> Detection | None:
    """The encoding that a byte order mark names, None without one."""
    return next((Detection(name, len(mark), "bom") for mark, name in _BOMS if data.startswith(mark)), None)


def detect_encoding(data: bytes) -> Detection | None:
    """The encoding of `data`.

    Bytes are not promised to be without a fault in it: where a few are damaged, this is the encoding of the others.

    Args:
        data: all the bytes of a file.

    Returns:
        None where the bytes are text in none of UTF-8, UTF-16, UTF-32 (with its mark), GB 18030 and Big5.
    """
    found = detect_bom(data)
    if found is not None:
        return found
    if is_plain_utf_8(data):
        return Detection("utf-8")
    encoding = score_encodings(data).encoding
    return None if encoding is None else Detection(encoding)


def is_plain_utf_8(data: bytes) -> bool:
    """Whether `data` is UTF-8 beyond doubt: valid, without control characters, and not just a few letters."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not is_doubtful_utf_8(data)


def is_doubtful_utf_8(data: bytes) -> bool:
    """Whether valid UTF-8 may be something else all the same: it holds controls, or is short and no ASCII."""
    return (
        b"\x00" in data
        or _count_controls(data[:_SAMPLE]) > 0
        or (len(data) <= _MAX_SHORT and not data.isascii())
    )


def score_encodings(data: bytes) -> Verdict:
    """The likeliest encoding of bytes without a mark."""
    scores = {encoding: _score_samples(data, encoding) for encoding in _CANDIDATES}
    totals = {encoding: sum(score) for encoding, score in scores.items()}
    best = max(totals, key=lambda encoding: totals[encoding])
    if (
        best != "utf-8"
        and totals[best] < totals["utf-8"] + _MIN_LEAD
        and "\ufffd" not in _decode_first_sample(data, "utf-8")
    ):
        best = "utf-8"
    for piece in range(len(scores[best])):
        if any(score[piece] > scores[best][piece] + _MIN_MIXED_GAIN for score in scores.values()):
            return Verdict(None, mixed=True)
    if best == "utf-8":
        return Verdict(best)
    return Verdict(best if compute_mean_likelihood(_decode_first_sample(data, best)) >= _MIN_MEAN else None)


def looks_binary(data: bytes) -> bool:
    """Whether control characters say that this is no text, in an encoding that contains ASCII."""
    return any(_count_controls(piece) > max(2, _MAX_CONTROLS * len(piece)) for piece in _take_samples(data))


def _count_controls(data: bytes) -> int:
    return len(data) - len(data.translate(None, _CONTROLS))


def _take_samples(data: bytes) -> list[bytes]:
    """The samples; each begins at an even byte, so that UTF-16 stays in step."""
    if len(data) <= 3 * _SAMPLE:
        return [data]
    starts = (0, len(data) // 4 * 2, (len(data) - _SAMPLE) // 2 * 2, _find_first_non_ascii(data) // 2 * 2)
    return [data[start : start + _SAMPLE] for start in starts]


def _find_first_non_ascii(data: bytes) -> int:
    """Where the first byte that is not ASCII stands: all samples may lie in ASCII, which tells nothing."""
    try:
        data.decode("ascii")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _score_samples(data: bytes, encoding: str) -> list[float]:
    """How likely each sample is in `encoding`."""
    pieces = _take_samples(data)
    first, *others = (compute_likelihood(_decode_leniently(piece, encoding)) for piece in pieces)
    if others and not encoding.startswith("utf"):
        # A later sample may begin inside a character: then the next byte begins one.
        shifted = [compute_likelihood(_decode_leniently(piece[1:], encoding)) for piece in pieces[1:]]
        others = [max(pair) for pair in zip(others, shifted, strict=True)]
    return [first, *others]


def _decode_first_sample(data: bytes, encoding: str) -> str:
    return _decode_leniently(_take_samples(data)[0], encoding)


def _decode_leniently(piece: bytes, encoding: str) -> str:
    return piece.decode(encoding, "replace")
