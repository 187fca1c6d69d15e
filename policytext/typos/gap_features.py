"""Features of a missing or an extra character: the evidence for and against a text with one character more or less."""

import numpy as np

from policytext.typos.array_names import Features, Flags, Floats, Indices, Levels, Symbols
from policytext.typos.features import Repeats, build_class_table
from policytext.typos.gap_candidates import SIDE
from policytext.typos.model import Model
from policytext.typos.ngrams import ORDER, hash_windows
from policytext.typos.scanner import Scan, compute_log_probabilities, find_levels, take_around
from policytext.typos.symbols import is_han

#: The columns of a row of features, in their order; the weights of a file have the same names.
NAMES = (
    "gain", "least_gain", "most_gain", "new", "old",
    *(f"{what}_{length}_{whose}" for whose in ("new", "old") for length in (2, 3, 4) for what in ("least", "most")),
    "repeats_3_least", "repeats_3_most", "repeats_2_old", "repeats_3_new",
    "chance", "numeral", "grammatical", "of_place", "ordinal", "doubled", "repeated",
    "symbol_before", "symbol_left", "symbol", "symbol_right", "symbols_far",
    "word", "size", "han_left", "han_right", "margin",
)  # fmt: skip
#: The least gain in log-probability, forward and backward together, in nats.
MINIMUM_GAIN = 8.0
_NO_RIVAL = 20.0
_CLASSES = (
    "〇零一二三四五六七八九十百千万亿两几双半",
    "的地得了着过和与及或并而且但则即以于在从自由向对为把将被使让给就也都又再更最很太不未没无所其之该此这那它他们个是有",
    "上下中内外前后左右东西南北间里旁年月日省市县区",
    "第各等",
)


_CLASS_OF = build_class_table(_CLASSES)


class _Around:
    """The text around N gaps as it would be, a column for each.

    Args:
        scan: The text.
        at: The index of the extra character, or of the symbol behind a gap; shape (N,).
        new: The missing character; None for extra ones.
    """

    def __init__(self, scan: Scan, at: Indices, new: Symbols | None) -> None:
        codes, self.span = scan.codes, 0 if new is None else 1
        left = take_around(codes, at, range(-SIDE, 0))
        right = take_around(codes, at, range(1 - self.span, SIDE + 1 - self.span))
        rows = np.concatenate((left, right) if new is None else (left, new[None], right))
        self.windows = hash_windows(rows)
        self.levels = find_levels(scan.model, self.windows)
        forward, backward = compute_log_probabilities(scan.model, rows, self.levels)
        reach, end = ORDER - 1, SIDE + self.span
        self.before, self.after = (
            forward[SIDE : end + reach].sum(axis=0),
            backward[SIDE - reach : end].sum(axis=0),
        )

    def take_levels(self) -> list[Levels]:
        """Return the levels of the windows across the joint, by their length from 2 on."""
        return [self.levels[length][self.over(length)] for length in range(2, ORDER + 1)]

    def over(self, length: int) -> slice:
        """Return the windows of a length across the joint."""
        return slice(SIDE - length + 1, SIDE + self.span)


def compute_gap_features(scan: Scan, at: Indices, new: Symbols | None, repeats: Repeats) -> Features:
    """Compute the features of extra characters, or of missing ones; shape (N, F).

    Args:
        scan: The text.
        at: The index of each extra character, or of the symbol behind each gap.
        new: The missing characters; None for extra ones.
        repeats: The counts of the document's n-grams.
    """
    around = _Around(scan, at, new)
    # The symbols whose context changes: an extra character counts, a missing one does not.
    changed = range(ORDER if new is None else ORDER - 1)
    last = 0 if new is None else 1
    old_before = take_around(scan.forward, at, changed).sum(axis=0)
    old_after = take_around(scan.backward, at - last, [-offset for offset in changed]).sum(axis=0)
    gains = around.before - old_before, around.after - old_after
    columns: list[Floats | Levels | Flags] = [gains[0] + gains[1], np.minimum(*gains), np.maximum(*gains)]
    columns += [around.before + around.after, old_before + old_after]
    for levels in (around.take_levels(), _take_levels(scan, at, last)):
        for some in levels:
            columns += [some.min(axis=0), some.max(axis=0)]
    columns += _count_repeats(scan, at, last, around, repeats)
    columns += _describe_character(scan, at, last, scan.codes[at] if new is None else new)
    single = (scan.forward + scan.backward) / 2
    columns += [single[at + offset] for offset in range(-2, 2)]
    columns.append((single[at - 4] + single[at - 5] + single[at + 4] + single[at + 5]) / 4)
    columns += [_find_words(scan.model, around), np.full(len(at), np.log10(repeats.size))]
    han = is_han(scan.codes).astype(np.float64)
    columns += [han[at - 2] + han[at - 3], han[at + 1] + han[at + 2], np.full(len(at), _NO_RIVAL)]
    return np.stack([np.asarray(column, np.float64) for column in columns], axis=1)


def _describe_character(scan: Scan, at: Indices, last: int, character: Symbols) -> list[Floats | Flags]:
    """Return the frequency and the class of each character, and whether it is one of its neighbours."""
    codes = scan.codes
    return [
        scan.model.symbol_log_probabilities[character],
        *(_CLASS_OF[character] == number for number in range(1, len(_CLASSES) + 1)),
        (character == codes[at - 1]) | (character == codes[at + 1 - last]),
        (character == codes[at - 2]) | (character == codes[at + 2 - last]),
    ]


def _take_levels(scan: Scan, at: Indices, last: int) -> list[Levels]:
    """Return the levels of the text's windows across each place, by their length from 2 on."""
    return [
        take_around(scan.levels[length], at, range(1 - length, 1 - last)) for length in range(2, ORDER + 1)
    ]


def _count_repeats(scan: Scan, at: Indices, last: int, around: _Around, repeats: Repeats) -> list[Floats]:
    """Return how often the document has the n-grams at each place, old and new."""
    trigrams = take_around(scan.windows[3], at, range(-2, 1 - last))
    bigrams = take_around(scan.windows[2], at, range(-1, 1 - last))
    old = repeats.count(trigrams, 3)
    new = repeats.count(around.windows[3][around.over(3)], 3)
    return [old.min(axis=0), old.max(axis=0), repeats.count(bigrams, 2).min(axis=0), new.max(axis=0)]


def _find_words(model: Model, around: _Around) -> Floats:
    """Return the greatest level of a word across each joint."""
    windows = [(around.windows[length][around.over(length)], length) for length in (2, 3, 4)]
    levels = np.concatenate(model.word_levels(windows)).max(axis=0)
    found: Floats = levels.astype(np.float64)
    return found


def select_best(at: Indices, new: Symbols, rows: Features) -> tuple[Indices, Symbols, Features]:
    """Return the best missing character of each gap; its lead over the next is a feature."""
    if not len(at):
        return at, new, rows
    order = np.lexsort((-rows[:, 0], at))
    at, new, rows = at[order], new[order], rows[order]
    first = np.flatnonzero(np.concatenate(([True], at[1:] != at[:-1])))
    following = np.minimum(first + 1, len(at) - 1)
    rival = (at[following] == at[first]) & (following > first)
    lead = np.where(rival, rows[first, 0] - rows[following, 0], _NO_RIVAL)
    best = rows[first].copy()
    best[:, -1] = np.minimum(lead, _NO_RIVAL)
    return at[first], new[first], best
