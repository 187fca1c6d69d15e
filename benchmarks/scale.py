"""docs/scale.md, reckoned from what was measured (``results.json``); the tests see to it that the page says the same.

python benchmarks/scale.py          # write the page
"""

import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "scale.md"
TERABYTE = 1_000_000.0  # MB
CORES = (1, 32, 1000)
#: Bytes of a shard for a terabyte, in MB, and how many files a shard has.
SHARD, FILES = 64, 8
#: What a network file system gives all readers together, in MB a second, by order of magnitude.
NETWORK = 1000.0


def reckoned(found: dict[str, Any]) -> dict[str, Any]:
    """What follows from the measured runs."""
    large = found["large"]
    one = next(run for run in large if run["engine"] == "local")
    alone, several = found["workers"][0], found["workers"][-1]
    start = 2.0
    rate = alone["megabytes"] / max(alone["cpu"] - start, 1e-9)
    scaling = alone["cpu"] / several["cpu"]
    return {
        "rate": rate,
        "scaling": min(scaling, 1.0),
        "jobs": several["jobs"],
        "hours": TERABYTE / rate / 3600,
        "memory": one["peak_mb"] / (one["jobs"] + 0.5),
        "parquet": one["parquet_mb"] / one["megabytes"],
        "rows": sum(one["rows"].values()) / one["megabytes"],
        "documents": one["rows"]["documents"] / one["megabytes"],
        "machine": found["machine"],
        "large": large,
    }


def page(found: dict[str, Any]) -> str:
    """The page."""
    one = reckoned(found)
    lines = [*_measured(one), *_terabyte(one), *_limits(one, found["planned"]), *_cheaper(found["contest"])]
    return "\n".join(lines) + "\n"


def _measured(one: dict[str, Any]) -> list[str]:
    about, rate = one["machine"], one["rate"]
    return [
        "# What a large corpus costs",
        "",
        f"Reckoned by `benchmarks/scale.py` from the figures in [RESULTS.md](../benchmarks/RESULTS.md), measured on {about['date']} "
        f"({about['processor']}, {about['cores']} cores, Python {about['python']}, shared with others). Megabytes are 10⁶ bytes of text "
        "in UTF-8. What is not measured is said to be so.",
        "",
        "## Measured",
        "",
        "| | |",
        "|---|---|",
        f"| everything (`--what outline,targets,domains,lint,stats`), one core | {rate:.2f} MB for each second of a processor |",
        f"| {one['jobs']} workers on this machine | {one['scaling'] * one['jobs']:.2f} times one by processor time, {one['scaling']:.0%} of the ideal |",
        f"| memory of a worker | {one['memory']:.0f} MB, whatever the corpus |",
        f"| Parquet | {one['parquet']:.2f} bytes for each byte of text; two thirds of it are the texts of sentences and commitments |",
        f"| rows | {one['rows']:,.0f} for each MB, of {one['documents']:.0f} documents |",
        *(
            f"| {run['megabytes'] / 1000:.2f} GB, {run['engine']} × {run['jobs']} | {run['wall'] / 60:.0f} minutes, with others at work on the same machine |"
            for run in one["large"]
        ),
    ]


def _terabyte(one: dict[str, Any]) -> list[str]:
    rate = one["rate"]
    return [
        "",
        "## A terabyte",
        "",
        "| | " + " | ".join(f"{cores:,} core{'s' if cores > 1 else ''}" for cores in CORES) + " |",
        "|---|" + "---|" * len(CORES),
        _row("time", [_time(one["hours"] / cores / (one["scaling"] if cores > 1 else 1)) for cores in CORES]),
        _row("processor time", [f"{one['hours']:,.0f} hours"] * len(CORES)),
        _row("memory of all workers", [_size(one["memory"] * cores) for cores in CORES]),
        _row("reading", [f"{rate * cores:,.0f} MB/s" for cores in CORES]),
        _row("writing", [f"{rate * cores * one['parquet']:,.0f} MB/s" for cores in CORES]),
        _row(f"shards of {SHARD} MB", [f"{TERABYTE / SHARD:,.0f}"] * len(CORES)),
        _row("files", [f"{TERABYTE / SHARD * FILES:,.0f}"] * len(CORES)),
        _row("Parquet", [_size(TERABYTE * one["parquet"])] * len(CORES)),
        _row("rows", [f"{TERABYTE * one['rows'] / 1e9:,.1f} billion"] * len(CORES)),
        _row("a shard lost with a worker", [f"{SHARD / rate:.0f} s of work"] * len(CORES)),
        "",
        "Times suppose that cores do not slow each other more than the two that were measured, which a real machine of 32 will "
        f"break by a little: take a fourth more. With `--shard-size 8MB`, the default, there would be {TERABYTE / 8 * FILES:,.0f} "
        "files, which is too many for a file system and for the reader of the tables.",
    ]


def _limits(one: dict[str, Any], planned: dict[str, float]) -> list[str]:
    rate = one["rate"]
    return [
        "",
        "## What is the bottleneck, and what would break first",
        "",
        f"1. **The processor**, up to about {NETWORK / (rate * (1 + one['parquet'])):,.0f} cores on storage that gives {NETWORK:,.0f} MB/s: "
        "the tables are written as they come.",
        f"2. **The plan** is made by one process while the workers work. Folders cost it next to nothing, the lines of a plain `.jsonl` are "
        f"counted at {planned['jsonl']:,.0f} MB/s: enough for {planned['jsonl'] / rate:,.0f} cores. Packed `.jsonl` ({planned['jsonl.gz']:,.0f} MB/s), CSV "
        f"({planned['csv']:,.0f}) and row groups of Parquet above four shards ({planned['parquet']:,.0f}) go through it: beyond "
        f"{min(planned.values()) / rate:,.0f} cores unpack them first, or write Parquet with row groups of a few thousand rows, which workers "
        "open themselves.",
        f"3. **Shared storage**: a thousand cores write {rate * 1000 * one['parquet']:,.0f} MB/s in {FILES * 1000 * rate / SHARD:,.0f} files a "
        "second, each put on the disk before it counts. A network file system that gives 1 GB/s is then the limit.",
        "4. **Files in one folder**: a table of a terabyte is "
        f"{TERABYTE / SHARD:,.0f} files. DuckDB reads the foot of each before it answers; a million, with small shards, would make it slow.",
        f"5. **The scheduler**: Dask's own documents say about a millisecond for a task; {1000 * rate / SHARD:,.0f} a second are asked of it.",
        "6. **Numbers**: offsets and counts are 64 bits wide; names of shards have six digits and may have more.",
    ]


def _cheaper(contest: list[dict[str, Any]]) -> list[str]:
    rates = {row["name"]: row["rate"] for row in contest}

    def share(name: str) -> float:
        return float(rates["policytext corpus run (all of them)"] / rates[f"policytext {name}"])

    return [
        "",
        "## Cheaper",
        "",
        f"- Ask for less: the outline and the domains cost {share('domains'):.0%} of everything, targets {share('targets'):.0%}, lint "
        f"{share('lint'):.0%} (each with what it needs of the others).",
        f"- `pip install '.[fast]'` before asking for `stats`: rjieba cuts {rates['policytext words'] / rates['policytext words (without rjieba)']:.0f} "
        "times as fast.",
        "- A corpus with many copies: `select digest` finds them; analyse each text once.",
        "",
        "## Not measured",
        "",
        "More than one machine, more than two cores, object stores, and a terabyte itself.",
    ]


def _row(name: str, cells: list[str]) -> str:
    return f"| {name} | {' | '.join(cells)} |"


def _time(hours: float) -> str:
    if hours >= 48:
        return f"{hours / 24:,.0f} days"
    return f"{hours:.1f} hours" if hours >= 1 else f"{hours * 60:.0f} minutes"


def _size(megabytes: float) -> str:
    if megabytes >= 1e6:
        return f"{megabytes / 1e6:.2f} TB"
    return f"{megabytes / 1e3:,.1f} GB" if megabytes >= 1e3 else f"{megabytes:.0f} MB"


if __name__ == "__main__":
    PAGE.write_text(page(json.loads((HERE / "results.json").read_text(encoding="utf-8"))), encoding="utf-8")
