"""Commitments for people: who, how strongly, what; parted by tabs."""

from collections.abc import Iterator, Sequence

from policytext.formats import RenderOptions
from policytext.model.annotations import Measure
from policytext.model.document import Source
from policytext.text.display import join_lines


def format_lines(found: Sequence[Measure], source: Source, view: RenderOptions) -> Iterator[str]:
    """One commitment a line.

    >>> from policytext.model.document import Span
    >>> one = Measure(Span(0, 6), "加强运行监测", "加强", "运行监测", "应当", 2, actor="各地")
    >>> list(format_lines([one], Source(text="加强运行监测"), RenderOptions(command="targets")))
    ['measure\\t-\\t应当\\t各地\\t加强运行监测']
    """
    for one in found:
        place = f"{source.position(one.span[0]).line}:" if view.line_numbers else ""
        due = one.date.end[:4] if one.date and one.date.end else "-"
        cells = (
            f"{place}measure",
            due,
            one.modality or "-",
            join_lines(one.actor or "") or "-",
            join_lines(one.text),
        )
        yield "\t".join(map(join_lines, cells))
