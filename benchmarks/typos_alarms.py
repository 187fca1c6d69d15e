"""False positives on clean texts of other kinds: laws of Taiwan, speeches in Hong Kong, prose in the words of the Party, the web."""

import lzma
from pathlib import Path

from typos_ours import RATES, Detector, count_reported, format_label

# Each file, with the step and the first line of those that are read. Thresholds were set on other laws of Taiwan, and on all
# of the prose; see the counts by halves in calibration.tsv.
_FILES = (
    ("laws of Taiwan", "tw_laws.txt.xz", 12, 5),
    ("speeches of officials in Hong Kong", "hk_hansard.txt.xz", 3, 0),
    ("prose in the words of the Party", "party_prose.txt", 1, 0),
    ("prose of the web", "mixed_prose.txt", 1, 0),
)


def read_lines(path: Path) -> list[str]:
    """Read the clean texts of a file, one a line."""
    if path.suffix == ".xz":
        with lzma.open(path, "rt", encoding="utf-8") as file:
            lines = file.read().split("\n")
    else:
        lines = path.read_text(encoding="utf-8").split("\n")
    return [line.replace("\\n", "\n") for line in lines if line]


def measure_clean_kinds(ours: Detector, folder: Path) -> list[str]:
    """Return a table of the false positives in 10,000 characters of each kind of texts, genuine errors included."""
    rates = (None, *RATES)
    out = [
        f"| texts | characters | {' | '.join(map(format_label, rates))} |",
        "|---" * (len(rates) + 2) + "|",
    ]
    for name, file, step, first in _FILES:
        texts = read_lines(folder / file)[first::step]
        size = sum(map(len, texts))
        detections = [ours(text) for text in texts]
        cells = [f"{count_reported(ours, detections, rate) / size * 10_000:.2f}" for rate in rates]
        out.append(f"| {name} | {size:,} | {' | '.join(cells)} |")
    return out
