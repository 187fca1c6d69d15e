"""The model with what an organisation's own archive has taught it, kept in the user's data folder.

``policytext rules learn`` writes the file, ``POLICYTEXT_DATA`` names another folder; with an empty name nothing is kept.
"""

import os
from functools import lru_cache

from policytext.typos import store
from policytext.typos.model import Model
from policytext.typos.model_file import opened

_NAME = "learned.bin"


def folder() -> str | None:
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
    place = folder()
    return None if place is None else os.path.join(place, _NAME)


def model() -> Model:
    """The model that comes with the program, and what was learned, if anything was.

    Raises:
        PolicytextError: a file is broken.
    """
    own = path()
    about = None if own is None or not os.path.exists(own) else os.stat(own)
    return _model(own if about else None, about.st_mtime_ns if about else 0)


@lru_cache(maxsize=2)
def _model(own: str | None, _changed: int) -> Model:
    return Model(opened(), (store.load(own, "learned-file"),) if own else ())
