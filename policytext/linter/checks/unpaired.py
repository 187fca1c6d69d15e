"""A quotation mark or bracket without its partner: 推进“一网通办工作。

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [tuple(problem.span) for problem in check(PreparedDocument(parse(Source(text="推进“一网通办工作。"))))]
[(2, 3)]
>>> list(check(PreparedDocument(parse(Source(text="推进“一网通办”工作（试点）。")))))
[]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._half_pairs import find_half_pairs
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern, compile_pattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="punctuation/unpaired",
    title=Message("标点未成对使用", "mark without its partner"),
    severity="warning",
    confidence=0.92,
    why=Message("引号、括号、书名号应成对使用。", "Quotation marks, brackets and title marks come in pairs."),
    basis="GB/T 15834-2011 4.8、4.9、4.15",
    record="8 findings in 3.25 million characters of clean official text; 8 of 8 reviewed are correct",
    hits=(
        "推进<<“>>一网通办工作。",
        "印发《规划<<（>>试行》的通知。",
        "依据《办法<<“>>》执行。",
        "依據本辦法，設置「<<（>>暫行」名額，由主管機關公告。",
        "依据《土地管理法<<)>>》执行。",
    ),
    silent=(
        "前單字與後單字以隔音符號「’」連接。",
        "動態剛性（s’）指其比值。",
        "”会后，代表们到各点调研。",
        "│粉（主成│粉劑│\n│份）    │      │\n",
        "推进“一网通办”工作（试点）。",
        "他说：“第一段。\n“第二段。”",
        "修改为：“有下列情形之一的，责令改正：\n（一）甲；\n（二）“乙”。\n“前款规定适用于丙。”",
        "1）统一标准；2）完善设施。",
        "五、将第六条修改为：\n“停车场应当设置标志。\n标志由区人民政府监制。",
        '推进“一网通办"改革。',
        "停车场应当设置标志，并公示收费标准。”\n六、将第七条修改为：\n“收费标准由区人民政府制定。”",
        "a）第一项\nb）第二项",
        "选项包括a）新建；b）改建。",
        "按附录B中b）项的规定执行。",
        "乾隆四十年（1775）刻本，康熙四十三年（",
        "《关于修改》〈临河市电梯安全条例〉的决定》",
        "“标的物不符合约定的，买受人可以要求减少价款。",
        "宪法序言规定：“国家依照法律保护公民的权利。",
        "五年内不得从事相关业务。”",
        "廢除該條代以 “1. 本命令自公布日起實施。",
        "的安排，須經成員批准。”。",
        "全党全军要团结。”他还多次指示。",
        "【字号：\n加大\n还原\n】\n政府工作报告\n",
        "行政院」之權責事項，自本日起由新機關管轄。",
        "各機關應填具申請書，並檢附「相關計畫概",
        "（原名稱：會議規則；",
        "新名稱：農藥試驗準則）\n第 1 條\n",
        "三、處理具陰極射線管（Cathode-Ray Tube；",
    ),
)

_PARTNERS = {
    "”": "“",
    "’": "‘",
    "」": "「",
    "』": "『",
    "）": "（",
    "》": "《",
    "〉": "〈",
    "】": "【",
    "〕": "〔",
    ")": "（",
}
# The names of the marks, as in GB/T 15834.
_KINDS = {"“”‘’「」『』": "引号", "（）()【】〔〕": "括号", "《》〈〉": "书名号"}
_OPENING = frozenset(_PARTNERS.values())
_SENTENCE_ENDS = tuple("。；;！？")
_REPLACING = LazyPattern("(?:代以|加入|修改[为為]|修正為)[ :：]{0,2}$")
_CLOSING = {"“": "”", "「": "」"}
_AMENDING = LazyPattern("修改为|修正為|修改為|增加一[条款项條項]|议案如下|議案如下|如下修改")
_MARKS = LazyPattern("[“”‘’「」『』（）《》〈〉【】〔〕()]")
_ENUMERATOR = LazyPattern(
    r"(?:^|[\s。；;：:，,、>》])[0-9０-９a-zA-Z一二三四五六七八九十①-⑳]{1,3}$|[\u4e00-\u9fff][a-z]$"
)
_AGAIN = {mark: compile_pattern(rf"\n\s{{0,40}}{mark}") for mark in "“「"}
_HISTORY = ("修正", "修订", "批准", "通过", "公布", "施行", "发布")
# The most characters between partners: titles and histories of statutes span several lines.
_FAR = 1200
# How many open marks to search for a partner, so that one missing mark does not affect all later ones.
_DEEP = 4
_WIDTH = 40  # characters of a line that a copy of a statute breaks
_PUNCTUATION = LazyPattern("[，。；：、！？\n「」『』（）《》“”]")
# In the history of a statute each name is a line of its own: （原名稱：甲辦法；
_FORMER_NAME = ("原名稱：", "新名稱：")
# An excerpt may begin with a few spaces, and end with an opening mark and a few characters.
_TAIL, _LAST_WORDS = 4, 6
_WIDEST_ROW = 400  # characters of a row of a table
# A text with more unpaired marks is damaged as a whole, or follows another convention.
_MOST = 6


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find unpaired marks; a quotation of several paragraphs opens in each and closes only in its last."""
    text = prepared.text
    unpaired = _drop_long_quotations(text, sorted(_find_unpaired(text)))
    if unpaired and prepared.document.script == "hans":
        # Another check reports the straight mark of such a pair.
        half_pairs = {pair.curly for pair in find_half_pairs(prepared.prose)}
        unpaired = [position for position in unpaired if position not in half_pairs]
    if unpaired and prepared.document.title is None:
        unpaired = [position for position in unpaired if not _crosses_edge(text, position)]
        if prepared.document.script == "hant":
            unpaired = [position for position in unpaired if not _is_cut_by_wrap(text, position)]
    if 0 < len(unpaired) <= _MOST:
        yield from (
            Problem(Span(position, position + 1), _make_message(text[position])) for position in unpaired
        )


def _drop_long_quotations(text: str, unpaired: list[int]) -> list[int]:
    """Return the positions without a motion or a statute quoted at length: “ after a colon, ” at the end of a line."""
    kept: list[int] = []
    for position in unpaired:
        if (
            kept
            and text[position] in "”」"
            and text[kept[-1]] == _PARTNERS[text[position]]
            and text[kept[-1] - 1] in "：:"
            and text[position + 1 : position + 2] in ("", "\n", "\r")
        ):
            kept.pop()
        else:
            kept.append(position)
    return kept


def _crosses_edge(text: str, position: int) -> bool:
    """Return whether a quotation of paragraphs begins before an excerpt, or ends behind it.

    Its opening mark begins a paragraph or follows a colon, and a sentence ends before anything closes it; its closing mark
    ends a sentence, and nothing opens it. A text that amends another one quotes in other places too.
    """
    mark = text[position]
    if mark in "“「":
        rest = text[position + 1 :].rstrip()
        begins = text[:position].rstrip(" \u3000")[-1:]
        if begins in ("", "\n", "：", ":"):
            is_open = _CLOSING[mark] not in rest
            return bool(_AMENDING.search(text)) or (
                is_open and ("\n" in rest or rest.endswith(_SENTENCE_ENDS))
            )
        # A clause of an amending act: 廢除該條代以“1. 生效日期…
        return _CLOSING[mark] not in rest and bool(_REPLACING.search(text[max(position - 4, 0) : position]))
    if mark in "”」":
        before = text[:position]
        return before.rstrip("”」’』").endswith(_SENTENCE_ENDS) and _PARTNERS[mark] not in before
    return False


def _is_cut_by_wrap(text: str, position: int) -> bool:
    """Return whether the partner of a mark may stand on a line before or after an excerpt, which a copy broke at a width.

    Taiwan's laws are often copied so: 行政院」之權責事項，自本日起 is the end of 「…行政院」.
    """
    mark = text[position]
    if mark in "」』）":
        before = text[:position]
        if mark == "）" and "（" not in before and text[position + 1 : position + 2] in ("", "\r", "\n"):
            return True  # the last line of a name in the history of a statute
        return len(before) <= _WIDTH and not _PUNCTUATION.search(before)
    rest = text[position + 1 :].rstrip()
    if mark == "（" and rest[:-1].isascii() and rest.endswith("；"):
        return True  # a term in English, cut at the semicolon before its short form
    if mark in "「『（" and len(rest) <= _WIDTH and not _PUNCTUATION.search(rest):
        return bool(_PUNCTUATION.search(text[:position]))
    return mark == "（" and rest.startswith(_FORMER_NAME)


def _make_message(mark: str) -> Message:
    kind = next(kind for marks, kind in _KINDS.items() if mark in marks)
    if mark in _OPENING:
        return Message(f"前{kind}缺少对应的后{kind}", f"{mark} is never closed")
    return Message(f"后{kind}缺少对应的前{kind}", f"{mark} is never opened")


def _find_unpaired(text: str) -> Iterator[int]:
    """Yield the positions of unpaired full-width marks; half-width brackets count as partners only."""
    stack: list[tuple[int, str]] = []
    drawn = "│" in text
    for match in _MARKS.finditer(text):
        position, mark = match.start(), match[0]
        if drawn and _is_in_drawn_table(text, position):
            continue  # a cell goes on in the next row
        if mark == "》" and text[position + 1 : position + 2] == "〈":
            continue  # crossed marks are a fault of their own
        mark = "（" if mark == "(" else mark
        if mark in _OPENING:
            stack.append((position, mark))
            continue
        depth = _find_partner(stack, position, _PARTNERS[mark])
        if depth:
            yield from (_drop_intended(text, stack[-depth + 1 :] if depth > 1 else []))
            del stack[-depth:]
        elif (mark != ")" or text[position + 1 : position + 2] == "》") and not _is_intended(
            text, position, mark
        ):
            yield position
    yield from _drop_intended(text, stack)


def _is_in_drawn_table(text: str, position: int) -> bool:
    """Return whether the line is a row of a table drawn with lines."""
    start = max(position - _WIDEST_ROW, 0)
    return text.find("│", max(text.rfind("\n", start, position) + 1, start), position) >= 0


def _begins_text(text: str, position: int) -> bool:
    """Return whether only a few spaces stand before a mark."""
    return position <= _TAIL and not text[:position].strip()


def _find_partner(stack: list[tuple[int, str]], position: int, opening: str) -> int:
    """Return the depth of the partner of a closing mark in the stack, from 1; 0 if there is none."""
    for depth in range(1, min(len(stack), _DEEP) + 1):
        place, mark = stack[-depth]
        if mark == opening:
            return depth if position - place <= _FAR else 0
    return 0


def _drop_intended(text: str, openings: list[tuple[int, str]]) -> Iterator[int]:
    """Yield the positions of opening marks that are not left open on purpose."""
    for position, mark in openings:
        if (
            text[position] == "("
            or (mark == "【" and text.startswith("字号", position + 1))
            or _ends_excerpt(text[position + 1 : position + _LAST_WORDS + 2])
            or text[position + 1 : position + 2] == mark
            or text[position - 1 : position] == mark
            or (mark in "“「" and _continues_quotation(text, position, mark))
        ):
            continue
        yield position


def _ends_excerpt(rest: str) -> bool:
    """Return whether an excerpt ends with a mark and at most a few words, in the middle of a sentence."""
    words = rest.strip()
    return len(rest) <= _LAST_WORDS and (not words or (words[-1] >= "\u4e00" and words.isalpha()))


def _continues_quotation(text: str, position: int, mark: str) -> bool:
    """Return whether a later paragraph opens the same quotation again before it is closed."""
    reopening = _AGAIN[mark].search(text, position, position + _FAR)
    if reopening is None:
        return False
    between = text[position + 1 : reopening.start()]
    closing = "”" if mark == "“" else "」"
    return between.count(mark) == between.count(closing)


def _is_intended(text: str, position: int, mark: str) -> bool:
    """Return whether a closing mark is an enumerator's bracket, part of 》》, or an apostrophe."""
    if mark in (text[position + 1 : position + 2], text[position - 1 : position]):
        return True
    if mark == "】" and (not position or text[position - 1] in "\r\n"):
        return True  # the buttons of a web page
    if mark in "”’」』】" and _begins_text(text, position):
        return True  # an excerpt begins with the end of a quotation
    if mark == "）":
        # Databases of statutes print the history of a law without its opening bracket.
        if text[position - 2 : position] in _HISTORY and text[position + 1 : position + 2] in (
            "",
            "\n",
            "\r",
        ):
            return True
        return bool(_ENUMERATOR.search(text[max(position - 5, 0) : position]))
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if before in "「『“（" and after in "」』”）":
        return True  # the text is about the mark
    return mark == "’" and any(sign.isascii() and sign.isalnum() for sign in (before, after))
