"""The output formats: one module a format, and the module's name is the name that the user types.

A format is a module with ``render(results, options)``, a generator of pieces of output. It knows record types (sections,
passages, findings …), never commands. How a record is written is defined in ``fields`` for programs and in ``lines`` for
people. A format takes the results one at a time and keeps none, so any number of files needs constant memory.
Modules whose names begin with ``_`` are shared by several formats and are no formats themselves.

>>> list_names()
('csv', 'diff', 'fixed', 'full', 'github', 'json', 'jsonl', 'junit', 'markdown', 'sarif', 'table', 'text', 'tree', 'tsv', 'xlsx')
>>> from policytext.formats import json
>>> "".join(json.render([], RenderOptions(command="outline")))
'{"schema":"policytext/1","command":"outline","version":"0.1.0","files":[],"summary":{"files":0,"failed":0}}\\n'
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from policytext.errors import PolicytextError
from policytext.messages import Lang
from policytext.model.document import Document, Section, Table
from policytext.model.records import NamedTuple

if TYPE_CHECKING:
    from policytext.formats.fields import RecordType
    from policytext.model.annotations import Finding, Indicator, Measure, Passage, Reference
    from policytext.model.extractions import Extraction
    from policytext.model.statistics import Collocate, Context, Coverage, RuleCount, Statistics, TextLine

    # A record that a command answers with.
    Part = (
        Section
        | Table
        | Passage
        | Finding
        | Indicator
        | Measure
        | Reference
        | Extraction
        | Statistics
        | Context
        | Collocate
        | TextLine
        | RuleCount
        | Coverage
    )
else:
    Part = Any  # an outline loads none of the others

RecordT = TypeVar("RecordT")

SCHEMA = "policytext/1"

#: Formats that are JSON, formats for programs, which hold the exact text, and formats that write colours.
JSON = ("json", "jsonl", "sarif")
EXACT = (*JSON, "csv", "tsv", "xlsx", "fixed")
PAINTED = ("tree", "full", "table")


class FileResult(NamedTuple):
    """The result of one input: its document and what a command found in it, or the error.

    Args:
        path: the input as the user named it.
        document: the document; None if the input could not be read.
        parts: the records, by their key in the JSON ("sections"), in reading order.
        error: why there is no document.
        kind: whether the result is of one input, of a group of inputs, or of all inputs together.
    """

    path: str
    document: Document | None = None
    parts: Mapping[str, Sequence[Part]] = MappingProxyType({})
    error: PolicytextError | None = None
    kind: Literal["file", "group", "total"] = "file"

    @property
    def name(self) -> str:
        """The path as it is shown to people."""
        from policytext.text.display import format_path

        return format_path(self.path)

    def select(self, key: str, record_type: type[RecordT]) -> list[RecordT]:
        """Return the records under `key`, which are all of one type."""
        return [record for record in self.parts.get(key, ()) if isinstance(record, record_type)]


class RenderOptions(NamedTuple):
    """How results are rendered.

    Args:
        command: the name of the command, which the JSON envelope holds.
        answers: the keys of the records that it answers with; a table shows the first.
        domains: the titles of the service domains by their ids, in the order of their packs.
        rules: the titles of the lint rules by their names.
        why: whether the evidence is shown.
        summary: whether only the summary is shown, the shares of the domains.
        unsafe: whether unsafe fixes are applied too.
        spreadsheet: whether a table is for a spreadsheet: a byte order mark, headers in the user's language.
        lang: the language of messages and of the words around the data.
        grouped: whether tables show groups of inputs in place of each input.
        map: whether each line of a text is shown with the place that it comes from.
        several: whether there may be more than one result, so that each needs a heading.
        line_numbers: whether each line begins with its number in the source.
        terminal: whether the output is a terminal, where JSON is indented and lines are folded.
        color: whether colours may be written.
        width: the terminal's width in cells; None if lines must not be folded.
        record_types: record types that have other columns in this run, by their keys.
    """

    command: str
    answers: Sequence[str] = ("sections",)
    domains: Mapping[str, str] = MappingProxyType({})
    rules: Mapping[str, str] = MappingProxyType({})
    why: bool = False
    summary: bool = False
    unsafe: bool = False
    spreadsheet: bool = False
    grouped: bool = False
    map: bool = False
    lang: Lang = "zh"
    several: bool = False
    line_numbers: bool = False
    terminal: bool = False
    color: bool = False
    width: int | None = None
    record_types: Mapping[str, "RecordType"] = MappingProxyType({})

    def load_record_type(self, key: str) -> "RecordType":
        """Return the record type with this key in the JSON."""
        from policytext.formats.fields import load_record_type

        return self.record_types.get(key) or load_record_type(key)


Render = Callable[[Iterable[FileResult], RenderOptions], Iterator[str] | Iterator[bytes]]


def list_names() -> tuple[str, ...]:
    """Return the names of all formats: the modules of this folder."""
    import os

    files = os.listdir(os.path.dirname(__file__))
    return tuple(sorted(file[:-3] for file in files if file.endswith(".py") and not file.startswith("_")))


def load_format(name: str) -> Render:
    """Import a format of `list_names` and return its ``render``."""
    from importlib import import_module

    render: Render = import_module(f"{__name__}.{name}").render
    return render
