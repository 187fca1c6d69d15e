"""A copy of a text gives the same targets, however an editor or a web page sets its figures and marks."""

import re
from collections.abc import Callable

import pytest

import policytext
from policytext.text.script import to_simplified

TEXT = """东川市2031年政府工作报告
——2031年1月15日在东川市第九届人民代表大会第四次会议上
一、2030年工作回顾
全年地区生产总值2313亿元，增长5.2%。新增养老床位1200张，居全省第4位。“一件事”办件量突破12.5万件，同比增长8%。
办好29项实事，改造“老旧”小区36个，惠及居民10.8万人。
二、2031年主要任务
到2031年底，公办园占比达到60%以上，建成口袋公园15个。每千人口托位数达到4.6个，城镇调查失业率控制在5%以内。
专任教师（人） 2150 2800 650
在校生（万人） 31.5 33.5 2
入园率（%） 56.6 65 8.4
"""

_WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")


def _space(text: str, space: str) -> str:
    behind = re.sub(r"(?<=[\u4e00-\u9fff])(?=\d)", space, text)
    return re.sub(r"(?<=[\d%])(?=[\u4e00-\u9fff])", space, behind)


COPIES: dict[str, Callable[[str], str]] = {
    "one space around figures": lambda text: _space(text, " "),
    "a space that does not break": lambda text: _space(text, "\xa0"),
    "two spaces in running text": lambda text: _space(text, "  "),
    "a wide space in running text": lambda text: _space(text, "\u3000"),
    "a space behind the decimal point": lambda text: re.sub(r"(?<=\d)\.(?=\d+[\u4e00-\u9fff%])", ". ", text),
    "full-width figures": lambda text: text.translate(_WIDE),
    "a small per cent sign": lambda text: text.replace("%", "﹪"),
    "straight quotation marks": lambda text: text.replace("“", '"').replace("”", '"'),
    "half-width commas": lambda text: text.replace("，", ","),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "marks of notes behind sentences": lambda text: text.replace("。", "。[1]"),
    "Traditional characters": lambda text: text.translate(
        str.maketrans("东务报会议长养张办项实区惠万达占兰专师", "東務報會議長養張辦項實區惠萬達占蘭專師")
    ),
}


def _read(text: str) -> list[tuple[object, ...]]:
    found = policytext.targets(policytext.parse(text)).indicators
    return [
        (
            figure.value,
            to_simplified(figure.unit),
            figure.comparator,
            figure.change,
            figure.status,
            figure.date.end if figure.date else None,
            re.sub(r'["“”]', "", to_simplified(figure.name)),
        )
        for figure in found
    ]


def test_the_text_has_figures_of_both_halves_and_a_table() -> None:
    found = _read(TEXT)
    assert len(found) > 18
    assert {status for *_, status, _, _ in found} >= {"achieved", "target", "baseline"}


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES.keys())
def test_a_copy_has_the_same_targets(copy: Callable[[str], str]) -> None:
    assert copy(TEXT) != TEXT
    assert _read(copy(TEXT)) == _read(TEXT)


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES.keys())
def test_a_copy_is_quoted_as_it_stands(copy: Callable[[str], str]) -> None:
    text = copy(TEXT)
    for figure in policytext.targets(policytext.parse(text)).indicators:
        assert text[figure.span.start : figure.span.end] == figure.text
