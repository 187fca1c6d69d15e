"""Count the findings of each rule on clean official texts, and write ``rules/RECORD.md``.

    python benchmarks/record.py FOLDER

FOLDER has clean texts. The judgements of a person are in ``rules/judged.tsv``.
"""

import csv
import sys
from collections import Counter
from pathlib import Path

from policytext.linter import checks
from policytext.linter.engine import find_findings
from policytext.linter.selection import list_rule_names
from policytext.outliner import parse
from policytext.readers import read
from policytext.rulebook.packs import load_rules
from policytext.text.prepared import PreparedDocument

ROOT = Path(__file__).resolve().parents[1]
HEAD = """\
# Findings of each rule on clean text

The number of findings of each rule on clean official text ({files} texts, {characters:,} characters), how many of them
a person has read, and how many of these are right. Written by `python benchmarks/record.py FOLDER`; the judgements are in
[judged.tsv](judged.tsv). A repeated finding counts once. A rule with a precision below 0.9 is `info` or disabled.

| rule | severity | findings | in 100,000 characters | read | right |
|---|---|---:|---:|---:|---:|
"""


def main(folder: Path) -> None:
    """Count the findings and write the table."""
    book, _ = load_rules()
    counts: Counter[str] = Counter()
    files = characters = 0
    everything = frozenset(list_rule_names(book))
    for path in sorted(folder.rglob("*.txt")):
        document = parse(read(path))
        files += 1
        characters += len(document.source.text)
        counts.update(finding.rule for finding in find_findings(PreparedDocument(document), book, everything))
    severities = {rule.id: rule.severity for rule in book.lint_rules}
    severities |= {check.rule.id: check.rule.severity for check in checks.load_checks()}
    with open(ROOT / "rules" / "judged.tsv", encoding="utf-8") as file:
        judged = {row["rule"]: row for row in csv.DictReader(file, delimiter="\t")}
    rows = []
    for name in sorted(severities, key=lambda rule: (-counts[rule], rule)):
        judgement = judged.get(name, {"read": "", "right": ""})
        rate = 1e5 * counts[name] / max(characters, 1)
        rows.append(
            f"| `{name}` | {severities[name]} | {counts[name]} | {rate:.3f} | {judgement['read']} | {judgement['right']} |"
        )
    text = HEAD.format(files=files, characters=characters) + "\n".join(rows) + "\n"
    (ROOT / "rules" / "RECORD.md").write_text(text, encoding="utf-8")
    print(f"{len(rows)} rules, {sum(counts.values())} findings")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
