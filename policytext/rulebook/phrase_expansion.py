"""Expand a phrase: all its literals, the literals of every match, and its regular expression.

>>> from policytext.rulebook.phrases import parse_phrase
>>> expand_literals(parse_phrase("{县|乡}级政府", {}))
['县级政府', '乡级政府']
>>> sorted(find_required_literals(parse_phrase("由有关部门{办:负责|牵头}", {}).parts))
['由有关部门']
"""

import re
from collections.abc import Callable, Sequence

from policytext.rulebook.blocks import SENTENCE_ENDS
from policytext.rulebook.captures import TYPES
from policytext.rulebook.phrases import GAP, Capture, Choice, Gap, Part, Phrase, count_characters

GAP_REGEX = f"[^{SENTENCE_ENDS}]{{0,{GAP}}}?"
# With more alternatives a phrase becomes a regular expression.
_MOST_LITERALS = 64


def expand_literals(phrase: Phrase) -> list[str] | None:
    """Return all texts of a phrase, or None if there are too many or the phrase has captures."""
    if phrase.names:
        return None
    texts = _expand(phrase.parts)
    return list(dict.fromkeys(texts)) if texts and all(texts) else None


def _expand(parts: Sequence[Part]) -> list[str] | None:
    texts = [""]
    for part in parts:
        if isinstance(part, str):
            texts = [text + part for text in texts]
            continue
        if not isinstance(part, Choice):
            return None
        endings: list[str] = []
        for branch in part.branches:
            branch_texts = _expand(branch)
            if branch_texts is None:
                return None
            endings.extend(branch_texts)
        if len(texts) * len(endings) > _MOST_LITERALS:
            return None
        texts = [text + ending for text in texts for ending in endings]
    return texts


def find_required_literals(parts: Sequence[Part]) -> frozenset[str]:
    """Return the most selective literals of which every match contains at least one, or none."""
    best: frozenset[str] = frozenset()
    for part in parts:
        literals = frozenset([part]) if isinstance(part, str) else frozenset()
        if isinstance(part, Choice):
            sets = [find_required_literals(branch) for branch in part.branches]
            literals = frozenset().union(*sets) if all(sets) else frozenset()
        if literals and _selectivity(literals) > _selectivity(best):
            best = literals
    return best


def _selectivity(words: frozenset[str]) -> tuple[int, int]:
    """Return a sort key for sets of literals: long literals first, then few."""
    return (min(4, min(map(len, words))), -len(words)) if words else (0, 0)


def make_regex(phrase: Phrase, fold: Callable[[str], str]) -> str:
    """Return the phrase as a regular expression over folded text; linear, because each gap is atomic."""
    return _make_regex(phrase.parts, fold, True)


def _make_regex(parts: Sequence[Part], fold: Callable[[str], str], at_end: bool) -> str:
    pattern, gaps = "", 0
    for number, part in enumerate(parts):
        ends = at_end and number == len(parts) - 1
        if isinstance(part, str):
            pattern += re.escape(fold(part))
        elif isinstance(part, Gap):
            # The text after a gap matches at its first position, without backtracking.
            pattern += f"(?>{GAP_REGEX}"
            gaps += 1
        elif isinstance(part, Capture):
            kind = TYPES[part.kind]
            before_gap = number + 1 < len(parts) and isinstance(parts[number + 1], Gap)
            regex = kind.last if ends else kind.before_gap if before_gap else kind.regex
            pattern += f"(?P<{part.name}>{regex})"
        else:
            inner = "|".join(_make_regex(branch, fold, ends) for branch in _longest_first(part.branches))
            pattern += f"(?P<{part.name}>{inner})" if part.name else f"(?:{inner})"
    return pattern + ")" * gaps


def _longest_first(branches: Sequence[tuple[Part, ...]]) -> list[tuple[Part, ...]]:
    return sorted(branches, key=count_characters, reverse=True)
