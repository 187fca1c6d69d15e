"""The text with its fixes applied, for pipes: ``cat draft.txt | policytext lint --format fixed > fixed.txt``."""

from collections.abc import Iterable, Iterator

from policytext.formats import FileResult, RenderOptions
from policytext.model.annotations import Finding
from policytext.text.edits import apply_fixes


def render(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    """Write each text with its fixes applied, one after the other."""
    for result in results:
        if result.document is not None:
            findings = result.select("findings", Finding)
            yield apply_fixes(result.document.source.text, findings, unsafe=options.unsafe).text
