"""Tables whose cells were copied one a line: a head of known words, then rows of as many lines.

>>> text = "序号\\n指标\\n2030年\\n属性\\n1\\n养老床位\\n2600\\n预期性\\n2\\n普及率\\n95%\\n约束性\\n加快发展。\\n"
>>> [[cell.text for cell in row] for row in find_listed_tables(text)[0].rows()][1:]
[['1', '养老床位', '2600', '预期性'], ['2', '普及率', '95%', '约束性']]
>>> find_listed_tables("指标\\n任务\\n加快发展。\\n")
[]
"""

from collections.abc import Iterator, Sequence

from policytext.model.document import Cell, Span, Table
from policytext.model.records import NamedTuple
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.pinyin import TONES
from policytext.text.shadow import fold_words

#: The words of a head by what their column holds, as plans of all levels write them.
_HEAD_WORDS = {
    "number": r"序号|编号",
    "category": r"类别|类型|领域|方面|指标类别|一级指标",
    "name": r"指标|指标名称|主要指标|核心指标|具体指标|二级指标|项目|项目名称|名称|任务|主要任务|重点任务|工作任务|事项|内容",
    "unit": r"单位|计量单位",
    "value": (
        r"(?:19|20)\d\d年?(?:[(（]?(?:实际|现状|基期|基准|目标|规划|预期|累计|完成)值?[)）]?)?"
        r"|(?:预期|目标|规划|现状|基期|基准|完成|实际)值?|(?:预期|年度|全年|计划)目标|(?:实际|目标)?完成(?:情况|值)?|[〔(（\[]?累计[〕)）\]]?\d?"
        r"|年均(?:增速?|增幅|增长率?)?(?:[(（〔].{1,6}[)）〕])?|“?十[一二三四]?五”?(?:目标|末|时期)?"
    ),
    "kind": r"属性|指标属性|性质|指标性质",
    "actor": r"(?:责任|牵头|配合|负责|实施|主管|协办|承办)(?:单位|部门)",
    "date": r"完成时限|时限|完成时间|时间|时间节点|进度",
    "note": r"备注",
}
_HEAD = {role: LazyPattern(f"(?:{words})$") for role, words in _HEAD_WORDS.items()}
_GAP = r"[ \u3000]*"
_NOUNS = ("序号", "类别", "领域", "指标", "主要指标", "核心指标", "具体指标", "指标名称", "指标类别", "项目", "项目名称",
          "任务", "主要任务", "重点任务", "工作任务")  # fmt: skip
#: The characters of these words that Traditional texts write otherwise.
_TRADITIONAL = dict(zip("号类别领标项务", "號類別領標項務", strict=True))


def _either(signs: str) -> str:
    """Return characters of both scripts."""
    return signs + "".join(_TRADITIONAL.get(sign, "") for sign in signs)


#: A line that such a head may begin with. The engine finds line ends, of which there are few, faster than a choice.
_OPENING = LazyPattern(
    f"(?m)\n[ \t\u3000\xa0]*+(?=[{_either(''.join(sorted({noun[0] for noun in _NOUNS})))}])"
    f"(?:{'|'.join(_GAP.join(f'[{_either(sign)}]' for sign in noun) for noun in _NOUNS)})[ \t\u3000|\r]*$"
)
_LINE = LazyPattern(r"[^\r\n]*")
#: 指标(biāo), as some copies have it.
_PINYIN = LazyPattern(rf"\([a-zü]{{0,5}}[{TONES}][a-zü]{{0,4}}\)")
_SPACES = " \t\u3000\xa0"
_KIND_WORD = LazyPattern(r"(?:约束|预期)性$")
_KIND = LazyPattern(r"(?:约束|预期|指导|引导)性?$|[-—－/]$|$")
#: A value: a figure with few words around it, a dash (which a scan may read as 一), or a few words (持续改善).
_VALUE = LazyPattern(r"[^\d]{0,8}\d[\d.,。．，％%]*[^\d]{0,6}$|[-—－–/一]*$|[\u4e00-\u9fff]{2,10}$")
_DIGIT = LazyPattern(r"\d")
_NUMBERED = LazyPattern(r"\d{1,2}[.、．]|[一二三四五六七八九十]{1,3}、")  # the name of a row
_NUMBERED_NAME = LazyPattern(r"(?:\d{1,2}[.、．]|[一二三四五六七八九十]{1,3}、)[\u4e00-\u9fff]{2}")
_DASH = LazyPattern(r"[-—－–/]+$|$")
_MIN_HEAD, _MAX_HEAD = 3, 12  # columns
_MAX_GROUPS = 3  # lines between two rows that name a group of them
_LONGEST_CELL = 60  # characters
_MAX_BLANK = 2  # blank lines between two cells


def find_head_role(words: str) -> str | None:
    """Return what a column holds by the words of its head, None for other words.

    >>> find_head_role("2030年"), find_head_role("养老床位")
    ('value', None)
    """
    return next((role for role, known in _HEAD.items() if known.match(words)), None)


class _Line(NamedTuple):
    """A line that holds one cell: its span without spaces and the bar at its end, and its words without spaces."""

    span: Span
    words: str
    blank: int


def find_listed_tables(text: str) -> list[Table]:
    """Find the tables with one cell a line whose rows fit their head, in reading order."""
    tables: list[Table] = []
    done = 0
    for opening in _OPENING.finditer("\n" + text):
        line = opening.start()  # of the text without the line end before it
        if line < done:
            continue
        table = _read_table(text, _read_lines(text, line)) or _read_table(
            text, _join_lines(_read_lines(text, line))
        )
        if table is not None:
            tables.append(table)
            done = table.span[1]
    return tables


def _read_lines(text: str, at: int) -> Iterator[_Line]:
    """Yield the lines from an offset on that may be cells, until one can't be."""
    blank = 0
    while at < len(text):
        found = _LINE.match(text, at)
        end = found.end() if found else len(text)
        start, last = at, end
        at = end + (2 if text.startswith("\r\n", end) else 1)
        while start < last and text[start] in _SPACES:
            start += 1
        while last > start and text[last - 1] in _SPACES:
            last -= 1
        barred = last > start and text[last - 1] in "|｜"
        if barred:
            last -= 1
            while last > start and text[last - 1] in _SPACES:
                last -= 1
        if start == last and not barred:
            blank += 1
            if blank > _MAX_BLANK:
                return
            continue
        if last - start > _LONGEST_CELL or text[last - 1 : last] in "。；":
            return
        words = _PINYIN.compiled.sub("", fold_words("".join(text[start:last].split())))
        yield _Line(Span(start, last), words, blank)
        blank = 0


def _join_lines(lines: Iterator[_Line]) -> Iterator[_Line]:
    """Yield the cells of a copy with a blank line between two cells, of which some have several lines."""
    cell: _Line | None = None
    for line in lines:
        if cell is not None and not line.blank:
            cell = _Line(Span(cell.span[0], line.span[1]), cell.words + line.words, cell.blank)
            continue
        if cell is not None:
            yield cell
        cell = line
    if cell is not None:
        yield cell


def _read_table(text: str, lines: Iterator[_Line]) -> Table | None:
    head: list[_Line] = []
    roles: list[str] = []
    first: _Line | None = None
    for line in lines:
        role = find_head_role(line.words)
        if role is None or len(head) > _MAX_HEAD:
            first = line
            break
        head.append(line)
        roles.append(role)
    if first is None or len(head) < _MIN_HEAD or "name" not in roles:
        return None
    rows = list(_read_rows(_Reader(lines, first), roles))
    filled = [row for row in rows if len(row) > 1]
    if not filled or not ("value" in roles or len(filled) > 1):
        return None
    while len(rows[-1]) == 1:  # the heading after the table
        rows.pop()
    return _build_table(text, [head, *rows], roles)


class _Reader:
    """The lines of a table's body, with a view ahead."""

    def __init__(self, lines: Iterator[_Line], first: _Line) -> None:
        self._lines = lines
        self._ahead = [first]

    def peek(self, count: int) -> list[_Line]:
        """Return the next lines, fewer at the end."""
        while len(self._ahead) < count:
            line = next(self._lines, None)
            if line is None:
                break
            self._ahead.append(line)
        return self._ahead[:count]

    def take(self, count: int) -> list[_Line]:
        """Take the next lines."""
        taken, self._ahead = self._ahead[:count], self._ahead[count:]
        return taken


def _read_rows(reader: _Reader, roles: Sequence[str]) -> Iterator[Sequence[_Line | None]]:
    """Yield the rows: full ones, or a single line that names the group of rows below it."""
    groups, number = 0, 1
    while ahead := reader.peek(len(roles)):
        if row := _find_row(ahead, roles, number):
            groups = 0
            number += 1
            reader.take(sum(cell is not None for cell in row))
            yield row
        elif groups < _MAX_GROUPS and not _DASH.match(ahead[0].words) and len(ahead[0].words) > 1:
            groups += 1
            yield reader.take(1)
        else:
            return


def _find_row(ahead: Sequence[_Line], roles: Sequence[str], number: int) -> Sequence[_Line | None]:
    """Return the cells of the next row, none where no row fits.

    An empty note at its end has no line, and a category that several rows share has one line only.
    """
    if _fits(ahead, roles, number) and not (roles[-1] == "note" and _NUMBERED.match(ahead[-1].words)):
        return ahead
    cells = ahead[: len(roles) - 1]
    if len(roles) <= _MIN_HEAD:
        return ()
    if roles[-1] == "note" and _fits(cells, roles[:-1], number):
        return [*cells, None]
    return [None, *cells] if roles[0] == "category" and _fits(cells, roles[1:], number) else ()


def _fits(cells: Sequence[_Line], roles: Sequence[str], number: int) -> bool:
    """Return whether as many lines as the head has can be a row."""
    if len(cells) < len(roles):
        return False
    values = 0
    for cell, role in zip(cells, roles, strict=True):
        words = cell.words
        if role == "number":
            if words.rstrip("、.．") != str(number):
                return False
        elif role == "value":
            if not _VALUE.match(words) or _KIND_WORD.match(words) or _NUMBERED_NAME.match(words):
                return False
            values += bool(_DIGIT.search(words))
        elif role == "kind":
            if not _KIND.match(words):
                return False
        elif role == "name" and (_DASH.match(words) or words.isdecimal()):
            return False
    return values > 0 or "value" not in roles


def _build_table(text: str, rows: Sequence[Sequence[_Line | None]], roles: Sequence[str]) -> Table:
    cells = [
        Cell(
            text[line.span[0] : line.span[1]], line.span, number, column, 1, 1 if len(row) > 1 else len(roles)
        )
        for number, row in enumerate(rows)
        for column, line in enumerate(row)
        if line is not None
    ]
    return Table(Span(cells[0].span[0], cells[-1].span[1]), tuple(cells))
