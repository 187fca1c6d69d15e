"""The front matter of a document: its titles, number, issuing body and date.

The types of document are those of the regulation on official documents (党政机关公文处理工作条例, 中办发〔2012〕14号, article 8),
and those of statutes and plans.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policytext.model.document import Span, StatedFields
from policytext.outliner.front_dates import parse_front_date
from policytext.outliner.heading_words import HEADING_WORDS
from policytext.outliner.line_views import LineViews
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import HAN_NUMERALS

#: The types of document as a title ends, in both scripts.
_TYPES = (
    "决议 決議 决定 決定 命令 令 公报 公報 公告 通告 意见 意見 通知 通报 通報 报告 報告 请示 批复 批覆 议案 議案 函 纪要 紀要 规划 規劃 纲要 綱要 计划 計劃 計畫"
    " 方案 办法 辦法 条例 條例 规定 規定 规则 規則 细则 細則 措施 制度 标准 標準 解释 解釋 章程 规程 規程 準則 准则 指南 规范 規範 要点 法 白皮书 宪法"
)
_KIND = "|".join(_TYPES.split())
_NOTE = r"(?:[（(][^（）()]{1,30}[)）])?"
_TITLE = LazyPattern(rf"[^。；;！!？?|]{{0,100}}(?:{_KIND}){_NOTE}$")
_TITLE_BEGINS = LazyPattern(
    r"(?:关于|關於|關于|印发|印發|转发|轉發|批转|批轉|[院厅廳局委部会會府办辦室省市县縣区區署]|实施|實施)$|^(?:中共|中华|中華|国务院|國務院)"
)
_NOT_TITLE = LazyPattern(
    r"[：:，,、]$|^[（(]|^(?:来源|來源|发布|當前|当前|您的|索引|时间|時間|关键词|標題|标题)|[>|]|^\d{4}年.*日.*[过過正布]"
)
_COLLAPSED_TITLE = LazyPattern(
    rf"\s*([^。；！？\n]{{6,100}}?(?:{_KIND}){_NOTE})(?=[ \u3000]|[\u4e00-\u9fff]{{2,8}}[〔\[（(](?:19|20)\d\d)"
)

_NUMBER = LazyPattern(
    r"[\u4e00-\u9fff]{2,14}(?:[〔\[（(【]|\s)\s?(?:19|20)\d{2}\s?(?:[〕\]）)】]|年)?\s?第?\s?\d{1,5}\s?[号號]"
)
_ORDER_NUMBER = LazyPattern(
    rf"[\u4e00-\u9fff]{{2,30}}令?\s*(?:[（(]\s*)?第\s*[\d{HAN_NUMERALS}]{{1,7}}\s*[号號]\s*[)）]?$"
)
_ANNOUNCED = LazyPattern(
    r"《([^《》\n]{4,80})》|(?:印发|印發|发布|發布|公布)([^《》\n]{4,60}?)的(?:通知|决定|公告|通告|函)"
)
_ORGAN = LazyPattern(
    r"[\u4e00-\u9fff·（）()]{1,40}(?:国务院|國務院|[院厅廳局委部会會府办辦署处處室中心组組社行])$|^国务院$|^國務院$"
)
_ISSUER = LazyPattern(r"^(.{2,40}?)(?:关于|關於|關于|印发|印發)")
# The history note at the head of a Taiwan statute; its first date is that of the statute.
_ROC_HISTORY = LazyPattern(r"(?:中華)?民國[一二三四五六七八九十百零〇○\d]{1,6}年")
_PASSED = LazyPattern(r"[（(]?(?=[12中民]).{8,24}?日.{0,80}?(?:通过|通過|公布|发布|發布|公佈|修订|修正|批准)")

#: The largest size of the front matter, in lines that are not blank and in characters.
_FRONT_LINES = 60
_FRONT_CHARACTERS = 4_000


class FrontMatter(NamedTuple):
    """The spans of the titles, the main title as text, and the document's number, issuer and date."""

    titles: tuple[Span, ...]
    title: str | None
    document_number: str | None
    issuer: str | None
    date: str | None


def read_front_matter(lines: LineViews, first_heading: int, stated: StatedFields) -> FrontMatter:
    """Read the front matter of a document, which ends at the first heading.

    Args:
        lines: the text.
        first_heading: the offset of the first section, or the length of the text.
        stated: what the file states outside the text, for what the text itself does not state.
    """
    front = list(_find_front_lines(lines, first_heading))
    main = _find_main_title(lines, front) or _find_stated_title(lines, front, stated.title)
    name = _fold_title(lines.text[slice(*main)]) if main else None
    number = _find_document_number(lines, front, main)
    titles = ([main] if main else []) + _find_further_titles(lines, main)
    issuer, date = _find_signature(lines, front)
    if issuer is None and name is not None:
        match = _ISSUER.match(name)
        if match is not None and _ORGAN.match(match[1]):
            issuer = match[1]
    return FrontMatter(
        tuple(titles),
        name or stated.title,
        number or stated.document_number,
        issuer or stated.issuer,
        date or stated.date,
    )


def _find_front_lines(lines: LineViews, first_heading: int) -> Iterator[int]:
    seen = 0
    for index in range(lines.count):
        if lines.starts[index] >= min(first_heading, _FRONT_CHARACTERS) or seen >= _FRONT_LINES:
            return
        if not lines.is_blank(index):
            seen += 1
            yield index


def _fold_title(title: str) -> str:
    """Join a title of several lines; no space is left between Han characters."""
    return re.sub(
        r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", re.sub(r"\s*\n\s*", " ", title.replace("\r", "\n"))
    ).strip()


def _find_main_title(lines: LineViews, front: list[int]) -> Span | None:
    if lines.titles:
        return Span(lines.begins[lines.titles[0]], lines.ends[lines.titles[0]])
    for place, index in enumerate(front[:40]):
        line = lines.text[lines.begins[index] : min(lines.ends[index], lines.begins[index] + 200)]
        if len(line) == 200:
            match = _COLLAPSED_TITLE.match(line)
            if match is not None:
                start = lines.begins[index]
                return Span(start + match.start(1), start + match.end(1))
            return None
        if not 3 <= len(line) <= 110 or not _TITLE.match(line) or _NOT_TITLE.search(line):
            continue
        if HEADING_WORDS.match(line):
            continue  # 保障措施
        first = index
        for above in reversed(front[max(0, place - 3) : place]):
            words = lines.text_of(above)
            if (
                len(words) > 60
                or _TITLE.match(words)
                or _NOT_TITLE.search(words)
                or not _TITLE_BEGINS.search(words)
            ):
                break
            first = above
        return Span(lines.begins[first], lines.ends[index])
    return None


def _find_stated_title(lines: LineViews, front: list[int], title: str | None) -> Span | None:
    """Find the stated title at the head of the text, alone on one line or on two."""
    wanted = "".join((title or "").split())
    if not wanted:
        return None
    bare = [("".join(lines.text_of(index).split()), index) for index in front[:12] if len(title or "") < 300]
    for place, (words, index) in enumerate(bare):
        following = bare[place + 1 : place + 2]
        for text, last in ((words, index), *((words + more, below) for more, below in following)):
            if text == wanted:
                return Span(lines.begins[index], lines.ends[last])
    return None


def _find_document_number(lines: LineViews, front: list[int], main: Span | None) -> str | None:
    for index in front:
        start, end = lines.begins[index], lines.ends[index]
        if end - start <= 60:
            line = lines.text[start:end].strip("（()）")
            if _NUMBER.fullmatch(line) or _ORDER_NUMBER.fullmatch(line):
                return line
    if main is not None:  # in a collapsed text it follows the title
        match = _NUMBER.match(lines.text, main.end + (lines.text[main.end : main.end + 1] in (" ", "\u3000")))
        if match is not None and lines.text[match.start() : main.end + 40] != "":
            return match[0].strip()
    return None


def _find_further_titles(lines: LineViews, main: Span | None) -> list[Span]:
    if len(lines.titles) > 1:
        return [Span(lines.begins[line], lines.ends[line]) for line in lines.titles[1:]]
    return _find_announced_titles(lines, main)


def _find_announced_titles(lines: LineViews, main: Span | None) -> list[Span]:
    """Find the title of the document that a notice issues: a line with just the announced name."""
    if main is None:
        return []
    text = lines.text
    head = text[main.start : min(main.end + 2_000, len(text))]
    names = {"".join((match[1] or match[2]).split()) for match in _ANNOUNCED.finditer(head)}
    names -= {"".join(text[slice(*main)].split())}

    titles = []
    for name in sorted(names):
        position = text.find(name, main.end)
        while position >= 0:
            index = lines.index(position)
            if lines.begins[index] == position and lines.ends[index] == position + len(name):
                titles.append(Span(position, position + len(name)))
                break
            position = text.find(name, position + len(name))
    titles.sort()
    return titles[:1]


def _find_signature(lines: LineViews, front: list[int]) -> tuple[str | None, str | None]:
    """Find issuer and date: together at the foot of a notice, or the date alone below the title of a statute."""
    last = [index for index in range(max(0, lines.count - 12), lines.count) if not lines.is_blank(index)]
    for index in (*front, *last):
        line = lines.text[lines.begins[index] : min(lines.ends[index], lines.begins[index] + 40)]
        date = parse_front_date(line.strip("（()） \u3000"), whole=True)
        if date is not None:
            above = lines.previous(index)
            body = (
                lines.text_of(above)
                if above is not None and lines.ends[above] - lines.begins[above] <= 40
                else ""
            )
            return ("".join(body.split()) if _ORGAN.match(body) else None), date
    for index in front:
        line = lines.text[lines.begins[index] : min(lines.ends[index], lines.begins[index] + 200)].lstrip(
            "（(1.—― "
        )
        if _PASSED.match(line) or _ROC_HISTORY.match(line):
            return None, parse_front_date(line, whole=False)
    return None, None
