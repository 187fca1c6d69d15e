"""``policytext outline``: the section tree of each text."""

from collections.abc import Mapping, Sequence

from policytext.cli.run import run
from policytext.cli.scope import find_sections, keep_domains, select_within
from policytext.cli.settings import Settings
from policytext.cli.task import Task
from policytext.formats import JSON, Part
from policytext.model.document import Document, Kind, Section

#: The options that leave out a kind of section.
_WITHOUT: dict[str, Kind] = {"no-inline": "inline", "no-topics": "topic"}


def outline(settings: Settings) -> None:
    """Show the section tree: headings, articles, list items and inline items."""
    book, failed, titles = None, 0, {}
    wanted: frozenset[str | None] = frozenset()
    if not settings.switch("no-domains"):
        from policytext.cli import rule_packs

        book, failed = rule_packs.load_reporting_faults(settings)
        titles = {domain.id: domain.title for domain in book.domains}
        wanted = rule_packs.read_domains(settings, list(titles))

    def answer(document: Document, scope: Section | None) -> Mapping[str, Sequence[Part]]:
        if book is None:
            sections = document.sections
        else:
            from policytext.pipeline import Analysis

            sections = Analysis(document, book).sections
        if wanted:
            sections = keep_domains(sections, wanted)
        if scope:
            sections = find_sections(sections, scope)
        tables = select_within(document.tables, scope) if scope else document.tables
        parts: dict[str, Sequence[Part]] = {"sections": prune(sections, settings), "tables": tables}
        if settings.format in JSON:  # the other formats show none
            from policytext.text.references import find_references

            references = find_references(document)
            parts["references"] = select_within(references, scope) if scope else references
        return parts

    run(Task("outline", answer, domains=titles, failed=failed), settings)


def prune(sections: Sequence[Section], settings: Settings) -> Sequence[Section]:
    """Return the sections down to --depth, counted from the highest level, without the kinds that are excluded."""
    depth = settings.number("depth")
    without = {kind for option, kind in _WITHOUT.items() if settings.switch(option)}
    if depth is None and not without:
        return sections
    top = max(1, min((section.level for section in sections), default=1))
    deepest = top - 1 + (depth or 10**9)

    def cut(sections: Sequence[Section]) -> tuple[Section, ...]:
        return tuple(
            section._replace(sections=cut(section.sections)) if section.sections else section
            for section in sections
            if section.level <= deepest and section.kind not in without
        )

    return cut(sections)
