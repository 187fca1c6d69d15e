"""Safe means safe: what --fix does alone changes no word, and a fixed text has no new findings."""

import csv
from collections import Counter

import pytest

from policytext import outliner
from policytext.linter import checks
from policytext.linter.engine import find_findings
from policytext.linter.safety import LEAST_PLACES, LEAST_PRECISION, MEASURED, changes_only_form
from policytext.model.annotations import Edit, Finding
from policytext.model.document import Source, Span
from policytext.rulebook.marked_examples import parse_marked
from policytext.rulebook.packs import load_builtin_rules
from policytext.text.edits import apply_fixes
from policytext.text.prepared import PreparedDocument
from tests.helpers import ROOT

BOOK = load_builtin_rules()
EXAMPLES = [
    pytest.param(rule.id, example.text, rule.profiles[:1], id=f"{rule.id}:{example.line}")
    for rule in BOOK.lint_rules
    for example in rule.examples
    if example.marks
] + [
    pytest.param(check.rule.id, parse_marked(text, 1).text, (), id=f"{check.rule.id}:{number}")
    for check in checks.load_checks()
    for number, text in enumerate(check.rule.hits)
]


def find(text: str, profiles: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    document = PreparedDocument(outliner.parse(Source(text=text)))
    return find_findings(document, BOOK, profile=profiles[0] if profiles else None)


@pytest.mark.parametrize(("_rule", "text", "profiles"), EXAMPLES)
def test_a_fixed_text_has_no_finding_that_it_did_not_have(
    _rule: str, text: str, profiles: tuple[str, ...]
) -> None:
    before = find(text, profiles)
    after = find(apply_fixes(text, before).text, profiles)
    new = Counter(finding.rule for finding in after) - Counter(finding.rule for finding in before)
    assert not new


@pytest.mark.parametrize(("_rule", "text", "profiles"), EXAMPLES)
def test_a_safe_fix_changes_no_word_unless_its_rule_was_measured(
    _rule: str, text: str, profiles: tuple[str, ...]
) -> None:
    for finding in find(text, profiles):
        if finding.fix and finding.fix.safety == "safe" and finding.rule not in MEASURED:
            assert all(changes_only_form(edit, text) for edit in finding.fix.edits)


def test_the_record_bears_out_each_rule_that_counts_as_measured() -> None:
    with open(ROOT / "rules" / "judged.tsv", encoding="utf-8") as file:
        judged = {(row["rule"], row["texts"]): row for row in csv.DictReader(file, delimiter="\t")}
    for rule, profiles in MEASURED.items():
        for profile in profiles:
            read, right = (int(judged[rule, profile][column]) for column in ("read", "right"))
            assert read >= LEAST_PLACES
            assert right / read >= LEAST_PRECISION


def test_the_record_says_which_rules_have_safe_fixes() -> None:
    record = (ROOT / "rules" / "RECORD.md").read_text(encoding="utf-8")
    rows = [line.split("|") for line in record.splitlines() if line.startswith("| `")]
    recorded = {row[1].strip(" `") for row in rows if row[3].strip() == "safe"}
    found = {
        finding.rule
        for example in EXAMPLES
        for finding in find(str(example.values[1]), example.values[2])  # type: ignore[arg-type]
        if finding.rule == example.values[0] and finding.fix and finding.fix.safety == "safe"
    }
    assert recorded == found


@pytest.mark.parametrize(
    ("text", "edit", "free"),
    [
        pytest.param("帐户,余额", Edit(Span(2, 3), "，"), True, id="width of a mark"),
        pytest.param("统\u200b筹", Edit(Span(1, 2), ""), True, id="an invisible character"),
        pytest.param("⼈民", Edit(Span(0, 1), "人"), True, id="a radical in place of its character"),
        pytest.param("[2023]29号", Edit(Span(0, 6), "〔2023〕"), True, id="a kind of bracket"),
        pytest.param("完成。。", Edit(Span(2, 4), "。"), True, id="a mark typed twice"),
        pytest.param("增长８％", Edit(Span(2, 4), "8%"), True, id="width of a number"),
        pytest.param("工作机 制", Edit(Span(3, 4), ""), True, id="a space between Chinese characters"),
        pytest.param("共12 30人", Edit(Span(3, 4), ""), False, id="a space between two numbers"),
        pytest.param("帐户", Edit(Span(0, 2), "账户"), False, id="another word"),
        pytest.param("标题。", Edit(Span(2, 3), ""), False, id="a mark removed"),
        pytest.param("1、总则", Edit(Span(1, 2), "."), True, id="the mark of an enumerator"),
        pytest.param("1、5个区", Edit(Span(1, 2), "."), False, id="an enumerator that becomes a decimal"),
        pytest.param("共1、2号", Edit(Span(2, 3), "."), False, id="a mark inside a line"),
        pytest.param("一，总则", Edit(Span(1, 2), "、"), False, id="another mark"),
        pytest.param("10~20%", Edit(Span(0, 6), "10%~20%"), False, id="a unit added"),
        pytest.param("第029号", Edit(Span(1, 4), "29"), False, id="a digit removed"),
        pytest.param("《规划》", Edit(Span(0, 1), "〈"), False, id="titles inside titles"),
    ],
)
def test_what_changes_only_the_form_of_characters(text: str, edit: Edit, free: bool) -> None:
    assert changes_only_form(edit, text) is free
