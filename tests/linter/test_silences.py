"""Faults of kinds that editors mark: each is found in a document, and the correct text most like it is not."""

import pytest

from policytext import outliner
from policytext.linter.engine import find_findings
from policytext.model.document import Source
from policytext.rulebook.packs import load_rules
from policytext.text.edits import apply_fixes
from policytext.text.prepared import PreparedDocument

BOOK, _ = load_rules()
LEAD = "临河市人民政府关于加快发展的意见\n各区人民政府，市有关部门：现提出如下意见。\n"
FOOT = "\n临河市人民政府\n2026年3月1日\n"


def found(text: str) -> list[tuple[str, str]]:
    """The rule and the place of each error and warning."""
    prepared = PreparedDocument(outliner.parse(Source(text=text)))
    findings = find_findings(prepared, BOOK)
    return [(finding.rule, finding.text) for finding in findings if finding.severity != "info"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("有关材料(详见附件）一并报送。", ("punctuation/mixed-brackets", "("), id="a pair of two widths"),
        pytest.param("依据云政办发［2026］5号文件。", ("document/number-brackets", "［2026］5号"), id="wide square brackets"),
        pytest.param("依据云政办发【2026】第5号文件。", ("document/number-brackets", "【2026】第5号"), id="lenticular brackets"),
        pytest.param("依据云政办发〔2026〕 5 号文件。", ("document/number-space", "〔2026〕 5 号"), id="spaces in a document number"),
        pytest.param("附件：1、任务清单\n2、责任分工\n", ("document/attachment-number", "、"), id="marks of attachments"),
        pytest.param('推进"一网通办"改革。', ("punctuation/half-width-quotes", '"'), id="straight quotation marks"),
        pytest.param("公路总里程4．2万公里。", ("number/decimal-mark", "．"), id="a wide decimal point"),
        pytest.param("每户补助1，500元。", ("number/grouping-mark", "，"), id="a wide grouping mark"),
        pytest.param("任务完成率100%%。", ("number/doubled-unit", "%%"), id="a doubled per cent sign"),
        pytest.param("比上年提高3个百分点点。", ("number/doubled-unit", "百分点点"), id="a doubled unit"),
        pytest.param("会议定于13月召开。", ("date/impossible", "13月"), id="a month alone"),
        pytest.param("自2026年起实施，到二零三零年建成。", ("date/year-style", "二零三零年"), id="years in two styles"),
        pytest.param("覆盖率由30%提高到35%，提高3个百分点。", ("number/difference", "由30%提高到35%，提高3个百分点"), id="a difference"),
        pytest.param("抓好四项工作：一是甲事。二是乙事。三是丙事。", ("outline/announced-count", "四项工作"), id="a count before 一是"),
        pytest.param("一但发生险情，按步就班处置。", ("typo/wrong-word", "一但"), id="a wrong word of the list"),
        pytest.param("坚定五个自信。", ("fact/standing-expression", "五个自信"), id="an expression with a wrong number"),
        pytest.param("赴江苏省寿光市考察。", ("fact/wrong-province", "江苏省寿光市"), id="a county of another province"),
        pytest.param("依据《中华人民共和国合同法》办理。", ("fact/repealed-law", "《中华人民共和国合同法》"), id="a repealed law"),
        pytest.param("会同国家工商总局办理。", ("fact/former-body", "国家工商总局"), id="an abolished body"),
        pytest.param("直径小于2\ue0105厘米。", ("damage/private-use", "\ue010"), id="a lost decimal point"),
        pytest.param("逐年増加投入。", ("damage/variant-form", "増"), id="a Japanese form"),
        pytest.param("处l万元以上罚款。", ("number/letter-for-digit", "l"), id="a letter for a digit"),
        pytest.param("反映社情民意;\n", ("punctuation/half-width", ";"), id="a semicolon that ends its line"),
        pytest.param("实施“甲计划”、“乙计划”“丙计划”。", ("punctuation/list-separators", "、"), id="separators of a list"),
    ],
)  # fmt: skip
def test_found(text: str, expected: tuple[str, str]) -> None:
    assert expected in found(LEAD + text + FOOT)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "有关材料（详见附件）一并报送，选项包括a）新建；b）改建。", id="brackets of enumerators"
        ),
        pytest.param("依据云政办发〔2026〕5号文件。", id="a document number"),
        pytest.param("见表1，500人参加，共3个县，500户受益。", id="commas between figures"),
        pytest.param("任务如下：1．2026年底前完成。", id="a number of a list before a year"),
        pytest.param("适用于18月龄儿童，期限36个月。", id="months that are lengths of time"),
        pytest.param("覆盖率由30.2%提高到35%，提高约5个百分点。", id="a rounded difference"),
        pytest.param("抓好三项工作：一是甲事。二是乙事。三是丙事。", id="a count that is right"),
        pytest.param("因该合同发生争议的，包括逐一但不限于此。", id="wrong words across right ones"),
        pytest.param("原国家工商总局2015年印发的规定和《中华人民共和国合同法》同时废止。", id="history"),
        pytest.param("江苏省、山东省寿光市等地派员参加。", id="provinces in a list"),
        pytest.param("（四）、（五）项所列人员可以参加。", id="items cited"),
        pytest.param("坚持“一国两制”、“港人治港”和“澳人治澳”。", id="a list with one kind of mark"),
    ],
)
def test_silent(text: str) -> None:
    assert found(LEAD + text + FOOT) == []


@pytest.mark.parametrize(
    ("date", "rules"),
    [
        pytest.param("2019年3月1日", [], id="before the repeal"),
        pytest.param("2022年3月1日", ["fact/repealed-law"], id="after the repeal"),
        pytest.param("", [], id="without a date"),
    ],
)
def test_a_fact_is_checked_against_the_date_of_the_document(date: str, rules: list[str]) -> None:
    text = f"临河市人民政府关于规范管理的通知\n根据《中华人民共和国物权法》，通知如下。\n临河市人民政府\n{date}\n"
    assert [rule for rule, _ in found(text)] == rules


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("依据云政办发【2026】第05号文件。\n", id="brackets and a padded number"),
        pytest.param(
            "（一)甲事\n内容。\n（二）乙事\n内容。\n(三)丙事\n内容。\n", id="enumerators of two widths"
        ),
        pytest.param('推进"一网通办"改革;\n完成率100%%。\n', id="quotation marks, a semicolon and a unit"),
        pytest.param("一.总体要求\n内容。\n二.任务\n内容。\n", id="marks after numbers"),
    ],
)
def test_a_fix_makes_no_finding(text: str) -> None:
    prepared = PreparedDocument(outliner.parse(Source(text=LEAD + text)))
    fixed = apply_fixes(prepared.text, find_findings(prepared, BOOK), unsafe=True).text
    assert fixed != prepared.text
    assert found(fixed) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "“标的物不符合约定的，买受人可以要求减价。\n", id="an excerpt begins a quotation that goes on"
        ),
        pytest.param("五年内不得从事相关业务。”\n", id="an excerpt ends a quotation"),
        pytest.param(
            "行政院」之權責事項，自本日起由新機關管轄。\n", id="a line of a statute broken at a width"
        ),
        pytest.param("我建議在2017-2018年度向基金額外注資15億元。\n", id="a fiscal year of Hong Kong"),
        pytest.param("頒發金質獎章壹枚及獎金美金捌佰元。\n", id="a financial numeral before a unit"),
        pytest.param(
            "原始憑證分下列三類：\n一、外來憑證。\n二、對外憑證。\n", id="a list cut before its end"
        ),
        pytest.param("由藥劑生為之之藥品調劑。\n", id="a pronoun before a particle"),
        pytest.param("不屬於可歸責於己之事由。\n", id="oneself, not already"),
        pytest.param("发文日期：2026年00月00日。\n", id="a date to be filled in"),
        pytest.param(
            "党的二十届三中全会《决定》提出改革举措。\n", id="whose decision it is stands before it"
        ),
    ],
)
def test_an_excerpt_that_only_looks_faulty_is_silent(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            '推进“一网通办"改革。\n', ("punctuation/half-width-quotes", '"'), id="one straight mark in a pair"
        ),
        pytest.param("檢查結果，得公告之之。\n", ("typo/doubled", "之之"), id="a particle typed twice"),
        pytest.param("核對機構己依規定辦理。\n", ("typo/already", "己"), id="a look-alike of 已"),
        pytest.param(
            "违反第四十八第一款的规定。\n",
            ("document/lost-article", "第四十八第一款"),
            id="a citation without 条",
        ),
        pytest.param(
            "對產權清 晰的機構給予支持，並公布辦法。\n",
            ("punctuation/stray-space", " "),
            id="a space inside a word",
        ),
    ],
)
def test_an_excerpt_with_a_fault_is_reported(text: str, expected: tuple[str, str]) -> None:
    assert expected in found(text)
