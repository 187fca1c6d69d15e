"""Captures of `extract:` rules: their types are read as the extraction reads amounts, dates and bodies."""

import re

import pytest

from policytext.extractor.extractions import find_extractions
from policytext.model.document import Source
from policytext.outliner import parse
from policytext.rulebook.compiler import compile_pack
from policytext.rulebook.rulebook import Rulebook
from policytext.rulebook.serialization import serialize_rules
from policytext.text.prepared import PreparedDocument

HEAD = "policytext: 1\npack: mine\nextract:\n"


def book_of(*phrases: str, rule: str = "") -> Rulebook:
    """A rulebook of one rule that finds these phrases."""
    find = ", ".join(f'"{phrase}"' for phrase in phrases)
    text = f"{HEAD}  - id: a/b\n    title: 试\n    find: [{find}]\n{rule}"
    part = re.findall(r"\{(\w+)", phrases[0])[0]  # `want` may only name what the rule captures
    text += f"    tests: [{{text: 甲, want: {{{part}: 甲}}}}, {{text: 乙, want: none}}]\n"
    pack = compile_pack(text, "my.yaml")
    assert pack.faults == (), [fault.render("en") for fault in pack.faults]
    return Rulebook(serialize_rules(pack.rules))


def captured(text: str, *phrases: str) -> list[dict[str, str]]:
    found = find_extractions(PreparedDocument(parse(Source(text=text))), book_of(*phrases))
    for statement in found:
        assert text[slice(*statement.span)] == statement.text
        assert all(text[slice(*capture.span)] == capture.text for capture in statement.captures)
    return [{capture.name: capture.text for capture in statement.captures} for statement in found]


@pytest.mark.parametrize(
    ("text", "phrase", "captures"),
    [
        pytest.param("由市教育局负责。", "由{by:body}负责", ["市教育局"], id="between two words"),
        pytest.param("完善机制，由市教育局负责。", "{by:body}负责", ["市教育局"], id="a name begins behind 由"),
        pytest.param("（一）市教育局负责校车。", "{by:body}负责", ["市教育局"], id="behind a number"),
        pytest.param("市教育局、市财政局和各县政府负责。", "{by:body}负责", ["市教育局、市财政局和各县政府"], id="a list"),
        pytest.param("责任单位：市水务局、市财政局。", "责任单位：{by:body}", ["市水务局、市财政局"], id="a list at the end"),
        pytest.param("报送省林业局办公室备案。", "报送{by:body}", ["省林业局办公室"], id="a longer name"),
        pytest.param("报送市教育局制定的方案。", "报送{by:body}", ["市教育局"], id="the end of a name before a verb"),
        pytest.param("認真負責。由衞生局負責。", "{by:body}负责", ["衞生局"], id="also in Traditional characters"),
        pytest.param("省教育厅会同水务、财政部门负责。", "{by:body}负责", [], id="the end of a list is no list"),
        pytest.param("认真负责，敢于负责。", "{by:body}负责", [], id="no name"),
        pytest.param("对各区政府负责。", "{by:body}负责", [], id="whom somebody is responsible to"),
    ],
)  # fmt: skip
def test_bodies(text: str, phrase: str, captures: list[str]) -> None:
    assert [one["by"] for one in captured(text, phrase)] == captures


@pytest.mark.parametrize(
    ("text", "phrase", "sums"),
    [
        pytest.param("安排5亿元以上。", "安排{sum:money}", [("5亿元以上", "500000000", ">=", "元")], id="with its comparator"),
        pytest.param("安排不超过三百万元。", "安排{sum:money}", [("不超过三百万元", "3000000", "<=", "元")], id="in words"),
        pytest.param("安排５００万元。", "安排{sum:money}", [("５００万元", "5000000", "=", "元")], id="full-width digits"),
        pytest.param("政府預留撥款，今年安排1,200萬港元，支援長者學習。", "安排{sum:money}", [("1,200萬港元", "12000000", "=", "港元")], id="another currency"),
        pytest.param("安排5个岗位。", "安排{sum:money}", [], id="no money"),
        pytest.param("开办3所学校。", "开办{sum:number}", [("3所", "3", "=", "所")], id="a number with its unit"),
        pytest.param("开办3所学校。", "开办{sum:number}所学校", [("3", "3", "=", "所")], id="a number before its unit"),
        pytest.param("推进一网通办。", "推进{sum:number}", [], id="no number"),
    ],
)  # fmt: skip
def test_amounts(text: str, phrase: str, sums: list[tuple[str, ...]]) -> None:
    found = find_extractions(PreparedDocument(parse(Source(text=text))), book_of(phrase))
    captures = [capture for statement in found for capture in statement.captures]
    shown = [(one.text, str(one.value), one.comparator, one.unit) for one in captures]
    assert shown == sums


@pytest.mark.parametrize(
    ("text", "phrase", "dates"),
    [
        pytest.param("到2031年底完成。", "到{d:date}完成", [("2031年底", "2031-12-31")], id="the end of a year"),
        pytest.param("2030年工作要点\n到年底完成。明年6月启动。", "{d:date}启动", [("明年6月", "2031-06-30")], id="a relative year"),
        pytest.param("截至2031年3月9日。", "截至{d:date}", [("2031年3月9日", "2031-03-09")], id="a day"),
        pytest.param("本年完成。", "{d:date}完成", [("本年", None)], id="a year that cannot be computed stays a text"),
    ],
)  # fmt: skip
def test_dates(text: str, phrase: str, dates: list[tuple[str, str | None]]) -> None:
    found = find_extractions(PreparedDocument(parse(Source(text=text))), book_of(phrase))
    assert [(one.text, one.end) for statement in found for one in statement.captures] == dates


def test_of_several_phrases_the_first_and_longest_counts() -> None:
    assert captured("市财政局安排5亿元。", "安排{sum:money}", "{who:body}安排{sum:money}") == [
        {"who": "市财政局", "sum": "5亿元"}
    ]


def test_where_the_longer_phrase_is_not_of_its_types_the_shorter_one_counts() -> None:
    assert captured("认真安排5亿元。", "安排{sum:money}", "{who:body}安排{sum:money}") == [{"sum": "5亿元"}]


def test_a_text_goes_on_to_the_end_of_the_sentence() -> None:
    assert captured("要求：办好夜校，方便居民；加强宣传。", "办好{what:text}") == [{"what": "夜校，方便居民"}]


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        pytest.param("{text:phrase}完成", "rule-capture-column", id="the name of a column"),
        pytest.param(
            "{a:text}由{b:body}和{c:phrase}。", "rule-phrase-open", id="too many that take anything"
        ),
        pytest.param("{a:mony}元", "rule-phrase-type-near", id="a misspelt type"),
    ],
)
def test_a_mistake_in_a_capture(phrase: str, code: str) -> None:
    text = f'{HEAD}  - id: a/b\n    title: 试\n    find: "{phrase}"\n'
    part = re.findall(r"\{(\w+)", phrase)[0]  # `want` may only name what the rule captures
    text += f"    tests: [{{text: 甲, want: {{{part}: 甲}}}}, {{text: 乙, want: none}}]\n"
    assert [(fault.code, fault.line) for fault in compile_pack(text, "my.yaml").faults] == [(code, 6)]


def test_many_names_cost_linear_time() -> None:
    text = "由市教育局、" * 20_000
    assert captured(text, "{by:body}负责{what:text}") == []
