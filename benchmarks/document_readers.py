"""The readers that `documents.py` compares: policytext, and the text of its peers as policytext analyses it."""

import json
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from policytext.model.document import Document
from policytext.outliner import parse
from policytext.readers import ReadOptions, decode, read

_COMMANDS = {"pandoc": ["pandoc", "-t", "plain", "--wrap=none"], "pdftotext": ["pdftotext", "-q"]}
_MARKITDOWN = """
import json, sys
from markitdown import MarkItDown
converter = MarkItDown()
def convert(path): return converter.convert(path).text_content
"""
_PYMUPDF = """
import json, sys
import pymupdf
def convert(path): return "\\n".join(page.get_text() for page in pymupdf.open(path))
"""
_LOOP = """
paths = json.load(open(sys.argv[1], encoding="utf-8"))
json.dump({code: convert(path) for code, path in paths.items()}, open(sys.argv[2], "w", encoding="utf-8"))
"""
_PROGRAMS = {"markitdown": _MARKITDOWN, "pymupdf": _PYMUPDF}
_KINDS = {
    "pandoc": ("docx", "html"),
    "pdftotext": ("pdf",),
    "markitdown": ("docx", "html", "pdf"),
    "pymupdf": ("pdf",),
}


@cache
def _is_installed(reader: str, python: str | None) -> bool:
    if reader in _COMMANDS:
        return shutil.which(reader) is not None
    if python is None:
        return False
    done = subprocess.run([python, "-c", f"import {reader}"], capture_output=True, check=False)
    return done.returncode == 0


def list_readers(kind: str, python: str | None) -> list[str]:
    """Return policytext and the installed peers that read a kind of file.

    Args:
        kind: such as ``docx`` or ``pdf-word``.
        python: an interpreter with the peers that are Python packages.
    """
    suffix = kind.partition("-")[0]
    return [
        "policytext",
        *(name for name, kinds in _KINDS.items() if suffix in kinds and _is_installed(name, python)),
    ]


def read_all(reader: str, paths: dict[str, Path], python: str | None) -> dict[str, Document]:
    """Read files with a reader, and return the documents that policytext makes of the texts."""
    if reader == "policytext":
        return {code: parse(read(path, options=ReadOptions())) for code, path in paths.items()}
    if reader in _COMMANDS:
        texts = {code: _run_command(reader, path) for code, path in paths.items()}
    else:
        texts = _run_program(_PROGRAMS[reader], paths, str(python))
    name = "a.md" if reader == "markitdown" else "a.txt"
    return {code: parse(decode(text.encode("utf-8"), path=name)) for code, text in texts.items()}


def _run_command(reader: str, path: Path) -> str:
    output = ["-"] if reader == "pdftotext" else []
    done = subprocess.run([*_COMMANDS[reader], str(path), *output], capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace")


def _run_program(program: str, paths: dict[str, Path], python: str) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        given, results = Path(folder, "paths.json"), Path(folder, "texts.json")
        given.write_text(json.dumps({code: str(path) for code, path in paths.items()}), encoding="utf-8")
        subprocess.run(
            [python, "-c", program + _LOOP, str(given), str(results)], check=True, capture_output=True
        )
        texts: dict[str, str] = json.loads(results.read_text(encoding="utf-8"))
    return texts
