"""Count the findings of each rule on clean texts by region and genre, and write ``rules/RECORD.md``.

    python benchmarks/record.py DATA [--findings FILE] [--alarm-rate RATE]

DATA has the clean texts (`record_texts`). The judgements of a person are in ``rules/judged.tsv``. With ``--findings``
every finding is written to a table too, with the words around it and every safe edit, to be read. With ``--alarm-rate``
the language model judges the texts too, which takes most of the time.
"""

import argparse
import csv
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from record_texts import GROUPS, read_group

from policytext.linter import checks
from policytext.linter.checks.unlikely_character import DEFAULT_RATE
from policytext.linter.engine import find_findings
from policytext.linter.selection import RATE_CHECK, select_rules
from policytext.model.annotations import Finding
from policytext.model.document import Source
from policytext.outliner import parse
from policytext.rulebook.marked_examples import parse_marked
from policytext.rulebook.packs import load_rules
from policytext.rulebook.rulebook import Rulebook
from policytext.text.prepared import PreparedDocument
from policytext.typos.calibration import CALIBRATION_PATH

ROOT = Path(__file__).resolve().parents[1]
SEVERITIES = ("error", "warning", "info")
_NAMES = {"tw": "Taiwan"}  # as in the other tables
AROUND = 40  # characters around a finding
HEAD = """\
# Findings of each rule on clean text

Written by `python benchmarks/record.py DATA`; the judgements of a person are in [judged.tsv](judged.tsv). A repeated finding
counts once. Not counted are the rules that are off by default: the family `style` reports what a house style asks for, not
mistakes, and [typos.md](../benchmarks/typos.md) has the recall of `typo/unlikely-character`, whose false alarms are below.

The texts are published and proofread, so a finding in them is a false alarm until somebody has read it and found it right.

## By region and genre

Of the rules that are on by default. False alarms are estimated for the whole group from the findings that were read: found ×
(1 − right / read) for each rule. A rule of which nothing was read counts as wrong.

| texts | characters | errors | read | right | false in 100,000 | warnings | read | right | false in 100,000 | infos |
|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
{groups}

## By rule

Findings / read / right. A rule with a precision below 0.9 is `info` or disabled.

A fix is safe, so that `--fix` applies it, if it changes only the form of characters (width, code, kind of bracket, marks typed
twice, the mark of an enumerator, invisible characters), or if its rule was right in 0.999 of at least 1,000 places of the region
([safety.py](../policytext/linter/safety.py)). No rule about words has such a record, so all their fixes are unsafe.

| rule | severity | fix | {names} |
|---|---|---|{dashes}
{rules}

## The language model

False alarms of `typo/unlikely-character` at `--alarm-rate {rate:g}`, in clean texts that it has not seen, without genuine errors
that a person found; from [calibration.tsv](../policytext/typos/calibration.tsv). The last column has the alarms of each fifth of
the texts at the thresholds of the others. Of other regions it reports nothing.

| texts | characters | false | in 10,000 characters | in texts not fitted on |
|---|---:|---:|---:|---:|
{model}

## Safe fixes

What `lint --fix` changes in these texts: places / read / right. In Taiwan's law every change was read.

| rule | {names} |
|---|{dashes}
{fixes}
"""


class Counts(NamedTuple):
    """What one group of texts has: characters, findings by rule, and places that safe fixes change by rule."""

    characters: int
    findings: Counter[str]
    fixes: Counter[str]


def count_group(
    data: Path,
    group: str,
    book: Rulebook,
    only: frozenset[str],
    rate: float | None,
    report: Callable[[Sequence[object]], object],
) -> Counts:
    """Count the findings in a group of texts, and report each as a row."""
    findings: Counter[str] = Counter()
    fixes: Counter[str] = Counter()
    characters = 0
    for source in read_group(data, group):
        characters += len(source.text)
        for finding in find_findings(PreparedDocument(parse(source), rate), book, only):
            findings[finding.rule] += 1
            if finding.fix and finding.fix.safety == "safe":
                fixes[finding.rule] += len(finding.fix.edits)
            report(make_row(group, source, finding))
    return Counts(characters, findings, fixes)


def make_row(group: str, source: Source, finding: Finding) -> tuple[object, ...]:
    """Return the row of a finding: group, text, severity, rule, places, words with their context, safe edits."""
    safe = finding.fix.edits if finding.fix and finding.fix.safety == "safe" else ()
    edits = [mark(source.text, *edit.span, f"=>{edit.text}", around=12) for edit in safe]
    quoted = mark(source.text, *finding.span, "")
    places = 1 + len(finding.also)
    return (
        group,
        source.path,
        finding.severity,
        finding.rule,
        places,
        quoted,
        finding.message.zh,
        "  ".join(edits),
    )


def mark(text: str, start: int, end: int, replacement: str, *, around: int = AROUND) -> str:
    """Return a place with its context on one line, marked as in the examples of rules."""
    before, after = text[max(start - around, 0) : start], text[end : end + around]
    words = f"{before}<<{text[start:end]}{replacement}>>{after}"
    return words.replace("\n", "\\n").replace("\t", " ")


def find_fix_safeties(book: Rulebook) -> dict[str, str]:
    """Return the safety of the fixes of each rule, by its own examples."""
    examples = [
        (rule.id, example.text, rule.profiles) for rule in book.lint_rules for example in rule.examples
    ]
    examples += [
        (check.rule.id, parse_marked(text, 1).text, check.rule.profiles[:1])
        for check in checks.load_checks()
        for text in check.rule.hits
    ]
    fixes: dict[str, str] = {}
    for rule, text, profiles in examples:
        document = PreparedDocument(parse(Source(text=text)))
        for finding in find_findings(document, book, {rule}, profile=profiles[0] if profiles else None):
            if finding.rule == rule and finding.fix and fixes.get(rule) != "safe":
                fixes[rule] = finding.fix.safety
    return fixes


def read_judgements() -> dict[tuple[str, str], tuple[int, int]]:
    """Return how many findings a person has read, and how many were right, by rule and group."""
    with open(ROOT / "rules" / "judged.tsv", encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {(row["rule"], row["texts"]): (int(row["read"]), int(row["right"])) for row in rows}


def write_groups(
    counts: dict[str, Counts], severities: dict[str, str], judged: dict[tuple[str, str], tuple[int, int]]
) -> Iterator[str]:
    """Write a row for each group: findings of each severity, how many were read, and the rate of false alarms."""
    for group, (characters, findings, _) in counts.items():
        cells = [group, f"{characters:,}"]
        for severity in SEVERITIES:
            rules = [rule for rule in findings if severities[rule] == severity and rule != RATE_CHECK]
            found = sum(findings[rule] for rule in rules)
            cells.append(str(found))
            if severity == "info":
                continue
            read, right = (sum(judged.get((rule, group), (0, 0))[at] for rule in rules) for at in (0, 1))
            false = sum(
                findings[rule] * (1 - right / read if read else 1)
                for rule in rules
                for read, right in [judged.get((rule, group), (0, 0))]
            )
            cells += [str(read), str(right), f"{false / characters * 100_000:.2f}"]
        yield f"| {' | '.join(cells)} |"


def write_model() -> Iterator[str]:
    """Write a row for each region and genre of the language model."""
    with open(CALIBRATION_PATH, encoding="utf-8", newline="") as file:
        for row in csv.DictReader((line for line in file if line[0] != "#"), delimiter="\t"):
            if float(row["rate"]) == DEFAULT_RATE:
                size, alarms = int(row["characters"]), int(row["alarms"])
                name = f"{_NAMES.get(row['region'], row['region'])} {row['genre']}"
                share = f"{alarms / size * 10_000:.2f}"
                yield f"| {name} | {size:,} | {alarms} | {share} | {row['elsewhere']} |"


def write_record(counts: dict[str, Counts], book: Rulebook) -> int:
    """Write the page; return the number of rules."""
    judged = read_judgements()
    severities = {rule.id: rule.severity for rule in book.lint_rules}
    severities |= {check.rule.id: check.rule.severity for check in checks.load_checks()}
    on_by_default = select_rules(book, (), ())
    safeties = find_fix_safeties(book)
    found = {rule: sum(some.findings[rule] for some in counts.values()) for rule in severities}
    counted = [rule for rule in severities if rule in on_by_default or found[rule]]

    def write_cell(number: int, rule: str, group: str) -> str:
        return " / ".join(map(str, (number, *judged.get((rule, group), ()))))

    rules, fixes = [], []
    for rule in sorted(counted, key=lambda rule: (-found[rule], rule)):
        cells = [write_cell(some.findings[rule], rule, group) for group, some in counts.items()]
        rules.append(f"| `{rule}` | {severities[rule]} | {safeties.get(rule, '')} | {' | '.join(cells)} |")
        if any(some.fixes[rule] for some in counts.values()):
            cells = [write_cell(some.fixes[rule], f"{rule} --fix", group) for group, some in counts.items()]
            fixes.append(f"| `{rule}` | {' | '.join(cells)} |")
    page = HEAD.format(
        groups="\n".join(write_groups(counts, severities, judged)), names=" | ".join(counts),
        dashes="---:|" * len(counts), rules="\n".join(rules), fixes="\n".join(fixes),
        rate=DEFAULT_RATE, model="\n".join(write_model()),
    )  # fmt: skip
    (ROOT / "rules" / "RECORD.md").write_text(page, encoding="utf-8")
    return len(rules)


def main() -> None:
    """Count the findings and write the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--findings", type=Path)
    parser.add_argument("--alarm-rate", type=float, metavar="RATE")
    options = parser.parse_args()
    book, _ = load_rules()
    rate = options.alarm_rate
    only = select_rules(book, (), (), rate)
    rows: list[Sequence[object]] = []
    counts = {group: count_group(options.data, group, book, only, rate, rows.append) for group in GROUPS}
    if options.findings:
        random.Random(0).shuffle(rows)  # the first N of a group are a sample of it
        with open(options.findings, "w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter="\t", lineterminator="\n").writerows(rows)
    print(f"{write_record(counts, book)} rules, {len(rows)} findings")


if __name__ == "__main__":
    main()
