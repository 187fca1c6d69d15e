"""How probable it is that a replacement is right: small decision trees, fitted on slips planted in official texts.

All trees lie in one row of nodes, a leaf points to itself, so every tree is walked down at once, a level at a time.
"""

from typing import NamedTuple

import numpy as np

from policytext.typos.array_file import ArrayFile
from policytext.typos.array_names import Numbers, Places, Rows

_AT_ONCE = 512  # rows at once: their nodes fit into the cache


class BoostedTrees(NamedTuple):
    """Boosted trees.

    Args:
        feature, border: of each node, the column of the evidence and the value up to which one goes left.
        following: the nodes to the left and to the right of each, one after the other.
        value: what a leaf adds to the log-odds.
        roots: the first node of each tree.
        depth: the longest way down.
        base: the log-odds before any tree.
    """

    feature: Places
    border: Rows
    following: Places
    value: Rows
    roots: Places
    depth: int
    base: float

    def probabilities(self, rows: Rows) -> Numbers:
        """The probability that each row's replacement is right, from 0 to 1."""
        parts = [self._part(rows[first : first + _AT_ONCE]) for first in range(0, len(rows), _AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _part(self, rows: Rows) -> Numbers:
        flat = rows.ravel()
        begin = (np.arange(len(rows)) * rows.shape[1])[:, None]
        nodes = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        for _ in range(self.depth):
            goes_right = flat.take(begin + self.feature.take(nodes)) > self.border.take(nodes)
            nodes = self.following.take(2 * nodes + goes_right)
        odds = self.base + self.value.take(nodes).sum(axis=1, dtype=np.float64)
        probable: Numbers = 1 / (1 + np.exp(-odds))
        return probable


def load_trees(kept: ArrayFile) -> BoostedTrees:
    """The gate in a model's file."""

    def places(name: str, kind: type[np.generic]) -> Places:
        return np.frombuffer(kept[f"gate.{name}"], kind).astype(np.int64)

    depth, base = np.frombuffer(kept["gate.about"], np.float64)
    return BoostedTrees(
        feature=places("feature", np.uint8),
        border=np.frombuffer(kept["gate.border"], np.float32),
        following=np.stack((places("left", np.uint16), places("right", np.uint16)), axis=1).ravel(),
        value=np.frombuffer(kept["gate.value"], np.float32),
        roots=places("roots", np.uint16),
        depth=int(depth),
        base=float(base),
    )
