"""A table of contents: nested lists that every Markdown reader shows as the outline, each with its domain.

With domains, a table above it shows the share of each.

Each level is indented by two spaces. Markup in a title is escaped, also "1." at its beginning, which would open a list.

>>> escape("1. 建设*一网通办*[试点]")
'1\\\\. 建设\\\\*一网通办\\\\*\\\\[试点\\\\]'
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from policytext.formats import FileResult, RenderOptions
from policytext.formats.lines.passages import find_coverage
from policytext.formats.lines.sections import format_label
from policytext.messages import Lang, say
from policytext.model.document import Section
from policytext.model.statistics import Coverage, Statistics
from policytext.text.display import join_lines
from policytext.text.lazy_patterns import LazyPattern

_SPECIAL = LazyPattern(r"[\\`*_\[\]<>#|~&$]")
_OPENING = LazyPattern(r"^(\d{1,9})(?=[.)])|^(?=[-+=])")


def render(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    """Write each file's list as one piece, below a heading if there are several files; statistics as one table."""
    if options.answers[0] == "stats":
        yield from _write_statistics(results, options)
        return
    first = True
    for result in results:
        if result.document is None:
            continue
        lines: list[str] = []
        if options.several:
            lines += [f"{'' if first else chr(10)}# {escape(result.name)}", ""]
        first = False
        parts: Mapping[str, Sequence[Any]] = result.parts
        if "domains" in parts:
            lines += _write_coverage(find_coverage(result, options), options.domains, options.lang)
        if not options.summary:
            lines += _write_items(parts.get("sections", ()), options.domains)
        if lines:
            lines.append("")
            yield "\n".join(lines)


_COUNTED = (
    "characters",
    "han",
    "sentences",
    "clauses",
    "sections",
    "target",
    "achieved",
    "measures",
    "errors_per_10k",
)


def _write_statistics(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    """Write a table with one row for each text."""
    from policytext.formats.fields import NO_SOURCE, PATH
    from policytext.formats.fields.stats import RECORD

    columns = {column.key: column for column in RECORD.columns}
    domains = list(options.domains)
    heads = [column.title(options.lang) for column in (PATH, *(columns[key] for key in _COUNTED))]
    heads += [
        domains_name if options.lang == "zh" else domain for domain, domains_name in options.domains.items()
    ]
    yield f"| {' | '.join(map(escape, heads))} |\n| --- |{' ---: |' * (len(heads) - 1)}\n"
    for result in results:
        for statistics in result.parts.get("stats", ()):
            if not isinstance(statistics, Statistics) or (options.grouped and result.kind == "file"):
                continue
            values = RECORD.named_cells(statistics, NO_SOURCE, options.lang)
            row = [
                escape(result.name),
                *("" if values[name] is None else f"{values[name]}" for name in _COUNTED),
            ]
            shares = statistics.domains or {}
            row += [f"{shares[domain].share:.1%}" if domain in shares else "" for domain in domains]
            yield f"| {' | '.join(row)} |\n"


def escape(text: str) -> str:
    """Return `text` on one line, escaped so that Markdown shows it as it is."""
    return _OPENING.sub(r"\1" + r"\\", _SPECIAL.sub(r"\\\g<0>", join_lines(text)))


def _write_coverage(rows: Sequence[Coverage], domains: Mapping[str, str], lang: Lang) -> Iterator[str]:
    yield say("coverage-table", lang)
    yield "| --- | ---: | ---: | ---: |"
    for domain, count, characters, share in rows:
        name = domains.get(domain, domain) if domain else say("no-domain", lang)
        yield f"| {escape(name)} | {count} | {characters} | {share:.0%} |"
    yield ""


def _write_items(sections: Sequence[Section], domains: Mapping[str, str], depth: int = 0) -> Iterator[str]:
    for section in sections:
        domain = section.domain
        badge = f" *{escape(domains.get(domain, domain))}*" if domain else ""
        yield f"{'  ' * depth}- {escape(''.join(format_label(section)))}{badge}"
        yield from _write_items(section.sections, domains, depth + 1)
