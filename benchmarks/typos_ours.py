"""Both tiers of typo detection as benchmarks ask them: every finding with its probability."""

from collections.abc import Iterable
from typing import NamedTuple

from policytext.typos.model import Model
from policytext.typos.model_file import open_model_file
from policytext.typos.near_misses import find_near_misses
from policytext.typos.phrases import Phrases
from policytext.typos.unlikely_characters import Suspect, compute_candidate_features, keep_most_probable

RATES = (0.1, 0.2, 0.5, 1.0, 2.0)


def label(rate: float | None) -> str:
    """What a row is called: a rate, or the error tier alone."""
    return "errors alone" if rate is None else f"both, rate {rate:g}"


class Found(NamedTuple):
    """What a method says of one text: places, what it would write there, how sure it is."""

    start: int
    end: int
    new: str
    probability: float
    tier: str


class Ours:
    """Both tiers, with a probability for each finding, so that every rate is read off one run."""

    def __init__(self) -> None:
        self.model, self.phrases = Model(open_model_file()), Phrases(open_model_file())

    def __call__(self, shadow: str) -> list[Found]:
        errors = [
            Found(*miss.span, miss.right, 1.0, "error") for miss in find_near_misses(shadow, self.phrases)
        ]
        rows = compute_candidate_features(shadow, self.model)
        chances = self.model.trees.probabilities(rows.features)
        every = zip(rows.starts, rows.ends, rows.new, chances.tolist(), strict=True)
        suspects = keep_most_probable([Suspect(*one) for one in every if one[3] > 0.05])
        taken = {place for one in errors for place in range(one.start, one.end)}
        return errors + [
            Found(*one, "warning") for one in suspects if taken.isdisjoint(range(one.start, one.end))
        ]

    def enough(self, found: Iterable[Found], rate: float | None) -> list[Found]:
        """What is told of at a rate; the error tier alone where it is None."""
        least = 2.0 if rate is None else self.model.minimum_probability(rate)
        return [one for one in found if one.tier == "error" or one.probability >= least]


def shown(text: str, one: Found) -> str:
    """A place with ten characters on either side."""
    start, end, new = one[:3]
    return f"{text[max(start - 10, 0) : start]}[{text[start:end]}→{new}]{text[end : end + 10]}".replace(
        "\n", "|"
    )
