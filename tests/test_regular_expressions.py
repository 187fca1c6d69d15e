"""No built-in regular expression takes more than linear time at one place; found from its form, without a clock."""

import json
import re
import sys

import pytest

from tests.growth.accepted import ACCEPTED
from tests.growth.ambiguity import find_ambiguity
from tests.helpers import ROOT, run_process


@pytest.fixture(scope="module")
def ambiguous() -> list[tuple[str, str, str]]:
    """Module, expression and fault of each that the program compiles and the checker names."""
    done = run_process(sys.executable, "-m", "tests.growth.compiled", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    expressions = json.loads(done.stdout)
    assert len(expressions) > 300
    found = []
    for text, binary, flags, module in expressions:
        fault = find_ambiguity(text.encode("latin-1") if binary else text, flags)
        if fault:
            found.append((module, text, fault))
    return found


@pytest.mark.xdist_group("expressions")
def test_built_in_expressions_take_linear_time_at_one_place(ambiguous: list[tuple[str, str, str]]) -> None:
    unknown = [
        (module, text, fault)
        for module, text, fault in ambiguous
        if not any(module == known and text.startswith(start) for known, start in ACCEPTED)
    ]
    assert unknown == []


@pytest.mark.xdist_group("expressions")
def test_every_accepted_expression_is_still_there(ambiguous: list[tuple[str, str, str]]) -> None:
    gone = [
        (known, start)
        for known, start in ACCEPTED
        if not any(module == known and text.startswith(start) for module, text, _ in ambiguous)
    ]
    assert gone == []


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        pytest.param(r"(a+)+b", "exponential", id="a repetition in a repetition"),
        pytest.param(r"(?:a|b|ab)*c", "exponential", id="a word that two others make up"),
        pytest.param(r"(?:a{1,3})*b", "exponential", id="a limited repetition in an open one"),
        pytest.param(r"\s*x?\s*y", "polynomial", id="an option between two repetitions of the same"),
        pytest.param(r"\d+.*\d+,", "polynomial", id="two repetitions with a wide one between"),
        pytest.param(rb"[ab]*a+c", "polynomial", id="bytes"),
        pytest.param(r"(?:(?:a|b)x)*c", "", id="alternatives that the first character decides"),
        pytest.param(r"\s*(?:x\s*)?y", "", id="the same option with its repetition inside"),
        pytest.param(r"a{1,9}[ab]{1,9}c", "", id="limited repetitions"),
        pytest.param(r"\d+(?:,\d{3})*%", "", id="a sign before each round"),
        pytest.param(r"[^,]*,[^,]*,", "", id="a sign that neither repetition holds"),
    ],
)
def test_the_checker_names_the_kind_of_growth(pattern: str | bytes, kind: str) -> None:
    re.compile(pattern)
    assert (find_ambiguity(pattern) or "").partition(":")[0] == kind
