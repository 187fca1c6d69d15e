"""The nearest configuration upwards: ``.policytext.toml``, or ``[tool.policytext]`` in ``pyproject.toml``.

TOML is read only where such a file exists; the parser keeps no line numbers, so the lines of keys are looked
up in the file's text.
"""

import os
import re
from collections.abc import Mapping

from policytext.errors import ConfigError
from policytext.model.records import NamedTuple

OWN_NAME, SHARED_NAME = ".policytext.toml", "pyproject.toml"

# Not compiled here: most runs meet no configuration file.
# Most pyproject.toml have no table of ours; this look spares them the parser, 10 ms of every start.
_OURS = rb"(?m)tool\s*\.\s*[\"']?policytext|^\s*[\"']?policytext[\"']?\s*(?:\.|=\s*\{)"
_KEY = r"""\s*(?:tool\.policytext\.|policytext\.)?["']?([\w-]+)["']?\s*="""
_TABLE = r"\s*\[\s*([^\]]*?)\s*\]"
_AT = r"\s*\(at line (\d+), column \d+\)"


class Config(NamedTuple):
    """A configuration file.

    Args:
        path: the file as people know it.
        values: its table as TOML gives it.
        lines: the line in the file, from 1, of each key.
    """

    path: str
    values: Mapping[str, object]
    lines: Mapping[str, int]


def find_config(folder: str) -> Config | None:
    """Find the nearest configuration in `folder` or above it; return None where there is none.

    Raises:
        ConfigError: a configuration file that can't be read or is no TOML.
    """
    start = folder
    while True:
        for name in (OWN_NAME, SHARED_NAME):
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (config := load_config(path, needed=False)):
                return config._replace(path=name) if folder == start else config
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def load_config(path: str, *, needed: bool = True) -> Config | None:
    """Load the configuration in the file `path`; return None for a shared file without a table for policytext.

    Args:
        path: the file.
        needed: whether a shared file without such a table is an error.

    Raises:
        ConfigError: the file is missing, can't be read, is not TOML, or has no table that is needed.
    """
    shared = os.path.basename(path) == SHARED_NAME
    data = _read_bytes(path)
    if shared and not needed and not re.search(_OURS, data):
        return None
    table = _parse_toml(path, data)
    if shared:
        ours = table.get("tool")
        ours = ours.get("policytext") if isinstance(ours, dict) else None
        if ours is None and not needed:
            return None
        if not isinstance(ours, dict):
            raise ConfigError("config-without-table", path=path)
        table = ours
    return Config(path, table, _find_key_lines(data.decode("utf-8-sig"), shared))


def _read_bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        raise ConfigError("config-missing", path=path) from None
    except OSError as error:
        raise ConfigError("config-unreadable", path=path, reason=error.strerror) from None


def _parse_toml(path: str, data: bytes) -> dict[str, object]:
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError("config-not-utf-8", path=path, line=line) from None
    except tomllib.TOMLDecodeError as error:
        found = re.search(_AT, str(error))
        line = int(found[1]) if found else data.count(b"\n") + 1
        detail = re.sub(_AT, "", str(error)).removesuffix(" (at end of document)")
        raise ConfigError("config-not-toml", path=path, line=line, detail=detail) from None


def _find_key_lines(text: str, shared: bool) -> dict[str, int]:
    """Find the line of each key of our table; a key in an unusual notation has none."""
    lines: dict[str, int] = {}
    inside = not shared
    for number, line in enumerate(text.split("\n"), 1):
        if table := re.match(_TABLE, line):
            name = re.sub(r"[\s\"']", "", table[1])
            inside = not shared or name == "tool.policytext"
            lines.setdefault(name.removeprefix("tool.policytext.").split(".")[0], number)
        elif inside and (key := re.match(_KEY, line)):
            lines.setdefault(key[1], number)
    return lines
