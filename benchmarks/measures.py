"""Measurements for the table of results: the machine, start-up, scaling with length and with workers, memory."""

import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
# As for a user, Python keeps its compiled modules.
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "PYTHONPATH": str(ROOT),
}
_ANALYSES = {
    "outline": "parse(s)",
    "domains": "classify_passages(PreparedDocument(parse(s)), book)",
    "lint": "find_findings(PreparedDocument(parse(s)), book)",
    "targets": "extract_targets(PreparedDocument(parse(s)), book)",
    "counts": "count_document(PreparedDocument(parse(s)))",
}
_PROGRAM = """
import gc, sys, time, resource
from policytext.model.document import Source
from policytext.outliner import parse
from policytext.classifier.passages import classify_passages
from policytext.linter.engine import find_findings
from policytext.extractor import extract_targets
from policytext.statistics.counts import count_document
from policytext.text.prepared import PreparedDocument
from policytext.rulebook.packs import load_rules
book, _ = load_rules()
gc.set_threshold(500_000, 50, 50)
find_findings(PreparedDocument(parse(Source(text="一、总则。" * 20_000))), book)
s = Source(text=open(sys.argv[1], encoding="utf-8").read())
s.line_starts
start = time.process_time()
{call}
print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def describe_machine() -> dict[str, Any]:
    """Describe the machine, its load, and the date."""
    model = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = next(line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    return {
        "processor": model,
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "system": platform.system(),
        "date": date.today().isoformat(),
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
    }


def measure_command(command: list[str], **more: Any) -> tuple[float, float]:
    """Return the wall and CPU seconds of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=ENVIRONMENT,
        **more,
    )
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure_startup(text: str, python: str | None, node: Path | None, rounds: int) -> list[dict[str, Any]]:
    """Measure the milliseconds of each command on a short text, in rounds over all commands."""
    ours = [sys.executable, "-m", "policytext"]
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder, "plan.txt"))
        Path(path).write_text(text, encoding="utf-8")
        commands: dict[str, list[str]] = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "policytext --version": [*ours, "--version"],
            **{f"policytext {name}": [*ours, name, path, "--format", "json"] for name in ("outline", "domains", "targets", "lint", "stats")},
        }  # fmt: skip
        if python:
            commands["autocorrect (a script)"] = [
                python, "-c", f"import autocorrect_py; autocorrect_py.lint_for(open({path!r}).read(), 'text')"
            ]  # fmt: skip
            commands["jieba (a script)"] = [python, "-c", f"import jieba; jieba.lcut(open({path!r}).read())"]
        if node and (node / "node_modules" / ".bin" / "zhlint").exists():
            commands["zhlint"] = [
                "node",
                str((node / "node_modules" / ".bin" / "zhlint").resolve()),
                "plan.txt",
            ]
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for turn in range(rounds + 1):
            for name, command in commands.items():
                took = measure_command(command, cwd=folder)
                if turn:  # the first round only fills the caches
                    times[name].append(took)
    return [
        {
            "name": name,
            "ms": round(median(wall for wall, _ in found) * 1e3, 1),
            "cpu_ms": round(median(cpu for _, cpu in found) * 1e3, 1),
        }
        for name, found in times.items()
    ]


def build_text(texts: list[str], size: int) -> str:
    """Join texts, repeated as needed, to `size` bytes."""
    parts, length = [], 0
    for text in cycle(texts):
        parts.append(text + "\n")
        length += len(parts[-1].encode("utf-8"))
        if length >= size:
            break
    return "".join(parts).encode("utf-8")[:size].decode("utf-8", "ignore")


def _measure_analysis(analysis: str, path: Path) -> tuple[float, int]:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM.format(call=_ANALYSES[analysis]), str(path)],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, peak = done.stdout.split()
    return float(seconds), int(peak) * 1024


def measure_lengths(texts: list[str], most: int) -> tuple[dict[str, list[Any]], dict[str, list[Any]]]:
    """Measure the megabytes a second, and the peak memory in megabytes, on texts of 10 kB to ``10 ** most`` bytes.

    Each text is read and analysed in a new process.
    """
    sizes = [10**power for power in range(4, most + 1)]
    speed: dict[str, list[Any]] = {"sizes": list(sizes), **{name: [] for name in _ANALYSES}}
    memory: dict[str, list[Any]] = {"sizes": list(sizes), **{name: [] for name in _ANALYSES}}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "text.txt")
        for size in sizes:
            path.write_text(build_text(texts, size), encoding="utf-8")
            for name in _ANALYSES:
                rounds = [_measure_analysis(name, path) for _ in range(3 if size < 10**7 else 1)]
                speed[name].append(round(size / 1e6 / max(min(seconds for seconds, _ in rounds), 1e-9), 2))
                memory[name].append(round(max(peak for _, peak in rounds) / 1e6))
    return speed, memory


def measure_planning(texts: list[str], megabytes: int) -> dict[str, float]:
    """Measure the megabytes of text a second that planning reads, for each kind of input."""
    from policytext.corpus.job import Job
    from policytext.corpus.planning import NamedInputs, plan_shards

    with tempfile.TemporaryDirectory() as folder:
        found = {}
        for name in ("a.jsonl", "a.jsonl.gz", "a.parquet", "a.csv"):
            path = Path(folder, name)
            size = _write_table(path, texts, megabytes)
            start = time.process_time()
            for _ in plan_shards(NamedInputs((str(path),)), Job()):
                pass
            found[name[2:]] = round(size / 1e6 / max(time.process_time() - start, 1e-9), 1)
    return found


def _write_table(path: Path, texts: list[str], megabytes: int) -> int:
    """Write a table of texts with about so many megabytes, and return its bytes of text."""
    import csv
    import gzip

    rows: list[str] = []
    size = 0
    for text in cycle(texts):
        rows.append(text)
        size += len(text.encode("utf-8"))
        if size >= megabytes * 1e6:
            break
    if path.suffix == ".parquet":
        import pyarrow
        from pyarrow import parquet

        # One row group, which the planning process must read itself.
        parquet.write_table(pyarrow.table({"text": rows}), path, use_dictionary=False)
    elif path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["text"], *([row] for row in rows)])
    else:
        data = "".join(json.dumps({"text": row}, ensure_ascii=False) + "\n" for row in rows).encode("utf-8")
        path.write_bytes(gzip.compress(data, 6) if path.suffix == ".gz" else data)
    return size


def measure_workers(folder: Path, megabytes: int, rounds: int = 3) -> list[dict[str, Any]]:
    """Measure a corpus run with one worker, two, and so on, including start-up and Parquet: the fastest of several rounds."""
    found: dict[int, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as place:
        corpus = Path(place, "texts.jsonl")
        subprocess.run(
            [sys.executable, str(ROOT / "benchmarks" / "texts.py"), str(folder), str(corpus), "--megabytes", str(megabytes),
             "--traditional", "0"],
            env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        for turn in range(rounds):
            for jobs in range(1, (os.cpu_count() or 1) + 1):
                out = Path(place, f"out-{turn}-{jobs}")
                done = subprocess.run(
                    [sys.executable, str(ROOT / "benchmarks" / "corpus.py"), str(corpus), str(out), "--jobs", str(jobs),
                     "--shard-size", "2MB"],  # so that no worker waits long for the last one
                    env=ENVIRONMENT, check=True, capture_output=True, text=True,
                )  # fmt: skip
                run = json.loads(done.stdout)
                if jobs not in found or run["wall"] < found[jobs]["wall"]:
                    found[jobs] = run
    return [found[jobs] for jobs in sorted(found)]
