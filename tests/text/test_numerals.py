"""Enumerators are parsed to numbers, and numbers written as enumerators."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext.text.numerals import format_chinese, parse_ordinal


@pytest.mark.parametrize(
    ("sign", "number"),
    [
        pytest.param("十", 10, id="ten alone"),
        pytest.param("二十一", 21, id="two places"),
        pytest.param("一百一十六", 116, id="articles beyond a hundred"),
        pytest.param("一百零八", 108, id="an empty place"),
        pytest.param("拾壹", 11, id="financial"),
        pytest.param("廿三", 23, id="twenty in one character"),
        pytest.param("二 十", 20, id="spaces inside"),
        pytest.param("１２", 12, id="full width"),
        pytest.param("二〇二一", 2021, id="digit by digit"),
        pytest.param("⑫", 12, id="circled"),
        pytest.param("癸", 10, id="stem"),
        pytest.param("一千", 1000, id="articles from a thousand on"),
        pytest.param("一千零一", 1001, id="two empty places"),
        pytest.param("一千二百六十", 1260, id="the last article of the longest code"),
        pytest.param("九千九百九十九", 9999, id="the greatest number"),
        pytest.param("两千零十五", 2015, id="ten without a one before it after an empty place"),
        pytest.param("一百十六", 116, id="ten without a one before it in older statutes"),
        pytest.param("壹仟貳佰", 1200, id="financial places"),
        pytest.param("百十", None, id="an estimate of a hundred"),
        pytest.param("一百零十十", None, id="two tens after an empty place"),
        pytest.param("十十", None, id="two tens"),
        pytest.param("二三十", None, id="an estimate"),
        pytest.param("9" * 5_000, None, id="no enumerator is that long"),
        pytest.param("", None, id="an empty string"),
        pytest.param("总", None, id="no number"),
    ],
)
def test_ordinal(sign: str, number: int | None) -> None:
    assert parse_ordinal(sign) == number


@given(st.integers(0, 9_999))
def test_written_numbers_are_parsed_again(number: int) -> None:
    assert parse_ordinal(format_chinese(number)) == number


@given(st.text(alphabet=st.sampled_from("一二三十百千零〇0123９①甲 "), max_size=12) | st.text())
def test_any_text_is_a_number_or_none(text: str) -> None:
    number = parse_ordinal(text)
    assert number is None or number >= 0
