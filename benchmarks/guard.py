"""Detect a stage, a check or a family of rules that has become slow, by ratios that hardly depend on the machine.

    python benchmarks/guard.py                                  # print the table
    python benchmarks/guard.py --compare benchmarks/guard.json  # exit with 1 if a value has doubled
    python benchmarks/guard.py --update benchmarks/guard.json   # write the file to compare with

For a stage, the value is its CPU time divided by the time that rjieba takes to split the same text. For a check or a family of
lint rules, it is the share of the CPU time of all of them. Each value is the median of several rounds; one that seems to have
doubled is measured again.
"""

import argparse
import gc
import json
import sys
from collections.abc import Callable, Collection
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from policytext.classifier.passages import classify_passages
from policytext.extractor import extract_targets
from policytext.linter.engine import find_findings
from policytext.linter.selection import select_rules
from policytext.model.document import Document, Source
from policytext.outliner import parse
from policytext.readers import decode
from policytext.rulebook.packs import load_rules
from policytext.rulebook.rulebook import Rulebook
from policytext.statistics.counts import add_words, count_document
from policytext.text.prepared import PreparedDocument
from policytext.tokenizer import Tokenizer

ROOT = Path(__file__).resolve().parents[1]
SIZE = 300_000  # bytes of text
ROUNDS, MORE = 3, 3
#: A value that grows by more than this factor fails.
FACTOR = 2.0
#: Smaller shares are noise.
SHARE_NOISE = 0.02
#: Smaller ratios are noise: reading takes almost no time compared with rjieba.
RATIO_NOISE = 0.05

Work = Callable[[], object]
#: Prepares a work that has not been done before, so that no cached result makes it faster.
Setup = Callable[[], Work]
Times = dict[str, float]


def build_text() -> str:
    """Return the examples, repeated up to `SIZE` bytes."""
    files = sorted(path for path in (ROOT / "examples").glob("*.txt") if ".outline" not in path.name)
    whole = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return whole * (SIZE // len(whole.encode()) + 1)


def prepare(document: Document) -> PreparedDocument:
    """Return a document prepared for the analysers, which share the results of this step."""
    prepared = PreparedDocument(document)
    assert prepared.shadow
    assert prepared.sentences
    assert prepared.sections
    return prepared


def build_stages(whole: str, book: Rulebook) -> dict[str, Setup]:
    """Return rjieba's work, which the stages are compared with, and each stage without the stages before it."""
    import rjieba

    data, document = whole.encode(), parse(Source(text=whole))
    passages = classify_passages(prepare(document), book)
    tokenizer = Tokenizer(rapid=False)

    def on_document(work: Callable[[PreparedDocument], object]) -> Setup:
        def set_up() -> Work:
            prepared = prepare(document)
            return lambda: work(prepared)

        return set_up

    return {
        "rjieba": lambda: lambda: [rjieba.cut(whole) for _ in range(2)],
        "read": lambda: lambda: decode(data),
        "outline": lambda: lambda: parse(Source(text=whole)),
        "domains": on_document(lambda document: classify_passages(document, book)),
        "targets": on_document(lambda document: extract_targets(document, book, passages)),
        "lint": on_document(lambda document: find_findings(document, book)),
        "stats": on_document(lambda document: add_words(count_document(document), document, tokenizer)),
    }


def build_rules(whole: str, book: Rulebook) -> dict[str, Setup]:
    """Return the work of each check, and of each family of lint rules in YAML."""
    prepared = prepare(parse(Source(text=whole)))
    running = select_rules(book, (), ())
    by_rules = {rule.id for rule in book.lint_rules}
    groups: dict[str, set[str]] = {name: {name} for name in running - by_rules}
    for name in running & by_rules:
        groups.setdefault(f"{name.partition('/')[0]} (rules)", set()).add(name)

    def set_up(names: Collection[str]) -> Setup:
        def set_up_work() -> Work:
            prepared.check_results.clear()  # results that checks share
            return lambda: find_findings(prepared, book, names)

        return set_up_work

    return {group: set_up(frozenset(names)) for group, names in sorted(groups.items())}


def measure_seconds(set_up: Setup) -> float:
    """Return the CPU seconds of a work, without its setup."""
    work = set_up()
    gc.collect()
    start = process_time()
    work()
    return process_time() - start


def measure_ratios(works: dict[str, Setup]) -> Times:
    """Return the time of each stage divided by that of rjieba, run before and after it on the equally busy machine."""
    fixed = works["rjieba"]
    found, before = {}, measure_seconds(fixed)
    for name, work in works.items():
        if work is not fixed:
            taken, after = measure_seconds(work), measure_seconds(fixed)
            found[name], before = 2 * taken / (before + after), after
    return found


def measure_shares(works: dict[str, Setup]) -> Times:
    """Return the share of each check and family in the time of all of them."""
    times = {name: measure_seconds(work) for name, work in works.items()}
    whole = sum(times.values())
    return {name: taken / whole for name, taken in times.items()}


def compute_medians(rounds: list[Times]) -> Times:
    """Return the median of each value."""
    return {name: round(median([times[name] for times in rounds]), 4) for name in rounds[0]}


def find_doubled(found: Times, known: Times, noise: float) -> dict[str, str]:
    """Return the values that have doubled, and new ones above twice the noise, each with a description."""
    limits = {name: max(FACTOR * known.get(name, noise), noise) for name in found}
    return {
        name: f"{known.get(name, 0):.3f} before, {value:.3f} now"
        for name, value in found.items()
        if value > limits[name]
    }


def print_table(title: str, found: Times, known: Times) -> None:
    """Print a table, the largest value first."""
    print(f"\n{title:40}{'now':>8}{'before':>8}")
    for name, value in sorted(found.items(), key=lambda item: -item[1]):
        before = f"{known[name]:8.3f}" if name in known else " " * 7 + "—"
        print(f"{name:40}{value:8.3f}{before}")


def main(words: list[str]) -> int:
    """Measure and print the values, and compare them with a file or write one."""
    parser = argparse.ArgumentParser(
        description="Detect a stage, a check or a family of rules that has become slow."
    )
    parser.add_argument("--compare", type=Path, metavar="FILE")
    parser.add_argument("--update", type=Path, metavar="FILE")
    options = parser.parse_args(words)
    known: dict[str, Any] = json.loads(options.compare.read_text(encoding="utf-8")) if options.compare else {}
    whole, book = build_text(), load_rules()[0]
    gc.disable()
    parts = (
        ("stages", build_stages(whole, book), measure_ratios, RATIO_NOISE),
        ("rules", build_rules(whole, book), measure_shares, SHARE_NOISE),
    )
    failed: dict[str, str] = {}
    result: dict[str, Times] = {}
    for name, works, measure, noise in parts:
        before = known.get(name, {})
        rounds = [measure(works) for _ in range(ROUNDS)]
        if before and find_doubled(compute_medians(rounds), before, noise):
            rounds += [measure(works) for _ in range(MORE)]
        result[name] = compute_medians(rounds)
        title = "CPU time / rjieba's" if name == "stages" else "share of lint's CPU time"
        print_table(title, result[name], before)
        failed |= find_doubled(result[name], before, noise) if before else {}
    if options.update:
        options.update.write_text(json.dumps(result, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    for name, what in failed.items():
        print(f"{name} has doubled: {what}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
