"""policytext: outline, read and check Chinese policy texts.

>>> import policytext
>>> document = policytext.parse("一、总体要求\\n（一）指导思想。坚持以人民为中心。")
>>> [(section.marker, section.title) for section in document.walk()]
[('一、', '总体要求'), ('（一）', '指导思想')]

Nothing is imported before it is asked for, so ``import policytext`` costs nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing.TYPE_CHECKING without typing
if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike

    from policytext.errors import ConfigError as ConfigError
    from policytext.errors import PolicytextError as PolicytextError
    from policytext.errors import ReadError as ReadError
    from policytext.errors import RuleError as RuleError
    from policytext.extractor import Targets as Targets
    from policytext.model.annotations import Finding as Finding
    from policytext.model.annotations import Indicator as Indicator
    from policytext.model.annotations import Measure as Measure
    from policytext.model.annotations import Passage as Passage
    from policytext.model.annotations import Term as Term
    from policytext.model.document import Document as Document
    from policytext.model.document import Position as Position
    from policytext.model.document import Section as Section
    from policytext.model.document import Sentence as Sentence
    from policytext.model.document import Source as Source
    from policytext.model.document import Span as Span
    from policytext.rulebook.rulebook import Rulebook

__version__ = "0.1.0"

_HOMES = {
    "policytext.errors": ("ConfigError", "PolicytextError", "ReadError", "RuleError"),
    "policytext.extractor": ("Targets",),
    "policytext.model.annotations": ("Finding", "Indicator", "Measure", "Passage", "Term"),
    "policytext.model.document": ("Document", "Position", "Section", "Sentence", "Source", "Span"),
}
_NOUNS = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "ConfigError",
    "Document",
    "Finding",
    "Indicator",
    "Measure",
    "Passage",
    "PolicytextError",
    "Position",
    "ReadError",
    "RuleError",
    "Section",
    "Sentence",
    "Source",
    "Span",
    "Targets",
    "Term",
    "__version__",
    "domains",
    "lint",
    "outline",
    "parse",
    "read",
    "targets",
]


def read(path: str | PathLike[str], *, encoding: str | None = None) -> Source:
    """The text of a file.

    Args:
        path: the file.
        encoding: its codec in Python's spelling; detected without one.

    Raises:
        ReadError: a file that is missing, unreadable, undecodable or of a kind that can't be read.
    """
    from policytext.readers import ReadOptions, read

    return read(path, ReadOptions(encoding))


def parse(text: str | Source) -> Document:
    """What can be read out of a text: its outline and what its front says of it. Never fails.

    Args:
        text: a source that was read, or the text itself.

    >>> parse("国务院关于加强数据管理的意见\\n\\n一、总体要求").title
    '国务院关于加强数据管理的意见'
    """
    from policytext.model.document import Source
    from policytext.outliner import parse

    return parse(Source(text=text) if isinstance(text, str) else text)


def outline(text: str | Source) -> tuple[Section, ...]:
    """The top sections of a text, each with those below it.

    >>> [section.address for section in outline("第一章 总则\\n第一条 为了规范管理，制定本条例。")]
    ['第一章']
    """
    return parse(text).sections


def domains(
    text: str | Source | Document, *, rules: Sequence[str | PathLike[str]] = ()
) -> tuple[Passage, ...]:
    """Which service domain each sentence speaks of, and which terms say so.

    Args:
        text: a document that was parsed, a source, or the text itself.
        rules: more rule files or folders; a domain in them joins the built-in ones or overrides one.

    Raises:
        RuleError: a rule file that can't be used.

    >>> [(passage.domain, passage.text) for passage in domains("推进一网通办。加强组织领导。")]
    [('government', '推进一网通办。'), (None, '加强组织领导。')]
    """
    from policytext.classifier.passages import classify_passages
    from policytext.text.prepared import PreparedDocument

    return classify_passages(PreparedDocument(_parsed(text)), _book(rules))


def targets(text: str | Source | Document, *, rules: Sequence[str | PathLike[str]] = ()) -> Targets:
    """Quantified statements with value, date and status, and commitments in words, each with its domain.

    Args:
        text: a document that was parsed, a source, or the text itself.
        rules: more rule files or folders; their lists of units, verbs and cues join the built-in ones.

    Raises:
        RuleError: a rule file that can't be used.

    >>> found = targets("到2030年，公办幼儿园在园幼儿占比达到60%以上。鼓励社会力量办园。")
    >>> [(one.name, one.comparator, str(one.value), one.unit, one.date.end) for one in found.indicators]
    [('公办幼儿园在园幼儿占比', '>=', '60', '%', '2030-12-31')]
    >>> [(one.verb, one.object, one.strength) for one in found.measures]
    [('鼓励', '社会力量办园', 0)]
    """
    from policytext.classifier.passages import classify_passages
    from policytext.extractor import extract_targets
    from policytext.text.prepared import PreparedDocument

    prepared, book = PreparedDocument(_parsed(text)), _book(rules)
    return extract_targets(prepared, book, classify_passages(prepared, book))


def lint(
    text: str | Source | Document,
    *,
    rules: Sequence[str | PathLike[str]] = (),
    alarm_rate: float | None = None,
) -> tuple[Finding, ...]:
    """What is probably wrong, each with its place, its reason and, where one is certain, its mend.

    Args:
        text: a document that was parsed, a source, or the text itself.
        rules: more rule files or folders; a rule in them joins the built-in ones or overrides one.
        alarm_rate: also look for slips by the language model, with so many false alarms in 10,000 characters of clean
            text, 0.05 to 10; needs ``policytext[typos]``.

    Raises:
        RuleError: a rule file that can't be used.
        ConfigError: numpy is missing, and an alarm rate was given.

    >>> (found,) = lint("到2030年，实现系统叠代升级。")
    >>> found.rule, found.text, found.fix.edits[0].text
    ('damage/over-converted', '叠代', '迭代')
    """
    from policytext.linter.engine import find_findings, require_packages, select_rules
    from policytext.text.prepared import PreparedDocument

    book = _book(rules)
    only = None if alarm_rate is None else select_rules(book, (), (), alarm_rate)
    require_packages(only or ())
    return find_findings(PreparedDocument(_parsed(text), alarm_rate), book, only)


def _parsed(text: str | Source | Document) -> Document:
    from policytext.model.document import Document

    return text if isinstance(text, Document) else parse(text)


#: The built-in rules once they are loaded; rules of the user may change from call to call.
_BUILT_IN: list[Rulebook] = []


def _book(rules: Sequence[str | PathLike[str]]) -> Rulebook:
    if not rules and _BUILT_IN:
        return _BUILT_IN[0]
    from policytext.rulebook.packs import load_rules

    book, faults = load_rules([str(path) for path in rules])
    if faults:
        raise faults[0]
    if not rules:
        _BUILT_IN.append(book)
    return book


def __getattr__(name: str) -> object:
    home = _NOUNS.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    noun: object = getattr(import_module(home), name)
    globals()[name] = noun
    return noun


def __dir__() -> list[str]:
    return sorted(__all__)
