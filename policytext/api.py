"""The functions of the public API; `policytext/__init__.py` exports them.

Each function imports the packages that it needs when it is called.

>>> [section.title for section in outline("一、总体要求\\n二、重点任务")]
['总体要求', '重点任务']
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing.TYPE_CHECKING without typing
if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike

    from policytext.extractor import Targets
    from policytext.model.annotations import Finding, Passage, Reference
    from policytext.model.document import Document, Section, Source
    from policytext.model.extractions import Extraction
    from policytext.model.statistics import Statistics
    from policytext.pipeline import Analysis

#: The most characters of a path on common systems.
_LONGEST_PATH = 4096


def read(path: str | PathLike[str], *, encoding: str | None = None, errors: str = "strict") -> Source:
    """Read the text of a file.

    Args:
        path: the file.
        encoding: its codec in Python's spelling; without it the codec is detected.
        errors: "replace" reads bytes that are not valid in the encoding as U+FFFD; `Source.replaced` counts them.

    Raises:
        ReadError: the file is missing, unreadable, undecodable, or of a type that can't be read.

    >>> source = read(__file__)
    >>> source.encoding, "def read(" in source.text
    ('utf-8', True)
    """
    from policytext.readers import ReadOptions, read

    return read(path, ReadOptions(encoding, errors=errors))


def parse(text: str | Source) -> Document:
    """Parse a text into a document: its sections and the facts in its front matter.

    Args:
        text: the text, or a source that was read.

    Raises:
        ReadError: the text is the name of a file.

    >>> parse("国务院关于加强数据管理的意见\\n\\n一、总体要求").title
    '国务院关于加强数据管理的意见'
    """
    from policytext.outliner import parse

    return parse(_source(text))


def outline(text: str | Source) -> tuple[Section, ...]:
    """Return the top sections of a text, each with its subsections.

    Args:
        text: the text, or a source that was read.

    Raises:
        ReadError: the text is the name of a file.

    >>> [section.address for section in outline("第一章 总则\\n第一条 为了规范管理，制定本条例。")]
    ['第一章']
    """
    return parse(text).sections


def references(text: str | Source | Document) -> tuple[Reference, ...]:
    """Return the citations of a text: 本法第三条, 前款, 附件1, its own titles, with the sections that they point to.

    Args:
        text: the text, a source that was read, or a document that was parsed.

    Raises:
        ReadError: the text is the name of a file.

    >>> [(found.text, found.targets) for found in references("第一条 甲。\\n第二条 依照第一条办理。\\n")]
    [('第一条', ('第一条',))]
    """
    from policytext.model.document import Document
    from policytext.text.references import find_references

    return find_references(text if isinstance(text, Document) else parse(text))


def domains(
    text: str | Source | Document, *, rules: Sequence[str | PathLike[str]] = ()
) -> tuple[Passage, ...]:
    """Return the service domain of each sentence, with the terms that decide it.

    Args:
        text: the text, a source that was read, or a document that was parsed.
        rules: more rule files or folders; their domains are added to the built-in ones or replace them.

    Raises:
        ReadError: the text is the name of a file.
        RuleError: a rule file can't be used.

    >>> [(passage.domain, passage.text) for passage in domains("推进一网通办。加强组织领导。")]
    [('government', '推进一网通办。'), (None, '加强组织领导。')]
    """
    return _analysis(text, rules).passages


def targets(text: str | Source | Document, *, rules: Sequence[str | PathLike[str]] = ()) -> Targets:
    """Return the quantified targets with value, date and status, and the commitments in words, each with its domain.

    Args:
        text: the text, a source that was read, or a document that was parsed.
        rules: more rule files or folders; their lists of units, verbs and cues are added to the built-in ones.

    Raises:
        ReadError: the text is the name of a file.
        RuleError: a rule file can't be used.

    >>> indicators, measures = targets("到2030年，公办幼儿园在园幼儿占比达到60%以上。鼓励社会力量办园。")
    >>> [(target.name, target.comparator, str(target.value), target.unit, target.date.end) for target in indicators]
    [('公办幼儿园在园幼儿占比', '>=', '60', '%', '2030-12-31')]
    >>> [(measure.verb, measure.object, measure.strength) for measure in measures]
    [('鼓励', '社会力量办园', 0)]
    """
    return _analysis(text, rules).targets


def extract(text: str | Source | Document, *, rules: Sequence[str | PathLike[str]]) -> tuple[Extraction, ...]:
    """Return the statements that the `extract:` rules of packs find, each with its captures.

    Args:
        text: the text, a source that was read, or a document that was parsed.
        rules: rule files or folders with `extract:`.

    Raises:
        ReadError: the text is the name of a file.
        RuleError: a rule file can't be used.

    >>> from policytext.text.builtin_rules import find_builtin_folder
    >>> extract("市财政局负责资金。", rules=[find_builtin_folder()])
    ()
    """
    return _analysis(text, rules).hits


def lint(
    text: str | Source | Document,
    *,
    rules: Sequence[str | PathLike[str]] = (),
    alarm_rate: float | None = None,
) -> tuple[Finding, ...]:
    """Return the probable mistakes, each with its span, its reason and, where it is certain, its fix.

    Args:
        text: the text, a source that was read, or a document that was parsed.
        rules: more rule files or folders; their rules are added to the built-in ones or replace them.
        alarm_rate: also find typos by the language model, with at most this many false positives in 10,000
            characters of clean text, 0.05 to 10; needs the extra ``typos``.

    Raises:
        ReadError: the text is the name of a file.
        RuleError: a rule file can't be used.
        ConfigError: numpy is missing, and an alarm rate is given.

    >>> (finding,) = lint("到2030年，实现系统叠代升级。")
    >>> finding.rule, finding.text, finding.fix.edits[0].text
    ('damage/over-converted', '叠代', '迭代')
    """
    return _analysis(text, rules, alarm_rate).findings


def stats(text: str | Source | Document, *, rules: Sequence[str | PathLike[str]] = ()) -> Statistics:
    """Return counts of characters, sentences, sections and words, the key terms, domains, targets and findings.

    Args:
        text: the text, a source that was read, or a document that was parsed.
        rules: more rule files or folders; they are added to the built-in ones.

    Raises:
        ReadError: the text is the name of a file.
        RuleError: a rule file can't be used.

    >>> statistics = stats("推进一网通办。完善一网通办。")
    >>> statistics.characters, statistics.sentences, [tuple(count) for count in statistics.top_terms]
    (14, 2, [('一网通办', 2)])
    """
    return _analysis(text, rules).statistics


def analyse(
    text: str | PathLike[str] | Source | Document,
    *,
    rules: Sequence[str | PathLike[str]] = (),
    alarm_rate: float | None = None,
) -> Analysis:
    """Analyse one document: sections, passages, targets, findings and statistics, each computed when first needed.

    A `Path` is always a file. A string is a file if one of that name exists, and otherwise the text itself.

    Args:
        text: a path, the text, a source that was read, or a document that was parsed.
        rules: more rule files or folders; they are added to the built-in ones or replace them.
        alarm_rate: as for `lint`.

    Raises:
        ReadError: the file can't be read.
        RuleError: a rule file can't be used.
        ConfigError: numpy is missing, and an alarm rate is given.

    >>> analysis = analyse("一、目标\\n到2030年，入户率达到80%。")
    >>> [row["indicator"] for row in analysis.rows("indicators")]
    ['入户率']
    """
    from os import PathLike

    if isinstance(text, PathLike) or (isinstance(text, str) and _is_file_name(text)):
        text = read(text)
    return _analysis(text, rules, alarm_rate)


def _analysis(
    text: str | Source | Document, rules: Sequence[str | PathLike[str]], alarm_rate: float | None = None
) -> Analysis:
    from policytext.model.document import Document
    from policytext.pipeline import analyse_with_rules

    return analyse_with_rules(text if isinstance(text, Document) else _source(text), rules, alarm_rate)


def _source(text: str | Source) -> Source:
    if not isinstance(text, str):
        return text
    if _is_file_name(text):
        from policytext.errors import ReadError

        raise ReadError("name-not-text", path=text, name=repr(text))
    from policytext.model.document import Source

    return Source(text=text)


def _is_file_name(text: str) -> bool:
    """Return whether a string is the name of an existing file, and so probably not the text that is meant."""
    if len(text) > _LONGEST_PATH or "\n" in text:
        return False
    from os.path import isfile

    return isfile(text)
