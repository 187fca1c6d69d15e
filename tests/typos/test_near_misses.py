"""``typo/near-miss``: one character off a fixed phrase, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext import outliner
from policytext.linter.engine import find_findings
from policytext.model.annotations import Finding
from policytext.model.document import Source
from policytext.rulebook.packs import load_rules
from policytext.text.edits import apply_fixes
from policytext.text.prepared import PreparedDocument

BOOK, _ = load_rules()
NAME = "typo/near-miss"


def found(text: str) -> list[Finding]:
    """The near misses of a text."""
    return list(find_findings(PreparedDocument(outliner.parse(Source(text=text))), BOOK, {NAME}))


def told(text: str) -> list[tuple[str, str]]:
    return [(finding.text, finding.fix.edits[0].text if finding.fix else "") for finding in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("国家治理体系和治理能里现代化。", [("里", "力")], id="a character that sounds alike"),
        pytest.param("报本级人民代表大会会常务委员会备案。", [("会会", "会")], id="a character typed twice"),
        pytest.param("报县人民代大会常务委员会备案。", [("代大", "代表大")], id="a character left out"),
        pytest.param(
            "縣級以上地方人民政俯應當加強領導，保障經費。",
            [("俯", "府")],
            id="Traditional, mended in Traditional",
        ),
        pytest.param("第一条\n县级以上地方人民政俯应当加强领导。", [("俯", "府")], id="behind a heading"),
    ],
)
def test_what_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("人民代表大会会议期间，代表可以提出询问。", id="a character that rightly stands twice"),
        pytest.param("县级以上地方人民政府应当加强领导。", id="the phrase as it is"),
        pytest.param(
            "县级以上地方人民政俯应当加强领导。县级以上地方人民政俯应当负责。",
            id="what the text repeats is meant",
        ),
        pytest.param("第十二届、第十三届、第十四届全国人民代表大会。", id="ordinals"),
        pytest.param("二〇二五年一月三十一日至二〇二六年二月二十八日。", id="dates in Chinese numerals"),
        pytest.param("王璟琛、古丽巴哈尔·买买提、阿卜杜热合曼出席。", id="names"),
        pytest.param("落成于乌鲁木齐市沙依巴克区，毗邻克拉玛依。", id="places"),
        pytest.param("满招损，谦受益，时乃天道。", id="classical Chinese"),
        pytest.param("呢個部門嘅職員話佢哋會喺下個禮拜覆。", id="Cantonese"),
        pytest.param("E=mc²，见 https://example.org/a?b=政府&c=1。", id="a formula and an address"),
        pytest.param("┌────┬────┐\n│甲  │乙  │\n└────┴────┘", id="a table drawn with signs"),
        pytest.param("", id="nothing at all"),
    ],
)
def test_what_stays_silent(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("政" * 100_000, id="one character repeated"),
        pytest.param("人民政府有关部门应当依法履行职责" * 30_000, id="a long text without punctuation"),
        pytest.param(
            "\U00020000\ud800国务院有关部门按照职责", id="characters beyond the plane, and half of one"
        ),
    ],
)
def test_what_breaks_nothing(text: str) -> None:
    assert found(text) == []


_PIECES = (
    "县级以上地方人民政",
    "应当加强领导",
    "人民代表大会",
    "常务委员会",
    "俯",
    "府",
    "会",
    "，",
    "\n",
    "x",
    "會",
    "a1",
)


@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=12).map("".join))
def test_places_quote_their_text_and_mending_twice_changes_nothing(text: str) -> None:
    before = found(text)
    for finding in before:
        assert text[finding.span.start : finding.span.end] == finding.text
    after = apply_fixes(text, before, unsafe=True).text
    again = apply_fixes(after, found(after), unsafe=True).text
    assert apply_fixes(again, found(again), unsafe=True).text == again
