"""Measure a corpus run: wall time, CPU time, peak memory of all its processes, rows, size on disk.

    python benchmarks/corpus.py INPUT OUT [--jobs 2] [--engine local|dask] [--what …] [--kill worker|parent] [--same OUT]

``--kill`` ends a worker, or the run itself, with SIGKILL when a third of the input is done; a killed run is started again.
``--same`` compares the tables with those of another run, file by file. Memory is the Pss of Linux: the memory of each process,
with shared memory divided among the processes. The output is one line of JSON.
"""

import argparse
import filecmp
import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from policytext.corpus.queries import RunTables
from policytext.corpus.tables import TABLES


def find_processes(pid: int) -> list[int]:
    """Return a process and all its descendants."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                stat = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            children.setdefault(int(stat[1]), []).append(int(entry.name))
    found, waiting = [], [pid]
    while waiting:
        process = waiting.pop()
        found.append(process)
        waiting += children.get(process, [])
    return found


def measure_memory(pids: list[int]) -> int:
    """Return the bytes of memory that processes use."""
    total = 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
                total += next(int(line.split()[1]) for line in file if line.startswith("Pss:")) * 1024
        except (OSError, StopIteration):
            continue
    return total


def is_worker(pid: int) -> bool:
    """Return whether a process is a worker."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
    return b"spawn_main" in command and b"resource_tracker" not in command


class MeasuredRun:
    """A corpus run and its measurements.

    Args:
        command: the command line of the run.
        out: its output folder.
    """

    def __init__(self, command: list[str], out: Path) -> None:
        self.command, self.out = command, out
        self.peak = self.killed = 0
        self.wall = 0.0

    def run(self, kill: str | None, after: int) -> None:
        """Run to the end; kill a worker or the parent once `after` shards are done."""
        began = time.monotonic()
        process = subprocess.Popen(self.command)
        while process.poll() is None:
            below = find_processes(process.pid)
            self.peak = max(self.peak, measure_memory(below))
            if kill and not self.killed and self.count_shards() >= after:
                target = process.pid if kill == "parent" else [pid for pid in below if is_worker(pid)][-1]
                os.kill(target, signal.SIGKILL)
                self.killed = 1
                print(f"killed {kill} {target} after {self.count_shards()} shards", file=sys.stderr)
            time.sleep(0.5)
        self.wall += time.monotonic() - began
        if process.returncode == -signal.SIGKILL:
            self.run(None, 0)

    def count_shards(self) -> int:
        """Count the shards that are done."""
        folder = self.out / "documents"
        return len(os.listdir(folder)) if folder.exists() else 0


def count_rows(out: Path) -> dict[str, int]:
    """Count the rows of each table."""
    with RunTables({"": str(out)}) as tables:
        return {name: next(tables.ask(f"select count(*) from {name}").rows)[0] for name in TABLES}


def has_same_tables(first: Path, second: Path) -> bool:
    """Return whether two runs wrote the same files."""
    names = [sorted(path.relative_to(out) for path in out.rglob("*.parquet")) for out in (first, second)]
    return names[0] == names[1] and all(
        filecmp.cmp(first / name, second / name, shallow=False) for name in names[0]
    )


def main() -> None:
    """Run the command and print the measurements."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("input", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--jobs", default="2")
    parser.add_argument("--engine", default="local")
    parser.add_argument("--what", default="outline,targets,domains,lint,stats")
    parser.add_argument("--shard-size", default="8MB")
    parser.add_argument("--kill", choices=("worker", "parent"))
    parser.add_argument("--same", type=Path)
    parser.add_argument(
        "--keep", action="store_true", help="store the result in results.json, which scale.py reads"
    )
    options = parser.parse_args()
    command = [
        sys.executable,
        "-m",
        "policytext",
        "corpus",
        "run",
        str(options.input),
        "-o",
        str(options.out),
    ]
    command += ["--jobs", options.jobs, "--engine", options.engine, "--what", options.what, "--lang", "en"]
    command += ["--shard-size", options.shard_size]
    megabytes = options.input.stat().st_size / 1e6
    run = MeasuredRun(command, options.out)
    run.run(options.kill, max(int(megabytes / 8 / 3), 1))
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    size = sum(path.stat().st_size for path in options.out.rglob("*.parquet"))
    found: dict[str, Any] = {
        "engine": options.engine,
        "jobs": int(options.jobs),
        "what": options.what,
        "megabytes": round(megabytes, 1),
        "wall": round(run.wall, 1),
        "cpu": round(used.ru_utime + used.ru_stime, 1),
        "peak_mb": round(run.peak / 1e6),
        "parquet_mb": round(size / 1e6, 1),
        "rows": count_rows(options.out),
        "killed": options.kill if run.killed else None,
        "same": has_same_tables(options.out, options.same) if options.same else None,
    }
    print(json.dumps(found))
    if options.keep:
        kept = Path(__file__).resolve().parent / "results.json"
        results = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
        others = [row for row in results.get("large", []) if row["engine"] != options.engine]
        results["large"] = sorted([*others, found], key=lambda row: row["engine"] != "local")
        kept.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
