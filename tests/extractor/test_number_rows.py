"""Rows of numbers, whose columns nothing names, give no targets; numbers with blanks between their digits do."""

import pytest

import policytext

ROWS = {
    "districts-with-shares": "各区的学额、学生和比率如下：东区 17 1 464 1 243 11.9% 元朗 17 1 609 1 433 11.1%",
    "years": "年份 有利 不利 2031 69% 31% 2032 84% 16% 2033 79% 21%",
    "counts-with-shares-in-brackets": "住户数目(百分比) 2人 133 100 32 300 (24%) 35 200 (26%) 3人 103 800 27 000 (26%)",
    "empty-cells": "甲校 - 285 6 4 17 3.8% 92.9% 乙校 1 1 167 - 44 4 9.2%",
    "short-rows-with-labels": "车辆数目 参与率 轻型货车 8 610 25% 中型货车 6 141 31% 重型货车 339 24%",
}


@pytest.mark.parametrize("text", ROWS.values(), ids=ROWS)
def test_a_row_of_numbers_is_no_target(text: str) -> None:
    assert policytext.targets(text).indicators == ()


RUNNING = {
    "one-change": ("总劳动人口由3 780 600人下跌至3 766 000人，减少约14 600人。", ["3766000", "14600"]),
    "several-groups": ("全年共处理12 345 678件个案。", ["12345678"]),
    "spaced-copy": ("产量达到 16 400 吨 ，增长 14% 。", ["16400", "14"]),
    "place-behind-a-number": ("养老院增至屯门16家、元朗12家。", ["16", "12"]),
}


@pytest.mark.parametrize(("text", "values"), RUNNING.values(), ids=RUNNING)
def test_running_text_keeps_its_figures(text: str, values: list[str]) -> None:
    assert [str(figure.value) for figure in policytext.targets(text).indicators] == values


def test_a_place_that_begins_with_a_unit_is_no_sum() -> None:
    assert policytext.targets("投诉人数：屯门 2元朗 2大埔 1。").indicators == ()
