"""Features of a replacement: the evidence for and against it, as numbers for the boosted trees.

Of the candidates for a position only the best one is weighed; its lead over the next is one of the features.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from policytext.typos.array_names import Features, Floats, Hashes, Indices, Levels, Symbols
from policytext.typos.candidates import Candidates
from policytext.typos.feature_names import FEATURE_NAMES
from policytext.typos.ngrams import ORDER, hash_windows
from policytext.typos.scanner import PAD, Replacements, Scan, take_around
from policytext.typos.symbols import is_han

#: The least gain in log-probability, in nats, of a replacement that is weighed.
MINIMUM_GAIN = 3.0
#: The prior of each kind of candidate, in nats; only for choosing the best one.
_PRIOR = np.array([0.0, -0.7, -1.2, -2.0, 0.3, 0.3, 0.0, -2.0, -2.0])
_SCORE_LIMIT, _SCORE_STEPS = (
    512,
    1024,
)  # the greatest score, and the steps in which scores are compared, per nat
_REPEAT_LIMIT = 9
_RARE = 2  # the greatest level of a bigram that is almost never used
_BATCH = 16_384


class BestCandidates(NamedTuple):
    """The best candidate of each of N positions, with its features.

    Args:
        at: The index of the first symbol replaced, in the scan, ascending, shape (N,).
        new: The replacements of S symbols, shape (S, N).
        features: The features in the order of `FEATURE_NAMES`, shape (N, F).
    """

    at: Indices
    new: Symbols
    features: Features


#: Characters that occur in almost any context, so that an improbable one says little: numerals, short names of provinces,
#: grammatical words, words of place.
_CHARACTER_CLASSES = (
    "〇零一二三四五六七八九十百千万亿两几双半",
    "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁滇黔港澳台",
    "的地得了着过和与及或并而且但则即以于在从自由向对为把将被使让给就也都又再更最很太不未没无所其之该此这那它他们个是有",
    "上下中内外前后左右东西南北间里旁",
)


def build_class_table(classes: Sequence[str]) -> Levels:
    """Return the number of the class of each symbol: 0 for those of none, n for those of the n-th."""
    table = np.zeros(65_536, np.uint8)
    for number, characters in enumerate(classes, 1):
        table[[ord(character) for character in characters]] = number
    return table


_CLASS_OF = build_class_table(_CHARACTER_CLASSES)


class Repeats:
    """Counts of the n-grams of a document: what a document repeats is no typo.

    Args:
        codes: The document's symbols.
    """

    def __init__(self, codes: Symbols) -> None:
        self.size = len(codes) + 2 * PAD
        self._codes = codes

    @cached_property
    def _sorted(self) -> dict[int, Hashes]:
        # Few sentences have a candidate that asks for it.
        hashes = hash_windows(self._codes, 3)
        return {length: np.sort(hashes[length]) for length in (2, 3)}

    def count(self, hashes: Hashes, length: int) -> Floats:
        """Return the number of times that each n-gram occurs in the document, at most `_REPEAT_LIMIT`."""
        ordered = self._sorted[length]
        counts = np.searchsorted(ordered, hashes, "right") - np.searchsorted(ordered, hashes, "left")
        limited: Floats = np.minimum(counts, _REPEAT_LIMIT).astype(np.float64)
        return limited


def select_best_candidates(scan: Scan, candidates: Candidates, repeats: Repeats) -> BestCandidates:
    """Choose the best candidate of each position that gains enough, and compute its features."""
    span = len(candidates.new)
    before, after = scan.context_log_probabilities(span)
    gains: list[Floats] = []
    batches = _split_into_batches(candidates)
    replaced: Replacements | None = None
    for (at, new, _), _ in batches:
        replaced = scan.replace_each(at, new)
        gains.append(np.stack((replaced.before - before[at], replaced.after - after[at])))
    gain = np.concatenate(gains, axis=1).mean(axis=0) if gains else np.zeros(0)
    if not (gain > MINIMUM_GAIN).any():
        return BestCandidates(
            candidates.at[:0], candidates.new[:, :0], np.zeros((0, len(FEATURE_NAMES)), np.float32)
        )
    best, margin = _choose_best(candidates, gain)
    at, new, kind = candidates.at[best], candidates.new[:, best], candidates.kind[best]
    chosen = Candidates(at, new, kind)
    if len(batches) == 1 and replaced is not None and len(at):
        rows = [_compute_features(scan, chosen, replaced.select(best), margin, repeats)]
    else:
        rows = [
            _compute_features(scan, batch, scan.replace_each(batch.at, batch.new), margin[part], repeats)
            for batch, part in _split_into_batches(chosen)
        ]
    return BestCandidates(
        at, new, np.concatenate(rows) if rows else np.zeros((0, len(FEATURE_NAMES)), np.float32)
    )


def _split_into_batches(candidates: Candidates) -> list[tuple[Candidates, slice]]:
    """Return the candidates in batches that fit into the processor's cache, each with its slice."""
    size = len(candidates.at)
    parts = [slice(first, min(first + _BATCH, size)) for first in range(0, size, _BATCH)]
    return [
        (Candidates(candidates.at[part], candidates.new[:, part], candidates.kind[part]), part)
        for part in parts
    ]


def _choose_best(candidates: Candidates, gain: Floats) -> tuple[Indices, Floats]:
    """Return the index of the best candidate of each position that gains enough, and its lead over the next in nats."""
    score = gain + _PRIOR[candidates.kind]
    # By position, then by score: one number for both sorts three times as fast as two.
    worse = np.clip((_SCORE_LIMIT - score) * _SCORE_STEPS, 0, 2 * _SCORE_LIMIT * _SCORE_STEPS - 1).astype(
        np.int64
    )
    order = np.argsort(candidates.at * (2 * _SCORE_LIMIT * _SCORE_STEPS) + worse, kind="stable")
    place = candidates.at[order]
    first = np.flatnonzero(np.concatenate((np.ones(min(len(place), 1), np.bool_), place[1:] != place[:-1])))
    following = np.minimum(first + 1, max(len(place) - 1, 0))
    best = order[first]
    rival = np.where(
        (following > first) & (place[following] == place[first]), score[order[following]], _PRIOR.min()
    )
    gains_enough = gain[best] > MINIMUM_GAIN
    return best[gains_enough], (score[best] - np.maximum(rival, _PRIOR.min()))[gains_enough]


def _compute_features(
    scan: Scan, candidates: Candidates, replaced: Replacements, margin: Floats, repeats: Repeats
) -> Features:
    at, new, kind = candidates
    span, model = len(new), scan.model
    before, after = scan.context_log_probabilities(span)
    gains = replaced.before - before[at], replaced.after - after[at]
    old_mean, new_mean = (before[at] + after[at]) / 2, (replaced.before + replaced.after) / 2
    old = take_around(scan.codes, at, range(span))
    unigram = model.symbol_log_probabilities
    columns = [sum(gains) / 2, *gains, np.minimum(*gains), old_mean, new_mean, margin, kind]
    columns += [unigram[new].mean(axis=0), unigram[old].mean(axis=0)]
    columns += _compute_ngram_columns(scan, at, replaced, span)
    words = _compute_word_columns(scan, at, replaced, span)
    columns += words[:-2]
    han = is_han(scan.codes).astype(np.float64)
    end = at + span
    columns += [han[at - 1] * (1 + han[at - 2]), han[end] * (1 + han[end + 1])]
    columns += [scan.levels[3][at - 3], scan.levels[3][end], scan.levels[2][at - 2], scan.levels[2][end]]
    single = (scan.forward + scan.backward) / 2
    far = (single[at - 4] + single[at - 5] + single[end + 3] + single[end + 4]) / 4
    columns += [single[at - 1], single[end], single[at], far]
    old_windows = take_around(scan.windows[3], at, range(-2, span))
    columns += [repeats.count(old_windows, 3).max(axis=0)]
    columns += [repeats.count(replaced.windows[3][_windows_over(3, span)], 3).max(axis=0)]
    pairs = take_around(scan.windows[2], at, (-1, span - 1))
    pair_repeats = repeats.count(pairs, 2)
    columns += [pair_repeats.min(axis=0)]
    # A bigram that is almost unknown but that this document repeats is a term of its own.
    coined = take_around(scan.levels[2], at, (-1, span - 1)) <= _RARE
    columns += [np.where(coined, pair_repeats, 0).max(axis=0)]
    columns += [np.full(len(at), np.log10(repeats.size))]
    columns += [_CLASS_OF[old].max(axis=0), _CLASS_OF[new].max(axis=0)]
    columns += words[-2:]
    return np.stack(columns, axis=1).astype(np.float32)


def _compute_ngram_columns(scan: Scan, at: Indices, replaced: Replacements, span: int) -> list[Floats]:
    """Return the levels of the n-grams and words over each candidate, new and old."""
    columns: list[Floats] = []
    for length in range(2, ORDER + 1):
        offsets = range(-length + 1, span)
        before_levels = take_around(scan.levels[length], at, offsets)
        for levels in (replaced.levels_over(length), before_levels):
            columns += [(levels > 0).sum(axis=0), levels.max(axis=0)]
    return columns


def _compute_word_columns(scan: Scan, at: Indices, replaced: Replacements, span: int) -> list[Floats]:
    """Return the levels of the words over each candidate, new and old by length, then of a pair as one word, old and new."""
    windows = []
    for length in (2, 3, 4):
        old = take_around(scan.windows[length], at, range(-length + 1, span))
        windows += [(replaced.windows_over(length), length), (old, length)]
    if span > 1:
        windows += [(scan.windows[2][at], 2), (replaced.windows[2][ORDER - 1], 2)]
    levels = scan.model.word_levels(windows)
    columns, exact = [some.max(axis=0) for some in levels[:6]], levels[6:]
    if span == 1:
        return [*columns, np.zeros(len(at)), np.zeros(len(at))]
    return [*columns, *exact]


def _windows_over(length: int, span: int) -> slice:
    return slice(ORDER - length, ORDER - 1 + span)
