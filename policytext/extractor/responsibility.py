"""Responsible bodies: the bracket at the end of a sentence, or the line, that names who leads and who supports.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> parse_responsibility("(应急部牵头,气象局、水利部配合)", cues)
Responsibility(lead='应急部', supporting=('气象局', '水利部'))
>>> parse_responsibility("(市教委、市财政局按职责分工负责)", cues)
Responsibility(lead='市教委、市财政局', supporting=())
>>> parse_responsibility("(牵头单位:市教委;责任单位:市财政局,各区政府)", cues)
Responsibility(lead='市教委', supporting=('市财政局', '各区政府'))
>>> parse_responsibility("(市科委、市卫生健康委)", cues)
Responsibility(lead='市科委、市卫生健康委', supporting=())
>>> parse_responsibility("(以下简称《规划》)", cues) is None
True
"""

from typing import NamedTuple

from policytext.extractor.bodies import find_body_ends, is_body, split_bodies
from policytext.extractor.cues import TargetCues
from policytext.text.lazy_patterns import LazyPattern

_PART = LazyPattern("[^,;。:]+")
_INSIDE = LazyPattern(r"[(〔\[【]?([^\n]{2,600}?)[)〕\]】]?$")
_BEFORE_LABEL = LazyPattern(r"[ \t]*[(\[【]?")
_INDENT = 200  # characters before a label
_TRIM = "、: 等和与及由"
_LAST_CHARACTERS = frozenset("局委厅部办院署会府门关位构处心社联区县市省队司所团")
_SHORTEST = 3  # characters of a body without a label

# Templates: a slot in braces is a list in `rules/targets`.
_LABEL = "(?:{leads}|{supports}|{duties})"
_LABELLED = r"(?m)(?:{lead-labels}|{support-labels})[\])】]?:[^\n]{2,300}$"
_LEADING = "{first-leads}"
_GUIDING = "{guiding-leads}$"


class Responsibility(NamedTuple):
    """The leading body, as written, and the supporting ones."""

    lead: str
    supporting: tuple[str, ...]


class ResponsibilityBracket(NamedTuple):
    """A bracket or a line that names who is responsible for what stands before it.

    Args:
        start, end: Its span.
        responsibility: The bodies.
        is_line: Whether it is a line of its own, for the paragraphs above it.
    """

    start: int
    end: int
    responsibility: Responsibility
    is_line: bool = False


class _Part(NamedTuple):
    """One part of a bracket: where its names stand, and their role."""

    start: int
    end: int
    role: str


def find_label_lines(text: str, cues: TargetCues) -> list[tuple[int, int]]:
    """Find the lines that begin with a label: 责任单位：市教育局."""
    found = []
    for match in cues.patterns[_LABELLED].finditer(text):
        start = text.rfind("\n", max(match.start() - _INDENT, 0), match.start()) + 1
        if (start or match.start() <= _INDENT) and _BEFORE_LABEL.fullmatch(text, start, match.start()):
            found.append((start, match.end()))
    return found


def parse_responsibility(bracket: str, cues: TargetCues) -> Responsibility | None:
    """Parse a closing bracket; return None if it names nobody responsible."""
    match = _INSIDE.match(bracket.strip())
    if match is None:
        return None
    words = match[1].partition("。")[0]
    if not cues.patterns[_LABEL].search(words):
        return Responsibility(words, ()) if _lists_bodies(words, cues) else None
    parts = _read_parts(words, cues)
    leads: list[_Part] = []
    for role in ("first", "lead", "guide"):
        leads = leads or [part for part in parts if part.role == role]
    supporting: list[str] = []
    for part in parts:
        if part not in leads:
            supporting += [words[a:b].strip(_TRIM) for a, b in split_bodies(words, part.start, part.end)]
    lead = words[leads[0].start : leads[-1].end] if leads and _is_one_run(leads, parts) else ""
    lead = lead or "、".join(words[part.start : part.end] for part in leads)
    return Responsibility(lead, tuple(name for name in supporting if name)) if lead or supporting else None


def _is_one_run(leads: list[_Part], parts: list[_Part]) -> bool:
    """Return whether nobody else stands between the leading bodies."""
    first, last = parts.index(leads[0]), parts.index(leads[-1])
    return parts[first : last + 1] == leads


def _read_parts(words: str, cues: TargetCues) -> list[_Part]:
    parts: list[_Part] = []
    role, labelled = "", False
    for match in _PART.finditer(words):
        start, end = match.span()
        named = cues.patterns[_LABEL].search(words, start, end)
        is_label = words[end : end + 1] == ":"
        if named:
            if cues.supports.search(words, start, end):
                role = "support"
            elif cues.patterns[_GUIDING].search(words, start, end):
                role = "guide"
            else:
                role = "first" if cues.patterns[_LEADING].search(words, start, end) else "lead"
        if is_label:
            labelled = True
            continue
        spans = _names(words, start, end, cues)
        if spans:
            parts.append(_Part(*spans, role if named or labelled else ""))
        if named and not labelled:  # names before their role: 应急部、气象局牵头
            parts = [part if part.role else part._replace(role=role) for part in parts]
            role = ""
    return [part if part.role else part._replace(role="lead") for part in parts]


def _names(words: str, start: int, end: int, cues: TargetCues) -> tuple[int, int] | None:
    """Return the span of the names of a part, without the words for their role."""
    cut = cues.roles.search(words, start, end)
    while cut and cut.start() == start and cut.end() < end:
        start = cut.end()
        cut = cues.roles.search(words, start, end)
    end = cut.start() if cut else end
    while start < end and words[start] in _TRIM:
        start += 1
    while end > start and words[end - 1] in _TRIM:
        end -= 1
    return (start, end) if end - start > 1 else None


def _lists_bodies(words: str, cues: TargetCues) -> bool:
    """Return whether a bracket without a label lists bodies and nothing else."""
    if words[-1] not in _LAST_CHARACTERS:
        return False
    ends = set(find_body_ends(words, cues))
    names = split_bodies(words, 0, len(words))
    return bool(names) and all(
        end - start >= _SHORTEST and end in ends and is_body(words, start, end, cues) for start, end in names
    )
