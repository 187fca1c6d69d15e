"""Test sets of typos (planted errors, sentences with wrong characters, fixed phrases), and peers on the same sets."""

import json
import random
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
from typos_ours import RATES, Detector, Result

from policytext.text.shadow import fold
from policytext.typos.near_misses import find_near_misses
from policytext.typos.ngram_counts import find_han_runs
from policytext.typos.ngrams import hash_windows
from policytext.typos.phrase_hashing import HOLES, LENGTH
from policytext.typos.phrases import Phrases
from policytext.typos.symbols import encode_symbols
from training.corpus import TrainingText
from training.synthetic_errors import Confusions, PlantedError

#: Wrong and right sentences by others than the typists whose pairs the trees were fitted on: annotators of official texts
#: and of law texts, users of a payment app, and learners of Chinese.
OTHER_SOURCES = ("ecspell_odw_train", "ecspell_law_train", "alipayseq", "sighan14_test_trad")
_SHARED = 12  # characters that a test sentence may not share with a training text
_AUTOCORRECT = """
import sys, json, autocorrect_py
texts = json.load(open(sys.argv[1], encoding="utf-8"))
json.dump([autocorrect_py.format(text) for text in texts], open(sys.argv[2], "w", encoding="utf-8"))
"""


def read_other_pairs(folder: Path, fitted: Confusions) -> Confusions:
    """Read the pairs of right and wrong characters of other sources, without those that the trees were fitted on."""
    pairs: Counter[tuple[str, str]] = Counter()
    for name in OTHER_SOURCES:
        for line in (folder / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
            wrong, right = (fold(part) for part in line.split("\t")[:2])
            if len(wrong) == len(right):
                pairs.update(
                    (good, bad)
                    for bad, good in zip(wrong, right, strict=True)
                    if bad != good and min(bad, good) >= "\u4e00" and max(bad, good) <= "\u9fff"
                )
    return {pair: count for pair, count in sorted(pairs.items()) if pair not in fitted}


def measure_recall(
    ours: Detector, planted: Sequence[tuple[str, list[PlantedError]]]
) -> dict[float | None, tuple[float, float]]:
    """Return for each rate the share of errors that are found, and the share of these with the right correction."""
    results = [(ours(text), errors) for text, errors in planted]
    total = sum(len(errors) for _, errors in planted)
    shares: dict[float | None, tuple[float, float]] = {}
    for rate in (None, *RATES):
        found = right = 0
        for every, errors in results:
            by_place = {
                place: result
                for result in ours.select(every, rate)
                for place in range(result.start, result.end)
            }
            for error in errors:
                result = by_place.get(error.at)
                if result:
                    found += 1
                    right += (
                        result.new[error.at - result.start : error.at - result.start + len(error.right)]
                        == error.right
                    )
        shares[rate] = found / total, right / max(found, 1)
    return shares


class Score(NamedTuple):
    """Counts of characters: wrong ones, those reported rightly and falsely, and those with the right correction."""

    errors: int
    hit: int
    false: int
    right: int

    def __str__(self) -> str:
        flagged = self.hit + self.false
        return (
            f"{self.hit / self.errors:.3f} | {self.hit / max(flagged, 1):.3f} | {self.right / max(self.hit, 1):.3f} |"
            f" {self.false}"
        )


def score(pairs: Sequence[tuple[str, str]], results: Sequence[Sequence[Result]]) -> Score:
    """Compare the results with the right sentences, character by character."""
    errors = hit = false = right = 0
    for (wrong, good), found in zip(pairs, results, strict=True):
        errors += sum(a != b for a, b in zip(wrong, good, strict=True))
        for start, end, new, *_ in found:
            for place in range(start, end):
                if wrong[place] != good[place]:
                    hit += 1
                    right += len(new) == end - start and new[place - start] == good[place]
                elif len(new) == end - start and new[place - start] != wrong[place]:
                    false += 1
    return Score(errors, hit, false, right)


def read_sentences(
    path: Path, seen: "np.ndarray[tuple[int], np.dtype[np.uint64]]", ours: Detector
) -> list[tuple[str, str]]:
    """Read wrong and right sentences of equal length that share no twelve Chinese characters with a training text."""
    pairs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        wrong, right = (fold(part) for part in line.split("\t")[:2])
        if len(wrong) == len(right):
            mine = hash_windows_of_twelve(encode_symbols(right, ours.model.symbols)[0])
            place = np.minimum(np.searchsorted(seen, mine), len(seen) - 1)
            if not (seen[place] == mine).any():
                pairs.append((wrong, right))
    return pairs


def hash_windows_of_twelve(
    codes: "np.ndarray[tuple[int], np.dtype[np.uint16]]",
) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
    """Return the hashes of all windows of twelve Chinese characters."""
    if len(codes) < _SHARED:
        return np.zeros(0, np.uint64)
    found: np.ndarray[tuple[int], np.dtype[np.uint64]] = hash_windows(codes, _SHARED)[_SHARED][
        find_han_runs(codes, _SHARED)
    ]
    return found


def build_dictionary_detector(path: Path) -> Callable[[str], list[Result]]:
    """Return a detector that finds the wrong phrases of pycorrector's list."""
    pairs: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if (
            not line.startswith("#")
            and len(parts) >= 2
            and parts[0] != parts[1]
            and len(parts[0]) == len(parts[1])
        ):
            pairs[parts[0]] = parts[1]
    pattern = re.compile("|".join(map(re.escape, sorted(pairs, key=len, reverse=True))))
    return lambda text: [
        Result(*found.span(), pairs[found.group()], 1.0, "error") for found in pattern.finditer(text)
    ]


def run_autocorrect(python: str, texts: Sequence[str]) -> list[int] | None:
    """Return for each text whether autocorrect changes a Chinese character (1 or 0), or None if it is not installed."""
    with TemporaryDirectory() as folder:
        given, taken = Path(folder, "given.json"), Path(folder, "taken.json")
        given.write_text(json.dumps(list(texts)), encoding="utf-8")
        try:
            subprocess.run(
                [python, "-c", _AUTOCORRECT, str(given), str(taken)], check=True, capture_output=True
            )
        except (OSError, subprocess.CalledProcessError):
            return None
        after = json.loads(taken.read_text(encoding="utf-8"))
    han = re.compile("[^\u4e00-\u9fff]")
    return [int(han.sub("", old) != han.sub("", new)) for old, new in zip(texts, after, strict=True)]


def measure_phrases(ours: Detector, texts: Sequence[TrainingText], chance: random.Random) -> list[str]:
    """Return a table of the near misses that are found when a character of a fixed phrase is omitted or typed twice."""
    places = []
    for text in chance.sample(list(texts), min(300, len(texts))):
        shadow = text.shadow
        for _ in range(len(shadow) // 60):
            at = chance.randrange(30, max(len(shadow) - 30, 31))
            if len(shadow) > 100 and _in_phrase(ours.phrases, shadow, at):
                places.append(shadow[at - 30 : at + 31])
    rows = []
    for kind in ("omitted", "typed twice"):
        found = total = 0
        for around in places:
            character = around[30]
            if kind == "omitted" and character in (around[29], around[31]):
                continue
            changed = around[:30] + ("" if kind == "omitted" else character * 2) + around[31:]
            total += 1
            found += any(abs(miss.span[0] - 30) <= 1 for miss in find_near_misses(changed, ours.phrases))
        rows.append(f"| {kind} | {total:,} | {found / total:.3f} |")
    return rows


def _in_phrase(phrases: Phrases, shadow: str, at: int) -> bool:
    for hole in HOLES:
        before, after = shadow[at - hole : at], shadow[at + 1 : at + LENGTH - hole]
        if all("\u4e00" <= sign <= "\u9fff" for sign in before + shadow[at] + after):
            found = phrases.find_between(before, after)
            if found and found[0] == shadow[at]:
                return True
    return False
