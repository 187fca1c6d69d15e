"""Compare the commands with their peers on the same texts in one run, measure start-up, scaling and memory, and write RESULTS.md.

    python benchmarks/table.py FOLDER [--python PYTHON] [--node FOLDER] [--rounds 7] [--megabytes 1] [--quick]

FOLDER has real texts. PYTHON is an interpreter with the peers (``pip install autocorrect-py jionlp recognizers-text-suite jieba
rjieba``), ``--node`` a folder with their ``node_modules`` (``npm install zhlint textlint``); the table names the peers that are
missing. Each program runs in its own process and waits for its turn. A round runs all of them, so that a slow moment of the
machine affects all, and only CPU time counts. The measurements are kept in ``results.json``, which ``scale.py`` reads, too.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from measures import describe_machine, measure_lengths, measure_planning, measure_startup, measure_workers
from programs import NODE, OURS, PEERS, PYTHON, Program
from report import write_page

HERE = Path(__file__).resolve().parent
#: Characters of the longest excerpt: autocorrect rejects texts of more than some 600 kB.
_EXCERPT = 33_000


def read_excerpts(folder: Path, megabytes: float) -> list[str]:
    """Read texts of at most 100 kB each, in random order."""
    paths = sorted(folder.rglob("*.txt"))
    Random(1).shuffle(paths)
    texts: list[str] = []
    size = 0
    for path in paths:
        texts.append(path.read_text(encoding="utf-8")[:_EXCERPT])
        size += len(texts[-1].encode("utf-8"))
        if size >= megabytes * 1e6:
            break
    return texts


class RunningProgram:
    """A program in its own process, and its times."""

    def __init__(
        self, program: Program, texts: list[str], python: str | None, node: Path | None, folder: Path
    ) -> None:
        self.program = program
        sample = texts[: max(int(len(texts) * program.sample), 1)]
        self.megabytes = sum(len(text.encode("utf-8")) for text in sample) / 1e6
        self.path = folder / f"{len(os.listdir(folder))}.json"
        self.path.write_text(json.dumps(sample), encoding="utf-8")
        self.seconds: list[float] = []
        self.fault = ""
        self.process: Any = None
        command = self._command(python, node, folder, sample)
        if command is None:
            self.fault = "not installed"
        elif program.runner != "wc":
            self.process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                cwd=node if program.runner == "node" else None,
            )  # fmt: skip
            if not self._wait_for("ready"):
                self.fault = "does not start"

    def _command(
        self, python: str | None, node: Path | None, folder: Path, sample: list[str]
    ) -> list[str] | None:
        runner = self.program.runner
        if runner == "wc":
            self.text = folder / "wc.txt"
            self.text.write_text("".join(sample), encoding="utf-8")
            return ["wc"]
        interpreter = sys.executable if runner == "ours" else python
        if runner == "node":
            script = folder / f"{self.path.stem}.js"
            script.write_text(self.program.code + NODE, encoding="utf-8")
            return None if node is None else ["node", str(script), str(self.path)]
        script = folder / f"{self.path.stem}.py"
        script.write_text(self.program.code + PYTHON, encoding="utf-8")
        return None if interpreter is None else [interpreter, str(script), str(self.path)]

    def _wait_for(self, word: str) -> bool:
        # Some programs print other lines while they load.
        return any(line.strip() == word for line in self.process.stdout)

    def run_round(self) -> None:
        """Process the texts once, and keep the time."""
        if self.fault:
            return
        if self.program.runner == "wc":
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            for _ in range(20):  # a single call is too short to be measured
                subprocess.run(["wc", "-m", str(self.text)], stdout=subprocess.DEVNULL, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            self.seconds.append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / 20)
            return
        try:
            self.process.stdin.write("\n")
            self.process.stdin.flush()
            self.seconds.append(float(self.process.stdout.readline()))
        except (OSError, ValueError):
            self.fault = "crashed"

    def close(self) -> None:
        """End the process."""
        if self.process:
            self.process.kill()
            self.process.wait()

    @property
    def rates(self) -> list[float]:
        """The megabytes a second of each round."""
        return [self.megabytes / seconds for seconds in self.seconds]


def measure_throughput(
    texts: list[str], python: str | None, node: Path | None, rounds: int
) -> list[dict[str, Any]]:
    """Run all programs in turn, for a number of rounds."""
    with tempfile.TemporaryDirectory() as place:
        # Node looks for packages next to the script.
        folder = Path(place)
        if node:
            (folder / "node_modules").symlink_to(node.resolve() / "node_modules")
        running = [RunningProgram(program, texts, python, node, folder) for program in (*OURS, *PEERS)]
        try:
            for _ in range(rounds):
                for program in running:
                    program.run_round()
        finally:
            for program in running:
                program.close()
    return [
        {
            "name": program.program.name,
            "task": program.program.task,
            "fault": program.fault,
            "rates": [round(rate, 4) for rate in program.rates],
            "rate": round(median(program.rates), 4) if program.seconds and not program.fault else None,
        }
        for program in running
    ]


def main() -> None:
    """Measure the parts that are asked for, and write the results."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--python")
    parser.add_argument("--node", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--megabytes", type=float, default=1)
    parser.add_argument(
        "--quick", action="store_true", help="short texts and few rounds, to check that everything works"
    )
    parser.add_argument(
        "--parts", default="throughput,startup,lengths,planned,workers", help="what to measure again"
    )
    options = parser.parse_args()
    texts = read_excerpts(options.folder, options.megabytes)
    path = HERE / "results.json"
    results: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    results["bytes"] = sum(len(text.encode("utf-8")) for text in texts)
    parts = options.parts.split(",")
    if "throughput" in parts:
        results["machine"], results["rounds"] = describe_machine(), options.rounds
        results["throughput"] = measure_throughput(texts, options.python, options.node, options.rounds)
    if "startup" in parts:
        results["startup"] = measure_startup(
            texts[0][:2833], options.python, options.node, 5 if options.quick else 15
        )
    if "lengths" in parts:
        results["lengths"], results["memory"] = measure_lengths(texts, 6 if options.quick else 8)
    if "planned" in parts:
        results["planned"] = measure_planning(texts, 20 if options.quick else 100)
    if "workers" in parts:
        results["workers"] = measure_workers(options.folder, 8 if options.quick else 64)
    path.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    write_page(results, HERE / "RESULTS.md")
    print((HERE / "RESULTS.md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
