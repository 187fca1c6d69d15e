"""Word lists as the alternatives of a regular expression.

>>> build_alternatives({"modals": ("要", "应当", "应"), "modals-unless": {"要": ("重要", "主要", "要求")}})
{'modals': '应(?:当|)|要(?<![主重]要)(?!求)'}
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
        name: join_guarded_words(guard_words(words, lists.get(name + EXCEPTIONS_SUFFIX, {})))
        for name, words in lists.items()
        if not name.endswith(EXCEPTIONS_SUFFIX)
    }


def guard_words(words: Iterable[str], longer: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return the words, each with the expression that excludes the longer words that it is a part of.

    >>> guard_words(("要", "应"), {"要": ("重要", "要求")})
    {'要': '(?<!重要)(?!求)', '应': ''}
    """
    return {word: _exclude_longer_words(word, longer.get(word, ())) for word in words}


def join_guarded_words(guards: Mapping[str, str]) -> str:
    """Return words as alternatives, the longest first, those with the same first character in one group.

    The engine tries every alternative at every place; with groups it tries one for each first character.

    Args:
        guards: The words, each with the expression that must hold after it, or an empty string.

    >>> join_guarded_words({"推进": "", "推动": "(?!力)", "加强": ""})
    '加强|推(?:动(?!力)|进)'
    """
    groups: dict[str, list[str]] = {}
    for word in sorted(guards, key=lambda word: (-len(word), word)):
        groups.setdefault(re.escape(word[:1]), []).append(re.escape(word[1:]) + guards[word])
    joined = [
        first + (rests[0] if len(rests) == 1 else f"(?:{'|'.join(rests)})") for first, rests in groups.items()
    ]
    return "|".join(joined) or NEVER


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
