"""Check boxes and ticks of symbol fonts as Unicode characters.

>>> read_symbol("Wingdings", "F0FE"), read_symbol("Wingdings 2", "00A3"), read_symbol("Wingdings", "F0E0")
('☑', '□', '')
>>> replace_symbols("Wingdings", "\\uf06f是")
'□是'
"""

#: The characters of a font by their code in it.
_FONTS = {
    "wingdings": {0x6F: "□", 0x71: "❑", 0x72: "❒", 0x78: "☒", 0xA8: "□", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x2A: "□"},
}  # fmt: skip
#: Symbol fonts have their characters here.
_PRIVATE = range(0xF000, 0xF100)
#: A check box that is a form field or a control, by whether it is ticked.
BOXES = {True: "☑", False: "☐"}


def is_symbol_font(font: str) -> bool:
    """Return whether a font has check boxes in place of letters."""
    return font.lower() in _FONTS


def read_symbol(font: str, code: str) -> str:
    """Return the character of a ``w:sym``, nothing where Unicode has none.

    Args:
        font: the font's name.
        code: the character in it, in hexadecimal digits.
    """
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    forms = _FONTS.get(font.lower())
    if forms is not None:
        return forms.get(number - _PRIVATE.start if number in _PRIVATE else number, "")
    return chr(number) if 0x20 <= number < 0xD800 or 0xF900 <= number <= 0xFFFD else ""


def replace_symbols(font: str, text: str) -> str:
    """Return a text in a symbol font with its check boxes as Unicode characters; all others stay."""
    forms = _FONTS[font.lower()]
    return "".join(
        [forms.get(ord(sign) - _PRIVATE.start, sign) if ord(sign) in _PRIVATE else sign for sign in text]
    )
