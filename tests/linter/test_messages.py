"""Every message quotes the wrong words and the right ones, in both languages, for the examples of every rule."""

from collections.abc import Iterator

import pytest

from policytext import parse
from policytext.linter import checks
from policytext.linter.engine import find_findings
from policytext.linter.quoting import quote_words, shorten_words
from policytext.model.annotations import Edit, Finding, Fix, Message
from policytext.model.document import Source, Span
from policytext.rulebook.marked_examples import parse_marked
from policytext.rulebook.packs import load_builtin_rules
from policytext.text.edits import find_replacement
from policytext.text.prepared import PreparedDocument


def _list_examples() -> Iterator[tuple[str, str, str | None]]:
    """Return the rule, the text and the profile of each example with a hit."""
    for rule in load_builtin_rules().lint_rules:
        profile = rule.profiles[0] if rule.profiles else None
        yield from ((rule.id, example.text, profile) for example in rule.examples if example.marks)
    for check in checks.load_checks():
        if not check.rule.needs:
            profile = check.rule.profiles[0]
            yield from ((check.rule.id, parse_marked(text, 1).text, profile) for text in check.rule.hits)


@pytest.mark.parametrize(
    ("rule", "text", "profile"), [pytest.param(*example, id=example[0]) for example in _list_examples()]
)
def test_a_message_quotes_the_words_and_their_replacement(rule: str, text: str, profile: str | None) -> None:
    document = PreparedDocument(parse(Source(text=text)))
    found = find_findings(document, load_builtin_rules(), {rule}, profile=profile)
    assert found
    for finding in found:
        replacement = find_replacement(finding)
        for message in finding.message:
            assert shorten_words(finding.text) in message
            assert replacement is None or shorten_words(replacement) in message


def test_the_titles_of_all_rules_are_in_both_languages() -> None:
    assert [rule.id for rule in load_builtin_rules().lint_rules if not rule.title_en] == []


@pytest.mark.parametrize(
    ("text", "fix", "message", "zh", "en"),
    [
        pytest.param("帐户", "账户", "写错", "写错：“帐户”改为“账户”", "x: “帐户” should be “账户”", id="both"),
        pytest.param("帐户", None, "写错", "写错：“帐户”", "x: “帐户”", id="only the person knows the right word"),
        pytest.param("的的", "的", "“的的”重复", "“的的”重复，改为“的”", "x: “的的” should be “的”", id="half quoted"),
        pytest.param("。", "", "多余", "多余：删去“。”", "x: delete “。”", id="a deletion"),
        pytest.param("", "第", "缺字", "缺字：应加“第”", "x: add “第”", id="an insertion"),
        pytest.param("l", "1", "混入字母", "混入字母：“l”改为“1”", "x: “l” should be “1”", id="a letter of the message"),
        pytest.param("“", "「", "引号", "引号：「“」改为“「”", "x: 「“」 should be “「”", id="a quotation mark"),
        pytest.param("\u200b", "", "多余", "多余：删去“U+200B”", "x: delete “U+200B”", id="nothing to see"),
        pytest.param("", None, "缺字", "缺字", "x", id="a place without words"),
    ],
)  # fmt: skip
def test_what_a_message_lacks_is_added(text: str, fix: str | None, message: str, zh: str, en: str) -> None:
    span = Span(3, 3 + len(text))
    edits = None if fix is None else Fix("safe", (Edit(span, fix),))
    finding = Finding("typo/x", "error", 1.0, Message(message, "x"), None, span, text, fix=edits)
    assert quote_words(finding).message == Message(zh, en)
