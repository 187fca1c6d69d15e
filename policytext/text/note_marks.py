"""Marks of notes in running text, as statistical communiqués have them: 地区生产总值[2]达到2313亿元.

>>> find_note_marks("生产总值（GDP）[2]2313亿元，增长4.8%[3]。[4]其中工业占30%")
[(9, 12), (25, 28), (29, 32)]
>>> find_note_marks("累计降低[18]%。\\n[1] 按现价计算。")
[]
"""

from policytext.text.hanzi import HAN
from policytext.text.lazy_patterns import LazyPattern

#: Not at a line's start, where the note itself stands, nor a sum over several years, which plans write in brackets.
_MARK = LazyPattern(
    rf"[\[［](?<=[{HAN}）)”》。；%％].)(?<!累[计計].)(?<!下降.)(?<!降低.)(?<!减少.)(?<!減少.)(?<!提高.)(?<!增[长長加].)"
    r"\d{1,2}[\]］](?![%％个個万萬亿億]|[\[［])"
)


def find_note_marks(text: str) -> list[tuple[int, int]]:
    """Find the marks of notes behind words, as spans.

    Args:
        text: the text.
    """
    return [mark.span() for mark in _MARK.finditer(text)]
