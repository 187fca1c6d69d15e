"""The model's file, opened once; needs no numpy.

>>> opened().record["texts"] > 1000
True
"""

import os
from functools import lru_cache

from policytext.typos import array_file

#: The file that comes with the program.
PATH = os.path.join(os.path.dirname(__file__), "model.bin")


@lru_cache(maxsize=1)
def opened() -> array_file.ArrayFile:
    """The file that comes with the program.

    Raises:
        PolicytextError: it is missing or broken.
    """
    return array_file.load_arrays(PATH)
