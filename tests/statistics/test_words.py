"""Words: what is written as one is counted as one, at its place; what only looks like it is not."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext.statistics.words import count_words, find_whole_words, locate_words
from policytext.text.shadow import fold
from policytext.tokenizer import Tokenizer
from tests.helpers import EXAMPLES

TOKENIZER = Tokenizer(("工业互联网",))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("PM2.5和PM10浓度", ["PM2.5", "和", "PM10", "浓度"], id="a point in a name"),
        pytest.param("5G、IPv6用户", ["5G", "IPv6", "用户"], id="names without marks"),
        pytest.param("5G+工业互联网", ["5G", "工业互联网"], id="a plus sign between two things"),
        pytest.param("“1+X”证书", ["1+X", "证书"], id="a plus sign inside a name"),
        pytest.param("COVID-19、Wi-Fi、R&D", ["COVID-19", "Wi-Fi", "R&D"], id="hyphens and an ampersand"),
        pytest.param(
            "Ａ股，ＰＭ２．５", ["A股", "PM2.5"], id="full-width forms, and a name with a Chinese part"
        ),
        pytest.param("增长98.5%，1,200个", ["增长", "98.5", "1,200", "个"], id="decimals and thousands"),
        pytest.param("2031-03-05", ["2031-03-05"], id="a day"),
        pytest.param("2031-2033年", ["2031", "2033", "年"], id="two years are two numbers"),
        pytest.param("2031,2032年", ["2031", "2032", "年"], id="a comma between years"),
        pytest.param("依据GB/T 15834-2011。", ["依据", "GB/T 15834-2011"], id="a standard"),
        pytest.param("见https://example.org/a.html。", ["见", "https://example.org/a.html"], id="an address"),
        pytest.param("（www.example.org）", ["www.example.org"], id="an address in brackets"),
        pytest.param("邮箱a.b@example.org", ["邮箱", "a.b@example.org"], id="mail"),
        pytest.param(
            "按照国发〔2031〕5号文件", ["按照", "国发〔2031〕5号", "文件"], id="the number of a document"
        ),
        pytest.param("（东政办发[2031]12号）", ["东政办发[2031]12号"], id="square brackets"),
        pytest.param(
            "国发〔2031〕5号和国办发〔2031〕9号",
            ["国发〔2031〕5号", "和", "国办发〔2031〕9号"],
            id="two of them",
        ),
        pytest.param("和政发〔2031〕5号", ["和政发〔2031〕5号"], id="a code that begins like a conjunction"),
        pytest.param("国务院令第900号", ["国务院令第900号"], id="an order"),
        pytest.param("行政院院臺字第1310000001號", ["行政院院台字第1310000001号"], id="a letter of Taiwan"),
        pytest.param("〔2031〕5号", ["2031", "5", "号"], id="a number without a code"),
        pytest.param("责令第三人", ["责令", "第三", "人"], id="令第 in a sentence"),
    ],
)
def test_words_that_stay_whole(text: str, words: list[str]) -> None:
    folded = fold(text)
    assert [word for _, word in locate_words(folded, TOKENIZER)] == words
    assert count_words(folded, TOKENIZER) == Counter(words)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_each_word_is_at_its_place(path: Path) -> None:
    text = fold(path.read_text(encoding="utf-8"))
    located = list(locate_words(text, TOKENIZER))
    assert all(text.startswith(word, place) for place, word in located)
    assert count_words(text, TOKENIZER) == Counter(word for _, word in located)


@given(st.text(alphabet="国发和字令第号〔〕[(12.,-/+@ :/aPMhtpsw", max_size=60))
def test_words_of_anything_are_disjoint_and_in_order(text: str) -> None:
    last = 0
    for start, end in find_whole_words(text):
        assert last <= start < end <= len(text)
        last = end
    assert count_words(text, TOKENIZER) == Counter(word for _, word in locate_words(text, TOKENIZER))
