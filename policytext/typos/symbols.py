"""A text as symbols, the 16-bit numbers that the language model counts.

A symbol is the code point of the folded text. A run of digits is one ``0``, a run of letters one ``a``; blanks and empty
lines are omitted, so that n-grams across them match. A stray Traditional character in a Simplified text counts as the
Simplified one. Every symbol keeps its offset in the text.

>>> codes, places = encode_symbols("到2025年， 建成ABC。", build_plain_table())
>>> "".join(map(chr, codes)), places.tolist()
('到0年，建成a。', [0, 1, 5, 6, 8, 9, 10, 13])
"""

import numpy as np

from policytext.typos.array_names import Flags, Indices, Symbols

LINE_BREAK = 10
_DIGIT, _LETTER, _OTHER = ord("0"), ord("a"), 0xFFFD
_BLANKS = "\t \u00a0\u3000\ufeff\u200b"
_SIZE = 65_536


def build_plain_table() -> Symbols:
    """Return the symbol of each code point below 65,536, 0 for those omitted; Traditional characters are themselves."""
    table = np.arange(_SIZE, dtype=np.uint16)
    table[:32] = 0
    for first, last, symbol in (("0", "9", _DIGIT), ("A", "Z", _LETTER), ("a", "z", _LETTER)):
        table[ord(first) : ord(last) + 1] = symbol
    for blank in _BLANKS:
        table[ord(blank)] = 0
    table[[10, 13]] = LINE_BREAK
    table[0xD800:0xE000] = _OTHER
    return table


def encode_symbols(shadow: str, table: Symbols) -> tuple[Symbols, Indices]:
    """Return the symbols of a text and the offset of each in it.

    Args:
        shadow: The folded text.
        table: The symbol of each code point, 0 for those omitted, shape (65536,).
    """
    points = np.frombuffer(shadow.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    codes = table[np.minimum(points, _SIZE - 1)]
    codes[points >= _SIZE] = _OTHER
    places = np.flatnonzero(codes)
    codes = codes[places]
    if len(codes) < 2:
        return codes, places
    collapsing = (codes == _DIGIT) | (codes == _LETTER) | (codes == LINE_BREAK)
    repeated = np.zeros(len(codes), dtype=np.bool_)
    repeated[1:] = (codes[1:] == codes[:-1]) & collapsing[1:]
    return codes[~repeated], places[~repeated]


def is_han(codes: Symbols) -> Flags:
    """Return which symbols are Chinese characters."""
    return (codes >= 0x4E00) & (codes <= 0x9FFF)
