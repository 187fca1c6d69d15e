"""Names that 分别 distributes over figures: 城镇和农村居民收入分别增长4.3%、5.5%.

>>> split_names("城镇和农村居民收入", 2), split_names("教育和文化支出、卫生支出", 2)
(['城镇居民收入', '农村居民收入'], ['教育和文化支出', '卫生支出'])
>>> split_names("公路、水路货运量", 3)
[]
"""

from policytext.text.lazy_patterns import compile_pattern

_SHORT = 4  # characters of a word that shares its ending with another one
_AND = compile_pattern("[、和及与]|以及")
_COMMA = compile_pattern("、")
_WORD_AND = compile_pattern("和|与|及(?!其)|以及")


def split_names(phrase: str, number: int) -> list[str]:
    """Return the names of a phrase that lists as many as there are figures; an empty list if it does not."""
    for names in (_AND.split(phrase), _COMMA.split(phrase), _WORD_AND.split(phrase), _split_last(phrase)):
        if len(names) == number and all(names):
            return _share_ending(names)
    return []


def _split_last(phrase: str) -> list[str]:
    """Return the parts between 、, the last one cut in two at its first 和."""
    *first, last = _COMMA.split(phrase)
    return [*first, *_WORD_AND.split(last, 1)]


def _share_ending(names: list[str]) -> list[str]:
    """Return the names with the ending of the last one that belongs to each: 公路、水路货运量."""
    last = names[-1]
    shared = []
    for name in names:
        rest = last[len(name) :]
        alike = len(last) > len(name) and last[len(name) - 1] == name[-1]
        shared.append(name + rest if rest and (alike or (len(rest) > 2 and len(name) < _SHORT)) else name)
    return shared
