"""Write RESULTS.md from the measurements."""

from pathlib import Path
from typing import Any

_TASKS = {
    "outline": "Outline",
    "domains": "Domains",
    "lint": "Lint",
    "targets": "Targets: figures, dates, commitments",
    "figures": "Figures alone",
    "stats": "Counting",
    "words": "Splitting into words (no hidden Markov model)",
    "corpus": "All analyses in one pass",
}


def write_page(results: dict[str, Any], path: Path) -> None:
    """Write the page of results."""
    machine = results["machine"]
    lines = [
        "# Results",
        "",
        f"Written by `benchmarks/table.py` on {machine['date']}: {machine['processor']}, {machine['cores']} cores, {machine['system']}, "
        f"Python {machine['python']}, system load at the start {machine['load']}. Megabytes are 10⁶ bytes of UTF-8. Rates use CPU time, "
        f"which depends less on other programs; the ratio is the median of {results['rounds']} rounds, with the "
        "lowest and the highest. Other programs slow all rows down, so compare only within a table.",
        "",
        f"## On the same {results['bytes'] / 1e6:.1f} MB",
        "",
        "| | MB/s | from – to | policytext / peer |",
        "|---|---|---|---|",
    ]
    for task, title in _TASKS.items():
        rows = [row for row in results["throughput"] if row["task"] == task]
        lines.append(f"| **{title}** | | | |")
        ours = next((row for row in rows if row["name"].startswith("policytext") and row["rates"]), None)
        lines += [_format_rate(row, ours) for row in rows]
    lines += [
        "",
        "## Start-up",
        "",
        "One text of 8 kB; the whole process.",
        "",
        "| | ms | CPU ms |",
        "|---|---|---|",
    ]
    lines += [f"| {row['name']} | {row['ms']} | {row['cpu_ms']} |" for row in results["startup"]]
    lines += [
        "",
        "## Length",
        "",
        "MB/s of one text. If the work is linear, the values of a row are equal.",
        "",
    ]
    lines += _format_by_size(results["lengths"])
    lines += ["", "Peak memory in MB of the whole process.", ""]
    lines += _format_by_size(results["memory"])
    lines += ["", "## Workers", ""]
    lines += _format_workers(results["workers"])
    lines += _format_large_runs(results.get("large", []))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _format_rate(row: dict[str, Any], ours: dict[str, Any] | None) -> str:
    if not row["rates"] or row["fault"]:
        return f"| {row['name']} | – | {row['fault']} | |"
    spread = f"{min(row['rates']):.3g} – {max(row['rates']):.3g}"
    ratio = ""
    if ours and not row["name"].startswith("policytext"):
        ratios = sorted(a / b for a, b in zip(ours["rates"], row["rates"], strict=True))
        middle = ratios[len(ratios) // 2]
        ratio = f"{middle:.2f} ({ratios[0]:.2f} – {ratios[-1]:.2f})"
    return f"| {row['name']} | {row['rate']:.3g} | {spread} | {ratio} |"


def _format_by_size(found: dict[str, list[Any]]) -> list[str]:
    sizes = [f"{size / 1e6:g} MB" if size >= 1e6 else f"{size / 1e3:g} kB" for size in found["sizes"]]
    lines = [f"| | {' | '.join(sizes)} |", f"|---|{'---|' * len(sizes)}"]
    lines += [f"| {name} | {' | '.join(map(str, row))} |" for name, row in found.items() if name != "sizes"]
    return lines


def _format_workers(runs: list[dict[str, Any]]) -> list[str]:
    first = runs[0]
    lines = [
        f"`corpus run` over {first['megabytes']:.0f} MB, all analyses, including start-up and Parquet; the fastest of three rounds. The speed-up by CPU time is the one to expect on a machine without other programs.",
        "",
        "| workers | wall s | CPU s | MB/s | MB per CPU s | speed-up, wall time | speed-up, CPU time | peak MB |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in runs:
        rate = row["megabytes"] / row["wall"]
        lines.append(
            f"| {row['jobs']} | {row['wall']} | {row['cpu']} | {rate:.2f} | {row['megabytes'] / row['cpu']:.2f} | "
            f"{first['wall'] / row['wall']:.2f} | {row['jobs'] * first['cpu'] / row['cpu']:.2f} | {row['peak_mb']} |"
        )
    return lines


def _format_large_runs(runs: list[dict[str, Any]]) -> list[str]:
    if not runs:
        return []
    return [
        "",
        "## A gigabyte",
        "",
        "Changed copies of real texts, all analyses. The processes in the last column were killed during the run; the tables are the same as without. Other programs were running. CPU time does not include killed processes.",
        "",
        "| engine | MB | wall s | CPU s | peak MB | Parquet MB | rows | killed |",
        "|---|---|---|---|---|---|---|---|",
        *map(_format_large_run, runs),
    ]


def _format_large_run(row: dict[str, Any]) -> str:
    rows = sum(row["rows"].values())
    return (
        f"| {row['engine']} × {row['jobs']} | {row['megabytes']:.0f} | {row['wall']:.0f} | {row['cpu']:.0f} | {row['peak_mb']} | "
        f"{row['parquet_mb']:.0f} | {rows:,} | {row['killed'] or ''} |"
    )
