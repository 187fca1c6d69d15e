"""One table: our commands and their peers on the same bytes in one run; start-up; scaling; memory. Written to RESULTS.md.

    python benchmarks/table.py FOLDER [--python PYTHON] [--node FOLDER] [--rounds 7] [--megabytes 1] [--quick]

FOLDER holds real texts. PYTHON is an interpreter that has the peers (``pip install autocorrect-py jionlp
recognizers-text-suite jieba rjieba``), ``--node`` a folder with their ``node_modules`` (``npm install zhlint textlint``);
whoever is not there is left out, and the table says so. Everybody is a process of its own, kept waiting; rounds go from one to the next, so that
a slow moment of the machine meets all, and only processor time is counted. Figures are kept in ``results.json``, from
which ``scale.py`` reckons.
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

from contestants import NODE, OURS, PEERS, PYTHON, Contestant
from measures import lengths, machine, planned, started, workers
from report import write

HERE = Path(__file__).resolve().parent
#: Characters of the longest piece: autocorrect refuses texts of more than some 600 kB.
_PIECE = 33_000


def pieces(folder: Path, megabytes: float) -> list[str]:
    """Texts of at most 100 kB, mixed."""
    paths = sorted(folder.rglob("*.txt"))
    Random(1).shuffle(paths)
    texts: list[str] = []
    size = 0
    for path in paths:
        texts.append(path.read_text(encoding="utf-8")[:_PIECE])
        size += len(texts[-1].encode("utf-8"))
        if size >= megabytes * 1e6:
            break
    return texts


class Rival:
    """A contestant at work."""

    def __init__(
        self, one: Contestant, texts: list[str], python: str | None, node: Path | None, folder: Path
    ) -> None:
        self.one = one
        taken = texts[: max(int(len(texts) * one.sample), 1)]
        self.megabytes = sum(len(text.encode("utf-8")) for text in taken) / 1e6
        self.path = folder / f"{len(os.listdir(folder))}.json"
        self.path.write_text(json.dumps(taken), encoding="utf-8")
        self.seconds: list[float] = []
        self.fault = ""
        self.process: Any = None
        command = self._command(python, node, folder, taken)
        if command is None:
            self.fault = "not there"
        elif one.runner != "wc":
            self.process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                cwd=node if one.runner == "node" else None,
            )  # fmt: skip
            if not self._heard("ready"):
                self.fault = "does not start here"

    def _command(
        self, python: str | None, node: Path | None, folder: Path, taken: list[str]
    ) -> list[str] | None:
        runner = self.one.runner
        if runner == "wc":
            self.text = folder / "wc.txt"
            self.text.write_text("".join(taken), encoding="utf-8")
            return ["wc"]
        interpreter = sys.executable if runner == "ours" else python
        if runner == "node":
            script = folder / f"{self.path.stem}.js"
            script.write_text(self.one.program + NODE, encoding="utf-8")
            return None if node is None else ["node", str(script), str(self.path)]
        script = folder / f"{self.path.stem}.py"
        script.write_text(self.one.program + PYTHON, encoding="utf-8")
        return None if interpreter is None else [interpreter, str(script), str(self.path)]

    def _heard(self, word: str) -> bool:
        # Some print what they load before.
        return any(line.strip() == word for line in self.process.stdout)

    def go(self) -> None:
        """One round."""
        if self.fault:
            return
        if self.one.runner == "wc":
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            for _ in range(20):  # a millisecond is too short to be measured
                subprocess.run(["wc", "-m", str(self.text)], stdout=subprocess.DEVNULL, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            self.seconds.append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / 20)
            return
        try:
            self.process.stdin.write("\n")
            self.process.stdin.flush()
            self.seconds.append(float(self.process.stdout.readline()))
        except (OSError, ValueError):
            self.fault = "broke down"

    def end(self) -> None:
        """Done."""
        if self.process:
            self.process.kill()
            self.process.wait()

    @property
    def rates(self) -> list[float]:
        """Megabytes a second in each round."""
        return [self.megabytes / one for one in self.seconds]


def contest(texts: list[str], python: str | None, node: Path | None, rounds: int) -> list[dict[str, Any]]:
    """Everybody in turn, round after round."""
    with tempfile.TemporaryDirectory() as place:
        # Node looks for packages from where a script stands.
        folder = Path(place)
        if node:
            (folder / "node_modules").symlink_to(node.resolve() / "node_modules")
        rivals = [Rival(one, texts, python, node, folder) for one in (*OURS, *PEERS)]
        try:
            for _ in range(rounds):
                for rival in rivals:
                    rival.go()
        finally:
            for rival in rivals:
                rival.end()
    return [
        {
            "name": rival.one.name,
            "task": rival.one.task,
            "fault": rival.fault,
            "rates": [round(rate, 4) for rate in rival.rates],
            "rate": round(median(rival.rates), 4) if rival.seconds and not rival.fault else None,
        }
        for rival in rivals
    ]


def main() -> None:
    """Measure, keep, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--python")
    parser.add_argument("--node", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--megabytes", type=float, default=1)
    parser.add_argument(
        "--quick", action="store_true", help="short texts and few rounds, to see whether it works"
    )
    parser.add_argument(
        "--parts", default="contest,startup,lengths,planned,workers", help="what to measure anew"
    )
    wanted = parser.parse_args()
    texts = pieces(wanted.folder, wanted.megabytes)
    kept = HERE / "results.json"
    found: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    found["bytes"] = sum(len(text.encode("utf-8")) for text in texts)
    parts = wanted.parts.split(",")
    if "contest" in parts:
        found["machine"], found["rounds"] = machine(), wanted.rounds
        found["contest"] = contest(texts, wanted.python, wanted.node, wanted.rounds)
    if "startup" in parts:
        found["startup"] = started(texts[0][:2833], wanted.python, wanted.node, 5 if wanted.quick else 15)
    if "lengths" in parts:
        found["lengths"], found["memory"] = lengths(texts, 6 if wanted.quick else 8)
    if "planned" in parts:
        found["planned"] = planned(texts, 20 if wanted.quick else 100)
    if "workers" in parts:
        found["workers"] = workers(wanted.folder, 8 if wanted.quick else 64)
    kept.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    write(found, HERE / "RESULTS.md")
    print((HERE / "RESULTS.md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
