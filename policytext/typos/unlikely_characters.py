"""Unlikely characters: places where the language model would rather have another character, or another word.

Needs numpy, which comes with ``policytext[typos]``.
"""

from typing import NamedTuple

import numpy as np

from policytext.typos.array_names import Places, Rows, Symbols
from policytext.typos.candidates import pair_candidates, single_candidates, surprise
from policytext.typos.features import Repeats, weigh_candidates
from policytext.typos.model import Model
from policytext.typos.scanner import PAD, Scan
from policytext.typos.symbols import symbols

_BLOCK = 1 << 18  # symbols scanned at once
_BESIDE = 2  # characters: what stands nearer to a slip is surprising because of it
_OVERLAP = 16  # symbols of context that a block sees beyond its edges


class Evidence(NamedTuple):
    """Places of a text and what might have been meant there.

    Args:
        starts, ends: the places, in characters.
        new: what might have been meant.
        rows: a row of evidence for each.
    """

    starts: list[int]
    ends: list[int]
    new: list[str]
    rows: Rows


class Suspect(NamedTuple):
    """A place where something else was probably meant.

    Args:
        start, end: the place, in characters.
        new: what was probably meant, as long as the place.
        probability: that it was.
    """

    start: int
    end: int
    new: str
    probability: float


def find_suspects(shadow: str, model: Model, rate: float) -> list[Suspect]:
    """The places that are probably slips, in order; of neighbours only the most probable.

    Args:
        shadow: the text, folded character for character.
        model: the model.
        rate: how many false alarms are bearable in 10,000 characters of clean text.
    """
    found = evidence(shadow, model)
    probable = model.gate.probabilities(found.rows)
    least = model.least(rate)
    enough = np.flatnonzero(probable >= least)
    some = [
        Suspect(found.starts[index], found.ends[index], found.new[index], float(probable[index]))
        for index in enough
    ]
    return strongest(some)


def strongest(suspects: list[Suspect]) -> list[Suspect]:
    """Of suspects that overlap or touch only the most probable, in order."""
    kept: list[Suspect] = []
    for one in sorted(suspects, key=lambda one: (one.start, -one.probability)):
        if kept and one.start < kept[-1].end + _BESIDE:
            if one.probability > kept[-1].probability:
                kept[-1] = one
        else:
            kept.append(one)
    return kept


def evidence(shadow: str, model: Model) -> Evidence:
    """What speaks for another reading, at every place where something does.

    Args:
        shadow: the text, folded character for character.
        model: the model.
    """
    codes, places = symbols(shadow, model.symbols)
    blocks = list(range(0, max(len(codes), 1), _BLOCK))
    repeats = Repeats(codes)
    starts: list[int] = []
    ends: list[int] = []
    new: list[str] = []
    rows: list[Rows] = []
    for first in blocks:
        scan = Scan(model, codes[max(first - _OVERLAP, 0) : first + _BLOCK + _OVERLAP])
        surprised = surprise(scan)
        moved = max(first - _OVERLAP, 0) - PAD
        for found in (single_candidates(model, scan, surprised), pair_candidates(model, scan, surprised)):
            span = len(found.new)
            best = weigh_candidates(scan, found, repeats)
            at = best.at + moved
            inside = (at >= first) & (at < first + _BLOCK) & (at + span <= len(codes))
            for offset in range(span):
                # A Traditional character in a Simplified text is another fault, with another name.
                inside &= _plain(shadow, places, codes, np.minimum(at + offset, len(codes) - 1))
            # Nor is what a blank or a line break parts one word.
            ends_at = np.minimum(at + span - 1, len(codes) - 1)
            inside &= places[ends_at] - places[np.minimum(at, len(codes) - 1)] == span - 1
            begin, end = places[at[inside]], places[at[inside] + span - 1] + 1
            starts += begin.tolist()
            ends += end.tolist()
            new += ["".join(map(chr, column)) for column in best.new[:, inside].T.tolist()]
            rows.append(best.rows[inside])
    return Evidence(starts, ends, new, np.concatenate(rows))


def _plain(
    shadow: str, places: Places, codes: Symbols, at: Places
) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    return np.array([ord(shadow[places[index]]) == codes[index] for index in at.tolist()], np.bool_)
