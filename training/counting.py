"""Counts of the training texts as arrays of the model file: symbols, and the words of the dictionary."""

import os
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from policytext.text.script import to_simplified
from policytext.typos.array_names import Symbols
from policytext.typos.ngrams import SALTS, WORD_SALT, hash_windows
from policytext.typos.static_function import build_function, quantize_counts
from policytext.typos.symbols import build_plain_table

_WORDS = (2, 3, 4)


def build_symbol_table() -> Symbols:
    """Return the symbol of each code point; Traditional characters that Simplified texts never use count as Simplified."""
    table = build_plain_table()
    for code in range(0x4E00, 0xA000):
        character = chr(code)
        try:
            character.encode("gb2312")
        except UnicodeEncodeError:
            simple = to_simplified(character)
            if len(simple) == 1 and ord(simple) < 65_536:
                table[code] = ord(simple)
    return table


def build_word_arrays(words: Mapping[str, int]) -> dict[str, NDArray[Any]]:
    """Build the arrays of dictionary words and frequencies: ``word.marks``, ``.halves`` and ``.about``."""
    keys, values = [], []
    for length in _WORDS:
        some = [word for word in words if len(word) == length]
        codes = np.array([[ord(character) for character in word] for word in some], np.uint16).T
        keys.append(hash_windows(codes, length)[length][0] ^ SALTS[length] ^ WORD_SALT)
        values.append(quantize_counts(np.array([words[word] for word in some])))
    unique, index = np.unique(np.concatenate(keys), return_index=True)
    return build_function(unique, np.concatenate(values)[index]).to_arrays("word")


def read_dictionary() -> dict[str, int]:
    """Read jieba's words of two to four Chinese characters, with their frequencies."""
    spec = find_spec("jieba")
    assert spec is not None
    assert spec.submodule_search_locations
    words: dict[str, int] = {}
    with open(os.path.join(spec.submodule_search_locations[0], "dict.txt"), encoding="utf-8") as lines:
        for line in lines:
            word, frequency, *_ = line.split()
            if len(word) in _WORDS and all("\u4e00" <= character <= "\u9fff" for character in word):
                words[word] = max(int(frequency), 1)
    return words


def build_symbol_arrays(codes: Symbols, table: Symbols) -> dict[str, NDArray[Any]]:
    """Build the arrays of the symbols and their counts."""
    return {"symbol.of": table, "symbol.count": np.bincount(codes, minlength=65_536).astype(np.uint32)}
