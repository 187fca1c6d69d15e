"""Figures that measure nothing reached or aimed at, and those beside them that do."""

import pytest

import policytext


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("推进一网通办，用好12345热线，开展7×24小时服务。", id="numbers-in-names"),
        pytest.param("面积超过一百公顷的，应当报批。", id="conditions"),
        pytest.param("年产值10亿元以上的企业应当建档。", id="which-ones-are-meant"),
        pytest.param("处五万元以上二十万元以下罚款。", id="penalties"),
        pytest.param("依照《关于支持100个示范项目的通知》执行。", id="titles"),
        pytest.param("应当自收到之日起20个工作日内办结。", id="deadlines-in-days"),
        pytest.param("本规划分为六个部分。", id="parts"),
        pytest.param("许可证分为甲、乙、丙、丁4类。", id="parts-that-are-named"),
        pytest.param("如果聯網有12 000人輪候手術，便要加班。", id="a-supposition"),
        pytest.param("我感謝副主席及另外30多名議員。", id="a-courtesy"),
        pytest.param("如建筑物高度超过4.57米，须获批准。", id="a-case-of-a-rule"),
        pytest.param("计划包括为3岁以下幼儿提供照顾服务。", id="whom-it-is-for"),
        pytest.param("成为全国第三个过10万亿元省份。", id="a-size-that-says-which-ones"),
        pytest.param("轨道交通覆盖人口20万以上城市。", id="towns-of-a-size"),
        pytest.param("中小企业按缴费的60%返还。", id="a-share-that-a-rule-gives-back"),
        pytest.param("给予企业投资额5%的投资补助。", id="a-share-that-a-rule-grants"),
        pytest.param("确定了27项主要指标。", id="a-count-of-indicators"),
        pytest.param("增速1.2.3万。", id="garbled"),
        pytest.param("服务步行500米范围内的住户。", id="within-reach"),
        pytest.param("完成距离园区0.5公里的学校改造。", id="how-far-away"),
        pytest.param("以贷款额450万元计，效益良好。", id="what-is-computed-with"),
    ],
)
def test_what_is_no_indicator(text: str) -> None:
    assert policytext.targets(text).indicators == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("消防10万人口死亡率下降14%以上。", ["14"], id="base-of-a-rate"),
        pytest.param("资产跨越3个亿元台阶、达到3.2亿元。", ["320000000"], id="a-step-that-is-passed"),
        pytest.param("全国39个地级市平均优良天数比率为85%。", ["85"], id="what-an-average-is-of"),
        pytest.param("固定资产投资9015亿元（约4.05兆台币）。", ["901500000000"], id="the-same-sum-in-another-currency"),
        pytest.param("全年增长19·5％，自5·12地震以来最快。", ["19.5"], id="a-point-in-the-middle-of-the-line"),
        pytest.param("纳税过1亿元的企业达30家。", ["30"], id="a-size-with-过-that-says-which-ones"),
        pytest.param("决算数介于45亿余元及194亿余元之间。", ["4500000000"], id="a-range-with-介于"),
        pytest.param("工业增加值增长7.6%，高于全国1.7个百分点。", ["7.6", "1.7"], id="a-distance-is-an-indicator"),
    ],
)  # fmt: skip
def test_what_else_is_none(text: str, values: list[str]) -> None:
    found = policytext.targets(text).indicators
    assert [str(one.value) for one in found] == values
    assert {one.status for one in found} <= {"achieved", "target"}
