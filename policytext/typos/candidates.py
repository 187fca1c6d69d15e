"""What might have been meant: replacements worth weighing, looked up by what stands there.

Only places where the model is surprised are asked. For each of their characters a list of those that sound or look alike
is at hand, for each two of them one of the words that sound alike. A candidate is kept if the model knows it together
with two neighbours; that takes one look-up in the table of n-grams, and leaves few.
"""

from typing import NamedTuple

import numpy as np

from policytext.typos.array_names import Levels, Numbers, Places, Symbols
from policytext.typos.confusables import FIRST
from policytext.typos.model import Model
from policytext.typos.ngrams import change, shifted
from policytext.typos.scanner import Scan
from policytext.typos.symbols import is_han

#: The mean log-probability of a place's neighbourhood below which it is asked: one character, two of them.
#: Of errors planted in official texts 98 in 100 are below the first, where 28 in 100 of all characters are.
SURPRISED = (-16.0, -17.0)
_AT_ONCE = 8_192  # places expanded together: their candidates fit into the cache


class Candidates(NamedTuple):
    """Replacements of the same length.

    Args:
        at: the first symbol replaced, in the scan.
        new: what would stand there, a row for each symbol.
        kind: how it is like what stands there; see ``training/confusables.py``.
    """

    at: Places
    new: Symbols
    kind: Levels


def surprise(scan: Scan) -> Numbers:
    """The mean log-probability of the neighbourhood of each symbol."""
    before, after = scan.around(1)
    return (before + after) / 2


def single_candidates(model: Model, scan: Scan, surprised: Numbers) -> Candidates:
    """One character for another.

    Args:
        model: the model.
        scan: the text.
        surprised: how probable each place is with what is around it.
    """
    start, to, kinds = model.confusable
    codes = scan.codes
    asked = np.flatnonzero(is_han(codes) & (surprised < SURPRISED[0]))
    kept = []
    for first in range(0, len(asked), _AT_ONCE):
        some = asked[first : first + _AT_ONCE]
        code = codes[some].astype(np.int64) - FIRST
        begin = start[code]
        rows, index = _expanded(begin, start[code + 1] - begin)
        at, new = some[rows], to[index]
        difference = change(codes[at], new)
        with np.errstate(over="ignore"):
            right = model.may_know(scan.windows[2][at] + shifted(difference, 1))
            left = model.may_know(scan.windows[2][at - 1] + difference)
        some_known = np.flatnonzero(left | right)
        at, new, difference, index = (
            at[some_known],
            new[some_known],
            difference[some_known],
            index[some_known],
        )
        left, right = left[some_known], right[some_known]
        known = np.zeros(len(at), np.bool_)
        for offset, asking in ((1, left & right), (0, right), (2, left)):
            places = np.flatnonzero(asking & ~known)
            with np.errstate(over="ignore"):
                found = scan.windows[3][at[places] - offset] + shifted(difference[places], 2 - offset)
            known[places] = model.levels(found, 3) > 0
        kept.append(Candidates(at[known], new[known][None], kinds[index[known]]))
    return _joined(kept, 1)


def pair_candidates(model: Model, scan: Scan, surprised: Numbers) -> Candidates:
    """A word of two characters for another that sounds alike, both characters different."""
    codes = scan.codes
    sounds_start, sounds = model.sounds
    count, word_start, words = model.homophones
    low = is_han(codes) & (surprised < SURPRISED[1])
    asked = np.flatnonzero(low[:-1] & low[1:])
    kept = []
    for first in range(0, len(asked), _AT_ONCE):
        at = asked[first : first + _AT_ONCE]
        sound: list[Places] = []
        rows = np.arange(len(at))
        for offset in (0, 1):
            code = codes[at[rows] + offset].astype(np.int64) - FIRST
            begin = sounds_start[code]
            again, index = _expanded(begin, sounds_start[code + 1] - begin)
            rows = rows[again]
            sound = [one[again] for one in sound] + [sounds[index].astype(np.int64)]
        key = sound[0] * count + sound[1]
        again, index = _expanded(word_start[key], word_start[key + 1] - word_start[key])
        at, new = at[rows[again]], words[:, index]
        other = (codes[at] != new[0]) & (codes[at + 1] != new[1])
        at, new = at[other], new[:, other]
        changed = [change(codes[at + offset], new[offset]) for offset in (0, 1)]
        with np.errstate(over="ignore"):
            left = scan.windows[3][at - 1] + shifted(changed[0], 1) + changed[1]
            right = scan.windows[3][at] + shifted(changed[0], 2) + shifted(changed[1], 1)
        known = (model.levels(left, 3) > 0) | (model.levels(right, 3) > 0)
        kept.append(Candidates(at[known], new[:, known], np.full(int(known.sum()), TWO, np.uint8)))
    return _joined(kept, 2)


#: The kind of a whole word that sounds alike.
TWO = 8


def _expanded(begin: Places, sizes: Places) -> tuple[Places, Places]:
    """For each of some ranges its number, as often as it is long, and the numbers in it."""
    rows = np.repeat(np.arange(len(sizes)), sizes)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return rows, begin[rows] + within


def _joined(kept: list[Candidates], span: int) -> Candidates:
    if not kept:
        return Candidates(np.zeros(0, np.int64), np.zeros((span, 0), np.uint16), np.zeros(0, np.uint8))
    at, new, kind = (list(column) for column in zip(*kept, strict=True))
    return Candidates(np.concatenate(at), np.concatenate(new, axis=1), np.concatenate(kind))
