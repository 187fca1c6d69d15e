"""The text of a table's cell: its printed lines, joined where a word goes on in the next line."""

from collections.abc import Sequence

from policytext.readers.pdf_printed_lines import PrintedLine, join_lines, starts_with_enumerator

_SAME_LINE = 0.5  # in letters, the largest distance between baselines of one line
_ENDS = "。；：！？;:!?"


def group_rows(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """Return lines grouped by their baselines, from the top to the bottom, each group from left to right."""
    rows: list[list[PrintedLine]] = []
    for line in sorted(lines, key=lambda line: (line.top, line.left)):
        if rows and line.top - rows[-1][0].top < _SAME_LINE * min(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda line: line.left)
    return rows


def join_cell(rows: Sequence[Sequence[PrintedLine]], left: float, width: float) -> tuple[str, ...]:
    """Return the paragraphs of a cell: a line goes on in the next one where the next word would not have fitted.

    Args:
        rows: its lines.
        left: its left edge.
        width: its width.
    """
    paragraphs: list[list[PrintedLine]] = []
    room = 0.0
    for row in rows:
        text = " ".join([line.text for line in row])
        first, last = row[0], row[-1]
        before = paragraphs[-1][-1].text if paragraphs else ""
        if before and _goes_on(before, text, room / last.size):
            paragraphs[-1].append(last._replace(text=text))
        else:
            paragraphs.append([last._replace(text=text)])
        # What is empty at the right beyond the padding, which is the same on the left, or half of both where it is centred.
        padding = max(first.left - left, 0.0)
        room = max(width - 2 * padding - (last.right - first.left), 0.0) if padding < 8 else 2 * padding - 12
    return tuple([join_lines(parts) for parts in paragraphs])


def _goes_on(before: str, text: str, room: float) -> bool:
    """Return whether a line of a cell continues the one before; `room` is the empty space there, in letters."""
    if starts_with_enumerator(text) or (before[-1] in _ENDS and room > 1):
        return False
    if before[-1].isascii() and text[0].isascii():
        # Two figures below each other are two, except where the first one fills the cell.
        return room < 0.6 and before[-1].isalnum() == text[0].isalnum()
    return room < 2.5 or not (before[-1].isdecimal() or text[0].isdecimal() or before[-1] in "%％")
