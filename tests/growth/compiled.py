"""A program of the test: every regular expression that the program compiles when it is loaded, as JSON.

Modules are loaded, and the built-in rules with them, while the two ways to compile an expression are watched.
"""

import importlib
import json
import os
import pkgutil
import re
import sys
from typing import Any

from policytext.text import lazy_patterns, pattern_cache

#: Modules between an expression and the one that compiles it.
_BETWEEN = ("re", "enum", "functools", "policytext.text.lazy_patterns", "policytext.text.pattern_cache")

FOUND: dict[tuple[str, bool, int], str] = {}


def record(source: Any, flags: int) -> None:
    """Note an expression with the module of the program that compiles it; what other packages compile is left out."""
    frame: Any = sys._getframe(1)
    while frame and frame.f_globals.get("__name__") in (*_BETWEEN, __name__):
        frame = frame.f_back
    module = frame.f_globals.get("__name__", "") if frame else ""
    if module.startswith("policytext") and isinstance(source, str | bytes):
        binary = isinstance(source, bytes)
        text = source.decode("latin-1") if isinstance(source, bytes) else source
        FOUND.setdefault((text, binary, int(flags)), module)


def watch() -> None:
    """Record what is compiled from now on."""
    compile_pattern, compile_again, lazy = (
        pattern_cache.compile_pattern,
        re.compile,
        lazy_patterns.LazyPattern.__init__,
    )

    def watched(function: Any) -> Any:
        def call(source: Any, flags: int = 0) -> Any:
            record(source, flags)
            return function(source, flags)

        return call

    def watched_lazy(self: Any, pattern: str, flags: int = 0) -> None:
        record(pattern, flags)
        lazy(self, pattern, flags)

    pattern_cache.compile_pattern = lazy_patterns.compile_pattern = watched(compile_pattern)
    re.compile = watched(compile_again)
    lazy_patterns.LazyPattern.__init__ = watched_lazy  # type: ignore[method-assign]


def main() -> None:
    """Print each expression with its flags and its module."""
    os.environ["POLICYTEXT_CACHE"] = ""
    watch()
    import policytext

    for module in pkgutil.walk_packages(policytext.__path__, "policytext."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    policytext.targets("到2035年，覆盖率从36%提高到40%，推进一网通办。")
    policytext.lint("加快发展,提高质量。")
    rows = [[source, binary, flags, module] for (source, binary, flags), module in FOUND.items()]
    sys.stdout.write(json.dumps(rows))


if __name__ == "__main__":
    main()
