"""Word lists as the alternatives of a regular expression.

>>> build_alternatives({"modals": ("要", "应当", "应"), "modals-unless": {"要": ("重要", "主要", "要求")}})
{'modals': '应当|应|要(?<![主重]要)(?!求)'}
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

#: The end of the name of a table of exceptions.
EXCEPTIONS_SUFFIX = "-unless"
#: Matches nothing: the pattern of an empty list.
NEVER = "(?!)"


def build_alternatives(lists: Mapping[str, Any]) -> dict[str, str]:
    """Return each list as alternatives of a regular expression: its words, or the keys of a table, longest first."""
    return {
        name: _join_words(words, lists.get(name + EXCEPTIONS_SUFFIX, {}))
        for name, words in lists.items()
        if not name.endswith(EXCEPTIONS_SUFFIX)
    }


def _join_words(words: Iterable[str], longer: Mapping[str, Iterable[str]]) -> str:
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return (
        "|".join(re.escape(word) + _exclude_longer_words(word, longer.get(word, ())) for word in ordered)
        or NEVER
    )


def _exclude_longer_words(word: str, longer: Iterable[str]) -> str:
    """Return the assertions that a word is not part of one of the longer words."""
    prefixes: dict[int, set[str]] = {}
    suffixes: dict[int, set[str]] = {}
    for longer_word in longer:
        prefix, _, suffix = longer_word.partition(word)
        if prefix:
            prefixes.setdefault(len(prefix), set()).add(prefix)
        if suffix:
            suffixes.setdefault(len(suffix), set()).add(suffix)
    # A lookbehind has a fixed width, so each width has its own.
    return "".join(
        [f"(?<!{_join_texts(size, texts)}{re.escape(word)})" for size, texts in sorted(prefixes.items())]
        + [f"(?!{_join_texts(size, texts)})" for size, texts in sorted(suffixes.items())]
    )


def _join_texts(size: int, texts: Iterable[str]) -> str:
    ordered = [re.escape(text) for text in sorted(texts)]
    if len(ordered) == 1:
        return ordered[0]
    return f"[{''.join(ordered)}]" if size == 1 else f"(?:{'|'.join(ordered)})"
