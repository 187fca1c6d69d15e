"""Hint at valid text of a rule file that looks like a mistake of typing.

>>> word, hints = LocatedString("养老服务，托育服务"), []
>>> word.line, word.plain = 3, True
>>> add_comma_hints([word], hints)
>>> [hint.line for hint in hints]
[3]
"""

from collections.abc import Iterable

from policytext.errors import RuleError
from policytext.rulebook import patterns
from policytext.rulebook.schema import LocatedString
from policytext.text.lazy_patterns import LazyPattern

# Between two parts of a phrase; alone it may be what a rule looks for.
_ELLIPSIS = LazyPattern(r"(?<=[^.。⋯])(\.{2,6}|。{2,6}|⋯{1,2})(?=[^.。⋯])")


def add_comma_hints(words: Iterable[LocatedString], hints: list[RuleError]) -> None:
    """Add a hint for each full-width comma in a list: YAML reads [养老服务，托育服务] as one word."""
    for word in words:
        if word.plain and ("，" in word or "、" in word) and not patterns.is_regex(word):
            hints.append(RuleError("rule-fullwidth-comma", line=word.line, value=str(word)))


def add_ellipsis_hints(words: Iterable[LocatedString], hints: list[RuleError]) -> None:
    """Add a hint for each phrase with dots where a gap is probably meant.

    >>> word, hints = LocatedString("负责...落实"), []
    >>> word.line = 2
    >>> add_ellipsis_hints([word], hints)
    >>> print(hints[0].render("en"))
    :2: "..." in "负责...落实" is read as it is, not as "…" (write "…" for text in between)
    """
    for word in words:
        if (dots := _ELLIPSIS.search(word)) and not patterns.is_regex(word):
            hints.append(RuleError("rule-ellipsis", line=word.line, value=str(word), mark=dots[1]))
