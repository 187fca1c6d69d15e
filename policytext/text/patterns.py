"""Regular expressions compiled when first used: start-up pays only for what a text needs.

A class of Han characters takes Python a fifth of a millisecond to compile, and the grammar of a document has a
hundred of them.

>>> Pattern("第[一二三]条").match("第二条").group()
'第二条'
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

Match = re.Match[str]


class Pattern:
    """Like ``re.compile(source, flags)``, with its methods."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.source, self.flags)

    @cached_property
    def match(self) -> Callable[..., Match | None]:
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., Match | None]:
        return self.compiled.fullmatch

    @cached_property
    def search(self) -> Callable[..., Match | None]:
        return self.compiled.search

    @cached_property
    def finditer(self) -> Callable[..., Iterator[Match]]:
        return self.compiled.finditer
