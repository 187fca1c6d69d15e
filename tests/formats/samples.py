"""Documents built by hand, so that formats are tested without a parser."""

from collections.abc import Sequence

from policytext.formats import FileResult
from policytext.model.annotations import Edit, Finding, Fix, Message
from policytext.model.document import Document, Kind, Section, Source, Span

PLAN = """关于加快智慧社区建设的意见
一、总体要求
（一）指导思想。以人民为中心。
（二）基本原则。一是统筹推进。二是试点先行。
二、重点任务
第一条 本意见所称智慧社区，是指应用新一代信息技术的居民社区。
"""


def section(
    text: str, found: str, split: int, kind: Kind = "heading", below: Sequence[Section] = (), level: int = 1
) -> Section:
    """A section that stands in `text` as `found`, of which the first `split` characters are its marker."""
    start = text.index(found)
    marker, title = found[:split], found[split:]
    title_start = start + len(found) - len(title.lstrip())
    return Section(
        kind=kind,
        level=level,
        marker=marker,
        ordinal=1 if marker else None,
        title=title.strip(),
        span=Span(start, len(text)),
        title_span=Span(title_start, start + len(found)),
        address=marker or title,
        sections=tuple(below),
    )


def document(source: Source, sections: Sequence[Section], title: str | None = None) -> Document:
    """A document of which only its sections and its title matter."""
    return Document(
        source=source,
        script="hans",
        profile="mainland",
        title=title,
        document_number="示政发〔2024〕3号" if title else None,
        issuer="示例市人民政府" if title else None,
        date="2024-05-06" if title else None,
        sections=tuple(sections),
    )


def plan(path: str = "plan.txt") -> FileResult:
    """One document with title, headings, run-in headings, inline items and a bare article."""
    inline = [
        section(PLAN, "一是统筹推进", 2, "inline", level=3),
        section(PLAN, "二是试点先行", 2, "inline", level=3),
    ]
    principles = section(PLAN, "（二）基本原则", 3, "run-in", inline, level=2)
    aims = section(PLAN, "（一）指导思想", 3, "run-in", level=2)
    article = section(PLAN, "第一条", 3, "article", level=2)
    headings = [
        section(PLAN, "一、总体要求", 2, below=[aims, principles]),
        section(PLAN, "二、重点任务", 2, below=[article]),
    ]
    top = [section(PLAN, "关于加快智慧社区建设的意见", 0, "title", headings, level=0)]
    made = document(Source(text=PLAN, path=path), top, "关于加快智慧社区建设的意见")
    return FileResult(path=path, document=made, parts={"sections": made.sections})


def checked(path: str = "plan.txt") -> FileResult:
    """The same with a finding that can be mended."""
    start = PLAN.index("统筹推进")
    span = Span(start, start + 4)
    found = Finding(
        rule="wording/pace",
        severity="warning",
        confidence=0.9,
        message=Message("“统筹推进”应作“统筹推进工作”", "“统筹推进” is one word"),
        basis="GB/T 1-2000 1.1",
        span=span,
        text="统筹推进",
        address="一、/（二）/一是",
        fix=Fix("safe", (Edit(span, "统筹推进工作"),)),
        fingerprint="00",
    )
    result = plan(path)
    return result._replace(parts={**result.parts, "findings": (found,)})


def of(text: str, *sections: Section, path: str = "a.txt") -> FileResult:
    """A result with these sections of `text`."""
    made = document(Source(text=text, path=path), sections)
    return FileResult(path=path, document=made, parts={"sections": made.sections})
