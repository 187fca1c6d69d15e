"""Regular expressions compiled when first used, and once for all runs: start-up pays only for what a text needs.

A class of Han characters takes Python a fifth of a millisecond to compile, and the grammar of a document has a
hundred of them. What the compiler made of an expression is kept in the user's cache; the interpreter's own check of it is a
hundred times as fast as making it anew. Where there is no cache, or an interpreter that keeps its codes otherwise, it is made
anew, and nothing else changes.

>>> LazyPattern("第[一二三]条").match("第二条").group()
'第二条'
>>> compile_pattern("[一二三]+") == re.compile("[一二三]+")
True
"""

import atexit
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from policytext import disk_cache

Match = re.Match[str]

#: What is kept of an expression: its flags, its code, and its groups.
_Kept = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
#: More expressions than the program has; those of users' rules come and go.
_MOST = 3_000


class _PatternCache:
    """The expressions that were compiled in earlier runs."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], _Kept] | None = None
        self._key = ""
        self._made: dict[tuple[str, int], _Kept] = {}

    def pattern(self, source: str, flags: int) -> re.Pattern[str]:
        """The expression, from the store if it is there."""
        flags = int(flags)  # a flag of `re` is no plain number
        try:
            import _sre  # type: ignore[import-not-found,unused-ignore]
        except ImportError:  # another interpreter
            return re.compile(source, flags)
        if self._known is None:
            self._known = self._read(_sre.MAGIC)
        kept = self._known.get((source, flags))
        try:
            if kept is not None:
                return _thawed(_sre, source, kept)
            kept = _made(source, flags)
            pattern = _thawed(_sre, source, kept)
        except re.error:
            raise
        except Exception:  # an interpreter that has moved its own parts
            return re.compile(source, flags)
        if not self._made:
            atexit.register(self._keep)
        self._made[source, flags] = kept
        return pattern

    def _read(self, magic: int) -> dict[tuple[str, int], _Kept]:
        self._key = disk_cache.make_key([("sre", str(magic).encode())])
        found = disk_cache.load(self._key, "regexes")
        return found if isinstance(found, dict) else {}

    def _keep(self) -> None:
        """Keep what was made in this run, together with what others have kept meanwhile."""
        before = disk_cache.load(self._key, "regexes")
        known = before if isinstance(before, dict) and len(before) < _MOST else {}
        disk_cache.save(self._key, {**known, **self._made}, "regexes")


def _thawed(sre: Any, source: str, kept: _Kept) -> re.Pattern[str]:
    flags, code, groups, index, names = kept
    # It looks through the code before it believes it.
    pattern: re.Pattern[str] = sre.compile(
        source, flags, memoryview(code).cast("I").tolist(), groups, index, names
    )
    return pattern


def _made(source: str, flags: int) -> _Kept:
    """What `re.compile` makes of an expression, taken apart."""
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    tree = _parser.parse(source, flags)
    code = array("I", _compiler._code(tree, flags))
    state = tree.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return int(flags | state.flags), code.tobytes(), state.groups - 1, dict(state.groupdict), tuple(names)


_STORE = _PatternCache()


def compile_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile(source, flags)``, kept between runs.

    Raises:
        re.error: as `re.compile`.
    """
    return _STORE.pattern(source, flags)


class LazyPattern:
    """Like ``re.compile(source, flags)``, with its methods, compiled when one of them is first asked for."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return compile_pattern(self.source, self.flags)

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
