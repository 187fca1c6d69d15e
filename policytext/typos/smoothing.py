"""How much what was seen after a context counts against what the shorter context says.

>>> once, shorter = smoothing(3, np.array([1.0, 1000.0]))
>>> bool(shorter[0] > shorter[1]), bool(np.allclose(once * np.array([1.0, 1000.0]) + shorter, 1))
(True, True)
"""

import numpy as np

from policytext.typos.array_names import Numbers

#: How many occurrences the shorter context weighs, by the order of the longer one: so many times a power of how often
#: that was seen, for a frequent context goes on in more ways. Fitted on texts that were held back, by their likelihood.
_WEIGHT = (0.0, 0.0, 7.8, 2.8, 2.0)
_POWER = (0.0, 0.0, 0.75, 0.70, 0.80)


def smoothing(length: int, contexts: Numbers) -> tuple[Numbers, Numbers]:
    """By how often a context was seen, what one occurrence with a symbol after it is worth, and the shorter context.

    Args:
        length: how many symbols context and symbol are together.
        contexts: how often contexts were seen.
    """
    weight = _WEIGHT[length] * np.maximum(contexts, 1.0) ** _POWER[length]
    return 1 / (contexts + weight), weight / (contexts + weight)
