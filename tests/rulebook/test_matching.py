"""Matching: one answer whichever way it is found, in whatever pieces, and the longest of what overlaps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext.model.document import Span
from policytext.rulebook import blocks, matcher
from policytext.rulebook.compiler import compile_pack
from policytext.rulebook.matcher import Subject, make_subject, match
from policytext.rulebook.rulebook import Rulebook
from policytext.rulebook.serialization import SerializedRules, serialize_rules
from policytext.rulebook.term_automaton import Literals, make_literal_table
from tests.rulebook.rulehelp import HEAD, book_of

LETTERS = st.text(alphabet="甲乙丙。\n", min_size=1, max_size=6)
TEXTS = st.text(alphabet="甲乙丙丁。，\n", max_size=60)


def raw(text: str) -> SerializedRules:
    pack = compile_pack(HEAD + text, "my.yaml")
    assert pack.faults == (), [fault.render("en") for fault in pack.faults]
    return serialize_rules(pack.rules)


def domain(name: str, terms: str, more: str = "") -> str:
    return (
        f"  - id: {name}\n    title: 试\n    description: 试\n    terms: {terms}\n{more}"
        f"    tests: [甲 => {name}, 乙 => none]\n"
    )


@given(st.lists(LETTERS, unique=True, max_size=12), TEXTS)
def test_automaton_and_table_find_the_same(words: list[str], text: str) -> None:
    table = make_literal_table(words)
    fast = sorted(Literals(table, compiled=True).find(text))
    plain = sorted(Literals(table, compiled=False).find(text))
    every = [
        (number, at, at + len(word))
        for number, word in enumerate(words)
        for at in range(len(text))
        if text.startswith(word, at)
    ]
    assert fast == plain == sorted(every)


@given(
    st.lists(st.text(alphabet="甲乙丙", min_size=1, max_size=4), unique=True, min_size=1, max_size=8), TEXTS
)
def test_within_a_domain_the_longest_term_counts(words: list[str], text: str) -> None:
    book = Rulebook(raw("domains:\n" + domain("one", "{1: [" + ", ".join(words) + "]}")))
    wanted, at = [], 0
    while at < len(text):
        longest = max((len(word) for word in words if text.startswith(word, at)), default=0)
        wanted += [Span(at, at + longest)] if longest else []
        at += longest or 1
    assert [hit.span for hit in match(book, Subject(text, text))] == wanted


RULES = """
slots: {类: [甲乙, 丙]}
domains:
""" + domain("one", "{3: [甲乙, 甲…丙], 1: [甲, 乙丙丁]}", "    unless: [丁甲乙, 丁，丁]\n")
RULES += domain("two", "{2: ['{甲|乙}丙', 丙]}")
RULES += """
lint:
  - id: a/gap
    title: 试
    find: ['{谁:类}…{x:phrase}丁', '/[甲乙]{2,3}(?=丙)/']
    unless: [丁丁]
    tests: [<<甲>>, 乙]
  - id: a/anything
    title: 试
    find: '{x:phrase}'
    unless: {inside: [甲丙], sentence: [丁丁]}
    tests: [<<甲>>, 乙]
"""


@given(TEXTS)
def test_the_whole_engine_gives_one_answer_both_ways(text: str) -> None:
    values = raw(RULES)
    fast = list(match(Rulebook(values, compiled=True), Subject(text, text)))
    assert fast == list(match(Rulebook(values, compiled=False), Subject(text, text)))
    assert all(text[hit.span.start : hit.span.end] == hit.text for hit in fast)


@given(st.lists(TEXTS, min_size=1, max_size=6), st.integers(1, 40))
def test_blocks_change_nothing(lines: list[str], size: int) -> None:
    text = "\n".join(lines)
    book = Rulebook(raw(RULES))
    whole = list(match(book, Subject(text, text)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matcher, "_BLOCK", size)
        pieces = list(match(book, Subject(text, text)))
    assert sorted(pieces, key=repr) == sorted(whole, key=repr)


@given(TEXTS)
def test_hits_stay_in_their_sentences(text: str) -> None:
    subject = make_subject(text)
    assert subject.sentences is not None
    book = Rulebook(raw(RULES))
    for hit in match(book, subject, {"a/gap", "a/anything"}):
        assert any(
            sentence.start <= hit.span.start and hit.span.end <= sentence.end
            for sentence in subject.sentences
        )


def test_rules_may_overlap_each_other() -> None:
    book = Rulebook(raw("domains:\n" + domain("one", "{1: [城市治理]}") + domain("two", "{1: [治理]}")))
    found = [(hit.rule, hit.text) for hit in match(book, Subject("城市治理", "城市治理"))]
    assert found == [("one", "城市治理"), ("two", "治理")]


@pytest.mark.parametrize(
    ("unless", "text", "found"),
    [
        pytest.param(
            "[印度尼西亚]", "印度和印度尼西亚", [0], id="a longer phrase cancels what lies inside it"
        ),
        pytest.param("[另有规定]", "印度，另有规定。印度。", [8], id="another phrase cancels its sentence"),
        pytest.param(
            "[《*》]", "《访印度记》和印度", [7], id="a star between brackets cancels what they hold"
        ),
        pytest.param("[按*规定]", "按照规定，印度。", [], id="a star in another phrase cancels the sentence"),
        pytest.param("{sentence: [印度洋]}", "印度洋和印度", [], id="said to cancel the sentence"),
        pytest.param("{inside: [驻印度使馆]}", "驻印度使馆在印度", [6], id="said to cancel inside"),
        pytest.param("['/印度[一-龥]洋/']", "印度某洋和印度", [5], id="a regular expression"),
        pytest.param("['{东|西}印度']", "东印度、西印度、印度", [8], id="alternatives"),
    ],
)
def test_unless(unless: str, text: str, found: list[int]) -> None:
    book = book_of("印度", rule=f"unless: {unless}")
    assert [hit.span.start for hit in match(book, make_subject(text))] == found


def test_in_asks_for_the_place_in_the_document() -> None:
    book = book_of("印度", rule="in: [heading]")

    def places(offset: int) -> list[str]:
        return ["heading"] if offset < 3 else ["body"]

    subject = make_subject("印度。印度。")._replace(places=places)
    assert [hit.span.start for hit in match(book, subject)] == [0]


def test_only_some_rules() -> None:
    book = Rulebook(raw("domains:\n" + domain("one", "{1: [甲]}") + domain("two", "{1: [甲]}")))
    assert [hit.rule for hit in match(book, Subject("甲", "甲"), {"two"})] == ["two"]


def test_fix_keeps_the_characters_that_it_leaves_alone() -> None:
    text = HEAD + "lint:\n  - {id: a/b, title: 试, find: {帐户: 账户}, tests: [<<帐户>>, 甲]}\n"
    book = Rulebook(serialize_rules(compile_pack(text, "my.yaml").rules))
    assert [hit.fix for hit in match(book, make_subject("開設帳戶，國務院關於經濟"))] == ["账戶"]


def test_message_is_filled_from_what_was_caught() -> None:
    book = book_of("由{谁:org}…{办:负责|牵头}", rule="message: “{match}”：{谁}{办}")
    text = "由民政局会同各方负责。"
    rule = book.lint_rules[0]
    said = [matcher.format_message(rule, hit, text) for hit in match(book, make_subject(text))]
    assert said == ["“由民政局会同各方负责”：民政局负责"]


def test_half_a_surrogate_pair_is_no_obstacle() -> None:
    book = book_of("印度", compiled=True)
    assert [hit.span for hit in match(book, Subject("\ud800印度", "\ud800印度"))] == [Span(1, 3)]


def test_a_text_without_a_sentence_end_is_matched_in_pieces() -> None:
    text = "甲" * 300_000 + "印度"
    book = book_of("/甲{40}印度/")
    assert [hit.span.end for hit in match(book, Subject(text, text))] == [300_002]
    whole = Subject(text, text, (Span(0, len(text)),))
    assert [hit.span.end for hit in match(book, whole)] == [300_002]


@pytest.mark.parametrize("given", [True, False], ids=["one sentence given", "none given"])
def test_blocks_cover_a_text_once(given: bool) -> None:
    text = "甲" * 1_000 + "。" + "乙" * 30
    sentences = (Span(0, 1_001), Span(1_001, 1_031)) if given else None
    found = list(blocks.split_blocks(text, sentences, 100))
    assert [block.start for block in found[1:]] == [block.end for block in found[:-1]]
    assert (found[0].start, found[-1].end) == (0, len(text))
    covered = [span for block in found for span in block.sentences]
    assert sum(end - start for start, end in covered) == len(text)


@pytest.mark.parametrize("text", ["", "\n", "。", " "])
def test_nothing_to_match(text: str) -> None:
    assert list(match(book_of("印度"), make_subject(text))) == []
    assert list(match(Rulebook(serialize_rules([])), make_subject(text))) == []
