"""Targets through the public face: who promises what, how much, by when; what was reached; what stays silent."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policytext
from policytext.model.annotations import Indicator, Measure

DAY = "临河市人民政府办公室关于印发三年行动计划的通知\n临政办发〔2031〕17号\n2031年4月9日\n"


def one(text: str) -> Indicator:
    (found,) = policytext.targets(text).indicators
    return found


@pytest.mark.parametrize(
    ("text", "name", "value", "unit", "comparator", "change", "status"),
    [
        pytest.param("到2030年底，公交站点覆盖率达到95%以上。", "公交站点覆盖率", "95", "%", ">=", "level", "target", id="a-deadline-promises"),
        pytest.param("截至2024年6月底，累计建成口袋公园120个。", "口袋公园", "120", "个", "=", "level", "achieved", id="as-of-is-reached"),
        pytest.param("居民出行满意度不低于85%。", "居民出行满意度", "85", "%", ">=", "level", "target", id="a-norm-promises"),
        pytest.param("预计2029年常住人口将达到820万人。", "常住人口", "8200000", "人", "=", "level", "forecast", id="expected-is-no-promise"),
        pytest.param("世界银行测算，全国缺口为300万人。", "全国缺口", "3000000", "人", "=", "level", "quoted", id="somebody-elses"),
        pytest.param("事故起数下降两成以上。", "事故起数", "20", "%", ">=", "decrease", "achieved", id="tenths-that-fall"),
        pytest.param("要确保数字经济规模翻一番。", "数字经济规模", "2", "倍", "=", "multiply", "target", id="a-multiple"),
        pytest.param("确保重大安全事故零发生。", "重大安全事故", "0", "起", "=", "level", "target", id="none-at-all"),
        pytest.param("要新建泊位2 500个。", "泊位", "2500", "个", "=", "level", "target", id="thousands-parted-by-spaces"),
        pytest.param("力爭實現行政村通網率達到百分之九十八以上。", "行政村通網率", "98", "%", ">=", "level", "target", id="traditional-in-words"),
        pytest.param("要培训1 000名护理员。", "护理员", "1000", "名", "=", "level", "target", id="thousands-parted-before-any-unit"),
        pytest.param("要新建和改造农村公路300公里。", "农村公路", "300", "公里", "=", "level", "target", id="two-deeds-joined"),
        pytest.param("“一网通办”事项可办率必须达到98.5%。", "“一网通办”事项可办率", "98.5", "%", "=", "level", "target", id="a-name-keeps-both-its-quotation-marks"),
        pytest.param("2031年工作要点\n到2035年，单位能耗累计降低17%。", "单位能耗", "17", "%", "=", "decrease", "target", id="what-adds-up-by-a-deadline-lies-ahead"),
        pytest.param("(a) 要興建3萬個單位。", "單位", "30000", "個", "=", "level", "target", id="a-letter-is-no-name"),
        pytest.param("失业率维持在3.5%的低水平。", "失业率", "3.5", "%", "=", "level", "achieved", id="a-level-is-no-name"),
        pytest.param("全年新建改建养老机构30家。", "养老机构", "30", "家", "=", "level", "achieved", id="two-deeds-before-the-thing"),
    ],
)  # fmt: skip
def test_an_indicator(
    text: str, name: str, value: str, unit: str, comparator: str, change: str, status: str
) -> None:
    found = one(text)
    assert (found.name, str(found.value), found.unit) == (name, value, unit)
    assert (found.comparator, found.change, found.status) == (comparator, change, status)


@pytest.mark.parametrize(
    ("text", "status", "kind", "words"),
    [
        pytest.param("力争到2030年，覆盖率达到95%。", "target", "date", "2030年", id="a-cue-of-the-sentence"),
        pytest.param("某市情况通报\n2031年1月9日\n2033年覆盖率达到95%。", "target", "date", "2033年", id="a-date"),
        pytest.param("一、主要目标\n覆盖率为95%。", "target", "part", "主要目标", id="a-heading"),
        pytest.param("在补贴500元的基础上再作调整。", "baseline", "comparison", "基础上", id="a-ground"),
        pytest.param("比上年度的500元有所调整。", "baseline", "comparison", "比上年度的", id="a-comparison-without-a-second-figure"),
        pytest.param("某市考核办法\n新增站点24个（累计36个）。", "target", "kind-of-document", "", id="a-sum-in-a-list-of-tasks"),
    ],
)  # fmt: skip
def test_the_status_has_its_evidence(text: str, status: str, kind: str, words: str) -> None:
    found = policytext.targets(text).indicators[0]
    assert found.evidence is not None
    assert (found.status, *found.evidence) == (status, kind, words)


def test_a_guess_has_a_low_confidence() -> None:
    sure, guessed = one("力争覆盖率达到95%。"), one("某市情况通报\n2031年1月9日\n覆盖率达到95%。")
    assert sure.confidence > guessed.confidence
    assert guessed.evidence is not None
    assert guessed.evidence.kind == "kind-of-document"


def test_a_policy_address_promises_with_will_and_has_its_year_in_words() -> None:
    text = "二零三一年施政報告\n1. 過去三年，本港經濟增長2.5%。\n2. 我們會在五年內培訓1 000名專才。\n"
    past, future = policytext.targets(text).indicators
    assert (past.status, future.status, future.name) == ("achieved", "target", "專才")
    assert future.date is not None
    assert (future.date.end, future.date.role) == ("2035-12-31", "deadline")


def test_a_year_of_the_republic_is_no_length_of_time() -> None:
    text = "臺中市政府推動照顧計畫\n中華民國113年5月6日函\n一、至114年底，照顧中心增至160處。\n二、於115年6月30日前，涵蓋率達85%以上。\n"
    centres, share = policytext.targets(text).indicators
    assert (centres.name, str(centres.value)) == ("照顧中心", "160")
    assert share.date is not None
    assert (share.date.end, share.date.role) == ("2026-06-30", "deadline")


def test_a_rate_between_two_values_has_its_starting_value_too() -> None:
    found = policytext.targets("津贴由每月200元提高10%至每月220元。").indicators
    assert [(one.name, str(one.value), one.unit, one.change) for one in found] == [
        ("津贴", "10", "%", "increase"),
        ("津贴", "220", "元", "from-to"),
    ]
    assert [str(one.baseline and one.baseline.value) for one in found] == ["200", "200"]


def test_from_and_to_is_one_indicator_with_its_baseline_in_its_own_unit() -> None:
    found = one("到2032年，平均办理时限由15个工作日压缩至4个工作日。")
    assert (found.change, str(found.value), found.unit) == ("from-to", "4", "个工作日")
    assert found.baseline is not None
    assert (str(found.baseline.value), found.baseline.unit) == ("15", "个工作日")


@pytest.mark.parametrize(
    ("text", "value", "change", "baseline"),
    [
        pytest.param("床位由2020年约1200张，逐步增加到2500张。", "2500", "from-to", "1200", id="across-a-comma"),
        pytest.param("开支由过去每年约七百亿元，增加至九百亿元。", "90000000000", "from-to", "70000000000", id="in-words-across-a-comma"),
        pytest.param("财政收入较上年200亿元增长5%。", "5", "increase", "20000000000", id="compared-with-a-sum"),
        pytest.param("财政收入比上年同期20亿元减少3亿元。", "300000000", "decrease", "2000000000", id="a-difference"),
        pytest.param("财政收入完成预算20亿元的105%。", "105", "level", "2000000000", id="a-share-of-a-sum"),
    ],
)  # fmt: skip
def test_a_figure_that_another_is_compared_with_is_its_baseline(
    text: str, value: str, change: str, baseline: str
) -> None:
    found = one(text)
    assert found.baseline is not None
    assert (str(found.value), found.change, str(found.baseline.value)) == (value, change, baseline)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("由专人看护床位1200张，另有护理员增加到2500名。", id="another-subject"),
        pytest.param("企业比上年增长5%、销售额增长3%。", id="a-growth-before-a-growth"),
        pytest.param("投入资金5亿元，占地6公顷的30%的面积。", id="one-of-each"),
    ],
)
def test_a_figure_beside_another_stays(text: str) -> None:
    assert len(policytext.targets(text).indicators) == 2


def test_a_change_names_the_year_it_is_compared_with() -> None:
    level, change = policytext.targets("到2030年，覆盖率达到95%以上，比2025年提高6个百分点。").indicators
    assert change.baseline is not None
    assert change.baseline.date is not None
    assert change.baseline.date.end == "2025-12-31"
    assert (change.name, change.unit, change.change) == ("覆盖率", "个百分点", "increase")
    assert level.date is not None
    assert level.date == change.date


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        pytest.param("示范县、示范镇分别达到12个、80个。", [("示范县", "12"), ("示范镇", "80")], id="plain"),
        pytest.param(
            "城镇和农村居民收入分别增长6%、7.5%。",
            [("城镇居民收入", "6"), ("农村居民收入", "7.5")],
            id="shared-ending",
        ),
    ],
)
def test_figures_are_paired_with_names(text: str, pairs: list[tuple[str, str]]) -> None:
    assert [(found.name, str(found.value)) for found in policytext.targets(text).indicators] == pairs


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("保险费率，以百分之五为上限。", "保险费率", id="a-subject-that-is-a-clause"),
        pytest.param("差距应维持五倍以上。", "差距", id="nothing-behind-the-modal-verb"),
        pytest.param(
            "对单笔300万元及以下的贷款收取的费率不超过1%。",
            "对单笔300万元及以下的贷款收取的费率",
            id="a-condition-belongs-to-the-name",
        ),
    ],
)
def test_the_name_of_an_indicator(text: str, name: str) -> None:
    assert one(text).name == name


@pytest.mark.parametrize(
    ("text", "start", "end", "role"),
    [
        pytest.param("到2033年底，建成站点12个。", "2033-01-01", "2033-12-31", "deadline", id="year"),
        pytest.param("到年底，建成站点12个。", "2031-01-01", "2031-12-31", "deadline", id="this-year"),
        pytest.param("力争三年内建成站点12个。", "2031-01-01", "2033-12-31", "deadline", id="within-three-years"),
        pytest.param("“十六五”末，建成站点12个。", None, None, None, id="a-plan-nobody-knows"),
        pytest.param("2031年6月底前，建成站点12个。", "2031-06-01", "2031-06-30", "deadline", id="month"),
        pytest.param("到本世纪中叶，建成站点12个。", "2050-01-01", "2050-12-31", "deadline", id="mid-century"),
        pytest.param("到2033年，目标如下：\n——建成站点12个。", "2033-01-01", "2033-12-31", "deadline", id="led-in"),
        pytest.param("2030年供热面积扩大。全年新增站点12个。", "2030-01-01", "2030-12-31", "period", id="a-whole-year-is-the-one-spoken-of"),
        pytest.param("全年新增站点12个。", "2031-01-01", "2031-12-31", "period", id="a-whole-year-without-another"),
        pytest.param("2031年2月30日前，建成站点12个。", None, None, None, id="no-such-day"),
        pytest.param("2030年5月3日，学员毕业。8月11日至18日，新增站点12个。", "2030-08-11", "2030-08-18", "period", id="days-of-the-year-before"),
        pytest.param("2030年，产值已恢复至2025年八成水平，新增站点12个。", "2030-01-01", "2030-12-31", "period", id="a-level-that-is-reached-again"),
    ],
)  # fmt: skip
def test_the_date_of_an_indicator(text: str, start: str | None, end: str | None, role: str | None) -> None:
    when = one(DAY + text).date
    assert (when and (when.start, when.end, when.role)) == (start and (start, end, role))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("一、2030年工作回顾\n新建食堂36家。", ["achieved"], id="review"),
        pytest.param("一、2030年工作回顾\n新建食堂36家。\n二、2031年工作安排\n新建食堂48家。", ["achieved", "target"], id="both"),
        pytest.param("目标如下：\n——入户率90%。\n——满意度85%。", ["target", "target"], id="items-below-a-lead"),
        pytest.param("房委會現時是以維持空置率低於1.5%為目標。", ["target"], id="an-aim-behind-its-figure"),
        pytest.param("未来10年的公营房屋需求为3万个单位。", ["target"], id="years-to-come"),
        pytest.param("立法會\n2031年1月9日\n局長：政府決定拆卸3座大樓，以增加約23 000平方米的場地。", ["target", "target"], id="what-a-government-decides"),
        pytest.param("我們在社署的撥款中爭取了5,300萬元。", ["achieved"], id="what-was-gained"),
        pytest.param("委員會為回應訴求，出售餘下的832個單位。", ["achieved"], id="an-answer-is-no-must"),
        pytest.param("退休人數會持續上升，由每年4 000人增至7 000人。", ["forecast"], id="people-that-will-be"),
        pytest.param("海關已將其餘129宗個案轉介警方。", ["achieved"], id="what-was-done-with-a-preposition"),
        pytest.param("已建成食堂36家，力争再建20家。", ["achieved", "target"], id="clause-by-clause"),
        pytest.param("文件除了提出未来10年新增47万个单位。", ["target"], id="a-preposition-with-了-is-no-deed"),
        pytest.param("为落实“两个确保”，财政支出80亿元。", ["achieved"], id="a-promise-in-a-quoted-name"),
        pytest.param("完成投资23亿元，占年度力争目标（20亿元）的115%。", ["achieved", "achieved"], id="a-share-of-a-plan"),
        pytest.param("（一）收支决算情况\n2030年初预算支出为9亿元，支出8亿元，为调整预算的99%。", ["achieved", "achieved", "achieved"], id="accounts"),
        pytest.param("2033年，城市人口控制在30万人以内。", ["target"], id="kept-within-a-bound"),
    ],
)  # fmt: skip
def test_status_from_headings_and_cues(text: str, status: list[str]) -> None:
    assert [found.status for found in policytext.targets(text).indicators] == status


@pytest.mark.parametrize("space", [" ", "\xa0"], ids=["space", "no-break-space"])
def test_spaces_around_figures_change_nothing(space: str) -> None:
    plain = "到2030年，新建站点42个，覆盖率达到95%以上，补贴由1000元提高到1500元，市教委应当建设5G基站。\n"
    spaced = re.sub(r"(?<=[\u4e00-\u9fff])(?=[\dA-Z])|(?<=[\d%A-Z])(?=[\u4e00-\u9fff])", space, plain)
    assert spaced.count(space) > 10
    found, wanted = policytext.targets(spaced), policytext.targets(plain)
    assert [(one.name, one.value, one.unit, one.comparator, one.status) for one in found.indicators] == [
        (one.name, one.value, one.unit, one.comparator, one.status) for one in wanted.indicators
    ]
    assert [(one.verb, one.actor) for one in found.measures] == [
        (one.verb, one.actor) for one in wanted.measures
    ]
    assert all(spaced[slice(*one.span)] == one.text for one in found.indicators)
    assert all(spaced[slice(*one.span)] == one.text for one in found.measures)


def test_digits_that_are_set_apart_are_one_figure() -> None:
    found = policytext.targets(
        "到2030年，粮食产量达到４ ９ ２ ５ ０ 万吨，投入5 0 0 亿元，培训1 200人。"
    ).indicators
    assert [str(one.value) for one in found] == ["492500000", "50000000000", "1200"]


def test_who_is_responsible() -> None:
    text = "新建泊位2500个，完善停车设施（市城管局牵头，市财政局、各区政府配合）。"
    found = policytext.targets(text)
    assert [one.actor for one in found.indicators] == ["市城管局"]
    assert [(one.actor, one.supporting) for one in found.measures] == [
        ("市城管局", ("市财政局", "各区政府"))
    ] * 2


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("各区应当加快编制清单，推动清单公开。", [("编制", "应当", 2, "各区"), ("推动", "应当", 2, "各区")], id="subject-holds-on"),
        pytest.param("鼓励社会力量办托。", [("鼓励", "鼓励", 0, None)], id="encouraged"),
        pytest.param("必须健全责任制度。", [("健全", "必须", 3, None)], id="obliged"),
        pytest.param("一是完善设施。二是优化服务。", [("完善", "", 1, None), ("优化", "", 1, None)], id="items"),
        pytest.param("进一步大力推进设施更新。", [("推进", "", 1, None)], id="adverbs"),
        pytest.param("到2030年要建设智慧社区。", [("建设", "要", 2, None)], id="behind-a-date"),
    ],
)  # fmt: skip
def test_commitments(text: str, wanted: list[tuple[str, str, int, str | None]]) -> None:
    found = policytext.targets(text).measures
    assert [(one.verb, one.modality, one.strength, one.actor) for one in found] == wanted


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("近年来，推进共享取得成效。", id="cue-of-the-past"),
        pytest.param("一、2030年工作回顾\n完善设施网络。", id="review"),
        pytest.param("建设单位应依法公示。", id="a-noun-that-looks-like-a-deed"),
        pytest.param("研发投入年均增长7%。", id="a-subject-that-looks-like-a-deed"),
        pytest.param("推进服务数字化是改革的必然选择。", id="a-definition"),
        pytest.param("让我们携手前行。", id="a-closing-phrase"),
        pytest.param("新建、改建的，按本办法执行。", id="a-condition"),
    ],
)
def test_what_is_no_commitment(text: str) -> None:
    assert policytext.targets(text).measures == ()


def test_domains_come_from_a_marks_own_words_where_its_sentence_has_several() -> None:
    text = "推进一网通办，健全社会保障体系，建设智慧城市。"
    assert [one.domain for one in policytext.targets(text).measures] == [
        "government",
        "social",
        "urban-rural",
    ]


def test_ten_thousand_figures_on_one_line() -> None:
    found = policytext.targets("覆盖率达到5%，" * 10_000).indicators
    assert len(found) == 10_000


PIECES = st.sampled_from(
    [
        "到2030年", "，", "。", "：\n", "\n", "覆盖率", "达到", "5%", "以上", "由36%", "缩小到19%", "分别为", "3个、", "二", "百分之八",
        "三分之一", "翻一番", "应当", "推进", "建设", "（市教委牵头", "）", "|", "\t", "指标 | 2020年 | 2025年\n", "20216年", "1.2.3万", "100%%",
        "第一条", "（一）", "一是", "達(dá)到", "“十四五”", "截至去年", "万", "亿元", "\u3000", "１２", "零发生", "——", "🀄", "a", "2030年2月30日",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_marks_quote_their_text_and_stay_in_their_sentence(text: str) -> None:
    found = policytext.targets(text)
    sentences = policytext.domains(text)
    marks: list[Indicator | Measure] = [*found.indicators, *found.measures]
    for mark in marks:
        start, end = mark.span
        assert 0 <= start < end <= len(text)
        assert text[start:end] == mark.text
        if mark.date is not None:
            assert text[slice(*mark.date.span)] == mark.date.text
        if isinstance(mark, Indicator) and mark.rule == "target/table":
            continue
        assert any(one.span[0] <= mark.span[0] and mark.span[1] <= one.span[1] for one in sentences)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_nothing_crashes(text: str) -> None:
    for mark in policytext.targets(text).measures:
        assert text[slice(*mark.span)] == mark.text


def test_the_whole_year_of_a_work_reports_review_is_the_last_one() -> None:
    text = "2031年临河市政府工作报告\n各位代表：\n一、2030年工作回顾\n市场繁荣。全年接待游客增长8%。\n二、2031年工作安排\n全年接待游客增长9%。\n"
    found = policytext.targets(text).indicators
    assert [(one.status, one.date and one.date.end) for one in found] == [
        ("achieved", "2030-12-31"),
        ("target", "2031-12-31"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("临河市智慧社区建设三年规划\n临政发〔2031〕1号\n社区是城市的末梢。\n", id="a-title"),
        pytest.param(
            "某市方案\n社区是城市的末梢。\n附件：智慧社区建设任务分工表\n", id="the-name-of-an-annex"
        ),
        pytest.param("某市方案\n社区是城市的末梢。\n附件1：加强社区建设任务表\n", id="a-numbered-annex"),
    ],
)
def test_a_title_is_no_commitment(text: str) -> None:
    assert policytext.targets(text).measures == ()
