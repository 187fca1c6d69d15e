"""Boosted trees: the probability that a replacement is right, fitted on synthetic errors in official texts.

The nodes of all trees stand in one array, and a leaf points to itself, so that one step descends a level in every tree.
"""

from collections.abc import Sequence

import numpy as np

from policytext.errors import PolicytextError
from policytext.model.records import NamedTuple
from policytext.typos.array_file import ArrayFile
from policytext.typos.array_names import Features, Floats, Indices

_BATCH = 512  # rows evaluated together: their nodes fit into the processor's cache
#: The array that names the columns which the trees were fitted on, one name a line.
FEATURES_ARRAY = "gate.features"


class BoostedTrees(NamedTuple):
    """An ensemble of boosted trees.

    Args:
        feature, threshold: The column that each node compares, and the greatest value for which it goes left.
        children: The left and the right child of each node, in turn.
        value: What each leaf adds to the log-odds.
        roots: The first node of each tree.
        depth: The depth of the deepest tree.
        base: The log-odds before any tree.
    """

    feature: Indices
    threshold: Features
    children: Indices
    value: Features
    roots: Indices
    depth: int
    base: float

    def probabilities(self, rows: Features) -> Floats:
        """Return the probability, from 0 to 1, that the replacement of each row is right."""
        batches = [self._evaluate(rows[first : first + _BATCH]) for first in range(0, len(rows), _BATCH)]
        return np.concatenate(batches) if batches else np.zeros(0)

    def _evaluate(self, rows: Features) -> Floats:
        flat = rows.ravel()
        row_starts = (np.arange(len(rows)) * rows.shape[1])[:, None]
        nodes = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        for _ in range(self.depth):
            goes_right = flat.take(row_starts + self.feature.take(nodes)) > self.threshold.take(nodes)
            nodes = self.children.take(2 * nodes + goes_right)
        log_odds = self.base + self.value.take(nodes).sum(axis=1, dtype=np.float64)
        probabilities: Floats = 1 / (1 + np.exp(-log_odds))
        return probabilities


def load_trees(file: ArrayFile, feature_names: Sequence[str]) -> BoostedTrees:
    """Load the boosted trees of a model file.

    Args:
        file: The open model file; the trees' arrays are named ``gate.*`` in it.
        feature_names: The columns that the program computes, in their order.

    Raises:
        PolicytextError: The trees were fitted on other columns, or an array is missing.
    """
    if bytes(file[FEATURES_ARRAY]).decode("utf-8", "replace").split("\n") != list(feature_names):
        raise PolicytextError("typos-model-features", path=file.path)

    def indices(name: str, dtype: type[np.generic]) -> Indices:
        return np.frombuffer(file[f"gate.{name}"], dtype).astype(np.int64)

    depth, base = np.frombuffer(file["gate.about"], np.float64)
    return BoostedTrees(
        feature=indices("feature", np.uint8),
        threshold=np.frombuffer(file["gate.border"], np.float32),
        children=np.stack((indices("left", np.uint16), indices("right", np.uint16)), axis=1).ravel(),
        value=np.frombuffer(file["gate.value"], np.float32),
        roots=indices("roots", np.uint16),
        depth=int(depth),
        base=float(base),
    )
