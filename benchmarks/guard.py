"""Whether a stage, a check or a family of rules has become slow: shares and ratios, which another machine has, too.

    python benchmarks/guard.py                                  # the table
    python benchmarks/guard.py --compare benchmarks/guard.json  # and 1 as exit code where something has doubled
    python benchmarks/guard.py --update benchmarks/guard.json   # writes what is compared with

A stage is told by its CPU seconds beside those that rjieba takes to cut the same text; a check and a family of lint rules by
its share in the work of all of them. Each is the median of some rounds; what seems to have doubled is measured again before it counts.
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
#: What has grown by this factor fails.
FACTOR = 2.0
#: A share below it is noise.
NOISE = 0.02
#: Ratios below it are; reading takes no time beside cutting.
SMALL = 0.05

Work = Callable[[], object]
Times = dict[str, float]


def text() -> str:
    """The examples, again and again."""
    files = sorted(path for path in (ROOT / "examples").glob("*.txt") if ".outline" not in path.name)
    whole = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return whole * (SIZE // len(whole.encode()) + 1)


def fresh(document: Document) -> PreparedDocument:
    """A document with what every analyser needs of it."""
    prepared = PreparedDocument(document)
    assert prepared.shadow
    assert prepared.sentences
    assert prepared.sections
    return prepared


def stages(whole: str, book: Rulebook) -> dict[str, Callable[[], Work]]:
    """The fixed work first, then each stage; what comes before the stage is made before the clock starts."""
    import rjieba

    data, document = whole.encode(), parse(Source(text=whole))
    passages = classify_passages(fresh(document), book)
    cutter = Tokenizer(rapid=False)

    def on_fresh(work: Callable[[PreparedDocument], object]) -> Callable[[], Work]:
        def ready() -> Work:
            prepared = fresh(document)
            return lambda: work(prepared)

        return ready

    return {
        "rjieba": lambda: lambda: [rjieba.cut(whole) for _ in range(2)],
        "read": lambda: lambda: decode(data),
        "outline": lambda: lambda: parse(Source(text=whole)),
        "domains": on_fresh(lambda one: classify_passages(one, book)),
        "targets": on_fresh(lambda one: extract_targets(one, book, passages)),
        "lint": on_fresh(lambda one: find_findings(one, book)),
        "stats": on_fresh(lambda one: add_words(count_document(one), one, cutter)),
    }


def rules(whole: str, book: Rulebook) -> dict[str, Callable[[], Work]]:
    """Each check by its name, and the lint rules of each family together."""
    prepared = fresh(parse(Source(text=whole)))
    running = select_rules(book, (), ())
    by_rules = {rule.id for rule in book.lint_rules}
    groups: dict[str, set[str]] = {name: {name} for name in running - by_rules}
    for name in running & by_rules:
        groups.setdefault(f"{name.partition('/')[0]} (rules)", set()).add(name)

    def ready(names: Collection[str]) -> Callable[[], Work]:
        def with_fresh() -> Work:
            prepared.check_results.clear()  # what one check leaves for others
            return lambda: find_findings(prepared, book, names)

        return with_fresh

    return {group: ready(frozenset(names)) for group, names in sorted(groups.items())}


def seconds(ready: Callable[[], Work]) -> float:
    """CPU seconds of a work."""
    work = ready()
    gc.collect()
    start = process_time()
    work()
    return process_time() - start


def ratios(works: dict[str, Callable[[], Work]]) -> Times:
    """Each stage beside the fixed work, which is done before and behind it: what slows the machine slows both."""
    fixed = works["rjieba"]
    found, before = {}, seconds(fixed)
    for name, work in works.items():
        if work is not fixed:
            taken, after = seconds(work), seconds(fixed)
            found[name], before = 2 * taken / (before + after), after
    return found


def shares(works: dict[str, Callable[[], Work]]) -> Times:
    """Each check and family beside all of them."""
    times = {name: seconds(work) for name, work in works.items()}
    whole = sum(times.values())
    return {name: taken / whole for name, taken in times.items()}


def middle(rounds: list[Times]) -> Times:
    """The median of each value."""
    return {name: round(median([one[name] for one in rounds]), 4) for name in rounds[0]}


def grown(found: Times, known: Times, least: float) -> dict[str, str]:
    """What has doubled, or is new and as large as what would have."""
    limits = {name: max(FACTOR * known.get(name, least), least) for name in found}
    return {
        name: f"{known.get(name, 0):.3f} before, {value:.3f} now"
        for name, value in found.items()
        if value > limits[name]
    }


def show(title: str, found: Times, known: Times) -> None:
    """A table, the largest first."""
    print(f"\n{title:40}{'now':>8}{'before':>8}")
    for name, value in sorted(found.items(), key=lambda one: -one[1]):
        before = f"{known[name]:8.3f}" if name in known else " " * 7 + "—"
        print(f"{name:40}{value:8.3f}{before}")


def main(words: list[str]) -> int:
    """Measure, print, and compare or write."""
    options = argparse.ArgumentParser(
        description="Whether a stage, a check or a family of rules has become slow."
    )
    options.add_argument("--compare", type=Path, metavar="FILE")
    options.add_argument("--update", type=Path, metavar="FILE")
    wanted = options.parse_args(words)
    known: dict[str, Any] = json.loads(wanted.compare.read_text(encoding="utf-8")) if wanted.compare else {}
    whole, book = text(), load_rules()[0]
    gc.disable()
    parts = (("stages", stages(whole, book), ratios, SMALL), ("rules", rules(whole, book), shares, NOISE))
    failed: dict[str, str] = {}
    result: dict[str, Times] = {}
    for name, works, measured, least in parts:
        before = known.get(name, {})
        rounds = [measured(works) for _ in range(ROUNDS)]
        if before and grown(middle(rounds), before, least):
            rounds += [measured(works) for _ in range(MORE)]
        result[name] = middle(rounds)
        title = "CPU seconds beside rjieba's" if name == "stages" else "share of lint's work"
        show(title, result[name], before)
        failed |= grown(result[name], before, least) if before else {}
    if wanted.update:
        wanted.update.write_text(json.dumps(result, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    for name, what in failed.items():
        print(f"{name} has doubled: {what}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
