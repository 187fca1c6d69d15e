"""How probable it is that a replacement is right: small decision trees, fitted on slips planted in official texts.

All trees lie in one row of nodes, a leaf points to itself, so every tree is walked down at once, a level at a time.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from policytext.typos.arrays import Numbers, Rows
from policytext.typos.store import Store

_AT_ONCE = 4_096


class Gate(NamedTuple):
    """Boosted trees.

    Args:
        feature, border: of each node, the column of the evidence and the value up to which one goes left.
        left, right: the next nodes.
        value: what a leaf adds to the log-odds.
        roots: the first node of each tree.
        depth: the longest way down.
        base: the log-odds before any tree.
    """

    feature: NDArray[np.uint8]
    border: NDArray[np.float32]
    left: NDArray[np.uint16]
    right: NDArray[np.uint16]
    value: NDArray[np.float32]
    roots: NDArray[np.uint16]
    depth: int
    base: float

    def probabilities(self, rows: Rows) -> Numbers:
        """The probability that each row's replacement is right, from 0 to 1."""
        parts = [self._part(rows[first : first + _AT_ONCE]) for first in range(0, len(rows), _AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _part(self, rows: Rows) -> Numbers:
        which = np.arange(len(rows))[:, None]
        nodes = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        for _ in range(self.depth):
            goes_left = rows[which, self.feature[nodes]] <= self.border[nodes]
            nodes = np.where(goes_left, self.left[nodes], self.right[nodes])
        odds = self.base + self.value[nodes].sum(axis=1, dtype=np.float64)
        probable: Numbers = 1 / (1 + np.exp(-odds))
        return probable


def load(kept: Store) -> Gate:
    """The gate in a model's file."""
    arrays = {
        name: np.frombuffer(kept[f"gate.{name}"], kind)
        for name, kind in (
            ("feature", np.uint8),
            ("border", np.float32),
            ("left", np.uint16),
            ("right", np.uint16),
            ("value", np.float32),
            ("roots", np.uint16),
        )
    }
    depth, base = np.frombuffer(kept["gate.about"], np.float64)
    return Gate(**arrays, depth=int(depth), base=float(base))  # type: ignore[arg-type]
