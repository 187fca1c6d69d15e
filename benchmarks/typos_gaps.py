"""Characters left out, typed twice or put in by chance in clean texts that the model has not seen."""

import random
from collections import Counter
from collections.abc import Sequence

from typos_ours import RATES, Detector, Result, format_label

from training.corpus import TrainingText
from training.gaps import PlantedGap, plant_gaps

_TEXT_LIMIT = 30_000  # characters of a text that are used
_AROUND = 12


def measure_gaps(ours: Detector, texts: Sequence[TrainingText]) -> list[str]:
    """Return a table of the share of errors that are found with the right correction, by kind and rate."""
    chance = random.Random(99)
    rates = (None, *RATES)
    total: Counter[str] = Counter()
    found: Counter[tuple[str, float | None]] = Counter()
    for text in texts:
        if text.source == "tw_mojlaw":
            continue
        shown, errors = plant_gaps(text.shadow[:_TEXT_LIMIT], chance)
        detection = ours(shown)
        for error in errors:
            total[error.kind] += 1
        for rate in rates:
            results = ours.select(detection, rate)
            for error in errors:
                found[error.kind, rate] += any(_is_corrected(shown, error, result) for result in results)
    out = ["## Characters left out, typed twice or put in, in held-back texts of the mainland", ""]
    out += [f"| error | errors | {' | '.join(map(format_label, rates))} |", "|---" * (len(rates) + 2) + "|"]
    for kind in ("missing", "extra"):
        cells = [f"{found[kind, rate] / max(total[kind], 1):.3f}" for rate in rates]
        out.append(f"| {kind} | {total[kind]:,} | {' | '.join(cells)} |")
    return [*out, ""]


def _is_corrected(text: str, error: PlantedGap, result: Result) -> bool:
    """Return whether a result turns the text into the one before the error was planted."""
    if abs(result.start - error.at) > _AROUND:
        return False
    low, high = max(error.at - 2 * _AROUND, 0), error.at + 2 * _AROUND
    missing = error.kind == "missing"
    right = (
        text[low : error.at] + (error.character if missing else "") + text[error.at + (not missing) : high]
    )
    return text[low : result.start] + result.new + text[result.end : high] == right
