"""Word documents for tests, with only the parts that a test needs."""

import zipfile
from io import BytesIO

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MORE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
KINDS = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
EMPTY = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(
    text: str = "", *, number: tuple[int, int] | None = None, style: str = "", runs: str = ""
) -> str:
    """Return a paragraph; `number` is its list and its level."""
    about = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        about += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    return f"<w:p>{f'<w:pPr>{about}</w:pPr>' if about else ''}{runs or run(text)}</w:p>"


def level(at: int, form: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def lists(*levels: str, more: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{more}'


def docx(body: str, *, numbering: str = "", styles: str = "", links: str = EMPTY, **more: str) -> bytes:
    """Return a package; `links` are the relations of its text, `more` has further parts by their names without suffix."""
    parts = {
        "[Content_Types].xml": KINDS,
        "_rels/.rels": RELATIONS,
        "word/_rels/document.xml.rels": links,
        "word/document.xml": f"<w:document {SPACE} {MORE}><w:body>{body}</w:body></w:document>",
        "word/settings.xml": f"<w:settings {SPACE}/>",
    }
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {SPACE}>{numbering}</w:numbering>"
    if styles:
        parts["word/styles.xml"] = f"<w:styles {SPACE}>{styles}</w:styles>"
    parts |= {f"word/{name}.xml": content for name, content in more.items()}
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, (2030, 1, 1, 0, 0, 0)), content)
    return out.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
