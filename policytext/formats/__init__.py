"""How results are shown: one file a format, and the file's name is the name the user types.

A format is a module with ``render(results, view)``, a generator of pieces of output. It knows shapes (a
Document, its Sections, its Passages), never commands. How each shape is written stands in ``records`` for
programs and in ``lines`` for people. It takes the results one at a time and keeps none of them, so that
any number of files passes through constant memory. Modules whose name begins with ``_`` are shared by
several formats and are none themselves.

>>> names()
('csv', 'diff', 'fixed', 'full', 'github', 'json', 'jsonl', 'junit', 'markdown', 'sarif', 'table', 'text', 'tree', 'tsv', 'xlsx')
>>> from policytext.formats import json
>>> "".join(json.render([], RenderOptions(command="outline")))
'{"schema":"policytext/1","command":"outline","version":"0.1.0","files":[],"summary":{"files":0,"failed":0}}\\n'
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from policytext.errors import PolicytextError
from policytext.messages import Lang
from policytext.model.document import Document, Section

if TYPE_CHECKING:
    from policytext.model.annotations import Finding, Indicator, Measure, Passage
    from policytext.model.statistics import Collocate, Context, Statistics, TextLine

    # What a command can answer with.
    Part = Section | Passage | Finding | Indicator | Measure | Statistics | Context | Collocate | TextLine
else:
    Part = Any  # an outline loads none of the others

SCHEMA = "policytext/1"

#: Formats that hold JSON, those that programs read and so hold the exact text, and those that write colours.
JSON = ("json", "jsonl", "sarif")
EXACT = (*JSON, "csv", "tsv", "xlsx", "fixed")
PAINTED = ("tree", "full", "table")


class FileResult(NamedTuple):
    """What one input gave: a document and what a command found in it, or why there is none.

    Args:
        path: the input as the user named it.
        document: the document, None where the input could not be read.
        parts: what the command answers, under the key it has in the JSON ("sections"), in reading order.
        error: why there is no document.
        kind: whether it is one input, several inputs that belong together, or all of them added up.
    """

    path: str
    document: Document | None = None
    parts: Mapping[str, Sequence[Part]] = MappingProxyType({})
    error: PolicytextError | None = None
    kind: Literal["file", "group", "total"] = "file"

    @property
    def name(self) -> str:
        """The path as people see it."""
        from policytext.text.display import format_path

        return format_path(self.path)


class RenderOptions(NamedTuple):
    """How the results are to be shown.

    Args:
        command: the command that asks, named in the JSON envelope.
        answers: the keys of what it answers; a table has room for the first.
        domains: the titles of the service domains by their ids, in the order of their packs.
        rules: the titles of the lint rules by their names.
        why: whether people want the evidence shown.
        unsafe: whether mends that want a second look are to be shown as made.
        spreadsheet: whether a table is for a spreadsheet: a byte order mark, headers in the user's language.
        lang: the language of messages and of the words around the data.
        grouped: whether tables show groups of inputs in place of each input.
        map: whether the lines of a text stand with the places that they come from.
        several: whether there may be more than one result, so that each needs a heading.
        line_numbers: whether people want each line's number in the source.
        terminal: whether a person is looking: JSON is indented, lines are folded.
        color: whether colour may be used.
        width: the terminal's width in cells, None where lines must not be folded.
    """

    command: str
    answers: Sequence[str] = ("sections",)
    domains: Mapping[str, str] = MappingProxyType({})
    rules: Mapping[str, str] = MappingProxyType({})
    why: bool = False
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


Render = Callable[[Iterable[FileResult], RenderOptions], Iterator[str] | Iterator[bytes]]


def names() -> tuple[str, ...]:
    """The names of all formats: the modules of this folder."""
    import os

    files = os.listdir(os.path.dirname(__file__))
    return tuple(sorted(file[:-3] for file in files if file.endswith(".py") and not file.startswith("_")))


def load(name: str) -> Render:
    """The ``render`` of the format `name`, one of `names()`, imported only now."""
    from importlib import import_module

    render: Render = import_module(f"{__name__}.{name}").render
    return render
