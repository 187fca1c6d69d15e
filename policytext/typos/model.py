"""The language model of official documents: n-grams, words, confusable characters and words, and boosted trees.

>>> model = Model(open_model_file())
>>> bool(model.symbol_counts[ord("国")] > model.symbol_counts[ord("齉")])
True
"""

from collections.abc import Sequence
from functools import cached_property, lru_cache

import numpy as np

from policytext.typos import archive_model, array_file
from policytext.typos.array_names import Flags, Floats, Hashes, Indices, Levels, Symbols
from policytext.typos.boosted_trees import BoostedTrees, load_trees
from policytext.typos.feature_names import FEATURE_NAMES
from policytext.typos.model_file import open_model_file
from policytext.typos.ngrams import SALTS, WORD_SALT, may_be_in_filter
from policytext.typos.smoothing import compute_smoothing
from policytext.typos.static_function import StaticFunction
from policytext.typos.symbols import is_han

_UNSEEN_COUNT = 0.2  # occurrences assumed of a symbol that was never seen
_VOCABULARY_SIZE = 20_000  # characters that may occur
_LEAST_FREQUENT = 300  # occurrences of a character that may be missing
_FEW = 8_192  # keys that are looked up together


class Model:
    """A language model of official documents.

    Args:
        file: The open model file.
        learned: Open files with the n-grams of an organisation's own archive.
    """

    def __init__(self, file: array_file.ArrayFile, learned: tuple[array_file.ArrayFile, ...] = ()) -> None:
        self.file = file
        self._ngrams = tuple(_load_function(source, "ngram") for source in (file, *learned))
        self._words = _load_function(file, "word")
        filters = [np.frombuffer(source["bigram.bits"], np.uint8) for source in (file, *learned)]
        self._bigram_filter = filters[0] if len(filters) == 1 else np.bitwise_or.reduce(filters)

    def may_have_bigrams(self, hashes: Hashes) -> Flags:
        """Return which bigrams the model may know; one in seven of those it does not know passes."""
        return may_be_in_filter(hashes, self._bigram_filter)

    @cached_property
    def symbols(self) -> Symbols:
        """The symbol of each code point below 65,536."""
        return np.frombuffer(self.file["symbol.of"], np.uint16)

    @cached_property
    def confusable(self) -> tuple[Indices, Symbols, Levels]:
        """Confusable characters: where the list of each Chinese character begins, the characters, and their likeness."""
        start = np.frombuffer(self.file["confusable.start"], np.uint32).astype(np.int64)
        to = np.frombuffer(self.file["confusable.to"], np.uint16)
        return start, to, np.frombuffer(self.file["confusable.kind"], np.uint8)

    @cached_property
    def sounds(self) -> tuple[Indices, Symbols]:
        """Readings, similar ones as one: where the list of each Chinese character begins, and the readings' numbers."""
        start = np.frombuffer(self.file["sound.start"], np.uint32).astype(np.int64)
        return start, np.frombuffer(self.file["sound.of"], np.uint16)

    @cached_property
    def homophones(self) -> tuple[int, Indices, Symbols]:
        """Words of two characters by their readings.

        The number N of readings; where the words read i and j begin, at index i × N + j; and the words, two rows of symbols.
        """
        start = np.frombuffer(self.file["homophone.start"], np.uint32).astype(np.int64)
        words = np.frombuffer(self.file["homophone.words"], np.uint16)
        return int(np.sqrt(len(start) - 1)), start, words.reshape(2, -1)

    @cached_property
    def trees(self) -> BoostedTrees:
        """The boosted trees that weigh the features of a replacement."""
        return load_trees(self.file, FEATURE_NAMES)

    @cached_property
    def symbol_counts(self) -> Floats:
        """The number of times that each symbol occurs in the training texts."""
        return np.frombuffer(self.file["symbol.count"], np.uint32).astype(np.float64)

    @cached_property
    def frequent_characters(self) -> Symbols:
        """The Chinese characters that may be missing: those that are not rare."""
        found: Symbols = np.flatnonzero(self.symbol_counts >= _LEAST_FREQUENT).astype(np.uint16)
        return found[is_han(found)]

    @cached_property
    def unigram_smoothing(self) -> tuple[Floats, Floats]:
        """For each symbol as the only context, the weights of one occurrence and of the probability without context."""
        return compute_smoothing(2, self.symbol_counts)

    @cached_property
    def symbol_probabilities(self) -> Floats:
        """The probability of each symbol without any context."""
        probabilities: Floats = (self.symbol_counts + _UNSEEN_COUNT) / (
            self.symbol_counts.sum() + _UNSEEN_COUNT * _VOCABULARY_SIZE
        )
        return probabilities

    @cached_property
    def symbol_log_probabilities(self) -> Floats:
        """The logarithm of the probability of each symbol without any context."""
        logarithms: Floats = np.log(self.symbol_probabilities)
        return logarithms

    def _look_up(self, keys: Hashes) -> Levels:
        """Return the levels of n-grams by their salted hashes."""
        levels = self._ngrams[0].look_up(keys)
        for function in self._ngrams[1:]:
            np.maximum(levels, function.look_up(keys), out=levels)
        return levels

    def levels(self, hashes: Hashes, length: int, wanted: Flags | None = None) -> Levels:
        """Return the levels of n-grams, 0 for those that are not known.

        Args:
            hashes: The hashes of windows, of any shape.
            length: Their number of symbols.
            wanted: Which ones to look up, of the same shape; the others count as not known. None for all.
        """
        flat = hashes.ravel() if wanted is None else hashes[wanted]
        levels = self._look_up(flat ^ SALTS[length])
        if wanted is None:
            return levels.reshape(hashes.shape)
        all_levels = np.zeros(hashes.shape, np.uint8)
        all_levels[wanted] = levels
        return all_levels

    def levels_of_few(self, windows: Sequence[Hashes]) -> list[Levels] | None:
        """Return the levels of n-grams of all lengths from one look-up, or None if there are too many for that.

        For a sentence the number of look-ups counts; for a long text it is faster to look up only what may be known.

        Args:
            windows: The hashes of windows of any shape, by length from 2 on.
        """
        if sum(hashes.size for hashes in windows) > _FEW:
            return None
        keys = [(hashes ^ SALTS[length]).ravel() for length, hashes in enumerate(windows, 2)]
        return _split_levels(self._look_up(np.concatenate(keys)), windows)

    def word_levels(self, windows: Sequence[tuple[Hashes, int]]) -> list[Levels]:
        """Return the levels of windows as words of the dictionary, 0 for a window that is no word.

        Args:
            windows: Hashes of any shape, each with the number of symbols.
        """
        keys = [(hashes ^ SALTS[length] ^ WORD_SALT).ravel() for hashes, length in windows]
        return _split_levels(self._words.look_up(np.concatenate(keys)), [hashes for hashes, _ in windows])


def _split_levels(levels: Levels, windows: Sequence[Hashes]) -> list[Levels]:
    """Return the levels of concatenated windows, each in the shape of its windows."""
    parts: list[Levels] = []
    start = 0
    for hashes in windows:
        parts.append(levels[start : start + hashes.size].reshape(hashes.shape))
        start += hashes.size
    return parts


def _load_function(file: array_file.ArrayFile, name: str) -> StaticFunction:
    segments, bits, seed = (int(value) for value in file[f"{name}.about"])
    fingerprints = np.frombuffer(file[f"{name}.marks"], np.uint8)
    packed_levels = np.frombuffer(file[f"{name}.halves"], np.uint8)
    return StaticFunction(fingerprints, packed_levels, segments, bits, seed)


def load_model(learned: bool = True) -> Model:
    """Load the model that comes with the program.

    Args:
        learned: Whether learned n-grams are added, if there are any.

    Raises:
        PolicytextError: A file is missing or broken.
    """
    return _load_cached(archive_model.open_learned_file() if learned else None)


@lru_cache(maxsize=2)
def _load_cached(learned: array_file.ArrayFile | None) -> Model:
    return Model(open_model_file(), (learned,) if learned else ())
