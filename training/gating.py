"""Fitting the gate: on slips planted in texts that the model has not seen, and on what it says of the same texts clean.

Every text is judged by a model of the other folds, and a threshold by a gate of the other folds.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from policytext.typos.array_names import Features, Floats
from policytext.typos.boosted_trees import FEATURES_ARRAY
from policytext.typos.feature_names import FEATURE_NAMES
from policytext.typos.model import Model
from policytext.typos.unlikely_characters import (
    CandidateFeatures,
    Suspect,
    compute_candidate_features,
    keep_most_probable,
)
from training.corpus import Text
from training.planting import Confusions, Slip, WordConfusions, plant, plant_words

#: How often slips are planted: one in so many characters.
SPARSE = 150
#: And where they are planted side by side.
DENSE = 30
#: The false alarms in 10,000 characters for which thresholds are kept.
RATES = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
#: Thresholds are set on texts from this year on: drafts are written in the language of today.
SINCE = "2000"
_LONGEST = 60_000  # characters of a text that are used
_STATUTES = 120  # statutes of a fold that are used
_BESIDE = 4  # characters: what is said so near to a slip is said because of it
_WEIGHTS = {
    "clean": 1.0,
    "typists": 0.6,
    "typists again": 0.6,
    "random": 0.3,
    "rare": 0.3,
    "dense": 0.15,
    "words": 0.4,
}
_STATUTE_WEIGHT = 0.3
_REPEATS = {name: FEATURE_NAMES.index(f"repeats_{name}") for name in ("3_old", "3_new", "2_old", "coined")}
_SIZE = FEATURE_NAMES.index("size")


@dataclass(frozen=True)
class Slips:
    """What is planted.

    Args:
        typists: confusions of real typists.
        drawn: random ones.
        rare: random ones whose wrong characters may be rare.
        words: words whose characters are both mistyped.
        chance: the source of randomness.
    """

    typists: Confusions
    drawn: Confusions
    rare: Confusions
    words: WordConfusions
    chance: random.Random

    def planted(self, kind: str, text: str) -> tuple[str, list[Slip]]:
        """A text with slips of a kind, ``clean`` for none."""
        match kind.partition(" ")[0]:
            case "typists":
                return plant(text, self.typists, 1 / SPARSE, self.chance)
            case "random":
                return plant(text, self.drawn, 1 / SPARSE, self.chance)
            case "rare":
                return plant(text, self.rare, 1 / SPARSE, self.chance)
            case "dense":
                return plant(text, self.rare, 1 / DENSE, self.chance, apart=2)
            case "words":
                return plant_words(text, self.words, 1 / SPARSE, self.chance)
        return text, []


class Judged(NamedTuple):
    """A text under a model that does not know it.

    Args:
        text: the text, as it was before anything was planted.
        kind: what was planted.
        slips: how many.
        found: what the model says.
        right: 1 for what mends a slip, 2 for what mends it wrongly, 0 for what is none.
    """

    text: Text
    kind: str
    slips: int
    found: CandidateFeatures
    right: NDArray[np.int8]


def judged(
    model: Model, texts: Sequence[Text], slips: Slips, kinds: Iterable[str] = _WEIGHTS
) -> Iterator[Judged]:
    """Texts under a model, clean and with slips: all reports, some statutes."""
    statutes = [text for text in texts if text.statute]
    some = random.Random(3).sample(statutes, min(_STATUTES, len(statutes)))
    for text in [*(text for text in texts if not text.statute), *some]:
        for kind in kinds:
            shown, planted = slips.planted(kind, text.shadow[:_LONGEST])
            found = compute_candidate_features(shown, model)
            yield Judged(text, kind, len(planted), found, _labels(found, planted))


def _labels(found: CandidateFeatures, planted: Iterable[Slip]) -> NDArray[np.int8]:
    by_place = {slip.at + offset: slip for slip in planted for offset in range(len(slip.right))}
    labels = np.zeros(len(found.starts), np.int8)
    for index, (start, end, new) in enumerate(zip(found.starts, found.ends, found.new, strict=True)):
        hit = [by_place[place] for place in range(start, end) if place in by_place]
        if hit:
            labels[index] = 1 if (start, new) == (hit[0].at, hit[0].right) else 2
    return labels


def fitted(texts: Iterable[Judged]) -> HistGradientBoostingClassifier:
    """A gate fitted on judged texts."""
    chance = np.random.default_rng(1)
    rows, right, weights = [], [], []
    for one in texts:
        wanted = _wanted(one)
        if not wanted.any():
            continue
        some, yes = one.found.features[wanted], (one.right[wanted] == 1).astype(int)
        weight = np.full(len(yes), _WEIGHTS[one.kind] * (_STATUTE_WEIGHT if one.text.statute else 1.0))
        # Each once more as if its document were a few lines, where nothing can be repeated.
        rows += [some, _alone(some, 10 ** chance.uniform(1, 2.7))]
        right += [yes, yes]
        weights += [weight, weight]
    gate = HistGradientBoostingClassifier(
        max_iter=400,
        learning_rate=0.04,
        max_leaf_nodes=16,
        min_samples_leaf=200,
        l2_regularization=20.0,
        max_features=0.25,
        early_stopping=False,
        random_state=1,
    )
    return gate.fit(np.concatenate(rows), np.concatenate(right), sample_weight=np.concatenate(weights))


def _wanted(one: Judged) -> NDArray[np.bool_]:
    """What is learned from: all of a clean text; of one with slips what is said at them and beside them."""
    if one.kind == "clean":
        return np.ones(len(one.right), np.bool_)
    starts = np.array(one.found.starts, np.int64)
    slips = np.sort(starts[one.right > 0])
    if not len(slips):
        return np.zeros(len(one.right), np.bool_)
    index = np.searchsorted(slips, starts)
    before = np.abs(starts - slips[np.maximum(index - 1, 0)])
    after = np.abs(starts - slips[np.minimum(index, len(slips) - 1)])
    wanted: NDArray[np.bool_] = (one.right > 0) | (np.minimum(before, after) <= _BESIDE)
    return wanted


def _alone(rows: Features, size: float) -> Features:
    rows = rows.copy()
    rows[:, [_REPEATS["3_old"], _REPEATS["2_old"]]] = 1
    rows[:, _REPEATS["3_new"]] = 0
    rows[:, _REPEATS["coined"]] = np.minimum(rows[:, _REPEATS["coined"]], 1)
    rows[:, _SIZE] = np.log10(size + 20)
    return rows


class Told(NamedTuple):
    """A suspect of a judged text, whether it is right, and its surroundings."""

    suspect: Suspect
    right: int
    text: Text

    @property
    def shown(self) -> str:
        """The place with nine characters on either side, ``[old→new]``."""
        start, end, new, _ = self.suspect
        shadow = self.text.shadow
        before, after = shadow[max(start - 9, 0) : start], shadow[end : end + 9]
        return f"{before}[{shadow[start:end]}→{new}]{after}".replace("\n", "|")


def told(one: Judged, gate: Callable[[Features], Floats]) -> list[Told]:
    """What is said of a judged text, neighbours left out."""
    probable = gate(one.found.features) if len(one.right) else np.zeros(0)
    every = [
        Suspect(start, end, new, float(chance))
        for start, end, new, chance in zip(
            one.found.starts, one.found.ends, one.found.new, probable, strict=True
        )
    ]
    labels = {suspect: int(label) for suspect, label in zip(every, one.right, strict=True)}
    return [Told(suspect, labels[suspect], one.text) for suspect in keep_most_probable(every)]


def thresholds(alarms: Sequence[Told], characters: int) -> dict[float, float]:
    """For each rate the probability from which on there are so many alarms, all of them false."""
    falling = sorted((one.suspect.probability for one in alarms), reverse=True)
    return {rate: falling[min(int(characters / 10_000 * rate), len(falling) - 1)] for rate in RATES}


def recent(text: Text) -> bool:
    """Whether a text is a report or a notice in the language of today."""
    return not text.statute and (not text.date or text.date[:4] >= SINCE)


def without_genuine(alarms: Iterable[Told], genuine: Iterable[str]) -> list[Told]:
    """Alarms without those that were read and are slips of the text itself."""
    marks = tuple(genuine)
    return [one for one in alarms if not any(mark in one.shown for mark in marks)]


def arrays(gate: HistGradientBoostingClassifier, least: Mapping[float, float]) -> dict[str, NDArray[Any]]:
    """A fitted gate and its thresholds as the model's file holds them; see `policytext.typos.boosted_trees`."""
    feature: list[int] = []
    border: list[float] = []
    left: list[int] = []
    right: list[int] = []
    value: list[float] = []
    roots: list[int] = []
    depth = 0
    for (tree,) in gate._predictors:
        base = len(feature)
        roots.append(base)
        for index, node in enumerate(tree.nodes):
            leaf = bool(node["is_leaf"])
            depth = max(depth, int(node["depth"]))
            feature.append(0 if leaf else int(node["feature_idx"]))
            border.append(float("inf") if leaf else float(node["num_threshold"]))
            left.append(base + (index if leaf else int(node["left"])))
            right.append(base + (index if leaf else int(node["right"])))
            value.append(float(node["value"]) if leaf else 0.0)
    return {
        FEATURES_ARRAY: np.frombuffer("\n".join(FEATURE_NAMES).encode(), np.uint8),
        "gate.feature": np.array(feature, np.uint8),
        "gate.border": np.array(border, np.float32),
        "gate.left": np.array(left, np.uint16),
        "gate.right": np.array(right, np.uint16),
        "gate.value": np.array(value, np.float32),
        "gate.roots": np.array(roots, np.uint16),
        "gate.about": np.array([depth, float(gate._baseline_prediction.ravel()[0])], np.float64),
        "gate.rates": np.array([list(least), list(least.values())], np.float64).ravel(),
    }


def counted(texts: Iterable[Text]) -> Counter[str]:
    """How often each character stands in texts."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(text.shadow)
    return counts
