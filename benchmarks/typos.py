"""Measure the detection of typos: false positives, recall, calibration, speed, and peers, on the same texts in one run.

    python benchmarks/typos.py DATA [--python PYTHON]

DATA has ``corpus/official.jsonl.xz`` and ``typos/``; PYTHON is an interpreter with ``autocorrect-py``. No data of the measurement
were used for training: the held-back texts of `training.corpus`, the second half of the typists' confusions, pairs of
characters from other sources, and ECSpell's sentences without those that share twelve characters with a training text. Writes ``typos.md`` and ``typos.png`` beside this file,
and ``typos-alarms.txt`` (not in version control) with every false positive at rate 0.5, for a person to read.
"""

import argparse
import random
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from typos_alarms import measure_clean_kinds
from typos_gaps import measure_gaps
from typos_ours import RATES, Detector, count_reported, format_label, format_place
from typos_sets import (
    OTHER_SOURCES,
    build_dictionary_detector,
    hash_windows_of_twelve,
    measure_phrases,
    measure_recall,
    read_other_pairs,
    read_sentences,
    run_autocorrect,
    score,
)
from typos_speed import measure_speed

from policytext.text.shadow import fold
from policytext.typos.symbols import encode_symbols
from training.corpus import TrainingText, read_texts
from training.synthetic_errors import PlantedError, plant_errors, read_confusions

HERE = Path(__file__).resolve().parent
_GENUINE = HERE / "typos-genuine.txt"


def measure_alarms(ours: Detector, texts: Sequence[TrainingText], lines: list[str]) -> list[str]:
    """Return a table of the false positives on clean texts, and add those at rate 0.5 to `lines`."""
    genuine = [excerpt for excerpt in _GENUINE.read_text(encoding="utf-8").split("\n") if excerpt]
    results = [(text, ours(text.shadow)) for text in texts]
    size = sum(len(text.shadow) for text in texts)
    rows = []
    for rate in (None, *RATES):
        reported = [(text, result) for text, found in results for result in ours.select(found, rate)]
        real = sum(
            any(excerpt in format_place(text.shadow, result) for excerpt in genuine)
            for text, result in reported
        )
        false = len(reported) - real
        rows.append(f"| {format_label(rate)} | {false} | {real} | {false / size * 10_000:.3f} |")
        if rate == 0.5:
            lines += sorted(
                f"{result.probability:.3f}\t{text.source}\t{text.title[:24]}\t{format_place(text.shadow, result)}"
                for text, result in reported
            )
    return [
        f"{len(texts):,} texts, {size:,} characters",
        "",
        "| findings | false | genuine errors | false in 10,000 characters |",
        "|---|---|---|---|",
        *rows,
    ]


def measure_sentences(
    ours: Detector, name: str, typos: Path, texts: Sequence[TrainingText], python: str
) -> list[str]:
    """Return a table of policytext and its peers on a set of wrong and right sentences."""
    table = ours.model.symbols
    training = [text.shadow for text in texts if text.part != "test" and len(text.shadow) > 50]
    seen = np.unique(
        np.concatenate([hash_windows_of_twelve(encode_symbols(shadow, table)[0]) for shadow in training])
    )
    pairs = read_sentences(typos / f"{name}.tsv", seen, ours)
    wrong = [sentence for sentence, _ in pairs]
    results = [ours(sentence) for sentence in wrong]
    out = [f"## {name}, {len(pairs):,} sentences without overlap", ""]
    out += ["| method | recall | precision | corrections right | false positives |", "|---|---|---|---|---|"]
    for rate in (None, *RATES):
        out.append(
            f"| policytext, {format_label(rate)} | {score(pairs, [ours.select(found, rate) for found in results])} |"
        )
    dictionary = build_dictionary_detector(typos / "confusion" / "pycorrector_tests_custom_confusion.txt")
    out.append(f"| pycorrector's dictionary | {score(pairs, [dictionary(sentence) for sentence in wrong])} |")
    changed = run_autocorrect(python, wrong)
    if changed is not None:
        out.append(f"| autocorrect: {sum(changed)} sentences with a changed Chinese character | 0 | | | |")
    return out


def measure_newspaper(ours: Detector, path: Path) -> list[str]:
    """Return a table of the false positives on clean sentences of a newspaper."""
    clean = [fold(line.split("\t")[0]) for line in path.read_text(encoding="utf-8").splitlines()]
    size = sum(map(len, clean))
    results = [ours(text) for text in clean]
    out = ["## Clean sentences of a newspaper of 1998", "", f"{size:,} characters", ""]
    out += ["| findings | false | in 10,000 characters |", "|---|---|---|"]
    for rate in (None, *RATES):
        count = count_reported(ours, results, rate)
        out.append(f"| {format_label(rate)} | {count} | {count / size * 10_000:.2f} |")
    return out


def measure_planted(
    ours: Detector, planted: Sequence[tuple[str, list[PlantedError]]], origin: str
) -> list[str]:
    """Return a table of the planted errors that are found at each rate."""
    count = sum(len(errors) for _, errors in planted)
    return [
        f"{count:,} errors, {origin}",
        "",
        "| findings | recall | corrections right |",
        "|---|---|---|",
        *(
            f"| {format_label(rate)} | {share:.3f} | {right:.3f} |"
            for rate, (share, right) in measure_recall(ours, planted).items()
        ),
    ]


def measure_calibration(
    ours: Detector, planted: Sequence[tuple[str, list[PlantedError]]], path: Path
) -> list[str]:
    """Compare the probabilities of warnings with the share that is right, in a table and a plot.

    Args:
        ours: the detector.
        planted: texts with an error every 150 characters, and these errors.
        path: the file of the plot.
    """
    pairs: list[tuple[float, bool]] = []
    for text, errors in planted:
        places = {error.at for error in errors}
        pairs += [
            (result.probability, not places.isdisjoint(range(result.start, result.end)))
            for result in ours(text).results
            if result.tier == "warning"
        ]
    edges = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0001]
    rows, points = [], []
    for low, high in pairwise(edges):
        some = [(chance, yes) for chance, yes in pairs if low <= chance < high]
        if some:
            mean, share = (
                sum(chance for chance, _ in some) / len(some),
                sum(yes for _, yes in some) / len(some),
            )
            points.append((mean, share))
            rows.append(f"| {low:.2f} to {min(high, 1):.2f} | {len(some):,} | {mean:.3f} | {share:.3f} |")
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(4.8, 4.8), layout="constrained")
    axes.plot([0, 1], [0, 1], color="0.7", linewidth=1, label="perfect")
    axes.plot(*zip(*points, strict=True), marker="o", color="#1f5fa8", label="typo/unlikely-character")
    axes.set(
        xlabel="probability of the warning",
        ylabel="share of warnings that are right",
        xlim=(0, 1),
        ylim=(0, 1),
    )
    axes.set_title("Held-back reports, one error planted in 150 characters", fontsize=9)
    axes.grid(alpha=0.3)
    axes.legend(frameon=False)
    figure.savefig(path, dpi=150)
    return rows


def main() -> None:
    """Measure everything and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--python", default=sys.executable)
    options = parser.parse_args()
    typos = options.data / "typos"
    texts = list(read_texts(str(options.data / "corpus" / "official.jsonl.xz")))
    held_back = [text for text in texts if text.part == "test"]
    reports = [text for text in held_back if not text.statute]
    statutes = [text for text in held_back if text.statute]
    ours = Detector()
    fitted, pairs = read_confusions(str(typos / "cscd_ns_dev.tsv"))
    others = read_other_pairs(typos, fitted)
    chance = random.Random(12)
    planted = [plant_errors(text.shadow, pairs, 1 / 150, chance) for text in reports]
    planted_others = [
        plant_errors(text.shadow, others, 1 / 150, chance) for _ in range(3) for text in reports
    ]
    out = [
        "# Detection of typos",
        "",
        "Written by `benchmarks/typos.py`, on texts that were not used for training. *Errors alone* are near misses of fixed\n"
        "phrases; *both* adds the warnings of the language model, at an alarm rate in 10,000 characters.",
        "",
    ]
    lines: list[str] = []
    for name, some in (("Held-back reports and notices", reports), ("Held-back statutes", statutes)):
        out += [f"## {name}, clean", "", *measure_alarms(ours, some, lines), ""]
    (HERE / "typos-alarms.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    out += ["## Other clean texts", "", *measure_clean_kinds(ours, options.data / "alarms"), ""]
    out += ["## Confusions of typists planted in the reports", ""]
    out += measure_planted(
        ours, planted, f"from {len(pairs):,} pairs of characters of the source of those fitted on"
    )
    out += ["", "## Pairs of other sources planted in the reports", ""]
    name = f"from {len(others):,} pairs of characters of {', '.join(OTHER_SOURCES)}, without those fitted on"
    out += measure_planted(ours, planted_others, name)
    out += ["", "## A character of a fixed phrase omitted or typed twice", "", "| error | places | recall |"]
    out += ["|---|---|---|", *measure_phrases(ours, held_back, random.Random(4)), ""]
    out += measure_gaps(ours, held_back)
    for name in ("ecspell_odw_train", "ecspell_law_train"):
        out += [*measure_sentences(ours, name, typos, texts, options.python), ""]
    out += [*measure_newspaper(ours, typos / "clean_rmrb1998.tsv"), "", "## Calibration", ""]
    out += ["![probability of the warning, and share of warnings that are right](typos.png)", ""]
    out += ["| probability | findings | mean probability | share right |", "|---|---|---|---|"]
    out += [
        *measure_calibration(ours, planted, HERE / "typos.png"),
        "",
        "## Speed",
        "",
        "| measurement | value |",
        "|---|---|",
    ]
    out += [*measure_speed(ours, reports), ""]
    (HERE / "typos.md").write_text("\n".join(out), encoding="utf-8")
    print("\n".join(out))


if __name__ == "__main__":
    main()
