"""Words that cross the edge of a term, which then does not occur there: 校長|徵得 does not contain 長徵.

>>> text = "校长征得家长同意"
>>> compute_crossing_odds(text, 1, 3) > 0 > compute_crossing_odds("重走长征路", 2, 4)
True
"""

from policytext.tokenizer.best_path import cut_words
from policytext.tokenizer.dictionary import load_dictionary
from policytext.tokenizer.lexicon import Dictionary

_AROUND = 12  # characters of context on either side


def compute_crossing_odds(text: str, start: int, end: int) -> float:
    """Compute the log-odds that a word ends inside a span, against no word ending there.

    Args:
        text: The folded text.
        start, end: The span.
    """
    words = load_dictionary()
    low, high = start, end
    while low > max(0, start - _AROUND) and text[low - 1].isalpha():
        low -= 1
    while high < min(len(text), end + _AROUND) and text[high].isalpha():
        high += 1
    # The best cut with a word that covers the span, and the best one with an edge inside it.
    covering = max(
        _sum_log_probabilities(text[low:first], words)
        + _get_log_probability(text[first:last], words)
        + _sum_log_probabilities(text[last:high], words)
        for first in range(max(low, start - 2), start + 1)
        for last in range(end, min(high, end + 2) + 1)
    )
    split = max(
        _sum_log_probabilities(text[low:edge], words) + _sum_log_probabilities(text[edge:high], words)
        for edge in range(start + 1, end)
    )
    return split - covering


def _sum_log_probabilities(text: str, words: Dictionary) -> float:
    return sum(_get_log_probability(word, words) for word in cut_words(text, words)) if text else 0.0


def _get_log_probability(word: str, words: Dictionary) -> float:
    """Return a word's log-probability; a string that is no word counts as unknown characters."""
    if len(word) == 1:
        return words.singles.get(word, words.unknown)
    bucket = words.buckets.get(word[:2])
    if bucket is None:
        bucket = words.open_bucket(word[:2])
    weight = bucket.get(word[2:])
    return len(word) * words.unknown if weight is None else weight


def is_dictionary_word(word: str) -> bool:
    """Return whether the dictionary has a word of two characters or more.

    >>> is_dictionary_word("系统"), is_dictionary_word("系统统")
    (True, False)
    """
    return load_dictionary().open_bucket(word[:2]).get(word[2:]) is not None
