"""Candidates: replacements for improbable characters, taken from confusable characters and homophone words.

Only characters that the model finds improbable get candidates: each character those that sound or look alike, each two
characters the words that sound alike. A candidate is kept if the model knows it together with two neighbours, which one
look-up tells and few pass.
"""

import numpy as np

from policytext.model.records import NamedTuple
from policytext.typos.array_names import Floats, Indices, Levels, Symbols
from policytext.typos.confusables import FIRST_CHARACTER
from policytext.typos.model import Model
from policytext.typos.ngrams import compute_hash_change, shift_hash_change
from policytext.typos.scanner import Scan
from policytext.typos.symbols import is_han

#: The log-probability, in nats, below which one character or two get candidates.
#: Of synthetic errors in official texts 98 % are below the first, of all characters 28 %.
MOST_LOG_PROBABILITY = (-16.0, -17.0)
_BATCH = 8_192  # positions expanded together: their candidates fit into the processor's cache


class Candidates(NamedTuple):
    """N replacements of S symbols each.

    Args:
        at: The index of the first symbol replaced, in the scan, shape (N,).
        new: The replacements, shape (S, N).
        kind: How each is like the original; see ``training/confusables.py``. Shape (N,).
    """

    at: Indices
    new: Symbols
    kind: Levels


def compute_context_log_probability(scan: Scan) -> Floats:
    """Return the mean of the forward and backward log-probabilities around each symbol, in nats."""
    before, after = scan.context_log_probabilities(1)
    return (before + after) / 2


def find_single_candidates(model: Model, scan: Scan, log_probability: Floats) -> Candidates:
    """Find the replacements of one character by a confusable one.

    Args:
        model: The language model.
        scan: The text.
        log_probability: Of each symbol, as `compute_context_log_probability` returns it.
    """
    starts, characters, kinds = model.confusable
    codes = scan.codes
    improbable = np.flatnonzero(is_han(codes) & (log_probability < MOST_LOG_PROBABILITY[0]))
    batches = []
    for first in range(0, len(improbable), _BATCH):
        batch = improbable[first : first + _BATCH]
        code = codes[batch].astype(np.int64) - FIRST_CHARACTER
        begin = starts[code]
        rows, index = _expand_ranges(begin, starts[code + 1] - begin)
        at, new = batch[rows], characters[index]
        difference = compute_hash_change(codes[at], new)
        bigrams = scan.windows[2][at] + shift_hash_change(difference, 1), scan.windows[2][at - 1] + difference
        right, left = model.may_have_bigrams(np.concatenate(bigrams)).reshape(2, -1)
        possible = np.flatnonzero(left | right)
        at, new, difference, index = at[possible], new[possible], difference[possible], index[possible]
        left, right = left[possible], right[possible]
        is_known = np.zeros(len(at), np.bool_)
        sides = [np.flatnonzero(side) for side in (left & right, right, left)]
        trigrams = [
            scan.windows[3][at[side] - offset] + shift_hash_change(difference[side], 2 - offset)
            for side, offset in zip(sides, (1, 0, 2), strict=True)
        ]
        is_known[np.concatenate(sides)[model.levels(np.concatenate(trigrams), 3) > 0]] = True
        batches.append(Candidates(at[is_known], new[is_known][None], kinds[index[is_known]]))
    return _concatenate(batches, 1)


def find_pair_candidates(model: Model, scan: Scan, log_probability: Floats) -> Candidates:
    """Find the replacements of two characters by a word that sounds alike and shares neither of them.

    Args:
        model: The language model.
        scan: The text.
        log_probability: Of each symbol, as `compute_context_log_probability` returns it.
    """
    codes = scan.codes
    sounds_start, sounds = model.sounds
    count, word_start, words = model.homophones
    low = is_han(codes) & (log_probability < MOST_LOG_PROBABILITY[1])
    improbable = np.flatnonzero(low[:-1] & low[1:])
    batches = []
    for first in range(0, len(improbable), _BATCH):
        at = improbable[first : first + _BATCH]
        sound: list[Indices] = []
        rows = np.arange(len(at))
        for offset in (0, 1):
            code = codes[at[rows] + offset].astype(np.int64) - FIRST_CHARACTER
            begin = sounds_start[code]
            repeated, index = _expand_ranges(begin, sounds_start[code + 1] - begin)
            rows = rows[repeated]
            sound = [column[repeated] for column in sound] + [sounds[index].astype(np.int64)]
        key = sound[0] * count + sound[1]
        repeated, index = _expand_ranges(word_start[key], word_start[key + 1] - word_start[key])
        at, new = at[rows[repeated]], words[:, index]
        differs = (codes[at] != new[0]) & (codes[at + 1] != new[1])
        at, new = at[differs], new[:, differs]
        if not len(at):
            continue
        changed = [compute_hash_change(codes[at + offset], new[offset]) for offset in (0, 1)]
        left = scan.windows[3][at - 1] + shift_hash_change(changed[0], 1) + changed[1]
        right = scan.windows[3][at] + shift_hash_change(changed[0], 2) + shift_hash_change(changed[1], 1)
        levels = model.levels(np.concatenate((left, right)), 3)
        is_known = (levels[: len(left)] > 0) | (levels[len(left) :] > 0)
        batches.append(
            Candidates(at[is_known], new[:, is_known], np.full(int(is_known.sum()), HOMOPHONE_WORD, np.uint8))
        )
    return _concatenate(batches, 2)


#: The kind of a candidate that is a homophone word.
HOMOPHONE_WORD = 8


def _expand_ranges(begin: Indices, sizes: Indices) -> tuple[Indices, Indices]:
    """Return the number of each range, repeated as often as the range is long, and the indices in the ranges."""
    rows = np.repeat(np.arange(len(sizes)), sizes)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return rows, begin[rows] + within


def _concatenate(batches: list[Candidates], span: int) -> Candidates:
    if not batches:
        return Candidates(np.zeros(0, np.int64), np.zeros((span, 0), np.uint16), np.zeros(0, np.uint8))
    if len(batches) == 1:
        return batches[0]
    at, new, kind = (list(column) for column in zip(*batches, strict=True))
    return Candidates(np.concatenate(at), np.concatenate(new, axis=1), np.concatenate(kind))
