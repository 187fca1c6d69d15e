"""Count the findings of each rule on clean texts of three regions, and write ``rules/RECORD.md``.

    python benchmarks/record.py mainland=FOLDER tw=FILE.txt.xz hk=FILE.txt.xz

A folder has clean texts; a file has one text a line, with ``\\n`` for line breaks. The judgements of a person are in
``rules/judged.tsv``.
"""

import csv
import lzma
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from policytext.linter import checks
from policytext.linter.engine import find_findings
from policytext.model.document import Source
from policytext.outliner import parse
from policytext.readers import read
from policytext.rulebook.marked_examples import parse_marked
from policytext.rulebook.packs import load_rules
from policytext.rulebook.rulebook import Rulebook
from policytext.text.prepared import PreparedDocument

ROOT = Path(__file__).resolve().parents[1]
HEAD = """\
# Findings of each rule on clean text

The number of findings of each rule on clean texts of each region ({sizes}), how many of them a person has read, and how many
of these are right, as findings / read / right. Written by `python benchmarks/record.py`; the judgements are in
[judged.tsv](judged.tsv). A repeated finding counts once; rules that are off by default are not
counted. A rule with a precision below 0.9 is `info` or disabled.

A fix is safe, so that `--fix` applies it, if it changes only the form of characters (width, code, kind of bracket, marks typed
twice, invisible characters), or if its rule was right in 0.999 of at least 1,000 places of the region
([safety.py](../policytext/linter/safety.py)). No rule about words has such a record, so all their fixes are unsafe.

| rule | severity | fix | {regions} |
|---|---|---|{dashes}
"""


def read_texts(path: Path) -> Iterator[Source]:
    """Yield the texts of a folder or a file."""
    if path.is_dir():
        yield from map(read, sorted(path.rglob("*.txt")))
        return
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in filter(str.strip, lines):
            yield Source(text=line.rstrip("\n").replace("\\n", "\n"))


def count_findings(path: Path, book: Rulebook) -> tuple[Counter[str], int]:
    """Return the number of findings of each rule, and the number of characters."""
    counts: Counter[str] = Counter()
    characters = 0
    for source in read_texts(path):
        characters += len(source.text)
        findings = find_findings(PreparedDocument(parse(source)), book)
        counts.update(finding.rule for finding in findings)
    return counts, characters


def find_fixes(book: Rulebook) -> dict[str, str]:
    """Return the safety of the fixes of each rule, by its own examples."""
    examples = [
        (rule.id, example.text, rule.profiles) for rule in book.lint_rules for example in rule.examples
    ]
    examples += [
        (check.rule.id, parse_marked(text, 1).text, ())
        for check in checks.load_checks()
        for text in check.rule.hits
    ]
    fixes: dict[str, str] = {}
    for rule, text, profiles in examples:
        document = PreparedDocument(parse(Source(text=text)))
        for finding in find_findings(document, book, {rule}, profile=profiles[0] if profiles else None):
            if finding.fix and fixes.get(rule) != "safe":
                fixes[rule] = finding.fix.safety
    return fixes


def main(paths: dict[str, Path]) -> None:
    """Count the findings and write the table."""
    book, _ = load_rules()
    counts, sizes = {}, {}
    for region, path in paths.items():
        counts[region], sizes[region] = count_findings(path, book)
    fixes = find_fixes(book)
    severities = {rule.id: rule.severity for rule in book.lint_rules}
    severities |= {check.rule.id: check.rule.severity for check in checks.load_checks()}
    with open(ROOT / "rules" / "judged.tsv", encoding="utf-8") as file:
        judged = {(row["rule"], row["region"]): row for row in csv.DictReader(file, delimiter="\t")}
    rows = []
    for name in sorted(severities, key=lambda rule: (-sum(some[rule] for some in counts.values()), rule)):
        cells = []
        for region in paths:
            row = judged.get((name, region))
            cells.append(str(counts[region][name]) + (f" / {row['read']} / {row['right']}" if row else ""))
        rows.append(f"| `{name}` | {severities[name]} | {fixes.get(name, '')} | {' | '.join(cells)} |")
    head = HEAD.format(
        sizes=", ".join(f"{region}: {size:,} characters" for region, size in sizes.items()),
        regions=" | ".join(paths),
        dashes="---:|" * len(paths),
    )
    (ROOT / "rules" / "RECORD.md").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} rules, {sum(some.total() for some in counts.values())} findings")


if __name__ == "__main__":
    main({region: Path(path) for region, _, path in (word.partition("=") for word in sys.argv[1:])})
