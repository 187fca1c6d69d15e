"""The summary of an analysis as HTML, which a notebook shows in place of an object's name.

Takes what the analysers found, gives one HTML fragment without styles or scripts; every text in it is escaped.

>>> from policytext.model.document import Document, Source
>>> document = Document(source=Source(text="一"), script="hans", profile="mainland", title="<b>计划</b>",
...                     document_number=None, issuer=None, date=None, sections=())
>>> format_summary(document, (), ((), ()), ())[:52]
'<div><p><strong>&lt;b&gt;计划&lt;/b&gt;</strong><br>1 '
"""

from collections.abc import Iterable, Sequence
from html import escape

from policytext.model.annotations import Finding, Indicator, Measure
from policytext.model.document import Document, Section

#: The rows of a table that are shown; a line below gives the number of the others.
_SHOWN = 20


def format_summary(
    document: Document,
    sections: Sequence[Section],
    targets: tuple[Sequence[Indicator], Sequence[Measure]],
    findings: Sequence[Finding],
) -> str:
    """Format the title, the counts, and tables of the outline, the indicators and the findings.

    Args:
        document: the document.
        sections: its top sections with their domains.
        targets: its indicators and its measures.
        findings: its probable mistakes.
    """
    indicators, measures = targets
    outline = [section for top in sections for section in top.walk()]
    counts = (
        f"{len(document.source.text)} characters 字符 · {len(outline)} sections 标题 · "
        f"{len(indicators)} indicators 指标 · {len(measures)} measures 举措 · {len(findings)} findings 问题"
    )
    title = escape(document.title or document.source.path or "-")
    return "".join(
        (
            f"<div><p><strong>{title}</strong><br>{counts}</p>",
            _table("Outline 提纲", ("level", "marker", "title", "domain"), map(_section_row, outline)),
            _table(
                "Indicators 指标",
                ("status", "indicator", "value", "unit", "date", "address"),
                map(_indicator_row, indicators),
            ),
            _table(
                "Findings 问题",
                ("line", "severity", "rule", "text", "message"),
                (_finding_row(finding, document) for finding in findings),
            ),
            "</div>",
        )
    )


def _section_row(section: Section) -> tuple[object, ...]:
    return section.level, section.marker, section.title, section.domain


def _indicator_row(indicator: Indicator) -> tuple[object, ...]:
    high = f"–{indicator.value_high:f}" if indicator.value_high is not None else ""
    value = f"{indicator.comparator} {indicator.value:f}{high}"
    date = indicator.date.end if indicator.date else None
    return indicator.status, indicator.name, value, indicator.unit, date, indicator.address


def _finding_row(finding: Finding, document: Document) -> tuple[object, ...]:
    line = document.source.position(finding.span[0]).line
    return line, finding.severity, finding.rule, finding.text, finding.message.zh


def _table(caption: str, columns: Iterable[str], rows: Iterable[tuple[object, ...]]) -> str:
    """Format a table of the first rows; without rows, nothing."""
    lines = [_line("td", row) for row in rows]
    if not lines:
        return ""
    rest = len(lines) - _SHOWN
    more = f"<p>… {rest} more 另有 {rest} 行</p>" if rest > 0 else ""
    head, body = _line("th", columns), "".join(lines[:_SHOWN])
    caption = f"<caption>{escape(caption)}</caption>"
    return f"<table>{caption}<thead>{head}</thead><tbody>{body}</tbody></table>{more}"


def _line(cell: str, values: Iterable[object]) -> str:
    cells = (f"<{cell}>{'' if value is None else escape(str(value))}</{cell}>" for value in values)
    return f"<tr>{''.join(cells)}</tr>"
