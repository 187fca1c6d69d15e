"""Lines for a terminal: the one place that makes Rich write.

Colours are the terminal's own sixteen, so they suit a light background and a dark one.
"""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.text import Text

from policytext.formats import RenderOptions
from policytext.text.display import replace_controls


def paint(texts: Iterable[Text], view: RenderOptions) -> str:
    """Lines as the terminal wants them, with its colour codes where colour may be."""
    out = StringIO()
    console = Console(
        file=out,
        width=view.width or 80,
        force_terminal=view.color,
        color_system="standard" if view.color else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    for text in texts:
        # Whatever a caller forgot: as many characters as before, so that styles stay where they are.
        text.plain = replace_controls(text.plain)
        console.print(text, soft_wrap=True)  # already folded; Rich must not fold again
    return out.getvalue()
