"""Figures: each sentence of ``cases/figures.txt`` has exactly the figures that stand behind it."""

from pathlib import Path

import pytest

from policytext.extractor.quantities import find_quantities, load_cues
from policytext.rulebook.packs import load_rules
from policytext.text.shadow import fold

CASES = Path(__file__).resolve().parents[1] / "cases" / "figures.txt"
WORDS = load_cues(load_rules()[0])


def cases() -> list[tuple[str, str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]  # type: ignore[misc]


@pytest.mark.parametrize(("text", "wanted"), [pytest.param(*case, id=case[0]) for case in cases()])
def test_figures_of_a_sentence(text: str, wanted: str) -> None:
    shadow = fold(text)
    found = []
    for one in find_quantities(shadow, WORDS):
        high = "" if one.high is None else f"~{one.high:f}"
        found.append(f"{one.low:f}{high} {one.unit} {one.comparator}")
        assert shadow[one.start : one.end].strip() == shadow[one.start : one.end]
        assert one.first <= one.start < one.end <= one.last
    assert ("; ".join(found) or "-") == wanted


def test_the_file_holds_enough_of_both() -> None:
    wanted = [figure for _, figure in cases()]
    assert sum(one == "-" for one in wanted) >= 60
    assert sum(one != "-" for one in wanted) >= 120
