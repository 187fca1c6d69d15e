"""Fitting the gate: slips planted in texts that the model has not seen, and what it says of the same texts clean."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier


def arrays(fitted: HistGradientBoostingClassifier) -> dict[str, NDArray[Any]]:
    """Fitted trees as the model's file holds them; see `policytext.typos.gate`."""
    feature: list[int] = []
    border: list[float] = []
    left: list[int] = []
    right: list[int] = []
    value: list[float] = []
    roots: list[int] = []
    depth = 0
    for (tree,) in fitted._predictors:
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
        "gate.feature": np.array(feature, np.uint8),
        "gate.border": np.array(border, np.float64),
        "gate.left": np.array(left, np.uint16),
        "gate.right": np.array(right, np.uint16),
        "gate.value": np.array(value, np.float64),
        "gate.roots": np.array(roots, np.uint16),
        "gate.about": np.array([depth, float(fitted._baseline_prediction.ravel()[0])], np.float64),
    }
