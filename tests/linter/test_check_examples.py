"""Every check against its own examples, and against texts that no check may stumble over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext import outliner
from policytext.linter import checks
from policytext.linter.check_examples import run_check_examples
from policytext.linter.checks import Check
from policytext.model.document import Source
from policytext.text.prepared import PreparedDocument

CHECKS = checks.load_checks()


def prepared(text: str) -> PreparedDocument:
    return PreparedDocument(outliner.parse(Source(text=text)))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.rule.id)
def test_a_check_passes_its_examples(check: Check) -> None:
    assert [fault.message("en") for fault in run_check_examples(check)] == []


def test_a_wrong_example_is_reported() -> None:
    check = CHECKS[0]
    unmarked = check._replace(rule=check.rule._replace(hits=("没有任何标记。",)))
    missed = check._replace(rule=check.rule._replace(hits=("这里<<没有>>错。",)))
    extra = check._replace(
        rule=check.rule._replace(silent=(check.rule.hits[0].replace("<<", "").replace(">>", ""),))
    )
    assert [len(list(run_check_examples(check))) > 0 for check in (unmarked, missed, extra)] == [
        True,
        True,
        True,
    ]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.rule.id)
def test_a_check_is_named_and_vouched_for(check: Check) -> None:
    rule = check.rule
    assert rule.id.count("/") == 1
    assert rule.hits
    assert rule.silent
    assert rule.record
    assert all((rule.title.zh, rule.title.en, rule.why.zh, rule.why.en))
    assert 0 < rule.confidence <= 1


def test_no_two_checks_share_a_name() -> None:
    names = [check.rule.id for check in CHECKS]
    assert len(names) == len(set(names))


_SIGNS = "第一二三条章、（）()，,。.：:；;“”「」《》*□?\u200b壹的了和是年月日0123456789%％—～到至从由提高下降超过以上万亿元 \n\t\ud800"


@given(st.text(alphabet=_SIGNS, max_size=80) | st.text(max_size=40))
def test_no_text_breaks_a_check_and_places_lie_inside_it(text: str) -> None:
    document = prepared(text)
    for check in CHECKS:
        for defect in check.check(document):
            for start, end in (defect.span, *defect.also):
                assert 0 <= start <= end <= len(text)
