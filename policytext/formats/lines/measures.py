"""Commitments: deadline, modal verb, actor and text, separated by tabs."""

from collections.abc import Iterator, Sequence

from policytext.formats import RenderOptions
from policytext.model.annotations import Measure
from policytext.model.document import Source
from policytext.text.display import join_lines


def format_lines(measures: Sequence[Measure], source: Source, options: RenderOptions) -> Iterator[str]:
    """Write one commitment a line.

    >>> from policytext.model.document import Span
    >>> measure = Measure(Span(0, 6), "加强运行监测", "加强", "运行监测", "应当", 2, actor="各地")
    >>> list(format_lines([measure], Source(text="加强运行监测"), RenderOptions(command="targets")))
    ['measure\\t-\\t应当\\t各地\\t加强运行监测']
    """
    for measure in measures:
        place = f"{source.position(measure.span[0]).line}:" if options.line_numbers else ""
        due = measure.date.end[:4] if measure.date and measure.date.end else "-"
        cells = (
            f"{place}measure",
            due,
            measure.modality or "-",
            join_lines(measure.actor or "") or "-",
            join_lines(measure.text),
        )
        yield "\t".join(map(join_lines, cells))
