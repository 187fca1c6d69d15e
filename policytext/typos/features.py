"""What speaks for a replacement and what against it, as numbers for the gate.

Of the candidates for a place only the one with the most gain is weighed; how far it is ahead of the next is evidence, too.
"""

from typing import NamedTuple

import numpy as np

from policytext.typos.array_names import Hashes, Levels, Numbers, Places, Rows, Symbols
from policytext.typos.candidates import Candidates
from policytext.typos.ngrams import ORDER, windows
from policytext.typos.scanner import PAD, Scan
from policytext.typos.symbols import is_han

#: A replacement that makes the text less than this much more probable, in nats, is none.
LEAST_GAIN = 3.0
#: What a likeness is worth before anything else is known, in nats; only for choosing among candidates.
_LIKELY = np.array([0.0, -0.7, -1.2, -2.0, 0.3, 0.3, 0.0, -2.0, -2.0])
_SCORES, _STEPS = 512, 1024  # the greatest score, and how finely scores are told apart
_MOST_REPEATS = 9
_RARE = 2  # the level of counts up to which two characters are hardly ever put together
_AT_ONCE = 16_384


class WeighedCandidate(NamedTuple):
    """The best replacements of places, with their evidence.

    Args:
        at: the first symbol replaced, in the scan, ascending.
        new: what would stand there, a row for each symbol.
        rows: a row of evidence for each, in the order of `NAMES`.
    """

    at: Places
    new: Symbols
    rows: Rows


#: What each column of the evidence is.
NAMES = (
    "gain",
    "gain_before",
    "gain_after",
    "least_gain",
    "old",
    "new",
    "margin",
    "kind",
    "chance_new",
    "chance_old",
    *(
        f"{what}_{length}_{whose}"
        for length in range(2, ORDER + 1)
        for whose in ("new", "old")
        for what in ("known", "most")
    ),
    *(f"word_{length}_{whose}" for length in (2, 3, 4) for whose in ("new", "old")),
    "han_left",
    "han_right",
    "left_3",
    "right_3",
    "left_2",
    "right_2",
    "symbol_left",
    "symbol_right",
    "symbol",
    "symbols_far",
    "repeats_3_old",
    "repeats_3_new",
    "repeats_2_old",
    "repeats_coined",
    "size",
    "class_old",
    "class_new",
    "word_exact_old",
    "word_exact_new",
)


#: Characters that stand nearly everywhere, so that one more or less surprising tells little: numerals, the short names of
#: provinces, what has only a grammatical meaning, what says where.
_CLASSES = (
    "〇零一二三四五六七八九十百千万亿两几双半",
    "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁滇黔港澳台",
    "的地得了着过和与及或并而且但则即以于在从自由向对为把将被使让给就也都又再更最很太不未没无所其之该此这那它他们个是有",
    "上下中内外前后左右东西南北间里旁",
)


def _classes() -> Levels:
    table = np.zeros(65_536, np.uint8)
    for number, characters in enumerate(_CLASSES, 1):
        table[[ord(character) for character in characters]] = number
    return table


_CLASS = _classes()


class Repeats:
    """How often windows stand in a document: what it repeats is meant.

    Args:
        codes: the document's symbols.
    """

    def __init__(self, codes: Symbols) -> None:
        self.size = len(codes) + 2 * PAD
        found = windows(codes, 3)
        self._sorted = {length: np.sort(found[length]) for length in (2, 3)}

    def times(self, found: Hashes, length: int) -> Numbers:
        """How often each window stands in the document, up to a bound."""
        whole = self._sorted[length]
        times = np.searchsorted(whole, found, "right") - np.searchsorted(whole, found, "left")
        bounded: Numbers = np.minimum(times, _MOST_REPEATS).astype(np.float64)
        return bounded


def weigh_candidates(scan: Scan, candidates: Candidates, repeats: Repeats) -> WeighedCandidate:
    """The best candidate of each place, if it gains enough, and its evidence."""
    span = len(candidates.new)
    before, after = scan.around(span)
    gains = [
        np.stack((done.before - before[at], done.after - after[at]))
        for at, new, _ in _portions(candidates)
        for done in (scan.replaced(at, new),)
    ]
    gain = np.concatenate(gains, axis=1) if gains else np.zeros((2, 0))
    best, margin = _best(candidates, gain.mean(axis=0))
    at, new, kind = candidates.at[best], candidates.new[:, best], candidates.kind[best]
    rows = [
        _evidence(scan, Candidates(*portion), margin[part], repeats)
        for portion, part in _parts(Candidates(at, new, kind))
    ]
    return WeighedCandidate(at, new, np.concatenate(rows) if rows else np.zeros((0, len(NAMES)), np.float32))


def _portions(candidates: Candidates) -> list[Candidates]:
    return [portion for portion, _ in _parts(candidates)]


def _parts(candidates: Candidates) -> list[tuple[Candidates, slice]]:
    """The candidates in portions that fit into the cache."""
    size = len(candidates.at)
    parts = [slice(first, min(first + _AT_ONCE, size)) for first in range(0, size, _AT_ONCE)]
    return [
        (Candidates(candidates.at[part], candidates.new[:, part], candidates.kind[part]), part)
        for part in parts
    ]


def _best(candidates: Candidates, gain: Numbers) -> tuple[Places, Numbers]:
    """The best candidate of each place that gains enough, and how far it is ahead of the next."""
    score = gain + _LIKELY[candidates.kind]
    # By place, then by score: one number for both is sorted three times as fast as two.
    worse = np.clip((_SCORES - score) * _STEPS, 0, 2 * _SCORES * _STEPS - 1).astype(np.int64)
    order = np.argsort(candidates.at * (2 * _SCORES * _STEPS) + worse, kind="stable")
    place = candidates.at[order]
    first = np.flatnonzero(np.concatenate((np.ones(min(len(place), 1), np.bool_), place[1:] != place[:-1])))
    following = np.minimum(first + 1, max(len(place) - 1, 0))
    best = order[first]
    rival = np.where(
        (following > first) & (place[following] == place[first]), score[order[following]], _LIKELY.min()
    )
    wanted = gain[best] > LEAST_GAIN
    return best[wanted], (score[best] - np.maximum(rival, _LIKELY.min()))[wanted]


def _evidence(scan: Scan, candidates: Candidates, margin: Numbers, repeats: Repeats) -> Rows:
    at, new, kind = candidates
    span, model = len(new), scan.model
    done = scan.replaced(at, new)
    before, after = scan.around(span)
    gains = done.before - before[at], done.after - after[at]
    old_mean, new_mean = (before[at] + after[at]) / 2, (done.before + done.after) / 2
    old = np.stack([scan.codes[at + offset] for offset in range(span)])
    chances = np.log(model.chances)
    columns = [sum(gains) / 2, *gains, np.minimum(*gains), old_mean, new_mean, margin, kind]
    columns += [chances[new].mean(axis=0), chances[old].mean(axis=0)]
    for length in range(2, ORDER + 1):
        offsets = range(-length + 1, span)
        before_levels = np.stack([scan.levels[length][at + offset] for offset in offsets])
        for found in (done.over(length), before_levels):
            columns += [(found > 0).sum(axis=0), found.max(axis=0)]
    for length in (2, 3, 4):
        there = np.stack([scan.windows[length][at + offset] for offset in range(-length + 1, span)])
        columns += [done.words(length).max(axis=0), model.words(there, length).max(axis=0)]
    han = is_han(scan.codes).astype(np.float64)
    end = at + span
    columns += [han[at - 1] * (1 + han[at - 2]), han[end] * (1 + han[end + 1])]
    columns += [scan.levels[3][at - 3], scan.levels[3][end], scan.levels[2][at - 2], scan.levels[2][end]]
    single = (scan.forward + scan.backward) / 2
    far = (single[at - 4] + single[at - 5] + single[end + 3] + single[end + 4]) / 4
    columns += [single[at - 1], single[end], single[at], far]
    there = np.stack([scan.windows[3][at + offset] for offset in range(-2, span)])
    columns += [repeats.times(there, 3).max(axis=0)]
    columns += [repeats.times(done.windows[3][_over(3, span)], 3).max(axis=0)]
    pairs = np.stack([scan.windows[2][at + offset] for offset in (-1, span - 1)])
    pair_repeats = repeats.times(pairs, 2)
    columns += [pair_repeats.min(axis=0)]
    # Two characters that nobody else puts together, but this document again and again, are a term of its own.
    coined = np.stack([scan.levels[2][at + offset] for offset in (-1, span - 1)]) <= _RARE
    columns += [np.where(coined, pair_repeats, 0).max(axis=0)]
    columns += [np.full(len(at), np.log10(repeats.size))]
    columns += [_CLASS[old].max(axis=0), _CLASS[new].max(axis=0)]
    if span == 1:
        columns += [np.zeros(len(at)), np.zeros(len(at))]
    else:
        exact = slice(ORDER - 1, ORDER)
        columns += [model.words(scan.windows[2][at], 2), model.words(done.windows[2][exact], 2)[0]]
    return np.stack(columns, axis=1).astype(np.float32)


def _over(length: int, span: int) -> slice:
    return slice(ORDER - length, ORDER - 1 + span)
