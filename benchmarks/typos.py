"""Slips that no list holds: false alarms, recall, calibration, speed, and peers, all on the same texts in one run.

    python benchmarks/typos.py DATA [--python PYTHON]

DATA holds ``corpus/official.jsonl.xz`` and ``typos/``; PYTHON is an interpreter that has ``autocorrect-py``. Measured on
what building never looked at: the texts of `training.corpus` that are held back, the second half of the typists'
confusions, ECSpell's sentences without those that share twelve characters with a training text. Writes ``typos.md``,
``typos.png`` and, not kept under version control, ``typos-alarms.txt`` (every alarm on clean text at rate 0.5, to be
read) beside this file.
"""

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from typos_ours import RATES, Ours, label, shown
from typos_sets import autocorrect, dictionary_way, in_phrases, recall, scored, sentences, twelve

from policytext.text.shadow import fold
from policytext.typos.model_file import MODEL_PATH
from policytext.typos.near_misses import find_near_misses
from policytext.typos.symbols import encode_symbols
from training.corpus import TrainingText, read_texts
from training.synthetic_errors import PlantedError, plant_errors, read_confusions

HERE = Path(__file__).resolve().parent
_GENUINE = HERE / "typos-genuine.txt"


def alarms(ours: Ours, texts: Sequence[TrainingText], lines: list[str]) -> list[str]:
    """False alarms on clean texts: a row for each tier and rate."""
    genuine = [mark for mark in _GENUINE.read_text(encoding="utf-8").split("\n") if mark]
    said = [(text, ours(text.shadow)) for text in texts]
    size = sum(len(text.shadow) for text, _ in said)
    rows = []
    for rate in (None, *RATES):
        told = [(text, one) for text, found in said for one in ours.enough(found, rate)]
        real = sum(any(mark in shown(text.shadow, one) for mark in genuine) for text, one in told)
        false = len(told) - real
        rows.append(f"| {label(rate)} | {false} | {real} | {false / size * 10_000:.3f} |")
        if rate == 0.5:
            lines += sorted(
                f"{one.probability:.3f}\t{text.source}\t{text.title[:24]}\t{shown(text.shadow, one)}"
                for text, one in told
            )
    return [
        f"{len(texts):,} texts, {size:,} characters",
        "",
        "| findings | false | genuine | false per 10,000 |",
        "|---|---|---|---|",
        *rows,
    ]


def sentences_table(
    ours: Ours, name: str, typos: Path, texts: Sequence[TrainingText], python: str
) -> list[str]:
    """A set of wrong and right sentences: ours, and the peers."""
    table = ours.model.symbols
    training = [text.shadow for text in texts if text.part != "test" and len(text.shadow) > 50]
    seen = np.unique(np.concatenate([twelve(encode_symbols(shadow, table)[0]) for shadow in training]))
    pairs = sentences(typos / f"{name}.tsv", seen, ours)
    wrong = [one for one, _ in pairs]
    said = [ours(one) for one in wrong]
    out = [f"## {name}, {len(pairs):,} sentences without overlap", ""]
    out += ["| method | recall | precision | mended rightly | wrong flags |", "|---|---|---|---|---|"]
    for rate in (None, *RATES):
        out.append(
            f"| policytext, {label(rate)} | {scored(pairs, [ours.enough(found, rate) for found in said])} |"
        )
    dictionary = dictionary_way(typos / "confusion" / "pycorrector_tests_custom_confusion.txt")
    out.append(f"| pycorrector's dictionary | {scored(pairs, [dictionary(one) for one in wrong])} |")
    changed = autocorrect(python, wrong)
    if changed is not None:
        out.append(f"| autocorrect: {sum(changed)} sentences with another Chinese character | 0 | | | |")
    return out


def newspaper(ours: Ours, path: Path) -> list[str]:
    """Alarms on clean sentences of another kind."""
    clean = [fold(line.split("\t")[0]) for line in path.read_text(encoding="utf-8").splitlines()]
    size = sum(map(len, clean))
    said = [ours(text) for text in clean]
    out = ["## A newspaper of 1998, clean sentences", "", f"{size:,} characters", ""]
    out += ["| findings | alarms | per 10,000 |", "|---|---|---|"]
    for rate in (None, *RATES):
        count = sum(len(ours.enough(found, rate)) for found in said)
        out.append(f"| {label(rate)} | {count} | {count / size * 10_000:.2f} |")
    return out


def calibration(ours: Ours, planted: Sequence[tuple[str, list[PlantedError]]], path: Path) -> list[str]:
    """How often what is said with a probability is right, in texts with a slip every 150 characters; a table and a plot."""
    pairs: list[tuple[float, bool]] = []
    for text, slips in planted:
        places = {slip.at for slip in slips}
        pairs += [
            (one.probability, not places.isdisjoint(range(one.start, one.end)))
            for one in ours(text)
            if one.tier == "warning"
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
    axes.set(xlabel="probability said", ylabel="share that were slips", xlim=(0, 1), ylim=(0, 1))
    axes.set_title("Reports held back, one slip planted in 150 characters", fontsize=9)
    axes.grid(alpha=0.3)
    axes.legend(frameon=False)
    figure.savefig(path, dpi=150)
    return rows


def speed(ours: Ours, texts: Sequence[TrainingText]) -> list[str]:
    """Characters a second of processor time, and what loading takes."""
    shadow = "\n".join(text.shadow for text in texts)
    rows = []
    for name, work in (
        ("error tier (no numpy)", lambda: list(find_near_misses(shadow, ours.phrases))),
        ("both tiers", lambda: ours(shadow)),
    ):
        times = []
        for _ in range(3):
            start = time.process_time()
            work()
            times.append(time.process_time() - start)
        rows.append(f"| {name} | {len(shadow) / min(times):,.0f} |")
    program = (
        "import time; start = time.perf_counter()\nimport numpy\nhalf = time.perf_counter()\n"
        "from policytext.typos.model import load_model\nmodel = load_model(); model.trees; model.unigram_smoothing; model.symbol_probabilities\n"
        "model.symbols\nprint(half - start, time.perf_counter() - half)"
    )
    took = [
        list(
            map(
                float,
                subprocess.run(
                    [sys.executable, "-c", program], capture_output=True, text=True, check=True
                ).stdout.split(),
            )
        )
        for _ in range(7)
    ]
    numpy_time, load_time = (sorted(column)[3] * 1000 for column in zip(*took, strict=True))
    rows += [
        f"| loading the model, milliseconds | {load_time:.0f} |",
        f"| importing numpy before it, milliseconds | {numpy_time:.0f} |",
    ]
    rows += [f"| the model's file, bytes | {Path(MODEL_PATH).stat().st_size:,} |"]
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return [*rows, f"| peak memory of this whole run, MB | {most} |"]


def main() -> None:
    """Measures and writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--python", default=sys.executable)
    asked = parser.parse_args()
    typos = asked.data / "typos"
    texts = list(read_texts(str(asked.data / "corpus" / "official.jsonl.xz")))
    held_back = [text for text in texts if text.part == "test"]
    reports = [text for text in held_back if not text.statute]
    statutes = [text for text in held_back if text.statute]
    ours = Ours()
    _, pairs = read_confusions(str(typos / "cscd_ns_dev.tsv"))
    chance = random.Random(12)
    planted = [plant_errors(text.shadow, pairs, 1 / 150, chance) for text in reports]
    out = ["# Slips that no list holds", "", "Written by `benchmarks/typos.py`.", ""]
    lines: list[str] = []
    for name, some in (("Reports and notices held back", reports), ("Statutes held back", statutes)):
        out += [f"## {name}, clean", "", *alarms(ours, some, lines), ""]
    (HERE / "typos-alarms.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    count = sum(len(slips) for _, slips in planted)
    out += [
        "## Confusions of typists planted in these reports",
        "",
        f"{count:,} slips, of {len(pairs):,} pairs",
        "",
    ]
    out += ["| findings | recall | mended rightly |", "|---|---|---|"]
    out += [
        f"| {label(rate)} | {share:.3f} | {right:.3f} |"
        for rate, (share, right) in recall(ours, planted).items()
    ]
    out += ["", "## A character of a fixed phrase left out, or typed twice", "", "| what | places | recall |"]
    out += ["|---|---|---|", *in_phrases(ours, held_back, random.Random(4)), ""]
    for name in ("ecspell_odw_train", "ecspell_law_train"):
        out += [*sentences_table(ours, name, typos, texts, asked.python), ""]
    out += [*newspaper(ours, typos / "clean_rmrb1998.tsv"), "", "## Calibration", ""]
    out += ["![probability said, and share that were slips](typos.png)", ""]
    out += ["| probability said | findings | mean | slips |", "|---|---|---|---|"]
    out += [
        *calibration(ours, planted, HERE / "typos.png"),
        "",
        "## Speed",
        "",
        "| what | figure |",
        "|---|---|",
    ]
    out += [*speed(ours, reports), ""]
    (HERE / "typos.md").write_text("\n".join(out), encoding="utf-8")
    print("\n".join(out))


if __name__ == "__main__":
    main()
