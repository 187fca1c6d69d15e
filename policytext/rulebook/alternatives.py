"""Word lists as the alternatives of a regular expression.

>>> alternatives({"modals": ("要", "应当", "应"), "modals-unless": {"要": ("重要", "主要", "要求")}})
{'modals': '应当|应|要(?<![主重]要)(?!求)'}
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

#: What the name of a list's table of exceptions ends in.
EXCEPTIONS_SUFFIX = "-unless"
#: Matches nowhere: what an empty list stands for.
NEVER = "(?!)"


def alternatives(lists: Mapping[str, Any]) -> dict[str, str]:
    """Each list as alternatives of a regular expression: words, or the keys of a table, the longest first."""
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
    """Behind a word: that it does not stand inside one of the longer ones."""
    before: dict[int, set[str]] = {}
    behind: dict[int, set[str]] = {}
    for one in longer:
        first, _, last = one.partition(word)
        if first:
            before.setdefault(len(first), set()).add(first)
        if last:
            behind.setdefault(len(last), set()).add(last)
    # A lookbehind has one width, so there is one for each.
    return "".join(
        [f"(?<!{_join_texts(size, found)}{re.escape(word)})" for size, found in sorted(before.items())]
        + [f"(?!{_join_texts(size, found)})" for size, found in sorted(behind.items())]
    )


def _join_texts(size: int, texts: Iterable[str]) -> str:
    ordered = [re.escape(text) for text in sorted(texts)]
    if len(ordered) == 1:
        return ordered[0]
    return f"[{''.join(ordered)}]" if size == 1 else f"(?:{'|'.join(ordered)})"
