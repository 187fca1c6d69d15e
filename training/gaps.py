"""Fit the weights of missing and extra characters: ``python -m training.gaps ../shared/data``.

A language model of all folds but one scores the texts of that fold, clean and with characters left out, typed twice or put
in by chance. A logistic regression on these writes ``gaps.tsv`` of `policytext.typos.gaps`. Held-back texts are never used.
"""

import argparse
import os
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from policytext.typos.array_names import Features, Floats
from policytext.typos.gap_features import NAMES
from policytext.typos.gaps import WEIGHTS_PATH, Gap, Kind, compute_word_gain
from policytext.typos.model import Model
from policytext.typos.unlikely_characters import compute_candidate_features
from training.corpus import TrainingText, read_texts

_FOLD = "0"
_STATUTES = 150
_TEXT_LIMIT = 40_000  # characters of a text that are used
_SPARSE = 200  # characters for each error
_MINIMUM_DISTANCE = 14
_NEIGHBOURHOOD = 4
_SHARE_MISSING, _SHARE_DOUBLED, _SHARE_FROM_TEXT = 0.5, 0.72, 0.86
_INTRUDERS = "的了和在是有对为中等"
_PENALTY, _STEPS = 1.0, 40
#: False alarms in 10,000 characters of the clean texts, of each kind, at even odds.
_EVEN_RATE = 0.1
#: What the log-odds of each kind lose, so that most accepted alarms are left to wrong characters: extra ones are hardly found
#: more often at a lower threshold.
_RESERVE: dict[Kind, float] = {"missing": 1.0, "extra": 2.5}


class PlantedGap(NamedTuple):
    """A missing or extra character: its offset in the wrong text, and the character."""

    kind: Kind
    at: int
    character: str


def plant_gaps(text: str, chance: random.Random) -> tuple[str, list[PlantedGap]]:
    """Leave characters out of a text, type some twice, and put some in."""
    number = min(int(len(text) / _SPARSE + chance.random()), max(len(text) - 7, 0))
    parts: list[str] = []
    planted: list[PlantedGap] = []
    taken = size = 0
    for place in sorted(chance.sample(range(3, max(len(text) - 3, 4)), number)):
        if place - taken < _MINIMUM_DISTANCE or not all(
            "\u4e00" <= sign <= "\u9fff" for sign in text[place - 1 : place + 2]
        ):
            continue
        draw = chance.random()
        if draw < _SHARE_MISSING and text[place] not in (text[place - 1], text[place + 1]):
            piece, end, gap = (
                text[taken:place],
                place + 1,
                PlantedGap("missing", size + place - taken, text[place]),
            )
        else:
            some = text if draw < _SHARE_FROM_TEXT else _INTRUDERS
            extra = text[place] if draw < _SHARE_DOUBLED else chance.choice(some)
            piece, end, gap = (
                text[taken:place] + extra,
                place,
                PlantedGap("extra", size + place - taken, extra),
            )
        parts.append(piece)
        planted.append(gap)
        taken, size = end, size + len(piece)
    return "".join([*parts, text[taken:]]), planted


def is_corrected(text: str, gap: Gap, planted: PlantedGap) -> bool:
    """Return whether a candidate corrects a planted error."""
    if gap.kind != planted.kind:
        return False
    at = gap.end - 1
    if gap.kind == "missing":
        return at == planted.at and gap.character == planted.character
    low, high = min(at, planted.at), max(at, planted.at)
    return text[low:high] == text[low + 1 : high + 1]


def _score(model: Model, texts: Sequence[TrainingText]) -> Iterator[tuple[Kind, Features, int]]:
    """Yield the candidates' features, with 0 for a false alarm in a clean text, 1 for an error, and 2 near an error."""
    chance = random.Random(17)
    for text in texts:
        clean = text.shadow[:_TEXT_LIMIT]
        for shown, planted in ((clean, []), plant_gaps(clean, chance)):
            for gap in compute_candidate_features(shown, model).gaps:
                near = [error for error in planted if abs(error.at - gap.end) <= _NEIGHBOURHOOD]
                right = any(is_corrected(shown, gap, error) for error in near)
                words = compute_word_gain(gap, shown, shown, "hans")
                if near or not planted:
                    yield gap.kind, np.append(gap.row, words), 1 if right else 2 if near else 0


def fit_logistic(rows: Features, right: Floats) -> Floats:
    """Return the log-odds without evidence and the weight of each column, by Newton's method with a small penalty."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    table = np.c_[np.ones(len(rows)), (rows - mean) / scale]
    weights = np.zeros(table.shape[1])
    penalty = np.full(len(weights), _PENALTY)
    penalty[0] = 0.0
    for _ in range(_STEPS):
        share = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        gradient = table.T @ (right - share) - penalty * weights
        curvature = (table * (share * (1 - share))[:, None]).T @ table + np.diag(penalty + 1e-9)
        weights += np.linalg.solve(curvature, gradient)
    raw = weights[1:] / scale
    found: Floats = np.concatenate(([weights[0] - raw @ mean], raw))
    return found


def main() -> None:
    """Build the fold's model, score its texts, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data")
    parser.add_argument("--model", help="a model of the other folds that is built already")
    options = parser.parse_args()
    texts = [
        text
        for text in read_texts(os.path.join(options.data, "corpus", "official.jsonl.xz"))
        if text.part != "test"
    ]
    mine = [text for text in texts if text.part == _FOLD]
    statutes = [text for text in mine if text.statute]
    chosen = [text for text in mine if not text.statute] + random.Random(3).sample(
        statutes, min(_STATUTES, len(statutes))
    )
    size = sum(len(text.shadow[:_TEXT_LIMIT]) for text in chosen)
    with tempfile.TemporaryDirectory() as temporary:
        path = options.model or os.path.join(temporary, "fold.bin")
        if not options.model:
            from training.build import TrainingData, load_model_from

            data = TrainingData(texts, os.path.join(options.data, "typos"))
            load_model_from(data.language([text for text in texts if text.part != _FOLD])[0], path)
        from policytext.typos import array_file

        found: dict[Kind, list[tuple[Features, int]]] = defaultdict(list)
        for kind, row, label in _score(Model(array_file.load_arrays(path)), chosen):
            found[kind].append((row, label))
    columns = []
    for kind in _RESERVE:
        rows = np.array([row for row, _ in found[kind]])
        labels = np.array([label for _, label in found[kind]])
        weights = fit_logistic(rows, (labels == 1).astype(float))
        odds = np.sort((weights[0] + rows @ weights[1:])[labels == 0])[::-1]
        weights[0] -= odds[int(size * _EVEN_RATE / 10_000)] + _RESERVE[kind]
        columns.append(weights)
        print(
            f"{kind}: {len(rows)} candidates, {(labels == 1).sum()} right, {size:,} characters",
            file=sys.stderr,
        )
    with open(WEIGHTS_PATH, "w", encoding="utf-8") as file:
        file.write(
            "# Written by `python -m training.gaps`: the log-odds without evidence, and the weight of each feature.\n"
        )
        file.write("feature\tmissing\textra\n")
        for name, missing, extra in zip(["base", *NAMES, "words"], *columns, strict=True):
            file.write(f"{name}\t{missing:.6g}\t{extra:.6g}\n")


if __name__ == "__main__":
    main()
