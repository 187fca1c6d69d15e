"""Type names for the numpy arrays of the typo model, by what they hold."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

#: Symbols of a text; see `policytext.typos.symbols`.
Symbols: TypeAlias = NDArray[np.uint16]
#: Indices into a text, a scan or a list.
Indices: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]
#: Probabilities, their logarithms, counts.
Floats: TypeAlias = NDArray[np.float64]
#: Hashes of n-grams; see `policytext.typos.ngrams`.
Hashes: TypeAlias = NDArray[np.uint64]
Counts: TypeAlias = NDArray[np.int64]
#: Quantised counts, from 0 to 15; see `policytext.typos.static_function`.
Levels: TypeAlias = NDArray[np.uint8]
#: A row of features for each candidate; see `policytext.typos.features`.
Features: TypeAlias = NDArray[np.float32]
