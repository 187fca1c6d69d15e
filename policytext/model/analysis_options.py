"""The options of an analysis."""

from collections.abc import Sequence

from policytext.model.records import NamedTuple

#: What the statistics may count besides characters, lines and sections.
COUNTED = ("words", "domains", "targets", "findings")


class AnalysisOptions(NamedTuple):
    """What an analysis depends on besides the document and the rules.

    Args:
        only: the lint rules that run; without it all that are enabled.
        profile: the standards to judge by; without it the document's own.
        min_confidence: the least confidence of a finding.
        alarm_rate: the acceptable false positives in 10,000 characters; without it the default.
        counted: what the statistics count, of `COUNTED`.
        domains: the domains that the statistics list; without it all of the rules.
        standards: whether the indicators hold the figures of rules too: fines, subsidies, fees, thresholds, time limits.
        top: how many frequent words and key terms the statistics list.
        learned: whether terms learned from an archive count as correct.
        extract: the extract rules that run; without it all that are enabled.
    """

    only: frozenset[str] | None = None
    profile: str | None = None
    min_confidence: float = 0.0
    alarm_rate: float | None = None
    counted: Sequence[str] = COUNTED
    domains: Sequence[str] | None = None
    top: int = 20
    standards: bool = False
    learned: bool = True
    extract: frozenset[str] | None = None
