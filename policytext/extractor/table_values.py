"""The figure in a cell of a table: 2600, >80, 下降15%, 〔18〕, 15左右, 5—6.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> [(str(value.value), value.comparator, value.unit, value.change) for value in map(lambda text: parse_value(text, cues), (">80", "下降15%以上"))]
[('80', '>', '', ''), ('15', '>=', '%', 'decrease')]
>>> parse_value("第3批", cues), parse_value("2024.10.8", cues), parse_value("—", cues)
(None, None, None)
"""

from decimal import Decimal
from typing import NamedTuple

from policytext.extractor.cues import TargetCues
from policytext.text.amounts import normalize_decimal, parse_amount
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.shadow import fold_words

_LONGEST = 40  # characters of a cell with a figure
#: A figure, in some copies with a full stop for the decimal point.
_NUMBER = r"\d+(?:,\d{3})*(?:[.。]\d+)?"
_FIGURE = LazyPattern(rf"({_NUMBER})(?:%?\s*[-—–~～至]+\s*({_NUMBER}))?")
_OPENING, _CLOSING = "([〔", ")]〕"
#: Words before a figure that say nothing of it.
_PLAIN = ("达到", "达", "到", "至", "为", "年均", "累计", "保持在", "控制在", "稳定在", "实现", "每年")
_CAPPED = "控制在"
#: Signs before a figure: it has fallen or risen by so much.
_SIGNS = {"-": "decrease", "－": "decrease", "−": "decrease", "+": "increase", "＋": "increase"}
_MAX_UNIT = 6  # characters of a unit that no list has
_WORD = LazyPattern(r"[^\W\d]+(?:/[^\W\d]+)?$|[%‰]$")


class CellValue(NamedTuple):
    """A figure: its value, the upper end of a range, comparator, unit as written, change, and whether it is bracketed."""

    value: Decimal
    value_high: Decimal | None
    comparator: str
    unit: str
    change: str
    bracketed: bool


def parse_value(text: str, cues: TargetCues) -> CellValue | None:
    """Parse the figure that a cell holds; None if it has none, several, or words that are not understood."""
    words = "".join(fold_words(text).split())
    if not words or len(words) > _LONGEST:
        return None
    bracketed = words[0] in _OPENING and words[-1] in _CLOSING
    words = words[1:-1] if bracketed else words
    figure = _FIGURE.search(words)
    if figure is None:
        return None
    before = _read_before(words[: figure.start()], cues)
    # 20.5万元/: what a copy has lost of 万元/人.
    behind = _read_behind(words[figure.end() :].removesuffix("/"), cues)
    value = parse_amount(figure[1].replace("。", "."))
    high = parse_amount(figure[2].replace("。", ".")) if figure[2] else None
    if before is None or behind is None or value is None or (figure[2] and (high is None or high < value)):
        return None
    comparator, change = before
    unit, comparator_behind = behind
    comparator = "range" if high is not None else comparator_behind or comparator or "="
    return CellValue(normalize_decimal(value), high, comparator, unit, change, bracketed)


def _read_before(words: str, cues: TargetCues) -> tuple[str, str] | None:
    """Return the comparator and the change that the words before a figure say; None if some say something else."""
    if words in _SIGNS:
        return "", _SIGNS[words]
    comparator = change = ""
    while words:
        for size in range(len(words), 0, -1):
            word = words[:size]
            known = cues.comparators_before.get(word) or cues.cell_comparators.get(word)
            if known or word in _PLAIN or word in cues.increases or cues.changing.fullmatch(word):
                comparator = known or ("<=" if word == _CAPPED else comparator)
                if not known and word not in _PLAIN:
                    change = "increase" if word in cues.increases else "decrease"
                words = words[size:]
                break
        else:
            return None
    return comparator, change


def _read_behind(words: str, cues: TargetCues) -> tuple[str, str] | None:
    """Return the unit and the comparator behind a figure; None if there are other words."""
    limits = tuple(cues.comparators_behind)
    for size in range(len(words) + 1):
        unit, rest = words[: len(words) - size], words[len(words) - size :]
        if rest and rest not in cues.comparators_behind:
            continue
        bare = unit.lstrip("十百千万亿")
        known = not unit or not bare or cues.unit_at(bare, 0) == bare
        unlisted = len(unit) <= _MAX_UNIT and _WORD.match(unit) and not unit.endswith(limits)
        if known or unlisted:
            return unit, cues.comparators_behind.get(rest, "")
    return None
