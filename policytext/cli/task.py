"""A task: what a command does with each of its inputs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from policytext.formats import FileResult, Part
from policytext.formats.fields import RecordType
from policytext.model.document import Document, Section
from policytext.model.records import NamedTuple


class Task(NamedTuple):
    """A command.

    Args:
        name: its name; ``done-NAME`` is the message that closes a run.
        answer: returns the records of a document, or of one of its sections, by their key in the JSON.
        answers: these keys; a table shows the first.
        domains: the titles of the service domains by their ids.
        rules: the titles of the lint rules by their names.
        failed: how many errors, in rules for example, are already reported.
        is_failure: returns whether an answer makes the exit code 1.
        revise: makes another document of one before it is analysed, as fixing does.
        facts: values for the closing message, set while inputs are answered.
        counts_all: whether the closing message counts all records, not only those of the first key.
        combine: makes the results that are shown from all results, for example a total.
        grouped: whether tables show groups of inputs in place of each input.
        reads_folder: whether the current folder is read where no input is named.
        parallel: whether several processes can share the inputs: nothing is remembered from one to the next.
        observe: called with each document that is analysed.
        record_types: record types that have other columns in this run, by their keys.
    """

    name: str
    answer: Callable[[Document, Section | None], Mapping[str, Sequence[Part]]]
    answers: Sequence[str] = ("sections",)
    domains: Mapping[str, str] = MappingProxyType({})
    rules: Mapping[str, str] = MappingProxyType({})
    failed: int = 0
    is_failure: Callable[[Mapping[str, Sequence[Part]]], bool] | None = None
    revise: Callable[[Document, str], Document] | None = None
    facts: Mapping[str, object] = MappingProxyType({})
    counts_all: bool = False
    combine: Callable[[Iterator[FileResult]], Iterator[FileResult]] | None = None
    grouped: bool = False
    reads_folder: bool = False
    parallel: bool = True
    observe: Callable[[Document], None] | None = None
    record_types: Mapping[str, RecordType] = MappingProxyType({})

    @property
    def counted(self) -> Sequence[str]:
        """The keys of the records that the closing message counts."""
        return self.answers if self.counts_all else self.answers[:1]
