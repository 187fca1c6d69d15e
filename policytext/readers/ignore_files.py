"""What a walk through a folder leaves out: what its .gitignore files say, and the globs of --exclude.

The patterns are those of git, read by pathspec, which is loaded only where there is a pattern.
"""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class IgnoreRules:
    """The patterns in force while a folder is walked from the top down.

    Args:
        top: the folder that the user named.
        exclude: globs that hold from there.
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
            return  # there is none, or it can't be read: nothing is left out
        if spec is not None:
            self._specs.append((folder, spec))

    def ignores(self, path: str, is_folder: bool) -> bool:
        """Whether `path`, below a folder that was entered, is left out; the innermost word counts."""
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
    """What `spec`, which holds from `base`, says of `path`: left out, taken in again, or nothing."""
    relative = os.path.relpath(path, base).replace(os.sep, "/")
    if relative.startswith("../"):
        return None
    return spec.check_file(relative + ("/" if is_folder else "")).include
