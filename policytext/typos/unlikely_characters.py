"""Unlikely characters: those for which the language model finds another character or word more probable.

Needs numpy, which the extra ``typos`` installs (``pip install '.[typos]'`` in a checkout).
"""

from collections.abc import Iterable, Iterator

import numpy as np

from policytext.model.records import NamedTuple
from policytext.tokenizer.word_table import Script
from policytext.typos.array_names import Features, Flags, Indices, Symbols
from policytext.typos.candidates import (
    compute_context_log_probability,
    find_pair_candidates,
    find_single_candidates,
)
from policytext.typos.feature_names import FEATURE_NAMES
from policytext.typos.features import BestCandidates, Repeats, select_best_candidates
from policytext.typos.gaps import Gap, find_gaps, weigh_gap
from policytext.typos.model import Model
from policytext.typos.protected_words import is_protected_change
from policytext.typos.scanner import PAD, Scan
from policytext.typos.symbols import encode_symbols, is_han
from policytext.typos.word_evidence import MOST_ODDS, weigh_words

_BLOCK = 1 << 18  # symbols scanned together
_NEIGHBOURHOOD = 2  # characters; those nearer to a typo are improbable because of it
_OVERLAP = 16  # symbols of context that a block sees beyond its edges
#: The least familiarity of a text that the model may judge. Of sentences in official texts 99 % reach it, of those in
#: news and essays half.
LEAST_FAMILIARITY = -7.0


class CandidateFeatures(NamedTuple):
    """The best candidates of a text with their features, N in all.

    Args:
        starts, ends: The offsets replaced, in characters.
        new: The replacements.
        features: The features in the order of `FEATURE_NAMES`, shape (N, F).
        familiarity: The mean log-probability of the Chinese characters of the text, in nats.
        gaps: The characters that may be missing or one too many.
    """

    starts: list[int]
    ends: list[int]
    new: list[str]
    features: Features
    familiarity: float
    gaps: list[Gap]


class Suspect(NamedTuple):
    """A probable typo.

    Args:
        start, end: Its offsets, in characters.
        new: The replacement: of the same length, or with one character more or less in the middle.
        probability: The probability that the replacement is right, from 0 to 1.
    """

    start: int
    end: int
    new: str
    probability: float


def find_suspects(text: str, shadow: str, script: Script, model: Model, least: float) -> list[Suspect]:
    """Find the probable typos of a text, in order; of neighbours only the most probable.

    Args:
        text: The text.
        shadow: The folded text.
        script: The script of its words.
        model: The language model.
        least: The least probability to report.
    """
    candidates = compute_candidate_features(shadow, model)
    if candidates.familiarity < LEAST_FAMILIARITY:
        return []
    probabilities = model.trees.probabilities(candidates.features)
    odds = np.log(least / (1 - least)) - MOST_ODDS
    probable = np.flatnonzero(probabilities >= 1 / (1 + np.exp(-odds))).tolist()
    suspects = [
        Suspect(
            candidates.starts[index],
            candidates.ends[index],
            candidates.new[index],
            float(probabilities[index]),
        )
        for index in probable
    ]
    suspects = list(_weigh_suspects(keep_most_probable(suspects), text, shadow, script, least))
    for gap in candidates.gaps:
        probability = weigh_gap(gap, text, shadow, script)
        if probability >= least:
            suspects.append(Suspect(gap.start, gap.end, gap.new, probability))
    return keep_most_probable(suspects)


def _weigh_suspects(
    suspects: Iterable[Suspect], text: str, shadow: str, script: Script, least: float
) -> Iterator[Suspect]:
    """Yield the suspects that remain probable with the words around, without those that change a fact."""
    written = text if script == "hant" else shadow
    for suspect in suspects:
        start, end, new, probability = suspect
        if not is_protected_change(shadow, start, end, new):
            weighed = weigh_words(written, start, end, new, probability, script)
            if weighed >= least:
                yield suspect._replace(probability=weighed)


def keep_most_probable(suspects: list[Suspect]) -> list[Suspect]:
    """Return the suspects in order, of those that overlap or nearly touch only the most probable."""
    kept: list[Suspect] = []
    for suspect in sorted(suspects, key=lambda suspect: (suspect.start, -suspect.probability)):
        if kept and suspect.start < kept[-1].end + _NEIGHBOURHOOD:
            if suspect.probability > kept[-1].probability:
                kept[-1] = suspect
        else:
            kept.append(suspect)
    return kept


def compute_candidate_features(shadow: str, model: Model) -> CandidateFeatures:
    """Compute the features of the best candidate at every position that has one.

    Args:
        shadow: The folded text.
        model: The language model.
    """
    codes, places = encode_symbols(shadow, model.symbols)
    text = _EncodedText(shadow, codes, places, Repeats(codes))
    found = CandidateFeatures([], [], [], np.zeros((0, len(FEATURE_NAMES)), np.float32), 0.0, [])
    rows = [found.features]
    total, count = 0.0, 0
    for first in range(0, max(len(codes), 1), _BLOCK):
        scan = Scan(model, codes[max(first - _OVERLAP, 0) : first + _BLOCK + _OVERLAP])
        shift = max(first - _OVERLAP, 0) - PAD
        han = is_han(scan.codes)
        total += float((scan.forward + scan.backward)[han].sum() / 2)
        count += int(han.sum())
        found.gaps.extend(_find_block_gaps(text, scan, first, shift))
        for best in _find_best_replacements(model, scan, text.repeats):
            at, span = best.at + shift, len(best.new)
            inside = _find_replaceable(text, at, span, first)
            begin, end = places[at[inside]], places[at[inside] + span - 1] + 1
            found.starts.extend(begin.tolist())
            found.ends.extend(end.tolist())
            found.new.extend("".join(map(chr, column)) for column in best.new[:, inside].T.tolist())
            rows.append(best.features[inside])
    return found._replace(features=np.concatenate(rows), familiarity=total / max(count, 1))


class _EncodedText(NamedTuple):
    """A text as symbols.

    Args:
        shadow: The folded text.
        codes: Its symbols.
        places: The offset of each symbol, in characters.
        repeats: The counts of its n-grams.
    """

    shadow: str
    codes: Symbols
    places: Indices
    repeats: Repeats


def _find_block_gaps(text: _EncodedText, scan: Scan, first: int, shift: int) -> Iterator[Gap]:
    """Yield the gaps of the block that begins with the symbol `first`; those of its context belong to its neighbours."""
    places = text.places
    last = int(places[min(first + _BLOCK, len(places)) - 1]) if len(places) else 0
    for gap in find_gaps(text.shadow, scan, text.repeats, places, shift):
        if places[first] < gap.end - 1 <= last:
            yield gap


def _find_best_replacements(model: Model, scan: Scan, repeats: Repeats) -> Iterator[BestCandidates]:
    """Yield the best replacements of single characters, then those of two; none where there are none."""
    log_probability = compute_context_log_probability(scan)
    for find_candidates in (find_single_candidates, find_pair_candidates):
        candidates = find_candidates(model, scan, log_probability)
        if len(candidates.at):
            best = select_best_candidates(scan, candidates, repeats)
            if len(best.at):
                yield best


def _find_replaceable(text: _EncodedText, at: Indices, span: int, first: int) -> Flags:
    """Return which replacements of `span` symbols belong to the block that begins with `first` and may be made."""
    codes, places = text.codes, text.places
    inside: Flags = (at >= first) & (at < first + _BLOCK) & (at + span <= len(codes))
    for offset in range(span):
        # Other rules report a Traditional character in a Simplified text.
        inside &= _is_unfolded(text, np.minimum(at + offset, len(codes) - 1))
    # Two characters with a blank or a line break between them are no word.
    ends_at = np.minimum(at + span - 1, len(codes) - 1)
    inside &= places[ends_at] - places[np.minimum(at, len(codes) - 1)] == span - 1
    return inside


def _is_unfolded(text: _EncodedText, at: Indices) -> Flags:
    return np.array(
        [ord(text.shadow[text.places[index]]) == text.codes[index] for index in at.tolist()], np.bool_
    )
