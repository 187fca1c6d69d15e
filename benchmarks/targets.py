"""Measure the extraction of targets: on real texts, and on repetitive texts of growing length.

    python benchmarks/targets.py [FOLDER]

Texts are read and outlined before the measurement. Without FOLDER only the repetitive texts are measured: if the work is
linear, the speed does not change with the length.
"""

import sys
from pathlib import Path
from time import process_time

from policytext.extractor import extract_targets
from policytext.model.document import Source
from policytext.outliner import parse
from policytext.readers import read
from policytext.rulebook.packs import load_rules
from policytext.text.prepared import PreparedDocument

PATTERNS = {
    "figures in one sentence": "覆盖率达到5%,",
    "figures in sentences": "到2025年，覆盖率达到5%以上。",
    "dates in one sentence": "到2025年,比2020年,",
    "from and to": "由5%提高到6%、",
    "commitments in one sentence": "加快推进建设完善工作,",
    "adverbs": "进一步大力着力持续深入",
    "numerals": "三百五十万零二十",
    "open brackets": "(共5个",
    "lines after a lead-in": "目标：\n到5%\n",
    "rows of a table": "入户率 | 5 | 6 | 约束性\n",
}


def main(folder: Path | None) -> None:
    """Print the speeds."""
    book, _ = load_rules()
    if folder:
        documents = [PreparedDocument(parse(read(path))) for path in sorted(folder.rglob("*.txt"))]
        size = sum(len(document.text.encode()) for document in documents) / 1e6
        start = process_time()
        found = [extract_targets(document, book) for document in documents]
        seconds = process_time() - start
        indicators = sum(len(targets.indicators) for targets in found)
        measures = sum(len(targets.measures) for targets in found)
        print(f"{size:.1f} MB  {size / seconds:.2f} MB/s  {indicators} indicators  {measures} measures")
    print(
        f"{'characters a second, in thousands':28}"
        + "".join(f"{length:>10,}" for length in (20_000, 80_000, 320_000))
    )
    for name, unit in PATTERNS.items():
        row = ""
        for length in (20_000, 80_000, 320_000):
            text = (unit * (length // len(unit) + 1))[:length]
            prepared = PreparedDocument(parse(Source(text=text)))
            start = process_time()
            extract_targets(prepared, book)
            row += f"{length / max(process_time() - start, 1e-9) / 1e3:>10.0f}"
        print(f"{name:33}{row}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
