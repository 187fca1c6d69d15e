"""From bytes to JSON: megabytes a second from 10 kB to 10 MB, inside one process and as a command.

    python benchmarks/outline.py [FOLDER]

Each text is built by joining the .txt files of FOLDER (the examples, without one) until the size is reached:
once with line ends, once on a single line. A column that keeps its value means linear.
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


def texts(folder: Path) -> list[str]:
    """The texts of a folder, mixed, so that statutes, dense with headings, don't all stand at one end."""
    paths = sorted(path for path in folder.rglob("*.txt") if not path.name.endswith(".outline.txt"))
    Random(1).shuffle(paths)
    if not paths:
        sys.exit(f"no .txt file in {folder}")
    return [path.read_text(encoding="utf-8") for path in paths]


def built(parts: list[str], size: int, one_line: bool) -> bytes:
    """Texts in turn until `size` bytes are there, cut at a character."""
    pieces, have = [], 0
    for part in cycle(parts):
        piece = (part.replace("\n", "") if one_line else part + "\n").encode()
        pieces.append(piece)
        have += len(piece)
        if have >= size:
            break
    return b"".join(pieces)[:size].decode(errors="ignore").encode()


def in_process(path: Path) -> float:
    """Seconds to read, outline and write one file as JSON."""
    started = perf_counter()
    document = parse(read(str(path)))
    result = FileResult(path=path.name, document=document, parts={"sections": document.sections})
    for _ in load_format("json")([result], RenderOptions(command="outline")):
        pass
    return perf_counter() - started


def as_command(path: Path) -> float:
    """Seconds for the same by the command line, start-up included."""
    command = [sys.executable, "-m", "policytext", "outline", str(path), "--format", "json"]
    started = perf_counter()
    subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - started


def main() -> None:
    """Measure and print."""
    parts = texts(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "examples")
    print(f"MB/s of UTF-8, median of {ROUNDS}, Python {sys.version.split()[0]}\n")
    print(f"{'bytes':>10}  {'lines':8} {'in-process':>10} {'command':>8}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "text.txt")
        for size in SIZES:
            for one_line in (False, True):
                path.write_bytes(built(parts, size, one_line))
                size_read = path.stat().st_size / 1e6
                inside, command = (
                    size_read / median(measure(path) for _ in range(ROUNDS))
                    for measure in (in_process, as_command)
                )
                print(f"{size:10,}  {'one' if one_line else 'many':8} {inside:10.2f} {command:8.2f}")


if __name__ == "__main__":
    main()
