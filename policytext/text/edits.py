"""Edits applied to a text: all or none of a finding's, never two on one place.

>>> from policytext.model.annotations import Finding, Message
>>> fix = Fix("safe", (Edit(Span(2, 4), "账户"),))
>>> finding = Finding("typo/account", "error", 1.0, Message("", ""), None, Span(2, 4), "帐户", fix=fix)
>>> apply_fixes("加强帐户管理", [finding]).text
'加强账户管理'
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from policytext.model.annotations import Edit, Finding, Fix
from policytext.model.document import Span

#: Lines shown around a change.
_CONTEXT = 3


class FixedText(NamedTuple):
    """A text after its mends: the text, the edits in order, and the findings that they belong to."""

    text: str
    edits: tuple[Edit, ...]
    findings: tuple[Finding, ...]


def apply_fixes(text: str, findings: Iterable[Finding], *, unsafe: bool = False) -> FixedText:
    """`text` with the safe mends of `findings`, and with the unsafe ones if so wanted.

    Where two mends touch the same place the first stays and the other waits for the next run.
    """
    edits: list[Edit] = []
    used: list[Finding] = []
    taken: set[int] = set()
    for finding in findings:
        fix = finding.fix
        if fix is None or (fix.safety == "unsafe" and not unsafe) or not fix.edits:
            continue
        touched = _find_touched_points(fix)
        if taken.isdisjoint(touched):
            taken.update(touched)
            edits += fix.edits
            used.append(finding)
    edits.sort()
    return FixedText(_apply_edits(text, edits), tuple(edits), tuple(used))


def _find_touched_points(fix: Fix) -> set[int]:
    """The gaps and characters that edits touch; an insertion touches the gap before a character."""
    return {at for (start, end), _ in fix.edits for at in range(2 * start, 2 * end + 1)}


def _apply_edits(text: str, edits: Sequence[Edit]) -> str:
    pieces: list[str] = []
    done = 0
    for (start, end), words in edits:
        pieces += (text[done:start], words)
        done = end
    return "".join((*pieces, text[done:]))


#: Signs that come in pairs: where one must stay, its fellow on the line stays too.
_PAIRED = frozenset("()[]（）［］【】〔〕{}\"'“”‘’「」『』《》〈〉<>")


def exclude_markup(
    findings: Iterable[Finding], text: str, markup: Sequence[Span], wrapped: Sequence[Span]
) -> Iterator[Finding]:
    """Findings of a text that holds markup: none inside markup, and no edit that touches it.

    Args:
        findings: what was found in the text as if it were all prose.
        text: the text.
        markup: signs and code, in order and apart: what stands wholly inside is no finding.
        wrapped: words inside links and emphasis, in order and apart: reported, but left as they are.
    """
    for finding in findings:
        places = [span for span in (finding.span, *finding.also) if not _is_inside_any(span, markup)]
        if not places:
            continue
        first, fix = places[0], finding.fix
        if fix is not None:
            edits = _keep_edits_of_prose(fix.edits, text, markup, wrapped)
            fix = fix._replace(edits=edits) if edits else None
        words = text[first[0] : first[1]]
        yield finding._replace(span=first, text=words, also=tuple(places[1:]), fix=fix)


def _keep_edits_of_prose(
    edits: Iterable[Edit], text: str, markup: Sequence[Span], wrapped: Sequence[Span]
) -> tuple[Edit, ...]:
    """The edits that touch neither markup nor what it holds, without the fellows of those that do."""
    free: list[Edit] = []
    broken: set[int] = set()
    for edit in edits:
        (start, end), words = edit
        # What takes a space away beside a sign of emphasis can unmake it, so the edges count as well.
        wide = Span(start - 1, end + 1) if start == end or not words else edit.span
        if _overlaps_any(wide, markup) or _overlaps_any(wide, wrapped):
            if not _PAIRED.isdisjoint(text[start:end]):
                broken.add(_find_line_break(text, start))
        else:
            free.append(edit)
    if not broken:
        return tuple(free)
    return tuple(
        edit
        for edit in free
        if _PAIRED.isdisjoint(text[slice(*edit.span)]) or _find_line_break(text, edit.span[0]) not in broken
    )


def _find_line_break(text: str, at: int) -> int:
    """Where the line break before a place stands; -1 for all that have none within reach, as one line."""
    return text.rfind("\n", max(at - 2_000, 0), at)


def _overlaps_any(span: Span, spans: Sequence[Span]) -> bool:
    """Whether a place shares a character with one of some spans, which are in order and apart."""
    from bisect import bisect_left

    at = bisect_left(spans, (span[1], 0)) - 1
    return at >= 0 and spans[at][1] > span[0]


def _is_inside_any(span: Span, spans: Sequence[Span]) -> bool:
    """Whether a place lies wholly inside one of some spans, which are in order and apart."""
    from bisect import bisect_right

    at = bisect_right(spans, (span[0], 1 << 62)) - 1
    return at >= 0 and span[1] <= spans[at][1]


def format_diff(text: str, edits: Sequence[Edit], name: str) -> Iterator[str]:
    """A unified diff of the edits, in lines; nothing is compared, so a text on one long line costs no more.

    Args:
        text: before the edits.
        edits: in order, apart.
        name: the file's name in the header.
    """
    if edits:
        # A tab ends a name with a space in it, as in git; without one `patch` looks for a date behind the space.
        end = "\t" if " " in name else ""
        yield f"--- {name}{end}\n"
        yield f"+++ {name}{end}\n"
    line_starts = [0, *(found.end() for found in re.finditer("\n", text))]
    bounds = [*line_starts, len(text)]
    shift = 0
    for first, last, group in _group_edits(edits, line_starts):
        before = text[bounds[first] : bounds[last]]
        moved = [Edit(Span(a - bounds[first], b - bounds[first]), words) for (a, b), words in group]
        after = _apply_edits(before, moved)
        old, new = _lines(before), _lines(after)
        yield f"@@ -{first + 1},{len(old)} +{first + 1 + shift},{len(new)} @@\n"
        shift += len(new) - len(old)
        yield from _format_hunk_lines(old, new)


def _lines(text: str) -> list[str]:
    """Lines with their ends, as ``patch`` counts them: only a line feed ends one."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _group_edits(edits: Sequence[Edit], starts: Sequence[int]) -> Iterator[tuple[int, int, list[Edit]]]:
    """First line, line behind the last, and edits of each stretch of lines that belong together."""
    from bisect import bisect_right

    group: list[Edit] = []
    first = last = 0
    for edit in edits:
        top = max(bisect_right(starts, edit.span[0]) - 1 - _CONTEXT, 0)
        bottom = min(bisect_right(starts, max(edit.span[1] - 1, edit.span[0])) + _CONTEXT, len(starts))
        if group and top <= last:
            last = max(last, bottom)
            group.append(edit)
            continue
        if group:
            yield first, last, group
        first, last, group = top, bottom, [edit]
    if group:
        yield first, last, group


def _format_hunk_lines(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """The lines of a hunk; lines are paired one to one, or all old ones stand before all new ones."""
    if len(old) == len(new):
        pairs = list(zip(old, new, strict=True))
        at = 0
        while at < len(pairs):
            if pairs[at][0] == pairs[at][1]:
                yield _format_line(" ", pairs[at][0])
                at += 1
                continue
            end = at
            while end < len(pairs) and pairs[end][0] != pairs[end][1]:
                end += 1
            yield from (_format_line("-", before) for before, _ in pairs[at:end])
            yield from (_format_line("+", after) for _, after in pairs[at:end])
            at = end
    else:
        yield from (_format_line("-", line) for line in old)
        yield from (_format_line("+", line) for line in new)


def _format_line(sign: str, line: str) -> str:
    return f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}\n\\ No newline at end of file\n"
