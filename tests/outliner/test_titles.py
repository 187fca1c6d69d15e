"""Titles: over several lines, spaced, below metadata, with a subtitle, of attached documents; and lines that are none."""

import pytest

from policytext.model.document import Document, Source
from policytext.outliner import parse

BODY = "一、总体要求\n坚持便民。\n二、主要任务\n加强服务。\n"


def parse_text(text: str) -> Document:
    return parse(Source(text=text))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            "东川市人民政府办公室\n关于同意以东川市名义\n申办第三届全国\n青年技能大赛的复函\n东政办函〔2030〕6号\n"
            + BODY,
            "东川市人民政府办公室关于同意以东川市名义申办第三届全国青年技能大赛的复函",
            id="four lines, of which only the last has a type",
        ),
        pytest.param(
            "东川市人民政府关于加快养老\n服务发展几 个 问 题\n的 通 知\n" + BODY,
            "东川市人民政府关于加快养老服务发展几个问题的通知",
            id="the last line spread over the page",
        ),
        pytest.param(
            "东川市民政局　公　告\n" + BODY, "东川市民政局公告", id="a type with a wide space inside"
        ),
        pytest.param(
            "东川市财政局\n东川市民政局\n关于印发养老服务补贴办法的通知\n" + BODY,
            "东川市财政局东川市民政局关于印发养老服务补贴办法的通知",
            id="two bodies above, one a line",
        ),
        pytest.param(
            "东川市人民政府办公室关于\n印发东川市养老办法的通知\n" + BODY,
            "东川市人民政府办公室关于印发东川市养老办法的通知",
            id="a line that ends in 关于",
        ),
        pytest.param(
            "东川市养老服务行动计划\n（2030—2032年）\n" + BODY,
            "东川市养老服务行动计划（2030—2032年）",
            id="the period below",
        ),
        pytest.param(
            "关于印发《东川市养老办法》\n的通知\n" + BODY,
            "关于印发《东川市养老办法》的通知",
            id="的通知 alone on its line",
        ),
        pytest.param(
            "- **文件名称**：东川市养老服务条例\n- **发文机关**：东川市人民政府\n" + BODY,
            "东川市养老服务条例",
            id="after a label",
        ),
        pytest.param(
            "东川市人民政府\n对市政协第八次会议\n第274号提案的办理意见\n东政办函〔2030〕6号\n你们好，现答复如下。\n",
            "东川市人民政府对市政协第八次会议第274号提案的办理意见",
            id="a body alone above the rest of a title",
        ),
        pytest.param(
            "凝心聚力谱新篇\n东政发〔2030〕6号\n" + BODY,
            "凝心聚力谱新篇",
            id="no type, above a document number",
        ),
        pytest.param(
            "東川署編制表\n1.中華民國一百十一年八月八日東川部令訂定發布\n",
            "東川署編制表",
            id="a history note is no title",
        ),
        pytest.param(
            "各位代表：\n现在，我代表政府，向大会报告工作，请各位提出意见\n" + BODY,
            None,
            id="a sentence that ends in a type",
        ),
        pytest.param("目录\n第一节　决定\n第二节　通知\n正文开始。\n", None, id="entries of a contents page"),
        pytest.param("保障措施\n加强领导。\n", None, id="a heading"),
        pytest.param(
            "东川市养老三年行动计划(2030-2032年) 东川市养老三年行动计划(2030-2032年) |\n为了养老，制定本计划。\n",
            "东川市养老三年行动计划(2030-2032年)",
            id="a page that begins with its title twice",
        ),
        pytest.param(
            "东办发〔2031〕15号　　东川镇办公室　　关于印发《方案》　　的通知　　各社区："
            + "加强服务。" * 40,
            "东川镇办公室关于印发《方案》的通知",
            id="a number before the title of a text on one line",
        ),
        pytest.param(
            "---\nlayout: post\ntitle: 东川市养老条例\n---\n第一条 为了养老，制定本条例。\n",
            "东川市养老条例",
            id="the front matter of a page",
        ),
    ],
)
def test_main_title(text: str, title: str | None) -> None:
    document = parse_text(text)
    assert document.title == title
    if title is not None:
        span = document.titles[0].span
        assert span is not None
        assert "".join(document.source[span].split()) == "".join(title.split())


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param(
            "关于印发《东川市养老服务方案》的通知\n各县：\n现印发给你们。\n东川市民政局\n2030年3月5日\n\n东川市养老服务\n方　案\n"
            + BODY,
            [("main", "关于印发《东川市养老服务方案》的通知"), ("attached", "东川市养老服务方案")],
            id="a notice and its plan, on two lines",
        ),
        pytest.param(
            "东川市人民政府令\n第7号\n现公布《东川市养老办法》，自2030年5月1日起施行。\n东川市养老办法\n第一条 为了养老。\n",
            [("main", "东川市人民政府令"), ("attached", "东川市养老办法")],
            id="an order and its statute",
        ),
        pytest.param(
            "凝心聚力\n谱写新篇\n——在东川市第一次代表大会上的报告\n（2030年1月5日）\n" + BODY,
            [("main", "凝心聚力谱写新篇"), ("subtitle", "在东川市第一次代表大会上的报告")],
            id="a slogan and a subtitle",
        ),
        pytest.param(
            "东川市法典\n养老编\n2030年5月28日 东川市人民代表大会通过\n第一条 为了养老。\n",
            [("main", "东川市法典"), ("attached", "养老编")],
            id="a part of a code",
        ),
    ],
)
def test_all_titles(text: str, titles: list[tuple[str, str]]) -> None:
    document = parse_text(text)
    assert [(title.role, title.text) for title in document.titles] == titles
    sections = [section.title for section in document.walk() if section.kind == "title"]
    assert ["".join(title.split()) for title in sections] == [
        text for role, text in titles if role != "subtitle"
    ]


def test_the_spans_of_a_wrapped_text_are_those_of_the_original() -> None:
    line = "各级人民政府应当加强，数字经济发展工作的组织领导建立健全协调机"
    text = f"东川市养老办法\n2030年3月5日东川市人民政府令第7号公布\n\n{line}\n制统筹推进{line[5:]}\n{line}\n制。本办法自2030年5月\n1日起施行。\n"
    document = parse_text(text)
    assert document.joined is not None
    assert [document.source[title.span] for title in document.titles if title.span] == ["东川市养老办法"]
    assert [(date.role, document.source[date.span]) for date in document.dates if date.span] == [
        ("issued", "2030年3月5日"),
        ("in-force", "2030年5月\n1日"),
    ]
