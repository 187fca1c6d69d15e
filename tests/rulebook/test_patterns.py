"""The phrase language and the regular expressions of rule files: what they find, and what is refused."""

import re

import pytest

from policytext.errors import RuleError
from policytext.rulebook import bounded_regex, phrases
from policytext.rulebook.matcher import make_subject, match
from policytext.rulebook.packs import load_rules
from policytext.rulebook.rulebook import Rulebook
from tests.rulebook.rulehelp import book_of


def hits(find: str, text: str, more: str = "") -> list[str]:
    return [hit.text for hit in match(book_of(find, more), make_subject(text))]


@pytest.mark.parametrize(
    ("find", "text", "found"),
    [
        pytest.param("帐户", "帐户和帐户", ["帐户", "帐户"], id="a phrase is literal"),
        pytest.param("(一).", "第(一).条", ["(一)."], id="no sign of a regular expression has a meaning"),
        pytest.param("由…负责", "由民政部门负责。", ["由民政部门负责"], id="a gap"),
        pytest.param("由…负责", "由民政部门牵头。各地负责。", [], id="no gap across the end of a sentence"),
        pytest.param("由…负责", "由" + "县" * 41 + "负责", [], id="a gap is at most 40 characters"),
        pytest.param("由……负责", "由县负责", ["由县负责"], id="a doubled ellipsis is one gap"),
        pytest.param("{县|乡}政府", "县政府和乡政府", ["县政府", "乡政府"], id="alternatives"),
        pytest.param(
            "{省{直|属}|市}单位", "省属单位、市单位", ["省属单位", "市单位"], id="alternatives inside"
        ),
        pytest.param("托育 | 托儿", "托育和托儿", ["托育", "托儿"], id="variants of one phrase"),
        pytest.param(
            "办好{县|乡}事 | 村事", "办好乡事与村事", ["办好乡事", "村事"], id="variants with a choice"
        ),
        pytest.param("甲|乙", "甲|乙", ["甲|乙"], id="a bar without blanks is literal"),
        pytest.param(
            "由…办 | 归…管", "由县里办，归乡里管", ["由县里办", "归乡里管"], id="variants with gaps"
        ),
        pytest.param("{县|乡｜镇}里", "镇里", ["镇里"], id="a full-width bar counts"),
        pytest.param(
            "电子{|版}证照", "电子证照和电子版证照", ["电子证照", "电子版证照"], id="an optional word"
        ),
        pytest.param("{部门}负责", "民政部门负责", ["民政部门负责"], id="a slot"),
        pytest.param("达到{v:number}", "达到95%以上。", ["达到95%以上"], id="a capture"),
        pytest.param("达到{v:number}", "达到９５％以上。", ["达到９５％以上"], id="a capture in full width"),
        pytest.param("发布{d:文件}", "发布《办法》。", ["发布《办法》"], id="a type by its Chinese name"),
        pytest.param("政务服务", "政務服務", ["政務服務"], id="Simplified finds Traditional"),
        pytest.param(
            "由…负责", "由縣政府負責", ["由縣政府負責"], id="Simplified finds Traditional, with a gap"
        ),
        pytest.param("/第[0-9]+条/", "第12条", ["第12条"], id="a regular expression stands between slashes"),
        pytest.param("/^第/", "第一\n第二", ["第", "第"], id="line starts"),
        pytest.param("/条$/", "第一条\n第二条。", ["条"], id="line ends, and not where a search was stopped"),
        pytest.param("/条(?=款)/", "条款条文", ["条"], id="looking ahead"),
        pytest.param("/(?<=第)条/", "第条一条", ["条"], id="looking behind"),
        pytest.param(
            "壹批", "壹批和一批", ["壹批"], id="a character that the fold changes stands for itself"
        ),
        pytest.param("，，", "一,,二，，三", ["，，"], id="so does full-width punctuation"),
    ],
)
def test_find(find: str, text: str, found: list[str]) -> None:
    assert hits(find, text, "slots: {部门: [民政部门, 教育部门]}") == found


def test_script_exact_leaves_traditional_alone() -> None:
    assert [hit.text for hit in match(book_of("后台", rule="script: exact"), make_subject("後臺與后台"))] == [
        "后台"
    ]


def test_traditional_word_in_a_simplified_text_is_found() -> None:
    assert hits("關於", "关于印发办法的通知，關於实施。") == ["關於"]


@pytest.mark.parametrize(
    ("find", "code"),
    [
        pytest.param("由{县负责", "rule-phrase-brace", id="a brace left open"),
        pytest.param("由县}负责", "rule-phrase-brace", id="a brace never opened"),
        pytest.param("…负责", "rule-phrase-gap", id="a gap at the start"),
        pytest.param("县级…负责 | 负责…", "rule-phrase-gap", id="a gap at the end of a variant"),
        pytest.param("甲 | | 乙", "rule-phrase-empty", id="an empty variant"),
        pytest.param("负责…", "rule-phrase-gap", id="a gap at the end"),
        pytest.param("达到{v:numbre}", "rule-phrase-type-near", id="a misspelt type"),
        pytest.param("达到{v:什么}", "rule-phrase-type", id="an unknown type"),
        pytest.param("{部们}负责", "rule-phrase-slot-near", id="a misspelt slot"),
        pytest.param("{谁}负责", "rule-phrase-slot", id="an unknown slot"),
        pytest.param("{a:date}至{a:date}", "rule-phrase-name-twice", id="a name caught twice"),
        pytest.param("{{{{{a|b}|c}|d}|e}|f}", "rule-phrase-deep", id="too deep"),
    ],
)
def test_bad_phrase(find: str, code: str) -> None:
    slots = {"部门": ["民政部门"]}
    with pytest.raises(RuleError) as fault:
        phrases.parse_phrase(find, slots)
    assert fault.value.code == code


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        pytest.param("(a+)+b", "rule-regex-nested", id="a repetition inside a repetition"),
        pytest.param("(?:a*)*b", "rule-regex-nested", id="the same without a group"),
        pytest.param("(?:[一-龥]+、?)+等", "rule-regex-nested", id="a list of words, as people write it"),
        pytest.param("(a|a)+b", "rule-regex-branches", id="alternatives that look alike"),
        pytest.param("(?:ab|ac|a)*d", "rule-regex-branches", id="alternatives that start alike"),
        pytest.param(r"(.)\1", "rule-regex-backreference", id="a back reference"),
        pytest.param(r"(?P<x>.)(?P=x)", "rule-regex-backreference", id="a named back reference"),
        pytest.param(r"(a)?b(?(1)c|d)", "rule-regex-backreference", id="a condition on a group"),
        pytest.param(r"\d+\d+\d+x", "rule-regex-retries", id="three repetitions over the same characters"),
        pytest.param(r".*年.*月.*日", "rule-regex-retries", id="three open dots"),
        pytest.param("a*", "rule-regex-nothing", id="matches empty text"),
        pytest.param("(a", "rule-regex", id="a bracket left open"),
        pytest.param("(?x)a b", "rule-regex-verbose", id="verbose"),
        pytest.param("a{2000}", "rule-regex-wide", id="too wide"),
        pytest.param("(" * 200 + "a" + ")" * 200 + "{1,2}" * 1, "rule-regex-wide", id="many brackets"),
    ],
)
def test_refused_regex(pattern: str, code: str) -> None:
    if pattern.startswith("(((("):
        # Deep but harmless: it must end, whichever way.
        assert bounded_regex.inspect_regex(pattern).width <= 2
        return
    with pytest.raises(RuleError) as fault:
        bounded_regex.inspect_regex(pattern)
    assert fault.value.code == code


@pytest.mark.parametrize(
    ("pattern", "literals", "width"),
    [
        pytest.param(r"第\d+条", {"第"}, 42, id="one of two single characters"),
        pytest.param("国办发[〔\\[]", {"国办发"}, 4, id="the longest run"),
        pytest.param("(?:甲方|乙方)责任", {"责任"}, 4, id="one word tells more than two"),
        pytest.param("(?:甲方|乙方)\\d{2}", {"甲方", "乙方"}, 4, id="all branches"),
        pytest.param("(?:甲方)?\\d{2}", set(), 4, id="an optional word is not required"),
        pytest.param("[，,]\\d", {"，", ","}, 2, id="a small class"),
        pytest.param("(?i)abc\\d", set(), 4, id="either case"),
        pytest.param("a{2,}b", {"a"}, 41, id="what is repeated is required once"),
    ],
)
def test_inspected(pattern: str, literals: set[str], width: int) -> None:
    found = bounded_regex.inspect_regex(pattern)
    assert set(found.literals) == literals
    assert found.width == width


@pytest.mark.parametrize(
    ("pattern", "closed"),
    [
        (r"a*", r"a{0,40}"),
        (r"a+?", r"a{1,40}?"),
        (r"a++", r"a{1,40}+"),
        (r"[*+]+", r"[*+]{1,40}"),
        (r"\*\+*", r"\*\+{0,40}"),
        (r"a{3,}", r"a{3,40}"),
        (r"(?:ab)*c?", r"(?:ab){0,40}c?"),
        (r"[]*]a*", r"[]*]a{0,40}"),
    ],
)
def test_open_repetitions_are_closed(pattern: str, closed: str) -> None:
    assert bounded_regex.bound_repeats(pattern) == closed
    re.compile(bounded_regex.bound_repeats(pattern))


@pytest.mark.parametrize(
    "find",
    [
        pytest.param("由…由…由…负责", id="gaps over one character"),
        pytest.param("{a:phrase}{b:phrase}{c:phrase}！", id="captures that take anything"),
        pytest.param("/由.{0,40}由.{0,40}负/", id="the most that a regular expression may try"),
    ],
)
def test_the_worst_that_is_allowed_ends(find: str) -> None:
    # No clock in here: a pattern that runs for ever would stop the whole test run.
    text = "由" * 20_000
    assert hits(find, text) == []


def test_builtin_packs_have_no_faults() -> None:
    book, faults = load_rules()
    assert isinstance(book, Rulebook)
    assert faults == ()
    assert book.hints == ()
