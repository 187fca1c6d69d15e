"""The typo detection of policytext for benchmarks: every result with its probability."""

from collections.abc import Iterable
from typing import NamedTuple

from policytext.typos.model import Model
from policytext.typos.model_file import open_model_file
from policytext.typos.near_misses import find_near_misses
from policytext.typos.phrases import Phrases
from policytext.typos.unlikely_characters import Suspect, compute_candidate_features, keep_most_probable

RATES = (0.1, 0.2, 0.5, 1.0, 2.0)


def format_label(rate: float | None) -> str:
    """Return the label of a row: near misses alone, or with the language model at a rate."""
    return "errors alone" if rate is None else f"both, rate {rate:g}"


class Result(NamedTuple):
    """A suspected typo: its span, its correction, the probability, and the tier (`error` or `warning`)."""

    start: int
    end: int
    new: str
    probability: float
    tier: str


class Detector:
    """Both tiers of detection. Each result has its probability, so one run serves all alarm rates."""

    def __init__(self) -> None:
        self.model, self.phrases = Model(open_model_file()), Phrases(open_model_file())

    def __call__(self, shadow: str) -> list[Result]:
        errors = [
            Result(*miss.span, miss.right, 1.0, "error") for miss in find_near_misses(shadow, self.phrases)
        ]
        rows = compute_candidate_features(shadow, self.model)
        chances = self.model.trees.probabilities(rows.features)
        every = zip(rows.starts, rows.ends, rows.new, chances.tolist(), strict=True)
        suspects = keep_most_probable([Suspect(*candidate) for candidate in every if candidate[3] > 0.05])
        taken = {place for error in errors for place in range(error.start, error.end)}
        return errors + [
            Result(*suspect, "warning")
            for suspect in suspects
            if taken.isdisjoint(range(suspect.start, suspect.end))
        ]

    def select(self, results: Iterable[Result], rate: float | None) -> list[Result]:
        """Return the results to report at an alarm rate; without a rate, the errors alone."""
        least = 2.0 if rate is None else self.model.minimum_probability(rate)
        return [result for result in results if result.tier == "error" or result.probability >= least]


def format_place(text: str, result: Result) -> str:
    """Return a result as ``[old→new]``, with ten characters on either side."""
    start, end, new = result[:3]
    return f"{text[max(start - 10, 0) : start]}[{text[start:end]}→{new}]{text[end : end + 10]}".replace(
        "\n", "|"
    )
