"""Regular expressions compiled when first used, so that start-up pays only for what a text needs.

A class of Han characters takes Python a fifth of a millisecond to compile, and the grammar of a document has a hundred
of them. `policytext.text.pattern_cache` keeps the compiled form between runs.

>>> LazyPattern("第[一二三]条").match("第二条").group()
'第二条'
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from policytext.text.pattern_cache import compile_pattern as compile_pattern

Match = re.Match[str]


class LazyPattern:
    """A regular expression with the methods of ``re.Pattern``, compiled when one of them is first used.

    Args:
        pattern: the expression.
        flags: as for ``re.compile``.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        return compile_pattern(self.pattern, self.flags)

    @cached_property
    def match(self) -> Callable[..., Match | None]:
        """See ``re.Pattern.match``."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., Match | None]:
        """See ``re.Pattern.fullmatch``."""
        return self.compiled.fullmatch

    @cached_property
    def search(self) -> Callable[..., Match | None]:
        """See ``re.Pattern.search``."""
        return self.compiled.search

    @cached_property
    def finditer(self) -> Callable[..., Iterator[Match]]:
        """See ``re.Pattern.finditer``."""
        return self.compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[Any]]:
        """See ``re.Pattern.findall``."""
        return self.compiled.findall

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        """See ``re.Pattern.split``."""
        return self.compiled.split

    @cached_property
    def sub(self) -> Callable[..., str]:
        """See ``re.Pattern.sub``."""
        return self.compiled.sub
