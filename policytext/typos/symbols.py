"""A text as numbers: what the language model counts.

A symbol is the code point of the shadow in 16 bits. Runs of digits are one ``0``, runs of letters one ``a``, blanks are
left out and empty lines are none: a typo is not in them, and n-grams across them then match. Traditional characters that
a Simplified text holds here and there count as the Simplified ones. Every symbol keeps its place in the text.

>>> codes, places = symbols("到2025年， 建成ABC。", plain_table())
>>> "".join(map(chr, codes)), places.tolist()
('到0年，建成a。', [0, 1, 5, 6, 8, 9, 10, 13])
"""

import numpy as np

from policytext.typos.array_names import Flags, Places, Symbols

LINE = 10
_DIGIT, _LETTER, _OTHER = ord("0"), ord("a"), 0xFFFD
_BLANKS = "\t \u00a0\u3000\ufeff\u200b"
_SIZE = 65_536


def plain_table() -> Symbols:
    """For each code point its symbol, before Traditional characters are folded into it; 0 where it is left out."""
    table = np.arange(_SIZE, dtype=np.uint16)
    table[:32] = 0
    for first, last, symbol in (("0", "9", _DIGIT), ("A", "Z", _LETTER), ("a", "z", _LETTER)):
        table[ord(first) : ord(last) + 1] = symbol
    for blank in _BLANKS:
        table[ord(blank)] = 0
    table[[10, 13]] = LINE
    table[0xD800:0xE000] = _OTHER
    return table


def symbols(shadow: str, table: Symbols) -> tuple[Symbols, Places]:
    """The symbols of a text and the place of each in it.

    Args:
        shadow: the text, folded character for character.
        table: for each code point its symbol, 0 where it is left out, as the model keeps it.
    """
    points = np.frombuffer(shadow.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    codes = table[np.minimum(points, _SIZE - 1)]
    codes[points >= _SIZE] = _OTHER
    places = np.flatnonzero(codes)
    codes = codes[places]
    if len(codes) < 2:
        return codes, places
    collapsing = (codes == _DIGIT) | (codes == _LETTER) | (codes == LINE)
    again = np.zeros(len(codes), dtype=np.bool_)
    again[1:] = (codes[1:] == codes[:-1]) & collapsing[1:]
    return codes[~again], places[~again]


def is_han(codes: Symbols) -> Flags:
    """Which symbols are Chinese characters."""
    return (codes >= 0x4E00) & (codes <= 0x9FFF)
