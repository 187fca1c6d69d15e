"""Read many damaged and hostile files: each must give a text or one clear error.

    python benchmarks/fuzz.py MINUTES [--seed N] [--keep FOLDER]

Word documents, web pages, PDF files, tables and plain texts in several encodings are built and then damaged: bytes are changed,
removed, repeated and moved, also inside the parts of a Word document. Each file is read, outlined and linted in this process. A file
is printed, and kept with ``--keep``, if it crashes, takes more than a few seconds, or gives a span that does not quote its text.
"""

import random
import re
import signal
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).parents[1]))  # for the builders of files in tests/

from policytext import lint, parse
from policytext.errors import PolicytextError
from policytext.model.document import Source
from policytext.readers import ReadOptions, decode, extract
from policytext.readers.detect_type import detect_medium
from policytext.readers.tables import read_rows
from tests.readers.printed import pdf
from tests.readers.word import docx, level, lists, paragraph, run

SLOW = 5  # seconds for a file of some kilobytes
TEXT = "第一章　总则\n第一条　为了规范社区服务，制定本办法。\n一、总体要求\n（一）到2031年，覆盖率达到90%以上。\n一是办好食堂。二是建设站点。\n"
TAG = re.compile(rb"<[^<>]{0,200}>")
WORDS = [b"<", b">", b"&", b"\x00", b"\xff\xfe", b"&#xD800;", b"&amp;" * 50, b"<w:p>" * 40, b"</w:p>", b"<table><tr><td>" * 60,
         b"<ol start=99999999999>", b"9" * 40, b"%PDF-1.7", b"endobj", b"/Kids [1 0 R]", b"stream\n", "（一）".encode(), "\u202e".encode()]  # fmt: skip


def build_files() -> dict[str, bytes]:
    """Build one valid file of each kind."""
    numbered = "".join(
        (
            paragraph("总则", number=(1, 0)),
            paragraph("范围", number=(1, 1)),
            paragraph("到2031年，覆盖率达到90%。"),
        )
    )
    cell = "<w:tc>{}</w:tc>".format
    table = f"<w:tbl><w:tr>{cell(paragraph('指标'))}{cell(paragraph('90%'))}</w:tr></w:tbl>"
    revised = f"<w:p><w:ins>{run('新增')}</w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>"
    page = (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>办法</title></head><body><nav>首页</nav><h1>社区服务办法</h1>'
        "<ol type=1><li>推进建设<li>办好教育</ol><table><tr><td>指标<td>90%</table><p>第一条 为了规范社区服务，制定本办法。</p></body></html>"
    )
    return {
        "a.docx": docx(
            numbered + table + revised,
            numbering=lists(level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2")),
        ),
        "a.html": page.encode(),
        "a.pdf": pdf(
            [[("一、总体要求", 118, 100, 14), ("推进社区服务。", 90, 124, 14)], [("— 2 —", 280, 800, 10)]]
        ),
        "a.txt": TEXT.encode(),
        "b.txt": TEXT.encode("gb18030"),
        "c.txt": TEXT.encode("utf-16"),
        "a.csv": 'id,text\n1,"一、总则\n二、附则"\n2,办好教育\n'.encode(),
        "a.jsonl": '{"text": "一、总则\\n二、附则"}\n{"text": "办好教育"}\n'.encode(),
        "a.md": f"---\ntitle: 办法\n---\n# 办法\n\n{TEXT}".encode(),
    }


def damage(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with a few random changes."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at, size = chance.randrange(len(out) + 1), chance.choice((1, 1, 2, 8, 64, 512))
        kind = chance.randrange(7)
        if kind == 0 and out:
            out[at % len(out)] = chance.randrange(256)
        elif kind == 1:
            del out[at : at + size]
        elif kind == 2:
            out[at:at] = out[at : at + size] * chance.choice((1, 2, 50))
        elif kind == 3:
            out[at:at] = chance.choice(WORDS)
        elif kind == 4:
            start = chance.randrange(len(out) + 1)
            out[at:at] = out[start : start + size]
        elif kind == 5 and (tags := list(TAG.finditer(bytes(out)))):
            tag = chance.choice(tags)
            out[at:at] = tag[0] * chance.choice((1, 3, 200))
        elif kind == 6:
            del out[at:]
    return bytes(out[:2_000_000])


def damage_package(data: bytes, chance: random.Random) -> bytes:
    """Return a package with one part damaged, and sometimes parts under another name."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        target = chance.choice([*names, *["word/document.xml", "word/numbering.xml"] * 4])
        for name in names:
            part = old.read(name)
            part = damage(part, chance) if name == target else part
            new.writestr(
                chance.choice((name, name, name, f"../{name}", f"/{name}", name.upper()))
                if chance.random() < 0.05
                else name,
                part,
            )
    return out.getvalue()


def check(name: str, data: bytes) -> str:
    """Read and analyse a file, check the spans, and return the outcome in a word."""
    options = ReadOptions(max_bytes=50_000_000)
    if name.endswith((".csv", ".jsonl")):
        found = list(read_rows(data, name, "text"))
        sources = [source for source in found if isinstance(source, Source)]
    else:
        kind = detect_medium(data, name)
        if kind == "old-office" or kind == "rtf":
            return "old"  # read by LibreOffice, which is not tested here
        sources = [extract(kind, data, path=name, options=options) if kind else decode(data, path=name)]
    for source in sources:
        document = parse(source)
        source.text.encode("utf-8")
        for section in document.walk():
            assert source[section.title_span] == section.title
        for finding in lint(document):
            assert source[finding.span] == finding.text
    return "read" if sources else "empty"


def main(minutes: float, seed: int, keep: Path | None) -> None:
    """Damage and read files until the time is over, and print the outcomes."""
    chance, files = random.Random(seed), build_files()
    counts: Counter[tuple[str, str]] = Counter()
    slowest: dict[str, float] = {}
    ends = time.monotonic() + 60 * minutes
    signal.signal(signal.SIGALRM, _raise_timeout)
    while time.monotonic() < ends:
        name = chance.choice(list(files))
        change: Callable[[bytes, random.Random], bytes] = (
            damage_package if name == "a.docx" and chance.random() < 0.8 else damage
        )
        data = change(files[name], chance)
        start = time.process_time()
        signal.alarm(SLOW)
        try:
            outcome = check(name, data)
        except PolicytextError as error:
            outcome = error.code
            if "\n" in error.render("zh") + error.render("en"):
                outcome = f"FOUND a message of two lines: {error.code}"
        except BaseException as error:
            signal.alarm(0)
            if isinstance(error, KeyboardInterrupt):
                raise
            outcome = f"FOUND {type(error).__name__}"
            where = (keep or Path()) / f"fuzz-{sum(counts.values())}-{name}"
            if keep:
                where.write_bytes(data)
            print(where, repr(error)[:200], flush=True)
        signal.alarm(0)
        slowest[name] = max(slowest.get(name, 0.0), time.process_time() - start)
        counts[name, outcome] += 1
    print(f"{sum(counts.values())} files")
    for (name, outcome), count in sorted(counts.items()):
        print(f"{name:10} {outcome:24} {count:8}")
    print("slowest, CPU seconds:", {name: round(value, 2) for name, value in slowest.items()})


def _raise_timeout(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise TimeoutError(f"more than {SLOW} seconds")


if __name__ == "__main__":
    options = dict(zip(sys.argv[2::2], sys.argv[3::2], strict=False))
    main(
        float(sys.argv[1]),
        int(options.get("--seed", "0")),
        Path(options["--keep"]) if "--keep" in options else None,
    )
