"""``policytext outline``: the section tree of each text."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from typer import Option

from policytext.cli.options import Common, command, settle
from policytext.cli.run import Task, run
from policytext.cli.settings import Settings
from policytext.formats import Part
from policytext.model.document import Document, Section

FORMATS = ("text", "tree", "json", "jsonl", "markdown", "csv", "tsv")


@command
def outline(
    common: Common,
    depth: Annotated[str | None, Option(metavar="N", help="help-depth")] = None,
    no_inline: Annotated[bool, Option("--no-inline", help="help-no-inline", show_default=False)] = False,
    no_domains: Annotated[bool, Option("--no-domains", help="help-no-domains", show_default=False)] = False,
) -> None:
    """The section tree: headings, articles, list items and inline items."""
    settings = settle(common, depth=depth, no_inline=no_inline, no_domains=no_domains)
    speaks = Speaks(settings)

    def answer(document: Document, scope: Section | None) -> Mapping[str, Sequence[Part]]:
        sections = speaks.of(document)
        if scope:
            sections = tuple(one for top in sections for one in top.walk() if one.address == scope.address)
        return {"sections": pruned(sections, settings)}

    run(Task("outline", FORMATS, answer, domains=speaks.titles, failed=speaks.failed), common, settings)


class Speaks:
    """What the sections of a document speak of, unless --no-domains was said."""

    def __init__(self, settings: Settings) -> None:
        self._book, self.failed = None, 0
        self.titles: dict[str, str] = {}
        self._wanted: frozenset[str | None] = frozenset()
        if not settings.switch("no-domains"):
            from policytext.cli import rule_packs

            self._book, self.failed = rule_packs.load_reporting_faults(settings)
            self.titles = {domain.id: domain.title for domain in self._book.domains}
            self._wanted = rule_packs.chosen_domains(settings, list(self.titles))

    def of(self, document: Document) -> tuple[Section, ...]:
        """The top sections with their domains, only those of --domain if it was said."""
        if self._book is None or not self.titles or not document.sections:
            return document.sections
        from policytext.classifier.passages import classify_passages, classify_sections
        from policytext.text.prepared import PreparedDocument

        sections = classify_sections(
            document.sections, classify_passages(PreparedDocument(document), self._book)
        )
        if not self._wanted:
            return sections
        from policytext.cli.domains import speaking

        return speaking(sections, self._wanted)


def pruned(sections: Sequence[Section], settings: Settings) -> Sequence[Section]:
    """`sections` without what lies below --depth, counted from where they begin, and without inline items if
    so settled.
    """
    depth, no_inline = settings.number("depth"), settings.switch("no-inline")
    if depth is None and not no_inline:
        return sections
    top = max(1, min((section.level for section in sections), default=1))
    deepest = top - 1 + (depth or 10**9)

    def cut(sections: Sequence[Section]) -> tuple[Section, ...]:
        return tuple(
            section._replace(sections=cut(section.sections)) if section.sections else section
            for section in sections
            if section.level <= deepest and not (no_inline and section.kind == "inline")
        )

    return cut(sections)
