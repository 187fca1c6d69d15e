r"""Bound the regular expressions of rule files, and refuse those that could take exponential time.

>>> bound_repeats(r"第\d+条.*?规定")
'第\\d{1,40}条.{0,40}?规定'
>>> inspect_regex(r"第\d+条").literals
frozenset({'第'})
>>> inspect_regex(r"(a+)+b")
Traceback (most recent call last):
    ...
policytext.errors.RuleError: a repetition inside a repetition may never finish (remove one of the two)
"""

import re
from collections.abc import Iterator
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from policytext.errors import RuleError
from policytext.text.lazy_patterns import LazyPattern, compile_pattern

# The most repetitions of an open repetition; the same as the length of a gap.
LONGEST_REPEAT = 40
_WIDEST = 1000
# The most attempts at one position: two open repetitions over the same characters, not three.
_MOST_TRIES = 10_000
_REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}
_SAMPLE = "0５aZ_ \t\n一龥国省的，。、（(【[〔）)-.%:：《》“”"
_TOKEN = LazyPattern(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:P?[<=!][\w]*>?|[:=!>|])|\{(\d*),\}|([*+])|.", re.DOTALL
)


class SafeRegex(NamedTuple):
    """A safe regular expression as it will run.

    Every match contains one of `literals`; `peeks` is True if it looks at the text after a match.
    """

    pattern: str
    literals: frozenset[str]
    width: int
    peeks: bool
    names: tuple[str, ...]


def bound_repeats(pattern: str) -> str:
    """Return `pattern` with its open repetitions limited to `LONGEST_REPEAT`."""
    tokens: list[str] = []
    repeated = False
    for token in _TOKEN.finditer(pattern):
        text = token[0]
        if token[2] and not repeated:
            text = f"{{{'0' if token[2] == '*' else '1'},{LONGEST_REPEAT}}}"
        elif token[1] is not None:
            text = f"{{{token[1] or 0},{max(LONGEST_REPEAT, int(token[1] or 0))}}}"
        # "++" and "*+" are possessive: the second sign is no repetition.
        repeated = (bool(token[2]) and not repeated) or token[1] is not None or text in "?}"
        tokens.append(text)
    return "".join(tokens)


def inspect_regex(pattern: str) -> SafeRegex:
    """Check `pattern` and return it ready to run.

    Raises:
        RuleError: the pattern is invalid or cannot be bounded; without a line.
    """
    pattern = bound_repeats(pattern)
    try:
        tree = _parser.parse(pattern, re.MULTILINE)
        compile_pattern(pattern, re.MULTILINE)
    except (re.error, RecursionError, OverflowError) as error:
        raise RuleError("rule-regex", reason=str(error)) from None
    if tree.state.flags & re.VERBOSE:
        raise RuleError("rule-regex-verbose")
    shortest, longest = tree.getwidth()
    if shortest == 0:
        raise RuleError("rule-regex-nothing")
    repeats: list[tuple[int, Any]] = []
    _refuse_unbounded(tree, False, repeats)
    _refuse_retries(repeats)
    if longest > _WIDEST:
        raise RuleError("rule-regex-wide", most=_WIDEST)
    operations = {operation for operation, _ in _walk(tree)}
    peeks = bool(operations & {sre.ASSERT, sre.ASSERT_NOT, sre.AT})
    literals = _find_required_literals(tree)
    # Case-insensitive literals would need separate searches; such rules are rare.
    if re.search(r"\(\?[aiLmsux]*i", pattern) and any(word.lower() != word.upper() for word in literals):
        literals = frozenset()
    return SafeRegex(pattern, literals, int(longest), peeks, tuple(tree.state.groupdict))


def _children(operation: Any, value: Any) -> list[Any]:
    """Return the sequences inside one node of the parse tree."""
    if operation in _REPEATS:
        return [value[2]]
    if operation is sre.SUBPATTERN:
        return [value[3]]
    if operation is sre.ATOMIC_GROUP:
        return [value]
    if operation in (sre.ASSERT, sre.ASSERT_NOT):
        return [value[1]]
    return list(value[1]) if operation is sre.BRANCH else []


def _walk(tree: Any) -> Iterator[tuple[Any, Any]]:
    for operation, value in tree:
        yield operation, value
        for child in _children(operation, value):
            yield from _walk(child)


def _refuse_unbounded(tree: Any, inside: bool, repeats: list[tuple[int, Any]]) -> None:
    """Refuse back references and nested repetitions; add variable repetitions to `repeats`."""
    for operation, value in tree:
        if operation in (sre.GROUPREF, sre.GROUPREF_EXISTS):
            raise RuleError("rule-regex-backreference")
        repeated = inside
        if operation in _REPEATS:
            minimum, maximum, body = value
            if inside and minimum != maximum:
                raise RuleError("rule-regex-nested")
            if maximum != minimum:
                repeats.append((int(maximum) - int(minimum) + 1, body))
            repeated = inside or maximum > 1
        elif operation is sre.BRANCH and inside and not _is_decided_by_first_character(value[1]):
            raise RuleError("rule-regex-branches")
        for child in _children(operation, value):
            _refuse_unbounded(child, repeated, repeats)


def _is_decided_by_first_character(branches: Any) -> bool:
    """Return whether the first character alone decides between the branches."""
    firsts = [branch[0] if len(branch) else (None, None) for branch in branches]
    letters = [value for operation, value in firsts if operation is sre.LITERAL]
    return len(letters) == len(firsts) == len(set(letters))


def _refuse_retries(repeats: list[tuple[int, Any]]) -> None:
    """Refuse variable repetitions over the same characters if the product of their lengths is too large."""
    alphabets = [_sample_characters(body) for _, body in repeats]
    for alphabet in alphabets:
        tries = 1
        for (span, _), other_alphabet in zip(repeats, alphabets, strict=True):
            if alphabet & other_alphabet:
                tries *= span
        if tries > _MOST_TRIES:
            raise RuleError("rule-regex-retries")


def _sample_characters(body: Any) -> frozenset[str]:
    """Return the characters of a sample that the body of a repetition can match."""
    letters = {chr(value) for operation, value in _walk(body) if operation is sre.LITERAL}
    characters = set(letters)
    for operation, value in _walk(body):
        if operation in (sre.ANY, sre.NOT_LITERAL):
            characters.update(_SAMPLE)
        elif operation is sre.IN:
            characters.update(character for character in _SAMPLE if _contains(value, character))
            characters.update(chr(item) for kind, item in value if kind is sre.LITERAL)
    return frozenset(characters)


def _contains(items: Any, character: str) -> bool:
    """Return whether a character class contains `character`."""
    negated, inside, code = False, False, ord(character)
    for kind, value in items:
        if kind is sre.NEGATE:
            negated = True
        elif kind is sre.LITERAL:
            inside |= value == code
        elif kind is sre.RANGE:
            inside |= value[0] <= code <= value[1]
        elif kind is sre.CATEGORY:
            inside |= _in_category(value, character)
    return inside != negated


def _in_category(category: Any, character: str) -> bool:
    name = str(category).lower()
    test = character.isdigit()
    if "word" in name:
        test = character.isalnum() or character == "_"
    elif "space" in name:
        test = character.isspace()
    return test != ("not" in name)


def _find_required_literals(tree: Any) -> frozenset[str]:
    """Return literals of which every match contains at least one; see `phrase_expansion`."""
    best: frozenset[str] = frozenset()
    run = ""
    for operation, value in [*tree, (None, None)]:
        if operation is sre.LITERAL:
            run += chr(value)
            continue
        literals: frozenset[str] = frozenset()
        if operation in _REPEATS and value[0] > 0:
            literals = _find_required_literals(value[2])
        elif operation in (sre.SUBPATTERN, sre.ATOMIC_GROUP):
            literals = _find_required_literals(_children(operation, value)[0])
        elif operation is sre.BRANCH:
            sets = [_find_required_literals(branch) for branch in value[1]]
            literals = frozenset().union(*sets) if all(sets) else frozenset()
        elif operation is sre.IN and len(value) <= 8 and all(kind is sre.LITERAL for kind, _ in value):
            literals = frozenset(chr(item) for _, item in value)
        best = max(best, frozenset([run]) if run else frozenset(), literals, key=_selectivity)
        run = ""
    return best


def _selectivity(words: frozenset[str]) -> tuple[int, int]:
    return (min(4, min(map(len, words))), -len(words)) if words else (0, 0)
