"""Measure what is lost when a text comes as a Word document, a web page, Markdown or PDF, compared with the plain text.

    python benchmarks/documents.py DATA [--python PYTHON] [--only CODE,…] [--kinds KIND,…] [--keep OUT] [--verbose]

DATA (or ``DATA/gold``) has texts, ``CODE.txt``, and annotated outlines, ``CODE.outline.json``. Each text is converted to each kind
of file and read again: by policytext, and by the peers that are installed (pdftotext and pandoc on the path; markitdown and
PyMuPDF in PYTHON), whose text policytext then analyses. ``pdf-libreoffice`` needs ``soffice``, the other PDF files need reportlab.

The table shows for each kind and reader: the F1 of the annotated headings (``headings``) and of headings under the right parent
(``tree``), each also as a share of the plain text's F1; and the share of figures that are the same as in the plain text.
A heading is the same if the first characters from its marker on are the same, apart from spaces. ``--verbose`` lists differences.
Texts that are hard-wrapped themselves are left out: a conversion that joins their lines reads more than the plain text has.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Set
from pathlib import Path
from typing import Any

from document_files import WRITERS, PlainText
from document_pdf import write_pdf
from document_readers import list_readers, read_all
from document_scores import Gold, Score, score_figures, score_headings

PDF_STYLES = {"pdf-lines": "lines", "pdf-wps": "wps", "pdf-word": "word"}
KINDS = (*WRITERS, *PDF_STYLES, "pdf-libreoffice")


def read_gold(folder: Path, only: Iterable[str]) -> dict[str, Gold]:
    """Read the texts and their annotated outlines."""
    gold = {}
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        if (not only or path.stem in only) and not is_hard_wrapped(text):
            outline = path.with_suffix(".outline.json")
            entries = json.loads(outline.read_text(encoding="utf-8"))["entries"] if outline.exists() else None
            gold[path.stem] = Gold(text, entries)
    return gold


def is_hard_wrapped(text: str) -> bool:
    """Return whether most lines are short and end within a sentence."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    long = [line for line in lines if len(line) >= 15]
    broken = sum(line[-1] not in "。；：！？”》）.;:!?)」】" for line in long)
    return len(long) > 10 and broken > 0.6 * len(long) and max(map(len, lines)) <= 60


def build_plain_text(gold: Gold) -> PlainText:
    """Return the lines of a text, and which of them are titles and headings."""
    lines: list[str] = []
    titles, headings = set(), {}
    entries = defaultdict(list)
    for entry in gold.entries or ():
        entries[gold.text.count("\n", 0, entry["start"])].append(entry)
    for number, line in enumerate(gold.text.split("\n")):
        bare = line.strip(" \t\r\u3000\xa0")
        if not bare:
            continue
        for entry in entries[number]:
            if entry["role"] == "title" and len(bare) < 60:
                titles.add(len(lines))
            elif entry["role"] == "heading" and entry["form"] == "standalone":
                headings[len(lines)] = entry["level"]
        lines.append(bare)
    return PlainText(lines, frozenset(titles), headings)


def convert(texts: dict[str, PlainText], folder: Path, kinds: Set[str]) -> dict[str, dict[str, Path]]:
    """Write each text as each kind of file, and return the files by kind and code."""
    files: dict[str, dict[str, Path]] = {}
    for kind in KINDS:
        (folder / kind).mkdir(parents=True, exist_ok=True)
        suffix = kind.partition("-")[0]
        files[kind] = {code: folder / kind / f"{code}.{suffix}" for code in texts}
    for kind, writer in WRITERS.items():
        if kind in kinds or (kind == "docx" and "pdf-libreoffice" in kinds):
            for code, text in texts.items():
                writer(text, files[kind][code])
    try:
        for kind in kinds & PDF_STYLES.keys():
            for code, text in texts.items():
                write_pdf(text, files[kind][code], PDF_STYLES[kind])
    except ImportError:
        print("without reportlab: only the PDF files of LibreOffice", file=sys.stderr)
    if "pdf-libreoffice" in kinds:
        convert_with_libreoffice([*files["docx"].values()], folder / "pdf-libreoffice")
    written = {kind: {code: path for code, path in files[kind].items() if path.exists()} for kind in KINDS}
    return {kind: paths for kind, paths in written.items() if kind in kinds and paths}


def convert_with_libreoffice(paths: list[Path], folder: Path) -> None:
    """Convert Word documents to PDF, where LibreOffice is installed."""
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"]
        try:
            subprocess.run(
                [*command, "--outdir", str(folder), *map(str, paths)], check=True, capture_output=True
            )
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"without LibreOffice: {error}", file=sys.stderr)


def print_score(kind: str, reader: str, score: Score, plain: Score) -> None:
    """Print a row of the table."""
    headings, tree = score.f1(score.hits), score.f1(score.placed)
    print(
        f"{kind:16} {reader:11} {headings:8.4f} {headings / plain.f1(plain.hits):8.4f} {tree:8.4f} "
        f"{tree / plain.f1(plain.placed):8.4f} {score.same_figures / max(score.figures, 1):8.4f}",
        flush=True,
    )


def main() -> None:
    """Convert the texts, read the files, and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--python")
    parser.add_argument("--only", default="")
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    folder = options.data / "gold" if (options.data / "gold").is_dir() else options.data
    gold = read_gold(folder, [code for code in options.only.split(",") if code])
    with tempfile.TemporaryDirectory() as temporary:
        texts = {code: build_plain_text(text) for code, text in gold.items()}
        files = convert(texts, options.keep or Path(temporary), set(options.kinds.split(",")))
        plain_files = {code: folder / f"{code}.txt" for code in gold}
        plain_texts = read_all("policytext", plain_files, None)
        plain = measure(gold, plain_texts, plain_texts, [])
        outlines = sum(text.entries is not None for text in gold.values())
        print(
            f"{len(gold)} texts, {outlines} with an annotated outline, {plain.wanted} headings, {plain.figures} figures\n"
        )
        print(
            f"{'kind':16} {'reader':11} {'headings':>8} {'/plain':>8} {'tree':>8} {'/plain':>8} {'figures':>8}"
        )
        print_score("txt", "policytext", plain, plain)
        for kind, paths in files.items():
            for reader in list_readers(kind, options.python):
                notes: list[str] = []
                documents = read_all(reader, paths, options.python)
                print_score(
                    kind,
                    reader,
                    measure({code: gold[code] for code in paths}, documents, plain_texts, notes),
                    plain,
                )
                if options.verbose and reader == "policytext":
                    print("\n".join(notes))


def measure(gold: dict[str, Gold], texts: dict[str, Any], plain: dict[str, Any], notes: list[str]) -> Score:
    """Score the texts that a reader returns.

    Args:
        gold: the texts and their annotated outlines.
        texts: the documents by code.
        plain: the documents of the plain texts.
        notes: takes a line for each difference.
    """
    score = Score()
    for code, text in gold.items():
        found: list[str] = []
        if text.entries is not None:
            score += score_headings(text, texts[code], found)
        score += score_figures(plain[code], texts[code], found)
        notes += [f"    {code}: {note}" for note in found]
    return score


if __name__ == "__main__":
    main()
