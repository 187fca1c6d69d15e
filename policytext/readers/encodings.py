"""Detection of encodings: by a byte order mark, by strict UTF-8, or by the most likely decoding.

Bytes that are not UTF-8 are decoded in each encoding of Chinese text and the results compared; four characters are
mostly enough. Only samples of large inputs are decoded.

>>> detect_encoding("政务服务".encode("gb18030")).encoding, detect_encoding("政務服務".encode("big5")).encoding
('gb18030', 'big5hkscs')
>>> detect_encoding("\\ufeff政务".encode("utf-16-le"))
Detection(encoding='utf-16-le', bom=2, origin='bom')
"""

from typing import Literal

from policytext.model.records import NamedTuple, dataclass
from policytext.readers.encoding_likelihood import compute_likelihood, compute_mean_likelihood

# Longer marks first, because the mark of UTF-32 begins with that of UTF-16.
_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
#: The encodings tried for bytes without a mark.
_CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")

#: The bytes of one sample; samples are taken at the beginning, in the middle, at the end and at the first non-ASCII.
_SAMPLE = 4_096
#: Valid UTF-8 up to this many bytes may still be a word in another encoding.
_MAX_SHORT = 32
#: How much more likely the other encoding must be, as a power of ten.
_MIN_LEAD = 3.0
#: A decoding with a lower mean likelihood is not text; a wrong decoding of text has about -5.5.
_MIN_MEAN = -5.0
#: A sample that is so much more likely in another encoding has an encoding of its own.
_MIN_MIXED_GAIN = 60.0
#: The largest share of control characters in a text.
_MAX_CONTROLS = 0.02
_CONTROLS = bytes({*range(9), 11, *range(14, 32), 127})


@dataclass(frozen=True, slots=True)
class Detection:
    """A detected encoding.

    Args:
        encoding: the codec in Python's spelling.
        bom: the length of the byte order mark before the text, in bytes.
        origin: whether a mark named the encoding or the text was analysed.
    """

    encoding: str
    bom: int = 0
    origin: Literal["bom", "detected"] = "detected"


class Verdict(NamedTuple):
    """The most likely encoding of bytes without a mark, None where no decoding looks like text."""

    encoding: str | None
    mixed: bool = False


def detect_bom(data: bytes) -> Detection | None:
    """Return the encoding that a byte order mark names, None without a mark."""
    return next((Detection(name, len(mark), "bom") for mark, name in _BOMS if data.startswith(mark)), None)


def detect_encoding(data: bytes) -> Detection | None:
    """Detect the encoding of `data`, of which a few bytes may be invalid.

    Args:
        data: all the bytes of a file.

    Returns:
        None where the bytes are not text in UTF-8, UTF-16, UTF-32 (with a mark), GB 18030 or Big5.
    """
    by_mark = detect_bom(data)
    if by_mark is not None:
        return by_mark
    if is_plain_utf_8(data):
        return Detection("utf-8")
    encoding = score_encodings(data).encoding
    return None if encoding is None else Detection(encoding)


def is_plain_utf_8(data: bytes) -> bool:
    """Return whether `data` is certainly UTF-8: valid, without control characters, and not very short."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not is_doubtful_utf_8(data)


def is_doubtful_utf_8(data: bytes) -> bool:
    """Return whether valid UTF-8 may be another encoding: it has control characters, or is short and not ASCII."""
    return (
        b"\x00" in data
        or _count_controls(data[:_SAMPLE]) > 0
        or (len(data) <= _MAX_SHORT and not data.isascii())
    )


def score_encodings(data: bytes) -> Verdict:
    """Return the most likely encoding of bytes without a mark."""
    scores = {encoding: _score_samples(data, encoding) for encoding in _CANDIDATES}
    totals = {encoding: sum(score) for encoding, score in scores.items()}
    best = max(totals, key=lambda encoding: totals[encoding])
    if (
        best != "utf-8"
        and totals[best] < totals["utf-8"] + _MIN_LEAD
        and "\ufffd" not in _decode_first_sample(data, "utf-8")
    ):
        best = "utf-8"
    for sample in range(len(scores[best])):
        if any(score[sample] > scores[best][sample] + _MIN_MIXED_GAIN for score in scores.values()):
            return Verdict(None, mixed=True)
    if best == "utf-8":
        return Verdict(best)
    return Verdict(best if compute_mean_likelihood(_decode_first_sample(data, best)) >= _MIN_MEAN else None)


def looks_binary(data: bytes) -> bool:
    """Return whether `data` has too many control characters for a text in an encoding that contains ASCII."""
    return any(
        _count_controls(sample) > max(2, _MAX_CONTROLS * len(sample)) for sample in _take_samples(data)
    )


def _count_controls(data: bytes) -> int:
    return len(data) - len(data.translate(None, _CONTROLS))


def _take_samples(data: bytes) -> list[bytes]:
    """Return the samples; each begins at an even byte, as a character of UTF-16 does."""
    if len(data) <= 3 * _SAMPLE:
        return [data]
    starts = (0, len(data) // 4 * 2, (len(data) - _SAMPLE) // 2 * 2, _find_first_non_ascii(data) // 2 * 2)
    return [data[start : start + _SAMPLE] for start in starts]


def _find_first_non_ascii(data: bytes) -> int:
    """Return the offset of the first byte that is not ASCII, since the other samples may be all ASCII."""
    try:
        data.decode("ascii")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _score_samples(data: bytes, encoding: str) -> list[float]:
    """Return the likelihood of each sample in `encoding`."""
    samples = _take_samples(data)
    first, *others = (compute_likelihood(_decode_leniently(sample, encoding)) for sample in samples)
    if others and not encoding.startswith("utf"):
        # A later sample may begin inside a character of two bytes.
        shifted = [compute_likelihood(_decode_leniently(sample[1:], encoding)) for sample in samples[1:]]
        others = [max(pair) for pair in zip(others, shifted, strict=True)]
    return [first, *others]


def _decode_first_sample(data: bytes, encoding: str) -> str:
    return _decode_leniently(_take_samples(data)[0], encoding)


def _decode_leniently(sample: bytes, encoding: str) -> str:
    return sample.decode(encoding, "replace")
