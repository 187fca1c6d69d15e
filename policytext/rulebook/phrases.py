"""The phrase language: literal text, `…` for a gap, `{a|b}` for alternatives, `{name:type}` for captures.

`甲 | 乙`, with a blank on both sides of the bar, are variants of one phrase: the same as `{甲|乙}`.

>>> parse_phrase("托育 | 托嬰", {}) == parse_phrase("{托育|托嬰}", {})
True
>>> phrase = parse_phrase("由有关部门{办:负责|牵头}", {})
>>> phrase.width, phrase.names
(7, ('办',))
"""

import re
from collections.abc import Mapping, Sequence
from math import prod
from typing import NamedTuple

from policytext.errors import RuleError
from policytext.rulebook.captures import ALIASES, TYPES, list_type_names
from policytext.rulebook.suggestions import find_nearest_word
from policytext.text.lazy_patterns import LazyPattern

GAP = 40
_DEEPEST = 4
# The most ways to part a text between the captures of a phrase that take anything: three phrases, a body and a text.
_MOST_WAYS = 30_000
_OPEN = ("phrase", "body", "text")
_BAR = LazyPattern("[{}]| [|｜](?= )")
_NAMED = LazyPattern(r"([^\W\d]\w{0,19})([:：])(.+)", re.DOTALL)


class Gap(NamedTuple):
    """Any text of up to `GAP` characters inside a sentence."""


class Choice(NamedTuple):
    """One of several sequences, captured as `name` unless that is empty."""

    name: str
    branches: "tuple[tuple[Part, ...], ...]"


class Capture(NamedTuple):
    """Text of a type, captured as `name`."""

    name: str
    kind: str


Part = str | Gap | Choice | Capture


class Phrase(NamedTuple):
    """A parsed phrase: its parts, its greatest length, and the names of its captures."""

    parts: tuple[Part, ...]
    width: int
    names: tuple[str, ...]


Slots = Mapping[str, Sequence[str]]


def parse_phrase(text: str, slots: Slots, *, star: bool = False) -> Phrase:
    """Parse a phrase of a rule file.

    Args:
        text: the phrase.
        slots: the word classes of the pack.
        star: whether ``*`` is a gap too (in `unless:`).

    Raises:
        RuleError: an open brace, an unknown type, or a gap at either end; without a line.
    """
    variants = [_parse_variant(variant, text, slots, star) for variant in _split_variants(text)]
    parts = variants[0] if len(variants) == 1 else (Choice("", tuple(variants)),)
    names = tuple(_collect_names(parts))
    for name in names:
        if names.count(name) > 1:
            raise RuleError("rule-phrase-name-twice", name=name)
    open_widths = [TYPES[kind].width for _, kind in list_capture_types(parts) if kind in _OPEN]
    if prod(open_widths) > _MOST_WAYS:
        raise RuleError("rule-phrase-open", value=text, types=", ".join(_OPEN))
    return Phrase(parts, count_characters(parts), names)


def _parse_variant(variant: str, text: str, slots: Slots, star: bool) -> tuple[Part, ...]:
    """Parse one of the variants of the phrase `text`."""
    parts = _parse_parts(variant, slots, star, 0)
    if not parts:
        raise RuleError("rule-phrase-empty")
    if isinstance(parts[0], Gap) or isinstance(parts[-1], Gap):
        raise RuleError("rule-phrase-gap", value=text)
    return parts


def _split_variants(text: str) -> list[str]:
    """Split a phrase into its variants at each bar between blanks, outside braces."""
    variants: list[str] = []
    start = depth = 0
    for found in _BAR.finditer(text):
        if found[0] in "{}":
            depth += 1 if found[0] == "{" else -1
        elif depth == 0:
            variants.append(text[start : found.start()].strip())
            start = found.end()
    return [*variants, text[start:].strip()] if variants else [text]


def _parse_parts(text: str, slots: Slots, star: bool, depth: int) -> tuple[Part, ...]:
    parts: list[Part] = []
    for piece in _split_groups(text, star):
        if piece[0] == "{" and len(piece) > 1:
            parts.append(_parse_group(piece[1:-1], slots, star, depth + 1))
        elif piece[0] in "…*" and (star or piece[0] == "…"):
            parts.append(Gap())
        else:
            parts.append(piece)
    return tuple(parts)


def _split_groups(text: str, star: bool) -> list[str]:
    """Split the text into literals, gap marks and whole {…} groups."""
    pieces: list[str] = []
    start = depth = 0
    gap = "…*" if star else "…"
    for position, character in enumerate(text):
        if character == "{":
            if depth == 0 and start < position:
                pieces.append(text[start:position])
            start = position if depth == 0 else start
            depth += 1
        elif character == "}":
            depth -= 1
            if depth < 0:
                raise RuleError("rule-phrase-brace", value=text)
            if depth == 0:
                pieces.append(text[start : position + 1])
                start = position + 1
        elif depth == 0 and character in gap:
            # A run of marks is one gap: input methods type ……
            if start < position:
                pieces.append(text[start:position])
            if not (pieces and pieces[-1] in gap and position == start):
                pieces.append(character)
            start = position + 1
    if depth:
        raise RuleError("rule-phrase-brace", value=text)
    return [*pieces, text[start:]] if start < len(text) else pieces


def _parse_group(inside: str, slots: Slots, star: bool, depth: int) -> Part:
    if depth > _DEEPEST:
        raise RuleError("rule-phrase-deep", deepest=_DEEPEST)
    name, body = "", inside
    if named := _NAMED.fullmatch(inside):
        kind = ALIASES.get(named[3], named[3])
        if kind in TYPES:
            return Capture(named[1], kind)
        if kind in slots:
            return Choice(named[1], tuple(_parse_parts(word, slots, star, depth) for word in slots[kind]))
        if named[2] == ":" and "|" not in named[3]:
            raise _make_unknown_type(named[3], slots)
        if named[2] == ":":
            name, body = named[1], named[3]
    elif inside in slots:
        return Choice("", tuple(_parse_parts(word, slots, star, depth) for word in slots[inside]))
    branches = _split_alternatives(body)
    if len(branches) < 2:
        raise _make_unknown_slot(body, slots)
    return Choice(name, tuple(_parse_parts(branch, slots, star, depth) for branch in branches))


def _split_alternatives(text: str) -> list[str]:
    """Split a group into its alternatives at ``|`` or ｜ outside inner braces."""
    branches, depth = [""], 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if character in "|｜" and depth == 0:
            branches.append("")
        else:
            branches[-1] += character
    return branches


def _make_unknown_type(kind: str, slots: Slots) -> RuleError:
    known_types = [*TYPES, *ALIASES, *slots]
    if guess := find_nearest_word(kind, known_types):
        return RuleError("rule-phrase-type-near", value=kind, guess=guess)
    return RuleError("rule-phrase-type", value=kind, known=", ".join([*list_type_names(), *slots]))


def _make_unknown_slot(name: str, slots: Slots) -> RuleError:
    if guess := find_nearest_word(name, slots):
        return RuleError("rule-phrase-slot-near", value=name, guess=guess)
    return RuleError("rule-phrase-slot", value=name)


def list_capture_types(parts: Sequence[Part]) -> list[tuple[str, str]]:
    """Return the name and the type of each capture, the type empty for one of several words."""
    found: list[tuple[str, str]] = []
    for part in parts:
        if isinstance(part, Capture):
            found.append((part.name, part.kind))
        elif isinstance(part, Choice):
            if part.name:
                found.append((part.name, ""))
            for branch in part.branches:
                found += list_capture_types(branch)
    return found


def _collect_names(parts: Sequence[Part]) -> list[str]:
    names: list[str] = []
    for part in parts:
        if isinstance(part, (Capture, Choice)) and part.name:
            names.append(part.name)
        if isinstance(part, Choice):
            for branch in part.branches:
                names.extend(_collect_names(branch))
    return names


def count_characters(parts: Sequence[Part]) -> int:
    """Return the greatest length of the parts."""
    total = 0
    for part in parts:
        if isinstance(part, str):
            total += len(part)
        elif isinstance(part, Gap):
            total += GAP
        elif isinstance(part, Capture):
            total += TYPES[part.kind].width
        else:
            total += max(count_characters(branch) for branch in part.branches)
    return total
