"""What an organisation's own archive has taught the model, kept in the user's data folder; needs no numpy.

``policytext rules learn`` writes the file, ``POLICYTEXT_DATA`` names another folder; with an empty name nothing is kept.
"""

import os
from functools import lru_cache

from policytext.typos import array_file

_NAME = "learned.bin"


def data_folder() -> str | None:
    """The user's data folder for policytext, None where there is none."""
    own = os.environ.get("POLICYTEXT_DATA")
    if own is not None:
        return own or None
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA", "")
    else:
        base = os.environ.get("XDG_DATA_HOME", "")
        if not os.path.isabs(base):
            base = os.path.join(os.path.expanduser("~"), ".local", "share")
    return os.path.join(base, "policytext") if os.path.isabs(base) else None


def path() -> str | None:
    """Where what was learned is kept, whether it is there or not; None without a folder."""
    place = data_folder()
    return None if place is None else os.path.join(place, _NAME)


def opened() -> array_file.ArrayFile | None:
    """The open file, None where nothing was learned.

    Raises:
        PolicytextError: it is broken.
    """
    own = path()
    return _opened(own, os.stat(own).st_mtime_ns) if own is not None and os.path.exists(own) else None


@lru_cache(maxsize=1)
def _opened(own: str, _changed: int) -> array_file.ArrayFile:
    return array_file.load_arrays(own, "learned-file")
