"""A program of the test: the cost of each stage for every pattern at two sizes, as JSON.

python -m tests.growth.measure SMALL LARGE [PATTERN…]
"""

import gc
import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.growth import counting
from tests.growth.patterns import LED, PATTERNS


def filled(head: str, body: str, size: int) -> str:
    """The head, and the body repeated to some `size` bytes."""
    times = size // len(body.encode()) + 1
    return head + "".join([body.replace("{n}", str(1000 + number)) for number in range(times)])


def texts(size: int) -> dict[str, str]:
    """All patterns at a size."""
    return {
        name: filled(*led, size)
        for name, led in {**{name: ("", body) for name, body in PATTERNS.items()}, **LED}.items()
    }


def stages(text: str) -> dict[str, Callable[[], Any]]:
    """The answers, in an order in which each finds what it needs."""
    from policytext.model.analysis_options import AnalysisOptions
    from policytext.model.document import Source
    from policytext.pipeline import Analysis, analyse_with_rules
    from policytext.tokenizer import Tokenizer

    made: list[Analysis] = []
    book = analyse_with_rules(Source(text="")).book  # loaded once for all texts
    options = AnalysisOptions(counted=("words",))

    def outline() -> None:
        made.append(Analysis(Source(text=text), book, options, tokenizer=Tokenizer()))

    return {
        "outline": outline,
        "references": lambda: made[0].references,
        "domains": lambda: made[0].passages,
        "targets": lambda: made[0].targets,
        "lint": lambda: made[0].findings,
        "stats": lambda: made[0].counts,
    }


def counted(text: str) -> dict[str, dict[str, int]]:
    """What each stage costs, place by place."""
    result = {}
    for name, stage in stages(text).items():
        counting.reset()
        stage()
        places: Counter[str] = Counter()
        for place, count in zip(counting.PLACES, counting.COUNTS, strict=True):
            if count:
                places[place] += count
        result[name] = dict(places)
    return result


def main(small: int, large: int, names: list[str]) -> None:
    """Print what grows."""
    counting.install("policytext")
    gc.disable()
    little, much = texts(small), texts(large)
    for body in (
        "\n".join(text[:60] for text in little.values()),
        "".join(text[:200] for text in little.values()),
        "的" * 4000,
    ):
        counted(body)  # what is made once for all texts
    for name in names or little:
        line = {"name": name, "counts": [counted(text[name]) for text in (little, much)]}
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
