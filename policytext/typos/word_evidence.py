"""A second opinion on the suspects of the language model: whether the suggestion forms words with its neighbours.

The language model has seen neither the terms of Taiwan (連絡, 罹患) nor those of the year; a table of words has many of
them. A suggestion that makes the words around more probable is more credible, one that does not is less.
"""

from math import exp, log

from policytext.tokenizer.word_table import Script
from policytext.tokenizer.written_words import compute_gain

# The log-odds for each unit of gain, and the gain that changes nothing: typos of typists gain 9 on average. Chosen on
# false alarms and on pairs of typists that the trees were not fitted on.
_WEIGHT, _NEUTRAL = 0.2, 8.0
_LEAST_GAIN, _MOST_GAIN = -5.0, 12.0
#: The most that words add to the log-odds of a suspect.
MOST_ODDS = _WEIGHT * (_MOST_GAIN - _NEUTRAL)


def weigh_words(text: str, start: int, end: int, new: str, probability: float, script: Script) -> float:
    """Return the probability that a suggestion is right, given the words around.

    Args:
        text: the text; the folded one if it is Simplified.
        start, end: the place.
        new: the suggestion, in Simplified characters.
        probability: what the language model says.
        script: the script of the text.
    """
    if script == "hant":
        from policytext.text.script import to_traditional

        new = to_traditional(new)
    gain = compute_gain(text, start, end, new, script)
    odds = log(probability / (1 - probability)) + _WEIGHT * (
        min(max(gain, _LEAST_GAIN), _MOST_GAIN) - _NEUTRAL
    )
    return 1 / (1 + exp(-odds))
