"""The fixes as a unified diff, for ``patch`` and for people; a text without fixes has none."""

from collections.abc import Iterable, Iterator

from policytext.formats import FileResult, RenderOptions
from policytext.model.annotations import Finding
from policytext.text.edits import apply_fixes, format_diff


def render(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    """Write each file's diff as one piece."""
    for result in results:
        if result.document is not None:
            source = result.document.source
            findings = result.select("findings", Finding)
            edits = apply_fixes(source.text, findings, unsafe=options.unsafe).edits
            if edits:
                yield "".join(format_diff(source.text, edits, result.name))
