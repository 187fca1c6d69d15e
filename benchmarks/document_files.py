"""Word documents, web pages and Markdown files made from plain texts, for `documents.py`."""

import html
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from policytext.text.numerals import format_chinese


class PlainText(NamedTuple):
    """A text to convert.

    Args:
        lines: its lines, without leading and trailing spaces and without empty ones.
        titles: the indexes of the lines that belong to a document title.
        headings: the indexes of the lines that are headings, with their levels.
    """

    lines: list[str]
    titles: frozenset[int]
    headings: dict[int, int]


class Enumerator(NamedTuple):
    """A number that Word would write: its form, the number format and text of a list, and how the text follows."""

    pattern: re.Pattern[str]
    number_format: str
    level_text: str
    suffix: str


_CHINESE = "([一二三四五六七八九十百]+)"
ENUMERATORS = (
    Enumerator(re.compile(f"{_CHINESE}、"), "chineseCountingThousand", "%1、", "nothing"),
    Enumerator(re.compile(f"（{_CHINESE}）"), "chineseCountingThousand", "（%1）", "nothing"),
    Enumerator(re.compile(r"(\d{1,2})\.(?!\d)"), "decimal", "%1.", "tab"),
    Enumerator(re.compile(f"第{_CHINESE}条[ \u3000]*"), "chineseCountingThousand", "第%1条", "space"),
)

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="DejaVu Serif" w:hAnsi="DejaVu Serif" w:eastAsia="Noto Serif CJK SC"/>'
    '<w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr>'
    '<w:spacing w:line="579" w:lineRule="exact"/><w:ind w:firstLine="640" w:firstLineChars="200"/><w:jc w:val="both"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:pPr><w:spacing w:line="700" w:lineRule="exact"/>'
    '<w:ind w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="44"/></w:rPr></w:style>'
)


def read_number(digits: str) -> int:
    """Return the value of an enumerator's digits, or 0 if Word would not write it so."""
    if digits.isdecimal():
        return int(digits)
    return next((number for number in range(1, 400) if format_chinese(number) == digits), 0)


def write_word(text: PlainText, path: Path) -> None:
    """Write a Word document with automatic numbers wherever the lines count on as in a list."""
    body: list[str] = []
    lists: dict[int, tuple[int, int]] = {}  # the present list of each enumerator, and its last number
    instances: list[str] = []
    for index, line in enumerate(text.lines):
        properties = '<w:pStyle w:val="Title"/>' if index in text.titles else ""
        form, match = next(
            ((form, match) for form, row in enumerate(ENUMERATORS) if (match := row.pattern.match(line))),
            (0, None),
        )
        if match:
            number = read_number(match[1])
            list_id, last = lists.get(form, (0, 0))
            if number == 1:  # a new list, which starts again
                list_id, last = len(instances) + 1, 0
                instances.append(
                    f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{form}"/><w:lvlOverride w:ilvl="0">'
                    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
                )
            if list_id and number == last + 1:
                lists[form] = list_id, number
                properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_id}"/></w:numPr><w:ind w:left="0" w:firstLine="640"/>'
                line = line[match.end() :]
        run = f'<w:r><w:t xml:space="preserve">{html.escape(line)}</w:t></w:r>'
        body.append(f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>")
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{form}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{row.number_format}"/>'
        f'<w:suff w:val="{row.suffix}"/><w:lvlText w:val="{row.level_text}"/></w:lvl></w:abstractNum>'
        for form, row in enumerate(ENUMERATORS)
    )
    _write_package(path, "".join(body), definitions + "".join(instances))


def _write_package(path: Path, body: str, numbering: str) -> None:
    parts = {"document": f"<w:body>{body}</w:body>", "styles": _STYLES, "numbering": numbering}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{"document.main" if name == "document" else name}+xml"/>'
        for name in parts
    )
    links = "".join(
        f'<Relationship Id="r{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for name in ("styles", "numbering")
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        **{
            f"word/{name}.xml": f'<w:{name} xmlns:w="{_MAIN}">{content}</w:{name}>'
            for name, content in parts.items()
        },
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{content}')


def write_html(text: PlainText, path: Path) -> None:
    """Write a web page with a navigation bar and a footer."""
    body = "\n".join(f"<p>{html.escape(line)}</p>" for line in text.lines)
    path.write_text(
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>政策文件</title></head><body><div class="nav">'
        f'<a href="/">首页</a> &gt; <a href="/zc">政策</a></div><div id="content">{body}</div>'
        "<footer>主办单位：示例市人民政府办公室</footer></body></html>",
        encoding="utf-8",
    )


def write_markdown(text: PlainText, path: Path) -> None:
    """Write Markdown: titles and headings with ``#`` signs, and an empty line between paragraphs."""
    lines = []
    for index, line in enumerate(text.lines):
        level = 1 if index in text.titles else text.headings.get(index, -1) + 1
        lines.append(f"{'#' * min(level, 6)} {line}" if level else line)
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")


WRITERS: dict[str, Callable[[PlainText, Path], None]] = {
    "docx": write_word,
    "html": write_html,
    "md": write_markdown,
}
