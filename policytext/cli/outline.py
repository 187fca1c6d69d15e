"""``policytext outline``: the section tree of each text."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from typer import Option

from policytext.cli.options import Common, command, settle
from policytext.cli.run import Task, run
from policytext.model import Document, Section
from policytext.settings import Settings

FORMATS = ("text", "tree", "json", "jsonl", "markdown", "csv", "tsv")


@command
def outline(
    common: Common,
    depth: Annotated[str | None, Option(metavar="N", help="help-depth")] = None,
    no_inline: Annotated[bool, Option("--no-inline", help="help-no-inline", show_default=False)] = False,
) -> None:
    """The section tree: headings, articles, list items and inline items."""
    settings = settle(common, depth=depth, no_inline=no_inline)

    def answer(document: Document, scope: Section | None) -> Mapping[str, Sequence[Section]]:
        return {"sections": pruned((scope,) if scope else document.sections, settings)}

    run(Task(name="outline", formats=FORMATS, answer=answer), common, settings)


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
