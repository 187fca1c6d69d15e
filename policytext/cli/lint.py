"""``policytext lint``: the probable mistakes in each text, and their fixes."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from policytext.cli import rule_counts, rule_packs, streams
from policytext.cli.run import run
from policytext.cli.scope import find_scope, select_findings
from policytext.cli.setting_errors import Origin, make_setting_error, make_suggestion_error
from policytext.cli.settings import Settings
from policytext.cli.suppressions import Suppressions
from policytext.cli.task import Task
from policytext.formats import Part
from policytext.formats.lines.findings import FindingCounts
from policytext.messages import say
from policytext.model.analysis_options import AnalysisOptions
from policytext.model.annotations import Finding
from policytext.model.document import Document, Section
from policytext.pipeline import Analysis
from policytext.rulebook.rulebook import Rulebook
from policytext.text.display import format_path

if TYPE_CHECKING:
    from policytext.cli.prompts import FixPrompt
    from policytext.linter.house_style import HouseStyle

#: The formats that show a text with its fixes.
_FIXED_FORMATS = ("diff", "fixed")
_RANK = ("error", "warning", "info")


def lint(settings: Settings) -> None:
    """Find likely mistakes: damage, typos, numbers, structure, punctuation."""
    # A diff writes nothing, whatever the other options are.
    dry, update = settings.format == "diff", settings.switch("update-baseline")
    changing = any(map(settings.switch, ("fix", "interactive", "track-changes")))
    suppressions = Suppressions(settings, update, dry=dry)
    prompt = _make_prompt(settings) if settings.switch("interactive") else None
    linter = Linter(settings, suppressions, prompt)
    try:
        run(linter.task(changing, dry), settings)
    finally:
        suppressions.finish(settings.switch("quiet"))
        if dry and (changing or update) and not settings.switch("quiet"):
            streams.write_note(say("diff-only", settings.lang))


def _make_prompt(settings: Settings) -> "FixPrompt":
    from policytext.cli.prompts import FixPrompt

    return FixPrompt(settings.lang)


class Linter:
    """One run of the selected rules over all inputs."""

    def __init__(self, settings: Settings, suppressions: Suppressions, prompt: "FixPrompt | None") -> None:
        from policytext.linter import checks, selection

        self._settings, self._suppressions, self._prompt = settings, suppressions, prompt
        self._book, self.failed = rule_packs.load_reporting_faults(settings)
        known = selection.list_rule_names(self._book)
        for name in ("select", "ignore"):
            check_names(name, settings, known, self._book)
        suppressions.check_rules(known, {name: self._book.ids[at] for name, at in self._book.names.items()})
        rate = settings.rate("alarm-rate")
        self._only = selection.select_rules(
            self._book, settings.names("select"), settings.names("ignore"), rate, read_house_style(settings)
        )
        selection.require_packages(self._only)
        self._options = AnalysisOptions(
            self._only,
            settings.text("profile"),
            settings.ratio("min-confidence"),
            rate,
            learned=not settings.switch("no-learned"),
        )
        self._learned_texts = _count_learned_texts() if self._options.learned else 0
        self._ignored_in_paths = _read_path_ignores(settings, known, self._book)
        zh = settings.lang == "zh"
        self.titles = {
            rule.id: rule.title if zh else rule.title_en or rule.title for rule in self._book.lint_rules
        }
        self.titles |= {
            check.rule.id: check.rule.title.zh if zh else check.rule.title.en
            for check in checks.load_checks()
        }
        fail_on = settings.text("fail-on") or "warning"
        self._failing = _RANK[: _RANK.index(fail_on) + 1] if fail_on in _RANK else ()
        self._counts, self._suppressed = FindingCounts(), FindingCounts()
        self._sentences = 0
        self.facts: dict[str, object] = {}
        self._note_counts()

    def task(self, changing: bool, dry: bool) -> Task:
        """Return the task of the command.

        Args:
            changing: whether fixed texts are written back.
            dry: whether nothing may be written.
        """
        statistics = self._settings.switch("statistics")
        name = self._settings.format
        return Task(
            "lint",
            self.answer,
            rule_counts.choose_answers(name) if statistics else ("findings",),
            rules=self.titles,
            failed=self.failed,
            is_failure=self.is_failure,
            revise=self.fix_file if changing and not dry else None,
            facts=self.facts,
            parallel=not (self._suppressions.remembers or changing),
            observe=self.observe,
            combine=rule_counts.make_combiner(name) if statistics else None,
        )

    def findings(self, document: Document) -> tuple[Finding, ...]:
        """Return the findings in a document that are not suppressed."""
        return self._suppressions.unsuppressed(self._find(document), document)

    def _find(self, document: Document) -> tuple[Finding, ...]:
        options = self._options._replace(only=self._rules_for(document.source.path))
        return Analysis(document, self._book, options).findings

    def _rules_for(self, path: str) -> frozenset[str]:
        """Return the rules that run on one file."""
        if not self._ignored_in_paths:
            return self._only
        from policytext.linter.suppressions import matches_path

        dropped = {name for pattern, name in self._ignored_in_paths if matches_path(path, pattern)}
        return frozenset(
            name for name in self._only if name not in dropped and name.partition("/")[0] not in dropped
        )

    def answer(self, document: Document, scope: Section | None) -> Mapping[str, Sequence[Part]]:
        """Return the findings of a document or section under their key."""
        every = select_findings(self._find(document), scope, document.source.text)
        found = self._suppressions.unsuppressed(every, document)
        kept = {id(finding) for finding in found}
        self._suppressed.add_all(finding for finding in every if id(finding) not in kept)
        if self._suppressions.updates:
            self._suppressions.record(found, document.source.path)
            self._counts.add_all(found)
            found = ()
        if self._prompt is not None and self._settings.format in _FIXED_FORMATS:
            found = self._prompt.without_refused(found, document)
        return {"findings": found}

    def observe(self, document: Document) -> None:
        """Count the document's sentences as ``stats`` does, for the closing line that people read."""
        if self._settings.format in ("text", "full"):
            from policytext.text.prepared import PreparedDocument
            from policytext.text.sentences import count_full_sentences

            self._sentences += count_full_sentences(
                document.source.text, PreparedDocument(document).sentences
            )

    def is_failure(self, parts: Mapping[str, Sequence[Part]]) -> bool:
        """Count the findings, and return whether one is severe enough for exit code 1."""
        findings = [part for part in parts.get("findings", ()) if isinstance(part, Finding)]
        self._counts.add_all(findings)
        self._note_counts()
        return any(finding.severity in self._failing for finding in findings)

    def _note_counts(self) -> None:
        """Set the values of the closing message."""
        self.facts.update(
            sentences=self._sentences, rules=len(self._only), found=_Found(self._describe_found)
        )

    def _describe_found(self) -> str:
        lang = self._settings.lang
        found = self._counts.format_total(lang)
        if self._suppressions.updates:
            found += say("found-in-baseline", lang)
        if self._suppressed.findings:
            found += say("found-suppressed", lang, findings=self._suppressed.findings)
        if self._learned_texts:
            found += say("found-learned", lang, texts=self._learned_texts)
        return found

    def fix_file(self, document: Document, name: str) -> Document:
        """Write the fixes back to the file, and return the fixed document."""
        from policytext.cli.file_fixes import apply_to_file

        unsafe = self._settings.switch("unsafe-fixes")
        track = self._settings.lang if self._settings.switch("track-changes") else None
        fixed, count = apply_to_file(document, name, self._fixable, unsafe, track=track)
        if count and not self._settings.switch("quiet"):
            streams.write_note(say("done-fixed", self._settings.lang, path=format_path(name), count=count))
        return fixed

    def _fixable(self, document: Document) -> Sequence[Finding]:
        scope = find_scope(document, self._settings.text("in"))
        found = select_findings(self.findings(document), scope, document.source.text)
        return self._prompt.chosen(found, document) if self._prompt else found


class _Found:
    """What was found, described when the closing message is written: formats for programs have none."""

    def __init__(self, describe: Callable[[], str]) -> None:
        self._describe = describe

    def __str__(self) -> str:
        return self._describe()


def _count_learned_texts() -> int:
    """Return the number of texts whose terms count as correct, 0 if none were learned."""
    from policytext.typos.archive_model import open_learned_file

    learned = open_learned_file()
    return int(learned.record.get("texts", 0)) if learned else 0


def read_house_style(settings: Settings) -> "HouseStyle":
    """Read the settings of the house style."""
    from policytext.linter import house_style

    return house_style.choose_rules({name: settings.text(name) for name in house_style.SETTINGS})


def _read_path_ignores(
    settings: Settings, known: Sequence[str], book: Rulebook
) -> tuple[tuple[str, str], ...]:
    """Read the path patterns, each with a rule or family to ignore there.

    Raises:
        ConfigError: an entry without a pattern, or with an unknown name.
    """
    setting = "per-path-ignore"
    place = settings[setting].place or Origin(setting)
    pairs = []
    for entry in settings.names(setting):
        pattern, colon, name = entry.rpartition(":")
        if not (pattern and colon and name):
            raise make_setting_error("wrong-type-table", place, value=repr(entry))
        _check_name(name, place, known, book)
        pairs.append((pattern, name))
    return tuple(pairs)


def check_names(setting: str, settings: Settings, known: Sequence[str], book: Rulebook) -> None:
    """Check that every name of a setting is a rule or a family.

    Raises:
        ConfigError: one of them is neither.
    """
    for name in settings.names(setting):
        _check_name(name, settings[setting].place or Origin(name), known, book)


def _check_name(name: str, place: Origin, known: Sequence[str], book: Rulebook) -> None:
    families = {rule.partition("/")[0] for rule in known}
    if name not in known and name not in families and name not in book.names:
        raise make_suggestion_error("no-such-selection", name, [*known, *families], place._replace(name=name))
