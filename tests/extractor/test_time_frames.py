"""The right side of promised and done, and the right year: what the parts of a document, and its kind, say of a figure."""

import pytest

import policytext

REPORT = "临河市政府工作报告\n——2031年1月27日在临河市第五届人民代表大会第一次会议上\n"


def list_statuses(text: str) -> list[tuple[str, str]]:
    """Return the status of each figure and the day on which its date ends."""
    found = policytext.targets(text).indicators
    return [(one.status, (one.date and one.date.end) or "") for one in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(REPORT + "一、2030年工作回顾\n新增食堂7家。\n二、2031年主要工作\n新增食堂9家，覆盖率达93%。", ["achieved 2030", "target 2031", "target 2031"], id="report-two-halves"),
        pytest.param(REPORT + "一、“十六五”时期成就和2030年工作回顾\n建成泵站7座。\n二、2031年重点任务\n成功打造示范街3条，累计建成泵站9座。", ["achieved 2030", "target 2031", "target 2031"], id="report-words-of-success-in-the-plan-half"),
        pytest.param(REPORT + "过去一年，我们真抓实干。\n争取补助12亿元。\n今年要抓好以下工作。\n改造管网30公里。", ["achieved 2030", "target 2031"], id="report-without-headings"),
        pytest.param(REPORT + "各位代表！过去的一年，很不平凡。\n确保供电12亿度。", ["achieved 2030"], id="report-after-a-salutation"),
        pytest.param(REPORT + "二、2031年工作安排\n过去一年，开设门店50家。\n新增门店80家。", ["achieved 2030", "target 2031"], id="report-a-paragraph-that-looks-back"),
        pytest.param("2031年临河市政府工作报告\n\n2031年重点工作\n\n　　今年是开局之年。\n\n放大消费效应\n\n　　改造管网30公里。\n\n建设产业体系\n\n　　新建园区5个。", ["target 2031", "target 2031"], id="report-headings-without-numbers"),
        pytest.param("■ 2030年成绩单\n●粮食总产达到557万斤\n●新建公园3座\n■ 2031年主要预期目标\n●粮食产量500万斤\n", ["achieved 2030", "achieved 2030", "target 2031"], id="items-below-bullets-of-another-sign"),
        pytest.param("“十五五”时期工作回顾\n刚刚过去的2030年，全县上下迎难而上。生产总值增长5.8%。", ["achieved 2030"], id="a-review-of-a-period-speaks-at-its-end"),
        pytest.param("临河县统计监测\n2031-03-08 11:21 来源：临河日报\n去年新建公园3座。", ["achieved 2030"], id="date-line-of-a-web-page"),
        pytest.param("“十五五”规划纲要草案有关内容如下，介绍“十五五”规划纲要草案。\n新建学校9所。", ["target 2030"], id="press-report-of-a-plan"),
        pytest.param("关于临河市2030年度预算执行的审计工作报告\n推动公共服务提质。全市争取补助资金12亿元，新建公园3座。", ["achieved 2030"] * 2, id="audit-of-a-year"),
        pytest.param("某会议指出，2030年，效益稳步提升，1至11月实现利润12亿元。\n2031年要稳中求进。", ["achieved 2030"], id="months-of-the-year-spoken-of"),
        pytest.param("继续推动旧区更新，加快修建步道20公里。", ["target"], id="wording-of-a-plan"),
        pytest.param("过去启动旧区更新，成功修建步道20公里。", ["achieved"], id="wording-of-a-review"),
        pytest.param("附件1\n2031年十件民生实事\n一、提升养老服务。\n新建养老机构30家。", ["target 2031"], id="list-of-deeds"),
        pytest.param(REPORT + "一、2030年工作回顾\n建成公园5个。\n附件\n2031年为民办实事项目\n1．改造公厕40座。", ["achieved 2030", "target 2031"], id="list-of-deeds-behind-a-report"),
        pytest.param("2031年全县重点民生实事\n新建球场6片；改造农田3万亩。", ["target 2031", "target 2031"], id="list-of-deeds-as-title"),
        pytest.param("一、2030年工作回顾\n新增就业20万人。\n2031年全市主要预期目标：产值增长6%左右；粮食产量90万吨以上。", ["achieved 2030", "target 2031", "target 2031"], id="goal-inside-the-review"),
        pytest.param("一、2030年工作回顾\n今年的主要目标是产值增长6%；得到扶持的企业20家；投资增长8%。", ["target 2031"] * 3, id="goal-with-a-word-of-results"),
        pytest.param("临河市三年行动方案（2032—2034年）\n一、主要目标\n2032年，全市新建基站2600个以上。到2034年，累计建成1万个。", ["target 2032", "target 2034"], id="plan-without-a-date"),
        pytest.param("临河市“十五五”水利规划\n2025年，灌溉面积为12万亩。到2028年，达到15万亩。", ["achieved 2025", "target 2028"], id="plan-by-number"),
        pytest.param("临河市教育计划（2032—2034年）\n新建学校9所。", ["target 2034"], id="plan-whose-period-ends-it"),
        pytest.param("2031年预算草案\n收入安排320亿元，增长3%。教育支出预算为52亿元。", ["target 2031"] * 3, id="budget"),
        pytest.param("临河市总预算案　2031年度\n人事费120万元，较上年度减少6万元。", ["target 2031"] * 2, id="budget-compared-with-the-last"),
        pytest.param("临河县报告\n2031年12月9日\n2031年教育支出预算执行52亿元。", ["achieved 2031"], id="budget-that-is-spent"),
        pytest.param("临河市2031年工作要点\n到“十五五”末，达到7张。", ["achieved 2030"], id="period-that-is-over"),
        pytest.param("临河市2026年工作要点\n到“十五五”末，达到7张。", ["target 2030"], id="period-to-come"),
        pytest.param("临河市2031年工作要点\n年内，建成停车场12座。三季度末，建成停车场8座。", ["target 2031", "target 2031"], id="within-the-year"),
        pytest.param(REPORT + "二、2031年工作安排\n10月底前，建成停车场12座。", ["target 2031"], id="by-a-month"),
        pytest.param("临河市2030年统计公报\n幼儿园共有73所，比上年增加6所。", ["achieved 2030"] * 2, id="communique"),
        pytest.param("临河市2030年度工作总结\n确保供水；新增水厂3座。", ["achieved 2030"], id="summary"),
        pytest.param("政府已推出多項支援措施。\n（一）受禁制措施影響的漁船有69艘。另有40位船東轉業。", ["achieved"] * 2, id="a-first-sentence-with-a-figure-heads-no-plan"),
        pytest.param("運輸署共接獲30宗擬用作倉庫的申請。", ["achieved"], id="what-the-counted-intend"),
        pytest.param("署方於2014年成立基金。\n工作小組共召開了40次會議。", ["achieved"], id="the-date-of-a-deed-ends-with-its-paragraph"),
        pytest.param("某网讯：2030年目标 覆盖率80%以上\n关于2028年的铁路工作目标，首先是搭载旅客32亿人次、货物发送30亿吨。", ["target 2030", "target 2028", "target 2028"], id="a-headline-that-names-a-goal-gives-no-year"),
        pytest.param("2031年全县病床将增设600张。2031年护士学校招生120人。", ["target 2031"] * 2, id="a-year-that-is-to-come-in-another-sentence"),
        pytest.param("2031年全县已将病床增至600张。2032年病床达到700张。", ["achieved 2031", "achieved 2032"], id="a-year-in-which-something-is-done"),
        pytest.param("2031年的目标已经完成。2031年新增病床600张。", ["achieved 2031"], id="a-goal-that-is-reached"),
        pytest.param("临河市供水条例\n（2016年2月6日修订）\n供水压力不低于0.15兆帕。", ["target"], id="the-day-of-a-statute-is-no-frame"),
    ],
)  # fmt: skip
def test_promised_or_done(text: str, wanted: list[str]) -> None:
    assert [f"{status} {end[:4]}".strip() for status, end in list_statuses(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("今年要完成“十四五”规划总结评估。新增就业12万人。", ["2031-12-31"], id="name-of-a-plan"),
        pytest.param("落实《水利行动方案（2021—2023年）》，新建泵站5座。", ["2031-12-31"], id="title-of-a-plan"),
        pytest.param("对标第十四个五年规划，新建泵站5座。", ["2031-12-31"], id="name-of-a-plan-in-words"),
        pytest.param("“十五五”规划期内，新建泵站5座。", ["2030-12-31"], id="period-of-a-plan"),
        pytest.param("2030年产值达95亿元，是2025年的2.4倍；收入4.39亿元。", ["2030-12-31"] * 3, id="measured-by-a-year"),
        pytest.param("2030年投入95亿元，相当于2025年产值的12%；收入4亿元。", ["2030-12-31"] * 3, id="share-of-a-year"),
        pytest.param("今年上半年建成3个。", ["2031-06-30"], id="half-of-this-year"),
        pytest.param("2031年产值95亿元（按2027年不变价格计算），增长6.1%。", ["2031-12-31"] * 2, id="the-year-of-constant-prices"),
        pytest.param("去年下半年建成3个。", ["2030-12-31"], id="half-of-last-year"),
        pytest.param("2030年1—6月建成3个。", ["2030-06-30"], id="months"),
        pytest.param("2030年4月至12月建成3个。", ["2030-12-31"], id="months-in-words"),
        pytest.param("六月底建成3个。", ["2031-06-30"], id="month-in-characters"),
        pytest.param("11月底前建成3个。", ["2031-11-30"], id="month-as-a-deadline"),
        pytest.param("9月15日前建成3个。", ["2031-09-15"], id="day-as-a-deadline"),
        pytest.param("三季度末建成3个。", ["2031-09-30"], id="quarter"),
        pytest.param("“十四五”前三年建成3个。", ["2023-12-31"], id="first-years-of-a-plan"),
        pytest.param("“十四五”后两年建成3个。", ["2025-12-31"], id="last-years-of-a-plan"),
        pytest.param("近三年建成3个。", ["2030-12-31"], id="last-years"),
        pytest.param("2026-27年度，建成3个。", ["2027-12-31"], id="fiscal-year"),
        pytest.param("二零二六／二七年度，建成3个。", ["2027-12-31"], id="fiscal-year-in-characters"),
        pytest.param("2026/27年度，建成3个。", ["2027-12-31"], id="fiscal-year-with-a-slash"),
        pytest.param("到2032年、2035年，覆盖率分别达到60%、70%。", ["2032-12-31", "2035-12-31"], id="paired"),
        pytest.param("2032—2033年，食堂分别达到60家、70家。", ["2032-12-31", "2033-12-31"], id="paired-with-a-range"),
        pytest.param("到2032年，以发展为牵引。\n——新引进企业10家。\n——新建园区5个。", ["2032-12-31"] * 2, id="items-with-dashes"),
        pytest.param("到2032年，以发展为牵引。\n●新引进企业10家。\n●新建园区5个。", ["2032-12-31"] * 2, id="items-with-bullets"),
        pytest.param("到2032年，以发展为牵引。\n新引进企业10家。", ["2031-12-31"], id="the-next-paragraph-is-no-item"),
    ],
)  # fmt: skip
def test_the_year(text: str, wanted: list[str]) -> None:
    title = "2031年临河市工作要点\n"
    assert [end for _, end in list_statuses(title + text)] == wanted


def test_years_of_the_republic_are_dates_before_a_fiscal_year() -> None:
    assert list_statuses("中央政府總預算案\n114年度歲出編列2兆元。")[0] == ("target", "2025-12-31")
