"""Compare lint with its peers on the same texts in one run, each in its own process.

    python benchmarks/lint_peers.py FOLDER [--python PYTHON] [--zhlint NODE_MODULES] [--megabytes N]

PYTHON is an interpreter with ``autocorrect-py``; NODE_MODULES is the folder where ``npm install zhlint`` put its packages. Peers
that are not given are left out. Texts are shortened to 100 kB, since autocorrect rejects long ones. The table shows megabytes of
UTF-8 a second, without reading, as the median of five rounds, and the ratio to policytext. The figure of policytext includes the
outline, normalisation, all rules and all checks.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

OURS = """
import json, sys, time
from policytext.linter.engine import find_findings
from policytext.model.document import Source
from policytext.outliner import parse
from policytext.rulebook.packs import load_rules
from policytext.text.prepared import PreparedDocument
book, _ = load_rules()
work = lambda text: find_findings(PreparedDocument(parse(Source(text=text))), book)
"""
AUTOCORRECT = """
import json, sys, time
import autocorrect_py
work = lambda text: autocorrect_py.lint_for(text, "text")
"""
ROUNDS = """
texts = json.load(open(sys.argv[1], encoding="utf-8"))
times = []
for _ in range(int(sys.argv[2])):
    start = time.perf_counter()
    for text in texts:
        work(text)
    times.append(time.perf_counter() - start)
print(sorted(times)[len(times) // 2])
"""
ZHLINT = """
const { run } = require(process.argv[1] + "/zhlint");
const fs = require("fs");
const texts = JSON.parse(fs.readFileSync(process.argv[2], "utf-8"));
const times = [];
for (let i = 0; i < Number(process.argv[3]); i++) {
  const start = process.hrtime.bigint();
  for (const text of texts) run(text, { rules: { preset: "default" } });
  times.push(Number(process.hrtime.bigint() - start) / 1e9);
}
times.sort((a, b) => a - b);
console.log(times[Math.floor(times.length / 2)]);
"""


def read_excerpts(folder: Path, limit: int) -> list[str]:
    """Read texts of at most 100 kB each, about `limit` bytes in all."""
    texts: list[str] = []
    size = 0
    for path in sorted(folder.rglob("*.txt"))[::7]:
        text = path.read_text(encoding="utf-8", errors="replace")[:33_000]
        texts.append(text)
        size += len(text.encode())
        if size > limit:
            break
    return texts


def main() -> None:
    """Run each program, and print its speed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--python")
    parser.add_argument("--zhlint")
    parser.add_argument("--megabytes", type=float, default=2)
    options = parser.parse_args()
    texts = read_excerpts(options.folder, int(options.megabytes * 1e6))
    size = sum(len(text.encode()) for text in texts) / 1e6
    commands = {"policytext": [sys.executable, "-c", OURS + ROUNDS]}
    if options.python:
        commands["autocorrect"] = [options.python, "-c", AUTOCORRECT + ROUNDS]
    if options.zhlint:
        commands["zhlint"] = ["node", "-e", ZHLINT, options.zhlint]
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(texts, file)
        file.flush()
        ours = 0.0
        for name, command in commands.items():
            rounds = "1" if name == "zhlint" else "5"
            done = subprocess.run([*command, file.name, rounds], capture_output=True, text=True, check=False)
            if done.returncode:
                print(f"{name:12} {done.stderr.strip().splitlines()[-1]}")
                continue
            speed = size / float(done.stdout)
            ours = ours or speed
            print(f"{name:12} {speed:7.2f} MB/s   policytext is {ours / speed:.2f} x as fast")


if __name__ == "__main__":
    main()
