"""Estimate the cost of a large corpus from the measurements in ``results.json``, and write docs/scale.md.

python benchmarks/scale.py

A test checks that the page agrees with the measurements.
"""

import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "scale.md"
TERABYTE = 1_000_000.0  # MB
CORES = (1, 32, 1000)
#: The size of a shard for a terabyte, in MB, and the number of files of a shard.
SHARD, FILES = 64, 8
#: The throughput of a network file system for all readers together, in MB a second, by order of magnitude.
NETWORK = 1000.0


def compute_costs(results: dict[str, Any]) -> dict[str, Any]:
    """Compute the costs for each MB from the measured runs."""
    large = results["large"]
    local = next(run for run in large if run["engine"] == "local")
    alone, several = results["workers"][0], results["workers"][-1]
    startup = 2.0  # CPU seconds
    rate = alone["megabytes"] / max(alone["cpu"] - startup, 1e-9)
    scaling = alone["cpu"] / several["cpu"]
    return {
        "rate": rate,
        "scaling": min(scaling, 1.0),
        "jobs": several["jobs"],
        "hours": TERABYTE / rate / 3600,
        "memory": local["peak_mb"] / (local["jobs"] + 0.5),
        "parquet": local["parquet_mb"] / local["megabytes"],
        "rows": sum(local["rows"].values()) / local["megabytes"],
        "documents": local["rows"]["documents"] / local["megabytes"],
        "machine": results["machine"],
        "large": large,
    }


def format_page(results: dict[str, Any]) -> str:
    """Return the page in Markdown."""
    costs = compute_costs(results)
    lines = [
        *_format_measurements(costs),
        *_format_terabyte(costs),
        *_format_limits(costs, results["planned"]),
        *_format_savings(results["throughput"]),
    ]
    return "\n".join(lines) + "\n"


def _format_measurements(costs: dict[str, Any]) -> list[str]:
    machine, rate = costs["machine"], costs["rate"]
    return [
        "# What a large corpus costs",
        "",
        f"Estimated by `benchmarks/scale.py` from the measurements in [RESULTS.md](../benchmarks/RESULTS.md) of {machine['date']} "
        f"({machine['processor']}, {machine['cores']} cores, Python {machine['python']}, with other programs running). Megabytes are 10⁶ bytes of text "
        "in UTF-8.",
        "",
        "## Measured",
        "",
        "| | |",
        "|---|---|",
        f"| everything (`--what outline,targets,domains,lint,stats`), one core | {rate:.2f} MB for each CPU second |",
        f"| {costs['jobs']} workers on this machine | {costs['scaling'] * costs['jobs']:.2f} times the speed of one, by CPU time: {costs['scaling']:.0%} of the ideal |",
        f"| memory of a worker | {costs['memory']:.0f} MB, independent of the size of the corpus |",
        f"| Parquet | {costs['parquet']:.2f} bytes for each byte of text; two thirds are the texts of sentences and commitments |",
        f"| rows | {costs['rows']:,.0f} for each MB, which has {costs['documents']:.0f} documents |",
        *(
            f"| {run['megabytes'] / 1000:.2f} GB, {run['engine']} × {run['jobs']} | {run['wall'] / 60:.0f} minutes, with other programs running |"
            for run in costs["large"]
        ),
    ]


def _format_terabyte(costs: dict[str, Any]) -> list[str]:
    rate = costs["rate"]
    return [
        "",
        "## A terabyte",
        "",
        "| | " + " | ".join(f"{cores:,} core{'s' if cores > 1 else ''}" for cores in CORES) + " |",
        "|---|" + "---|" * len(CORES),
        _row(
            "time",
            [_time(costs["hours"] / cores / (costs["scaling"] if cores > 1 else 1)) for cores in CORES],
        ),
        _row("CPU time", [f"{costs['hours']:,.0f} hours"] * len(CORES)),
        _row("memory of all workers", [_size(costs["memory"] * cores) for cores in CORES]),
        _row("reading", [f"{rate * cores:,.0f} MB/s" for cores in CORES]),
        _row("writing", [f"{rate * cores * costs['parquet']:,.0f} MB/s" for cores in CORES]),
        _row(f"shards of {SHARD} MB", [f"{TERABYTE / SHARD:,.0f}"] * len(CORES)),
        _row("files", [f"{TERABYTE / SHARD * FILES:,.0f}"] * len(CORES)),
        _row("Parquet", [_size(TERABYTE * costs["parquet"])] * len(CORES)),
        _row("rows", [f"{TERABYTE * costs['rows'] / 1e9:,.1f} billion"] * len(CORES)),
        _row("work lost when a worker dies", [f"{SHARD / rate:.0f} s"] * len(CORES)),
        "",
        "The times assume that more cores slow each other down no more than the two measured ones. On a real machine with 32 cores, expect "
        f"a fourth more. With the default, `--shard-size 8MB`, there would be {TERABYTE / 8 * FILES:,.0f} "
        "files, which is too many for a file system and for the programs that read the tables.",
    ]


def _format_limits(costs: dict[str, Any], planned: dict[str, float]) -> list[str]:
    rate = costs["rate"]
    return [
        "",
        "## Bottlenecks, the nearest first",
        "",
        f"1. **CPU**, up to about {NETWORK / (rate * (1 + costs['parquet'])):,.0f} cores with storage of {NETWORK:,.0f} MB/s.",
        f"2. **Planning**: one process splits the inputs into shards during the run. Folders take almost no time. The lines of an uncompressed "
        f"`.jsonl` file are counted at {planned['jsonl']:,.0f} MB/s, enough for {planned['jsonl'] / rate:,.0f} cores. Compressed `.jsonl` ({planned['jsonl.gz']:,.0f} MB/s), CSV "
        f"({planned['csv']:,.0f} MB/s) and Parquet row groups larger than four shards ({planned['parquet']:,.0f} MB/s) are read by this process. With more than "
        f"{min(planned.values()) / rate:,.0f} cores, decompress them first, or write Parquet with row groups of a few thousand rows, which the workers "
        "read themselves.",
        f"3. **Shared storage**: a thousand cores write {rate * 1000 * costs['parquet']:,.0f} MB/s in {FILES * 1000 * rate / SHARD:,.0f} files a "
        "second, each flushed to disk. A network file system of 1 GB/s is then the limit.",
        "4. **Files in one folder**: a table of a terabyte is "
        f"{TERABYTE / SHARD:,.0f} files. DuckDB reads the footer of each file first; with small shards, a million files would make each query slow.",
        f"5. **The scheduler**: Dask's documentation gives about a millisecond for each task; a thousand cores need {1000 * rate / SHARD:,.0f} tasks a second.",
        "6. **Number ranges** are no limit: offsets and counts have 64 bits; shard names have six digits, or more where needed.",
    ]


def _format_savings(throughput: list[dict[str, Any]]) -> list[str]:
    rates = {row["name"]: row["rate"] for row in throughput}

    def share(name: str) -> float:
        return float(rates["policytext corpus run (all of them)"] / rates[f"policytext {name}"])

    return [
        "",
        "## To reduce the cost",
        "",
        f"- Choose fewer analyses with `--what`. The outline and the domains take {share('domains'):.0%} of the time of all analyses, targets {share('targets'):.0%}, lint "
        f"{share('lint'):.0%} (each including what it needs from the others).",
        f"- For `stats`, `pip install '.[fast]'`: rjieba splits words {rates['policytext words'] / rates['policytext words (without rjieba)']:.0f} "
        "times as fast.",
        "- If a corpus has many copies of the same text, remove them first; the column `digest` of an earlier run finds them.",
        "",
        "## Not measured",
        "",
        "Several machines, more than two cores, object stores, and a corpus of a terabyte.",
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
    PAGE.write_text(
        format_page(json.loads((HERE / "results.json").read_text(encoding="utf-8"))), encoding="utf-8"
    )
