"""Sentences and clauses: the marks that end them, and the properties of their spans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext.text.sentences import find_clauses, find_sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("加快推进。抓好落实！", ["加快推进。", "抓好落实！"], id="full-width marks"),
        pytest.param(
            "他强调：“要实干。”会议要求抓落实。",
            ["他强调：“要实干。”会议要求抓落实。"],
            id="a quotation inside a sentence does not end it",
        ),
        pytest.param(
            "“要实干。”会议要求抓落实。",
            ["“要实干。”", "会议要求抓落实。"],
            id="a quotation by itself is a sentence",
        ),
        pytest.param("（见附件。）下同。", ["（见附件。）", "下同。"], id="brackets by themselves"),
        pytest.param("增长3.5%，达1.2万亿元。", ["增长3.5%，达1.2万亿元。"], id="decimals do not end"),
        pytest.param("教育、医疗……都要改善。", ["教育、医疗……", "都要改善。"], id="an ellipsis ends"),
        pytest.param("一步…一步走。", ["一步…一步走。"], id="half an ellipsis does not"),
        pytest.param(
            "加快发展;提高质量.下一步",
            ["加快发展;", "提高质量.", "下一步"],
            id="half-width marks between Han",
        ),
        pytest.param("访问 www.gov.cn 查询", ["访问 www.gov.cn 查询"], id="an address has dots"),
        pytest.param(
            "1.总体要求\n2.任务", ["1.总体要求", "2.任务"], id="an enumerator's dot does not end, a line does"
        ),
        pytest.param("甲\r\n乙\r丙", ["甲", "乙", "丙"], id="all three line ends"),
        pytest.param("\u3000\u3000 \n\n", [], id="blank text has none"),
        pytest.param("为何？！因为如此。", ["为何？！", "因为如此。"], id="two marks together"),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [sentence.text for sentence in find_sentences(text)] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "统筹推进,抓好落实，务求实效。", ["统筹推进", "抓好落实", "务求实效"], id="commas of both widths"
        ),
        pytest.param(
            "达到1,200个，其中：新建800个", ["达到1,200个", "其中", "新建800个"], id="thousands stay together"
        ),
        pytest.param(
            "比例为3:1，见http://a.cn",
            ["比例为3:1", "见http://a.cn"],
            id="ratios and addresses stay together",
        ),
    ],
)
def test_clauses(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in find_clauses(text)] == parts


TEXTS = st.text(
    alphabet=st.sampled_from("国务，。；！？“”（）《》…….;!? \n\r\u30001a一"), max_size=80
) | st.text(max_size=40)


@given(TEXTS)
def test_sentences_cover_the_text_in_order(text: str) -> None:
    position = 0
    for sentence in find_sentences(text):
        start, end = sentence.span
        assert text[start:end] == sentence.text == sentence.text.strip()
        assert not text[position:start].strip(
            "\ufeff\u200b \t\u3000\xa0\u2002\u2003\r\n\f\v\x1c\x1d\x1e\x1f\x85\u2028\u2029"
        )
        assert position <= start < end
        position = end


@given(TEXTS, st.integers(0, 20), st.integers(0, 80))
def test_spans_of_a_range_count_from_the_text_start(text: str, start: int, end: int) -> None:
    for sentence in find_sentences(text, start, min(end, len(text))):
        assert start <= sentence.span.start < sentence.span.end <= end
        assert text[slice(*sentence.span)] == sentence.text


@given(TEXTS)
def test_clauses_are_in_order_and_disjoint(text: str) -> None:
    position = 0
    for start, end in find_clauses(text):
        assert position <= start < end <= len(text)
        position = end
