"""rjieba, where it is installed: the same words fourteen times as quickly, once its dictionary is loaded.

>>> from policytext.tokenizer.dictionary import load_dictionary
>>> found = load_engine(load_dictionary(("一网通办",)))
>>> found is None or found("推进一网通办") == ["推进", "一网通办"]
True
"""

from collections.abc import Callable
from functools import lru_cache

from policytext.tokenizer.lexicon import Dictionary


@lru_cache(maxsize=4)
def load_engine(lexicon: Dictionary) -> Callable[[str], list[str]] | None:
    """Return a function that cuts texts with rjieba, or None if it is not installed."""
    try:
        from rjieba import Jieba
    except ImportError:
        return None
    # An instance of its own: the module's default one is shared in the process.
    found = Jieba()
    for word, frequency in lexicon.added:
        found.add_word(word, frequency, "")

    def cut(text: str) -> list[str]:
        pieces: list[str] = found.cut(text, hmm=False)
        return pieces

    return cut
