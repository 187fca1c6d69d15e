"""Findings as records."""

from collections.abc import Iterator, Sequence

from policytext.formats.records import Cell, Noun, Record, Schema, Values, dumps, located, valued
from policytext.messages import Lang
from policytext.model.annotations import Finding
from policytext.model.document import Source

COLUMNS = (
    "rule",
    "severity",
    "confidence",
    "message",
    "basis",
    "start",
    "end",
    "line",
    "column",
    "end_line",
    "end_column",
    "text",
    "count",
    "address",
    "fix",
    "fingerprint",
)


def record(finding: Finding, source: Source, lang: Lang) -> Record:
    """A finding with its mend and, of a storm, its other places.

    >>> from policytext.model.annotations import Message
    >>> from policytext.model.document import Span
    >>> finding = Finding("typo/x", "error", 0.9, Message("错", "wrong"), None, Span(0, 2), "帐户")
    >>> found = record(finding, Source(text="帐户"), "en")
    >>> found["message"], found["end_column"], found["count"], found["fix"]
    ('wrong', 3, 1, None)
    """
    start, end = finding.span
    line, column = source.position(start)
    end_line, end_column = source.position(end)
    fix = finding.fix
    found: Record = {
        "rule": finding.rule,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message.zh if lang == "zh" else finding.message.en,
        "basis": finding.basis,
        "start": start,
        "end": end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "text": finding.text,
        "count": 1 + len(finding.also),
        "address": finding.address,
        "fix": None
        if fix is None
        else {
            "safety": fix.safety,
            "edits": [{"start": a, "end": b, "text": words} for (a, b), words in fix.edits],
        },
        "fingerprint": finding.fingerprint,
    }
    if finding.also:
        places = [source.position(span[0]) for span in finding.also]
        found["also"] = [
            {"start": span[0], "end": span[1], "line": place.line, "column": place.column}
            for span, place in zip(finding.also, places, strict=True)
        ]
    return located(found, source, start)


def _rows(findings: Sequence[Finding], source: Source, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    for finding in findings:
        cells = record(finding, source, lang)
        fix = finding.fix
        cells["fix"] = None if fix is None else "; ".join(edit.text for edit in fix.edits[:1])
        yield tuple(cells[column] for column in COLUMNS)


def _listed(findings: Sequence[Finding], source: Source, lang: Lang) -> str:
    return ",".join([dumps(record(finding, source, lang)) for finding in findings])


def _fields(findings: Sequence[Finding], source: Source, lang: Lang) -> Iterator[str]:
    return (dumps(record(finding, source, lang))[1:-1] for finding in findings)


SCHEMA: Schema = {
    "rule": "text",
    "severity": "text",
    "confidence": "float",
    "message": "text",
    "basis": "text",
    "start": "int",
    "end": "int",
    "line": "int",
    "column": "int",
    "end_line": "int",
    "end_column": "int",
    "text": "text",
    "count": "int",
    "address": "text",
    "fix": {"safety": "text", "edits": [{"start": "int", "end": "int", "text": "text"}]},
    "fingerprint": "text",
    "also": [{"start": "int", "end": "int", "line": "int", "column": "int"}],
    "location": "text",
}


def _values(findings: Sequence[Finding], source: Source, lang: Lang) -> Iterator[Values]:
    return valued((record(finding, source, lang) for finding in findings), SCHEMA)


NOUN = Noun("finding", COLUMNS, _rows, _listed, _fields, SCHEMA, _values, sometimes=("also", "location"))
