"""The engine: one finding for each place, repeated findings, selection, fingerprints and fixes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext import outliner
from policytext.linter.engine import find_findings
from policytext.linter.selection import list_rule_names, select_rules
from policytext.model.annotations import Edit, Finding, Fix, Message
from policytext.model.document import Source, Span
from policytext.rulebook.packs import load_rules
from policytext.rulebook.rule_types import Mark
from policytext.text.edits import apply_fixes, format_diff
from policytext.text.prepared import PreparedDocument
from policytext.text.script import detect_script

BOOK, _ = load_rules()
CLEAN = "临河市发展规划\n一、总体要求\n坚持“统筹推进”，到2025年，覆盖率达到90%以上。\n二、主要任务\n（一）夯实基础。统一标准（试行）；完善设施。\n"


def find(text: str) -> tuple[Finding, ...]:
    return find_findings(PreparedDocument(outliner.parse(Source(text=text))), BOOK)


def test_clean_text_has_no_finding() -> None:
    assert find(CLEAN) == ()


def test_a_repeated_mistake_is_one_finding() -> None:
    (finding,) = find("加快发展,提高质量,改善民生,扩大开放,深化改革,保障安全。")
    assert (finding.rule, len(finding.also)) == ("punctuation/half-width", 4)
    assert finding.fix is not None
    assert len(finding.fix.edits) == 5


def test_each_place_has_one_finding() -> None:
    text = "關於加快發展的意見。政府應當推動更加註重服務與實現轉型。"
    assert [finding.rule for finding in find(text)] == ["damage/over-converted"]


def test_findings_quote_their_text_and_have_the_address_of_their_section() -> None:
    text = CLEAN.replace("90%以上", "超过120%以上")
    findings = find(text)
    # The longer, less severe finding at the same place is left out.
    assert [(finding.rule, finding.text, finding.address) for finding in findings] == [
        ("number/over-hundred", "120%", "一、")
    ]
    assert all(text[slice(*finding.span)] == finding.text for finding in findings)


#: The first profile of each rule that is limited to some.
PROFILES = {rule.id: rule.profiles[0] for rule in BOOK.lint_rules if rule.profiles}
EXAMPLES_WITH_FIX = [
    pytest.param(rule.id, example.text, example.marks, id=f"{rule.id}:{example.line}")
    for rule in BOOK.lint_rules
    for example in rule.examples
    if any(mark.fix is not None for mark in example.marks)
]


@pytest.mark.parametrize(
    "context", ["", "關於加強監督管理與服務的意見，各級機關應當遵照執行。\n"], ids=["alone", "traditional"]
)
@pytest.mark.parametrize(("rule", "text", "marks"), EXAMPLES_WITH_FIX)
def test_fixes_are_those_of_the_examples(rule: str, text: str, marks: tuple[Mark, ...], context: str) -> None:
    traditional = bool(context)
    if traditional and detect_script(text) == "hans":
        return  # a Simplified example says nothing about fixes in a Traditional text
    document = PreparedDocument(outliner.parse(Source(text=context + text)))
    findings = find_findings(document, BOOK, {rule}, profile=PROFILES.get(rule))
    edits = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
    wanted = [(mark.span[0] + len(context), mark.fix) for mark in marks if mark.fix is not None]
    assert sorted((edit.span[0], edit.text) for edit in edits) == wanted
    assert all(edit.text != document.text[slice(*edit.span)] for edit in edits)


def test_a_fingerprint_is_unique_and_independent_of_other_text() -> None:
    before = find("到2021年2月30日。\n也到2021年2月30日。\n")
    after = find("新的一段。\n到2021年2月30日。\n也到2021年2月30日。\n")
    assert [finding.fingerprint for finding in before] == [finding.fingerprint for finding in after]
    assert len({finding.fingerprint for finding in before}) == 2


def test_a_fix_is_in_the_script_of_the_document() -> None:
    (finding,) = [
        finding for finding in find("關於革命地區振興發展的意見，各級政府應當支持革命地區。") if finding.fix
    ][:1]
    assert finding.fix is not None
    assert finding.fix.edits[0].text == "革命老區"


@pytest.mark.parametrize(
    ("select", "ignore", "inside", "outside"),
    [
        pytest.param(["date"], [], "date/impossible", "number/direction", id="a family"),
        pytest.param(["date/weekday"], [], "date/weekday", "date/impossible", id="one rule"),
        pytest.param([], ["date"], "number/direction", "date/impossible", id="all but a family"),
        pytest.param(["date"], ["date/weekday"], "date/impossible", "date/weekday", id="a family but one"),
    ],
)
def test_selection(select: list[str], ignore: list[str], inside: str, outside: str) -> None:
    running = select_rules(BOOK, select, ignore)
    assert inside in running
    assert outside not in running
    assert running <= set(list_rule_names(BOOK))


def add_mistake(text: str, injected: str) -> str:
    """Add a mistake with a safe fix to a clean text."""
    match injected:
        case "comma":
            return text.replace("，", ",", 1)
        case "brackets":
            return text.replace("（试行）", "(试行)")
        case "doubled":
            return text.replace("。\n", "。。\n", 1)
        case "invisible":
            return text.replace("统筹", "统\u200b筹")
        case "radical":
            return text.replace("二、", "⼆、")
    raise ValueError(injected)


@pytest.mark.parametrize("injected", ["comma", "brackets", "doubled", "invisible", "radical"])
def test_safe_fixes_restore_the_text_exactly(injected: str) -> None:
    broken = add_mistake(CLEAN, injected)
    assert broken != CLEAN
    findings = find(broken)
    assert findings
    assert apply_fixes(broken, findings).text == CLEAN


@given(
    st.text(
        alphabet="一二三、，,。.；（）()“”《》壹的加强推进发展2021年月日%到至超过以上\n\u200b", max_size=80
    )
)
def test_applying_fixes_repeatedly_reaches_a_stable_text(text: str) -> None:
    for _ in range(10):
        after = apply_fixes(text, find(text)).text
        if after == text:
            break
        text = after
    assert apply_fixes(text, find(text)).text == text


def make_finding(span: Span, text: str, words: str, safety: str = "safe") -> Finding:
    fix = Fix(safety, (Edit(span, words),))  # type: ignore[arg-type]
    return Finding("typo/x", "error", 1.0, Message("", ""), None, span, text, fix=fix)


def test_of_two_overlapping_fixes_one_is_applied() -> None:
    first, second = make_finding(Span(0, 2), "帐户", "账户"), make_finding(Span(1, 3), "户管", "户的管")
    result = apply_fixes("帐户管理", [first, second])
    assert (result.text, result.findings) == ("账户管理", (first,))


def test_unsafe_fixes_are_applied_only_on_request() -> None:
    finding = make_finding(Span(0, 2), "帐户", "账户", "unsafe")
    assert apply_fixes("帐户", [finding]).text == "帐户"
    assert apply_fixes("帐户", [finding], unsafe=True).text == "账户"


@given(
    st.text(alphabet="甲乙\n", max_size=40),
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 3), st.text(alphabet="丙丁", max_size=2)), max_size=6
    ),
)
def test_a_diffis_what_patch_applies(text: str, wanted: list[tuple[int, int, str]]) -> None:
    findings = [
        make_finding(Span(min(at, len(text)), min(at + size, len(text))), "", words)
        for at, size, words in wanted
    ]
    result = apply_fixes(text, findings)
    lines = list(format_diff(text, result.edits, "a.txt"))
    assert apply_patch(text, "".join(lines)) == result.text


def apply_patch(text: str, diff: str) -> str:
    """Apply a unified diff to a text."""
    old = text.splitlines(keepends=True)
    new: list[str] = []
    at = 0
    lines = diff.split("\n")
    for number, line in enumerate(lines):
        bare = number + 1 < len(lines) and lines[number + 1].startswith("\\")
        words = line[1:] + ("" if bare else "\n")
        if head := re.match(r"@@ -(\d+),\d+ \+\d+,\d+ @@", line):
            start = int(head[1]) - 1
            new += old[at:start]
            at = start
        elif line.startswith(" "):
            new.append(words)
            at += 1
        elif line.startswith("-") and not line.startswith("---"):
            assert old[at] == words
            at += 1
        elif line.startswith("+") and not line.startswith("+++"):
            new.append(words)
    return "".join([*new, *old[at:]])
