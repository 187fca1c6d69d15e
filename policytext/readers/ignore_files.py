"""The files that a search of a folder skips: those matched by its .gitignore files or by the globs of --exclude.

pathspec implements git's patterns; it is imported only if there is a pattern.
"""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class IgnoreRules:
    """The patterns that apply while a folder is searched from the top down.

    Args:
        top: the folder that the user named.
        exclude: globs relative to it.
    """

    def __init__(self, top: str, exclude: Sequence[str]) -> None:
        self._top = top
        self._excluded = _compile_globs(exclude)
        self._specs: list[tuple[str, GitIgnoreSpec]] = []

    def enter(self, folder: str) -> None:
        """Read the folder's own .gitignore."""
        try:
            with open(os.path.join(folder, ".gitignore"), encoding="utf-8", errors="replace") as lines:
                spec = _compile_globs(lines.read().splitlines())
        except OSError:
            return  # without a readable .gitignore nothing is skipped
        if spec is not None:
            self._specs.append((folder, spec))

    def ignores(self, path: str, is_folder: bool) -> bool:
        """Return whether `path`, in a folder that was entered, is skipped; the innermost pattern decides."""
        if self._excluded is not None and _match_globs(self._excluded, self._top, path, is_folder):
            return True
        for base, spec in reversed(self._specs):
            verdict = _match_globs(spec, base, path, is_folder)
            if verdict is not None:
                return verdict
        return False


def _compile_globs(lines: Sequence[str]) -> "GitIgnoreSpec | None":
    if not any(line.strip() and not line.startswith("#") for line in lines):
        return None
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)


def _match_globs(spec: "GitIgnoreSpec", base: str, path: str, is_folder: bool) -> bool | None:
    """Return whether `spec`, relative to `base`, ignores `path` or re-includes it, None where it has no match."""
    relative = os.path.relpath(path, base).replace(os.sep, "/")
    if relative.startswith("../"):
        return None
    return spec.check_file(relative + ("/" if is_folder else "")).include
