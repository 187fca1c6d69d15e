"""A corpus run's job: everything that its results depend on.

>>> from policytext.corpus.job import Job
>>> Job(what=("outline",)).describe()["what"]
['outline']
"""

from typing import Any

from policytext.messages import Lang
from policytext.model.read_options import ReadOptions
from policytext.model.records import NamedTuple
from policytext.version import __version__

#: The kinds of answer; without a choice all but `extract`, which needs rules of the user.
USUAL_WHAT = ("outline", "targets", "domains", "lint", "stats")
WHAT = (*USUAL_WHAT, "extract")
#: The number of the tables' schema and of the folder's layout.
SCHEMA = "policytext-corpus/1"


class Job(NamedTuple):
    """The kinds of answer, the options of reading and analysis, and the size of shards.

    Args:
        what: the kinds of answer, of `WHAT`.
        read_options: how inputs are read; its column is the one that holds the texts of a table.
        id_column: the column of a table that names its documents.
        keep: more columns of a table to be kept with each document.
        rules: rule packs beside the built-in ones, or in place of them.
        builtin: whether the built-in packs are used.
        fingerprint: of all these packs.
        only: the lint rules that run; None for all that are enabled.
        min_confidence: the least confidence of a finding.
        alarm_rate: the acceptable false positives in 10,000 characters; None for the default.
        learned: whether terms learned from an archive count as correct.
        profile: the standards to judge by; None for those of each document.
        top: how many words `stats` lists.
        lang: the language of messages.
        shard_bytes: the bytes of text at which a shard is full.
        version: the program's.
    """

    what: tuple[str, ...] = USUAL_WHAT
    read_options: ReadOptions = ReadOptions(column="text")
    id_column: str | None = None
    keep: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    builtin: bool = True
    fingerprint: str = ""
    only: tuple[str, ...] | None = None
    min_confidence: float = 0.0
    alarm_rate: float | None = None
    learned: bool = True
    profile: str | None = None
    top: int = 20
    lang: Lang = "zh"
    shard_bytes: int = 8_000_000
    version: str = __version__

    def describe(self) -> dict[str, Any]:
        """Return everything by its name, in types of JSON."""
        values = {**self._asdict(), **self.read_options._asdict()}
        del values["read_options"]
        return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


class Limits(NamedTuple):
    """The limits for one document: CPU seconds, and bytes of memory beyond those that the worker has."""

    seconds: float = 300.0
    memory: int = 4_000_000_000
