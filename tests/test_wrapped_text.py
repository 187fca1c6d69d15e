"""Hard-wrapped text: the line breaks of a fixed width are no ends of paragraphs, for any analyser."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policytext
from policytext.model.document import Section, Span
from tests.helpers import ROOT

PLAN = (
    "江口市养老服务体系建设实施方案\n"
    "一、总体要求\n"
    "以提升养老服务质量为主线，统筹城乡养老资源，健全居家社区机构相协调的养老服务体系，让老年人享有更加便捷优质的服务。\n"
    "到2030年，全市社区养老服务设施覆盖率达到95%以上，护理型床位占比达到60%以上，新建社区食堂120家，培训养老护理员3000人次，惠及老年人20万人。\n"
    "二、保障措施\n"
    "（一）落实属地责任。各区政府应当会同市民政局、市财政局制定年度计划，并按照《江口市养老服务条例》第三条第二款规定公布服务清单，接受社会监督。\n"
    "（二）加强经费保障。市财政局应当把养老服务经费列入本级预算，对运营良好的社区食堂给予补助，补助标准由市民政局会同市财政局另行制定并公布。\n"
)


def wrap(text: str, width: int, indent: str = "") -> str:
    """Break each line of a text at a number of Chinese characters, before no closing mark and in no number."""
    lines = []
    for paragraph in text.splitlines():
        line = indent if len(paragraph) > width else ""
        for word in re.findall(r"[A-Za-z0-9.%〔〕]+|.[，。、；：！？）》”]*", paragraph):
            if line.strip() and len((line + word).encode("gbk")) > 2 * width:
                lines.append(line)
                line = ""
            line += word
        lines.append(line)
    return "\n".join(lines) + "\n"


def list_sections(text: str) -> list[tuple[str, int, str, str]]:
    """Return the kinds, levels, markers and titles of the sections, without line breaks in the titles."""

    def describe(section: Section) -> tuple[str, int, str, str]:
        return section.kind, section.level, section.marker, "".join(section.title.split())

    return [describe(section) for section in policytext.parse(text).walk()]


def list_targets(text: str) -> list[tuple[str, ...]]:
    """Return the names, figures and dates of the indicators, and the verbs and actors of the measures."""
    found = policytext.targets(text)
    indicators = [
        (indicator.name, str(indicator.value), indicator.unit, indicator.date.text if indicator.date else "")
        for indicator in found.indicators
    ]
    return [*indicators, *((measure.verb, measure.actor or "") for measure in found.measures)]


def list_quotations(text: str) -> list[tuple[Span, str]]:
    """Return the spans and texts of everything that is found in a text."""
    found = policytext.targets(text)
    return [
        *((indicator.span, indicator.text) for indicator in found.indicators),
        *((measure.span, measure.text) for measure in found.measures),
        *((passage.span, passage.text) for passage in policytext.domains(text)),
        *((finding.span, finding.text) for finding in policytext.lint(text)),
    ]


@pytest.mark.parametrize("width", [26, 30, 35, 40])
@pytest.mark.parametrize("indent", ["", "　　"], ids=["no-indent", "first-line-indent"])
def test_a_wrapped_text_gives_the_same_answers(width: int, indent: str) -> None:
    wrapped = wrap(PLAN, width, indent)
    assert list_sections(wrapped) == list_sections(PLAN)
    assert list_targets(wrapped) == list_targets(PLAN)
    assert len(policytext.domains(wrapped)) == len(policytext.domains(PLAN))


def test_what_is_found_quotes_the_original_with_its_line_breaks() -> None:
    text = wrap(PLAN, 30)
    quotations = list_quotations(text)
    assert any("\n" in words for _, words in quotations)
    assert all(text[slice(*span)] == words for span, words in quotations)


def test_a_fix_changes_its_place_and_no_line_break() -> None:
    text = wrap(PLAN.replace("健全", "推动系统叠代，健全").replace("接受社会监督", "布署社会监督"), 30)
    edits = [edit for finding in policytext.lint(text) if finding.fix for edit in finding.fix.edits]
    assert sorted(edit.text for edit in edits) == ["迭代", "部署"]
    assert [text[slice(*edit.span)] for edit in edits] == ["叠代", "布署"]


def test_a_place_with_a_wrap_inside_has_no_fix() -> None:
    text = wrap(PLAN, 30)
    broken = text.replace("健全居家社区机构\n相", "健全居家社区机叠\n代")
    assert broken != text
    (finding,) = policytext.lint(broken)
    assert (finding.rule, finding.text, finding.fix) == ("damage/over-converted", "叠\n代", None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "各区人民政府，市政府各部门：\n现将有关事项通知如下。\n一、加强组织领导\n二、落实工作责任\n",
            id="short lines",
        ),
        pytest.param(
            "关于加强全市社区养老服务设施建设和运营管理工作的若干意见\n关于加强全市农村养老服务设施建设和运营管理工作的若干意见\n"
            "关于加强全市机构养老服务设施建设和运营管理工作的若干意见\n关于加强全市居家养老服务设施建设和运营管理工作的若干意见\n",
            id="a list of titles as long as each other",
        ),
        pytest.param(
            "一是加强社区养老服务设施建设，办好社区食堂，方便老年人就餐；\n二是加强农村养老服务设施建设，办好幸福大院，方便老年人照料；\n"
            "三是加强机构养老服务设施建设，办好护理院所，方便老年人入住。\n",
            id="items as long as each other that end with a mark",
        ),
    ],
)
def test_other_line_breaks_stay(text: str) -> None:
    assert policytext.parse(text).joined is None


@pytest.mark.parametrize("name", ["plan", "statute", "draft", "taiwan", "hongkong"])
def test_no_example_counts_as_wrapped(name: str) -> None:
    assert policytext.parse((ROOT / "examples" / f"{name}.txt").read_text("utf-8")).joined is None


@given(
    st.lists(
        st.sampled_from(
            [
                "加强养老服务",
                "设施建设，",
                "到2030年达到95%。",
                "\n",
                "　　",
                "一、",
                "第三条",
                "a b",
                "\r\n",
                "（一）",
                "叠代",
            ]
        ),
        max_size=80,
    ),
    st.integers(18, 40),
)
def test_spans_quote_any_wrapped_text(parts: list[str], width: int) -> None:
    text = wrap("".join(parts), width)
    document = policytext.parse(text)
    assert all(text[slice(*section.title_span)] == section.title for section in document.walk())
    assert all(text[slice(*span)] == words for span, words in list_quotations(text))


def test_radicals_of_a_conversion_are_read_as_the_usual_characters() -> None:
    text = "江口市⻝品安全实施方案\n⼀、总体要求\n加强⻓效机制建设，到2030年，⽼年⻝堂达到120家。\n（⼀）主要⽬标\n养⽼服务⻚面。\n⼆、保障措施\n"
    document = policytext.parse(text)
    assert [(section.marker, section.address) for section in document.walk()][1:] == [
        ("⼀、", "一、"),
        ("（⼀）", "一、/（一）"),
        ("⼆、", "二、"),
    ]
    assert all(text[slice(*section.title_span)] == section.title for section in document.walk())
    assert document.title == "江口市食品安全实施方案"
    (finding,) = policytext.lint(text)
    assert finding.fix is not None
    assert finding.fix.edits[0].text == "食"
    assert [indicator.name for indicator in policytext.targets(text).indicators] == ["⽼年⻝堂"]
