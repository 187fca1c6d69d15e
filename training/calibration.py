"""Calibrate the language model by region and genre: ``python -m training.calibration ../shared/data``.

For each region and genre that the model has learned, clean texts that it has not seen set the least probability to report
for each rate of false alarms: the held-back texts of the corpus, policies that the corpus lacks, and the clean texts of
``alarms``. Genuine errors that a person has found in these texts (``genuine.txt``) are no false alarms. Each fifth of the
texts also tests the thresholds of the others; the table has both counts. Writes ``calibration.tsv`` of
`policytext.typos.calibration`, and ``alarms.txt`` with the most probable false alarms for a person to read.
"""

import argparse
import csv
import lzma
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import exp, log
from typing import NamedTuple

from policytext.digests import blake2b
from policytext.model.document import Source
from policytext.outliner import parse
from policytext.text.prepared import PreparedDocument
from policytext.tokenizer.word_table import Script
from policytext.typos.calibration import CALIBRATION_PATH, find_genre
from policytext.typos.model import Model
from policytext.typos.model_file import open_model_file
from policytext.typos.unlikely_characters import Suspect, find_suspects
from training.corpus import read_texts

#: The alarm rates, as false positives in 10,000 characters, for which probabilities are stored.
RATES = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
#: The regions and genres whose texts the model has learned. Others have no row: nothing is reported there.
KINDS = (("mainland", "law"), ("mainland", "document"), ("mainland", "passage"), ("tw", "law"))
#: One law of Taiwan in this number is read; benchmarks measure on the others.
_LAWS_STEP = 6
_LEAST_PROBABILITY = 0.05
_MOST_PROBABILITY = 0.999
_AROUND = 9  # characters shown on either side of an alarm
_GENUINE = os.path.join(os.path.dirname(__file__), "genuine.txt")
_SHOWN = 400
_TAIL = 20  # alarms
_PARTS = 5
#: The share of a rate that is allowed where it is estimated: texts of one genre differ, and few say how much.
_CAUTION = 0.85


class CleanText(NamedTuple):
    """A clean text of a region and a genre.

    Args:
        kind: Its region and genre.
        part: The part of the texts it belongs to, below `_PARTS`.
        size: Its number of characters.
        alarms: The suspects in it, without genuine errors: their log-odds and an excerpt.
    """

    kind: tuple[str, str]
    part: int
    size: int
    alarms: list[tuple[float, str]]


def format_alarm(shadow: str, suspect: Suspect) -> str:
    """Return a suspect as ``[old→new]``, with nine characters on either side."""
    start, end, new, _ = suspect
    before, after = shadow[max(start - _AROUND, 0) : start], shadow[end : end + _AROUND]
    return f"{before}[{shadow[start:end]}→{new}]{after}".replace("\n", "|")


def read_clean_texts(folder: str) -> Iterator[str]:
    """Read the clean texts that the model has not seen."""
    learned = set()
    for text in read_texts(os.path.join(folder, "corpus", "official.jsonl.xz")):
        learned.add(text.shadow[:100])
        if text.part == "test":
            yield text.shadow
    with open(os.path.join(folder, "policies", "index.tsv"), encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            with open(os.path.join(folder, row["path"]), encoding="utf-8") as file:
                document = file.read()
            if PreparedDocument(parse(Source(text=document))).shadow.strip()[:100] not in learned:
                yield document
    for name, step in (("tw_laws.txt.xz", _LAWS_STEP), ("party_prose.txt", 1), ("mixed_prose.txt", 1)):
        path = os.path.join(folder, "alarms", name)
        with (
            lzma.open(path, "rt", encoding="utf-8")
            if name.endswith("xz")
            else open(path, encoding="utf-8") as lines
        ):
            for number, line in enumerate(lines):
                if number % step == 0:
                    yield line.rstrip("\n").replace("\\n", "\n")


def find_alarms(texts: Iterator[str], model: Model, genuine: Sequence[str]) -> Iterator[CleanText]:
    """Find the false alarms in clean texts of the kinds that are calibrated."""
    for text in texts:
        prepared = PreparedDocument(parse(Source(text=text)))
        document = prepared.document
        kind = (document.frame.region or "", find_genre(document.frame.kind))
        if kind not in KINDS:
            continue
        script: Script = "hant" if document.script == "hant" else "hans"
        suspects = find_suspects(prepared.text, prepared.shadow, script, model, _LEAST_PROBABILITY)
        shown = [(suspect, format_alarm(prepared.shadow, suspect)) for suspect in suspects]
        alarms = [
            (log(suspect.probability / (1 - suspect.probability)), excerpt)
            for suspect, excerpt in shown
            if not any(error in excerpt for error in genuine)
        ]
        yield CleanText(
            kind,
            blake2b(text.encode("utf-8", "replace"), digest_size=1).digest()[0] % _PARTS,
            len(text),
            alarms,
        )


def fit_threshold(alarms: Sequence[float], size: int, rate: float) -> float:
    """Return the least log-odds to report for a rate, between the last alarm that is accepted and the next one.

    Where few alarms are accepted, the last of them is a matter of chance. Then `_TAIL` alarms decide: above the least of
    them alarms become rarer by the same share for each unit of log-odds.

    Args:
        alarms: The log-odds of the false alarms, descending.
        size: The number of characters of the texts.
        rate: The false alarms accepted in 10,000 characters.
    """
    expected = size * rate / 10_000
    accepted = int(expected)
    most = log(_MOST_PROBABILITY / (1 - _MOST_PROBABILITY))
    if accepted < _TAIL:
        tail = alarms[:_TAIL]
        if not tail:
            return most
        excess = sum(tail) / len(tail) - tail[-1]
        return min(tail[-1] + excess * log(len(tail) / max(_CAUTION * expected, 1e-9)), most)
    if accepted >= len(alarms):
        return log(_LEAST_PROBABILITY / (1 - _LEAST_PROBABILITY))
    return (alarms[accepted - 1] + alarms[accepted]) / 2


def calibrate(texts: Sequence[CleanText]) -> list[tuple[float, float, int, float]]:
    """Calibrate one kind of texts.

    Returns:
        For each rate: the rate, the least probability, the alarms of these texts, and the alarms in 10,000 characters of each part
        at the threshold of the others.
    """
    sizes = [sum(text.size for text in texts if text.part == part) for part in range(_PARTS)]
    odds = [
        [value for text in texts if text.part == part for value, _ in text.alarms] for part in range(_PARTS)
    ]
    every = sorted((value for some in odds for value in some), reverse=True)
    others = [
        sorted((value for at, some in enumerate(odds) if at != part for value in some), reverse=True)
        for part in range(_PARTS)
    ]
    rows = []
    for rate in RATES:
        least = fit_threshold(every, sum(sizes), rate)
        elsewhere = sum(
            sum(value >= least_of_others for value in odds[part])
            for part in range(_PARTS)
            for least_of_others in (fit_threshold(others[part], sum(sizes) - sizes[part], rate),)
        )
        count = sum(value >= least for value in every)
        rows.append((rate, 1 / (1 + exp(-least)), count, elsewhere / sum(sizes) * 10_000))
    return rows


def write_table(path: str, texts: Sequence[CleanText]) -> None:
    """Write the table of thresholds with its counts."""
    by_kind: dict[tuple[str, str], list[CleanText]] = defaultdict(list)
    for text in texts:
        by_kind[text.kind].append(text)
    with open(path, "w", encoding="utf-8") as file:
        file.write(
            "# Written by `python -m training.calibration`: the least probability to report, by region and genre.\n"
        )
        file.write(
            "# alarms: false alarms in these clean texts; elsewhere: false alarms in 10,000 characters of each fifth\n"
        )
        file.write("# of the texts at the thresholds of the others.\n")
        file.write("region\tgenre\trate\tprobability\ttexts\tcharacters\talarms\telsewhere\n")
        for kind in KINDS:
            size = sum(text.size for text in by_kind[kind])
            for rate, probability, alarms, elsewhere in calibrate(by_kind[kind]):
                cells = [
                    *kind,
                    f"{rate:g}",
                    f"{probability:.4f}",
                    len(by_kind[kind]),
                    size,
                    alarms,
                    f"{elsewhere:.2f}",
                ]
                file.write("\t".join(map(str, cells)) + "\n")


def main() -> None:
    """Find the false alarms of clean texts, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data")
    options = parser.parse_args()
    with open(_GENUINE, encoding="utf-8") as lines:
        genuine = [line.strip() for line in lines if line.strip()]
    texts = list(find_alarms(read_clean_texts(options.data), Model(open_model_file()), genuine))
    write_table(CALIBRATION_PATH, texts)
    shown = sorted(
        ((value, text.kind, excerpt) for text in texts for value, excerpt in text.alarms), reverse=True
    )
    with open("alarms.txt", "w", encoding="utf-8") as file:
        for value, kind, excerpt in shown[:_SHOWN]:
            file.write(f"{1 / (1 + exp(-value)):.3f}\t{' '.join(kind)}\t{excerpt}\n")
    print(f"{len(texts):,} texts", file=sys.stderr)


if __name__ == "__main__":
    main()
