"""No work grows faster than the text: work is counted, not timed, for texts of one thing repeated, up to 16 times as long."""

import json
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.growth.patterns import COSTLY, LED, PATTERNS
from tests.helpers import ROOT, run_process

#: Bytes of the two texts. Patterns that cost much more than the others are tried at smaller sizes.
SIZES = (4_000, 64_000)
COSTLY_SIZES = (3_000, 12_000)
#: A stage may grow so much faster than the text: some looks at a stretch before each hit, which a short text doesn't fill.
STAGE = 1.5
#: A place in the program as well; a search that begins again for every hit grows by the square, 4 or 16 times as fast.
PLACE = 2.5
#: Steps for each byte of the text from which on a place is looked at.
LEAST = 30

Counts = list[dict[str, dict[str, int]]]


def run_counted(*arguments: object) -> str:
    """What a Python process prints that loads the program with counters in it."""
    done = run_process(sys.executable, *arguments, cwd=ROOT, timeout=900)
    assert done.returncode == 0, done.stderr
    return done.stdout


NAMES = (*PATTERNS, *LED)
#: Parts that are counted in one process each; two test processes share them.
PARTS = (
    [name for name in NAMES if name in COSTLY],
    [name for name in NAMES if name not in COSTLY][::2],
    [name for name in NAMES if name not in COSTLY][1::2],
)


@cache
def count_part(part: int) -> dict[str, Counts]:
    """What each command costs at both sizes, for every pattern of a part."""
    sizes = SIZES if part else COSTLY_SIZES
    lines = run_counted("-m", "tests.growth.measure", *sizes, *PARTS[part]).splitlines()
    return {line["name"]: line["counts"] for line in map(json.loads, lines)}


@pytest.mark.parametrize(
    ("name", "part"),
    [
        pytest.param(name, part, id=name, marks=pytest.mark.xdist_group(f"growth-{part}"))
        for part, names in enumerate(PARTS)
        for name in names
    ],
)
def test_work_grows_with_the_text(name: str, part: int) -> None:
    small, large = SIZES if part else COSTLY_SIZES
    times = large // small
    little, much = count_part(part)[name]
    assert set(much) == {"outline", "references", "domains", "targets", "lint", "stats"}
    for stage, places in much.items():
        before, after = sum(little[stage].values()), sum(places.values())
        known = Counter(little[stage])
        steep = {
            place: (known[place], count)
            for place, count in places.items()
            if count > PLACE * times * known[place] + LEAST * large
        }
        assert not steep, f"{stage}: {steep}"
        assert after <= STAGE * times * before + large, f"{stage}: {before} steps, then {after}"


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
        pytest.param("by_membership", True, id="a search for a character with in"),
        pytest.param("by_list", True, id="a list copied for every item"),
        pytest.param("by_loop", True, id="a loop in a loop"),
    ],
)
def test_the_counter_sees_growth(name: str, grows: bool, tmp_path: Path) -> None:
    (tmp_path / "toy.py").write_text(TOY, encoding="utf-8")
    code = MEASURE.format(folder=str(tmp_path), root=str(ROOT), name=name)
    small, large = map(int, run_counted("-c", code).split())
    assert (large > 2 * 4 * small) is grows, (small, large)
