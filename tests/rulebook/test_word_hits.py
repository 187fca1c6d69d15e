"""The condition `at: word`: a hit does not count where the characters around it form other words."""

import pytest

from policytext.rulebook.matcher import Subject, make_subject, match
from policytext.rulebook.packs import load_builtin_rules
from tests.rulebook.rulehelp import book_of

WORDS = {"typo/confusable", "damage/over-converted"}


def find(text: str, regional: bool = False) -> list[str]:
    subject = make_subject(text)
    subject = Subject(text, subject.shadow, subject.sentences, None, regional)
    return [hit.text for hit in match(load_builtin_rules(), subject, WORDS)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("治理重心从末端治理转向源头。", id="a word begins inside: 末端"),
        pytest.param("深入研究竞争政策。", id="words on both sides: 研究, 竞争"),
        pytest.param("药品不良反应情况每月上报。", id="a longer word ends inside: 不良反应"),
        pytest.param("公办幼儿园满足入园需求。", id="幼儿园"),
        pytest.param("引导企业专注消费者体验。", id="专注, 消费者"),
        pytest.param("泵站按排涝标准建设。", id="a word that dictionaries rarely have: 排涝"),
        pytest.param("汛期确保帐篷、雨衣到位。", id="确保, 帐篷"),
        pytest.param("岁末来临前完成清欠。", id="岁末"),
        pytest.param("窗口周末能办理业务。", id="周末"),
        pytest.param("推广预防害虫技术。", id="预防, 害虫"),
        pytest.param("账务合并末级科目。", id="a rare word: 末级"),
        pytest.param("培育悦己经济等业态。", id="a word that no dictionary has"),
        pytest.param("船隻有下列情形者，不得出港。", id="a Traditional word ends inside: 船隻"),
        pytest.param("申請人得於簽註意見後送件。", id="簽註, 意見"),
        pytest.param("由審判長徵詢當事人。", id="審判長, 徵詢"),
    ],
)
def test_other_words_explain_the_place(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("工程己经完工。", ["己经"], id="no other word is there"),
        pytest.param("该问题从末发生。", ["从末"], id="two single characters are less likely"),
        pytest.param("请如实反应情况。", ["反应情况"], id="a phrase of two words"),
        pytest.param("會議認為應完善體係建設。", ["體係"], id="in Traditional text"),
        pytest.param("道路長十公裏。", ["公裏"], id="the right form makes words with its neighbours: 十公里"),
        pytest.param("讨论若幹问题。", ["若幹"], id="one Traditional character in Simplified text"),
    ],
)
def test_a_mistake_is_the_better_explanation(text: str, found: list[str]) -> None:
    assert find(text) == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("表格由財政部製定之。", id="a form of the region"),
        pytest.param("該試體係以鋼材製成。", id="a word that only Taiwan's laws have: 試體"),
    ],
)
def test_a_text_of_a_region_has_its_own_words(text: str) -> None:
    assert find(text)
    assert find(text, regional=True) == []


@pytest.mark.parametrize(
    ("more", "rule", "found"),
    [
        pytest.param("", "", [1], id="a pack of a user decides by characters, unless it asks for words"),
        pytest.param("at: word", "", [], id="the pack asks for words"),
        pytest.param("", "at: word", [], id="the rule asks for words"),
        pytest.param("at: word", "at: anywhere", [1], id="the rule goes before its pack"),
    ],
)
def test_packs_and_rules_say_where_a_hit_counts(more: str, rule: str, found: list[int]) -> None:
    book = book_of("末能", more, rule)
    assert [hit.span.start for hit in match(book, make_subject("年末能源供应充足。"))] == found
