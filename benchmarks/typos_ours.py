"""The typo detection of policytext for benchmarks: every result with its probability."""

from collections.abc import Iterable
from typing import NamedTuple

from policytext.linter.checks.near_miss import check
from policytext.model.document import Source
from policytext.outliner import parse
from policytext.text.prepared import PreparedDocument
from policytext.tokenizer.word_table import Script
from policytext.typos.calibration import Genre, find_genre, find_least_probability
from policytext.typos.model import Model
from policytext.typos.model_file import open_model_file
from policytext.typos.phrases import Phrases
from policytext.typos.unlikely_characters import find_suspects

RATES = (0.1, 0.2, 0.5, 1.0, 2.0)
_LEAST_PROBABILITY = 0.05


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


class Detection(NamedTuple):
    """The results in a text, and the region and the genre that `lint` takes it for."""

    region: str | None
    genre: Genre
    results: list[Result]


class Detector:
    """Both tiers of detection, as `lint` has them. Each result has its probability, so one run serves all alarm rates."""

    def __init__(self) -> None:
        self.model, self.phrases = Model(open_model_file()), Phrases(open_model_file())

    def __call__(self, text: str) -> Detection:
        prepared = PreparedDocument(parse(Source(text=text)))
        document = prepared.document
        script: Script = "hant" if document.script == "hant" else "hans"
        errors = [Result(*problem.span, str(problem.fix), 1.0, "error") for problem in check(prepared)]
        suspects = find_suspects(text, prepared.shadow, script, self.model, _LEAST_PROBABILITY)
        taken = {place for error in errors for place in range(error.start, error.end)}
        warnings = [
            Result(*suspect, "warning")
            for suspect in suspects
            if taken.isdisjoint(range(suspect.start, suspect.end))
        ]
        return Detection(document.frame.region, find_genre(document.frame.kind), errors + warnings)

    def select(self, detection: Detection, rate: float | None) -> list[Result]:
        """Return the results to report at an alarm rate; without a rate, the errors alone."""
        least = None if rate is None else find_least_probability(detection.region, detection.genre, rate)
        return [
            result
            for result in detection.results
            if result.tier == "error" or (least is not None and result.probability >= least)
        ]


def format_place(text: str, result: Result) -> str:
    """Return a result as ``[old→new]``, with ten characters on either side."""
    start, end, new = result[:3]
    return f"{text[max(start - 10, 0) : start]}[{text[start:end]}→{new}]{text[end : end + 10]}".replace(
        "\n", "|"
    )


def count_reported(ours: Detector, detections: Iterable[Detection], rate: float | None) -> int:
    """Return the number of results that are reported in texts at a rate."""
    return sum(len(ours.select(detection, rate)) for detection in detections)
