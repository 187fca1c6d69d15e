"""The titles of sections: a heading's line, the first clause of a run-in heading, an article's title in brackets."""

from policytext.outliner.line_views import LineViews
from policytext.outliner.markdown_headings import FORM
from policytext.outliner.markers import Marker
from policytext.outliner.titles import Title, find_title

_SPACES = " \t\u3000\xa0\r\n"
_BRACKETS = {"（": "）", "(": ")", "【": "】", "〔": "〕"}


def find_section_title(lines: LineViews, marker: Marker, following: int) -> Title:
    """Find the title of a section.

    Args:
        lines: the text.
        marker: the marker that opens it.
        following: the start of the next section, or the end of the text.
    """
    line = marker.line
    if line is not None and marker.form == FORM:
        return Title(lines.begins[line], _find_heading_end(lines, line), True)
    line_end = lines.ends[lines.index(marker.start) if line is None else line]
    if marker.form == "article":
        return _find_article_title(lines.text, marker.end, line_end)
    title = find_title(lines.text, marker.end, min(line_end, following), collapsed=line is None)
    # On a collapsed line the body may follow as the next sentence: only the end of the line makes the title standalone.
    return title if line is None or following >= line_end else Title(title.start, title.end, False)


def _find_heading_end(lines: LineViews, line: int) -> int:
    """Return the end of a heading without the punctuation that introduces what follows."""
    text, start, end = lines.text, lines.begins[line], lines.ends[line]
    while end - 1 > start and text[end - 1] in "：:。 \u3000":
        end -= 1
    return end


def _find_article_title(text: str, start: int, end: int) -> Title:
    """Return the title in 第一条（目的） or 第一条【目的】, an empty one where the body follows."""
    while start < end and text[start] in _SPACES:
        start += 1
    closing = _BRACKETS.get(text[start : start + 1])
    if closing is not None:
        stop = text.find(closing, start, min(end, start + 30))
        if stop > start + 1:
            return Title(start + 1, stop, False)
    return Title(start, start, False)
