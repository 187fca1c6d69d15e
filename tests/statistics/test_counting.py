"""Counts: each agrees with an independent recount, sums are sums, and what stands out does."""

import re
import unicodedata
from collections import Counter
from math import log
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policytext
from policytext.model.front_matter import Region
from policytext.rulebook.packs import load_rules
from policytext.statistics import characters, concordance, counts, keyness
from policytext.statistics.key_terms import add_key_terms
from policytext.statistics.word_lists import collect_stop_words, collect_vocabulary, load_reference
from policytext.text.prepared import PreparedDocument
from policytext.text.sentences import count_clauses, find_clauses
from policytext.tokenizer import Tokenizer
from tests.helpers import EXAMPLES

BOOK, _ = load_rules()


def han(character: str) -> bool:
    """By the character's name, and not by ranges."""
    name = unicodedata.name(character, "")
    return character == "〇" or name.startswith(("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH"))


def words_of_a_word_processor(text: str) -> int:
    """Character by character: an East Asian one is a word, others make words between spaces and these."""
    count, inside = 0, False
    for character in text:
        if unicodedata.east_asian_width(character) in "WF" or character in "‘’“”…—·":
            count, inside = count + 1, False
        elif character.isspace():
            inside = False
        elif not inside:
            count, inside = count + 1, True
    return count


#: The innermost quotations, titles and brackets of a line.
ENCLOSED = re.compile("“[^“”]*”|「[^「」]*」|《[^《》]*》|（[^（）]*）")


def count_sentences_by_reading(text: str) -> int:
    """Line by line: what is quoted or in brackets is part of the sentence around it; a line that ends in ；，、：goes on."""
    count, goes_on = 0, False
    for line in filter(None, map(str.strip, text.splitlines())):
        plain, shorter = line, ENCLOSED.sub("", line)
        while plain != shorter:
            plain, shorter = shorter, ENCLOSED.sub("", shorter)
        for sentence in re.findall("[^。！？]+[。！？]*", plain) or [line]:
            goes_on = sentence[-1] in "；，、："
            count += not goes_on
    return count + goes_on


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_counts_agree_with_a_recount(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = counts.count_document(PreparedDocument(policytext.parse(text)))
    assert found.characters == len(text)
    assert found.han == sum(map(han, text))
    assert found.without_spaces == sum(not character.isspace() for character in text)
    assert found.counted_as_words == words_of_a_word_processor(text)
    assert found.lines == len(text.splitlines())
    assert found.paragraphs == sum(bool(line.strip()) for line in text.splitlines())
    assert found.sentences == count_sentences_by_reading(text)
    assert found.clauses == sum(1 for _ in find_clauses(text))
    sections = list(policytext.parse(text).walk())
    assert found.sections == dict(sorted(Counter(section.level for section in sections).items()))
    assert found.articles == sum(section.kind == "article" for section in sections)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("推进5G建设。", 6, id="a-latin-run-is-one"),
        pytest.param("OK go on", 3, id="latin-only"),
        pytest.param("“一”……", 5, id="wide-marks"),
        pytest.param("  \n\t　", 0, id="blank-only"),
        pytest.param("増える", 3, id="kana"),
    ],
)
def test_words_as_word_processors_count(text: str, count: int) -> None:
    assert characters.count_characters(text).as_words == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("完善制度；加强管理；强化监督。", 1, id="a semicolon ends none"),
        pytest.param("应当报告：\n（一）地点；\n（二）时间。", 1, id="a list goes on over its lines"),
        pytest.param("一、总体要求\n完善制度。\n二、保障措施\n", 3, id="a heading is one"),
        pytest.param(
            "会议提出“早部署。”\n大家同意。（详见附件。）", 3, id="a closing mark belongs to its sentence"
        ),
        pytest.param("道路、桥梁……等设施完工。", 1, id="an ellipsis inside a sentence"),
        pytest.param("还有很多话要说……\n大家都来了。", 2, id="an ellipsis at the end of a line"),
        pytest.param("讲完了。……后来通过了。", 2, id="an ellipsis behind a full stop"),
        pytest.param("增长3.5%！为什么？", 2, id="other stops, and a decimal point"),
        pytest.param("列出下列事项：", 1, id="the last one may be open"),
    ],
)
def test_sentences_by_the_standard(text: str, count: int) -> None:
    assert counts.count_document(PreparedDocument(policytext.parse(text))).sentences == count


@given(st.text(max_size=60))
def test_counts_of_anything(text: str) -> None:
    found = characters.count_characters(text)
    assert found.all == len(text)
    assert 0 <= found.han <= found.without_spaces <= found.all
    assert count_clauses(text) == sum(1 for _ in find_clauses(text))


@given(st.text(alphabet="一二〇𠮷㐀，A 　豈\ufffd", max_size=30))
def test_chinese_characters_by_the_quick_way_and_the_slow_one(text: str) -> None:
    assert characters.count_characters(text).han == sum(map(han, text))


def test_several_texts_add_up() -> None:
    parts = []
    cutter = Tokenizer()
    for path in EXAMPLES:
        prepared = PreparedDocument(policytext.parse(path.read_text(encoding="utf-8")))
        one = counts.add_words(counts.count_document(prepared), prepared, cutter)
        parts.append(counts.add_domains(one, policytext.domains(prepared.text), ["social"]))
    whole = counts.merge_statistics(parts)
    assert whole.files == len(parts)
    assert whole.characters == sum(part.characters for part in parts)
    assert whole.tokens == sum(part.tokens or 0 for part in parts)
    assert whole.words is not None
    assert whole.types == len(whole.words)
    assert whole.domains is not None
    assert sum(share.share for share in whole.domains.values()) == pytest.approx(1)
    assert {part.region for part in parts} > {"mainland", "tw"}
    assert whole.region is None
    # What was handed in is as it was.
    assert counts.merge_statistics(parts) == whole


@pytest.mark.parametrize(
    ("texts", "form"),
    [
        pytest.param(["養老服務", "養老機構"], "養老", id="Traditional texts"),
        pytest.param(["養老服務", "养老机构"], "养老", id="both scripts"),
        pytest.param(["养老服务", "養老機構"], "养老", id="both scripts, the other way round"),
    ],
)
def test_a_total_spells_words_as_its_texts_do(texts: list[str], form: str) -> None:
    parts = []
    for text in texts:
        prepared = PreparedDocument(policytext.parse(f"{text}。" * 3))
        parts.append(counts.add_words(counts.count_document(prepared), prepared, Tokenizer()))
    whole = add_key_terms(counts.merge_statistics(parts), load_reference(), limit=1, stop_words=frozenset())
    assert [term.term for term in whole.top_terms] == [form]


def test_log_likelihood_by_hand() -> None:
    expected = 100 * 40 / 300, 200 * 40 / 300
    by_hand = 2 * (30 * log(30 / expected[0]) + 10 * log(10 / expected[1]))
    assert keyness.compute_log_likelihood(30, 100, 10, 200) == pytest.approx(by_hand)
    assert keyness.compute_log_ratio(30, 100, 10, 200) == pytest.approx(2.585, abs=0.001)


def test_a_word_as_frequent_as_elsewhere_does_not_stand_out() -> None:
    words, other = {"数据": 100, "托育": 50, "规定": 100}, {"数据": 1000, "托育": 5, "规定": 1000}
    assert [term.term for term in keyness.find_key_terms(words, other)] == ["托育"]


def test_new_and_vanished_words() -> None:
    earlier, later = {"放管服": 30, "服务": 100}, {"新质生产力": 30, "服务": 100}
    assert [term.term for term in keyness.find_new_terms(later, earlier)] == ["新质生产力"]
    assert [term.term for term in keyness.find_new_terms(earlier, later)] == ["放管服"]


@pytest.mark.parametrize("term", ["一网通办", "一網通辦"])
def test_a_term_is_found_in_both_scripts_with_its_own_words(term: str) -> None:
    text = "各地推進一網通辦。\n深化一网通办改革。"
    found = list(concordance.find_contexts(PreparedDocument(policytext.parse(text)), term))
    assert [context.text for context in found] == ["一網通辦", "一网通办"]
    for context in found:
        start, end = context.span
        assert text[start:end] == context.text
        assert text[:start].endswith(context.left)
        assert text[end:].startswith(context.right)
        assert "\n" not in context.left + context.right


def test_what_stands_near_a_term_in_its_sentences() -> None:
    text = "加快推进托育服务。推进托育服务发展。规范托育服务。道路建设。"
    near = concordance.count_nearby_words(
        PreparedDocument(policytext.parse(text)), "托育", Tokenizer(("托育",))
    )
    assert near["服务"] == 3
    assert near["推进"] == 2
    assert "道路" not in near


def test_the_reference_profile_and_the_lists() -> None:
    assert "托育" in collect_vocabulary(BOOK)
    assert not set(collect_vocabulary(BOOK)) & collect_stop_words(BOOK)
    assert load_reference("mainland") == load_reference(None)
    assert load_reference("mo") == load_reference("hk")


@pytest.mark.parametrize(
    ("region", "usual", "elsewhere"),
    [
        pytest.param("mainland", "人民政府", "主管机关", id="mainland"),
        pytest.param("tw", "主管机关", "人民政府", id="Taiwan"),
        pytest.param("hk", "议员", "前项", id="Hong Kong"),
    ],
)
def test_each_region_has_its_own_usual_words(region: Region, usual: str, elsewhere: str) -> None:
    reference = load_reference(region)
    assert reference.words[usual] > 10 * reference.words.get(elsewhere, 0)
    assert sum(reference.words.values()) < 3 * reference.size


@pytest.mark.parametrize("text", ["", "一", "，。！", "only Latin", "混mixed文", "\ufffd\u200b"])
def test_small_and_strange_texts(text: str) -> None:
    prepared = PreparedDocument(policytext.parse(text))
    found = counts.add_words(counts.count_document(prepared), prepared, Tokenizer())
    assert found.tokens is not None
    assert all(
        len(term.term) > 1
        for term in add_key_terms(found, load_reference(), limit=5, stop_words=frozenset()).top_terms
    )
    assert found.mean_sentence >= 0
