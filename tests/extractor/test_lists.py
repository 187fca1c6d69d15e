"""The lists of `rules/targets`: each has an example that depends on it, and a user's pack joins them."""

from functools import cache
from pathlib import Path

import pytest

from policytext.extractor import extract_targets
from policytext.extractor.target_examples import run_target_example
from policytext.model.document import Source
from policytext.outliner import parse
from policytext.rulebook.examples import compute_list_coverage
from policytext.rulebook.lists import TARGET_LISTS
from policytext.rulebook.packs import load_rules
from policytext.rulebook.rule_types import TargetExample
from policytext.rulebook.rulebook import Rulebook
from policytext.rulebook.serialization import serialize_lists
from policytext.text.prepared import PreparedDocument

HEAD = "policytext: 1\npack: mine\n"


@cache
def built_in() -> Rulebook:
    return load_rules()[0]


def without(name: str) -> Rulebook:
    """The built-in rules with one list emptied."""
    lists = {other: words for other, words in built_in().lists.items() if other != name}
    return Rulebook(built_in().raw | serialize_lists(lists))


def likely(name: str) -> list[TargetExample]:
    """The examples, first those that hold a word of the list."""
    words = [str(word) for word in built_in().lists[name]]
    return sorted(built_in().cases, key=lambda case: not any(word in case.text for word in words))


@pytest.mark.parametrize("name", sorted(TARGET_LISTS))
def test_an_example_fails_without_the_list(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLICYTEXT_CACHE", "")
    assert name in built_in().lists
    book = without(name)
    assert any(run_target_example(case, book) for case in likely(name))


def test_every_example_is_as_expected() -> None:
    """An example that fails by itself would speak for every list."""
    faults = [run_target_example(case, built_in()) for case in built_in().cases]
    assert [str(fault) for fault in faults if fault] == []


def test_every_list_has_a_word_in_an_example() -> None:
    assert [one.rule for one in compute_list_coverage(built_in()) if one.is_uncovered] == []


@pytest.mark.parametrize(
    ("lists", "text", "name"),
    [
        pytest.param(
            "  after-name: [攀升至]\n", "到2030年，升学率攀升至95%。", "升学率", id="a-word-is-added"
        ),
        pytest.param(
            "  after-name: {reaching: [攀升至]}\n", "到2030年，升学率攀升至95%。", "升学率", id="in-a-group"
        ),
        pytest.param(
            "  before-name-unless: {自: [自来水]}\n",
            "到2030年，自来水普及率达到95%。",
            "自来水普及率",
            id="an-exception-is-added",
        ),
        pytest.param(
            "  before-name: [据了解]\n", "据了解普及率达到95%。", "普及率", id="a-word-of-three-characters"
        ),
    ],
)
def test_a_pack_of_ones_own_joins_the_lists(tmp_path: Path, lists: str, text: str, name: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(f"{HEAD}lists:\n{lists}", encoding="utf-8")
    book, faults = load_rules([str(path)])
    (found,) = extract_targets(PreparedDocument(parse(Source(text=text))), book).indicators
    assert (faults, found.name) == ((), name)


def test_a_plan_to_come_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(f"{HEAD}lists:\n  five-year-plans: {{十六: 2031-2035}}\n", encoding="utf-8")
    book, _ = load_rules([str(path)])
    (found,) = extract_targets(
        PreparedDocument(parse(Source(text="“十六五”期间，普及率达到95%。"))), book
    ).indicators
    assert found.date is not None
    assert (found.date.start, found.date.end) == ("2031-01-01", "2035-12-31")


@pytest.mark.parametrize(
    ("lists", "code", "line"),
    [
        pytest.param("  afer-name: [攀升至]\n", "rule-unknown-key-near", 4, id="a-list-misspelt"),
        pytest.param("  after-name: {reaching: {攀升至: 1}}\n", "rule-want-text", 4, id="a-map-for-a-word"),
        pytest.param("  relative-years: [今年]\n", "rule-want-map", 4, id="a-list-for-a-table"),
        pytest.param("  after-name-unless:\n    升: [公斤]\n", "rule-not-longer", 5, id="no-longer-word"),
    ],
)
def test_what_is_wrong_with_a_list_is_said_with_its_line(
    tmp_path: Path, lists: str, code: str, line: int
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(f"{HEAD}lists:\n{lists}", encoding="utf-8")
    _, faults = load_rules([str(path)])
    assert [(fault.code, fault.path, fault.line) for fault in faults] == [(code, str(path), line)]


def test_a_list_that_nothing_reads_is_hinted(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(f"{HEAD}lists:\n  tiers: [省, 市]\n", encoding="utf-8")
    book, faults = load_rules([str(path)])
    assert (faults, [(hint.code, hint.line) for hint in book.hints]) == ((), [("rule-list-unread", 4)])
