"""Whether the words of a text explain a place better than a typo does: 年末|能源 is no misspelt 未能.

A hit of a rule is one explanation of its place: a writer meant the right form. The words around are the other one. The
more probable cut into words decides, by a table of words with their probabilities that `training.words` builds for
mainland and for Traditional texts. The right form makes a hit more probable where it forms words with its neighbours.

>>> text = "年末能源供应未来平稳，工程末能完工。"
>>> [is_typo_likely(text, start, start + 2, "未能", "hans") for start in (1, 13)]
[False, True]
"""

from functools import lru_cache

from policytext.text.lazy_patterns import LazyPattern
from policytext.tokenizer.word_table import Script, load_table

_AROUND = 6  # characters of context on either side
_HAN = LazyPattern("[\u4e00-\u9fff]*")
# A right form that the table lacks is at least so probable: a rule names it.
_LEAST_RIGHT = -13.8
# The log-probability that a writer makes a typo, for short words and for phrases. In the texts of a region that writes
# these forms in its own words, typos of a conversion are rarer.
_TYPO, _LONG_TYPO, _REGIONAL_TYPO = -3.0, -0.5, -5.0
_LONG = 4


def _find_context(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the Chinese characters around [start, end)."""
    low = start
    while low > max(0, start - _AROUND) and "\u4e00" <= text[low - 1] <= "\u9fff":
        low -= 1
    match = _HAN.match(text, end, end + _AROUND)
    return low, match.end() if match else end


def is_typo_likely(
    text: str, start: int, end: int, right: str | None, script: Script, regional: bool = False
) -> bool:
    """Return whether the characters at [start, end) are more likely a typo than parts of other words.

    Args:
        text: the text.
        start, end: the place.
        right: the right form; None if it is unknown.
        script: the script of the words.
        regional: whether the text follows the standards of Taiwan or Hong Kong.
    """
    low, high = _find_context(text, start, end)
    return _decide(text[low:high], start - low, end - low, right, script, regional)


@lru_cache(maxsize=4096)
def _decide(text: str, start: int, end: int, right: str | None, script: Script, regional: bool) -> bool:
    table = load_table(script)
    written = text[start:end]
    known = table.get_score(written)
    if known is not None and regional:
        return False  # the region has the word
    tails = table.score_tails(text, (start, end))
    typo = _REGIONAL_TYPO if regional else _LONG_TYPO if end - start >= _LONG else _TYPO
    meant = typo + max(_score_right(right, script) if right else _LEAST_RIGHT, _LEAST_RIGHT)
    unit = meant if known is None else max(known, meant)
    others = tails[0]
    return table.score_path(text[:start]) + unit + tails[end] >= others


@lru_cache(maxsize=1024)
def _score_right(right: str, script: Script) -> float:
    """Return the log-probability of the words of a right form; rules have few of them."""
    return load_table(script).score_path(right)


def compute_gain(text: str, start: int, end: int, right: str, script: Script) -> float:
    """Return the log of how much more probable the words are with `right` at [start, end).

    >>> compute_gain("县人民政俯工作部门", 4, 5, "府", "hans") > 10
    True
    """
    low, high = _find_context(text, start, end)
    table = load_table(script)
    return table.score_path(text[low:start] + right + text[end:high]) - table.score_path(text[low:high])


def is_inside_word(text: str, offset: int, script: Script) -> bool:
    """Return whether an offset lies inside a word of the best cut.

    >>> is_inside_word("對從業員的培訓", 3, "hant"), is_inside_word("其他臨交辦事項", 3, "hant")
    (True, False)
    """
    low, high = _find_context(text, offset, offset)
    return any(start < offset - low < end for start, end in load_table(script).cut(text[low:high]))


def is_between_words(text: str, offset: int, script: Script) -> bool:
    """Return whether a word of two characters or more ends at an offset, and another one begins there.

    >>> is_between_words("接种狂犬疫苗", 4, "hans"), is_between_words("人民代大会", 3, "hans")
    (True, False)
    """
    low, high = _find_context(text, offset, offset)
    spans = load_table(script).cut(text[low:high])
    return any(end == offset - low and end - start > 1 for start, end in spans) and any(
        start == offset - low and end - start > 1 for start, end in spans
    )
