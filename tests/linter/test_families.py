"""Beyond the examples inside the checks: damaged and Traditional variants, and the nearest innocent neighbours."""

import pytest

from policytext import outliner
from policytext.linter.engine import find_findings
from policytext.model.document import Source
from policytext.rulebook.packs import load_rules
from policytext.text.numerals import format_chinese
from policytext.text.prepared import PreparedDocument

BOOK, _ = load_rules()
LEAD = "临河市人民政府关于加快发展的意见\n各区人民政府，市有关部门：现提出如下意见。\n"


def found(text: str) -> list[tuple[str, str]]:
    prepared = PreparedDocument(outliner.parse(Source(text=text)))
    return [(finding.rule, finding.text) for finding in find_findings(prepared, BOOK)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("差距由３６％缩小到４０％。", "number/direction", id="full-width figures"),
        pytest.param("占比由1.2万户减少到1.5万户。", "number/direction", id="with a unit and a scale"),
        pytest.param("入住率从60%下降到近75%。", "number/direction", id="a word before the second figure"),
        pytest.param("到2021年13月底完成，13月1日验收。", "date/impossible", id="a month that is none"),
        pytest.param("二〇二一年起，到20255年建成。", "date/garbled-year", id="a year of five digits"),
        pytest.param("绿化覆盖率达到140%。", "number/over-hundred", id="more than all"),
        pytest.param("建成不少于20个以上站点。", "number/double-comparator", id="at least and over"),
        pytest.param("比上年提高2.5个百分比。", "number/percentage-point", id="a share for a point"),
        pytest.param("事故减少了两倍。", "number/decrease-times", id="in Chinese numerals"),
        pytest.param("规划期为2025至2021年。", "date/reversed", id="reversed years"),
        pytest.param("2021年3月6日（星期五）举行。", "date/weekday", id="the day before"),
        pytest.param(
            "推进數(shù)字經濟發展和轉型，實現創新。", "damage/pinyin", id="pinyin in Traditional text"
        ),
        pytest.param("推动安排按排工作。", "typo/confusable", id="a wrong word beside the right one"),
        pytest.param("截止2021年底，建成十个。", "typo/until", id="until"),
        pytest.param("这项工作做好好了，的的确确，服务的的质量。", "typo/doubled", id="one of three"),
        pytest.param("印发《办法》（试行的通知。", "punctuation/unpaired", id="an open bracket"),
        pytest.param("推进建设，，加快落实。", "punctuation/doubled", id="two commas"),
        pytest.param("临政发[2023]29号文件规定。", "document/number-brackets", id="square brackets"),
        pytest.param("临政发〔2023〕029号文件规定。", "document/number-ordinal", id="a padded number"),
        pytest.param("要提高服务水平和覆盖面。", "wording/collocation", id="a verb that does not go"),
    ],
)
def test_found(text: str, expected: str) -> None:
    assert expected in [rule for rule, _ in found(LEAD + text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "差距由36%缩小到19%，由2.6∶1缩小到2.4∶1。", id="a change and a ratio that go the right way"
        ),
        pytest.param("总量从第8位上升到第3位。", id="a rank rises by falling"),
        pytest.param("年均增长130%，完成年度计划的120%。", id="figures that may exceed the whole"),
        pytest.param("2020年2月29日，2024年2月29日。", id="leap days"),
        pytest.param("一期2万平方米以上，二期3万平方米左右。", id="comparators each on its own figure"),
        pytest.param("下降到三分之一，是上年的3倍。", id="times elsewhere"),
        pytest.param("拨付人民币壹佰贰拾万元整。", id="an amount in words"),
        pytest.param("目的的确立、实事求是是原则、现在在建项目。", id="doubled characters of two words"),
        pytest.param("坚持质量第一、效益优先。", id="first that counts nothing"),
        pytest.param("采用A,B,C三种方案，见https://example.org/a,b。", id="Latin lists and addresses"),
        pytest.param("长1,200米，9:30开工。", id="commas and colons of numbers"),
        pytest.param("1）统一标准；2）完善设施；a）试点。", id="brackets of enumerators"),
        pytest.param("按排名先后，自己经营，年末经济平稳。", id="wrong words inside right ones"),
        pytest.param("网上报名截止2021年5月10日。", id="a closing date"),
        pytest.param("总的要求是：一要稳，二要进。是是非非不论。", id="words that repeat by right"),
        pytest.param("☑同意 □不同意", id="boxes to tick"),
        pytest.param("见图1（a）、图1（b）。", id="figures with letters"),
    ],
)
def test_silent(text: str) -> None:
    assert found(LEAD + text) == []


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        pytest.param("壹、總則\n甲。\n貳、任務\n乙。\n", [], id="Taiwan's top enumerator"),
        pytest.param(
            "中華民國八十五年五月七日考試院（85）考台組壹一字第02507號令訂定。", [], id="Taiwan's numbers"
        ),
        pytest.param("各機關應當登記帳戶、帳簿，並建立台帳。", [], id="帳 is right in Taiwan"),
        pytest.param("學校(含分校)應當依規定辦理登記與註冊。", [], id="narrow brackets are usual in Taiwan"),
    ],
)
def test_standards_differ(text: str, rules: list[str]) -> None:
    head = "公立學校註冊辦法\n中華民國一百零九年三月二日教育部臺教字第1090001234號令發布\n第 1 條\n"
    prepared = PreparedDocument(outliner.parse(Source(text=head + text)))
    assert [
        finding.rule for finding in find_findings(prepared, BOOK, profile="tw") if finding.severity != "info"
    ] == rules


def articles(last: int, cited: str, left_out: int = 0) -> str:
    numbers = [number for number in range(1, last + 1) if number != left_out]
    lines = [f"第{format_chinese(number)}条 各方应当守约。" for number in numbers]
    return "\n".join(["临河市合同办法", *lines[:-1], f"{lines[-1]}争议依照本办法第{cited}条处理。", ""])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(articles(1_003, "一千零九"), [("outline/no-such-article", "本办法第一千零九条")], id="beyond a thousand"),
        pytest.param(articles(1_003, "一千零二"), [], id="there, beyond a thousand"),
        pytest.param(articles(1_003, "二百", 1_001), [("outline/missing-number", "第一千零二条")], id="left out there"),
        pytest.param(articles(1_003, "二百"), [], id="the count goes on from 999"),
    ],
)  # fmt: skip
def test_articles_from_a_thousand_on(text: str, expected: list[tuple[str, str]]) -> None:
    assert [finding for finding in found(text) if finding[0].startswith("outline/")] == expected
