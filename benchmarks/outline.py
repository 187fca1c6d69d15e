"""Measure the outline from bytes to JSON: megabytes a second from 10 kB to 10 MB, in this process and as a command.

    python benchmarks/outline.py [FOLDER]

Each text consists of the .txt files of FOLDER (default: the examples), joined until the size is reached, once with line ends
and once on a single line. If the work is linear, the speed does not change with the size.
"""

import subprocess
import sys
import tempfile
from itertools import cycle
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from policytext import parse, read  # noqa: E402
from policytext.formats import FileResult, RenderOptions, load_format  # noqa: E402

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)  # bytes of UTF-8
ROUNDS = 3


def read_texts(folder: Path) -> list[str]:
    """Read the texts of a folder in random order, so that those with many headings are spread."""
    paths = sorted(path for path in folder.rglob("*.txt") if not path.name.endswith(".outline.txt"))
    Random(1).shuffle(paths)
    if not paths:
        sys.exit(f"no .txt file in {folder}")
    return [path.read_text(encoding="utf-8") for path in paths]


def build_text(texts: list[str], size: int, one_line: bool) -> bytes:
    """Join texts, repeated as needed, to about `size` bytes."""
    parts, length = [], 0
    for text in cycle(texts):
        part = (text.replace("\n", "") if one_line else text + "\n").encode()
        parts.append(part)
        length += len(part)
        if length >= size:
            break
    return b"".join(parts)[:size].decode(errors="ignore").encode()


def measure_in_process(path: Path) -> float:
    """Return the seconds to read, outline and write one file as JSON."""
    start = perf_counter()
    document = parse(read(str(path)))
    result = FileResult(path=path.name, document=document, parts={"sections": document.sections})
    for _ in load_format("json")([result], RenderOptions(command="outline")):
        pass
    return perf_counter() - start


def measure_command(path: Path) -> float:
    """Return the seconds for the same with the command line, including start-up."""
    command = [sys.executable, "-m", "policytext", "outline", str(path), "--format", "json"]
    start = perf_counter()
    subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - start


def main() -> None:
    """Print a table of sizes and speeds."""
    texts = read_texts(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "examples")
    print(f"MB/s of UTF-8, median of {ROUNDS}, Python {sys.version.split()[0]}\n")
    print(f"{'bytes':>10}  {'lines':8} {'in-process':>10} {'command':>8}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "text.txt")
        for size in SIZES:
            for one_line in (False, True):
                path.write_bytes(build_text(texts, size, one_line))
                size_read = path.stat().st_size / 1e6
                inside, command = (
                    size_read / median(measure(path) for _ in range(ROUNDS))
                    for measure in (measure_in_process, measure_command)
                )
                print(f"{size:10,}  {'one' if one_line else 'many':8} {inside:10.2f} {command:8.2f}")


if __name__ == "__main__":
    main()
