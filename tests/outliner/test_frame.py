"""The frame of a document: its kind, its year, the years that it reviews and plans, and its region."""

import pytest

from policytext.model.document import Source
from policytext.model.front_matter import Years
from policytext.outliner import parse

BODY = "一、总体要求\n坚持便民。\n二、主要任务\n加强服务。\n"


@pytest.mark.parametrize(
    ("title", "kind", "attached"),
    [
        ("东川市养老条例", "law", None),
        ("东川法院关于审理养老案件若干问题的解释", "law", None),
        ("东川市养老服务三年行动计划（2030—2032年）", "plan", None),
        ("东川市人民政府关于印发《养老服务规划》的通知", "notice", "plan"),
        ("东川市人民政府关于印发养老服务办法（试行）的通知", "notice", "law"),
        ("东川市人民政府工作报告", "report", None),
        ("关于东川市2029年预算执行情况和2030年预算草案的报告", "budget", None),
        ("东川市2029年国民经济和社会发展统计公报", "communique", None),
        ("东川市人民政府关于同意设立养老园区的批复", "reply", None),
        ("在全市养老工作会议上的讲话", "speech", None),
        ("东川市政府第三次常务会议纪要", "minutes", None),
        ("养老机构服务质量基本规范", "standard", None),
        ("东川市人民政府关于加快养老服务发展的若干意见", "opinion", None),
        ("東川財政年度施政報告", "report", None),
    ],
)
def test_kinds_of_titles(title: str, kind: str, attached: str | None) -> None:
    frame = parse(Source(text=f"{title}\n{BODY}")).frame
    assert (frame.kind, frame.attached) == (kind, attached)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("东川乡人民政府：来文收悉。经研究，现批复如下：同意设立园区。\n", "reply", id="a reply"),
        pytest.param("各县：现将有关事项通知如下：\n" + BODY, "notice", id="a notice"),
        pytest.param(
            "各位代表：\n现在，我代表政府向大会报告政府工作，请予审议。\n" + BODY,
            "report",
            id="a work report",
        ),
        pytest.param("加强服务，提升质量。\n" + BODY, None, id="nothing says what it is"),
    ],
)
def test_kinds_of_texts_without_a_title(text: str, kind: str | None) -> None:
    assert parse(Source(text=text)).frame.kind == kind


@pytest.mark.parametrize(
    ("text", "year", "review", "plan"),
    [
        pytest.param(
            "东川市政府工作报告\n——2030年1月7日在东川市第一届人民代表大会第三次会议上\n" + BODY,
            2030, (2029, 2029), (2030, 2030), id="a work report reviews the year before its own",
        ),
        pytest.param(
            "各位代表：\n现在，我代表政府向大会报告政府工作。\n一、2029年工作回顾\n新增学校。\n二、2030年工作安排\n新增学校。\n",
            2030, (2029, 2029), (2030, 2030), id="the year of a work report without a date",
        ),
        pytest.param(
            "东川市政府工作报告\n——2030年1月7日在东川市第一届人民代表大会第一次会议上\n一、过去五年工作回顾\n新增学校。\n二、主要任务\n新增学校。\n",
            2030, (2025, 2029), (2030, 2030), id="the end of a term",
        ),
        pytest.param("东川市“十五五”养老规划\n" + BODY, 2026, None, (2026, 2030), id="a five-year plan"),
        pytest.param(
            "东川市国民经济和社会发展第十五个五年规划和二〇三五年远景目标纲要\n" + BODY, 2026, None, (2026, 2030), id="its goals beyond",
        ),
        pytest.param("东川市养老行动计划（2030—2032年）\n" + BODY, 2030, None, (2030, 2032), id="a plan of three years"),
        pytest.param(
            "关于东川市2029年预算执行情况和2030年预算草案的报告\n" + BODY, 2030, (2029, 2029), (2030, 2030), id="a budget",
        ),
        pytest.param("东川市2029年统计公报\n2030年3月1日\n" + BODY, 2030, (2029, 2029), None, id="a communiqué"),
        pytest.param("2026-27年度財政預算案\n" + BODY, 2026, None, (2026, 2027), id="a fiscal year of Hong Kong"),
        pytest.param("東川縣114年度施政計畫\n行政院。\n" + BODY, 2025, None, (2025, 2025), id="a year of Taiwan"),
        pytest.param("关于申办2034年运动会的批复\n2030年3月1日\n" + BODY, 2030, None, None, id="a year that is only named"),
        pytest.param("各位代表：\n我向大会作关于农业发展纲要的报告。\n" + BODY, None, None, None, id="a report on one matter"),
    ],
)  # fmt: skip
def test_years(
    text: str, year: int | None, review: tuple[int, int] | None, plan: tuple[int, int] | None
) -> None:
    frame = parse(Source(text=text)).frame
    assert (frame.year, frame.review, frame.plan) == (
        year,
        review and Years(*review),
        plan and Years(*plan),
    )


@pytest.mark.parametrize(
    ("text", "region", "profile"),
    [
        pytest.param("國務院關於印發規劃的通知。", "mainland", "mainland", id="a mainland text in Traditional"),
        pytest.param("臺北市政府為推動服務，訂定帳號申請辦法。", "tw", "tw", id="a city of Taiwan"),
        pytest.param("本澳居民可申請現金分享，特區政府會繼續支持。", "mo", "hk", id="Macau"),
        pytest.param("主席，政府會繼續支持中小企，當局會檢討法例。", "hk", "hk", id="a speech of Hong Kong"),
        pytest.param("特区政府会继续支持本港中小企，财政司司长会提出措施。", "hk", "mainland", id="Hong Kong in Simplified"),
        pytest.param(
            "粤港澳大湾区发展规划纲要。香港、澳门融入国家发展大局。各地区要落实，国务院统筹，广东省人民政府负责，我省各市推进。",
            "mainland", "mainland", id="a mainland plan that names Hong Kong",
        ),
        pytest.param("長期照顧。", None, "mainland", id="nothing decides"),
    ],
)  # fmt: skip
def test_regions(text: str, region: str | None, profile: str) -> None:
    document = parse(Source(text=text))
    assert (document.frame.region, document.profile) == (region, profile)
