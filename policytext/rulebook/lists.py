"""The word lists of the analysers: the name, shape and purpose of each.

A list may be written in groups whose names only explain it: ``{reaching: [达到], bounding: [不低于]}``. An optional table,
named after the list with ``-unless``, gives for a word the longer words in which it does not count.

>>> flatten_groups("after-name", {"reaching": ["达到"], "bounding": ["不低于"]})
['达到', '不低于']
"""

from collections.abc import Iterable
from typing import Any

from policytext.rulebook.alternatives import EXCEPTIONS_SUFFIX
from policytext.rulebook.list_purposes import LISTS_OF_WORDS, TABLES
from policytext.rulebook.schema import Either, Field, ListOf, MapOf, Record, Text

_WORD = Text()
_WORDS = Either((ListOf(_WORD), MapOf(_WORD, ListOf(_WORD, or_one=True))))
_TABLE = MapOf(_WORD, Text(may_be_empty=True))
_LONGER = MapOf(_WORD, ListOf(_WORD, or_one=True))

#: Tables whose keys are no words of texts, so that no example can hold them.
WITHOUT_WORDS = frozenset(("status-evidence", "wording-figures"))


def _fields() -> Iterable[Field]:
    for name, about in LISTS_OF_WORDS.items():
        bare = name.rstrip("*")
        yield Field(bare, _WORDS, about=about)
        if bare != name:
            yield Field(
                bare + EXCEPTIONS_SUFFIX,
                _LONGER,
                about=f"Longer words in which a word of `{bare}` does not count.",
            )
    for name, about in TABLES.items():
        yield Field(name, _TABLE, about=about)
    yield Field("unit-guards", _LONGER, about="Text that must not follow a unit: 个 of 个体.")


LISTS = Record(
    "lists",
    tuple(_fields()),
    "Word lists and tables for the analysers.",
    others=Either((ListOf(_WORD), MapOf(_WORD, Either((Text(may_be_empty=True), ListOf(_WORD)))))),
)
_NAMES = frozenset(field.name for field in LISTS.fields)
#: The lists that the target extraction reads.
TARGET_LISTS = _NAMES - {"words", "stop-words", "ordinary-words"}
_WORD_LISTS = frozenset(name.rstrip("*") for name in LISTS_OF_WORDS)


def is_known_list(name: str) -> bool:
    """Return whether an analyser reads the list of this name."""
    return name in _NAMES


def flatten_groups(name: str, value: Any) -> Any:
    """Return a list of words without its groups; any other value unchanged."""
    if name in _WORD_LISTS and isinstance(value, dict):
        return list(dict.fromkeys(word for words in value.values() for word in words))
    return value
