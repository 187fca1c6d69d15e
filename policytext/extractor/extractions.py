"""Statements that the `extract:` rules of packs find: who does what, what is funded, which document is cited.

A rule's phrases find the statement and its captures; the readers of amounts, dates and bodies check the captures and
compute their values. A statement of which a capture is not what its type says is no hit.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

from policytext.extractor.captured_values import CaptureReader
from policytext.extractor.clauses import ClauseView
from policytext.extractor.cues import load_cues
from policytext.model.annotations import Passage
from policytext.model.document import Source, Span
from policytext.model.extractions import Capture, Extraction
from policytext.rulebook.matcher import Subject, match
from policytext.rulebook.packs import load_builtin_rules
from policytext.rulebook.rule_types import ExtractRule, Hit
from policytext.rulebook.rulebook import Rulebook
from policytext.text.prepared import PreparedDocument


def find_extractions(
    prepared: PreparedDocument,
    book: Rulebook,
    passages: Sequence[Passage] = (),
    only: Collection[str] | None = None,
) -> tuple[Extraction, ...]:
    """Find the statements of the `extract:` rules, in reading order.

    Args:
        prepared: the document.
        book: the rules.
        passages: the document's passages with their domains; without them no statement has a domain.
        only: the names of the rules to run; all enabled ones if None.
    """
    rules = {
        rule.id: rule
        for rule in book.extract_rules
        if (book.enabled[book.names[rule.id]] if only is None else rule.id in only)
    }
    if not rules or not prepared.text:
        return ()
    found = sorted(
        _find_all(prepared, book, rules), key=lambda one: (one.span.start, -one.span.end, one.rule)
    )
    starts = [passage.span[0] for passage in passages]
    return tuple(
        statement._replace(
            domain=passages[max(bisect_right(starts, statement.span[0]) - 1, 0)].domain if passages else None,
            address=prepared.address_at(statement.span[0]),
        )
        for statement in _select(found)
    )


def _find_all(
    prepared: PreparedDocument, book: Rulebook, rules: dict[str, ExtractRule]
) -> Iterator[Extraction]:
    sentences = prepared.sentences
    subject = Subject(prepared.text, prepared.shadow, sentences, prepared.roles_at)
    starts = [sentence.start for sentence in sentences]
    # Without the built-in packs (--rules none) there are no lists of units and bodies, which the readers need.
    cues = load_cues(book if book.lists.get("units") else load_builtin_rules())
    reader = CaptureReader(ClauseView(prepared, cues), prepared.shadow)
    for hit in match(book, subject, frozenset(rules), overlapping=True):
        sentence = sentences[max(bisect_right(starts, hit.span.start) - 1, 0)]
        source = book.patterns[hit.pattern].source
        types = {name: kind for phrase, name, kind in rules[hit.rule].types if phrase == source}
        statement = _read_hit(hit, rules[hit.rule], types, reader, sentence, prepared.text)
        if statement is not None:
            yield statement


def _read_hit(
    hit: Hit, rule: ExtractRule, types: Mapping[str, str], reader: CaptureReader, sentence: Span, text: str
) -> Extraction | None:
    captures = []
    for name, span in sorted(hit.captures, key=lambda capture: capture[1]):
        capture = reader.read(Capture(name, types.get(name, ""), span, ""), hit.span, sentence)
        if capture is None:
            return None
        captures.append(capture._replace(text=text[capture.span.start : capture.span.end]))
    # A capture at the edge of the hit may have another edge now.
    start, end = hit.span
    for old, new in zip(sorted(span for _, span in hit.captures), captures, strict=True):
        start = new.span.start if old.start == hit.span.start else start
        end = new.span.end if old.end == hit.span.end else end
    return Extraction(Span(start, end), text[start:end], rule.id, tuple(captures), rule.give)


def _select(statements: Sequence[Extraction]) -> Iterator[Extraction]:
    """Yield the statements of which none of the same rule overlaps: the first one, and of those the longest."""
    ends: dict[str, int] = {}
    for statement in statements:
        if statement.span.start >= ends.get(statement.rule, 0):
            ends[statement.rule] = statement.span.end
            yield statement


def extract_captures(text: str, rule: str, book: Rulebook) -> list[dict[str, str]]:
    """Return the captures of each statement that a rule finds in a short text, by name, as examples have them.

    >>> from policytext.rulebook.compiler import compile_pack
    >>> from policytext.rulebook.serialization import serialize_rules
    >>> pack = '''policytext: 1
    ... pack: mine
    ... extract:
    ...   - id: money/fund
    ...     title: 资金
    ...     find: "安排{sum:money}用于{what:phrase}"
    ...     tests: [{text: 安排五千万元用于绿化。, want: {sum: 五千万元}}, {text: 安排工作。, want: none}]
    ... '''
    >>> book = Rulebook(serialize_rules(compile_pack(pack, "my.yaml").rules))
    >>> extract_captures("安排五千万元用于绿化。", "money/fund", book)
    [{'sum': '五千万元', 'what': '绿化'}]
    """
    from policytext import outliner

    prepared = PreparedDocument(outliner.parse(Source(text=text)))
    found = find_extractions(prepared, book, only={rule})
    return [{capture.name: capture.text for capture in statement.captures} for statement in found]
