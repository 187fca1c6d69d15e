"""Places where a character may be missing, or one too many: what the language model finds improbable on both sides.

A missing character is one that the model knows between its two neighbours and beside the next ones; a character is extra if
its neighbours are known together without it.
"""

import numpy as np

from policytext.typos.array_names import Flags, Floats, Hashes, Indices, Symbols
from policytext.typos.model import Model
from policytext.typos.ngrams import ORDER, hash_windows
from policytext.typos.scanner import Scan
from policytext.typos.symbols import is_han

#: The symbols on either side that a gap affects, and those that these depend on.
SIDE = 2 * (ORDER - 1)
# The mean log-probability of the two symbols at a gap, and of those around an extra character, in nats.
_MOST_AT_GAP, _MOST_AROUND_EXTRA, _MOST_AROUND_DOUBLED = -7.5, -17.0, -8.0
_MOST_LEVEL = 8  # of a bigram with a gap
_BATCH = 512  # gaps filled together
# The numbers of symbols before and behind a missing character in the windows that the model must know.
_AROUND = ((1, 1), (2, 0), (0, 2))
_FEW = 1_000  # fillings whose windows are looked up together


def find_extra(scan: Scan) -> Indices:
    """Find the characters that may be one too many, by their index in the scan."""
    codes = scan.codes
    before, after = scan.forward.copy(), scan.backward.copy()
    before[:-1] += scan.forward[1:]
    after[1:] += scan.backward[:-1]
    mean = (before + after) / 2
    doubled = np.zeros(len(codes), np.bool_)
    doubled[1:] = codes[1:] == codes[:-1]
    likely = (mean < _MOST_AROUND_EXTRA) | (doubled & (mean < _MOST_AROUND_DOUBLED))
    at = np.flatnonzero(likely & _is_inside(codes) & _shift(is_han(codes), -1))
    if not len(at):
        return at
    together = hash_windows(np.stack((codes[at - 1], codes[at + 1])), 2)[2][0]
    found: Indices = at[scan.model.levels(together, 2) > 1]
    return found


def find_missing(scan: Scan) -> tuple[Indices, Symbols]:
    """Find the characters that may be missing, and the index in the scan of the symbol behind each."""
    model, codes = scan.model, scan.codes
    mean: Floats = np.zeros(len(codes))
    mean[1:] = (scan.forward[1:] + scan.backward[:-1]) / 2
    levels = np.zeros(len(codes), np.uint8)
    levels[1:] = scan.levels[2][:-1]
    gaps = np.flatnonzero((mean < _MOST_AT_GAP) & (levels <= _MOST_LEVEL) & _is_inside(codes))
    found = [_fill(model, codes, gaps[first : first + _BATCH]) for first in range(0, len(gaps), _BATCH)]
    if not found:
        return gaps, np.zeros(0, np.uint16)
    places, characters = zip(*found, strict=True)
    return np.concatenate(places), np.concatenate(characters)


def _shift(flags: Flags, offset: int) -> Flags:
    """Return the flags moved by one, with nothing at the end that becomes free."""
    moved = np.zeros_like(flags)
    if offset > 0:
        moved[1:] = flags[:-1]
    else:
        moved[:-1] = flags[1:]
    return moved


def _is_inside(codes: Symbols) -> Flags:
    """Return which symbols are Chinese characters behind another one, with enough symbols on either side."""
    han = is_han(codes)
    inside: Flags = han & _shift(han, 1)
    inside[: SIDE + 2] = False
    inside[len(codes) - SIDE - 2 :] = False
    return inside


def _fill(model: Model, codes: Symbols, gaps: Indices) -> tuple[Indices, Symbols]:
    """Return the characters that may fill gaps, each with the index of its gap."""
    characters = model.frequent_characters
    count = len(characters)
    # The filter lets few bigrams before a gap pass, so that those behind it are few.
    fillings = np.tile(characters, len(gaps))
    left = hash_windows(np.stack((np.repeat(codes[gaps - 1], count), fillings)), 2)[2][0]
    possible = np.flatnonzero(model.may_have_bigrams(left))
    at, new = gaps[possible // count], characters[possible % count]
    right = hash_windows(np.stack((new, codes[at])), 2)[2][0]
    possible = np.flatnonzero(model.may_have_bigrams(right))
    at, new = at[possible], new[possible]
    if len(at) <= _FEW:
        # For a sentence the number of look-ups counts; in a long text the first window rejects most.
        hashes = [_hash_trigrams(codes, at, new, before, after) for before, after in _AROUND]
        known = np.flatnonzero(model.levels(np.stack(hashes), 3).all(axis=0))
        return at[known], new[known]
    for before, after in _AROUND:
        known = np.flatnonzero(model.levels(_hash_trigrams(codes, at, new, before, after), 3) > 0)
        at, new = at[known], new[known]
    return at, new


def _hash_trigrams(codes: Symbols, at: Indices, new: Symbols, before: int, after: int) -> Hashes:
    """Return the hash of each new character with some symbols before it and behind it, three in all."""
    around = [codes[at - offset] for offset in range(before, 0, -1)]
    around += [new, *(codes[at + offset] for offset in range(after))]
    hashes: Hashes = hash_windows(np.stack(around), 3)[3][0]
    return hashes
