"""The number of list items differs from the number announced: 以下四项工作 with three items.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "重点做好以下四项工作：\\n（一）甲工作。\\n（二）乙工作。\\n（三）丙工作。\\n"
>>> [(tuple(problem.span), problem.message.en) for problem in check(PreparedDocument(parse(Source(text=text))))]
[((4, 10), '4 are announced, 3 follow')]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._siblings import get_marker_form
from policytext.model.annotations import Message
from policytext.model.document import Section, Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import parse_ordinal
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="outline/announced-count",
    title=Message("所列项数与前文不符", "number of items differs from the number announced"),
    severity="warning",
    confidence=0.9,
    why=Message(
        "“以下几项”之后所列项数应与前文一致。",
        "The list must have as many items as the sentence before it announces.",
    ),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
    hits=("重点做好<<以下四项工作>>：\n（一）甲工作。\n（二）乙工作。\n（三）丙工作。\n",),
    silent=(
        "重点做好以下三项工作：\n（一）甲工作。\n（二）乙工作。\n（三）丙工作。\n",
        "符合下列条件之一：\n（一）甲。\n（二）乙。\n（三）丙。\n",
        "重点做好以下四项工作。\n",
    ),
)

_NOUNS = "(?:方面|工作|任务|措施|问题|内容|情形|条件|要求|原则|意见|重点|事项|领域)"
_ANNOUNCED = LazyPattern(
    r"(?:以下|下列|如下)([二两三四五六七八九十]{1,3}|\d{1,2})(?:个|项|点|条|大|方面|类|种)"
    rf"{_NOUNS}*的?{_NOUNS}?[:：](?=\n)"
)
_NON_SPACE = LazyPattern(r"\S")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Compare each announced count that ends its line with the list on the next line."""
    shadow = prepared.shadow
    if "以下" not in shadow and "下列" not in shadow and "如下" not in shadow:
        return
    announced = list(_ANNOUNCED.finditer(shadow))
    if not announced:
        return
    lists = {siblings[0].span[0]: siblings for siblings in _find_lists(prepared.document.sections)}
    for match in announced:
        number = 2 if match[1] == "两" else parse_ordinal(match[1])
        list_start = _NON_SPACE.search(shadow, match.end())
        items = lists.get(list_start.start()) if list_start else None
        if number is None or items is None or len(items) == number:
            continue
        span = Span(match.start(), match.end() - 1)
        yield Problem(
            span,
            Message(
                f"前文称{number}项，实际列出{len(items)}项", f"{number} are announced, {len(items)} follow"
            ),
        )


def _find_lists(sections: tuple[Section, ...]) -> Iterator[tuple[Section, ...]]:
    """Yield runs of sibling sections numbered from 1 in one form."""
    run: list[Section] = []
    for section in sections:
        if run and (section.ordinal != len(run) + 1 or get_marker_form(section) != get_marker_form(run[0])):
            if (
                section.ordinal == 1
                or section.ordinal is None
                or get_marker_form(section) != get_marker_form(run[0])
            ):
                yield tuple(run)
            # After a number out of order the length of the list is uncertain.
            run = []
        if run or section.ordinal == 1:
            run.append(section)
        yield from _find_lists(section.sections)
    if run:
        yield tuple(run)
