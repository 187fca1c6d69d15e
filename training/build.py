"""Build the typo model: ``python -m training.build ../shared/data/corpus/official.jsonl.xz``.

Needs ``pip install --group training`` and, beside the texts, the folder of confusions that ``--typos`` names. Takes a
quarter of an hour and 3 GB. The same texts and packages give the same bytes. Held-back texts (`training.corpus`) are never
used; ``python -m training.calibration`` sets the thresholds on them, ``python benchmarks/typos.py`` measures.
"""

import argparse
import json
import os
import random
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from policytext.typos import array_file, ngram_counts
from policytext.typos.array_names import Symbols
from policytext.typos.model import Model
from policytext.typos.model_file import MODEL_PATH
from policytext.typos.ngrams import ORDER, hash_windows
from training import confusables, fitting, phrases
from training.corpus import FOLDS, TrainingText, count_characters, read_texts
from training.counting import build_symbol_arrays, build_symbol_table, build_word_arrays, read_dictionary
from training.synthetic_errors import WordConfusions, draw_confusions, read_confusions

#: The least count of an n-gram, by its length. Even n-grams that occur once help, as measured on held-back texts.
MINIMUM_COUNTS = (0, 1, 1, 1, 1)
_MINIMUM_CHARACTER_COUNT = 5  # occurrences of a character that may be meant


class TrainingData:
    """The training data that do not depend on the fold.

    Args:
        texts: The training texts.
        folder: The folder of the confusions.
    """

    def __init__(self, texts: Sequence[TrainingText], folder: str) -> None:
        self.symbols = build_symbol_table()
        counts = fitting.count_characters(texts)
        vocabulary = confusables.find_frequent_characters(counts, _MINIMUM_CHARACTER_COUNT)
        shapes = confusables.ShapeTables(os.path.join(folder, "confusion"))
        likeness = confusables.find_confusables(vocabulary, shapes)
        words = read_dictionary()
        codes = ngram_counts.concatenate_texts((text.shadow for text in texts), self.symbols)
        seen = _count_together(codes, [word for word in words if len(word) == 2])
        self.arrays: dict[str, NDArray[Any]] = {
            **confusables.build_confusable_arrays(likeness),
            **confusables.build_homophone_arrays(seen, [*vocabulary, *(set(likeness) - set(vocabulary))]),
            **build_word_arrays(words),
        }
        chance = random.Random(11)
        known = {word: count for word, count in seen.items() if count >= _MINIMUM_CHARACTER_COUNT}
        mistyped = WordConfusions(known, likeness, counts)
        drawn = draw_confusions(likeness, counts, 60_000, chance)
        rare = draw_confusions(likeness, counts, 60_000, chance, rare=True)
        # The other half of the typists' confusions is for evaluation.
        typists, _ = read_confusions(os.path.join(folder, "cscd_ns_dev.tsv"))
        self.errors = fitting.ErrorSource(typists, drawn, rare, mistyped, chance)

    def language(self, texts: Sequence[TrainingText]) -> tuple[dict[str, NDArray[Any]], dict[int, int]]:
        """Build the arrays of a language model of texts, and count its n-grams by length."""
        codes = ngram_counts.concatenate_texts((text.shadow for text in texts), self.symbols)
        found = ngram_counts.count_ngrams(codes, MINIMUM_COUNTS)
        sizes = {length: len(some) for length, (some, _) in found.items()}
        return {
            **self.arrays,
            **build_symbol_arrays(codes, self.symbols),
            **ngram_counts.build_ngram_arrays(found),
        }, sizes

    def phrases(self, texts: Sequence[TrainingText]) -> dict[str, NDArray[Any]]:
        """Build the arrays of the fixed phrases of texts."""
        return phrases.build_phrase_arrays(
            ngram_counts.concatenate_texts((text.shadow for text in texts), self.symbols)
        )


def _count_together(codes: Symbols, words: Sequence[str]) -> dict[str, int]:
    """Count how often the two characters of each word occur together in a text."""
    found, counts = ngram_counts.count_ngrams(codes, (0, 1, 1) + (1 << 60,) * ORDER)[2]
    letters = np.array([[ord(character) for character in word] for word in words], np.uint16).T
    keys = hash_windows(letters, 2)[2][0]
    index = np.minimum(np.searchsorted(found, keys), len(found) - 1)
    return dict(zip(words, np.where(found[index] == keys, counts[index], 0).tolist(), strict=True))


def load_model_from(arrays: dict[str, NDArray[Any]], path: str) -> Model:
    """Write arrays to a file and open it as a model."""
    array_file.write_arrays(path, arrays, {})
    return Model(array_file.load_arrays(path))


def _score_folds(data: TrainingData, texts: Sequence[TrainingText]) -> dict[str, list[fitting.ScoredText]]:
    """Score each fold of the texts by a model of the other folds."""
    scored: dict[str, list[fitting.ScoredText]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for fold in map(str, range(FOLDS)):
            arrays, _ = data.language([text for text in texts if text.part != fold])
            model = load_model_from(arrays, os.path.join(temporary, f"{fold}.bin"))
            scored[fold] = list(
                fitting.score_texts(model, [text for text in texts if text.part == fold], data.errors)
            )
            _report(f"fold {fold}: {len(scored[fold])} texts scored")
    return scored


def main() -> None:
    """Read the texts, fit fold by fold, and write the model and its record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts")
    parser.add_argument(
        "--typos", default=None, help="the folder of confusions; ../typos beside the texts' folder"
    )
    options = parser.parse_args()
    folder = options.typos or os.path.join(os.path.dirname(os.path.dirname(options.texts)), "typos")
    all_texts = list(read_texts(options.texts))
    texts = [text for text in all_texts if text.part != "test"]
    data = TrainingData(texts, folder)
    scored = _score_folds(data, texts)
    trees = fitting.fit_trees([text for fold_texts in scored.values() for text in fold_texts])
    arrays, sizes = data.language(texts)
    record = {
        "texts": len(texts),
        "characters": count_characters(texts),
        "held_back_texts": len(all_texts) - len(texts),
        "held_back_characters": count_characters(all_texts) - count_characters(texts),
        "sources": sorted({text.source for text in texts}),
        "ngrams": {str(length): size for length, size in sizes.items()},
    }
    arrays |= {**data.phrases(texts), **fitting.build_tree_arrays(trees)}
    _write(arrays, record)


def _write(arrays: dict[str, NDArray[Any]], record: dict[str, Any]) -> None:
    """Write the model and its record."""
    array_file.write_arrays(MODEL_PATH, arrays, record)
    record |= {"built": date.today().isoformat(), "bytes": os.path.getsize(MODEL_PATH)}
    with open(os.path.splitext(MODEL_PATH)[0] + ".json", "w", encoding="utf-8") as file:
        json.dump(record, file, ensure_ascii=False, indent=2, sort_keys=True)
        file.write("\n")


def _report(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
