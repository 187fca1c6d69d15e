"""Characters that a file sets above or below the line, as the Unicode characters that look like them.

A raised digit is a power, part of a unit or a note mark, and never a digit of the figure before it.

>>> write_raised("2", "superscript"), write_raised("-3", "superscript"), write_raised("2", "subscript")
('²', '⁻³', '₂')

Words are left as they are; so are signs without a digit.

>>> write_raised("见注1", "superscript"), write_raised("+", "superscript"), write_raised("2.5", "subscript")
('见注1', '+', '₂.₅')
"""

from typing import Literal

from policytext.text.lazy_patterns import LazyPattern

RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
#: What stands above the line for each digit and sign of a number, and for n, for `str.translate`.
SUPERSCRIPTS = str.maketrans("0123456789+-−=()n", RAISED_DIGITS + "⁺⁻⁻⁼⁽⁾ⁿ")

Position = Literal["superscript", "subscript"]
POSITIONS: dict[str, Position] = {"superscript": "superscript", "subscript": "subscript"}

_DIGITS = "0123456789"
_WIDE_DIGITS = "０１２３４５６７８９"
_SIGNS = "+-−=()（）"
_RAISED = {
    "superscript": (RAISED_DIGITS, "⁺⁻⁻⁼⁽⁾⁽⁾"),
    "subscript": ("₀₁₂₃₄₅₆₇₈₉", "₊₋₋₌₍₎₍₎"),
}
_DIGIT_FORMS = {
    position: str.maketrans(_DIGITS + _WIDE_DIGITS, digits * 2) for position, (digits, _) in _RAISED.items()
}
_SIGN_FORMS = {position: str.maketrans(_SIGNS, signs) for position, (_, signs) in _RAISED.items()}
_WORDS = LazyPattern("[\u3400-\u9fff]")


def write_raised(text: str, position: Position) -> str:
    """Return a text of the same length with its digits, and the signs of a number, above or below the line.

    Args:
        text: all characters that stand together in that position.
        position: above or below.
    """
    if _WORDS.search(text):
        return text  # words that are only set smaller
    written = text.translate(_DIGIT_FORMS[position])
    if written != text and all(character in _DIGITS + _WIDE_DIGITS + _SIGNS for character in text):
        return written.translate(_SIGN_FORMS[position])
    return written
