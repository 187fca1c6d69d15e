"""What the arrays of this room are called, by what they hold."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

#: Symbols of a text, see `symbols`.
Symbols: TypeAlias = NDArray[np.uint16]
#: Indices into a text, a scan or a list.
Places: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]
#: Probabilities, their logarithms, counts.
Numbers: TypeAlias = NDArray[np.float64]
#: Numbers of n-grams, see `ngrams`.
Hashes: TypeAlias = NDArray[np.uint64]
Counts: TypeAlias = NDArray[np.int64]
#: Levels of counts, see `table`.
Levels: TypeAlias = NDArray[np.uint8]
#: Evidence, see `evidence`.
Rows: TypeAlias = NDArray[np.float32]
