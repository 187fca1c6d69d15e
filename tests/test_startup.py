"""The modules that each command may import for one plain text: each costs a short run a fifth of a millisecond."""

import re

import pytest

from tests.helpers import ROOT, run_python

# Names below `policytext`; `.*` stands for all modules of a package, which every text needs.
EVERY_COMMAND = """
    __main__ disk_cache errors digests version pipeline messages outliner outliner.*
    cli cli.answers cli.app cli.calls cli.configuration cli.error_messages cli.exits cli.inputs cli.jobs cli.notes
    cli.options cli.options.* cli.plain_lines cli.rule_packs cli.run cli.scope cli.setting_errors cli.setting_values
    cli.settings cli.streams cli.task cli.time_limits
    formats formats.json formats.fields formats.fields._common formats.fields._compile formats.fields._field
    formats.fields.files
    model model.analysis_options model.annotations model.document model.extractions model.front_matter
    model.offset_map model.read_options model.span
    readers readers.detect_type readers.encoding_likelihood readers.encodings readers.folders readers.misnamed
    readers.read_errors readers.text
    rulebook rulebook.alternatives rulebook.blocks rulebook.conditions rulebook.matcher rulebook.packs
    rulebook.rule_types rulebook.rulebook rulebook.serialization rulebook.templates rulebook.term_automaton
    rulebook.word_boundaries rulebook.word_hits rulebook.yaml_limits
    text text.builtin_rules text.display text.hanzi text.joined_text text.lazy_patterns text.located_lines
    text.numerals text.pattern_cache text.pinyin text.prepared text.script text.sentences text.shadow text.spacing
    text.wrapped_lines
"""
CITATIONS = "text.citations text.references text.section_index formats.fields.references"
CLASSIFYING = "classifier classifier.* rulebook.decisions rulebook.overlaps"
EXTRACTING = "extractor extractor.* text.amounts text.cell_index text.note_marks text.raised"
LINTING = f"""
    linter linter.checks linter.checks.* linter.deduplication linter.engine linter.quoting linter.regions
    linter.safety linter.table_findings model.statistics text.cell_index text.edits text.facts {CITATIONS}
    tokenizer tokenizer.best_path tokenizer.dictionary tokenizer.lexicon tokenizer.word_table tokenizer.written_words
    typos typos.archive_model typos.array_file typos.confusables typos.hole_places typos.model_file
    typos.near_misses typos.phrase_hashing typos.phrases typos.protected_words
"""
COMMANDS = {
    "outline": f"cli.outline formats.fields.sections formats.fields.tables {CLASSIFYING} {CITATIONS}",
    "domains": f"""
        cli.domains formats.fields.domains formats.fields.sections formats.lines formats.lines.passages
        model.statistics {CLASSIFYING}
    """,
    "targets": f"cli.targets formats.fields.indicators formats.fields.measures {CLASSIFYING} {EXTRACTING}",
    "lint": f"""
        cli.lint cli.rule_counts cli.suppressions formats.fields.findings formats.lines formats.lines.findings
        linter.house_style linter.selection {LINTING}
    """,
    "stats": f"""
        cli.stats cli.lint cli.rule_counts cli.suppressions cli.text_counts formats.fields.stats formats.lines
        formats.lines.findings linter.house_style linter.selection statistics statistics.characters statistics.counts
        statistics.key_terms statistics.keyness statistics.summaries statistics.word_lists statistics.words
        {CLASSIFYING} {EXTRACTING} {LINTING}
    """,
}
# Of other packages only these, and what they import themselves.
STANDARD = "atexit binascii bisect contextlib dataclasses errno functools gc heapq json math mmap re runpy signal typing unicodedata"
STANDARD_OF = {
    "targets": "calendar decimal",
    "lint": "calendar datetime decimal struct",
    "stats": "calendar datetime decimal struct",
}

_RUN = """
import sys
from policytext.__main__ import main
try:
    main()
except SystemExit as left:
    assert left.code in (0, 1, None), left.code
print(*sys.modules, file=sys.stderr)
"""


def list_imported(code: str, *arguments: object) -> set[str]:
    """The modules that a fresh interpreter has imported; the code writes them in its last line."""
    done = run_python(code, *arguments)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


def make_pattern(names: str) -> re.Pattern[str]:
    """An expression of the full names of the program's modules."""
    escaped = [re.escape(name).replace(r"\*", r"\w+") for name in names.split()]
    return re.compile(rf"policytext(?:\.(?:{'|'.join(escaped)}))?")


@pytest.mark.parametrize("example", ["plan", "statute", "taiwan"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_imports_only_what_it_may(command: str, example: str) -> None:
    path = ROOT / "examples" / f"{example}.txt"
    list_imported(_RUN, command, path, "--format", "json")  # the first run compiles the rules
    found = list_imported(_RUN, command, path, "--format", "json")
    may = make_pattern(EVERY_COMMAND + COMMANDS[command])
    assert sorted(name for name in found if name.startswith("policytext") and not may.fullmatch(name)) == []
    standard = ", ".join(f"{STANDARD} {STANDARD_OF.get(command, '')}".split())
    known = list_imported(f"import sys, {standard}; print(*sys.modules, file=sys.stderr)")
    others = {name for name in found - known if not name.startswith(("policytext", "_", "encodings."))}
    assert others == set()


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        pytest.param("policytext", True, id="the package itself"),
        pytest.param("policytext.outliner.tree", True, id="a module of a package that is allowed as a whole"),
        pytest.param("policytext.text.sentences", True, id="a module that is named"),
        pytest.param("policytext.text.citations", False, id="a module that is not named"),
        pytest.param("policytext.cli.options.rows.more", False, id="a package below a package"),
    ],
)
def test_a_module_that_no_list_has_is_noticed(name: str, allowed: bool) -> None:
    assert bool(make_pattern(EVERY_COMMAND).fullmatch(name)) is allowed
