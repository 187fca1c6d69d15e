"""How long one call of each command takes, beside an empty Python and a Typer program that only greets.

    python benchmarks/startup.py [ROUNDS] [TEXT]

Each round runs every command once, in turn, so that a slow moment of the machine affects all of them. Printed are the
median and the least CPU time, and the median of the ratios to the Typer program of the same round. Commands marked "no
pattern cache" compile their regular expressions in each run (see `policytext.text.pattern_cache`).
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "plan.txt"
COMMANDS = ("outline", "domains", "targets", "lint", "stats")
BASE = "typer: hello"

# As for a user, Python keeps its compiled modules.
WITHOUT_CACHE = ", no pattern cache"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

HELLO = """\
import typer
app = typer.Typer()
@app.command()
def hello(name: str = "world") -> None:
    print(f"hello {name}")
app()
"""


def commands(folder: Path, texts: list[Path]) -> dict[str, list[str]]:
    """Return the commands by their names in the table."""
    hello = folder / "hello.py"
    hello.write_text(HELLO, encoding="utf-8")
    policytext = [sys.executable, "-m", "policytext"]
    measured = {
        "python -c pass": [sys.executable, "-c", "pass"],
        BASE: [sys.executable, str(hello)],
        "policytext --version": [*policytext, "--version"],
    }
    for text in texts:
        for name in COMMANDS:
            measured[f"{name} {text.name}"] = [*policytext, name, str(text), "--format", "json"]
        for name in ("text", "tree"):
            arguments = ["outline", str(text), "--format", name]
            measured[f"outline {text.name} --format {name}"] = [*policytext, *arguments]
    cached = [name for name in measured if name.startswith(COMMANDS) and "--format" not in name]
    return measured | {f"{name}{WITHOUT_CACHE}": measured[name] for name in cached}


def seconds(command: list[str], *, cache: bool) -> float:
    """Return the CPU seconds of one run, with or without the cache of compiled expressions."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=ENVIRONMENT | ({} if cache else {"POLICYTEXT_PATTERN_CACHE": "0"}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert done.returncode in (0, 1), command  # 1: lint has found something
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


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
    print(f"{'median ms':>10} {'least ms':>9} {'ratio':>6}  command")
    for name, rounds_taken in times.items():
        ratio = median(took / base for took, base in zip(rounds_taken, times[BASE], strict=True))
        print(f"{median(rounds_taken) * 1e3:10.1f} {min(rounds_taken) * 1e3:9.1f} {ratio:6.2f}  {name}")


if __name__ == "__main__":
    main()
