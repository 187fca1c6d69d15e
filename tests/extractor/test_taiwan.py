"""Targets in texts of Taiwan: budgets and how they were kept, years of the Republic, what is compared with what."""

import pytest

import policytext


def last(text: str) -> policytext.Indicator:
    return policytext.targets("臺灣行政院新聞稿\n" + text).indicators[-1]


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
        pytest.param("經建會公布98年國家建設計畫目標，經濟成長率2.5%、失業率4.5%。", "target", id="goals-behind-a-comma"),
        pytest.param("公布第4季經濟成長率，較106年11月預測數2.3%增加0.98個百分點。", "achieved", id="more-than-was-forecast"),
        pytest.param("捷運綠線預計年底通車，截至今年8月底，整體進度達93.78%。", "achieved", id="what-is-expected-in-an-earlier-clause"),
        pytest.param("計畫可望帶動投資50億元。", "forecast", id="what-can-be-hoped-for"),
        pytest.param("勞動部規劃115年開放移工2萬名。", "target", id="what-is-planned-for-a-year"),
        pytest.param("提前達成今年35%目標。", "achieved", id="a-goal-that-is-met"),
        pytest.param("特別預算歲出預算數520億元，共辦理80項計畫，累計實現數60億元，實現率12%。", "achieved", id="how-a-budget-was-kept-behind"),
        pytest.param("明年設站3處。3年來投入25億元，改造廁所2千間。", "achieved", id="what-was-done-in-years-past"),
        pytest.param("較去年3億元有所增加，今年經費約4億元。", "achieved", id="no-figure-inherits-a-comparison"),
        pytest.param("國務院印發「十五五」健康規劃，明確2030年指標，預期壽命達到80歲。", "target", id="a-plan-that-is-announced"),
        pytest.param("下一個十年期總需求為42萬個單位。", "target", id="the-next-ten-years"),
        pytest.param("目標建置50站，實際僅完成18站。", "achieved", id="what-was-reached-of-a-goal"),
        pytest.param("編列3億元推廣設施，迄3月底已辦理50處。", "achieved", id="what-was-done-in-the-sentence-of-a-budget"),
        pytest.param("明年設站5處。用戶達30萬人，較去年增加5%。", "achieved", id="more-than-last-year-behind-a-promise"),
        pytest.param("到2030年達80歲。目前人均預期壽命為79歲。", "achieved", id="what-there-is-behind-a-goal"),
        pytest.param("審計部單位預算\n中華民國131年度\n1.一般行政3億元。", "target", id="an-item-of-a-budget"),
        pytest.param("108年統計至12月底，良率達76%。截至109年3月底接管率已達45%。", "achieved", id="what-lies-before-the-day-of-the-report"),
        pytest.param("測站濃度為20.5微克，較107年改善約5.5%。", "achieved", id="a-change-for-the-better"),
        pytest.param("審計部單位預算執行情形\n中華民國131年度\n1.一般行政3億元。", "achieved", id="how-a-budget-was-kept"),
        pytest.param("審計部單位預算\n中華民國131年度\n（二）上年度計畫實施成果\n一、舉辦訓練30場。", "achieved", id="the-year-before-in-a-budget"),
    ],
)  # fmt: skip
def test_the_status(text: str, status: str) -> None:
    assert last(text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("財政預算案提出一系列措施，包括豁免2 100間酒店的牌照費。", "target", id="what-a-budget-proposes"),
        pytest.param("新一個財政年度，會為旅遊業額外撥款3億元。", "target", id="will-without-a-subject"),
        pytest.param("建議再增撥20億元的經常開支。", "target", id="a-proposal-without-a-subject"),
        pytest.param("政府計劃本年內發行債券650億元。", "target", id="to-plan-is-a-verb"),
        pytest.param("目標每年興建3萬伙。公屋輪候時間為5.3年，目標在明年降至4.5年。", "target", id="the-goal"),
        pytest.param("會展業界現時使用率約80%。", "achieved", id="a-name-that-begins-like-will"),
        pytest.param("政府計劃向立法會申請17億元的撥款。", "target", id="to-plan-to-apply"),
        pytest.param("如果全部落實，在安老方面可以提供9 000個名額。", "forecast", id="what-would-be"),
    ],
)  # fmt: skip
def test_the_status_in_hong_kong(text: str, status: str) -> None:
    found = policytext.targets("香港特區政府新聞公報。\n" + text).indicators
    assert found[-1].status == status


def test_what_there_is_before_its_goal_is_no_goal() -> None:
    text = "香港特區政府新聞公報。\n目標每年興建3萬伙。公屋輪候時間為5.3年，目標在明年降至4.5年。"
    assert [one.status for one in policytext.targets(text).indicators] == ["target", "achieved", "target"]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        pytest.param("105及107年度歲入歲出相抵後短絀3億元。", "2018-12-31", id="a-list-of-years"),
        pytest.param("98-103年度歲入歲出相抵後短絀3億元。", "2014-12-31", id="years-of-two-digits"),
        pytest.param("縣府今（22日）報告明年度（115）總預算。歲入編列3億元。", "2026-12-31", id="a-budgets-year-in-brackets"),
        pytest.param("截至本(113)年10月底，完成3處。今年新增5處。", "2024-12-31", id="the-year-that-the-text-speaks-in"),
        pytest.param("103年度移用以前年度歲計賸餘3億元。", "2014-12-31", id="earlier-years-date-nothing"),
        pytest.param("中華民國八十四年度\n僑務委員會本年度預算數50千元。", "1995-12-31", id="the-year-of-a-budget-book"),
        pytest.param("113年度推動計畫（112-116年）編列經費3億元。", "2024-12-31", id="the-years-of-a-plan-date-the-plan"),
        pytest.param("興建中的淡水社宅88戶預計2028年5月完工。", "2028-05-31", id="expected-behind-its-figure"),
        pytest.param("日前公布《2030年度統計公報》。\n到去年底，就業人員達300萬人。", "2030-12-31", id="a-report-of-the-year-before"),
        pytest.param("2030年產值增長8%。\n\n全年消費上升12%。", "2030-12-31", id="a-whole-year-is-that-of-the-paragraph-before"),
        pytest.param("113學年度公共化比率達39.49%。", "2024-12-31", id="a-school-year-of-the-republic"),
        pytest.param("今(98)年底完成用戶接管率20%。", "2009-12-31", id="two-digits-in-brackets"),
        pytest.param("2022年夏天前，216萬名學生受惠。", "2022-12-31", id="by-summer"),
        pytest.param("記者 台北 2031-11-20 10:49\n今年經費增加3億元。", "2031-12-31", id="a-dateline-with-the-time"),
        pytest.param("20/11/2031 10:49\n今年經費增加3億元。", "2031-12-31", id="a-day-before-its-month"),
        pytest.param("日期:120-11-20資料來源:衛福部\n今年經費增加3億元。", "2031-12-31", id="a-day-behind-a-label"),
        pytest.param("2031-12-20\n10月核心物價上漲3%。", "2031-10-31", id="a-month-opens-a-clause"),
        pytest.param("今年(2031年)6月職缺達300個。", "2031-06-30", id="a-year-of-four-digits-in-brackets"),
        pytest.param("2031年6月\n一、6月工時為180小時,較上年同月則減3小時。", "2031-06-30", id="what-is-compared-dates-nothing"),
        pytest.param("虧損由2007至2008年度的3億元,增加至2013至14年度的5億元。", "2014-12-31", id="a-short-second-year"),
    ],
)  # fmt: skip
def test_the_date(text: str, end: str) -> None:
    date = last(text).date
    assert date is not None
    assert date.end == end


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("105及107年度歲入歲出相抵分別短絀3億元及5億元。", ["2016-12-31", "2018-12-31"], id="years-with-a-gap"),
        pytest.param("經濟發展支出於112年度及113年度分別為15億元及10億元。", ["2023-12-31", "2024-12-31"], id="years-with-their-word-each"),
        pytest.param("分別於108年10月21日及12月30日核定經費3億元及5億元。", ["2019-10-21", "2019-12-30"], id="a-day-of-the-same-year"),
        pytest.param("預測112年第3、4季經濟成長率分別為2.5%及5.6%。", ["2023-09-30", "2023-12-31"], id="quarters"),
        pytest.param(
            "第1期計畫(81-86年度)及第2期計畫(87-92年度)預算數各為3億元及5億元。", ["1997-12-31", "2003-12-31"], id="years-in-brackets"
        ),
        pytest.param("111年度平均數為52%，相較疫情前之108年度為55%，下降3個百分點。", ["2022-12-31", "2019-12-31", "2022-12-31"], id="before-the-year-compared-with"),
    ],
)  # fmt: skip
def test_each_figure_has_its_date(text: str, wanted: list[str]) -> None:
    found = policytext.targets("臺灣行政院新聞稿\n" + text).indicators
    assert [one.date and one.date.end for one in found] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("執行率未達8成主要係缺工，比率達3成5以上。", "80 %; 35 %", id="tenths-before-any-word"),
        pytest.param("國中小只有不到四成裝冷氣，裝設率從37%提升到百分百。", "40 %; 100 %", id="tenths-and-the-whole"),
        pytest.param("風電發電約329萬瓩，已突破3GW大關。", "3290000 瓩; 3 GW", id="kilowatts"),
        pytest.param("迄103年度已完成第1至4期計畫，由表1所示。", "", id="ordinals-and-tables"),
        pytest.param("失業率不僅為5年來之新低，並來到5個月來低點。", "", id="how-long-a-record-stood"),
        pytest.param("占比達29.5%，為近35年同期最高。", "29.5 %", id="how-long-it-was-not-so-high"),
        pytest.param("未達50%者為高雄市46.5%。", "46.5 %", id="a-class-of-cases"),
        pytest.param("6個直轄市介於37.1%至66.5%間。", "37.1 %", id="which-ones-lie-between"),
        pytest.param("照顧0-6歲兒童，較97年330人減少91人。", "91 人", id="ages-and-what-is-compared"),
        pytest.param("決算數占可用預算數46.83億元之72.59%。", "72.59 %", id="of-what-it-is-a-share"),
        pytest.param("接管率從民國90年底的2.71%，到現在的21.5%。", "21.5 %", id="from-and-to-in-two-clauses"),
        pytest.param("總經費約一七.六八億元，長五.八公里，取得面積約九十五%。", "1768000000 元; 5.8 公里; 95 %", id="decimals-in-words"),
        pytest.param("控管預算1.5成不執行，另推動5案。", "15.0 %; 5 案", id="decimal-tenths-and-cases"),
        pytest.param("總經費10億元以上之計畫有3項。", "3 項", id="a-class-of-plans"),
        pytest.param("3,000萬元以上重大計畫執行率31.31%。", "31.31 %", id="a-class-before-a-name"),
        pytest.param("預算數5億元,較上年度預算數3億元,增加2億元。", "500000000 元; 200000000 元", id="compared-in-a-clause-of-its-own"),
        pytest.param("依財政收支劃分法第8條規定,營業稅收入百分之五十,由中央分配。", "", id="what-a-law-sets"),
        pytest.param("福田案、水湳案等6案施工，審查由3位委員提出之報告。", "", id="how-many-were-listed-and-who"),
        pytest.param("圍繞民生提出3項指標，在94個受審核的單位中，8個未達標。", "8 個", id="how-many-are-proposed-and-among-how-many"),
        pytest.param("編列月票票價補貼11億元、公車補貼1億元。", "1100000000 元; 100000000 元", id="sums-too-large-for-one"),
        pytest.param("目標將分為17.6萬個公屋單位及其他單位。", "176000 個", id="too-many-to-be-parts"),
        pytest.param("外匯美金3億元，新增公共充電樁13,482槍。", "300000000 美元; 13482 槍", id="a-currency-before-and-a-unit"),
        pytest.param("較上一期的6萬個家庭大幅增加約五成。", "50 %", id="more-of-a-noun"),
        pytest.param("建置4萬個60千瓦以上充電槍。", "40000 個", id="the-size-of-what-is-counted"),
        pytest.param("補助0~2歲每月1500元育兒津貼、敬老禮金每年1萬元。", "", id="sums-for-each-month"),
    ],
)  # fmt: skip
def test_the_figures(text: str, wanted: str) -> None:
    found = policytext.targets("臺灣行政院新聞稿\n" + text).indicators
    assert "; ".join(f"{one.value:f} {one.unit}" for one in found) == wanted


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("12月出口624.7億美元，年增43.4%，出超194.43億美元。", ["出口", "出口", "出超"], id="a-surplus-is-no-more-than"),
        pytest.param("全國已有111處集團產區、面積逾3.9萬公頃。", ["集團產區", "面積"], id="the-name-of-the-next-figure"),
        pytest.param("省市補助本年度預算數50千元。", ["省市補助"], id="whose-budget"),
        pytest.param("國內失業率為24年來新低之3.38%。", ["國內失業率"], id="a-record"),
        pytest.param("未達50%者為高雄市46.5%。", ["高雄市"], id="behind-a-class"),
        pytest.param("歲入原列50億元，最後計列48億元，刪減2億元。", ["歲入", "歲入", "歲入"], id="a-budget-that-is-cut"),
        pytest.param("有關一般廢棄物產生量，102年度為733.27萬公噸。", ["一般廢棄物產生量"], id="what-it-is-about"),
        pytest.param("預算賸餘數12萬元，占可用預算數2,400萬元之5成。", ["預算賸餘數", "預算賸餘數占可用預算數比重"], id="the-value-of-the-whole"),
        pytest.param("在新北市完工的社會住宅戶數已達1萬戶。", ["新北市完工的社會住宅戶數"], id="a-place-that-begins-like-new"),
        pytest.param("興建中的淡水社宅88戶預計2028年5月完工。", ["興建中的淡水社宅"], id="what-is-expected-is-no-noun"),
        pytest.param("106年第4季初步統計經濟成長率為3.28%。", ["初步統計經濟成長率"], id="preliminary-is-no-beginning"),
        pytest.param("目前新北市自行興辦社宅已完工6805戶。", ["新北市自行興辦社宅"], id="what-is-finished"),
        pytest.param("南投縣在今年10月底前將還清17.5億餘元債務。", ["債務"], id="what-is-paid-back"),
        pytest.param("101年目標失業率3%。", ["失業率"], id="a-goal-for"),
        pytest.param("〔記者甲／台北報導〕行政院院會昨通過總經費3億元。", ["總經費"], id="who-reports-and-what-is-passed"),
        pytest.param("自辦社宅32億元(基金)、運動中心6億元。", ["自辦社宅", "運動中心"], id="a-bracket-behind-the-figure-before"),
        pytest.param(
            "該計畫名額與經費分別為36萬人及3億元(包括補助款2億元及業務費1億元)。",
            ["計畫名額", "經費", "補助款", "業務費"],
            id="figures-of-a-bracket-are-not-paired",
        ),
        pytest.param("120年度預算案於「災害防救」項下編列5億元。", ["「災害防救」"], id="an-item-in-quotation-marks"),
        pytest.param("市府團隊在社會住宅方面持續努力，今年完工3千戶。", ["社會住宅"], id="the-field-of-deeds"),
        pytest.param("主委表示將維持95%達成率。", ["達成率"], id="a-rate-behind-its-value"),
        pytest.param("102年度間公立幼兒園已增加9班。", ["公立幼兒園"], id="during-a-year"),
        pytest.param("合計開發面積469公頃，與104年相較，僅增加2公頃。", ["開發面積", "開發面積"], id="together-and-compared"),
        pytest.param("連帶影響撥入基金數額減少7億元。", ["撥入基金數額"], id="what-is-affected"),
        pytest.param("草案提出研發經費投入年均增長7%。", ["研發經費投入"], id="what-is-proposed"),
        pytest.param("受照顧長者人數從4,259人增至1萬8千位長者。", ["受照顧長者人數"], id="people-in-the-name-and-behind"),
        pytest.param("2035年人均產值比2020年「翻一番」。", ["人均產值"], id="a-figure-in-quotation-marks"),
        pytest.param("內政部已通過100億元預算。", ["預算"], id="a-sum-that-is-passed"),
    ],
)  # fmt: skip
def test_the_names(text: str, names: list[str]) -> None:
    assert [one.name for one in policytext.targets("臺灣行政院新聞稿\n" + text).indicators] == names


def test_what_is_reached_has_no_date_of_a_paragraph_before_that_is_to_come() -> None:
    found = last("2030-12-17\n目標2035年減碳30萬公噸。\n最新統計共有3槍。")
    assert (found.status, found.date) == ("achieved", None)


def test_what_is_reached_has_no_deadline_of_another_sentence() -> None:
    found = last("預計至2032年社會住宅總數將逾2萬戶。另租金補貼核定戶數13萬戶，加計後已達15萬戶。")
    assert (found.status, found.date) == ("achieved", None)


def test_a_sum_that_another_is_compared_with_has_the_year_of_the_comparison() -> None:
    found = last("114年度預算編列5億元，較113年度之3億元有所增加。")
    assert (found.status, found.date and found.date.end) == ("baseline", "2024-12-31")
