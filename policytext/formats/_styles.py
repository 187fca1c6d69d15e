"""Lines for a terminal, written by Rich.

Colours are the terminal's own sixteen, so they suit a light background and a dark one.
"""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.text import Text

from policytext.formats import RenderOptions
from policytext.text.display import replace_controls

SEVERITY_STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}


def paint(texts: Iterable[Text], options: RenderOptions) -> str:
    """Return lines with the terminal's colour codes, if colours may be written."""
    out = StringIO()
    console = Console(
        file=out,
        width=options.width or 80,
        force_terminal=options.color,
        color_system="standard" if options.color else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    for text in texts:
        # In case a caller has not done so; the length stays the same, so styles stay in place.
        text.plain = replace_controls(text.plain)
        console.print(text, soft_wrap=True)  # already folded; Rich must not fold again
    return out.getvalue()
