"""The lines at the head of a document, as its front matter is read from them.

>>> compact("几 个 问 题 的 通 知"), compact("东川市人民政府　公　告"), compact("序号  任务  措施")
('几个问题的通知', '东川市人民政府公告', '序号  任务  措施')
>>> lines = LineViews("- **文件名称**：东川市养老条例\\n发文字号：东政〔2030〕1号\\n")
>>> [(label.field, lines.text[slice(*label.span)]) for label in map(lambda i: read_label(lines, i), range(2))]
[('title', '东川市养老条例'), ('number', '东政〔2030〕1号')]
"""

from collections.abc import Iterator

from policytext.model.document import Span
from policytext.model.records import NamedTuple
from policytext.outliner.line_views import LineViews
from policytext.text.lazy_patterns import LazyPattern

#: The largest size of the front matter, in lines that are not blank and in characters.
_FRONT_LINES = 60
_FRONT_CHARACTERS = 4_000

#: The labels with which copies of documents state their facts line by line.
_LABELS = {
    "title": "文件名称 文件标题 文件名 标题 標題 名称 法規名稱 法规名称 题名 公文标题 政策标题 信息名称 公文名稱",
    "issuer": "发文机关 发布机关 发布机构 发文单位 制定机关 制发机关 印发机关 颁布单位 發文機關 發布機關",
    "number": "发文字号 文号 发文文号 文件编号 发布文号 文件字号 發文字號 文號 公文字號",
    "issued": "成文日期 发文日期 印发日期 成文时间 签发日期 公布日期 發文日期",
    "published": "发布日期 发布时间 公开日期 發布日期 發佈日期 发文时间",
    "in-force": "实施日期 施行日期 生效日期",
    "adopted": "通过日期",
    "amended": "修正日期 修订日期",
}
_FIELDS = {label: field for field, labels in _LABELS.items() for label in labels.split()}
_LABEL = LazyPattern(
    rf"[-*•·]?\s*(?:(?:\*\*|【|\[)\s*)?({'|'.join(sorted(_FIELDS, key=len, reverse=True))})"
    r"\s*(?:(?:\*\*|】|\])\s*)?[：:]\s*(?:\*\*\s*)?"
)


class Label(NamedTuple):
    """A fact that a line states after a label: what it is, and the span of its value."""

    field: str
    span: Span


def find_front_lines(lines: LineViews, first_heading: int) -> Iterator[int]:
    """Yield the lines of the front matter that are not blank, which ends at the first heading."""
    seen = 0
    for index in range(lines.count):
        if lines.starts[index] >= min(first_heading, _FRONT_CHARACTERS) or seen >= _FRONT_LINES:
            return
        if not lines.is_blank(index):
            seen += 1
            yield index


def compact(words: str) -> str:
    """Return a line without the spaces that only spread its characters over the width of the page."""
    if " " not in words and "\u3000" not in words and "\xa0" not in words:
        return words
    parts = words.split()
    return "".join(parts) if len(parts) > 1 and all(len(part) == 1 for part in parts[-2:]) else words


def read_label(lines: LineViews, index: int) -> Label | None:
    """Return the fact that a line states, None where it states none."""
    start, end = lines.begins[index], lines.ends[index]
    # A copy in Markdown keeps its signs in the original alone.
    match = _LABEL.match(lines.text, start, min(end, start + 300))
    if match is None or match.end() >= end:
        return None
    while end > match.end() and lines.text[end - 1] in " *\u3000；;":
        end -= 1
    return Label(_FIELDS[match[1]], Span(match.end(), end))
