"""Tables whose rows were copied as running text: a name, its figures, and single spaces between them.

The rows stand on lines of their own or one behind the other. Each has as many figures as the others; the words of a
head are read where they stand directly before. Fewer rows than three, or rows of different shapes, are no table.

>>> text = "指标 2030年 2035年\\n入园率（%） 56.6 65\\n巩固率（%） 89.7 93\\n在校生（万人） 310.5 335\\n"
>>> [[cell.text for cell in row] for row in find_spaced_tables(text)[0].rows()][:2]
[['指标', '2030年', '2035年'], ['入园率（%）', '56.6', '65']]
>>> text = "1 入园率 % 56.6 65 2 巩固率 % 89.7 93 3 在校生 万人 310.5 335"
>>> [[cell.text for cell in row] for row in find_spaced_tables(text)[0].rows()][1]
['2', '巩固率', '%', '89.7', '93']
>>> find_spaced_tables("2030 年 1 月 5 日\\n电话 123 456\\n")
[]
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from policytext.model.document import Cell, Span, Table
from policytext.model.records import NamedTuple
from policytext.outliner.listed_tables import find_head_role
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.shadow import fold_words

#: A figure behind a figure: what every such row has. The space comes first, because the engine finds it fast.
_TWO_FIGURES = LazyPattern(
    r"[ \t](?<=[\d%％)）〕\]人个個张張元亩吨家件户所条项里米点台套万亿].)(?=[><≥≤＞＜〔［\[(（]?[-－]?\d)"
)
_TOKEN = LazyPattern(r"[^ \u3000\n\r\t]+")
_VALUE = LazyPattern(
    r"[><≥≤＞＜约]?[〔［\[(（]?[><≥≤＞＜]?[-－]?\d[\d,.，．]*[%％‰]?(?:[—–~～-]\d[\d.]*[%％‰]?)?[\u4e00-\u9fff]{0,4}[〕］\])）]?$"
    r"|[—－–/-]{1,3}$"
)
#: A name or a kind without a space between it and a figure.
_GLUED = (
    LazyPattern(r"([^\d].*[\u4e00-\u9fff）)])([><≥≤＞＜]?\d[\d,.]*[%％]?)$"),
    LazyPattern(r"([><≥≤＞＜]?\d[\d,.]*[%％]?)([\u4e00-\u9fff]{4}.*|约束性|预期性)$"),
)
_KIND = LazyPattern(r"(?:约束|預期|预期|約束|指导|指導|引导|引導)性?$")
_NAME = LazyPattern(r"(?=.*[\u4e00-\u9fff]{2})[^\d。；;！？|][^。；;！？|]{1,39}$")
_UNIT = LazyPattern(r"[%％‰]|[\u4e00-\u9fff/·]{1,8}$")
#: The rest of a figure whose thousands a space sets apart (31 000), or the number of the next row (2.).
_BROKEN = LazyPattern(r"0\d|\d+\.$|\(\d\)$")
_NUMBER = LazyPattern(r"(\d{1,2})[.、．]?$")
_FEWEST_ROWS = 3
_MOST_VALUES = 6
_LONGEST_LINE = 20_000


class _Token(NamedTuple):
    """A word between spaces, and what it may be: value, kind, name, or a number as well as a value."""

    span: Span
    words: str
    role: str


class _Row(NamedTuple):
    """A row: the place of its first word, and its cells: number if it has one, name, unit, figures, and kind."""

    place: int
    cells: tuple[_Token, ...]

    @property
    def shape(self) -> tuple[str, ...]:
        """The roles of its cells."""
        return tuple(cell.role for cell in self.cells)


def find_spaced_tables(text: str) -> list[Table]:
    """Find the tables whose rows are running text, in reading order.

    Args:
        text: the text.
    """
    tables = []
    for lines in _find_candidates(text):
        tokens = [token for line in lines for token in _read_tokens(text, line)]
        for _, group in groupby(_read_rows(tokens), key=lambda row: row.shape):
            run = list(group)
            if _is_table(run):
                tables.append(_build_table(text, _find_head(tokens, run[0]), run))
    return tables


def _is_table(rows: Sequence[_Row]) -> bool:
    """Return whether rows of one shape are a table: enough of them, each with a name of its own, and whole figures."""
    names = {cell.words for row in rows for cell in row.cells if cell.role == "name"}
    return (
        len(rows) >= _FEWEST_ROWS
        and len(names) == len(rows)
        and not any(_BROKEN.match(cell.words) for row in rows for cell in row.cells if cell.role == "value")
    )


def _find_candidates(text: str) -> Iterator[list[Span]]:
    """Yield adjacent lines with two figures side by side, with the line before, which may be the head."""
    found: list[Span] = []
    at = 0
    while match := _TWO_FIGURES.search(text, at):
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end())
        end = end if end >= 0 else len(text)
        at = end
        if end - start > _LONGEST_LINE:
            continue
        if found and text[found[-1][1] : start].strip():
            yield found
            found = []
        if not found:
            before = text.rfind("\n", 0, max(start - 1, 0)) + 1
            found = [Span(before, max(start - 1, before))]
        found.append(Span(start, end))
    if found:
        yield found


def _read_tokens(text: str, line: Span) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text, *line):
        glued = next((found for pattern in _GLUED if (found := pattern.match(match[0]))), None)
        if glued is None or find_head_role(match[0]):
            yield _read_token(match[0], match.start())
        else:
            yield _read_token(glued[1], match.start())
            yield _read_token(glued[2], match.start() + glued.start(2))


def _read_token(written: str, start: int) -> _Token:
    words = fold_words(written)
    role = "value" if _VALUE.match(words) and not find_head_role(words) else ""
    role = role or ("kind" if _KIND.match(words) else "name" if _NAME.match(words) else "")
    return _Token(Span(start, start + len(written)), words, role)


def _read_rows(tokens: Sequence[_Token]) -> Iterator[_Row]:
    """Yield the rows: a name that no value precedes directly, perhaps a unit, two values or more, perhaps a kind."""
    names = [at for at, token in enumerate(tokens) if _begins_row(tokens, at)]
    number = _count_rows_before(tokens, names)
    for place, at in enumerate(names):
        limit = names[place + 1] if place + 1 < len(names) else len(tokens)
        unit = tokens[at + 1].role != "value"
        end = at + 1 + unit
        while end < limit and tokens[end].role == "value":
            end += 1
        if (
            number is not None
            and place + 1 < len(names)
            and tokens[end - 1].words.rstrip(".、．") == str(number + place + 1)
        ):
            end -= 1  # the number of the next row
        values = tokens[at + 1 + unit : end]
        if not 2 <= len(values) <= _MOST_VALUES:
            continue
        cells = [tokens[at]._replace(role="name")]
        if number is not None:
            cells.insert(0, tokens[at - 1]._replace(role="number"))
        if unit:
            cells.append(tokens[at + 1]._replace(role="unit"))
        cells += values
        if end < limit and tokens[end].role == "kind":
            cells.append(tokens[end])
        yield _Row(at - (number is not None), tuple(cells))


def _begins_row(tokens: Sequence[_Token], at: int) -> bool:
    """Return whether a word is the name of a row: behind it two figures, or a unit and two figures."""
    if tokens[at].role != "name" or find_head_role(tokens[at].words):
        return False
    if _has_values(tokens, at + 1):
        # The word before the figures may be the unit of the name before it.
        return not (at and _UNIT.match(tokens[at].words) and _has_unit(tokens, at - 1))
    return _has_unit(tokens, at)


def _has_values(tokens: Sequence[_Token], at: int) -> bool:
    return [token.role for token in tokens[at : at + 2]] == ["value", "value"]


def _has_unit(tokens: Sequence[_Token], at: int) -> bool:
    """Return whether a word is a name with its unit and two figures behind it."""
    if tokens[at].role != "name" or find_head_role(tokens[at].words) or not _has_values(tokens, at + 2):
        return False
    unit = tokens[at + 1]
    return unit.role != "value" and bool(_UNIT.match(unit.words)) and len(unit.words) <= len(tokens[at].words)


def _count_rows_before(tokens: Sequence[_Token], names: Sequence[int]) -> int | None:
    """Return the number of the first row where all rows are numbered in order, else None."""
    if not names or not names[0]:
        return None
    first = _NUMBER.match(tokens[names[0] - 1].words)
    if first is None:
        return None
    numbers = (_NUMBER.match(tokens[at - 1].words) for at in names)
    counted = all(number and int(number[1]) == int(first[1]) + place for place, number in enumerate(numbers))
    return int(first[1]) if counted else None


def _find_head(tokens: Sequence[_Token], first: _Row) -> list[_Token]:
    """Return the words of a head directly before the first row, if they are as many as its cells."""
    count = len(first.cells)
    head = list(tokens[max(first.place - count, 0) : first.place])
    return head if len(head) == count and all(find_head_role(token.words) for token in head) else []


def _build_table(text: str, head: Sequence[_Token], rows: Sequence[_Row]) -> Table:
    lines = [list(head)] if head else []
    lines += [list(row.cells) for row in rows]
    cells = [
        Cell(text[token.span[0] : token.span[1]], token.span, row, column)
        for row, line in enumerate(lines)
        for column, token in enumerate(line)
    ]
    return Table(Span(cells[0].span[0], cells[-1].span[1]), tuple(cells))
