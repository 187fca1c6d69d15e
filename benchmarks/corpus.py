"""A run over a corpus, measured: wall time, processor time, peak memory of all its processes, rows, size on disk.

    python benchmarks/corpus.py INPUT OUT [--jobs 2] [--engine local|dask] [--what …] [--kill worker|parent] [--same AS]

``--kill`` ends a worker, or the run itself, by SIGKILL when a third of the input is done, and begins again where the run
died; ``--same`` compares the tables with those of another run, file by file. Memory is what the processes hold for
themselves plus their share of what they have in common (Pss of Linux). Printed: one line of JSON.
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


def tree(pid: int) -> list[int]:
    """A process and all below it."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                stat = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents.setdefault(int(stat[1]), []).append(int(entry.name))
    found, waiting = [], [pid]
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting += parents.get(one, [])
    return found


def memory(pids: list[int]) -> int:
    """The bytes that processes hold."""
    total = 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
                total += next(int(line.split()[1]) for line in file if line.startswith("Pss:")) * 1024
        except (OSError, StopIteration):
            continue
    return total


def is_worker(pid: int) -> bool:
    """Whether a process is one that shards are handed to."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
    return b"spawn_main" in command and b"resource_tracker" not in command


class Measured:
    """A run and what it takes."""

    def __init__(self, command: list[str], out: Path) -> None:
        self.command, self.out = command, out
        self.peak = self.killed = 0
        self.wall = 0.0

    def go(self, kill: str | None, at: int) -> None:
        """Run to the end; `kill` something once `at` shards are done."""
        began = time.monotonic()
        process = subprocess.Popen(self.command)
        while process.poll() is None:
            below = tree(process.pid)
            self.peak = max(self.peak, memory(below))
            if kill and not self.killed and self.shards() >= at:
                target = process.pid if kill == "parent" else [pid for pid in below if is_worker(pid)][-1]
                os.kill(target, signal.SIGKILL)
                self.killed = 1
                print(f"killed {kill} {target} after {self.shards()} shards", file=sys.stderr)
            time.sleep(0.5)
        self.wall += time.monotonic() - began
        if process.returncode == -signal.SIGKILL:
            self.go(None, 0)

    def shards(self) -> int:
        """How many shards are done."""
        folder = self.out / "documents"
        return len(os.listdir(folder)) if folder.exists() else 0


def rows(out: Path) -> dict[str, int]:
    """The rows of each table."""
    with RunTables({"": str(out)}) as tables:
        return {name: next(tables.ask(f"select count(*) from {name}").rows)[0] for name in TABLES}


def same(one: Path, other: Path) -> bool:
    """Whether two runs wrote the same files."""
    names = [sorted(path.relative_to(out) for path in out.rglob("*.parquet")) for out in (one, other)]
    return names[0] == names[1] and all(
        filecmp.cmp(one / name, other / name, shallow=False) for name in names[0]
    )


def main() -> None:
    """Run, and print."""
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
    parser.add_argument("--keep", action="store_true", help="among the results, from which scale.py reckons")
    wanted = parser.parse_args()
    command = [sys.executable, "-m", "policytext", "corpus", "run", str(wanted.input), "-o", str(wanted.out)]
    command += ["--jobs", wanted.jobs, "--engine", wanted.engine, "--what", wanted.what, "--lang", "en"]
    command += ["--shard-size", wanted.shard_size]
    megabytes = wanted.input.stat().st_size / 1e6
    run = Measured(command, wanted.out)
    run.go(wanted.kill, max(int(megabytes / 8 / 3), 1))
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    size = sum(path.stat().st_size for path in wanted.out.rglob("*.parquet"))
    found: dict[str, Any] = {
        "engine": wanted.engine,
        "jobs": int(wanted.jobs),
        "what": wanted.what,
        "megabytes": round(megabytes, 1),
        "wall": round(run.wall, 1),
        "cpu": round(used.ru_utime + used.ru_stime, 1),
        "peak_mb": round(run.peak / 1e6),
        "parquet_mb": round(size / 1e6, 1),
        "rows": rows(wanted.out),
        "killed": wanted.kill if run.killed else None,
        "same": same(wanted.out, wanted.same) if wanted.same else None,
    }
    print(json.dumps(found))
    if wanted.keep:
        kept = Path(__file__).resolve().parent / "results.json"
        results = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
        others = [one for one in results.get("large", []) if one["engine"] != wanted.engine]
        results["large"] = sorted([*others, found], key=lambda one: one["engine"] != "local")
        kept.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
