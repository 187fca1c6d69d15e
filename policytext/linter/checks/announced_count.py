"""An announced number of items and another number of them: 主要有以下四项措施 and three items.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "重点做好以下四项工作：\\n（一）甲工作。\\n（二）乙工作。\\n（三）丙工作。\\n"
>>> [(tuple(defect.span), defect.message.en) for defect in check(PreparedDocument(parse(Source(text=text))))]
[((4, 10), '4 are announced, 3 follow')]
"""

from collections.abc import Iterator

from policytext.linter.checks import Defect, Rule
from policytext.linter.checks._siblings import marker_form
from policytext.model.annotations import Message
from policytext.model.document import Section, Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import parse_ordinal
from policytext.text.prepared import PreparedDocument

RULE = Rule(
    id="outline/announced-count",
    title=Message("所列项数与前文不符", "not as many items as announced"),
    severity="warning",
    confidence=0.9,
    why=Message("“以下几项”之后的项数应当一致。", "As many items must follow as were announced."),
    basis=None,
    record="3.25 M characters of clean official text: see rules/RECORD.md",
    hits=("重点做好<<以下四项工作>>：\n（一）甲工作。\n（二）乙工作。\n（三）丙工作。\n",),
    silent=(
        "重点做好以下三项工作：\n（一）甲工作。\n（二）乙工作。\n（三）丙工作。\n",
        "符合下列条件之一：\n（一）甲。\n（二）乙。\n（三）丙。\n",
        "重点做好以下四项工作。\n",
    ),
)

_ANNOUNCED = LazyPattern(
    "(?:以下|下列|如下)([二两三四五六七八九十]{1,3}|\\d{1,2})(?:个|项|点|条|大|方面|类|种)"
    "(?:方面|工作|任务|措施|问题|内容|情形|条件|要求|原则|意见|重点|事项|领域)*的?(?:方面|工作|任务|措施|问题|内容|情形|条件|要求|原则|意见|重点|事项|领域)?[:：](?=\n)"
)
_WORD = LazyPattern(r"\S")


def check(prepared: PreparedDocument) -> Iterator[Defect]:
    """Counts that end their line with a colon, against the list that begins on the next one."""
    shadow = prepared.shadow
    if "以下" not in shadow and "下列" not in shadow and "如下" not in shadow:
        return
    announced = list(_ANNOUNCED.finditer(shadow))
    if not announced:
        return
    lists = {siblings[0].span[0]: siblings for siblings in _lists(prepared.document.sections)}
    for found in announced:
        number = 2 if found[1] == "两" else parse_ordinal(found[1])
        begins = _WORD.search(shadow, found.end())
        items = lists.get(begins.start()) if begins else None
        if number is None or items is None or len(items) == number:
            continue
        span = Span(found.start(), found.end() - 1)
        yield Defect(
            span,
            Message(f"说有{number}项，列了{len(items)}项", f"{number} are announced, {len(items)} follow"),
        )


def _lists(sections: tuple[Section, ...]) -> Iterator[tuple[Section, ...]]:
    """Neighbours that count on from 1 in one form."""
    run: list[Section] = []
    for section in sections:
        if run and (section.ordinal != len(run) + 1 or marker_form(section) != marker_form(run[0])):
            if section.ordinal == 1 or section.ordinal is None or marker_form(section) != marker_form(run[0]):
                yield tuple(run)
            # A number out of turn ends the list without certainty of how long it is.
            run = []
        if run or section.ordinal == 1:
            run.append(section)
        yield from _lists(section.sections)
    if run:
        yield tuple(run)
