"""The condition `at: word`: the characters around a hit form no other words with its own.

>>> from policytext.model.document import Span
>>> hit, pattern = Hit("typo/x", Span(1, 3), "末能", "未能"), Pattern("末能", 1, ("末能",))
>>> is_at_word(hit, pattern, "年末能源供应", "年末能源供应", False)
False
"""

from policytext.rulebook.rule_types import Hit, Pattern

_AROUND = 6  # characters in which Traditional text shows


def is_at_word(hit: Hit, pattern: Pattern, text: str, shadow: str, regional: bool) -> bool:
    """Return whether a hit is more likely a mistake than a part of other words.

    Args:
        hit: the hit.
        pattern: its pattern.
        text, shadow: the text and its folded form.
        regional: whether the text follows the standards of Taiwan or Hong Kong.
    """
    from policytext.text.script import to_simplified, to_traditional
    from policytext.tokenizer.written_words import is_typo_likely

    start, end = hit.span
    if pattern.checks:  # the characters count as written, and so does the fix
        around = text[max(start - _AROUND, 0) : end + _AROUND]
        traditional = to_simplified(around) != around
        return is_typo_likely(text, start, end, hit.fix, "hant" if traditional else "hans", regional)
    if pattern.exact or not _is_traditional(text, shadow, start, end):
        return is_typo_likely(shadow, start, end, hit.fix, "hans", regional)
    right = None if hit.fix is None else to_traditional(hit.fix)
    return is_typo_likely(text, start, end, right, "hant", regional)


def _is_traditional(text: str, shadow: str, start: int, end: int) -> bool:
    """Return whether a character around [start, end) was folded to Simplified."""
    around = slice(max(start - _AROUND, 0), end + _AROUND)
    return any(
        written != folded and "\u4e00" <= written <= "\u9fff"
        for written, folded in zip(text[around], shadow[around], strict=True)
    )
