"""Where a box (专栏) of a plan ends: at the next heading of the body, or at its next paragraph."""

import pytest

from policytext.model.document import Source
from policytext.outliner import parse

BODY = "各地要结合实际，制定配套措施，明确责任分工，确保各项工程按期完成，取得实效。"


@pytest.mark.parametrize(
    ("box", "last"),
    [
        pytest.param(
            "专栏3　开放工程\n1.口岸工程\n改造口岸3个。\n2.通道工程\n新开通道2条。\n\n",
            "新开通道2条。",
            id="a blank line",
        ),
        pytest.param(
            "专栏3　开放工程\n\n1.口岸工程。改造口岸3个。\n\n2.通道工程。新开通道2条。\n\n",
            BODY,
            id="blank lines everywhere say nothing",
        ),
        pytest.param(
            "专栏3　开放工程\n1.口岸工程。改造口岸。\n2.通道工程。新开通道。\n\n3.其他工程。" + BODY + "\n",
            BODY,
            id="a blank line before an item",
        ),
    ],
)
def test_the_end_of_a_box(box: str, last: str) -> None:
    document = parse(
        Source(text=f"（五）扩大开放\n持续扩大开放。\n{box}{BODY}\n（六）优化环境\n优化环境。\n")
    )
    sections = {section.marker: section for section in document.walk()}
    assert document.source[sections["专栏3"].span].endswith(last)
    assert all(section.span.end <= sections["专栏3"].span.end for section in sections["专栏3"].walk())
    assert document.source[sections["（五）"].span].endswith(BODY)
    assert sections["（六）"].level == sections["（五）"].level


def test_a_box_that_ends_the_text() -> None:
    text = f"（五）扩大开放\n持续开放。\n专栏3　开放工程\n1.口岸工程。改造口岸。\n2.通道工程。新开通道。\n\n{BODY}\n"
    document = parse(Source(text=text))
    spans = {section.marker: document.source[section.span] for section in document.walk()}
    assert spans["专栏3"].endswith("新开通道。")
    assert spans["（五）"].endswith(BODY)
