"""``policytext targets``: who promises what, how much and by when, and what is achieved."""

from collections.abc import Mapping, Sequence

from policytext.cli import rule_packs
from policytext.cli.options.analysis import KINDS
from policytext.cli.run import Task, run
from policytext.cli.scope import of_domains, within
from policytext.cli.settings import Settings
from policytext.formats import Part
from policytext.model.document import Document, Section


def targets(settings: Settings) -> None:
    """List indicators with values, dates and status; commitments with verb, object and actor."""
    from policytext.pipeline import Analysis

    book, failed = rule_packs.load_reporting_faults(settings)
    titles = {domain.id: domain.title for domain in book.domains}
    wanted = rule_packs.chosen_domains(settings, list(titles))
    kinds = settings.names("kind") or KINDS
    statuses = settings.names("status")

    def answer(document: Document, scope: Section | None) -> Mapping[str, Sequence[Part]]:
        indicators, measures = Analysis(document, book).targets
        if scope:
            indicators, measures = within(indicators, scope), within(measures, scope)
        if wanted:
            indicators, measures = of_domains(indicators, wanted), of_domains(measures, wanted)
        if statuses:
            indicators = tuple(indicator for indicator in indicators if indicator.status in statuses)
            measures = measures if "target" in statuses else ()
        both: dict[str, Sequence[Part]] = {"indicators": indicators, "measures": measures}
        return {name: both[name] for name in kinds}

    task = Task("targets", answer, kinds, titles, failed=failed, sums=True)
    run(task, settings)
