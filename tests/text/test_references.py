"""Citations, and what they point to in the same document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext import parse, references
from policytext.model.document import Source
from policytext.text.citations import find_citations

STATUTE = """临河市停车管理办法
第一章 总则
第一条 为了规范停车管理，制定本办法。
第二条 本办法适用于全市。
第二章 设施
第三条 停车场应当符合下列条件：
（一）有明显标志；
（二）有照明设备；
（三）有消防设备。
前款第二项的标准由市住房城乡建设部门制定。
第四条 {}
第五条 收费应当公示。
第三章 附则
第六条 本办法自2027年1月1日起施行。
附件1
停车场备案表
"""
TAIWAN = """臨河縣停車場管理自治條例
第 1 條
為管理停車場，制定本自治條例。
第 2 條
停車場應符合下列規定：
一、設置標誌。
二、設置照明。
前項第二款之標準，由本府定之。
第 3 條
{}
"""

CASES = [
    pytest.param("依照第三条规定办理。", [("第三条", ["第二章/第三条"])], id="an article"),
    pytest.param("依照本办法第三条、第五条办理。", [("本办法第三条", ["第二章/第三条"]), ("第五条", ["第二章/第五条"])], id="a list"),
    pytest.param("依照第一、二条办理。", [("第一、二条", ["第一章/第一条", "第一章/第二条"])], id="numbers that share one unit"),
    pytest.param("依照第一条至第三条办理。", [("第一条至第三条", ["第一章/第一条", "第一章/第二条", "第二章/第三条"])], id="a range"),
    pytest.param("依照第一至三条办理。", [("第一至三条", ["第一章/第一条", "第一章/第二条", "第二章/第三条"])], id="a range of one unit"),
    pytest.param("不符合第三条第一款第（二）项的，", [("第三条第一款第（二）项", ["第二章/第三条/（二）"])], id="an item"),
    pytest.param("不符合第三条第一项、第三项的，", [("第三条第一项", ["第二章/第三条/（一）"]), ("第三项", ["第二章/第三条/（三）"])], id="a list of items keeps the article"),
    pytest.param("违反第三条第二款规定的，", [("第三条第二款", ["第二章/第三条"])], id="a paragraph has the address of its article"),
    pytest.param("依照前条规定办理。", [("前条", ["第二章/第三条"])], id="the article before"),
    pytest.param("依照前两条规定办理。", [("前两条", ["第一章/第二条", "第二章/第三条"])], id="two articles before"),
    pytest.param("甲。\n前款规定不适用于本章。", [("前款", ["第二章/第四条"]), ("本章", ["第二章"])], id="the paragraph before, and the chapter around"),
    pytest.param("本条第一款适用于第一章。", [("本条第一款", ["第二章/第四条"]), ("第一章", ["第一章"])], id="this article, and another chapter"),
    pytest.param("按照附件1填写。", [("附件1", ["附件1"])], id="an annex"),
    pytest.param("本条例外情形由市政府规定。", [], id="本条例 is a kind of document, and without a number no citation"),
]  # fmt: skip
OUTSIDE = [
    pytest.param("依照《价格法》第三条、第五条处理。", id="a title, and the list behind it"),
    pytest.param("依照《价格法》（2026年修订）第三条处理。", id="a note between the title and the number"),
    pytest.param("依照价格法第三条处理。", id="the name of a law without a mark"),
    pytest.param("价格法第三条另有规定的，依照该法第五条处理。", id="该法"),
    pytest.param(
        "依照《价格法》第二条的规定属于第三条情形的，从重处理。",
        id="a further number in the sentence may be that law's",
    ),
    pytest.param("违反本条例第三条的，从其规定。", id="本条例 where the document is no 条例"),
    pytest.param(
        "依照价格法（以下简称价法）第三条处理。", id="a short name is given between name and number"
    ),
    pytest.param("符合附件7的要求。", id="no such annex"),
]
NONE = [
    pytest.param("第三条生产线已经投产，第一项任务完成。", id="第三条生产线 and 第一项任务"),
    pytest.param("第一项目部和第二款车型。", id="项目 and 款车"),
    pytest.param("第一、第二产业协调发展。", id="numbers without a unit"),
    pytest.param("前项目经理已经离任。", id="前 before 项目"),
]  # fmt: skip


def resolve(text: str) -> list[tuple[str, list[str]]]:
    """Return the citations of the fourth article with their targets."""
    source = STATUTE.format(text)
    start = source.index(text)
    return [
        (found.text, list(found.targets))
        for found in references(source)
        if start <= found.span.start < start + len(text)
    ]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_citation_points_to_sections(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert resolve(text) == expected


@pytest.mark.parametrize("text", OUTSIDE)
def test_a_citation_of_another_document_points_to_nothing(text: str) -> None:
    found = resolve(text)
    assert found
    assert all(not targets for _, targets in found)


@pytest.mark.parametrize("text", NONE)
def test_words_that_begin_like_citations(text: str) -> None:
    assert resolve(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("違反第二條第一項第二款者，", [("第二條第一項第二款", ("第2條/二、",))], id="項 is a paragraph, 款 an item"),
        pytest.param("違反第 2 條規定者，", [("第 2 條", ("第2條",))], id="spaces around digits"),
        pytest.param("一、甲。\n二、前款之情形。", [("前款", ("第3條/一、",))], id="款 before is the item before"),
        pytest.param("一、甲。\n二、乙。\n三、前二款之情形。", [("前二款", ("第3條/一、", "第3條/二、"))], id="two items before"),
        pytest.param("前條第一項所定標準，", [("前條第一項", ("第2條",))], id="a paragraph is no item"),
    ],
)  # fmt: skip
def test_taiwan_s_statutes(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    found = references(TAIWAN.format(text))
    assert [(one.text, one.targets) for one in found if one.address.startswith("第3條")] == expected


def test_a_missing_article_is_told_from_another_document_s() -> None:
    (missing,) = [
        found for found in references(STATUTE.format("依照本办法第九十条办理。")) if "九十" in found.text
    ]
    assert (missing.status, missing.targets) == ("missing", ())


def test_the_law_that_implementing_rules_name_is_another_document() -> None:
    text = "临河市停车条例实施细则\n第一条 根据《停车条例》（以下称本条例），制定本细则。\n第二条 依照本条例第一条办理。\n第三条 依照本细则第一条办理。\n"
    assert [(found.text, found.targets) for found in references(text)] == [
        ("本条例第一条", ()),
        ("本细则第一条", ("第一条",)),
    ]


def test_a_decision_that_amends_cites_what_it_amends() -> None:
    text = "关于修改《停车办法》的决定\n第一条 将第二条修改为：“第二条 停车场应当公示。”\n第二条 本决定自公布之日起施行。\n"
    assert all(not found.targets for found in references(text))


def test_own_titles_and_those_of_attached_documents() -> None:
    text = "临河市人民政府关于印发《停车办法》的通知\n各区：\n现将《停车办法》印发给你们。\n\n停车办法\n第一条 甲。\n第二条 《停车办法》（2020年）同时废止。《价格法》另有规定的除外。\n"
    assert [found.targets for found in references(text)] == [("停车办法",), ("停车办法",)]


def test_numbers_count_in_each_part() -> None:
    text = "停车办法\n第一条 甲。\n第二条 依照第一条办理。\n附件1\n操作规程\n第一条 乙。\n第二条 依照第一条办理。\n"
    assert [found.targets for found in references(text)] == [("第一条",), ("第一条#2",)]


def test_a_contents_page_cites_nothing() -> None:
    text = (
        "停车办法\n目录\n第一章　总则\n第二章　设施\n第一章　总则\n第一条 甲。\n第二章　设施\n第二条 乙。\n"
    )
    assert references(text) == ()


def test_offsets_of_a_hard_wrapped_text_are_those_of_the_original() -> None:
    line = "各级人民政府应当加强停车设施建设工作的组织领导建立健全协调机"
    text = f"停车办法\n第一条 {line[5:]}\n制，统筹推进{line[6:]}\n制，并且依照第一条的规定公示{line[14:]}\n制，{line[2:]}\n制。\n"
    document = parse(text)
    for found in references(document):
        assert text[found.span.start : found.span.end] == found.text


@pytest.mark.parametrize("text", [STATUTE, TAIWAN, STATUTE.replace("\n", "\r\n"), STATUTE.replace("\n", "")])
@pytest.mark.parametrize(
    "sentence", ["依照前条第一款、本办法第三条第（二）项和附件1办理。", "第二條至第1條、前三條、第九千條"]
)
def test_spans_quote_their_text_and_targets_exist(text: str, sentence: str) -> None:
    document = parse(Source(text=text.format(sentence)))
    addresses = {section.address for section in document.walk()}
    for found in references(document):
        assert document.source[found.span] == found.text
        assert addresses.issuperset(found.targets)
        assert bool(found.targets) == (found.status == "resolved")


def test_a_long_range_names_its_ends() -> None:
    text = (
        "停车办法\n"
        + "".join(f"第{n}条 甲。\n" for n in range(1, 301))
        + "第301条 依照第1条至第300条办理。\n"
    )
    assert [found.targets for found in references(text)] == [("第1条", "第300条")]


def test_an_enumerator_is_no_citation() -> None:
    assert [found.text for found in find_citations("第三条 第二款", markers={0: "第三条"})] == ["第二款"]


PIECES = st.sampled_from(
    [
        *(
            "第一条 甲。\n",
            "第二条",
            "第2条",
            "第 3 條",
            "第二条之一",
            "第十十条",
            "第一章 总则\n",
            "第二节",
            "第三、四条",
            "（一）",
            "第（二）项",
        ),
        *(
            "第一款",
            "前款",
            "前条",
            "前兩條",
            "前九条",
            "上一条",
            "本条",
            "本章",
            "本办法",
            "本条例",
            "附件1",
            "附件1-3",
            "附件\n",
            "专栏2",
        ),
        *(
            "《价格法》",
            "《停车办法》",
            "（以下称本法）",
            "停车办法\n",
            "该法",
            "至",
            "、",
            "和",
            "，",
            "。",
            "\n",
            "\r\n",
            "规定",
            "一、",
            "项",
        ),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_text_has_references_that_hold(text: str) -> None:
    document = parse(Source(text=text))
    addresses = {section.address for section in document.walk()}
    found = references(document)
    assert [one.span for one in found] == sorted(one.span for one in found)
    for one in found:
        assert document.source[one.span] == one.text
        assert addresses.issuperset(one.targets)
        assert bool(one.targets) == (one.status == "resolved")
