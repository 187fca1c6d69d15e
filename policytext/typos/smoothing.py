"""Smoothing: the weight of the counts after a context against the probability after the next shorter context.

>>> once, shorter = compute_smoothing(3, np.array([1.0, 1000.0]))
>>> bool(shorter[0] > shorter[1]), bool(np.allclose(once * np.array([1.0, 1000.0]) + shorter, 1))
(True, True)
"""

import numpy as np

from policytext.typos.array_names import Floats

#: The weight of the shorter context, in occurrences, by the length of the n-gram: a factor times a power of the context's
#: count, since a frequent context has more different continuations. Fitted by the likelihood of held-back texts.
_WEIGHT = (0.0, 0.0, 7.8, 2.8, 2.0)
_POWER = (0.0, 0.0, 0.75, 0.70, 0.80)


def compute_smoothing(length: int, contexts: Floats) -> tuple[Floats, Floats]:
    """Compute the weight of one occurrence after a context, and that of the shorter context's probability.

    Args:
        length: The length of the n-gram, context and symbol together.
        contexts: The counts of the contexts, of any shape.
    """
    weight = _WEIGHT[length] * np.maximum(contexts, 1.0) ** _POWER[length]
    return 1 / (contexts + weight), weight / (contexts + weight)
