"""``policytext domains``: the service domain of each passage, and the terms that decide it."""

from collections.abc import Mapping, Sequence

from policytext.cli import rule_packs
from policytext.cli.run import run
from policytext.cli.scope import find_sections, keep_domains, select_domains, select_within
from policytext.cli.settings import Settings
from policytext.cli.task import Task
from policytext.errors import ConfigError
from policytext.formats import Part
from policytext.model.document import Document, Section

# Formats that show the shares of the domains; the others have no place for them.
_WITH_SHARES = ("text", "full", "tree", "markdown")


def domains(settings: Settings) -> None:
    """Show which passages belong to which service domain: terms, weights, places."""
    from policytext.formats.lines.passages import count_coverage
    from policytext.pipeline import Analysis

    if settings.switch("summary") and settings.format not in _WITH_SHARES:
        raise ConfigError("summary-format", name=settings.format, choices="|".join(_WITH_SHARES))
    book, failed = rule_packs.load_reporting_faults(settings)
    titles = {domain.id: domain.title for domain in book.domains}
    wanted = rule_packs.read_domains(settings, list(titles))

    def answer(document: Document, scope: Section | None) -> Mapping[str, Sequence[Part]]:
        analysis = Analysis(document, book)
        sections, passages = analysis.sections, analysis.passages
        if scope:
            sections = find_sections(sections, scope)
            passages = select_within(passages, scope)
        coverage = count_coverage(passages, titles) if settings.format in _WITH_SHARES else ()
        if wanted:
            sections = keep_domains(sections, wanted)
            passages = select_domains(passages, wanted)
        parts: dict[str, Sequence[Part]] = {"domains": passages, "sections": sections}
        if coverage:  # of the whole text, also where only some domains are shown
            parts["coverage"] = coverage
        return parts

    task = Task("domains", answer, ("domains", "sections"), titles, failed=failed)
    run(task, settings)
