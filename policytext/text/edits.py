"""Fixes applied to a text: all edits of a finding or none, and never two edits at one place.

>>> from policytext.model.annotations import Finding, Message
>>> fix = Fix("safe", (Edit(Span(2, 4), "账户"),))
>>> finding = Finding("typo/account", "error", 1.0, Message("", ""), None, Span(2, 4), "帐户", fix=fix)
>>> apply_fixes("加强帐户管理", [finding]).text
'加强账户管理'
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from policytext.model.annotations import Edit, Finding, Fix
from policytext.model.document import Span
from policytext.model.records import NamedTuple

#: The lines of context around a change.
_CONTEXT = 3


class FixedText(NamedTuple):
    """A text after its fixes, with the edits in order and the findings they belong to."""

    text: str
    edits: tuple[Edit, ...]
    findings: tuple[Finding, ...]


def apply_fixes(text: str, findings: Iterable[Finding], *, unsafe: bool = False) -> FixedText:
    """Apply the fixes of `findings` to `text`.

    Where two fixes touch the same place, only the first is applied; the other one can be applied in the next run.

    Args:
        text: the text.
        findings: the findings, in order of preference.
        unsafe: whether to apply unsafe fixes too.
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
    """Return numbers for the characters and gaps that edits touch; an insertion touches the gap before a character."""
    return {at for (start, end), _ in fix.edits for at in range(2 * start, 2 * end + 1)}


def _apply_edits(text: str, edits: Sequence[Edit]) -> str:
    pieces: list[str] = []
    done = 0
    for (start, end), words in edits:
        pieces += (text[done:start], words)
        done = end
    return "".join((*pieces, text[done:]))


def find_replacement(finding: Finding) -> str | None:
    """Return the text of the first place after the fix; None without a fix, or if it changes another place.

    >>> from policytext.model.annotations import Message
    >>> fix = Fix("safe", (Edit(Span(3, 4), "户"), Edit(Span(9, 10), "户")))
    >>> find_replacement(Finding("typo/account", "error", 1.0, Message("", ""), None, Span(2, 4), "账护", fix=fix))
    '账户'
    """
    if finding.fix is None:
        return None
    start, end = finding.span
    inside = sorted(edit for edit in finding.fix.edits if start <= edit.span[0] and edit.span[1] <= end)
    if not inside:
        return None
    words, offset = "", start
    for span, text in inside:
        words += finding.text[offset - start : span[0] - start] + text
        offset = span[1]
    return words + finding.text[offset - start :]


#: Signs that come in pairs: if one can't be changed, the other one on the line isn't either.
_PAIRED = frozenset("()[]（）［］【】〔〕{}\"'“”‘’「」『』《》〈〉<>")


def exclude_markup(
    findings: Iterable[Finding], text: str, markup: Sequence[Span], wrapped: Sequence[Span]
) -> Iterator[Finding]:
    """Yield the findings outside markup, without the edits that touch markup.

    Args:
        findings: the findings of the text as if it were all prose.
        text: the text.
        markup: syntax and code, in order and disjoint; findings inside are dropped.
        wrapped: text inside links and emphasis, in order and disjoint; findings inside keep no edit.
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
    """Return the edits that touch neither markup nor wrapped text, without those paired with a dropped one."""
    free: list[Edit] = []
    broken: set[int] = set()
    for edit in edits:
        (start, end), words = edit
        # Removing a space beside a sign of emphasis can end the emphasis, so the neighbours count as well.
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
    """Return the offset of the line break before an offset, -1 without one within 2,000 characters."""
    return text.rfind("\n", max(at - 2_000, 0), at)


def _overlaps_any(span: Span, spans: Sequence[Span]) -> bool:
    """Return whether a span overlaps one of `spans`, which are in order and disjoint."""
    from bisect import bisect_left

    at = bisect_left(spans, (span[1], 0)) - 1
    return at >= 0 and spans[at][1] > span[0]


def _is_inside_any(span: Span, spans: Sequence[Span]) -> bool:
    """Return whether a span lies inside one of `spans`, which are in order and disjoint."""
    from bisect import bisect_right

    at = bisect_right(spans, (span[0], 1 << 62)) - 1
    return at >= 0 and span[1] <= spans[at][1]


def format_diff(text: str, edits: Sequence[Edit], name: str) -> Iterator[str]:
    """Yield the lines of a unified diff, made from the edits without comparing texts.

    Args:
        text: the text before the edits.
        edits: in order and disjoint.
        name: the file's name in the header.
    """
    if edits:
        # As in git, a tab ends a name with a space; otherwise `patch` reads a date after the space.
        end = "\t" if " " in name else ""
        yield f"--- {name}{end}\n"
        yield f"+++ {name}{end}\n"
    line_starts = [0, *(line_end.end() for line_end in re.finditer("\n", text))]
    bounds = [*line_starts, len(text)]
    shift = 0
    for first, last, group in _group_edits(edits, line_starts):
        before = text[bounds[first] : bounds[last]]
        moved = [Edit(Span(a - bounds[first], b - bounds[first]), words) for (a, b), words in group]
        after = _apply_edits(before, moved)
        old, new = _split_lines(before), _split_lines(after)
        yield f"@@ -{first + 1},{len(old)} +{first + 1 + shift},{len(new)} @@\n"
        shift += len(new) - len(old)
        yield from _format_hunk_lines(old, new)


def _split_lines(text: str) -> list[str]:
    """Return lines with their ends, as ``patch`` counts them: only a line feed ends one."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _group_edits(edits: Sequence[Edit], starts: Sequence[int]) -> Iterator[tuple[int, int, list[Edit]]]:
    """Yield the first line, the line after the last, and the edits of each hunk."""
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
    """Yield a hunk's lines: changed lines in pairs if their numbers agree, else all old lines before all new ones."""
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
