"""Dates of figures: parts of years, years of other calendars, months across years, and figures with dates of their own."""

import pytest

import policytext

REPORT = "某市政府工作报告\n2031年1月9日\n"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        pytest.param("2030年至2034年，每年新增绿地5公顷。", "2030-01-01", "2034-12-31", id="years-behind-words-with-year"),
        pytest.param("培训护理员3名。\n每年新增床位1万张。2030年至2034年，培训护理员8名。", "2030-01-01", "2034-12-31", id="a-sign-before-does-not-cut-it"),
        pytest.param("2030年7月至2031年6月，培训护理员8名。", "2030-07-01", "2031-06-30", id="months-across-years"),
        pytest.param("2030/31学年，培训护理员8名。", "2030-01-01", "2031-12-31", id="a-school-year"),
        pytest.param("2030-31年度至2033-34年度，护理员培训8名。", "2030-01-01", "2034-12-31", id="fiscal-years-with-two-numbers-each"),
        pytest.param("在2030-31至2033-34的五年，护理员培训8名。", "2030-01-01", "2034-12-31", id="fiscal-years-without-their-word"),
        pytest.param("二O三O/三一年度，培训护理员8名。", "2030-01-01", "2031-12-31", id="a-letter-for-zero"),
        pytest.param("3万个单位将于2033年落成。", "2033-01-01", "2033-12-31", id="a-date-behind-its-figure"),
        pytest.param("平均轮候时间为11.5小时（2030年）。", "2030-01-01", "2030-12-31", id="a-date-in-a-bracket-behind-it"),
        pytest.param("2030年培训护理员3名，主要涉及2029年的计划。发放补助300人次。", "2030-01-01", "2030-12-31", id="a-date-that-says-which-noun"),
        pytest.param("2030年培训护理员3名，创近3年新高；新增床位8张。", "2030-01-01", "2030-12-31", id="a-period-without-days-hides-none"),
        pytest.param("2030年财政收入增长。\n培训护理员8名。", "2030-01-01", "2030-12-31", id="the-paragraph-before-in-an-excerpt"),
        pytest.param("立法會\n2031年1月9日\n局長：我們會在未來5年培訓護理員8名。", "2031-01-01", "2036-12-31", id="the-years-after-a-speech-in-hong-kong"),
        pytest.param(REPORT + "未来5年，要培训护理员8名。", "2031-01-01", "2035-12-31", id="the-years-that-a-report-begins"),
        pytest.param("本港開支2030╱31年度將上升3%。", "2030-01-01", "2031-12-31", id="a-drawn-stroke-in-a-fiscal-year"),
        pytest.param(REPORT + "护理员最低月薪已于今年1月5日由280元调升至300元。", "2031-01-05", "2031-01-05", id="a-date-before-the-link-of-a-change"),
        pytest.param("一九六四年，县里召开会议。\n一九六四年，农用机械增长三倍。", "1964-01-01", "1964-12-31", id="a-year-in-words-is-no-month"),
        pytest.param("當局在2030年為2031年展覽及2032年選舉的籌備工作預留了7億元。", "2030-01-01", "2030-12-31", id="dates-of-what-it-is-for"),
        pytest.param("2030年度計畫共9項。截至6月底，培訓護理員8名。", "2030-06-01", "2030-06-30", id="a-month-of-the-year-before-it"),
        pytest.param("分別有3個於2030年及5個於2031年新增。", "2031-01-01", "2031-12-31", id="each-figure-before-its-date"),
        pytest.param("在2030年至2032年，甲、乙及丙公司分別更換12輛、3輛及8輛巴士。", "2030-01-01", "2032-12-31", id="names-and-not-years-are-distributed"),
        pytest.param("立法會\n2031年1月9日\n局長：預期未來30年增加護理員8名。", "2031-01-01", "2061-12-31", id="years-of-two-digits"),
        pytest.param("2030财年，培训护理员8名。", "2030-01-01", "2030-12-31", id="a-fiscal-year"),
        pytest.param(REPORT + "第一季度，要培训护理员8名。", "2031-01-01", "2031-03-31", id="a-quarter-of-its-own-year"),
        pytest.param(REPORT + "今年前5个月，要培训护理员8名。", "2031-01-01", "2031-05-31", id="the-first-months"),
        pytest.param(REPORT + "3月至6月，要培训护理员8名。", "2031-03-01", "2031-06-30", id="months-of-its-own-year"),
        pytest.param("自明(120)年起，培训护理员8名。", "2031-01-01", "2031-12-31", id="a-year-in-brackets-behind-its-word"),
        pytest.param("某市实施方案\n2031年1月9日\n本月底前，培训护理员8名。", "2031-01-01", "2031-01-31", id="the-documents-own-month"),
        pytest.param("某市实施方案\n2031年12月9日\n下月，培训护理员8名。", "2032-01-01", "2032-01-31", id="the-month-after-december"),
        pytest.param("某市情况通报\n2031年4月9日\n一、2030年工作回顾\n1—6月，培训护理员8名。", "2030-01-01", "2030-06-30", id="months-of-the-year-reviewed"),
    ],
)  # fmt: skip
def test_the_days_of_a_date(text: str, start: str, end: str) -> None:
    found = policytext.targets(text).indicators[-1]
    assert found.date is not None
    assert (found.date.start, found.date.end) == (start, end)


def test_ages_and_years_are_paired() -> None:
    found = policytext.targets("到2030年、2035年、2040年，预期寿命分别达到80岁、81岁、82岁。").indicators
    assert [(str(one.value), one.unit, one.date and one.date.end) for one in found] == [
        ("80", "岁", "2030-12-31"),
        ("81", "岁", "2035-12-31"),
        ("82", "岁", "2040-12-31"),
    ]


def test_a_month_without_a_year_has_no_days() -> None:
    (found,) = policytext.targets("本月底前，培训护理员8名。").indicators
    assert found.date is not None
    assert (found.date.text, found.date.start, found.date.end) == ("本月底", None, None)
