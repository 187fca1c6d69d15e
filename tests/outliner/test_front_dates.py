"""Dates with their roles, and issuing bodies in order."""

import pytest

from policytext.model.document import Source, StatedFields
from policytext.outliner import parse

BODY = "一、总体要求\n坚持便民。\n二、主要任务\n加强服务。\n"
STATUTE = "第一条 为了养老，制定本条例。\n第二条 本条例适用于全市。\n"


@pytest.mark.parametrize(
    ("text", "own", "dates"),
    [
        pytest.param(
            "东川市政府工作报告\n——2030年1月7日在东川市第一届人民代表大会第三次会议上\n各位代表：\n" + BODY,
            "2030-01-07", [("delivered", "2030-01-07")], id="a session line",
        ),
        pytest.param(
            "东川市政府工作报告\n——在东川市第一届人民代表大会第三次会议上\n（二〇三〇年一月七日）\n" + BODY,
            "2030-01-07", [("delivered", "2030-01-07")], id="the day below a session line, in Chinese digits",
        ),
        pytest.param(
            "东川市政府工作报告\n（2030年1月）\n" + BODY, None, [("issued", "2030-01")], id="a month alone is no day",
        ),
        pytest.param(
            "东川市养老条例\n1996年6月1日 东川市第一届人民代表大会常务委员会第二次会议通过\n"
            "2004年3月5日 东川市第三届人民代表大会常务委员会第一次会议《关于修改〈东川市养老条例〉的决定》第一次修正\n"
            "2004年5月1日 施行\n" + STATUTE,
            "1996-06-01", [("adopted", "1996-06-01"), ("amended", "2004-03-05"), ("in-force", "2004-05-01")],
            id="adopted in the last century, amended, in force",
        ),
        pytest.param(
            "东川市养老条例\n（2030年6月1日东川市第一届人民代表大会常务委员会第二次会议通过　2030年8月2日西山省第一届人民代表大会常务委员会第九次会议批准）\n" + STATUTE,
            "2030-06-01", [("adopted", "2030-06-01"), ("approved", "2030-08-02")], id="two acts in one bracket",
        ),
        pytest.param(
            "养老解释\n2030年3月1日东川法院审判委员会会议、2030年4月2日东川检察院检察委员会会议通过\n" + STATUTE,
            "2030-03-01", [("adopted", "2030-03-01"), ("adopted", "2030-04-02")], id="two bodies adopt together",
        ),
        pytest.param(
            "東川辦法\n1.中華民國一百零八年八月二十七日東川部字第 108011436\n  2B  號令訂定發布全文 10 條；並自一百零九年一月一日施行\n"
            "2.中華民國一百十三年三月六日東川部令修正\n\n第 1 條\n本辦法依法訂定之。\n",
            "2019-08-27", [("issued", "2019-08-27"), ("in-force", "2020-01-01"), ("amended", "2024-03-06")],
            id="a wrapped history of a Taiwan statute",
        ),
        pytest.param(
            "东川市养老办法\n" + STATUTE + "第三条 本办法自2030年5月1日起施行。\n", None, [("in-force", "2030-05-01")],
            id="the closing article is no day of the document",
        ),
        pytest.param(
            "成文日期：2030-03-05\n发布日期：2030-03-09\n东川市养老办法\n" + STATUTE, None,
            [("issued", "2030-03-05"), ("published", "2030-03-09")], id="labels",
        ),
        pytest.param("东川市养老办法\n2026年1月5日，某市召开会议通过决定。\n", None, [], id="a sentence is no note"),
    ],
)  # fmt: skip
def test_dates(text: str, own: str | None, dates: list[tuple[str, str]]) -> None:
    document = parse(Source(text=text))
    assert [(date.role, date.date) for date in document.dates] == dates
    assert document.date == (
        own or next((day for role, day in dates if role == "issued" and len(day) == 10), None)
    )
    for date in document.dates:
        assert date.span is None or document.source[date.span].strip() == document.source[date.span]


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        pytest.param(
            "关于印发《养老方案》的通知\n现印发给你们。\n东川市财政局\n东川市民政局\n东川市教育局\n2030年3月5日\n",
            ["东川市财政局", "东川市民政局", "东川市教育局"], id="a signature of three lines",
        ),
        pytest.param(
            "关于印发《养老方案》的通知\n现印发给你们。\n东川市财政局　　东川市民政局\n2030年3月5日\n",
            ["东川市财政局", "东川市民政局"], id="two on one line",
        ),
        pytest.param(
            "东川市财政局、东川市民政局关于印发《养老方案》的通知\n" + BODY, ["东川市财政局", "东川市民政局"], id="in the title",
        ),
        pytest.param(
            "东川市财政局等3部门关于印发《养老方案》的通知\n现印发给你们。\n东川市财政局　东川市民政局\n东川市教育局\n2030年3月5日\n",
            ["东川市财政局", "东川市民政局", "东川市教育局"], id="the signature names all that the title counts",
        ),
        pytest.param(
            "关于养老的通知\n" + BODY + "东川市民政局2030年3月5日\n\n养老服务清单\n1.助餐\n2.助浴\n" + "说明文字。\n" * 14,
            ["东川市民政局"], id="a signature on one line, above what is attached",
        ),
        pytest.param("东川市养老办法\n2030年6月1日西山省人民政府令第7号公布\n" + STATUTE, ["西山省人民政府"], id="an order"),
        pytest.param(
            "东川市政府工作报告\n——2030年1月7日在东川市第一届人民代表大会第三次会议上\n" + BODY, [], id="a session issues nothing",
        ),
    ],
)  # fmt: skip
def test_issuers(text: str, issuers: list[str]) -> None:
    document = parse(Source(text=text))
    assert list(document.issuers) == issuers
    assert document.issuer == (issuers[0] if issuers else None)


def test_what_the_file_states_comes_after_what_the_text_states() -> None:
    stated = StatedFields(date="2030-03-09", issuer="东川市民政局")
    document = parse(Source(text="东川市养老办法\n" + BODY, stated=stated))
    assert (document.date, document.issuers) == ("2030-03-09", ("东川市民政局",))
    assert [(date.role, date.span) for date in document.dates] == [("published", None)]


@pytest.mark.parametrize(
    ("path", "dates"),
    [
        pytest.param("报告/东川市_2030_政府工作报告.txt", [("file-name", "2030")], id="a year"),
        pytest.param("东川市养老条例(2030-08-05).txt", [("file-name", "2030-08-05")], id="a day in brackets"),
        pytest.param("规划（2026—2030年）.txt", [], id="a period is no year of the document"),
        pytest.param("", [], id="no name"),
    ],
)
def test_the_name_of_the_file_comes_last(path: str, dates: list[tuple[str, str]]) -> None:
    assert [(date.role, date.date) for date in parse(Source(text=BODY, path=path)).dates] == dates
    text = "东川市条例\n2029年6月1日东川市第一届人民代表大会常务委员会第二次会议通过\n" + STATUTE
    assert [date.role for date in parse(Source(text=text, path=path)).dates] == ["adopted"]
