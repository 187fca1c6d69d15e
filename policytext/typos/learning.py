"""Learning from an organisation's own archive: its n-grams beside the model's own, so that its terms are known.

Even what stands there once is learned: of the false alarms on reports of seven provinces that halves the number when
reports of seven others are learned, which what stands there twice does not. For near misses of fixed phrases, which are
errors, twice is asked for. Texts are counted batch by batch: memory goes with what is different in them, not with how long
they are.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from policytext.errors import PolicytextError
from policytext.typos import array_file
from policytext.typos.array_names import Counts, Hashes, Symbols
from policytext.typos.model import Model
from policytext.typos.ngram_counts import arrays, ngrams, trigram_bits
from policytext.typos.ngrams import ORDER, windows
from policytext.typos.symbols import LINE, is_han, symbols

_BATCH = 4_000_000  # symbols counted together
_LEAST_TRIGRAM = 2  # occurrences of what makes a near miss none
_LEAST_TERM = 2
_SHOWN = 10


class Learned(NamedTuple):
    """What was learned.

    Args:
        texts: how many texts.
        characters: their length, without blanks.
        ngrams: how many different n-grams stand in them.
        terms: the most frequent two characters together that the model does not know, and how often they stand there.
    """

    texts: int
    characters: int
    ngrams: int
    terms: list[tuple[str, int]]


def learn_archive(shadows: Iterable[str], model: Model, path: str) -> Learned:
    """Counts texts and writes what was learned.

    Args:
        shadows: the texts, folded character for character.
        model: the model that it is to be used with.
        path: the file that is written, aside and then renamed.

    Raises:
        PolicytextError: there is nothing to learn from, or the file can't be written.
    """
    whole: dict[int, tuple[Hashes, Counts]] = {}
    new: Counter[str] = Counter()
    texts = characters = 0
    bits = None
    for codes, count in _batches(shadows, model.symbols):
        texts, characters = texts + count, characters + int((codes != LINE).sum())
        for length, some in ngrams(codes, (1,) * (ORDER + 1)).items():
            whole[length] = _merged(whole[length], some) if length in whole else some
        new.update(_unknown(codes, model))
        own = trigram_bits(codes, _LEAST_TRIGRAM)
        bits = own if bits is None else bits | own
    if bits is None or not characters:
        raise PolicytextError("nothing-to-learn")
    size = sum(len(keys) for keys, _ in whole.values())
    terms = [one for one in new.most_common(_SHOWN) if one[1] >= _LEAST_TERM]
    record = {"texts": texts, "characters": characters, "ngrams": size}
    try:
        os.makedirs(os.path.dirname(path) or os.curdir, exist_ok=True)
        array_file.write_arrays(path, {**arrays(whole), "trigram.bits": bits}, record)
    except OSError as error:
        raise PolicytextError("cannot-keep", path=path, reason=error.strerror or str(error)) from None
    return Learned(texts, characters, size, terms)


def _batches(shadows: Iterable[str], table: Symbols) -> Iterator[tuple[Symbols, int]]:
    edge = np.array([LINE], np.uint16)
    parts, size, count = [edge], 0, 0
    for shadow in shadows:
        codes = symbols(shadow, table)[0]
        parts += [codes, edge]
        size, count = size + len(codes), count + 1
        if size >= _BATCH:
            yield np.concatenate(parts), count
            parts, size, count = [edge], 0, 0
    if count:
        yield np.concatenate(parts), count


def _merged(one: tuple[Hashes, Counts], other: tuple[Hashes, Counts]) -> tuple[Hashes, Counts]:
    keys, index = np.unique(np.concatenate((one[0], other[0])), return_inverse=True)
    counts = np.zeros(len(keys), np.int64)
    np.add.at(counts, index, np.concatenate((one[1], other[1])))
    return keys, counts


def _unknown(codes: Symbols, model: Model) -> dict[str, int]:
    """Two Chinese characters that the model does not know together, and how often they stand in a text."""
    pairs = windows(codes, 2)[2]
    han = is_han(codes)
    places = np.flatnonzero(han[:-1] & han[1:])
    keys, index, counts = np.unique(pairs[places], return_index=True, return_counts=True)
    unknown = np.flatnonzero(model.levels(keys, 2) == 0)
    return {
        chr(codes[place]) + chr(codes[place + 1]): int(count)
        for place, count in zip(places[index[unknown]].tolist(), counts[unknown].tolist(), strict=True)
    }
