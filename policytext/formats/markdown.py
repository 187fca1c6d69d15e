"""A table of contents: nested lists that every Markdown reader shows as the outline, each with its domain.

Above it stands how much of the text speaks of each domain, where that was asked for.

Two spaces for each level. Whatever would be markup in a title is escaped, "1." at its beginning too, which
would open a list of its own.

>>> escaped("1. 建设*一网通办*[试点]")
'1\\\\. 建设\\\\*一网通办\\\\*\\\\[试点\\\\]'
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from policytext.formats import FileResult, RenderOptions
from policytext.formats.lines.sections import format_label
from policytext.messages import Lang, say
from policytext.model.document import Section
from policytext.model.statistics import Statistics
from policytext.text.display import join_lines

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&$]")
_OPENING = re.compile(r"^(\d{1,9})(?=[.)])|^(?=[-+=])")


def render(results: Iterable[FileResult], view: RenderOptions) -> Iterator[str]:
    """Each file's list as one piece, below a heading with its path if there are several; counts as one table."""
    if view.answers[0] == "stats":
        yield from _counts(results, view)
        return
    first = True
    for result in results:
        if result.document is None:
            continue
        lines: list[str] = []
        if view.several:
            lines += [f"{'' if first else chr(10)}# {escaped(result.name)}", ""]
        first = False
        parts: Mapping[str, Sequence[Any]] = result.parts
        if "domains" in parts:
            lines += _coverage(parts["domains"], view.domains, view.lang)
        lines += _items(parts.get("sections", ()), view.domains)
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


def _counts(results: Iterable[FileResult], view: RenderOptions) -> Iterator[str]:
    """A table, one row a text."""
    from policytext.formats.fields import NO_SOURCE, PATH
    from policytext.formats.fields.stats import RECORD

    columns = {column.key: column for column in RECORD.columns}
    domains = list(view.domains)
    heads = [column.title(view.lang) for column in (PATH, *(columns[key] for key in _COUNTED))]
    heads += [domains_name if view.lang == "zh" else domain for domain, domains_name in view.domains.items()]
    yield f"| {' | '.join(map(escaped, heads))} |\n| --- |{' ---: |' * (len(heads) - 1)}\n"
    for result in results:
        for one in result.parts.get("stats", ()):
            if not isinstance(one, Statistics) or (view.grouped and result.kind == "file"):
                continue
            values = RECORD.named_cells(one, NO_SOURCE, view.lang)
            row = [
                escaped(result.name),
                *("" if values[name] is None else f"{values[name]}" for name in _COUNTED),
            ]
            shares = one.domains or {}
            row += [f"{shares[domain].share:.1%}" if domain in shares else "" for domain in domains]
            yield f"| {' | '.join(row)} |\n"


def escaped(text: str) -> str:
    """`text` on one line, so that Markdown shows it as it is."""
    return _OPENING.sub(r"\1" + r"\\", _SPECIAL.sub(r"\\\g<0>", join_lines(text)))


def _coverage(passages: Sequence[Any], domains: Mapping[str, str], lang: Lang) -> Iterator[str]:
    from policytext.formats.lines.passages import count_coverage

    yield say("coverage-table", lang)
    yield "| --- | ---: | ---: | ---: |"
    for domain, count, characters, share in count_coverage(passages, domains):
        name = domains.get(domain, domain) if domain else say("no-domain", lang)
        yield f"| {escaped(name)} | {count} | {characters} | {share:.0%} |"
    yield ""


def _items(sections: Sequence[Section], domains: Mapping[str, str], depth: int = 0) -> Iterator[str]:
    for section in sections:
        domain = section.domain
        badge = f" *{escaped(domains.get(domain, domain))}*" if domain else ""
        yield f"{'  ' * depth}- {escaped(''.join(format_label(section)))}{badge}"
        yield from _items(section.sections, domains, depth + 1)
