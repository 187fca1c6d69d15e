"""``policytext extract``: what the `extract:` rules of packs find, one row a statement with its captures as columns."""

from collections.abc import Mapping, Sequence

from policytext.cli import rule_packs
from policytext.cli.run import run
from policytext.cli.scope import select_domains, select_within
from policytext.cli.setting_errors import Origin, make_suggestion_error
from policytext.cli.settings import Settings
from policytext.cli.task import Task
from policytext.errors import ConfigError
from policytext.formats import Part
from policytext.model.analysis_options import AnalysisOptions
from policytext.model.document import Document, Section
from policytext.rulebook.rule_types import ExtractRule
from policytext.rulebook.rulebook import Rulebook


def extract(settings: Settings) -> None:
    """Show the statements that the rules of packs extract."""
    from policytext.formats.fields.hits import add_columns
    from policytext.pipeline import Analysis

    book, failed = rule_packs.load_reporting_faults(settings)
    rules = _select_rules(book, settings)
    titles = {domain.id: domain.title for domain in book.domains}
    wanted = rule_packs.read_domains(settings, list(titles))
    options = AnalysisOptions(extract=frozenset(rule.id for rule in rules))

    def answer(document: Document, scope: Section | None) -> Mapping[str, Sequence[Part]]:
        hits = Analysis(document, book, options).hits
        if scope:
            hits = select_within(hits, scope)
        if wanted:
            hits = select_domains(hits, wanted)
        return {"hits": hits}

    record_type = add_columns(
        (one[1:] for rule in rules for one in rule.types),
        (name for rule in rules for name, _ in rule.give),
    )
    run(
        Task(
            "extract",
            answer,
            ("hits",),
            titles,
            {rule.id: rule.title for rule in rules},
            failed=failed,
            facts={"rules": len(rules)},
            record_types={"hits": record_type},
        ),
        settings,
    )


def _select_rules(book: Rulebook, settings: Settings) -> tuple[ExtractRule, ...]:
    """Return the rules that run.

    Raises:
        ConfigError: there are none, or a name is that of no rule and no family.
    """
    rules = [rule for rule in book.extract_rules if book.enabled[book.names[rule.id]]]
    if not book.extract_rules:
        raise ConfigError("no-extract-rules")
    selected = _name_rules(book, settings, "select") or {rule.id for rule in rules}
    ignored = _name_rules(book, settings, "ignore")
    return tuple(rule for rule in book.extract_rules if rule.id in selected - ignored)


def _name_rules(book: Rulebook, settings: Settings, option: str) -> frozenset[str]:
    """Return the rules that an option names; a configuration file may also name those of other commands."""
    extracting = {rule.id for rule in book.extract_rules}
    place = settings[option].place
    for name in settings.names(option):
        if place and place.name == f"--{option}" and not book.select([name]) & extracting:
            families = sorted({rule.partition("/")[0] for rule in extracting})
            known = ", ".join([*sorted(extracting), *families])
            raise make_suggestion_error(
                "no-such-extract-rule", name, [*extracting, *families], Origin(name), listed=known
            )
    return book.select(settings.names(option)) & extracting
