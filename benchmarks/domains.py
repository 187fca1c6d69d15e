"""Measure domains: the time to load the packs with a warm, cold and absent cache, and the speed on texts.

    python benchmarks/domains.py [FOLDER]   # a folder of texts; default: the examples

Loading is measured in new processes, with the time to import the loader apart. Texts are measured in this process, in CPU
time, without reading and outlining.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from policytext.classifier.passages import classify_passages, classify_sections
from policytext.outliner import parse
from policytext.readers import read
from policytext.rulebook.packs import load_rules
from policytext.text.prepared import PreparedDocument

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 15
CHILD = (
    "import time; t = time.perf_counter(); from policytext.rulebook.packs import load_rules; i = time.perf_counter();"
    "load_rules(); e = time.perf_counter(); print((i - t) * 1000, (e - i) * 1000)"
)


def measure_loading() -> None:
    """Print the milliseconds for importing and for loading."""
    caches: dict[str, list[tuple[float, float]]] = {"warm": [], "cold": [], "absent": []}
    with tempfile.TemporaryDirectory() as warm:
        run_child({"POLICYTEXT_CACHE": warm})
        for _ in range(ROUNDS):
            caches["warm"].append(run_child({"POLICYTEXT_CACHE": warm}))
            with tempfile.TemporaryDirectory() as cold:
                caches["cold"].append(run_child({"POLICYTEXT_CACHE": cold}))
            caches["absent"].append(run_child({"POLICYTEXT_CACHE": ""}))
    print("cache    import ms  load ms  (medians)")
    for cache, times in caches.items():
        imports, loads = (statistics.median(column) for column in zip(*times, strict=True))
        print(f"{cache:<8} {imports:9.1f} {loads:8.1f}")


def run_child(more: dict[str, str]) -> tuple[float, float]:
    """Return the milliseconds for the import and for loading in a new process."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    run = subprocess.run(
        [sys.executable, "-c", CHILD],
        cwd=ROOT,
        env={**environment, **more, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
        text=True,
    )
    first, second = run.stdout.split()
    return float(first), float(second)


def measure_speed(folder: Path) -> None:
    """Print the megabytes a second over all texts of a folder."""
    book, _ = load_rules()
    documents = [parse(read(path)) for path in sorted(folder.rglob("*.txt"))]
    size = sum(len(document.source.text.encode()) for document in documents)
    start = time.process_time()
    for document in documents:
        classify_sections(document.sections, classify_passages(PreparedDocument(document), book))
    spent = time.process_time() - start
    print(f"{size / 1e6:.1f} MB in {spent:.2f} s: {size / 1e6 / spent:.1f} MB/s")


if __name__ == "__main__":
    measure_loading()
    measure_speed(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "examples")
