"""The n-grams learned from an organisation's own archive, kept in the user's data folder; needs no numpy.

``policytext rules learn`` writes the file. ``POLICYTEXT_DATA`` names another folder; an empty value keeps nothing.
"""

import os
from functools import lru_cache

from policytext.typos import array_file

_NAME = "learned.bin"


def find_data_folder() -> str | None:
    """Return the user's data folder for policytext, or None if there is none."""
    configured = os.environ.get("POLICYTEXT_DATA")
    if configured is not None:
        return configured or None
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA", "")
    else:
        base = os.environ.get("XDG_DATA_HOME", "")
        if not os.path.isabs(base):
            base = os.path.join(os.path.expanduser("~"), ".local", "share")
    return os.path.join(base, "policytext") if os.path.isabs(base) else None


def find_learned_file() -> str | None:
    """Return the path of the learned file, whether it exists or not; None without a data folder."""
    folder = find_data_folder()
    return None if folder is None else os.path.join(folder, _NAME)


def open_learned_file() -> array_file.ArrayFile | None:
    """Open the learned file, or return None if nothing was learned.

    Raises:
        PolicytextError: The file is broken.
    """
    path = find_learned_file()
    return (
        _open_cached(path, os.stat(path).st_mtime_ns) if path is not None and os.path.exists(path) else None
    )


@lru_cache(maxsize=1)
def _open_cached(path: str, _modified: int) -> array_file.ArrayFile:
    return array_file.load_arrays(path, "learned-file")
