"""What a corpus run does: everything that what it finds depends on.

>>> from policytext.corpus.job import Job
>>> Job(what=("outline",)).described()["what"]
['outline']
"""

from typing import Any, NamedTuple

from policytext.messages import Lang
from policytext.model.read_options import ReadOptions
from policytext.version import __version__

#: What may be asked for.
WHAT = ("outline", "targets", "domains", "lint", "stats")
#: The number of the tables' schema and of the folder's layout.
SCHEMA = "policytext-corpus/1"


class Job(NamedTuple):
    """What is done to each document, and how the inputs are cut.

    Args:
        what: the kinds of answer, of `WHAT`.
        manner: how inputs are read; its column is the one that holds the texts of a table.
        id_column: the column of a table that names its documents.
        keep: more columns of a table to be kept with each document.
        rules: rule packs beside the built-in ones, or in place of them.
        builtin: whether the built-in packs are used.
        fingerprint: of all these packs.
        only: the lint rules that run; all that are not off where it is None.
        min_confidence: the least confidence of a finding.
        alarm_rate: the acceptable false positives in 10,000 characters; None for the default.
        profile: whose standards to judge by; each document's own where it is None.
        top: how many words `stats` lists.
        lang: the language of messages.
        shard_bytes: the bytes of text at which a shard is full.
        version: the program's.
    """

    what: tuple[str, ...] = WHAT
    manner: ReadOptions = ReadOptions(column="text")
    id_column: str | None = None
    keep: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    builtin: bool = True
    fingerprint: str = ""
    only: tuple[str, ...] | None = None
    min_confidence: float = 0.0
    alarm_rate: float | None = None
    profile: str | None = None
    top: int = 20
    lang: Lang = "zh"
    shard_bytes: int = 8_000_000
    version: str = __version__

    def described(self) -> dict[str, Any]:
        """Everything by its name, in values that JSON knows."""
        found = {**self._asdict(), **self.manner._asdict()}
        del found["manner"]
        return {name: list(value) if isinstance(value, tuple) else value for name, value in found.items()}


class Limits(NamedTuple):
    """What one document may take: seconds, and bytes of memory beyond what the worker has."""

    seconds: float = 300.0
    memory: int = 4_000_000_000
