"""Thresholds of the language model: the least probability to report for each alarm rate, set on clean texts.

Trees of the other folds compute the probabilities in each text.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from policytext.typos.unlikely_characters import Suspect, keep_most_probable
from training.corpus import TrainingText
from training.fitting import ScoredText

#: The alarm rates, as false positives in 10,000 characters, for which thresholds are stored.
RATES = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
#: The first year of the texts that set the thresholds: drafts are written in today's language.
SINCE = "2000"


class Report(NamedTuple):
    """A suspect of a scored text, and its label (see `ScoredText.right`)."""

    suspect: Suspect
    right: int
    text: TrainingText

    @property
    def shown(self) -> str:
        """The suspect as ``[old→new]``, with nine characters on either side."""
        start, end, new, _ = self.suspect
        shadow = self.text.shadow
        before, after = shadow[max(start - 9, 0) : start], shadow[end : end + 9]
        return f"{before}[{shadow[start:end]}→{new}]{after}".replace("\n", "|")


def find_reports(scored: ScoredText, trees: HistGradientBoostingClassifier) -> list[Report]:
    """Return the suspects of a scored text, of neighbours only the most probable."""
    probable = trees.predict_proba(scored.found.features)[:, 1] if len(scored.right) else np.zeros(0)
    suspects = [
        Suspect(start, end, new, float(chance))
        for start, end, new, chance in zip(
            scored.found.starts, scored.found.ends, scored.found.new, probable, strict=True
        )
    ]
    labels = {suspect: int(label) for suspect, label in zip(suspects, scored.right, strict=True)}
    return [Report(suspect, labels[suspect], scored.text) for suspect in keep_most_probable(suspects)]


def find_thresholds(alarms: Sequence[Report], characters: int) -> dict[float, float]:
    """Find for each alarm rate the least probability to report.

    Args:
        alarms: The false positives in clean texts.
        characters: The number of characters in these texts.
    """
    descending = sorted((report.suspect.probability for report in alarms), reverse=True)
    return {rate: descending[min(int(characters / 10_000 * rate), len(descending) - 1)] for rate in RATES}


def is_recent(text: TrainingText) -> bool:
    """Return whether a text is a report or a notice in today's language."""
    return not text.statute and (not text.date or text.date[:4] >= SINCE)


def exclude_genuine(alarms: Iterable[Report], genuine: Iterable[str]) -> list[Report]:
    """Return the false positives without the errors that a person has found in the texts themselves.

    Args:
        alarms: The reports in clean texts.
        genuine: Excerpts that contain a genuine error, as `Report.shown` writes them.
    """
    excerpts = tuple(genuine)
    return [report for report in alarms if not any(excerpt in report.shown for excerpt in excerpts)]
