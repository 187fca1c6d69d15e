"""The language model and what goes with it: n-grams, words, confusable characters and words, and the gate.

>>> model = Model(opened())
>>> bool(model.occurrences[ord("国")] > model.occurrences[ord("齉")])
True
"""

from functools import cached_property, lru_cache

import numpy as np

from policytext.typos import archive_model, array_file
from policytext.typos.array_names import Flags, Hashes, Levels, Numbers, Places, Symbols
from policytext.typos.boosted_trees import BoostedTrees
from policytext.typos.boosted_trees import load_trees as load_gate
from policytext.typos.model_file import opened
from policytext.typos.ngrams import SALTS, WORDS, may_be_among
from policytext.typos.smoothing import smoothing
from policytext.typos.static_function import StaticFunction

_UNSEEN = 0.2  # occurrences given to what was never seen
_KINDS = 20_000  # how many characters there might be


class Model:
    """What is known of the language of official documents.

    Args:
        kept: the open file.
        learned: open files with the n-grams of an organisation's own archive.
    """

    def __init__(self, kept: array_file.ArrayFile, learned: tuple[array_file.ArrayFile, ...] = ()) -> None:
        self.kept = kept
        self._tables = tuple(_table(one, "ngram") for one in (kept, *learned))
        self._words = _table(kept, "word")
        bits = [np.frombuffer(one["bigram.bits"], np.uint8) for one in (kept, *learned)]
        self._pairs = bits[0] if len(bits) == 1 else np.bitwise_or.reduce(bits)

    def may_know(self, pairs: Hashes) -> Flags:
        """Which n-grams of two symbols may be known; of those that are not, one in seven passes."""
        return may_be_among(pairs, self._pairs)

    @cached_property
    def symbols(self) -> Symbols:
        """For each code point its symbol."""
        return np.frombuffer(self.kept["symbol.of"], np.uint16)

    @cached_property
    def confusable(self) -> tuple[Places, Symbols, Levels]:
        """Characters that sound or look alike: for each Chinese character where its own begin, the characters, and how they do."""
        start = np.frombuffer(self.kept["confusable.start"], np.uint32).astype(np.int64)
        to = np.frombuffer(self.kept["confusable.to"], np.uint16)
        return start, to, np.frombuffer(self.kept["confusable.kind"], np.uint8)

    @cached_property
    def sounds(self) -> tuple[Places, Symbols]:
        """How characters are read, near sounds as one: for each Chinese character where its own begin, and the sounds."""
        start = np.frombuffer(self.kept["sound.start"], np.uint32).astype(np.int64)
        return start, np.frombuffer(self.kept["sound.of"], np.uint16)

    @cached_property
    def homophones(self) -> tuple[int, Places, Symbols]:
        """Words of two characters by their two sounds: how many sounds there are, where the words of the sounds
        i and j begin at i times that number plus j, and the words in two rows."""
        start = np.frombuffer(self.kept["homophone.start"], np.uint32).astype(np.int64)
        words = np.frombuffer(self.kept["homophone.words"], np.uint16)
        return int(np.sqrt(len(start) - 1)), start, words.reshape(2, -1)

    @cached_property
    def gate(self) -> BoostedTrees:
        """What weighs the evidence."""
        return load_gate(self.kept)

    def least(self, rate: float) -> float:
        """The probability from which on a suspect is told of.

        Args:
            rate: how many false alarms are bearable in 10,000 characters of clean text.
        """
        rates, least = np.frombuffer(self.kept["gate.rates"], np.float64).reshape(2, -1)
        # Between two measured rates the log-odds of the probability go with the logarithm of the rate.
        odds = np.interp(np.log(max(rate, 1e-9)), np.log(rates), np.log(least / (1 - least)))
        return float(1 / (1 + np.exp(-odds)))

    @cached_property
    def occurrences(self) -> Numbers:
        """How often each symbol stands in the texts learned from."""
        return np.frombuffer(self.kept["symbol.count"], np.uint32).astype(np.float64)

    @cached_property
    def after_one(self) -> tuple[Numbers, Numbers]:
        """For each symbol as the only context: what one occurrence is worth, and what no context says."""
        return smoothing(2, self.occurrences)

    @cached_property
    def chances(self) -> Numbers:
        """The probability of each symbol without any context."""
        chances: Numbers = (self.occurrences + _UNSEEN) / (self.occurrences.sum() + _UNSEEN * _KINDS)
        return chances

    def levels(self, found: Hashes, length: int, asked: Flags | None = None) -> Levels:
        """The levels of n-grams.

        Args:
            found: the numbers of windows, of any shape.
            length: how many symbols they have.
            asked: those to be looked up; the others are not known. None for all.
        """
        flat = found.ravel() if asked is None else found[asked]
        keys = flat ^ SALTS[length]
        levels = self._tables[0].levels(keys)
        for table in self._tables[1:]:
            np.maximum(levels, table.levels(keys), out=levels)
        if asked is None:
            return levels.reshape(found.shape)
        whole = np.zeros(found.shape, np.uint8)
        whole[asked] = levels
        return whole

    def words(self, found: Hashes, length: int) -> Levels:
        """How frequent words are in the dictionary, as levels; 0 for what is no word."""
        return self._words.levels(found.ravel() ^ SALTS[length] ^ WORDS).reshape(found.shape)


def _table(kept: array_file.ArrayFile, name: str) -> StaticFunction:
    segments, bits, seed = (int(value) for value in kept[f"{name}.about"])
    marks, halves = (np.frombuffer(kept[f"{name}.{part}"], np.uint8) for part in ("marks", "halves"))
    return StaticFunction(marks, halves, segments, bits, seed)


def load_model() -> Model:
    """The model that comes with the program, with what was learned, if anything was.

    Raises:
        PolicytextError: a file is missing or broken.
    """
    own = archive_model.opened()
    return _model(own)


@lru_cache(maxsize=2)
def _model(own: array_file.ArrayFile | None) -> Model:
    return Model(opened(), (own,) if own else ())
