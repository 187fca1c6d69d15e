"""Indicators and commitments in the rows of tables."""

import pytest

import policytext
from policytext.model.annotations import Indicator

PLAN = "江口市“十五五”发展规划（2026—2030年）\n\n一、主要指标\n\n{table}\n\n二、重点任务\n\n推进改革。\n"


def describe(indicator: Indicator) -> tuple[str, ...]:
    """Return the name, figure, unit, status and year of an indicator."""
    year = indicator.date.end[:4] if indicator.date and indicator.date.end else ""
    sign = "" if indicator.comparator == "=" else indicator.comparator
    return indicator.name, f"{sign}{indicator.value}", indicator.unit, indicator.status, year


ROWS = [
    pytest.param(
        "指标 | 2025年 | 2030年 | 属性\n入户率（%） | 60 | 75 | 预期性\n用地规模（万亩） | 12 | ≤11.5 | 约束性",
        [
            ("入户率", "60", "%", "baseline", "2025"),
            ("入户率", "75", "%", "target", "2030"),
            ("用地规模", "120000", "亩", "baseline", "2025"),
            ("用地规模", "<=115000", "亩", "target", "2030"),
        ],
        id="the first year is the baseline, the unit stands behind the name",
    ),
    pytest.param(
        "类别 | 序号 | 指标 | 单位 | 2025年 | 2027年 | 2030年\n民生 | 1 | 养老床位 | 张 | 100 | 180 | 260",
        [
            ("养老床位", "100", "张", "baseline", "2025"),
            ("养老床位", "180", "张", "target", "2027"),
            ("养老床位", "260", "张", "target", "2030"),
        ],
        id="a class before the name, a column of units, and a year in the middle",
    ),
    pytest.param(
        "指标名称 | 现状值 | 目标值\n1.能耗降低（%） | - | 〔13.5〕\n2.R&D经费投入强度（%） | 2.1 | 2.8以上",
        [
            ("能耗", "13.5", "%", "target", "2030"),
            ("R&D经费投入强度", "2.1", "%", "baseline", ""),
            ("R&D经费投入强度", ">=2.8", "%", "target", "2030"),
        ],
        id="columns without a year are due at the end of the plan; a bracketed total; a dash is no figure",
    ),
    pytest.param(
        "序号\n指标\n预期值\n属性\n1\n事故死亡人数\n下降15%\n约束性\n2\n企业十万人损失占比\n<1%\n预期性",
        [
            ("事故死亡人数", "15", "%", "target", "2030"),
            ("企业十万人损失占比", "<1", "%", "target", "2030"),
        ],
        id="one cell a line; a figure inside a name is none of the table's",
    ),
    pytest.param(
        "项目\t2028年\t2030年\n公共服务支出（亿元）\t12.5\t15\n合计\t暂无\t另定",
        [
            ("公共服务支出", "1250000000", "元", "target", "2028"),
            ("公共服务支出", "1500000000", "元", "target", "2030"),
        ],
        id="tabs, and cells without figures",
    ),
    pytest.param(
        "指标（现状、目标、变化）：单位能耗（吨标准煤/万元）0.92 0.78 -3.2%；污水处理率（%） 78.5 90 11.5；利用系数0.48 0.52 0.04。",
        [
            ("单位能耗", "0.92", "吨标准煤/万元", "baseline", ""),
            ("单位能耗", "0.78", "吨标准煤/万元", "target", "2030"),
            ("单位能耗", "3.2", "%", "target", "2030"),
            ("污水处理率", "78.5", "%", "baseline", ""),
            ("污水处理率", "90", "%", "target", "2030"),
            ("污水处理率", "11.5", "个百分点", "target", "2030"),
            ("利用系数", "0.48", "", "baseline", ""),
            ("利用系数", "0.52", "", "target", "2030"),
            ("利用系数", "0.04", "", "target", "2030"),
        ],
        id="rows in running text, parted by semicolons",
    ),
    pytest.param(
        "指标名称 单位 2025年 2030年 属性 1.研发投入强度 % 2.1 2.8 预期性 2.专利拥有量 件 1930 2950 预期性 3.床位占比 % 45 55 约束性",
        [
            ("研发投入强度", "2.1", "%", "baseline", "2025"),
            ("研发投入强度", "2.8", "%", "target", "2030"),
            ("专利拥有量", "1930", "件", "baseline", "2025"),
            ("专利拥有量", "2950", "件", "target", "2030"),
            ("床位占比", "45", "%", "baseline", "2025"),
            ("床位占比", "55", "%", "target", "2030"),
        ],
        id="rows in one line, a number before each name, a figure that could be a year",
    ),
    pytest.param(
        "(1)生产总值 亿元 1200 1930 年均增长10%以上\n(2)人均生产总值 元 25000 39000 年均增长9%以上\n(3)服务业占比 % 38 43 提高5个百分点",
        [
            ("生产总值", "120000000000", "元", "baseline", ""),
            ("生产总值", "193000000000", "元", "target", "2030"),
            ("生产总值", ">=10", "%", "target", "2030"),
            ("人均生产总值", "25000", "元", "baseline", ""),
            ("人均生产总值", "39000", "元", "target", "2030"),
            ("人均生产总值", ">=9", "%", "target", "2030"),
            ("服务业占比", "38", "%", "baseline", ""),
            ("服务业占比", "43", "%", "target", "2030"),
            ("服务业占比", "5", "个百分点", "target", "2030"),
        ],
        id="changes in words, the first name below a title",
    ),
]

TASKS = (
    "2030年为民办实事项目完成情况\n序号 | 实事项目名称 | 完成情况 | 占全年计划 |\n"
    "1 | 新增400张养老床位 | 438 | 110% |\n改建30个食堂 | 39 | 130% | |\n2 | 开办50个暑托班 | 69 | 138% |\n"
)


def test_a_task_with_a_goal_in_its_name_and_what_was_done_of_it() -> None:
    assert [describe(one) for one in policytext.targets(TASKS).indicators] == [
        ("养老床位", "400", "张", "target", "2030"),
        ("养老床位", "438", "张", "achieved", "2030"),
        ("养老床位", "110", "%", "achieved", "2030"),
        ("食堂", "30", "个", "target", "2030"),
        ("食堂", "39", "个", "achieved", "2030"),
        ("食堂", "130", "%", "achieved", "2030"),
        ("暑托班", "50", "个", "target", "2030"),
        ("暑托班", "69", "个", "achieved", "2030"),
        ("暑托班", "138", "%", "achieved", "2030"),
    ]


@pytest.mark.parametrize(("table", "wanted"), ROWS)
def test_each_figure_of_a_row_is_an_indicator(table: str, wanted: list[tuple[str, ...]]) -> None:
    text = PLAN.format(table=table)
    found = policytext.targets(text).indicators
    assert [describe(indicator) for indicator in found] == wanted
    assert all(text[slice(*indicator.span)] == indicator.text for indicator in found)


def test_a_target_of_a_row_knows_its_baseline_and_whether_it_binds() -> None:
    text = PLAN.format(table="指标 | 2025年 | 2030年 | 属性\n入户率（%） | 60 | 75 | 约束性")
    first, second = policytext.targets(text).indicators
    assert first.baseline is None
    assert second.baseline is not None
    assert (str(second.baseline.value), second.baseline.unit, second.binding) == ("60", "%", "约束性")
    assert second.change == "level"


def test_years_that_are_over_are_results() -> None:
    text = "江口市2030年统计公报\n\n指标 | 2027年 | 2028年 | 2029年\n粮食产量（万吨） | 30 | 31 | 32\n"
    assert {indicator.status for indicator in policytext.targets(text).indicators} == {"achieved"}


def test_the_tasks_of_a_table_have_actors_and_deadlines() -> None:
    text = PLAN.format(
        table="序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时限\n"
        "1 | 新建社区食堂30家 | 市民政局 | 市财政局、各区政府 | 2027年底\n2 | 完善停车设施 | 市城管局 | - | 持续推进"
    )
    found = policytext.targets(text)
    first, second = found.measures[:2]
    (indicator,) = found.indicators
    assert (indicator.name, str(indicator.value), indicator.actor) == ("社区食堂", "30", "市民政局")
    assert indicator.date is not None
    assert indicator.date.end == "2027-12-31"
    assert (first.verb, first.object, first.actor) == ("新建", "社区食堂30家", "市民政局")
    assert first.supporting == ("市财政局", "各区政府")
    assert first.date is not None
    assert first.date.end == "2027-12-31"
    assert (second.text, second.actor, second.supporting) == ("完善停车设施", "市城管局", ())


def test_cells_with_a_bar_behind_each_and_no_head() -> None:
    text = "专栏2 “十五五”时期主要指标 |\n||||\n医院（所） |\n3232 |\n3397 |\n1 |\n预期性 |\n床位（万张） |\n47.1 |\n69.2 |\n8 |\n预期性 |\n入住率（%） |\n84 |\n94 |\n— |\n预期性 |\n"
    found = policytext.targets("某市“十五五”规划\n" + text).indicators
    rows = [(one.name, one.status, str(one.value), one.unit, one.date and one.date.end) for one in found]
    assert rows[3:6] == [
        ("床位", "baseline", "471000", "张", None),
        ("床位", "target", "692000", "张", "2030-12-31"),
        ("床位", "target", "8", "%", "2030-12-31"),
    ]


def test_cells_with_a_blank_line_between_and_a_shared_category() -> None:
    text = "专栏1 主要指标\n\n类别\n\n指  标(biāo)\n\n2030\n基期值\n\n2035\n目标值\n\n年均增速\n〔累计〕\n\n指标属性\n\n供给保障\n\n产能(亿吨)\n\n5\n\n5.5\n\n0.5\n\n约束性\n\n自给率(%\n\n96\n\n98\n\n2\n\n约束性\n"
    found = policytext.targets("某市规划（2031—2035年）\n" + text).indicators
    assert [(one.name, one.status, str(one.value), one.unit) for one in found] == [
        ("产能", "baseline", "500000000", "吨"),
        ("产能", "target", "550000000", "吨"),
        ("产能", "target", "50000000", "吨"),
        ("自给率", "baseline", "96", "%"),
        ("自给率", "target", "98", "%"),
        ("自给率", "target", "2", "个百分点"),
    ]


def test_rows_without_their_empty_note() -> None:
    text = "临河县2031年政府工作报告\n一、2030年工作回顾\n指标名称\n预期目标\n实际完成\n备注\n1.生产总值\n增长6.5%左右\n增长4.8%\n已调整\n2.投资\n增长8%\n增长2.7%\n3.人均产值\n20万元/\n21万元/\n"
    found = policytext.targets(text).indicators
    assert [
        (one.name, one.status, str(one.value), ((one.date and one.date.end) or "")[:4]) for one in found
    ] == [
        ("生产总值", "target", "6.5", "2030"),
        ("生产总值", "achieved", "4.8", "2030"),
        ("投资", "target", "8", "2030"),
        ("投资", "achieved", "2.7", "2030"),
        ("人均产值", "target", "200000", "2030"),
        ("人均产值", "achieved", "210000", "2030"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(
            "姓名 | 电话 | 房号\n张某 | 010-1111-2222 | 301\n李某 | 010-1111-3333 | 302",
            id="no head that is known",
        ),
        pytest.param(
            "指标 | 2030年\n批次 | 第3批\n文号 | 〔2030〕11号",
            id="figures among words that are not understood",
        ),
        pytest.param(
            "条款 | 罪名 | 处罚\n第134条第2款 | 强令违章 | 第3条\n第139条 | 不报 | 第5条", id="articles"
        ),
    ],
)
def test_no_indicator(table: str) -> None:
    assert policytext.targets(PLAN.format(table=table)).indicators == ()
