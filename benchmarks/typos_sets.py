"""Sets of slips: planted ones, sentences with wrong characters, fixed phrases; and peers on the same."""

import json
import random
import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
from typos_ours import RATES, Found, Ours

from policytext.text.shadow import fold
from policytext.typos.near_misses import find_near_misses
from policytext.typos.ngram_counts import find_han_runs
from policytext.typos.ngrams import hash_windows
from policytext.typos.phrase_hashing import HOLES, LENGTH
from policytext.typos.phrases import Phrases
from policytext.typos.symbols import encode_symbols
from training.corpus import TrainingText
from training.synthetic_errors import PlantedError

_SHARED = 12  # characters that a test sentence may not share with a training text
_AUTOCORRECT = """
import sys, json, autocorrect_py
texts = json.load(open(sys.argv[1], encoding="utf-8"))
json.dump([autocorrect_py.format(text) for text in texts], open(sys.argv[2], "w", encoding="utf-8"))
"""


def recall(
    ours: Ours, planted: Sequence[tuple[str, list[PlantedError]]]
) -> dict[float | None, tuple[float, float]]:
    """For each rate the share of slips that were found, and the share of these that were mended rightly."""
    said = [(ours(text), slips) for text, slips in planted]
    total = sum(len(slips) for _, slips in said)
    result: dict[float | None, tuple[float, float]] = {}
    for rate in (None, *RATES):
        found = right = 0
        for every, slips in said:
            by_place = {place: one for one in ours.enough(every, rate) for place in range(one.start, one.end)}
            for slip in slips:
                one = by_place.get(slip.at)
                if one:
                    found += 1
                    right += (
                        one.new[slip.at - one.start : slip.at - one.start + len(slip.right)] == slip.right
                    )
        result[rate] = found / total, right / max(found, 1)
    return result


class Scored(NamedTuple):
    """Wrong characters of sentences: how many there are, how many were flagged, rightly and wrongly, rightly mended."""

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


def scored(pairs: Sequence[tuple[str, str]], said: Sequence[Sequence[Found]]) -> Scored:
    """Character by character: what is flagged, and what should be."""
    errors = hit = false = right = 0
    for (wrong, good), found in zip(pairs, said, strict=True):
        errors += sum(a != b for a, b in zip(wrong, good, strict=True))
        for start, end, new, *_ in found:
            for place in range(start, end):
                if wrong[place] != good[place]:
                    hit += 1
                    right += len(new) == end - start and new[place - start] == good[place]
                elif len(new) == end - start and new[place - start] != wrong[place]:
                    false += 1
    return Scored(errors, hit, false, right)


def sentences(
    path: Path, seen: "np.ndarray[tuple[int], np.dtype[np.uint64]]", ours: Ours
) -> list[tuple[str, str]]:
    """Wrong and right sentences of equal length that share no twelve Chinese characters with a training text."""
    pairs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        wrong, right = (fold(part) for part in line.split("\t")[:2])
        if len(wrong) == len(right):
            mine = twelve(encode_symbols(right, ours.model.symbols)[0])
            place = np.minimum(np.searchsorted(seen, mine), len(seen) - 1)
            if not (seen[place] == mine).any():
                pairs.append((wrong, right))
    return pairs


def twelve(
    codes: "np.ndarray[tuple[int], np.dtype[np.uint16]]",
) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
    """The numbers of all twelve Chinese characters in a row."""
    if len(codes) < _SHARED:
        return np.zeros(0, np.uint64)
    found: np.ndarray[tuple[int], np.dtype[np.uint64]] = hash_windows(codes, _SHARED)[_SHARED][
        find_han_runs(codes, _SHARED)
    ]
    return found


def dictionary_way(path: Path) -> Callable[[str], list[Found]]:
    """pycorrector's way with a dictionary: each wrong phrase of its list is looked for as it stands."""
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
        Found(*found.span(), pairs[found.group()], 1.0, "error") for found in pattern.finditer(text)
    ]


def autocorrect(python: str, texts: Sequence[str]) -> list[int] | None:
    """How many Chinese characters autocorrect changes in each text, blanks and punctuation left out; None without it."""
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


def in_phrases(ours: Ours, texts: Sequence[TrainingText], chance: random.Random) -> list[str]:
    """A character of a fixed phrase left out, typed twice, mistyped: the share that the error tier finds."""
    places = []
    for text in chance.sample(list(texts), min(300, len(texts))):
        shadow = text.shadow
        for _ in range(len(shadow) // 60):
            at = chance.randrange(30, max(len(shadow) - 30, 31))
            if len(shadow) > 100 and _in_phrase(ours.phrases, shadow, at):
                places.append(shadow[at - 30 : at + 31])
    rows = []
    for kind in ("left out", "typed twice"):
        found = total = 0
        for around in places:
            character = around[30]
            if kind == "left out" and character in (around[29], around[31]):
                continue
            changed = around[:30] + ("" if kind == "left out" else character * 2) + around[31:]
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
