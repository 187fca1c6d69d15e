"""RESULTS.md from what was measured."""

from pathlib import Path
from typing import Any

_TASKS = {
    "outline": "Outline",
    "domains": "Domains",
    "lint": "Lint",
    "targets": "Targets: figures, dates, commitments",
    "figures": "Figures alone",
    "stats": "Counting",
    "words": "Cutting into words (no hidden Markov model)",
    "corpus": "Everything in one pass",
}


def write(found: dict[str, Any], path: Path) -> None:
    """Write the page."""
    about = found["machine"]
    lines = [
        "# Results",
        "",
        f"Written by `benchmarks/table.py` on {about['date']}: {about['processor']}, {about['cores']} cores, {about['system']}, "
        f"Python {about['python']}, load {about['load']} from others when it began. Megabytes are 10⁶ bytes of UTF-8. Rates are by "
        f"processor time, so that a busy machine changes them less; the ratio is the median of {found['rounds']} rounds in turn, with its "
        "spread. A machine that is shared makes all figures smaller: compare within the table.",
        "",
        f"## On the same {found['bytes'] / 1e6:.1f} MB",
        "",
        "| | MB/s | from – to | times a peer: ours / theirs |",
        "|---|---|---|---|",
    ]
    for task, title in _TASKS.items():
        rows = [one for one in found["contest"] if one["task"] == task]
        lines.append(f"| **{title}** | | | |")
        ours = next((one for one in rows if one["name"].startswith("policytext") and one["rates"]), None)
        lines += [_row(one, ours) for one in rows]
    lines += [
        "",
        "## Start-up",
        "",
        "One text of 8 kB, the whole process.",
        "",
        "| | ms | processor ms |",
        "|---|---|---|",
    ]
    lines += [f"| {one['name']} | {one['ms']} | {one['cpu_ms']} |" for one in found["startup"]]
    lines += ["", "## Length", "", "MB/s of one text; a row that keeps its value is linear.", ""]
    lines += _by_size(found["lengths"])
    lines += ["", "Peak memory in MB of the whole process.", ""]
    lines += _by_size(found["memory"])
    lines += ["", "## Workers", ""]
    lines += _workers(found["workers"])
    for one in found.get("large", []):
        lines += _large(one) if one is found["large"][0] else [_large_row(one)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _row(one: dict[str, Any], ours: dict[str, Any] | None) -> str:
    if not one["rates"] or one["fault"]:
        return f"| {one['name']} | – | {one['fault']} | |"
    spread = f"{min(one['rates']):.3g} – {max(one['rates']):.3g}"
    ratio = ""
    if ours and not one["name"].startswith("policytext"):
        ratios = sorted(a / b for a, b in zip(ours["rates"], one["rates"], strict=True))
        middle = ratios[len(ratios) // 2]
        ratio = f"{middle:.2f} ({ratios[0]:.2f} – {ratios[-1]:.2f})"
    return f"| {one['name']} | {one['rate']:.3g} | {spread} | {ratio} |"


def _by_size(found: dict[str, list[Any]]) -> list[str]:
    sizes = [f"{size / 1e6:g} MB" if size >= 1e6 else f"{size / 1e3:g} kB" for size in found["sizes"]]
    lines = [f"| | {' | '.join(sizes)} |", f"|---|{'---|' * len(sizes)}"]
    lines += [f"| {name} | {' | '.join(map(str, row))} |" for name, row in found.items() if name != "sizes"]
    return lines


def _workers(found: list[dict[str, Any]]) -> list[str]:
    first = found[0]
    lines = [
        f"`corpus run` over {first['megabytes']:.0f} MB, everything asked for, start-up and Parquet included; the quickest of three rounds. By processor time: as it would be if nobody else used the machine.",
        "",
        "| workers | wall s | processor s | MB/s | MB per processor s | times one, by the clock | by processor time | peak MB |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for one in found:
        rate = one["megabytes"] / one["wall"]
        lines.append(
            f"| {one['jobs']} | {one['wall']} | {one['cpu']} | {rate:.2f} | {one['megabytes'] / one['cpu']:.2f} | "
            f"{first['wall'] / one['wall']:.2f} | {one['jobs'] * first['cpu'] / one['cpu']:.2f} | {one['peak_mb']} |"
        )
    return lines


def _large(one: dict[str, Any]) -> list[str]:
    return [
        "",
        "## A gigabyte",
        "",
        "Perturbed copies of real texts, everything asked for; what is named last was killed on the way, and the tables are the same. Others kept the machine busy; processor time leaves out what died with the run.",
        "",
        "| engine | MB | wall s | processor s | peak MB | Parquet MB | rows | killed |",
        "|---|---|---|---|---|---|---|---|",
        _large_row(one),
    ]


def _large_row(one: dict[str, Any]) -> str:
    rows = sum(one["rows"].values())
    return (
        f"| {one['engine']} × {one['jobs']} | {one['megabytes']:.0f} | {one['wall']:.0f} | {one['cpu']:.0f} | {one['peak_mb']} | "
        f"{one['parquet_mb']:.0f} | {rows:,} | {one['killed'] or ''} |"
    )
