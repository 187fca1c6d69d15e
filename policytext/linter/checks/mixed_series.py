"""Two numbering styles in one list: 首先是 … 二是 …, 第壹, … 二、 ….

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "一、任务\\n要抓好两件事。首先是补齐短板。加大投入。二是优化布局。统筹资源。\\n二、保障\\n加强领导。"
>>> [tuple(problem.span) for problem in check(PreparedDocument(parse(Source(text=text))))]
[(12, 15)]
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.linter.checks._siblings import get_marker_form, get_marker_span, get_sibling_groups
from policytext.model.annotations import Message
from policytext.model.document import Section
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="outline/mixed-series",
    title=Message("序号体例混用", "two numbering styles in one list"),
    severity="warning",
    confidence=0.9,
    why=Message(
        "“首先”与“其次”、“一是”与“二是”配合使用；同一层次的标题使用同一种序号。",
        "首先 is followed by 其次, 一是 by 二是; headings of one level share one form.",
    ),
    basis="GB/T 15834-2011 B.3",
    record="0 findings in 3.25 million characters of clean official text",
    hits=("要抓好两件事。<<首先是>>补齐短板。加大投入。<<二是>>优化布局。统筹资源。",),
    silent=(
        "要抓好两件事。一是补齐短板。加大投入。二是优化布局。统筹资源。",
        "首先是补齐短板。加大投入。其次是优化布局。统筹资源。",
    ),
)


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find neighbouring sections with consecutive numbers in different styles."""
    for siblings in get_sibling_groups(prepared):
        inline = [section for section in siblings if section.kind == "inline"]
        if mixed := _find_mixed_series(inline):
            yield make_repeated_problem([get_marker_span(section) for section in mixed])
        headings = [section for section in siblings if section.kind in ("heading", "run-in")]
        for before, after in pairwise(headings):
            if _mixes_forms(before, after):
                yield make_repeated_problem([get_marker_span(before), get_marker_span(after)])


def _find_mixed_series(inline: Sequence[Section]) -> Sequence[Section]:
    """Return an inline list that begins with 首先 and continues with 二是, or nothing."""
    if len(inline) < 2:
        return ()
    kinds = {"首先" if section.marker[0] in "首其再最" else "一是" for section in inline}
    return inline if len(kinds) > 1 and inline[0].marker[0] == "首" and inline[1].marker[0] in "二贰" else ()


def _mixes_forms(before: Section, after: Section) -> bool:
    """Return whether two consecutive numbers differ in their form: 第一， and 二、."""
    if before.ordinal is None or after.ordinal != before.ordinal + 1:
        return False
    forms = get_marker_form(before), get_marker_form(after)
    bare = {form.strip("、,.:() ") for form in forms}
    return bare == {"第n", "n"}
