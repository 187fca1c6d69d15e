"""The numbers of enumerators, whatever they are written with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext.text.numerals import ordinal


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
        pytest.param("十十", None, id="two tens"),
        pytest.param("二三十", None, id="an estimate"),
        pytest.param("9" * 5_000, None, id="no enumerator is that long"),
        pytest.param("", None, id="nothing"),
        pytest.param("总", None, id="no number"),
    ],
)
def test_ordinal(sign: str, number: int | None) -> None:
    assert ordinal(sign) == number


def chinese(number: int) -> str:
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{digits[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (digits[ones] if ones else "")


@given(st.integers(1, 999))
def test_counts_as_people_write(number: int) -> None:
    assert ordinal(chinese(number)) == number


@given(st.text(alphabet=st.sampled_from("一二三十百千零〇0123９①甲 "), max_size=12) | st.text())
def test_no_text_breaks_it(text: str) -> None:
    number = ordinal(text)
    assert number is None or number >= 0
