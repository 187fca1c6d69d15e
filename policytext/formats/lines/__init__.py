"""What was found for people and for grep: one line a part, one file a noun.

>>> from policytext.formats import RenderOptions
>>> from policytext.model.document import Source
>>> list(format_lines("sections", (), Source(text=""), RenderOptions(command="outline")))
[]
"""

from collections.abc import Iterator, Sequence
from typing import Any

from policytext.formats import RenderOptions
from policytext.model.document import Source

# What a command answers, by its key in the JSON, and the module that writes it.
_MODULES = {
    "sections": "sections",
    "domains": "passages",
    "findings": "findings",
    "indicators": "indicators",
    "measures": "measures",
    "stats": "stats",
    "contexts": "contexts",
    "collocates": "collocates",
    "lines": "textlines",
}

# Nouns whose lines name their file themselves.
_PLACED = ("findings",)


def names_its_file(key: str) -> bool:
    """Whether each line of this noun names its file, so that no heading need."""
    return key in _PLACED


def format_lines(key: str, parts: Sequence[Any], source: Source, view: RenderOptions) -> Iterator[str]:
    """The parts under `key`, each on a line of its own, nothing folded, cut or coloured."""
    from importlib import import_module

    found: Iterator[str] = import_module(f"{__name__}.{_MODULES[key]}").format_lines(parts, source, view)
    return found
