"""No work grows faster than the text: work is counted, not timed, for texts of one thing repeated."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.growth.patterns import LED, PATTERNS

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.xdist_group("growth")  # all counts come from one run
SMALL, LARGE = 3_000, 12_000  # bytes
TIMES = LARGE // SMALL
#: A stage may grow so much faster than the text: some looks at a stretch before each hit, which a short text doesn't fill.
STAGE = 1.5
#: A place in the program as well; a search that begins again for every hit grows by the square, 4 times as fast.
PLACE = 2.5
#: Steps for each byte of the text from which on a place is looked at.
LEAST = 30

Counts = list[dict[str, dict[str, int]]]


def run(*words: str) -> str:
    """What a Python of its own prints, which loads the program with counters in it."""
    command = [sys.executable, *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def counts() -> dict[str, Counts]:
    """What each command costs for every pattern at both sizes."""
    lines = run("-m", "tests.growth.measure", str(SMALL), str(LARGE)).splitlines()
    return {line["name"]: line["counts"] for line in map(json.loads, lines)}


@pytest.mark.parametrize("name", [*PATTERNS, *LED])
def test_work_grows_with_the_text(name: str, counts: dict[str, Counts]) -> None:
    little, much = counts[name]
    assert set(much) == {"outline", "domains", "targets", "lint", "stats"}
    for stage, places in much.items():
        before, after = sum(little[stage].values()), sum(places.values())
        known = Counter(little[stage])
        steep = {
            place: (known[place], count)
            for place, count in places.items()
            if count > PLACE * TIMES * known[place] + LEAST * LARGE
        }
        assert not steep, f"{stage}: {steep}"
        assert after <= STAGE * TIMES * before + LARGE, f"{stage}: {before} steps, then {after}"


TOY = """
import re
def linear(text): return [found.start() for found in re.compile("a").finditer(text)]
def by_search(text): return [re.compile("b").search(text, at) for at in range(len(text))]
def by_find(text): return [text.find("b", at) for at in range(len(text))]
def by_slice(text): return [text[at:] for at in range(len(text))]
def by_membership(text): return ["b" in text for _ in text]
def by_list(text):
    found = []
    for one in text: found = found + [one]
    return found
def by_loop(text):
    for _ in text:
        for _ in text: pass
"""
MEASURE = """
import sys; sys.path[:0] = [{folder!r}, {root!r}]
from tests.growth import counting
counting.install("toy")
import toy
for size in (100, 400):
    counting.reset()
    getattr(toy, {name!r})("a" * size)
    print(sum(counting.COUNTS))
"""


@pytest.mark.parametrize(
    ("name", "grows"),
    [
        pytest.param("linear", False, id="one search through the text"),
        pytest.param("by_search", True, id="a regular expression that begins again for every hit"),
        pytest.param("by_find", True, id="str.find that begins again"),
        pytest.param("by_slice", True, id="the rest of the text copied for every hit"),
        pytest.param("by_membership", True, id="in"),
        pytest.param("by_list", True, id="a list copied for every item"),
        pytest.param("by_loop", True, id="a loop in a loop"),
    ],
)
def test_the_counter_sees_growth(name: str, grows: bool, tmp_path: Path) -> None:
    (tmp_path / "toy.py").write_text(TOY, encoding="utf-8")
    code = MEASURE.format(folder=str(tmp_path), root=str(ROOT), name=name)
    small, large = map(int, run("-c", code).split())
    assert (large > 2 * 4 * small) is grows, (small, large)
