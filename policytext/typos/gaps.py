"""Missing and extra characters: candidates of a text with their features, and the probability of each.

``gaps.tsv`` has a weight for each feature, fitted by ``python -m training.gaps`` on characters that were left out, typed
twice or put in by chance in official texts.

>>> sorted(load_weights()) == ["extra", "missing"] and len(load_weights()["extra"]) == len(NAMES) + 2
True
"""

import os
from functools import cache
from math import exp
from typing import Literal

from policytext.model.records import NamedTuple
from policytext.tokenizer.word_table import Script, load_table
from policytext.tokenizer.written_words import compute_gain
from policytext.typos.array_names import Features, Floats, Indices
from policytext.typos.features import Repeats
from policytext.typos.gap_candidates import find_extra, find_missing
from policytext.typos.gap_features import MINIMUM_GAIN, NAMES, compute_gap_features, select_best
from policytext.typos.phrase_hashing import OPTIONAL_CHARACTERS
from policytext.typos.protected_words import is_protected_change
from policytext.typos.scanner import Scan

Kind = Literal["missing", "extra"]
WEIGHTS_PATH = os.path.join(os.path.dirname(__file__), "gaps.tsv")
# Characters that a sentence may have or lack as the author means it: 房屋（新）所有权人, 应（当）, 或（者）.
_FREE = frozenset(
    OPTIONAL_CHARACTERS + "新原暂后均仅亦已曾将再又也都还只就才正全总共先须能会而则即若如所之某本自由得"
)
_FREE_ENDS = {"当": "应", "者": "或", "及": "以", "然": "仍", "经": "已", "以": "可"}
_REPEATS = NAMES.index("repeats_3_least")
_ALONE = frozenset("的有以定作为為在经經由对對向从從于於")
_LEAST_WORDS, _MOST_WORDS = -10.0, 25.0


class Gap(NamedTuple):
    """A character that may be missing or one too many.

    Args:
        kind: Which of both.
        start, end: The offsets of its two neighbours, or of an extra character and the one before it.
        new: What is read there with one character more or less.
        character: The missing or extra character.
        row: Its features, in the order of `NAMES`.
    """

    kind: Kind
    start: int
    end: int
    new: str
    character: str
    row: Floats


def find_gaps(shadow: str, scan: Scan, repeats: Repeats, places: Indices, shift: int) -> list[Gap]:
    """Find the candidates of a scan that gain enough.

    Args:
        shadow: The folded text.
        scan: A part of it.
        repeats: The counts of its n-grams.
        places: The offset of each symbol of the text.
        shift: The index in the text of the scan's first symbol.
    """
    extra = find_extra(scan)
    found: list[Gap] = []
    if len(extra):
        rows = compute_gap_features(scan, extra, None, repeats)
        found += _make_gaps("extra", extra, rows, shadow, scan, places, shift)
    at, new = find_missing(scan)
    if len(at):
        rows = compute_gap_features(scan, at, new, repeats)
        enough = rows[:, 0] > MINIMUM_GAIN
        at, new, rows = select_best(at[enough], new[enough], rows[enough])
        found += _make_gaps("missing", at, rows, shadow, scan, places, shift, [*map(chr, new.tolist())])
    return found


def _make_gaps(
    kind: Kind,
    at: Indices,
    rows: Features,
    shadow: str,
    scan: Scan,
    places: Indices,
    shift: int,
    new: list[str] | None = None,
) -> list[Gap]:
    found: list[Gap] = []
    for number, (index, row) in enumerate(zip((at + shift).tolist(), rows, strict=True)):
        if row[0] <= MINIMUM_GAIN or not 0 < index < len(places):
            continue
        first, last = int(places[index - 1]), int(places[index])
        # Not across blanks; other rules report a Traditional character in a Simplified text.
        if last - first != 1 or any(
            ord(shadow[places[i]]) != scan.codes[i - shift] for i in (index - 1, index)
        ):
            continue
        character = shadow[last] if new is None else new[number]
        words = shadow[first] if new is None else shadow[first] + character + shadow[last]
        found.append(Gap(kind, first, last + 1, words, character, row))
    return found


def weigh_gap(gap: Gap, text: str, shadow: str, script: Script) -> float:
    """Return the probability that a character is missing or extra; 0 where only the author can know.

    Args:
        gap: The candidate.
        text: The text.
        shadow: The folded text.
        script: The script of the words.
    """
    start, end, new = gap.start, gap.end, gap.new
    first = start + 1 if gap.kind == "extra" else start
    # What a document repeats is no typo.
    if (
        gap.row[_REPEATS] > 1
        or _is_free(gap, shadow)
        or _joins_words(gap, text if script == "hant" else shadow, script)
        or is_protected_change(shadow, first, end, "" if gap.kind == "extra" else new)
    ):
        return 0.0
    row = [*gap.row.tolist(), compute_word_gain(gap, text, shadow, script)]
    base, *weights = load_weights()[gap.kind]
    odds = base + sum(weight * value for weight, value in zip(weights, row, strict=True))
    return 1 / (1 + exp(-max(min(odds, 50.0), -50.0)))


def _is_free(gap: Gap, shadow: str) -> bool:
    """Return whether the text means something else without the character, or the same with it."""
    character = gap.character
    if gap.kind == "extra":
        return character in _FREE and character not in (shadow[gap.start], shadow[gap.end : gap.end + 1])
    return character in _FREE or shadow[gap.start] == _FREE_ENDS.get(character)


def _joins_words(gap: Gap, text: str, script: Script) -> bool:
    """Return whether a doubled character ends one word and begins the next: 市场|场内, 目的|的, 其他经|经济部."""
    if gap.kind == "missing" or text[gap.start] != text[gap.end - 1]:
        return False
    before, after = text[max(gap.start - 2, 0) : gap.start + 1], text[gap.end - 1 : gap.end + 2]
    table, character = load_table(script), text[gap.start]
    ends = any(table.get_score(before[-size:]) is not None for size in (2, 3))
    begins = any(table.get_score(after[:size]) is not None for size in (2, 3))
    return (ends and (begins or character in _ALONE)) or (begins and character in _ALONE)


def compute_word_gain(gap: Gap, text: str, shadow: str, script: Script) -> float:
    """Return how much more probable the words around are with one character more or less."""
    start, end, new, written = gap.start, gap.end, gap.new, shadow
    if script == "hant":
        written, new = text, write_in_script(gap, text)
    return min(max(compute_gain(written, start, end, new, script), _LEAST_WORDS), _MOST_WORDS)


def write_in_script(gap: Gap, text: str) -> str:
    """Return what is read at a gap of a Traditional text: its own characters, and the missing one in Traditional form."""
    if gap.kind == "extra":
        return text[gap.start]
    from policytext.text.script import to_traditional

    return text[gap.start] + to_traditional(gap.new)[1:-1] + text[gap.end - 1]


@cache
def load_weights() -> dict[Kind, list[float]]:
    """Load for each kind the log-odds without any evidence, and the weight of each feature."""
    with open(WEIGHTS_PATH, encoding="utf-8") as lines:
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert [row[0] for row in rows[1:]] == ["base", *NAMES, "words"]
    return {"missing": [float(row[1]) for row in rows[1:]], "extra": [float(row[2]) for row in rows[1:]]}
