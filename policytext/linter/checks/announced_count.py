"""The number of list items differs from the number announced: 以下四项工作 with three items.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "重点做好以下四项工作：\\n（一）甲工作。\\n（二）乙工作。\\n（三）丙工作。\\n"
>>> [(tuple(problem.span), problem.message.en) for problem in check(PreparedDocument(parse(Source(text=text))))]
[((4, 10), '4 are announced, 3 follow')]
"""

from collections.abc import Iterable, Iterator, Mapping

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
    record="法规、报告和政策文本 2230 万字、台湾法规 1546 万字、香港会议记录 233 万字：0 处",
    hits=(
        "重点做好<<以下四项工作>>：\n（一）甲工作。\n（二）乙工作。\n（三）丙工作。\n",
        "今年要抓好<<四项工作>>：\n（一）甲工作。\n（二）乙工作。\n（三）丙工作。\n",
        "要抓好<<四项重点工作>>：一是稳增长。二是促改革。三是惠民生。\n",
        "今年重点抓好<<四项工作>>。\n（一）甲工作。\n（二）乙工作。\n（三）丙工作。\n",
        "存在<<四个方面的问题>>。一是进展不快；二是投入不足；三是管理不严。\n",
    ),
    silent=(
        "要抓好三项重点工作：一是稳增长。二是促改革。三是惠民生。\n",
        "要抓好四项重点工作：一是稳增长。二是促改革。\n",
        "许可包括以下三类：\n（一）独占许可；\n（二）排他许可；\n",
        "原始憑證分下列三類：\n一、外來憑證。\n二、對外憑證。\n",
        "要抓好三项重点工作：一是稳增长。二是促改革。\n三是惠民生。\n",
        "下列一项或者多项措施：\n（一）甲。\n（二）乙。\n（三）丙。\n",
        "第三项工作：一是甲。二是乙。\n",
        "重点做好以下三项工作：\n（一）甲工作。\n（二）乙工作。\n（三）丙工作。\n",
        "符合下列条件之一：\n（一）甲。\n（二）乙。\n（三）丙。\n",
        "重点做好以下四项工作。\n",
        "第九条 学校合并分下列三类：\n一、存续合并。\n二、新设合并。\n",
        "去年圆满完成了四项工作。\n（一）甲工作。\n（二）乙工作。\n（三）丙工作。\n",
        "今年重点抓好三项工作。\n（一）甲工作。\n（二）乙工作。\n（三）丙工作。\n",
    ),
)

_NOUNS = "(?:方面|工作|任务|措施|问题|内容|情形|条件|要求|原则|意见|重点|事项|领域)"
_NUMBER = r"([二两三四五六七八九十]{1,3}|\d{1,2})(?:个|项|点|条|大|方面|类|种)"
_ANNOUNCED = LazyPattern(rf"(?:以下|下列|如下){_NUMBER}{_NOUNS}*的?{_NOUNS}?[:：](?=\n)")
# Without 以下 the noun is needed, and the number must not be part of a longer word: 第四项任务, 十几项工作.
_BARE = LazyPattern(
    rf"(?<![第上前后几其这头每各一二三四五六七八九十百零两\d年月]){_NUMBER}(?:重点|重大|主要|具体|突出){{0,2}}{_NOUNS}*的?{_NOUNS}$"
)
_BEHIND_VERB = LazyPattern(
    rf"(?:做好|抓好|抓实|突出|推进|落实|围绕|采取|实施|开展|存在)(?:了|以下|如下)?{_NUMBER}[^,。;:]{{1,8}}$"
)
_COLON = LazyPattern(r":[ ]*\n")
_FIRST = LazyPattern("一是")
_STOPS = (":", "。")
_LONGEST = 24  # characters of an announcement
_ORDINALS = "一二三四五六七八九十"
_ITEM = [LazyPattern(rf"(?:^|(?<=[。;,、:\s])){sign}(?:是|要)") for sign in _ORDINALS]
_NON_SPACE = LazyPattern(r"\S")
# The characters in which the next item of a sentence's list must begin.
_FAR = 1500


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Compare each announced count with the list on the next line, or with 一是, 二是 in the text that follows."""
    shadow = prepared.shadow
    lists = {siblings[0].span[0]: siblings for siblings in _find_lists(prepared.document.sections)}
    announced = [
        match
        for end in sorted({*_find_ends(shadow), *_find_stops_before(lists, shadow)})
        if (match := _BARE.search(shadow, max(end - _LONGEST, 0), end))
    ]
    if "以下" in shadow or "下列" in shadow or "如下" in shadow:
        announced = [*_ANNOUNCED.finditer(shadow), *announced]
    if not announced:
        return
    reported: set[int] = set()
    for match in announced:
        number = 2 if match[1] == "两" else parse_ordinal(match[1])
        following = _NON_SPACE.search(shadow, match.end() + (shadow[match.end() : match.end() + 1] in _STOPS))
        if number is None or following is None or following.start() in reported:
            continue
        reported.add(following.start())
        if shadow.startswith("一是", following.start()):
            # Where more follow, they may belong to a list around this one.
            count = min(_count_inline(shadow, following.start()), number)
        else:
            count = len(lists.get(following.start(), ()))
        if count in (0, 1, number) or (
            count < number and _is_cut_off(prepared, following.start(), lists, number - count)
        ):
            continue
        words = Message(f"前文称{number}项，实际列出{count}项", f"{number} are announced, {count} follow")
        yield Problem(Span(match.start(), match.start() + len(match[0].rstrip().rstrip("。:"))), words)


def _is_cut_off(
    prepared: PreparedDocument, start: int, lists: Mapping[int, tuple[Section, ...]], lacking: int
) -> bool:
    """Return whether the list at `start` ends an excerpt, which may have the lacking items behind its end.

    An excerpt of a statute may, one that lacks several items, and one whose last item ends with a semicolon.
    """
    document = prepared.document
    text = prepared.text.rstrip()
    if document.title is not None or (start in lists and lists[start][-1].span.end < len(text)):
        return False
    if start not in lists and "\n" in text[start:]:
        return False
    is_statute = document.script == "hant" or any(section.kind == "article" for section in prepared.sections)
    return (start in lists and is_statute) or lacking > 1 or text.endswith(("；", ";"))


def _find_ends(shadow: str) -> Iterator[int]:
    """Yield the stops behind which a list begins: a colon at the end of its line, or a stop before 一是."""
    for colon in _COLON.finditer(shadow):
        yield colon.start()
    for first in _FIRST.finditer(shadow):
        at = first.start()
        while at and shadow[at - 1].isspace():
            at -= 1
        if at and shadow[at - 1] in _STOPS:
            yield at - 1


def _find_stops_before(lists: Iterable[int], shadow: str) -> Iterator[int]:
    """Yield the full stops before lists where the sentence says what is to be done: 抓好四项工作。"""
    for start in lists:
        at = start - 1
        while at > 0 and shadow[at].isspace():
            at -= 1
        if at > 0 and shadow[at] == "。" and _BEHIND_VERB.search(shadow, max(at - _LONGEST, 0), at):
            yield at


def _count_inline(shadow: str, position: int) -> int:
    """Return the number of items 一是, 二是 from a position on."""
    count = 0
    for item in _ITEM:
        match = item.search(shadow, position, position + _FAR)
        if match is None:
            break
        count, position = count + 1, match.end()
    return count


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
