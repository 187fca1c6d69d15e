"""Records as lines of text: one line a record, one module a record type.

>>> from policytext.formats import RenderOptions
>>> from policytext.model.document import Source
>>> list(format_lines("sections", (), Source(text=""), RenderOptions(command="outline")))
[]
"""

from collections.abc import Iterator, Sequence
from typing import Any

from policytext.formats import RenderOptions
from policytext.model.document import Source

# Keys of records in the JSON, and the modules that write them.
_MODULES = {
    "sections": "sections",
    "domains": "passages",
    "findings": "findings",
    "indicators": "indicators",
    "measures": "measures",
    "hits": "hits",
    "stats": "stats",
    "contexts": "contexts",
    "collocates": "collocates",
    "lines": "textlines",
    "rules": "rules",
}

# Records whose lines begin with their file.
_WITH_FILE = ("findings", "hits", "rules")


def names_its_file(key: str) -> bool:
    """Return whether each line of these records names its file, so that they need no heading."""
    return key in _WITH_FILE


def format_lines(key: str, parts: Sequence[Any], source: Source, options: RenderOptions) -> Iterator[str]:
    """Write the records under `key`, each on a line of its own, nothing folded, cut or coloured."""
    from importlib import import_module

    lines: Iterator[str] = import_module(f"{__name__}.{_MODULES[key]}").format_lines(parts, source, options)
    return lines
