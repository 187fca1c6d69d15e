"""``policytext targets``: quantified targets with value, date and status, and commitments with their actors."""

from collections.abc import Mapping, Sequence

from policytext.cli import rule_packs
from policytext.cli.run import run
from policytext.cli.scope import select_domains, select_within
from policytext.cli.settings import Settings
from policytext.cli.task import Task
from policytext.formats import Part
from policytext.model.analysis_options import AnalysisOptions
from policytext.model.document import Document, Section


def targets(settings: Settings) -> None:
    """List indicators with values, dates and status; commitments with verb, object and actor."""
    from policytext.pipeline import Analysis

    book, failed = rule_packs.load_reporting_faults(settings)
    titles = {domain.id: domain.title for domain in book.domains}
    wanted = rule_packs.read_domains(settings, list(titles))
    kinds = settings.names("kind") or ("indicators", "measures")
    options = AnalysisOptions(standards="standards" in kinds)
    parts = [
        part
        for part in ("indicators", "measures")
        if part in kinds or (part == "indicators" and options.standards)
    ]
    statuses = settings.names("status")

    def answer(document: Document, scope: Section | None) -> Mapping[str, Sequence[Part]]:
        indicators, measures = Analysis(document, book, options).targets
        if "indicators" not in kinds:
            indicators = tuple(indicator for indicator in indicators if indicator.figure_class != "target")
        if scope:
            indicators, measures = select_within(indicators, scope), select_within(measures, scope)
        if wanted:
            indicators, measures = select_domains(indicators, wanted), select_domains(measures, wanted)
        if statuses:
            indicators = tuple(indicator for indicator in indicators if indicator.status in statuses)
            measures = measures if "target" in statuses else ()
        both: dict[str, Sequence[Part]] = {"indicators": indicators, "measures": measures}
        return {name: both[name] for name in parts}

    task = Task("targets", answer, parts, titles, failed=failed, counts_all=True)
    run(task, settings)
