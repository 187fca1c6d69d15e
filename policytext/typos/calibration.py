"""Calibration: from which probability on a suspect is reported, for texts of a region and a genre and a rate of false alarms.

``calibration.tsv`` has them, measured on clean texts by ``python -m training.calibration``. Of a region or a genre that the
language model has not learned nothing is reported.

>>> find_least_probability("mainland", "law", 0.2) < find_least_probability("mainland", "passage", 0.2)
True
>>> find_least_probability("hk", "document", 0.2) is None
True
"""

import os
from functools import cache
from math import exp, log
from typing import Literal

Genre = Literal["law", "document", "passage"]

CALIBRATION_PATH = os.path.join(os.path.dirname(__file__), "calibration.tsv")
#: The kinds of documents that are written like laws; a text of no known kind is a passage.
_LAWS = frozenset({"law", "standard"})
_LEAST_RATE = 1e-9


def find_genre(kind: str | None) -> Genre:
    """Return the genre of a kind of documents (see `policytext.model.front_matter.Frame`), None for an unknown kind."""
    return "passage" if kind is None else "law" if kind in _LAWS else "document"


def find_least_probability(region: str | None, genre: Genre, rate: float) -> float | None:
    """Return the least probability to report, or None if nothing is.

    Args:
        region: whose institutions speak in the text.
        genre: its genre.
        rate: the accepted number of false alarms in 10,000 characters of clean text.
    """
    points = _load_table().get((region or "", genre))
    if points is None:
        return None
    # Between two measured rates the log-odds are interpolated over the logarithm of the rate.
    wanted = log(max(rate, _LEAST_RATE))
    before = points[0]
    for after in points:
        if wanted <= after[0]:
            break
        before = after
    else:
        after = points[-1]
    share = (wanted - before[0]) / (after[0] - before[0]) if after[0] > before[0] else 0.0
    return 1 / (1 + exp(-(before[1] + share * (after[1] - before[1]))))


@cache
def _load_table() -> dict[tuple[str, str], list[tuple[float, float]]]:
    """Load for each region and genre the logarithms of the rates, ascending, with the log-odds."""
    table: dict[tuple[str, str], list[tuple[float, float]]] = {}
    with open(CALIBRATION_PATH, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    for region, genre, rate, probability, *_ in rows[1:]:
        odds = log(float(probability) / (1 - float(probability)))
        table.setdefault((region, genre), []).append((log(float(rate)), odds))
    return {key: sorted(points) for key, points in table.items()}
