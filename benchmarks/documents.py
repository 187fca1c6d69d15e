"""What becomes of an outline when a text comes as Word, as a web page or as PDF: annotated texts are turned into each and back.

    python benchmarks/documents.py FOLDER [--keep OUT]

FOLDER holds CODE.txt and CODE.outline.json. Word documents get automatic numbers wherever the text counts on as Word
would (一、 （一） 1. 第一条), web pages lists; PDF pages have hard-wrapped lines, indents and page numbers. python-docx and
reportlab write the files. Printed is how many annotated headings come back with their marker, title and level; and of how many
the marker and the title begin a line of the text that was read, here and by markitdown, pandoc and pdftotext where they are on the
path: what others make of automatic numbers and of broken lines.
"""

import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from policytext.outliner import parse
from policytext.readers import read
from policytext.text.numerals import format_chinese

SCORED = {"title", "heading", "article", "inline"}
Key = tuple[int, str, str]
#: Other converters: a command that prints the text of a file, and the kinds that it takes.
PEERS = {
    "markitdown": (["markitdown"], ("docx", "html", "pdf")),
    "pandoc": (["pandoc", "-t", "plain", "--wrap=none"], ("docx", "html")),
    "pdftotext": (["sh", "-c", 'pdftotext "$0" -'], ("pdf",)),
}
MARKS_OF_MARKDOWN = re.compile(r"^(?:#+ |[-*>] |\*\*)*")
#: What a line may begin with, the form of the number, and the text around it as Word keeps it.
FORMS = (
    (re.compile("([一二三四五六七八九十百]+)、"), "chineseCountingThousand", "%{}、", 0),
    (re.compile("（([一二三四五六七八九十百]+)）"), "chineseCountingThousand", "（%{}）", 1),
    (re.compile(r"(\d{1,2})\.(?!\d)"), "decimal", "%{}.", 2),
    (re.compile("第([一二三四五六七八九十百]+)条[ \u3000]*"), "chineseCountingThousand", "第%{}条", 3),
)


def main(folder: Path, keep: Path | None) -> None:
    """Print."""
    makers: dict[str, Callable[[list[str], Path], None]] = {"docx": word, "html": page, "pdf": sheet}
    totals: dict[str, Counter[str]] = {}
    lines: dict[tuple[str, str], Counter[str]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        out = keep or Path(temporary)
        out.mkdir(exist_ok=True)
        for gold in sorted(folder.glob("*.outline.json")):
            code = gold.name.split(".")[0]
            text = (folder / f"{code}.txt").read_text(encoding="utf-8")
            entries = json.loads(gold.read_text(encoding="utf-8"))["entries"]
            wanted = Counter(
                key(one["level"], one["marker"], one["title"]) for one in entries if one["role"] in SCORED
            )
            score("txt", folder / f"{code}.txt", wanted, totals)
            for kind, make in makers.items():
                path = out / f"{code}.{kind}"
                try:
                    make(text.splitlines(), path)
                except ImportError:
                    continue
                score(kind, path, wanted, totals)
                compare(kind, path, wanted, lines)
    for kind, total in totals.items():
        precision, recall = total["hit"] / total["found"], total["hit"] / total["wanted"]
        print(
            f"{kind:6} P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}"
        )

    print("\nheadings that begin a line with their marker and title")
    for (kind, peer), total in sorted(lines.items()):
        print(f"{kind:6}{peer:12} {total['hit'] / total['wanted']:.3f}")


def compare(kind: str, path: Path, wanted: Counter[Key], lines: dict[tuple[str, str], Counter[str]]) -> None:
    """Count the annotated headings that begin a line of what each converter makes of a file."""
    texts = {"policytext": read(path).text}
    for peer, (command, kinds) in PEERS.items():
        if kind in kinds and shutil.which(peer):
            done = subprocess.run([*command, str(path)], capture_output=True, text=True, errors="replace")
            texts[peer] = done.stdout
    for peer, text in texts.items():
        begun = {"".join(MARKS_OF_MARKDOWN.sub("", line.strip()).split()) for line in text.splitlines()}
        total = lines.setdefault((kind, peer), Counter())
        for (_, marker, title), count in wanted.items():
            head = marker + title
            total["wanted"] += count
            total["hit"] += count if any(line.startswith(head) for line in begun) else 0


def key(level: int, marker: str, title: str) -> Key:
    """A heading, whatever spaces are in it."""
    return level, "".join(marker.split()), "".join(title.split())


def score(kind: str, path: Path, wanted: Counter[Key], totals: dict[str, Counter[str]]) -> None:
    """Count what of the annotated headings is found in a file."""
    found = Counter(
        key(section.level, section.marker, section.title)
        for section in parse(read(path)).walk()
        if section.kind in SCORED | {"run-in"}
    )
    total = totals.setdefault(kind, Counter())
    total["hit"] += (found & wanted).total()
    total["found"] += found.total()
    total["wanted"] += wanted.total()


def word(lines: list[str], path: Path) -> None:
    """A Word document with automatic numbers."""
    from docx import Document
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = Document()
    numbering = document.part.numbering_part.element
    space = nsdecls("w")
    for number, (_, form, pattern, _) in enumerate(FORMS):
        numbering.insert(0, parse_xml(
            f'<w:abstractNum {space} w:abstractNumId="{900 + number}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{pattern.format(1)}"/></w:lvl></w:abstractNum>'
        ))  # fmt: skip
    lists: dict[int, tuple[int, int]] = {}
    next_list = 900
    for line in lines:
        bare = line.strip(" \t\u3000")
        if not bare:
            continue
        match = next(
            ((number, found) for number, (form, *_) in enumerate(FORMS) if (found := form.match(bare))), None
        )
        paragraph = document.add_paragraph()
        if match is None:
            paragraph.add_run(bare)
            continue
        number, found = match
        list_id, count = lists.get(number, (0, 0))
        if value(found[1]) == 1:
            # A list of its own, so that it starts again.
            next_list, list_id, count = next_list + 1, next_list + 1, 0
            numbering.append(parse_xml(
                f'<w:num {space} w:numId="{list_id}"><w:abstractNumId w:val="{900 + number}"/><w:lvlOverride w:ilvl="0">'
                f'<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            ))  # fmt: skip
        if not list_id or value(found[1]) != count + 1:
            paragraph.add_run(bare)
            continue
        lists[number] = list_id, count + 1
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {space}><w:ilvl w:val="0"/><w:numId w:val="{list_id}"/></w:numPr>')
        )
        paragraph.add_run(bare[found.end() :])
    document.save(str(path))


def value(written: str) -> int:
    """The number that an enumerator's digits stand for, 0 where it is none that Word would write."""
    if written.isdecimal():
        return int(written)
    return next((number for number in range(1, 400) if format_chinese(number) == written), 0)


def page(lines: list[str], path: Path) -> None:
    """A web page with its furniture."""
    body = "\n".join(f"<p>{html.escape(line.strip())}</p>" for line in lines if line.strip())
    path.write_text(
        f'<!DOCTYPE html><html><head><meta charset="gb2312"><title>政策文件</title></head><body><div class="nav"><a href="/">首页</a> &gt; '
        f'<a href="/zc">政策</a></div><div id="content">{body}</div><footer>主办单位：示例市人民政府办公室</footer></body></html>',
        encoding="gb18030",
    )


def sheet(lines: list[str], path: Path) -> None:
    """A PDF with hard-wrapped lines, two characters of indent, and a page number on each page."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), pagesize=(595, 842))
    size, wide, at, number = 14, 28, 770, 1
    canvas.setFont("STSong-Light", size)
    for line in lines:
        bare = line.strip(" \t\u3000")
        rest, indent = bare, 2
        while rest:
            room = wide - indent
            canvas.drawString(90 + indent * size, at, rest[:room])
            rest, indent, at = rest[room:], 0, at - 24
            if at < 90:
                canvas.drawCentredString(297, 50, f"— {number} —")
                canvas.showPage()
                canvas.setFont("STSong-Light", size)
                at, number = 770, number + 1
    canvas.save()


if __name__ == "__main__":
    arguments = sys.argv[1:]
    keep = Path(arguments[arguments.index("--keep") + 1]) if "--keep" in arguments else None
    main(Path(arguments[0]), keep)
