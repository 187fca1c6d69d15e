"""The name of an indicator: what a person would write in the first column of a table."""

import pytest

import policytext


def names(text: str) -> list[str]:
    return [found.name for found in policytext.targets(text).indicators]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("2033年，全市实现海洋生产总值90亿元。", "海洋生产总值", id="verb-inside-the-clause"),
        pytest.param("公屋需求為3萬個單位。", "公屋需求", id="a-quantity-before-its-noun"),
        pytest.param("失業人數（不經季節調整）為3萬人。", "失業人數", id="a-definition-in-a-bracket"),
        pytest.param("零售總額臨時估計為90億元。", "零售總額", id="an-estimate-is-no-name"),
        pytest.param("固定资产投资调控目标为90亿元。", "固定资产投资", id="an-aim-is-no-name"),
        pytest.param("11月零售總額達90億元。", "零售總額", id="a-month-before"),
        pytest.param("当局录得90亿元的综合盈余。", "综合盈余", id="what-a-sum-is"),
        pytest.param("設立100億元“智谷計劃”。", "“智谷計劃”", id="what-a-sum-is-for"),
        pytest.param("我市2033年海洋生产总值为90亿元。", "海洋生产总值", id="place-and-date-before"),
        pytest.param("海洋生产总值于2033年底达到90亿元。", "海洋生产总值", id="date-between-name-and-figure"),
        pytest.param("海洋生产总值比年初预算数增长了9%。", "海洋生产总值", id="compared-with-a-noun"),
        pytest.param(
            "海洋生产总值增速快于经济增速1个百分点。", "海洋生产总值增速", id="measured-by-another-rate"
        ),
        pytest.param("列席人数不得超过代表总数的三分之一。", "列席人数", id="limit-that-is-a-share"),
        pytest.param("至于航班班次亦由去年的90班次增至120班次。", "航班班次", id="link-words-on-both-sides"),
        pytest.param("旅客人數因為淡季而下跌4.5%。", "旅客人數", id="why-it-changed"),
        pytest.param("整體價格在2030年全年累計升幅為21%。", "整體價格", id="noun-of-change-behind-a-date"),
        pytest.param("我們在教育方面的總開支為7億元。", "教育方面的總開支", id="who-spends-it-and-on-what"),
        pytest.param("其他開支(備用)因應突發需要由3萬元調升至5萬元。", "其他開支", id="what-it-answers-to"),
        pytest.param("吸煙率已由80年代初的23%降至11%。", "吸煙率", id="a-decade"),
        pytest.param("電力行業在2030年起的排放上限削減11%。", "排放上限", id="words-that-close-a-date"),
        pytest.param(
            "當局會劃一增加住戶津貼金額15%。", "住戶津貼金額", id="verb-of-change-before-its-object"
        ),
        pytest.param(
            "政府投放在養老服務的經常開支為7億元。", "養老服務的經常開支", id="what-money-is-spent-on"
        ),
        pytest.param("從事建築活動的場所有1,178間。", "從事建築活動的場所", id="a-site-and-有"),
        pytest.param("經常開支在這段期間亦上升3%。", "經常開支", id="a-time-before-the-verb"),
        pytest.param("較去年的約73億1,000萬元增加7.2%。", "", id="a-comma-in-a-number-is-no-clause"),
        pytest.param("這批住戶為數約14萬戶。", "住戶", id="pointing-words"),
        pytest.param("經常開支將輕微上升3%。", "經常開支", id="how-much-it-changes"),
        pytest.param("276. 總收入預計為九百億元。", "總收入", id="paragraph-number"),
        pytest.param("自来水普及率达到98%。", "自来水普及率", id="preposition-that-is-part-of-a-word"),
        pytest.param("应届毕业生就业率达到92%。", "应届毕业生就业率", id="modal-verb-that-is-part-of-a-word"),
        pytest.param("一般行政開支為9億元。", "一般行政開支", id="adverb-that-is-part-of-a-noun"),
        pytest.param("3岁以下婴幼儿入托率提高6个百分点。", "3岁以下婴幼儿入托率", id="age-in-a-name"),
        pytest.param("九年义务教育巩固率达到96%。", "九年义务教育巩固率", id="length-of-time-in-a-name"),
        pytest.param("预期性 城镇化率 53%", "城镇化率", id="table-as-running-text"),
        pytest.param(
            "研发支出相当于生产总值的比例达到3%。", "研发支出相当于生产总值的比例", id="share-by-its-own-name"
        ),
    ],
)
def test_a_clause_is_cut_down_to_its_subject(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("推广5款以上植入式、半植入式产品。", "植入式、半植入式产品", id="shared-head"),
        pytest.param("打造20个具有自主知识产权的赛事品牌。", "赛事品牌", id="attribute"),
        pytest.param("当年有35个合作项目落地。", "合作项目", id="what-is-said-of-it"),
        pytest.param("共有39個根據《社團條例》(第151章)註冊的社團。", "社團", id="attribute-with-a-bracket"),
        pytest.param("署方轉介了81個(不計電台)個案。", "個案", id="noun-behind-a-bracket"),
        pytest.param("我們平均增加約1%公務員人數。", "公務員人數", id="people-behind-a-share"),
        pytest.param(
            "發出16個「四電」廢物處置牌照。", "「四電」廢物處置牌照", id="noun-that-a-quotation-opens"
        ),
        pytest.param("目標是吸引100間具潛力或代表性的企業。", "企業", id="attribute-of-several-words"),
        pytest.param("為香港帶來7億元的投資。", "投資", id="what-is-brought"),
        pytest.param(
            "政府會向「展才」計劃額外注資1億元。", "「展才」計劃額外注資", id="whom-a-sum-is-given-to"
        ),
        pytest.param("共有12宗同類成功檢控個案。", "同類成功檢控個案", id="adverb-inside-a-noun"),
        pytest.param("存備超過100萬個N95口罩。", "N95口罩", id="digits-of-a-name"),
        pytest.param("約有6 800名(1)公務員按新制工作。", "公務員按新制工作", id="mark-of-a-note"),
        pytest.param("提供約62 000平方米樓面面積的商場。", "樓面面積", id="what-an-area-is-of"),
        pytest.param("共設有30張病床設於隔離病房。", "病床", id="where-it-stands"),
        pytest.param("預留4幅用地作體育設施。", "用地", id="what-it-is-for"),
        pytest.param("政府就此計劃提供9億元的信貸保證額。", "信貸保證額", id="sum-that-somebody-gives"),
        pytest.param("署方处理了900宗个案。", "个案", id="noun-that-begins-like-a-unit"),
        pytest.param("为残疾人适配助行器等辅具服务500例。", "辅具服务", id="class-behind-its-examples"),
        pytest.param("新建和改造乡村公路30公里。", "乡村公路", id="two-verbs"),
        pytest.param("改造农村危房300户。", "改造农村危房", id="verb-that-changes-a-thing-stays"),
        pytest.param("打造10个创新平台。", "创新平台", id="verb-inside-a-noun"),
        pytest.param("镇政府会拨款5亿元。", "拨款", id="who-gives-it"),
        pytest.param(
            "當局為諮詢工作預留了約730萬元(不包括員工開支)。", "諮詢工作", id="what-it-is-set-aside-for"
        ),
        pytest.param("委員會向漁民發放一筆過15萬元的特惠津貼。", "特惠津貼", id="what-is-paid-once"),
        pytest.param("安排5亿元技改专项资金。", "技改专项资金", id="what-is-given"),
    ],
)
def test_what_is_counted(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "渔业产值90亿元，同比增长3%，增收2亿元，增幅居全省第3位。",
            ["渔业产值", "渔业产值", "渔业产值", "渔业产值"],
            id="link-phrases",
        ),
        pytest.param("渔业产值90亿元。比上年增长3%。", ["渔业产值", "渔业产值"], id="next-sentence"),
        pytest.param(
            "渔业产值90亿元。盐业稳步发展。比上年增长3%。",
            ["渔业产值", ""],
            id="not-from-before-another-sentence",
        ),
        pytest.param(
            "渔业产值90亿元，占农业总产值的60%，比上年提高2个百分点。",
            ["渔业产值", "渔业产值占农业总产值比重", "渔业产值占农业总产值比重"],
            id="share-of-a-whole",
        ),
        pytest.param(
            "渔业产值占农业总产值六成，为90亿元，增长3%。",
            ["渔业产值占农业总产值", "渔业产值", "渔业产值"],
            id="subject-of-a-share",
        ),
        pytest.param(
            "港口吞吐量连续多年居全国首位，达到9亿吨。", ["港口吞吐量"], id="subject-in-a-clause-of-its-own"
        ),
        pytest.param(
            "职工工资增长9%，扣除物价因素，实际增长7%。", ["职工工资", "职工工资"], id="adjunct-is-no-subject"
        ),
        pytest.param(
            "工程总值为2亿元（澳门元，下同），较2030年下跌3%。",
            ["工程总值", "工程总值"],
            id="bracket-is-no-subject",
        ),
        pytest.param(
            "政府增加环保桶的数目，由300套增至900套。", ["环保桶的数目"], id="what-is-changed-by-somebody"
        ),
        pytest.param(
            "規劃區40個（土地面積400公頃）已獲核准，當中8個已完成發展。",
            ["規劃區", "土地面積", "規劃區"],
            id="name-in-a-bracket-is-no-subject",
        ),
        pytest.param(
            "贫困率由44%降至30%，显著高于往年10个百分点的跌幅。",
            ["贫困率", "贫困率"],
            id="noun-of-change-behind",
        ),
        pytest.param(
            "公眾泊位共57 000個，當中約37 000個由署方管理。", ["公眾泊位", "公眾泊位"], id="who-runs-them"
        ),
        pytest.param(
            "賣地收入為1,280億元，首次突破1,000億元的大關。",
            ["賣地收入", "賣地收入"],
            id="a-mark-that-is-passed",
        ),
        pytest.param("经费90亿元，其中30亿元为设备支出。", ["经费", "设备支出"], id="part-behind-its-figure"),
        pytest.param(
            "税收完成预算90亿元的97%，增长4%。", ["税收", "税收"], id="value-that-a-share-is-a-share-of"
        ),
    ],
)
def test_a_clause_without_a_subject_continues_the_one_before(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "公路、水路货运量分别增长5%、7%。",
            ["公路货运量", "水路货运量"],
            id="ending-of-one-character-class",
        ),
        pytest.param(
            "教育和文化支出、卫生支出分别增长5%、7%。", ["教育和文化支出", "卫生支出"], id="和-inside-a-name"
        ),
        pytest.param(
            "营业收入9亿元、利润总额2亿元，同比分别增长5%、7%。",
            ["营业收入", "利润总额", "营业收入", "利润总额"],
            id="names-of-the-figures-before",
        ),
        pytest.param(
            "示范县、示范镇分别增加3个和9个，达到12个和80个。",
            ["示范县", "示范镇", "示范县", "示范镇"],
            id="the-same-names-once-more",
        ),
        pytest.param(
            "二氧化硫、氮氧化物和微粒排放上限，将会较2030年分别削减1%、2%和3%。",
            ["二氧化硫", "氮氧化物", "微粒排放上限"],
            id="names-of-the-clause-before",
        ),
        pytest.param("财政储备和基金会分别拨出4亿及1亿元。", ["财政储备", "基金会"], id="deed-behind-分别"),
        pytest.param(
            "警方分別處理了231、282及329宗個案。", ["個案", "個案", "個案"], id="noun-that-figures-share"
        ),
        pytest.param(
            "出口、利用外资分别占比达30%、20%。", ["出口占比", "利用外资占比"], id="ending-behind-分别"
        ),
    ],
)
def test_names_are_distributed(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


def test_units_are_shared_by_figures_in_points() -> None:
    found = policytext.targets("绿化率、入户率分别提高1.1个和0.3个百分点。").indicators
    assert [(one.name, one.unit) for one in found] == [("绿化率", "个百分点"), ("入户率", "个百分点")]


def test_pinyin_belongs_to_the_character_before_it() -> None:
    text = "全國床位總數(shù)達(dá)到90張(zhāng)，比上年增長(zhǎng)9%。"
    assert names(text) == ["全國床位總數(shù)", "全國床位總數(shù)"]


def test_characters_set_apart_by_spaces_are_read_together() -> None:
    (found,) = policytext.targets("各 屋 邨 的 住 戶 數 目 增 加 約 8%。").indicators
    assert found.name.replace(" ", "") == "各屋邨的住戶數目"


def test_a_cell_of_a_row_that_is_read_as_a_line_is_a_name() -> None:
    assert names("一 | 輔導市集 | 1 | 統計數據 | 輔導市集場數 | 6場") == ["輔導市集場數"]


def test_a_sum_behind_a_rate_is_that_of_the_sum_before() -> None:
    text = "税课收入累计实收数60亿元，预算达成率60.7%、执行率92.7%，较去年同期减少2亿元。"
    assert names(text)[-1] == "税课收入累计实收数"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("盲人占比达1.4%，而去年该比例为0.85%。", ["盲人占比"] * 2),
        ("经济建设费占支出的比重，也从25.5%增加到45.4%。", ["经济建设费占支出的比重"]),
        ("科研经费应当占地区生产总值的2.5%以上。", ["科研经费占地区生产总值"]),
        ("被捕人士当中，有21人已获释。", ["被捕人士"]),
    ],
    ids=["a-ratio-referred-to", "a-name-that-begins-like-a-preposition", "a-part-before-its-duty", "a-whole"],
)
def test_shares_and_their_wholes(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


def test_a_row_of_a_table_without_borders_is_named_without_its_number_and_unit() -> None:
    text = "省统计局6 常住人口城镇化率% ≥ 72省统计局7 企业总资产利润率% ≥10省统计局"
    assert names(text) == ["常住人口城镇化率", "企业总资产利润率"]
