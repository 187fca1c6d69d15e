"""Whether words of a text end inside a place, so that what seems to stand there does not: 校長|徵得 holds no 長徵.

>>> text = "校长征得家长同意"
>>> crossing(text, 1, 3) > 0 > crossing("重走长征路", 2, 4)
True
"""

from policytext.tokenizer.best_path import cut_words
from policytext.tokenizer.dictionary import load_dictionary
from policytext.tokenizer.lexicon import Dictionary

_AROUND = 12  # characters looked at on either side


def crossing(text: str, start: int, end: int) -> float:
    """How much likelier the words around are if one of them ends inside a place, as a logarithm.

    Args:
        text: the folded text.
        start, end: the place.
    """
    words = load_dictionary()
    low, high = start, end
    while low > max(0, start - _AROUND) and text[low - 1].isalpha():
        low -= 1
    while high < min(len(text), end + _AROUND) and text[high].isalpha():
        high += 1
    # The words that hold the place whole, and those that meet at one of its inner edges.
    whole = max(
        _score(text[low:first], words) + _weight(text[first:last], words) + _score(text[last:high], words)
        for first in range(max(low, start - 2), start + 1)
        for last in range(end, min(high, end + 2) + 1)
    )
    parted = max(
        _score(text[low:edge], words) + _score(text[edge:high], words) for edge in range(start + 1, end)
    )
    return parted - whole


def _score(text: str, words: Dictionary) -> float:
    return sum(_weight(word, words) for word in cut_words(text, words)) if text else 0.0


def _weight(word: str, words: Dictionary) -> float:
    """The logarithm of a word's share of all words; of a string that is no word, as one unknown character a sign."""
    if len(word) == 1:
        return words.singles.get(word, words.unknown)
    found = words.buckets.get(word[:2])
    if found is None:
        found = words.bucket(word[:2])
    weight = found.get(word[2:])
    return len(word) * words.unknown if weight is None else weight


def is_word(word: str) -> bool:
    """Whether the dictionary holds a word of two characters or more.

    >>> is_word("系统"), is_word("系统统")
    (True, False)
    """
    return load_dictionary().bucket(word[:2]).get(word[2:]) is not None
