"""``policytext text``: the text that all offsets count in, with the pages or cells that it comes from."""

from collections.abc import Mapping, Sequence

from policytext.cli.run import run
from policytext.cli.settings import Settings
from policytext.cli.task import Task
from policytext.formats import Part
from policytext.model.document import Document, Section, Span
from policytext.model.statistics import TextLine


def text(settings: Settings) -> None:
    """Print the text that all other commands work on."""

    def answer(document: Document, scope: Section | None) -> Mapping[str, Sequence[Part]]:
        source = document.source
        start, end = scope.span if scope else Span(0, len(source.text))
        bounds = [*(at for at in source.line_starts if start < at < end)]
        lines = [
            TextLine(Span(first, last), source.text[first:last], source.location(first))
            for first, last in zip([start, *bounds], [*bounds, end], strict=True)
            if last > first
        ]
        return {"lines": lines}

    run(Task("text", answer, ("lines",)), settings)
