"""The mended text itself, for pipes: ``cat draft.txt | policytext lint --format fixed > mended.txt``."""

from collections.abc import Iterable, Iterator

from policytext.formats import FileResult, RenderOptions
from policytext.model.annotations import Finding
from policytext.text.edits import apply_fixes


def render(results: Iterable[FileResult], view: RenderOptions) -> Iterator[str]:
    """Each text with its mends, one after the other."""
    for result in results:
        if result.document is not None:
            findings = [one for one in result.parts.get("findings", ()) if isinstance(one, Finding)]
            yield apply_fixes(result.document.source.text, findings, unsafe=view.unsafe).text
