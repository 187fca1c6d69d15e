"""Builds the language model of typos: ``python -m training.build ../shared/data/corpus/official.jsonl.xz``.

Needs ``pip install --group training`` and, beside the texts, the folder of confusions that ``--typos`` names. Takes a
quarter of an hour and 3 GB. The same texts and packages give the same bytes. What is held back (`training.corpus`) is
never looked at; ``python -m training.measure`` measures on it.
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
from training import confusables, gating, phrases
from training.corpus import FOLDS, Text, characters, read
from training.counting import dictionary, symbol_arrays, symbol_table, word_arrays
from training.planting import WordConfusions, confusions, random_confusions

#: How often an n-gram must stand in the texts, by its length. Even what was seen once helps: measured on texts held back.
LEAST = (0, 1, 1, 1, 1)
_LEAST_CHARACTER = 5  # occurrences of a character that may be meant
_GENUINE = os.path.join(os.path.dirname(__file__), "genuine.txt")


class Ground:
    """What does not depend on the fold.

    Args:
        texts: the training texts.
        folder: where the typos' data lies.
    """

    def __init__(self, texts: Sequence[Text], folder: str) -> None:
        self.symbols = symbol_table()
        counts = gating.counted(texts)
        vocabulary = confusables.occurring(counts, _LEAST_CHARACTER)
        shapes = confusables.Shapes(os.path.join(folder, "confusion"))
        likeness = confusables.alike(vocabulary, shapes)
        words = dictionary()
        codes = ngram_counts.concatenate_texts((text.shadow for text in texts), self.symbols)
        seen = _together(codes, [word for word in words if len(word) == 2])
        self.arrays: dict[str, NDArray[Any]] = {
            **confusables.arrays(likeness),
            **confusables.homophones(seen, [*vocabulary, *(set(likeness) - set(vocabulary))]),
            **word_arrays(words),
        }
        chance = random.Random(11)
        known = {word: count for word, count in seen.items() if count >= _LEAST_CHARACTER}
        mistyped = WordConfusions(known, likeness, counts)
        drawn = random_confusions(likeness, counts, 60_000, chance)
        rare = random_confusions(likeness, counts, 60_000, chance, rare=True)
        # The other half of the typists' confusions is for measuring.
        typists, _ = confusions(os.path.join(folder, "cscd_ns_dev.tsv"))
        self.slips = gating.Slips(typists, drawn, rare, mistyped, chance)

    def language(self, texts: Sequence[Text]) -> tuple[dict[str, NDArray[Any]], dict[int, int]]:
        """The arrays of a language model of texts, and how many n-grams of each length there are."""
        codes = ngram_counts.concatenate_texts((text.shadow for text in texts), self.symbols)
        found = ngram_counts.count_ngrams(codes, LEAST)
        sizes = {length: len(some) for length, (some, _) in found.items()}
        return {
            **self.arrays,
            **symbol_arrays(codes, self.symbols),
            **ngram_counts.build_ngram_arrays(found),
        }, sizes

    def phrases(self, texts: Sequence[Text]) -> dict[str, NDArray[Any]]:
        """The arrays of the fixed phrases of texts."""
        return phrases.arrays(ngram_counts.concatenate_texts((text.shadow for text in texts), self.symbols))


def _together(codes: Symbols, words: Sequence[str]) -> dict[str, int]:
    """How often the two characters of words stand together in a text."""
    found, counts = ngram_counts.count_ngrams(codes, (0, 1, 1) + (1 << 60,) * ORDER)[2]
    letters = np.array([[ord(character) for character in word] for word in words], np.uint16).T
    keys = hash_windows(letters, 2)[2][0]
    index = np.minimum(np.searchsorted(found, keys), len(found) - 1)
    return dict(zip(words, np.where(found[index] == keys, counts[index], 0).tolist(), strict=True))


def opened(arrays: dict[str, NDArray[Any]], path: str) -> Model:
    """A model of arrays, by way of a file."""
    array_file.write_arrays(path, arrays, {})
    return Model(array_file.load_arrays(path))


def main() -> None:
    """Reads, fits fold by fold, and writes the model and its record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts")
    parser.add_argument(
        "--typos", default=None, help="the folder of confusions; ../typos beside the texts' folder"
    )
    asked = parser.parse_args()
    folder = asked.typos or os.path.join(os.path.dirname(os.path.dirname(asked.texts)), "typos")
    every = list(read(asked.texts))
    texts = [text for text in every if text.part != "test"]
    ground = Ground(texts, folder)
    judged: dict[str, list[gating.Judged]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for fold in map(str, range(FOLDS)):
            arrays, _ = ground.language([text for text in texts if text.part != fold])
            model = opened(arrays, os.path.join(temporary, f"{fold}.bin"))
            judged[fold] = list(
                gating.judged(model, [text for text in texts if text.part == fold], ground.slips)
            )
            _say(f"fold {fold}: {len(judged[fold])} texts judged")
    alarms: list[gating.Told] = []
    length = 0
    for fold in judged:
        gate = gating.fitted([one for other, some in judged.items() if other != fold for one in some])
        for one in judged[fold]:
            if one.kind == "clean" and gating.recent(one.text):
                alarms += gating.told(one, lambda rows, gate=gate: gate.predict_proba(rows)[:, 1])  # type: ignore[misc]
                length += len(one.text.shadow)
        _say(f"fold {fold}: thresholds")
    with open(_GENUINE, encoding="utf-8") as lines:
        genuine = [line.strip() for line in lines if line.strip()]
    alarms = gating.without_genuine(alarms, genuine)
    least = gating.thresholds(alarms, length)
    gate = gating.fitted([one for some in judged.values() for one in some])
    arrays, sizes = ground.language(texts)
    record = {
        "texts": len(texts),
        "characters": characters(texts),
        "held_back_texts": len(every) - len(texts),
        "held_back_characters": characters(every) - characters(texts),
        "sources": sorted({text.source for text in texts}),
        "ngrams": {str(length): size for length, size in sizes.items()},
        "alarm_characters": length,
        "least_probability": {f"{rate:g}": round(value, 4) for rate, value in least.items()},
    }
    array_file.write_arrays(
        MODEL_PATH, {**arrays, **ground.phrases(texts), **gating.arrays(gate, least)}, record
    )
    record["built"] = date.today().isoformat()
    record["bytes"] = os.path.getsize(MODEL_PATH)
    with open(os.path.splitext(MODEL_PATH)[0] + ".json", "w", encoding="utf-8") as file:
        json.dump(record, file, ensure_ascii=False, indent=2, sort_keys=True)
        file.write("\n")
    with open("alarms.txt", "w", encoding="utf-8") as file:
        for told in sorted(alarms, key=lambda one: -one.suspect.probability)[:400]:
            file.write(
                f"{told.suspect.probability:.3f}\t{told.text.source}\t{told.text.date}\t{told.shown}\n"
            )


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
