"""From hits to a domain: which of them count, what they come to, and what stands above."""

import pytest

from policytext.model.document import Span
from policytext.rulebook.decisions import FAR_PRIOR, Scheme, decide_domain
from policytext.rulebook.overlaps import select_longest_terms
from policytext.rulebook.rule_types import Hit
from policytext.rulebook.word_boundaries import crosses_words, find_word_edges

SCHEME = Scheme({"a": 2.0, "b": 2.0, "rest": 2.0}, {"a": 2.5, "b": 2.5, "rest": 2.0}, frozenset({"rest"}))
Said = tuple[str, str, float]


def hits(*said: Said) -> list[Hit]:
    """Terms one behind the other."""
    return [
        Hit(name, Span(2 * at, 2 * at + 1), term, weight=weight)
        for at, (name, term, weight) in enumerate(said)
    ]


@pytest.mark.parametrize(
    ("said", "domain"),
    [
        pytest.param([("a", "甲", 3)], "a", id="one term that names it"),
        pytest.param([("a", "甲", 2)], None, id="one typical term is thin"),
        pytest.param([("a", "甲", 2), ("a", "乙", 1)], "a", id="a typical term and a weak one"),
        pytest.param([("a", "甲", 2), ("a", "甲", 2)], None, id="one typical term twice"),
        pytest.param([("a", "甲", 1)] * 4, None, id="one weak term four times"),
        pytest.param([("a", "甲乙丙"[at], 1) for at in range(3)], None, id="three weak terms are thin"),
        pytest.param([("a", "甲乙丙丁"[at], 1) for at in range(4)], "a", id="four weak terms"),
        pytest.param([("a", "甲", 2), ("b", "乙", 2)], None, id="tied"),
        pytest.param([("a", "甲", 2), ("b", "乙", 3)], "b", id="the heavier"),
        pytest.param(
            [("a", "甲", 3), ("b", "乙", 1), ("b", "丙", 1), ("b", "丁", 1)],
            "a",
            id="many weak ones don't outvote one",
        ),
        pytest.param([("a", "甲", 2), ("rest", "乙", 3)], None, id="a background that wins is no domain"),
        pytest.param([("a", "甲", 3), ("rest", "乙", 2)], "a", id="a background that loses"),
        pytest.param([], None, id="nothing"),
    ],
)
def test_decide(said: list[Said], domain: str | None) -> None:
    assert decide_domain(SCHEME, hits(*said)).domain == domain


@pytest.mark.parametrize(
    ("said", "domain"),
    [
        pytest.param([], "a", id="a sentence that says nothing"),
        pytest.param([("b", "甲", 1)], "a", id="too little of another domain"),
        pytest.param([("b", "甲", 2)], "b", id="enough of another domain"),
        pytest.param([("a", "甲", 2), ("b", "乙", 2)], "a", id="between two it decides"),
        pytest.param([("rest", "甲", 2)], None, id="a background against it"),
        pytest.param([("rest", "甲", 1)], "a", id="too little of a background"),
    ],
)
def test_a_prior(said: list[Said], domain: str | None) -> None:
    assert decide_domain(SCHEME, hits(*said), "a").domain == domain


def test_variants_of_one_term_count_once() -> None:
    variants = [Hit("a", Span(at, at + 1), term, weight=2, pattern=7) for at, term in ((0, "甲"), (2, "乙"))]
    assert decide_domain(SCHEME, variants).score == 2


def test_a_heading_needs_no_second_word() -> None:
    assert decide_domain(SCHEME, hits(("a", "甲", 2)), title=True).domain == "a"
    assert decide_domain(SCHEME, hits(("a", "甲", 1)), title=True).domain is None


def test_a_far_prior_needs_a_word() -> None:
    assert decide_domain(SCHEME, [], "a", FAR_PRIOR).domain is None
    assert decide_domain(SCHEME, hits(("a", "甲", 1)), "a", FAR_PRIOR).domain == "a"


def test_a_background_above_leans_too() -> None:
    assert decide_domain(SCHEME, hits(("a", "甲", 2), ("rest", "乙", 1)), "rest").domain is None
    assert decide_domain(SCHEME, hits(("a", "甲", 3), ("rest", "乙", 2)), "rest").domain == "a"
    assert decide_domain(SCHEME, [], "rest").domain is None


@pytest.mark.parametrize(
    ("places", "kept"),
    [
        pytest.param([("rest", 0, 5), ("a", 0, 2)], ["rest"], id="inside a background's"),
        pytest.param([("a", 0, 5), ("b", 3, 5)], ["a"], id="inside another domain's"),
        pytest.param([("a", 0, 2), ("b", 0, 2)], ["a", "b"], id="two domains' very same term"),
        pytest.param([("a", 0, 2), ("rest", 0, 2)], ["a"], id="a background gives way to the very same term"),
        pytest.param([("rest", 0, 2), ("a", 0, 2)], ["a"], id="the same, whichever comes first"),
        pytest.param([("a", 0, 4), ("rest", 1, 3)], ["a"], id="a background's inside a domain's"),
        pytest.param([("a", 0, 4), ("b", 2, 6)], ["a"], id="of two that overlap the first"),
        pytest.param([("a", 0, 3), ("b", 2, 6)], ["a", "b"], id="unless the second is longer"),
        pytest.param([("a", 0, 2), ("b", 2, 4)], ["a", "b"], id="side by side"),
    ],
)
def test_the_longest_counts(places: list[tuple[str, int, int]], kept: list[str]) -> None:
    found = [Hit(name, Span(start, end), "字" * (end - start)) for name, start, end in places]
    assert [hit.rule for hit in select_longest_terms(found, {"rest"})] == kept


@pytest.mark.parametrize(
    ("text", "term", "is_crossed"),
    [
        pytest.param("委托育种。", "托育", True, id="across two words"),
        pytest.param("公办托育机构。", "托育", False, id="a word by itself"),
        pytest.param("委托育婴。", "托育", False, id="no word goes on"),
        pytest.param("托育种。", "托育", False, id="at the text's beginning"),
        pytest.param("本委托育", "托育", False, id="at its end"),
        pytest.param("合作社保底收购。", "社保", True, id="a longer word before it"),
    ],
)
def test_across_words(text: str, term: str, is_crossed: bool) -> None:
    edges = find_word_edges(["托育", "社保"], ["委托", "育种", "合作社", "保底", "机构"])
    start = text.index(term)
    assert crosses_words(edges, text, start, start + len(term)) == is_crossed
