"""``policytext domains``: which passages speak of which service domain, and why."""

from collections.abc import Collection, Mapping, Sequence
from typing import Annotated

from typer import Option

from policytext.cli import rule_packs
from policytext.cli.options import Common, command, settle
from policytext.cli.run import Task, run
from policytext.formats import Part
from policytext.model.document import Document, Section

FORMATS = ("text", "tree", "json", "jsonl", "markdown", "csv", "tsv")


@command
def domains(
    common: Common,
    why: Annotated[bool, Option("--why", help="help-why", show_default=False)] = False,
) -> None:
    """Which passages belong to which service domain: terms, weights, places."""
    from policytext.classifier.passages import classify_passages as found_in
    from policytext.classifier.passages import classify_sections
    from policytext.text.prepared import PreparedDocument

    settings = settle(common, why=why)
    book, failed = rule_packs.load_reporting_faults(settings)
    titles = {domain.id: domain.title for domain in book.domains}
    wanted = rule_packs.chosen_domains(settings, list(titles))

    def answer(document: Document, scope: Section | None) -> Mapping[str, Sequence[Part]]:
        passages = found_in(PreparedDocument(document), book)
        sections = classify_sections(document.sections, passages)
        if scope:
            sections = tuple(one for top in sections for one in top.walk() if one.address == scope.address)
            passages = tuple(one for one in passages if scope.span[0] <= one.span[0] < scope.span[1])
        if wanted:
            passages = tuple(one for one in passages if one.domain in wanted)
            sections = speaking(sections, wanted)
        return {"domains": passages, "sections": sections}

    task = Task("domains", FORMATS, answer, ("domains", "sections"), titles, failed=failed)
    run(task, common, settings)


def speaking(sections: Sequence[Section], wanted: Collection[str | None]) -> tuple[Section, ...]:
    """The sections that speak of a wanted domain, and those above them."""
    kept = []
    for section in sections:
        below = speaking(section.sections, wanted)
        if below or section.domain in wanted:
            kept.append(section._replace(sections=below))
    return tuple(kept)
