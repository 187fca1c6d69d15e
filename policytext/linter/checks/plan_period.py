"""A past plan period in a sentence about the future: “十五”期间 in a text of 2022.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "“十四五”时期稳步推进。“十五”期间，要进一步提高供给水平。到2025年完成。"
>>> [problem.span for problem in check(PreparedDocument(parse(Source(text=text))))]
[Span(start=12, end=18)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="date/plan-period",
    title=Message("规划期与年份不符", "plan period does not match the years"),
    severity="error",
    confidence=0.9,
    why=Message(
        "句中所述为今后工作，所写规划期却早已结束，多为漏字，如“十四五”误作“十五”。",
        "The sentence is about the future, but the plan is over; usually a character is missing.",
    ),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
    hits=("“十四五”时期稳步推进。<<“十五”期间>>，要进一步提高供给水平。到2025年完成。",),
    silent=(
        "“十五”期间，要进一步提高供给水平。到2005年完成。",
        "“十四五”时期，要继续提高。到2025年完成。",
        "“八五”普法期间，要扩大覆盖。到2025年完成。",
        "回顾“十五”期间，主要矛盾发生了变化。2021年以来又有进展。",
    ),
)

# The last year of each plan.
_ENDS = {
    "六五": 1985, "七五": 1990, "八五": 1995, "九五": 2000, "十五": 2005, "十一五": 2010,
    "十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030,
}  # fmt: skip
_PLAN = LazyPattern(r"([“\"「]?)([六七八九]五|十[一二三四五]?五)([”\"」]?)(期间|时期)")
_YEAR = LazyPattern(r"(?<!\d)((?:19|20)\d\d)(?!\d)(?=年)")
_FUTURE = LazyPattern("[,，]?[^,，。;；]{0,6}?(?:(?<![主重需必])要|将|应当|须|力争)")
_LATE = 3  # years after the end of a plan


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find plans that ended years before the date of the text, directly before 要 or 将."""
    shadow = prepared.shadow
    if "五”" not in shadow and '五"' not in shadow and "五」" not in shadow:
        return
    plans = [(match, _ENDS.get(match[2])) for match in _PLAN.finditer(shadow)]
    past_plans = [(match, end) for match, end in plans if end and _FUTURE.match(shadow, match.end())]
    if not past_plans:
        return
    year = _estimate_year(prepared, [end for _, end in plans if end])
    for match, end in past_plans:
        if year - end > _LATE and "普法" not in shadow[match.start() : match.end() + 4]:
            yield Problem(
                Span(*match.span()),
                Message(
                    f"“{match[2]}”已于{end}年结束，疑有漏字",
                    f"that plan ended in {end}; a character may be missing",
                ),
            )


def _estimate_year(prepared: PreparedDocument, ends: list[int]) -> int:
    """Return the year of the document: that of its frame, or the later median of the years and plans it names."""
    if prepared.document.frame.year is not None:
        return prepared.document.frame.year
    years = sorted(int(match[1]) for match in _YEAR.finditer(prepared.shadow))
    later = sorted(ends)
    # The median ignores a single distant year, which is a goal or a quotation.
    return max(years[len(years) // 2] if years else 0, later[len(later) // 2] - 4 if later else 0)
