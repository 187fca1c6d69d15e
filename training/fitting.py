"""Fitting of the boosted trees, on synthetic errors in texts that the language model has not seen, and on clean texts.

A language model of the other folds computes the features of each text.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from policytext.typos.array_names import Features
from policytext.typos.boosted_trees import FEATURES_ARRAY
from policytext.typos.feature_names import FEATURE_NAMES
from policytext.typos.model import Model
from policytext.typos.unlikely_characters import CandidateFeatures, compute_candidate_features
from training.corpus import TrainingText
from training.synthetic_errors import (
    Confusions,
    PlantedError,
    WordConfusions,
    plant_errors,
    plant_word_errors,
)

#: Characters for each synthetic error.
SPARSE = 150
#: The same where errors are dense.
DENSE = 30
_TEXT_LIMIT = 60_000  # characters of a text that are used
_STATUTE_LIMIT = 120  # statutes of a fold that are used
_NEIGHBOURHOOD = 4  # characters: a suspect so near to an error is due to it
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
class ErrorSource:
    """The source of synthetic errors.

    Args:
        typists: Confusions of real typists.
        drawn: Random confusions.
        rare: Random confusions whose wrong characters may be rare.
        words: Words with both characters mistyped.
        chance: The source of randomness.
    """

    typists: Confusions
    drawn: Confusions
    rare: Confusions
    words: WordConfusions
    chance: random.Random

    def planted(self, kind: str, text: str) -> tuple[str, list[PlantedError]]:
        """Return a text with errors of a kind, and the errors; ``clean`` for none."""
        match kind.partition(" ")[0]:
            case "typists":
                return plant_errors(text, self.typists, 1 / SPARSE, self.chance)
            case "random":
                return plant_errors(text, self.drawn, 1 / SPARSE, self.chance)
            case "rare":
                return plant_errors(text, self.rare, 1 / SPARSE, self.chance)
            case "dense":
                return plant_errors(text, self.rare, 1 / DENSE, self.chance, apart=2)
            case "words":
                return plant_word_errors(text, self.words, 1 / SPARSE, self.chance)
        return text, []


class ScoredText(NamedTuple):
    """A text scored by a model that was not trained on it.

    Args:
        text: The text without errors.
        kind: The kind of errors that were planted.
        errors: Their number.
        found: The candidates with their features, N in all.
        right: 1 for a candidate that corrects an error, 2 for a wrong correction, 0 for a false alarm; shape (N,).
    """

    text: TrainingText
    kind: str
    errors: int
    found: CandidateFeatures
    right: NDArray[np.int8]


def score_texts(
    model: Model, texts: Sequence[TrainingText], errors: ErrorSource, kinds: Iterable[str] = _WEIGHTS
) -> Iterator[ScoredText]:
    """Score texts, clean and with errors: all reports, and a sample of the statutes."""
    statutes = [text for text in texts if text.statute]
    some = random.Random(3).sample(statutes, min(_STATUTE_LIMIT, len(statutes)))
    for text in [*(text for text in texts if not text.statute), *some]:
        for kind in kinds:
            shown, planted = errors.planted(kind, text.shadow[:_TEXT_LIMIT])
            found = compute_candidate_features(shown, model)
            yield ScoredText(text, kind, len(planted), found, _label_candidates(found, planted))


def _label_candidates(found: CandidateFeatures, planted: Iterable[PlantedError]) -> NDArray[np.int8]:
    by_place = {error.at + offset: error for error in planted for offset in range(len(error.right))}
    labels = np.zeros(len(found.starts), np.int8)
    for index, (start, end, new) in enumerate(zip(found.starts, found.ends, found.new, strict=True)):
        hit = [by_place[place] for place in range(start, end) if place in by_place]
        if hit:
            labels[index] = 1 if (start, new) == (hit[0].at, hit[0].right) else 2
    return labels


def fit_trees(texts: Iterable[ScoredText]) -> HistGradientBoostingClassifier:
    """Fit the boosted trees on scored texts."""
    chance = np.random.default_rng(1)
    rows, right, weights = [], [], []
    for scored in texts:
        wanted = _select_for_training(scored)
        if not wanted.any():
            continue
        some, yes = scored.found.features[wanted], (scored.right[wanted] == 1).astype(int)
        weight = np.full(len(yes), _WEIGHTS[scored.kind] * (_STATUTE_WEIGHT if scored.text.statute else 1.0))
        # Each row also as if its document had only a few lines, where nothing can be repeated.
        rows += [some, _as_short_document(some, 10 ** chance.uniform(1, 2.7))]
        right += [yes, yes]
        weights += [weight, weight]
    trees = HistGradientBoostingClassifier(
        max_iter=400,
        learning_rate=0.04,
        max_leaf_nodes=16,
        min_samples_leaf=200,
        l2_regularization=20.0,
        max_features=0.25,
        early_stopping=False,
        random_state=1,
    )
    return trees.fit(np.concatenate(rows), np.concatenate(right), sample_weight=np.concatenate(weights))


def _select_for_training(scored: ScoredText) -> NDArray[np.bool_]:
    """Select the rows to fit on: all of a clean text, else those at or near an error."""
    if scored.kind == "clean":
        return np.ones(len(scored.right), np.bool_)
    starts = np.array(scored.found.starts, np.int64)
    errors = np.sort(starts[scored.right > 0])
    if not len(errors):
        return np.zeros(len(scored.right), np.bool_)
    index = np.searchsorted(errors, starts)
    before = np.abs(starts - errors[np.maximum(index - 1, 0)])
    after = np.abs(starts - errors[np.minimum(index, len(errors) - 1)])
    wanted: NDArray[np.bool_] = (scored.right > 0) | (np.minimum(before, after) <= _NEIGHBOURHOOD)
    return wanted


def _as_short_document(rows: Features, size: float) -> Features:
    rows = rows.copy()
    rows[:, [_REPEATS["3_old"], _REPEATS["2_old"]]] = 1
    rows[:, _REPEATS["3_new"]] = 0
    rows[:, _REPEATS["coined"]] = np.minimum(rows[:, _REPEATS["coined"]], 1)
    rows[:, _SIZE] = np.log10(size + 20)
    return rows


def build_tree_arrays(trees: HistGradientBoostingClassifier) -> dict[str, NDArray[Any]]:
    """Build the arrays of the trees for the model file; see `policytext.typos.boosted_trees`."""
    feature: list[int] = []
    border: list[float] = []
    left: list[int] = []
    right: list[int] = []
    value: list[float] = []
    roots: list[int] = []
    depth = 0
    for (tree,) in trees._predictors:
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
        "gate.about": np.array([depth, float(trees._baseline_prediction.ravel()[0])], np.float64),
    }


def count_characters(texts: Iterable[TrainingText]) -> Counter[str]:
    """Count the characters of texts."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(text.shadow)
    return counts
