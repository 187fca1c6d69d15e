"""Compiled regular expressions kept between runs, on interpreters where that was tested.

This is the only module that uses private parts of `re`: the compiler's code and ``_sre.compile``, which checks the
code before it accepts it. They may change in any release, so every version not in `TESTED_VERSIONS` compiles with
``re.compile`` alone; so does any other interpreter than CPython, and any run with ``POLICYTEXT_PATTERN_CACHE=0``.

>>> compile_pattern("[一二三]+") == re.compile("[一二三]+")
True
"""

import atexit
import binascii
import os
import re
import sys
from typing import Any

from policytext import disk_cache

#: Releases of CPython on which tests/text/test_patterns.py passed; an entry of two numbers stands for all its micro releases.
TESTED_VERSIONS: frozenset[tuple[int, ...]] = frozenset({(3, 11, 7), (3, 12, 1), (3, 13, 0)})

#: A compiled expression: flags, code, number of groups, group numbers by name, names by group number.
_Compiled = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
#: The program has fewer expressions than this; above it the file holds those of old users' rules and starts again.
_MAX_PATTERNS = 3_000


def is_tested_interpreter() -> bool:
    """Return whether the running interpreter is one of `TESTED_VERSIONS`."""
    version = tuple(sys.version_info[:3])
    return sys.implementation.name == "cpython" and bool({version, version[:2]} & TESTED_VERSIONS)


def compile_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a regular expression, from the cache where the interpreter allows it.

    Raises:
        re.error: `source` is not a valid expression.
    """
    if _is_enabled():
        return _CACHE.compile(source, flags)
    return re.compile(source, flags)


def _is_enabled() -> bool:
    return is_tested_interpreter() and os.environ.get("POLICYTEXT_PATTERN_CACHE") != "0"


class PatternCache:
    """The expressions that earlier runs compiled, each read from the user's cache folder when it is needed."""

    def __init__(self) -> None:
        self._stored: disk_cache.Parts | None = None
        self._added: dict[tuple[int, int, int], tuple[str, _Compiled]] = {}

    def compile(self, source: str, flags: int) -> re.Pattern[str]:
        """Compile an expression, or restore it if an earlier run has stored it.

        Raises:
            re.error: `source` is not a valid expression.
        """
        import _sre  # type: ignore[import-not-found,unused-ignore]

        flags = int(flags)  # marshal refuses the flag type of `re`
        if self._stored is None:
            self._stored = self._open(_sre.MAGIC)
        # The sources alone would be a third of a megabyte to read.
        name = binascii.crc32(source.encode("utf-8", "surrogatepass")), len(source), flags
        stored = self._stored.get(name)
        try:
            if stored is not None and stored[0] == source:
                return _restore(_sre, source, stored[1])
            compiled = _compile_parts(source, flags)
            pattern = _restore(_sre, source, compiled)
        except re.error:
            raise
        except Exception:  # a damaged cache file
            return re.compile(source, flags)
        if not self._added:
            atexit.register(self.save)
        self._added[name] = source, compiled
        return pattern

    def save(self) -> None:
        """Store what this run compiled, together with what other processes have stored since."""
        import _sre

        self._open(_sre.MAGIC).save(self._added, _MAX_PATTERNS)

    @staticmethod
    def _open(magic: int) -> disk_cache.Parts:
        return disk_cache.Parts(disk_cache.make_key([("patterns", str(magic).encode())]), "regexes")


def _restore(sre: Any, source: str, compiled: _Compiled) -> re.Pattern[str]:
    flags, code, groups, index, names = compiled
    pattern: re.Pattern[str] = sre.compile(
        source, flags, memoryview(code).cast("I").tolist(), groups, index, names
    )
    return pattern


def _compile_parts(source: str, flags: int) -> _Compiled:
    """Run the compiler of `re` and return the parts of its result."""
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    tree = _parser.parse(source, flags)
    code = array("I", _compiler._code(tree, flags))
    state = tree.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return int(flags | state.flags), code.tobytes(), state.groups - 1, dict(state.groupdict), tuple(names)


_CACHE = PatternCache()
