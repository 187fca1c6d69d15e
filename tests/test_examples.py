"""Each text in ``examples/`` has the outline in the file next to it, and every span quotes the text.

``python tests/test_examples.py`` writes the outlines anew; read the difference before you commit it.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
TEXTS = sorted(path for path in EXAMPLES.glob("*.txt") if not path.name.endswith(".outline.txt"))


def find_outline_file(text: Path) -> Path:
    """Return the file with the outline of `text`."""
    return text.with_name(f"{text.stem}.outline.txt")


def print_outline(text: Path) -> str:
    """Return what ``policytext outline`` prints for `text` into a pipe."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("POLICYTEXT_")}
    run = subprocess.run(
        [sys.executable, "-m", "policytext", "outline", text.name],
        cwd=EXAMPLES,
        env={**environment, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    return run.stdout.decode("utf-8")


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: str(path.stem))
def test_outline(text: Path) -> None:
    assert print_outline(text) == find_outline_file(text).read_text(encoding="utf-8")


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: str(path.stem))
def test_every_span_quotes_the_text(text: Path) -> None:
    from policytext import parse, read

    document = parse(read(str(text)))
    source, addresses = document.source, [section.address for section in document.walk()]
    for section in document.walk():
        assert source[section.title_span] == section.title
        assert source[section.span].startswith(section.marker or section.title)
        assert section.span.start <= section.title_span.start <= section.title_span.end <= section.span.end
        for below in section.sections:
            assert section.span.start <= below.span.start <= below.span.end <= section.span.end
    assert len(addresses) == len(set(addresses))


def test_every_outline_has_its_text() -> None:
    assert sorted(EXAMPLES.glob("*.outline.txt")) == sorted(map(find_outline_file, TEXTS))


if __name__ == "__main__":
    for example in TEXTS:
        find_outline_file(example).write_text(print_outline(example), encoding="utf-8", newline="\n")
