"""The model file that comes with the program, opened once; needs no numpy.

>>> open_model_file().record["texts"] > 1000
True
"""

import os
from functools import lru_cache

from policytext.typos import array_file

#: The model file that comes with the program.
MODEL_PATH = os.path.join(os.path.dirname(__file__), "model.bin")


@lru_cache(maxsize=1)
def open_model_file() -> array_file.ArrayFile:
    """Open the model file that comes with the program.

    Raises:
        PolicytextError: The file is missing or broken.
    """
    return array_file.load_arrays(MODEL_PATH)
