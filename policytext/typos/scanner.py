"""Probabilities of a text under the language model: of each symbol between its neighbours, and of replacements.

The model is a character n-gram model in both directions: the probability of a symbol after its n-1 neighbours is the share
of their occurrences that it follows, smoothed by the next shorter context. The probability of a replacement is the product
over every symbol whose context it belongs to.
"""

from collections.abc import Sequence
from copy import copy
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from policytext.typos.array_names import Flags, Floats, Hashes, Indices, Levels, Symbols
from policytext.typos.model import Model
from policytext.typos.ngrams import ORDER, hash_windows
from policytext.typos.smoothing import compute_smoothing
from policytext.typos.static_function import LEVEL_COUNTS
from policytext.typos.symbols import LINE_BREAK

#: Line breaks added before and after a text, so that every symbol has full windows around it.
PAD = 2 * ORDER
_REACH = ORDER - 1
_Value = TypeVar("_Value", bound=np.generic)
_NO_LEVELS = np.zeros(0, np.uint8)
# By the length of the n-gram, for each level of its context, the weights of one occurrence and of the shorter context.
_SMOOTHING = {length: compute_smoothing(length, LEVEL_COUNTS) for length in range(3, ORDER + 1)}


def take_around(values: NDArray[_Value], at: Indices, offsets: Sequence[int]) -> NDArray[_Value]:
    """Return the values at some offsets from each index, a row for each offset.

    >>> take_around(np.arange(10, 20), np.array([3, 5]), range(-1, 1)).tolist()
    [[12, 14], [13, 15]]
    """
    taken: NDArray[_Value] = values[at + np.array(offsets)[:, None]]
    return taken


class Scan:
    """A text with the levels of its n-grams and the log-probabilities of its symbols.

    Args:
        model: The language model.
        codes: The text's symbols.
    """

    def __init__(self, model: Model, codes: Symbols) -> None:
        edge = np.full(PAD, LINE_BREAK, dtype=np.uint16)
        self.model = model
        self.codes = np.concatenate((edge, codes, edge))
        size = len(self.codes)
        self.windows = hash_windows(self.codes)
        self.levels = [_pad_levels(levels, size) for levels in find_levels(model, self.windows)]
        forward, backward = _compute_probabilities(model, self.codes, self.levels)
        self.forward, self.backward = np.log(forward), np.log(backward)
        self._contexts: dict[int, tuple[Floats, Floats]] = {}

    def context_log_probabilities(self, span: int) -> tuple[Floats, Floats]:
        """Return the log-probability around each symbol, forward and backward, in nats.

        Each sums the symbols whose context includes one of the `span` symbols from there; both have the shape of `codes`.
        """
        if span in self._contexts:
            return self._contexts[span]
        size = len(self.codes)
        before, after = np.zeros(size), np.zeros(size)
        for offset in range(_REACH + span):
            before[: size - offset] += self.forward[offset:]
        for offset in range(-_REACH, span):
            if offset < 0:
                after[-offset:] += self.backward[:offset]
            else:
                after[: size - offset] += self.backward[offset:]
        self._contexts[span] = before, after
        return before, after

    def replace_each(self, at: Indices, new: Symbols) -> "Replacements":
        """Return the text's neighbourhoods with one replacement each.

        Args:
            at: The index of the first symbol replaced, in any order, shape (N,).
            new: The replacements of S symbols (1 or 2), shape (S, N).
        """
        return Replacements(self, at, new)


class Replacements:
    """The neighbourhoods of N replacements, a column for each.

    Args:
        scan: The text.
        at: The index of the first symbol replaced, shape (N,).
        new: The replacements, shape (S, N).
    """

    def __init__(self, scan: Scan, at: Indices, new: Symbols) -> None:
        model, span = scan.model, len(new)
        self.model, self.span = model, span
        first = at - _REACH
        width = 2 * _REACH + span
        self._indices = first + np.arange(width)[:, None]
        self.codes = scan.codes[self._indices]
        self.codes[_REACH : _REACH + span] = new
        self.windows = hash_windows(self.codes)
        self.levels = self._look_up_levels(scan, width)
        forward, backward = _compute_probabilities(
            model, self.codes, [_pad_levels(levels, width) for levels in self.levels]
        )
        self.before = np.log(forward[_REACH:].prod(axis=0))
        self.after = np.log(backward[: _REACH + span].prod(axis=0))

    def select(self, index: Indices) -> "Replacements":
        """Return some of the replacements, by their columns."""
        selected = copy(self)
        selected.codes = self.codes[:, index]
        selected.windows = [*self.windows[:1], *(hashes[:, index] for hashes in self.windows[1:])]
        selected.levels = [*self.levels[:2], *(levels[:, index] for levels in self.levels[2:])]
        selected.before, selected.after = self.before[index], self.after[index]
        return selected

    def _look_up_levels(self, scan: Scan, width: int) -> list[Levels]:
        """Return the levels of all windows by length; those that no replacement changes have the levels of the text."""
        slices = [slice(_REACH - length + 1, _REACH + self.span) for length in range(2, ORDER + 1)]
        changed = [self.windows[length][part] for length, part in enumerate(slices, 2)]
        few = self.model.levels_of_few(changed)
        every: list[Levels] = [_NO_LEVELS, _NO_LEVELS]
        known: Levels | None = None
        for length, part in enumerate(slices, 2):
            levels = scan.levels[length][self._indices[: width - length + 1]]
            wanted = None
            if known is not None:
                wanted = (known[part] > 0) & (known[part.start + 1 : part.stop + 1] > 0)
            levels[part] = _look_up(self.model, changed[length - 2], length, wanted, few)
            every.append(levels)
            known = levels
        return every

    def levels_over(self, length: int) -> Levels:
        """Return the levels of the windows of `length` that include a replaced symbol, from the leftmost."""
        return self.levels[length][_REACH - length + 1 : _REACH + self.span]

    def windows_over(self, length: int) -> Hashes:
        """Return the hashes of these windows, from the leftmost."""
        return self.windows[length][_REACH - length + 1 : _REACH + self.span]


def find_levels(model: Model, windows: list[Hashes]) -> list[Levels]:
    """Return the levels of all windows, by their length; those of one symbol and fewer are empty."""
    few = model.levels_of_few(windows[2:])
    found: list[Levels] = [_NO_LEVELS, _NO_LEVELS]
    known: Levels | None = None
    for length in range(2, ORDER + 1):
        # A window can be known only if both of its parts are.
        wanted = None if known is None else (known[:-1] > 0) & (known[1:] > 0)
        known = _look_up(model, windows[length], length, wanted, few)
        found.append(known)
    return found


def compute_log_probabilities(model: Model, codes: Symbols, levels: list[Levels]) -> tuple[Floats, Floats]:
    """Compute the log-probability of each symbol after those before it and before those after it, along the first axis.

    Args:
        model: The language model.
        codes: The symbols.
        levels: By their length, the levels of the windows, as `find_levels` returns them.
    """
    padded = [_pad_levels(some, len(codes)) for some in levels]
    forward, backward = _compute_probabilities(model, codes, padded)
    return np.log(forward), np.log(backward)


def _look_up(
    model: Model, hashes: Hashes, length: int, wanted: Flags | None, few: list[Levels] | None
) -> Levels:
    """Return the levels of windows of a length, 0 for those not wanted; from `few` if all were looked up together."""
    if few is None:
        return model.levels(hashes, length, wanted)
    levels = few[length - 2]
    return levels if wanted is None else levels * wanted


def _pad_levels(levels: Levels, size: int) -> Levels:
    """Append a zero for each index where no window begins."""
    padded = np.zeros((size, *levels.shape[1:]), np.uint8)
    padded[: len(levels)] = levels
    return padded


def _compute_probabilities(model: Model, codes: Symbols, levels: list[Levels]) -> tuple[Floats, Floats]:
    """Compute the probability of each symbol after those before it and before those after it, along the first axis.

    Args:
        model: The language model.
        codes: The symbols.
        levels: By their length, the level of the window that begins at each index.
    """
    forward = model.symbol_probabilities[codes]
    backward = forward.copy()
    alone, rest = model.unigram_smoothing
    counts = LEVEL_COUNTS[levels[2]]
    forward[1:] = counts[:-1] * alone[codes[:-1]] + rest[codes[:-1]] * forward[1:]
    backward[:-1] = counts[:-1] * alone[codes[1:]] + rest[codes[1:]] * backward[:-1]
    for length in range(3, ORDER + 1):
        alone, rest = _SMOOTHING[length]
        shorter, longer = levels[length - 1], levels[length]
        counts = LEVEL_COUNTS[longer]
        whole = len(codes) - length + 1
        # Levels are rounded, but a context is never rarer than the longer window.
        context = np.maximum(shorter[:whole], longer[:whole])
        forward[length - 1 :] = counts[:whole] * alone[context] + rest[context] * forward[length - 1 :]
        context = np.maximum(shorter[1:], longer[:-1])
        backward[:-1] = counts[:-1] * alone[context] + rest[context] * backward[:-1]
    return np.minimum(forward, 1.0), np.minimum(backward, 1.0)
