"""How long one call takes, beside an empty Python and a Typer program that does nothing.

    python benchmarks/startup.py [ROUNDS] [TEXT]

Each round runs every command once, in turn, so that a slow moment of the machine affects all of them. Printed are the
median, the fastest, and the median of the ratios to the empty Python of the same round. Commands marked "no pattern
cache" compile their regular expressions in each run (see `policytext.text.pattern_cache`).
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "plan.txt"
BASE = "python -c pass"

# As for a user, Python keeps its compiled modules.
WITHOUT_CACHE = ", no pattern cache"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

# The smallest Typer program with options declared as policytext declares its own.
HELLO = """\
from typing import Annotated
import typer
app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
@app.command()
def hello(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME…")] = None,
    depth: Annotated[str | None, typer.Option(metavar="N")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q")] = False,
) -> None:
    print("hello")
app()
"""


def commands(folder: Path, texts: list[Path]) -> dict[str, list[str]]:
    """Return the commands by their names in the table."""
    hello = folder / "hello.py"
    hello.write_text(HELLO, encoding="utf-8")
    policytext = [sys.executable, "-m", "policytext"]
    measured = {
        BASE: [sys.executable, "-c", "pass"],
        "policytext --version": [*policytext, "--version"],
        "typer: hello": [sys.executable, str(hello)],
    }
    for text in texts:
        for name in ("json", "text", "tree"):
            arguments = ["outline", str(text), "--format", name]
            measured[f"outline {text.name} --format {name}"] = [*policytext, *arguments]
        measured[f"targets {text.name} --format json"] = [
            *policytext,
            "targets",
            str(text),
            "--format",
            "json",
        ]
    cached = [name for name in measured if "--version" in name or name.endswith("json")]
    return measured | {f"{name}{WITHOUT_CACHE}": measured[name] for name in cached}


def seconds(command: list[str], *, cache: bool) -> float:
    """Return the time of one run, with or without the cache of compiled expressions."""
    started = perf_counter()
    subprocess.run(
        command,
        cwd=ROOT,
        env=ENVIRONMENT | ({} if cache else {"POLICYTEXT_PATTERN_CACHE": "0"}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return perf_counter() - started


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    texts = [EXAMPLE, *map(Path, sys.argv[2:])]
    with tempfile.TemporaryDirectory() as folder:
        measured = commands(Path(folder), [text.resolve() for text in texts])
        times: dict[str, list[float]] = {name: [] for name in measured}
        for turn in range(rounds + 1):
            for name, command in measured.items():
                took = seconds(command, cache=not name.endswith(WITHOUT_CACHE))
                if turn:  # the first round only fills the caches
                    times[name].append(took)
    print(f"{rounds} rounds, Python {sys.version.split()[0]}\n")
    print(f"{'median ms':>10} {'fastest ms':>11} {'ratio':>6}  command")
    for name, rounds_taken in times.items():
        ratio = median(took / base for took, base in zip(rounds_taken, times[BASE], strict=True))
        print(f"{median(rounds_taken) * 1e3:10.1f} {min(rounds_taken) * 1e3:11.1f} {ratio:6.2f}  {name}")


if __name__ == "__main__":
    main()
