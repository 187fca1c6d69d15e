"""The text that the extraction reads: the folded text without the pinyin that some pages put between characters.

>>> view = TextView("达(dá)到5%")
>>> view.text, view.original_span(0, 4)
('达到5%', Span(start=0, end=8))
"""

from policytext.model.document import Span
from policytext.model.offset_map import OffsetMap
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.pinyin import BRACKETED, TONES

_MARKED = LazyPattern(f"[{TONES}]")
_PINYIN = LazyPattern(rf"(?<=[^\W\x00-\x7f]){BRACKETED}")
# The same without tones; a few could be units: 公顷(ha).
_PLAIN = LazyPattern(
    r"[(（](?<=[^\W\x00-\x7f].|[)）].)(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?"
    r"(?:[aeo]|[ae]i|[ao]o|ou|[ae]ng?|er|ong|i(?:a[no]?|ang|e|u|ng?|ong)?|u(?:an?|ang|ai|o|i|n|e)?|ve?)[)）]"
)
# 4·3%, as copies of the 1990s have it; 5·12地震 and 3·15 are days.
_RAISED_POINT = LazyPattern(r"(?<=\d)[·・‧](?=\d{1,3}(?:%|‰|个百分点|[万亿倍元吨公千亩人米]))")
# 四百七十六‧六亿元, 五百O七亿元: a point and a zero between Chinese numerals, as newspapers write them.
_HAN = "〇○零一二三四五六七八九十百千"
_HAN_POINT = LazyPattern(
    f"(?<=[{_HAN}])[·・‧.](?=[〇○零一二三四五六七八九]{{1,3}}(?:%|‰|个百分点|[万亿兆倍元成]))"
)
_LATIN_ZERO = LazyPattern("(?<=[百千一二三四五六七八九])[OＯo](?=[一二三四五六七八九])")
_STRAIGHT = LazyPattern('[^\n"]*"[^\n]*')
_FEWEST = 8  # syllables without tones that make it pinyin


class TextView:
    """A text without pinyin, and the offsets of its characters in the original.

    Args:
        shadow: The document's folded text.
    """

    def __init__(self, shadow: str) -> None:
        shadow = self.text = _pair_quotes(_read_raised_points(shadow))
        self._offsets = OffsetMap(())
        cuts = []
        if _MARKED.search(shadow):
            cuts = [match.span() for match in _PINYIN.finditer(shadow) if _MARKED.search(match[0])]
        if "(" in shadow or "（" in shadow:
            plain = [match.span() for match in _PLAIN.finditer(shadow)]
            if len({shadow[start:end] for start, end in plain}) >= _FEWEST:
                cuts = sorted({*cuts, *plain})
        if cuts:
            self._offsets = OffsetMap(cuts)
            self.text = self._offsets.cut(shadow)
        #: Whether nothing was removed, so that offsets are those of the original.
        self.is_whole = self._offsets.is_empty

    def original_offset(self, offset: int) -> int:
        """Return the offset in the original of the character at `offset`."""
        return offset if self.is_whole else self._offsets.original_offset(offset)

    def shortened_offset(self, offset: int) -> int:
        """Return the offset in `text` of a character of the original."""
        return offset if self.is_whole else self._offsets.shortened_offset(offset)

    def shortened_span(self, span: Span) -> Span:
        """Return the span in `text` of a span of the original."""
        return span if self.is_whole else Span(*map(self._offsets.shortened_offset, span))

    def original_span(self, start: int, end: int) -> Span:
        """Return the span in the original of the characters from `start` to `end`."""
        return Span(start, end) if self.is_whole else Span(*self._offsets.original_span(start, end))


def _read_raised_points(text: str) -> str:
    """Return a text with a point in the middle of a line's height as a decimal point, where a unit follows.

    >>> _read_raised_points("增长4·3%,自5·12地震以来")
    '增长4.3%,自5·12地震以来'
    >>> _read_raised_points("盈余四百七十六‧六亿元,五百O七亿元")
    '盈余四百七十六点六亿元,五百〇七亿元'
    """
    if "·" in text or "・" in text or "‧" in text:
        text = _RAISED_POINT.sub(".", text)
    return _LATIN_ZERO.sub("〇", _HAN_POINT.sub("点", text))


def _pair_quotes(text: str) -> str:
    """Return a text with the straight quotation marks of a line in pairs, where they are in pairs, at the same length."""
    if '"' not in text:
        return text
    return _STRAIGHT.sub(lambda line: line[0] if line[0].count('"') % 2 else _pair_line(line[0]), text)


def _pair_line(line: str) -> str:
    first, *others = line.split('"')
    return first + "".join(f"{'“' if place % 2 == 0 else '”'}{part}" for place, part in enumerate(others))
