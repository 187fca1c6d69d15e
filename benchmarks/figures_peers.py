"""Compare figures with JioNLP and Recognizers-Text on ``tests/cases/figures.txt``.

    python benchmarks/figures_peers.py [--python PYTHON]

PYTHON is an interpreter with ``jionlp`` and ``recognizers-text-suite``; without it only policytext is measured. A case is correct
if the numbers found are those of the case, in order, with both ends of a range. Units and comparators do not count, since no
peer returns them with the number. JioNLP reads amounts of money only. The table also shows false positives on sentences
without a figure, and characters a second.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

CASES = Path(__file__).resolve().parents[1] / "tests" / "cases" / "figures.txt"

OURS = """
import json, sys, time
from policytext.extractor.quantities import find_quantities, load_cues
from policytext.rulebook.packs import load_rules
from policytext.text.shadow import fold
words = load_cues(load_rules()[0])
def work(text):
    found = []
    for figure in find_quantities(fold(text), words):
        found += [float(figure.low)] + ([] if figure.high is None else [float(figure.high)])
    return found
"""
JIONLP = """
import json, sys, time
import jionlp
def work(text):
    found = []
    for money in jionlp.ner.extract_money(text, with_parsing=True):
        number = (money.get("detail") or {}).get("num")
        found += [float(part) for part in (number if isinstance(number, list) else [number]) if part is not None]
    return found
"""
RECOGNIZERS = """
import json, sys, time
from recognizers_number import recognize_number, recognize_percentage
from recognizers_text import Culture
def work(text):
    found = {}
    for result in [*recognize_number(text, Culture.Chinese), *recognize_percentage(text, Culture.Chinese)]:
        value = str((result.resolution or {}).get("value", "")).rstrip("%")
        try:
            number = float(value)
        except ValueError:
            continue
        found = {key: kept for key, kept in found.items() if not (result.start <= key <= result.end)}
        found[result.start] = number
    return [found[key] for key in sorted(found)]
"""
ROUNDS = """
texts = json.load(open(sys.argv[1], encoding="utf-8"))
answers = [work(text) for text in texts]
start = time.perf_counter()
for text in texts:
    work(text)
print("\\n" + json.dumps([answers, time.perf_counter() - start]))
"""


def read_expected(figures: str) -> list[float]:
    """Return the numbers that a case expects."""
    if figures == "-":
        return []
    values = [figure.split(" ")[0] for figure in figures.split("; ")]
    return [float(end) for value in values for end in value.split("~")]


def main() -> None:
    """Run each program that is installed, and print its results."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--python")
    peer = parser.parse_args().python
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    cases = [line.split("\t") for line in lines]
    texts = [text for text, _ in cases]
    commands = {"policytext": (sys.executable, OURS)}
    if peer:
        commands |= {"JioNLP": (peer, JIONLP), "Recognizers-Text": (peer, RECOGNIZERS)}
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(texts, file)
        file.flush()
        for name, (python, script) in commands.items():
            done = subprocess.run(
                [python, "-c", script + ROUNDS, file.name], capture_output=True, text=True, check=False
            )
            if done.returncode:
                print(f"{name:17} {(done.stderr.strip().splitlines() or ['?'])[-1]}")
                continue
            answers, seconds = json.loads(done.stdout.splitlines()[-1])
            right = silent = items = negatives = 0
            for (_, figures), answer in zip(cases, answers, strict=True):
                expected = read_expected(figures)
                correct = len(expected) == len(answer) and all(
                    abs(a - b) < 0.01 for a, b in zip(expected, answer, strict=True)
                )
                items += bool(expected)
                negatives += not expected
                right += bool(expected) and correct
                silent += not expected and not answer
            print(
                f"{name:17} correct {right} of {items} ({right / items:.0%})   false positives in {negatives - silent} of "
                f"{negatives} sentences without a figure   {sum(map(len, texts)) / seconds / 1e3:.0f} k characters/s"
            )


if __name__ == "__main__":
    main()
