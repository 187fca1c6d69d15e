"""``policytext targets``: who promises what, how much and by when, and what is achieved."""

from collections.abc import Mapping, Sequence
from typing import Annotated, get_args

from typer import Option

from policytext.cli import rule_packs
from policytext.cli.options import Common, command, settle
from policytext.cli.run import Task, run
from policytext.cli.scope import of_domains, within
from policytext.cli.setting_errors import choice_error
from policytext.cli.settings import Settings
from policytext.formats import Part
from policytext.model.annotations import Status
from policytext.model.document import Document, Section

FORMATS = ("text", "table", "json", "jsonl", "csv", "tsv", "xlsx")
KINDS = ("indicators", "measures")
_STATUSES: tuple[str, ...] = get_args(Status)


@command
def targets(
    common: Common,
    kind: Annotated[str | None, Option(metavar="indicators|measures", help="help-kind")] = None,
    status: Annotated[str | None, Option(metavar="STATUS,…", help="help-status")] = None,
    spreadsheet: Annotated[
        bool, Option("--spreadsheet", help="help-spreadsheet", show_default=False)
    ] = False,
) -> None:
    """Indicators with values, dates and status; commitments with verb, object and actor."""
    from policytext.pipeline import Analysis

    settings = settle(common, kind=kind, status=status, spreadsheet=spreadsheet)
    book, failed = rule_packs.load_reporting_faults(settings)
    titles = {domain.id: domain.title for domain in book.domains}
    wanted = rule_packs.chosen_domains(settings, list(titles))
    kinds = _names(settings, "kind", KINDS) or KINDS
    statuses = _names(settings, "status", _STATUSES)

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

    task = Task("targets", FORMATS, answer, kinds, titles, failed=failed, terminal="table", sums=True)
    run(task, common, settings)


def _names(settings: Settings, name: str, known: Sequence[str]) -> tuple[str, ...]:
    """The names that an option or a setting gives, in the order of `known`.

    Raises:
        ConfigError: one of them is not known.
    """
    given = settings.names(name)
    for word in given:
        if word not in known:
            place = settings[name].place
            assert place is not None
            raise choice_error(word, known, place)
    return tuple(word for word in known if word in given)
