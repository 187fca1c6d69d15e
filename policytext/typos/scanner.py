"""A text under the language model: how probable each symbol is between its neighbours, and what would be instead.

The model is a character n-gram model, read forward and backward: the probability of a symbol after its n-1 neighbours is
the share of their occurrences that go on like this, smoothed by the next shorter context. A replacement is judged by the
product over every symbol whose context it belongs to.
"""

import numpy as np

from policytext.typos.array_names import Levels, Numbers, Places, Symbols
from policytext.typos.model import Model
from policytext.typos.ngrams import ORDER, windows
from policytext.typos.smoothing import smoothing
from policytext.typos.static_function import COUNTS
from policytext.typos.symbols import LINE

#: Line breaks put around a text, so that no window falls off its edge.
PAD = 2 * ORDER
_REACH = ORDER - 1


class Scan:
    """A text and what the model says of it.

    Args:
        model: the model.
        codes: the text's symbols.
    """

    def __init__(self, model: Model, codes: Symbols) -> None:
        edge = np.full(PAD, LINE, dtype=np.uint16)
        self.model = model
        self.codes = np.concatenate((edge, codes, edge))
        size = len(self.codes)
        self.windows = windows(self.codes)
        self.levels: list[Levels] = [np.zeros(0, np.uint8), np.zeros(0, np.uint8)]
        known: Levels | None = None
        for length in range(2, ORDER + 1):
            found = self.windows[length]
            # A window can be known only if both of its parts are.
            asked = None if known is None else (known[:-1] > 0) & (known[1:] > 0)
            known = model.levels(found, length, asked)
            self.levels.append(_padded(known, size))
        forward, backward = _probabilities(model, self.codes, [_padded(one, size) for one in self.levels])
        self.forward, self.backward = np.log(forward), np.log(backward)

    def around(self, span: int) -> tuple[Numbers, Numbers]:
        """For each place the log-probability, forward and backward, of all that `span` symbols there have a part in."""
        size = len(self.codes)
        before, after = np.zeros(size), np.zeros(size)
        for offset in range(_REACH + span):
            before[: size - offset] += self.forward[offset:]
        for offset in range(-_REACH, span):
            if offset < 0:
                after[-offset:] += self.backward[:offset]
            else:
                after[: size - offset] += self.backward[offset:]
        return before, after

    def replaced(self, at: Places, new: Symbols) -> "Replaced":
        """The same text with other symbols in it, one replacement at a time.

        Args:
            at: the first symbol replaced, ascending or not.
            new: what stands there instead, a row for each symbol: 1 or 2 of them.
        """
        return Replaced(self, at, new)


class Replaced:
    """The neighbourhoods of replacements, a column for each.

    Args:
        scan: the text.
        at: the first symbol replaced.
        new: what stands there instead, a row for each symbol.
    """

    def __init__(self, scan: Scan, at: Places, new: Symbols) -> None:
        model, span = scan.model, len(new)
        self.model, self.span = model, span
        first = at - _REACH
        width = 2 * _REACH + span
        self.codes = np.stack([scan.codes[first + offset] for offset in range(width)])
        self.codes[_REACH : _REACH + span] = new
        self.windows = windows(self.codes)
        self.levels: list[Levels] = [np.zeros(0, np.uint8), np.zeros(0, np.uint8)]
        known: Levels | None = None
        for length in range(2, ORDER + 1):
            found = np.stack([scan.levels[length][first + offset] for offset in range(width - length + 1)])
            changed = slice(_REACH - length + 1, _REACH + span)
            asked = None
            if known is not None:
                asked = (known[changed] > 0) & (known[changed.start + 1 : changed.stop + 1] > 0)
            found[changed] = model.levels(self.windows[length][changed], length, asked)
            self.levels.append(found)
            known = found
        forward, backward = _probabilities(model, self.codes, [_padded(one, width) for one in self.levels])
        self.before = np.log(forward[_REACH:].prod(axis=0))
        self.after = np.log(backward[: _REACH + span].prod(axis=0))

    def over(self, length: int) -> Levels:
        """The levels of the windows of `length` over what was replaced, from the leftmost."""
        return self.levels[length][_REACH - length + 1 : _REACH + self.span]

    def words(self, length: int) -> Levels:
        """How frequent the dictionary's words of `length` over what was replaced are, from the leftmost."""
        found = self.windows[length][_REACH - length + 1 : _REACH + self.span]
        return self.model.words(found, length)


def _padded(levels: Levels, size: int) -> Levels:
    """Levels with a zero for each place where no window begins."""
    return np.concatenate((levels, np.zeros((size - len(levels), *levels.shape[1:]), np.uint8)))


def _probabilities(model: Model, codes: Symbols, seen: list[Levels]) -> tuple[Numbers, Numbers]:
    """The probability of each symbol after those before it, and before those after it, along the first axis.

    Args:
        model: the model.
        codes: symbols.
        seen: by their length, the level of the window that begins at each place.
    """
    forward = model.chances[codes]
    backward = forward.copy()
    alone, rest = model.after_one
    counts = COUNTS[seen[2]]
    forward[1:] = counts[:-1] * alone[codes[:-1]] + rest[codes[:-1]] * forward[1:]
    backward[:-1] = counts[:-1] * alone[codes[1:]] + rest[codes[1:]] * backward[:-1]
    for length in range(3, ORDER + 1):
        alone, rest = smoothing(length, COUNTS)
        shorter, longer = seen[length - 1], seen[length]
        counts = COUNTS[longer]
        whole = len(codes) - length + 1
        # A context is seen at least as often as with what follows it; levels are rounded.
        context = np.maximum(shorter[:whole], longer[:whole])
        forward[length - 1 :] = counts[:whole] * alone[context] + rest[context] * forward[length - 1 :]
        context = np.maximum(shorter[1:], longer[:-1])
        backward[:-1] = counts[:-1] * alone[context] + rest[context] * backward[:-1]
    return np.minimum(forward, 1.0), np.minimum(backward, 1.0)
