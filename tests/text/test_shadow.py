"""The shadow keeps every offset, and its conversion equals OpenCC's."""

import subprocess
import sys

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policytext.text import script
from policytext.text.script import detect_script, to_simplified
from policytext.text.shadow import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("１２％，ＡＢ", "12%,AB", id="width"),
        pytest.param("一\u3000二\xa0三", "一 二 三", id="all spaces become one"),
        pytest.param("壹體化、進壹步、壹是", "一体化、进一步、一是", id="a damaged 一"),
        pytest.param("壹佰元、叁拾壹万", "壹佰元、叁拾壹万", id="amounts in words stay"),
        pytest.param("壹、前言", "壹、前言", id="Taiwan's enumerator stays"),
        pytest.param("①㎡", "①㎡", id="characters that NFKC changes stay"),
        pytest.param("⽅案", "方案", id="a Kangxi radical is its character"),
        pytest.param("關於答覆的批覆", "关于答复的批复", id="policy words beyond the library's tables"),
        pytest.param("乾坤、計畫、著作", "乾坤、计划、著作", id="phrases before characters"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("國務院辦公廳", "hant", id="traditional"),
        pytest.param("国务院办公厅", "hans", id="simplified"),
        pytest.param("國務院关于规划", "mixed", id="half and half"),
        pytest.param("12345 PM2.5", "none", id="no Han at all"),
        pytest.param("人口", "hans", id="characters of both scripts count as Simplified"),
        pytest.param(
            "会议讨论数据开放问题，规划业务标准，“臺灣”一词除外，国家机关负责执行。",
            "hans",
            id="one quoted word",
        ),
        pytest.param("經濟之后關于發展計劃", "hant", id="under-converted copies are traditional"),
    ],
)
def test_detect_script(text: str, expected: str) -> None:
    assert detect_script(text) == expected


TABLES = script._load_tables()
PIECES = st.one_of(
    st.sampled_from(sorted(TABLES.phrases)),
    st.sampled_from(sorted(TABLES.phrases)).map(lambda phrase: phrase[1:]),
    st.sampled_from([chr(code) for code in list(TABLES.characters)[:4_000]]),
    st.sampled_from(list("，。、 -,\n*【】“”国于著")),
    st.text(max_size=3),
)
REFERENCE = opencc.OpenCC("t2s")


@given(st.lists(PIECES, max_size=12).map("".join))
@settings(max_examples=400)
def test_equal_to_the_library(text: str) -> None:
    assert to_simplified(text) == REFERENCE.convert(text)


@given(st.lists(PIECES, max_size=12).map("".join) | st.text())
def test_folding_keeps_offsets_and_is_idempotent(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


def test_a_simplified_text_loads_no_tables() -> None:
    program = (
        "import sys; from policytext.text.shadow import fold; fold('国务院关于印发规划的通知，共３项');"
        "sys.exit('opencc' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
