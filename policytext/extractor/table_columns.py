"""The columns of a table and what each holds, read off the words of its head.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.outliner.text_tables import find_tables
>>> from policytext.rulebook.packs import load_rules
>>> (table,) = find_tables("指标 | 单位 | 2025年（基期） | 2030年\\n床位 | 张 | 1200 | 2600\\n")
>>> head = read_head(table.rows(), load_cues(load_rules()[0]))
>>> head.rows, [(column.role, column.year) for column in head.columns]
(1, [('name', None), ('unit', None), ('baseline', 2025), ('value', 2030)])
"""

from collections.abc import Sequence
from typing import NamedTuple

from policytext.extractor.cues import TargetCues
from policytext.model.document import Cell
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.shadow import fold_words

Row = Sequence[Cell | None]

_MAX_HEAD = 3  # rows
_LONGEST_HEAD = 24  # characters of a head's words
_YEAR = LazyPattern(r"((?:19|20)\d\d)年?(?!\d)")
_PLAN = LazyPattern(r"“?十([一二三四五六七八九])五”?(?:末|时期|期间|期末|规划)?")
_BRACKET = LazyPattern(r"[(\[〔]([^()\[\]〔〕]{1,12})[)\]〕]")
_NOTE_MARK = LazyPattern(r"(?<=[^\W\d])\d$|[*＊]+$")
_MEASURED = LazyPattern("(完成|实际|计划|目标)[^完成计划]{0,4}(?:面积|数量?|金额|总?额|人数|里程|产量)$")
_DIGIT = LazyPattern(r"\d")
#: Roles of columns with figures, and of those with tasks and who is responsible for them.
VALUES = frozenset(("value", "target", "baseline", "achieved", "growth", "total", "share"))


class Column(NamedTuple):
    """A column.

    Args:
        role: what it holds: a key of the list `table-columns`; "value" for a year alone; empty if unknown.
        year: the year that its head names, or None.
        plan: the number of the five-year plan that its head names, or empty.
        unit: the unit in brackets behind its head, or empty.
        head: the cell that names it, None without one.
    """

    role: str
    year: int | None
    plan: str
    unit: str
    head: Cell | None


class Head(NamedTuple):
    """The head of a table: how many rows it has, and the columns."""

    rows: int
    columns: tuple[Column, ...]

    def find(self, *roles: str) -> list[int]:
        """Return the indexes of the columns with one of some roles."""
        return [index for index, column in enumerate(self.columns) if column.role in roles]


def read_head(rows: Sequence[Row], cues: TargetCues) -> Head | None:
    """Read the head of a table; None if its first row has not two columns with known words."""
    read: list[list[Column]] = []
    for row in rows[:_MAX_HEAD]:
        columns = [_read_column(cell, cues) for cell in row]
        known = {column.head.span for column in columns if column.head and column.role}
        if not _is_head(row, columns, first=not read) or (not read and len(known) < 2):
            break
        read.append(columns)
    if not read:
        return None
    return Head(len(read), tuple(_merge(cells) for cells in zip(*read, strict=True)))


def _is_head(row: Row, columns: Sequence[Column], first: bool) -> bool:
    """Return whether a row is one of the head: no figures but years, and in the rows below the first only known words."""
    cells = {cell.span: column for cell, column in zip(row, columns, strict=True) if cell and cell.text}
    if any(not column.role and _DIGIT.search(_text(column)) for column in cells.values()):
        return False
    return first or (len(cells) > 1 and all(column.role for column in cells.values()))


def _text(column: Column) -> str:
    return column.head.text if column.head else ""


def _read_column(cell: Cell | None, cues: TargetCues) -> Column:
    if cell is None or len(cell.text) > _LONGEST_HEAD:
        return Column("", None, "", "", cell)
    words = "".join(fold_words(cell.text).split())
    brackets = _BRACKET.findall(words)
    unit = next((inside for inside in brackets if _is_unit(inside, cues)), "")
    bare = _BRACKET.sub("", words)
    inside = "".join(brackets)
    year, plan = _YEAR.search(bare) or _YEAR.search(inside), _PLAN.search(bare)
    bare = _PLAN.sub("", _YEAR.sub("", bare), count=1) if not bare.isdigit() or year else bare
    role = _find_role(_NOTE_MARK.sub("", bare), cues) or _find_role(_YEAR.sub("", inside), cues)
    if not bare and not role and (year or plan):
        role = "value"
    return Column(role, int(year[1]) if year else None, plan[1] if plan else "", unit, cell)


def _is_unit(words: str, cues: TargetCues) -> bool:
    bare = words.lstrip("十百千万亿")
    return bool(bare) and (words in ("%", "‰") or cues.unit_at(bare, 0) == bare or "/" in words)


def _find_role(words: str, cues: TargetCues) -> str:
    """Return the role of the longest known word at the end: 责任单位 of 市级责任单位, and not 单位."""
    for start in range(len(words)):
        if role := cues.table_columns.get(words[start:]):
            return role
    # 全部完成面积, 计划投资额
    known = _MEASURED.search(words)
    return {"完成": "achieved", "实际": "achieved"}.get(known[1], "target") if known else ""


def _merge(cells: Sequence[Column]) -> Column:
    """Merge what the rows of a head say of one column: 2030年 above 目标; the lower word is the narrower one."""
    merged = cells[0]
    for column in cells[1:]:
        if column.head == merged.head:
            continue
        role = column.role if column.role not in ("", "value") else merged.role or column.role
        merged = Column(
            "value" if role in ("value", "") and column.role == "value" else role,
            column.year or merged.year,
            column.plan or merged.plan,
            column.unit or merged.unit,
            column.head or merged.head,
        )
    return merged
