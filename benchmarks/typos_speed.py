"""The speed of typo detection, the time for loading the model, and its memory."""

import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from typos_ours import Detector

from policytext.typos.model_file import MODEL_PATH
from policytext.typos.near_misses import find_near_misses
from training.corpus import TrainingText


def measure_speed(ours: Detector, texts: Sequence[TrainingText]) -> list[str]:
    """Return the characters in each CPU second, the time for loading, and the memory."""
    shadow = "\n".join(text.shadow for text in texts)
    rows = []
    for name, work in (
        (
            "characters in each CPU second, near misses (no numpy)",
            lambda: list(find_near_misses(shadow, ours.phrases)),
        ),
        ("characters in each CPU second, with the language model", lambda: ours(shadow)),
    ):
        times = []
        for _ in range(3):
            start = time.process_time()
            work()
            times.append(time.process_time() - start)
        rows.append(f"| {name} | {len(shadow) / min(times):,.0f} |")
    program = (
        "import time; start = time.perf_counter()\nimport numpy\nhalf = time.perf_counter()\n"
        "from policytext.typos.model import load_model\nmodel = load_model(); model.trees; model.unigram_smoothing; model.symbol_probabilities\n"
        "model.symbols\nprint(half - start, time.perf_counter() - half)"
    )
    took = [
        list(
            map(
                float,
                subprocess.run(
                    [sys.executable, "-c", program], capture_output=True, text=True, check=True
                ).stdout.split(),
            )
        )
        for _ in range(7)
    ]
    numpy_time, load_time = (sorted(column)[3] * 1000 for column in zip(*took, strict=True))
    rows += [
        f"| loading the model, milliseconds | {load_time:.0f} |",
        f"| importing numpy, milliseconds | {numpy_time:.0f} |",
    ]
    rows += [f"| size of the model file, bytes | {Path(MODEL_PATH).stat().st_size:,} |"]
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return [*rows, f"| peak memory of this whole run, MB | {most} |"]
