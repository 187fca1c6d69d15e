"""Suggest the word that a misspelt key or name of a rule file probably stands for.

>>> find_nearest_word("sevrity", ["severity", "title"])
'severity'
"""

from collections.abc import Iterable


def find_nearest_word(word: str, known_words: Iterable[str], cutoff: float = 0) -> str | None:
    """Return the known word most similar to `word`, or None."""
    from difflib import get_close_matches  # only for files with a fault

    # In a word of two characters one may be wrong.
    matches = get_close_matches(
        word, list(known_words), n=1, cutoff=cutoff or (0.6 if len(word) > 3 else 0.5)
    )
    return matches[0] if matches else None
