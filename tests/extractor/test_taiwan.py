"""Targets in texts of Taiwan: budgets and how they were kept, years of the Republic, what is compared with what."""

import pytest

import policytext


def last(text: str) -> policytext.Indicator:
    return policytext.targets("行政院新聞稿\n" + text).indicators[-1]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("120年度「營建工程」計畫預算數50萬元，執行數40萬元。", "achieved", id="what-came-of-a-budget"),
        pytest.param("120年度預算案編列收入50萬元，119年度自有財源占歲入比率為60%。", "achieved", id="a-year-before-the-budgets"),
        pytest.param("120年度預算案編列收入50萬元。", "target", id="what-a-budget-sets"),
        pytest.param("120年度預算案編列50萬元，較119年度決算數40萬元增加10萬元。", "target", id="more-than-was-spent-is-to-come"),
        pytest.param("本科目上年度預算數50千元。", "achieved", id="the-budget-of-the-year-before"),
        pytest.param("至120年底止，以果農身分加保者153人。", "achieved", id="a-day-until-which-was-counted"),
        pytest.param("迄120年第2季，完成改善3處。", "achieved", id="another-word-for-it"),
        pytest.param("名額至120年累計8萬個，送托率成長至17%。", "achieved", id="the-same-date-goes-on"),
        pytest.param("目前併網量約15處、明年底目標為18處。", "target", id="the-goal-behind-what-there-is"),
        pytest.param("明年11月綠電占比為20%。", "target", id="next-year-without-a-year"),
        pytest.param("2030年以綠電占比30%邁進。", "target", id="moving-towards"),
        pytest.param("(含應付數50萬元、決算數40萬元)。", "achieved", id="accounts-due-are-no-promise"),
        pytest.param("計畫可望帶動投資50億元。", "forecast", id="what-can-be-hoped-for"),
    ],
)  # fmt: skip
def test_the_status(text: str, status: str) -> None:
    assert last(text).status == status


@pytest.mark.parametrize(
    ("text", "end"),
    [
        pytest.param("105及107年度歲入歲出相抵後短絀3億元。", "2018-12-31", id="a-list-of-years"),
        pytest.param("98-103年度歲入歲出相抵後短絀3億元。", "2014-12-31", id="years-of-two-digits"),
        pytest.param("縣府今（22日）報告明年度（115）總預算。歲入編列3億元。", "2026-12-31", id="a-budgets-year-in-brackets"),
        pytest.param("截至本(113)年10月底，完成3處。今年新增5處。", "2024-12-31", id="the-year-that-the-text-speaks-in"),
        pytest.param("103年度移用以前年度歲計賸餘3億元。", "2014-12-31", id="earlier-years-date-nothing"),
        pytest.param("2022年夏天前，216萬名學生受惠。", "2022-12-31", id="by-summer"),
    ],
)  # fmt: skip
def test_the_date(text: str, end: str) -> None:
    date = last(text).date
    assert date is not None
    assert date.end == end


def test_a_sum_that_another_is_compared_with_has_the_year_of_the_comparison() -> None:
    found = last("114年度預算編列5億元，較113年度之3億元有所增加。")
    assert (found.status, found.date and found.date.end) == ("baseline", "2024-12-31")
