"""The runner: each place told of once, names signed, storms folded; and mends that mend."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext import outliner
from policytext.linter.engine import find_findings, rule_names, select_rules
from policytext.model.annotations import Edit, Finding, Fix, Message
from policytext.model.document import Source, Span
from policytext.rulebook.packs import load_rules
from policytext.rulebook.rule_types import Mark
from policytext.text.edits import apply_fixes, format_diff
from policytext.text.prepared import PreparedDocument
from policytext.text.script import detect_script

BOOK, _ = load_rules()
CLEAN = "临河市发展规划\n一、总体要求\n坚持“统筹推进”，到2025年，覆盖率达到90%以上。\n二、主要任务\n（一）夯实基础。统一标准（试行）；完善设施。\n"


def findings(text: str) -> tuple[Finding, ...]:
    return find_findings(PreparedDocument(outliner.parse(Source(text=text))), BOOK)


def test_clean_text_has_none() -> None:
    assert findings(CLEAN) == ()


def test_a_storm_is_one_finding_that_counts() -> None:
    (finding,) = findings("加快发展,提高质量,改善民生,扩大开放,深化改革,保障安全。")
    assert (finding.rule, len(finding.also)) == ("punctuation/half-width", 4)
    assert finding.fix is not None
    assert len(finding.fix.edits) == 5


def test_a_place_is_told_of_once() -> None:
    text = "關於加快發展的意見。政府應當推動更加註重服務與實現轉型。"
    assert [finding.rule for finding in findings(text)] == ["damage/over-converted"]


def test_findings_quote_their_place_and_know_their_section() -> None:
    text = CLEAN.replace("90%以上", "超过120%以上")
    found = findings(text)
    # What is longer and less grave says the same place again, and is left out.
    assert [(one.rule, one.text, one.address) for one in found] == [("number/over-hundred", "120%", "一、")]
    assert all(text[slice(*one.span)] == one.text for one in found)


#: Whose standards a rule is about, where not everybody's.
PROFILES = {rule.id: rule.profiles[0] for rule in BOOK.lint_rules if rule.profiles}
MENDED = [
    pytest.param(rule.id, example.text, example.marks, id=f"{rule.id}:{example.line}")
    for rule in BOOK.lint_rules
    for example in rule.examples
    if any(mark.fix is not None for mark in example.marks)
]


@pytest.mark.parametrize(
    "context", ["", "關於加強監督管理與服務的意見，各級機關應當遵照執行。\n"], ids=["alone", "traditional"]
)
@pytest.mark.parametrize(("rule", "text", "marks"), MENDED)
def test_a_finding_mends_as_its_rules_examples_say(
    rule: str, text: str, marks: tuple[Mark, ...], context: str
) -> None:
    traditional = bool(context)
    if traditional and detect_script(text) == "hans":
        return  # a Simplified example says nothing of mends in a Traditional text
    document = PreparedDocument(outliner.parse(Source(text=context + text)))
    found = find_findings(document, BOOK, {rule}, profile=PROFILES.get(rule))
    edits = [edit for one in found if one.fix for edit in one.fix.edits]
    wanted = [(mark.span[0] + len(context), mark.fix) for mark in marks if mark.fix is not None]
    assert sorted((edit.span[0], edit.text) for edit in edits) == wanted
    assert all(edit.text != document.text[slice(*edit.span)] for edit in edits)


def test_a_fingerprint_survives_changes_elsewhere_and_tells_two_places_apart() -> None:
    before = findings("到2021年2月30日。\n也到2021年2月30日。\n")
    after = findings("新的一段。\n到2021年2月30日。\n也到2021年2月30日。\n")
    assert [one.fingerprint for one in before] == [one.fingerprint for one in after]
    assert len({one.fingerprint for one in before}) == 2


def test_a_mend_is_written_in_the_texts_own_script() -> None:
    (finding,) = [
        one for one in findings("關於革命地區振興發展的意見，各級政府應當支持革命地區。") if one.fix
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
    assert running <= set(rule_names(BOOK))


def breaking(text: str, injected: str) -> str:
    """A clean text with something that a safe mend undoes."""
    match injected:
        case "comma":
            return text.replace("，", ",", 1)
        case "brackets":
            return text.replace("（试行）", "(试行)")
        case "doubled":
            return text.replace("。\n", "。。\n", 1)
        case "invisible":
            return text.replace("统筹", "统\u200b筹")
        case "one":
            return text.replace("统一", "统壹")
        case "radical":
            return text.replace("二、", "⼆、")
    raise ValueError(injected)


@pytest.mark.parametrize("injected", ["comma", "brackets", "doubled", "invisible", "one", "radical"])
def test_safe_mends_restore_the_text_exactly(injected: str) -> None:
    broken = breaking(CLEAN, injected)
    assert broken != CLEAN
    found = findings(broken)
    assert found
    assert apply_fixes(broken, found).text == CLEAN


@given(
    st.text(
        alphabet="一二三、，,。.；（）()“”《》壹的加强推进发展2021年月日%到至超过以上\n\u200b", max_size=80
    )
)
def test_mending_twice_changes_nothing_more(text: str) -> None:
    for _ in range(10):
        after = apply_fixes(text, findings(text)).text
        if after == text:
            break
        text = after
    assert apply_fixes(text, findings(text)).text == text


def finding(span: Span, text: str, words: str, safety: str = "safe") -> Finding:
    fix = Fix(safety, (Edit(span, words),))  # type: ignore[arg-type]
    return Finding("typo/x", "error", 1.0, Message("", ""), None, span, text, fix=fix)


def test_two_mends_on_one_place_wait_for_each_other() -> None:
    first, second = finding(Span(0, 2), "帐户", "账户"), finding(Span(1, 3), "户管", "户的管")
    done = apply_fixes("帐户管理", [first, second])
    assert (done.text, done.findings) == ("账户管理", (first,))


def test_unsafe_mends_wait_to_be_asked_for() -> None:
    one = finding(Span(0, 2), "帐户", "账户", "unsafe")
    assert apply_fixes("帐户", [one]).text == "帐户"
    assert apply_fixes("帐户", [one], unsafe=True).text == "账户"


@given(
    st.text(alphabet="甲乙\n", max_size=40),
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 3), st.text(alphabet="丙丁", max_size=2)), max_size=6
    ),
)
def test_a_diff_says_what_patch_would_do(text: str, wanted: list[tuple[int, int, str]]) -> None:
    found = [
        finding(Span(min(at, len(text)), min(at + size, len(text))), "", words) for at, size, words in wanted
    ]
    done = apply_fixes(text, found)
    lines = list(format_diff(text, done.edits, "a.txt"))
    assert patched(text, "".join(lines)) == done.text


def patched(text: str, diff_: str) -> str:
    """The text with a unified diff applied to it, by a reader of diffs as simple as possible."""
    old = text.splitlines(keepends=True)
    new: list[str] = []
    at = 0
    lines = diff_.split("\n")
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
