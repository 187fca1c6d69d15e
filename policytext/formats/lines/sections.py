"""Sections: each on a line, indented by its depth."""

from collections.abc import Iterator, Sequence

from policytext.formats import RenderOptions
from policytext.model.document import Section, Source
from policytext.text.display import join_lines

# After these no space is needed.
_CLOSING = "、，。．：；）】〕》"


def format_label(section: Section) -> tuple[str, str]:
    """Return a section's marker with the space that belongs after it, and its title.

    >>> from policytext.model.document import Section, Span
    >>> def shown(marker, title):
    ...     return "".join(format_label(Section(kind="heading", level=1, marker=marker, ordinal=1, title=title,
    ...                                  span=Span(0, 0), title_span=Span(0, 0), address=marker)))
    >>> shown("一、", "总则"), shown("第一章", "总则"), shown("1.", "5G网络"), shown("第一条", "")
    ('一、总则', '第一章 总则', '1. 5G网络', '第一条')
    """
    marker, title = join_lines(section.marker), join_lines(section.title)
    if marker and title and section.kind != "inline" and marker[-1] not in _CLOSING:
        marker += " "
    return marker, title


def format_lines(
    sections: Sequence[Section], source: Source, options: RenderOptions, depth: int = 0
) -> Iterator[str]:
    """Write two spaces for each level, the marker and the title; with line numbers ``LINE:`` before them."""
    indent = "  " * depth
    for section in sections:
        place = f"{source.position(section.span.start).line}:" if options.line_numbers else ""
        yield f"{place}{indent}{''.join(format_label(section))}"
        if section.sections:
            yield from format_lines(section.sections, source, options, depth + 1)
