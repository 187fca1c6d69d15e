"""A short title that is not introduced: 《规划》提出 without 《…规划》（以下简称《规划》） before it.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [tuple(problem.span) for problem in check(PreparedDocument(parse(Source(text="数字化提速。《规划》提出，加快推进。"))))]
[(6, 10)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="document/undefined-short-title",
    title=Message("简称未注明全称", "short title without its full title"),
    severity="warning",
    confidence=0.9,
    why=Message(
        "首次使用文件简称，应先写全称并注明“以下简称”。", "Give the full title first, with 以下简称."
    ),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
    hits=("数字化提速。<<《规划》>>提出，加快推进。",),
    silent=(
        "印发《数字经济发展规划》（以下简称《规划》）。《规划》提出，加快推进。",
        "关于印发《数字经济发展规划》的通知\n《规划》提出，加快推进。",
        "根据《中华人民共和国城乡规划法》。",
        "数字经济发展规划\n《规划》提出，加快推进。",
        "落实《关于印发《实施方案》的通知》。",
        "落实珠三角空域优化方案（2.0版本）（“《方案》”）。《方案》明确了目标。",
        "第十条 《条例》施行前已依法取得许可的，继续有效。\n第十一条 本《规定》自发布之日起施行。\n",
        "主席，香港特別行政區政府已按照《條例》的規定，委託食物環境衞生署處理。",
        "党的二十届三中全会《决定》提出重要改革举措。",
        "提名委員會的構成\n根據人大常委會的《決定》，委員的人數維持不變。",
        "國家已確定提名的人數，根據《決定》，各界別的人數維持不變。",
    ),
)

_KINDS = "规划|意见|方案|纲要|决定|办法|条例|计划|规定|若干意见|实施方案|行动计划|实施意见|通知"
_DEFINING = ("(“", '("')  # …方案》(“《方案》”)
_THIS = frozenset("本该")  # 本《规定》
_SESSIONS = ("全会", "大会", "会议", "委会")  # 三中全会《决定》 says whose decision it is
_EXCERPT = 500  # characters of a text that may be an excerpt
_TITLE = 50  # characters of a title before the one inside it
_SHORT = LazyPattern(f"《({_KINDS})》")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find the first use of each short title without a full title before it."""
    shadow = prepared.shadow
    document = prepared.document
    # A reply in Hong Kong's record uses the short titles of the question, which stands elsewhere.
    if "》" not in shadow or "hk" in (document.profile, document.frame.region):
        return
    # An excerpt may lack the full title: a short Traditional text, one that shows no region, or one that begins with a later number.
    first = document.sections[0] if document.sections else None
    begins = first is not None and (first.ordinal or 1) > 1 and not shadow[: first.span.start].strip()
    is_excerpt = document.script == "hant" and (document.frame.region is None or len(shadow) < _EXCERPT)
    if document.title is None and (begins or is_excerpt):
        return
    reported: set[str] = set()
    for match in _SHORT.finditer(shadow):
        word = match[1]
        if word not in reported:
            reported.add(word)
            if not _is_nested(shadow, match.start()) and not _is_introduced(
                prepared, shadow, word, match.start()
            ):
                yield Problem(
                    Span(*match.span()),
                    Message(f"简称《{word}》前文未注明全称", f"《{word}》: no full title before it"),
                )


def _is_nested(shadow: str, position: int) -> bool:
    """Return whether the title stands inside another one, which is no short title: 《关于印发《方案》的通知》."""
    before = shadow[max(position - _TITLE, 0) : position]
    return (
        before.rfind("《") > before.rfind("》")
        or before[-2:] in _DEFINING
        or before[-1:] in _THIS
        or before.removesuffix("的").endswith(_SESSIONS)
    )


def _is_introduced(prepared: PreparedDocument, shadow: str, word: str, position: int) -> bool:
    """Return whether the text before `position` or the title of the document explains the short title."""
    before = shadow[:position]
    title = prepared.document.title or ""
    core = word[-2:]
    return f"{core}》" in before or "简称" in before or core in title or core in before[:200]
