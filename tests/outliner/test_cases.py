"""Each text in ``tests/cases/outline.txt`` has the outline given there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from policytext.model.document import Document, Source
from policytext.outliner import parse

CASES = Path(__file__).parents[1] / "cases" / "outline.txt"


def cases() -> Iterator[ParameterSet]:
    for block in CASES.read_text(encoding="utf-8").split("\n## ")[1:]:
        name, _, rest = block.partition("\n")
        text, _, outline = rest.partition("\n--\n")
        yield pytest.param(text, outline.rstrip("\n"), id=name)


def format_outline(document: Document) -> str:
    lines = []
    for section in document.walk():
        title = section.title.replace("\n", "⏎")
        lines.append(
            "  " * section.level
            + f"{section.kind} | {section.marker} | {title}".replace("|  |", "| |").rstrip()
        )
    return "\n".join(lines) or "(nothing)"


@pytest.mark.parametrize(("text", "outline"), list(cases()))
def test_outline(text: str, outline: str) -> None:
    assert format_outline(parse(Source(text=text))) == outline
