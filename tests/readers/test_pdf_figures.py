"""Figures drawn in several faces, half-width and full-width, kerned, spaced out and letter by letter, come back exactly."""

import random
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest

from policytext.readers import read
from policytext.readers.pdf import extract

pytest.importorskip("pypdfium2")
pytest.importorskip("reportlab")

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

CHINESE = ("STSong-Light", "MSung-Light", "HeiseiMin-W3", "HYSMyeongJo-Medium")
LATIN = ("Helvetica", "Times-Roman", "Courier", "Helvetica-Bold", "Times-Italic", "STSong-Light")
SPACINGS = ("plain", "kerned", "letter by letter", "justified", "spaced out")
FULL_WIDTH = str.maketrans("0123456789%,.-/:", "０１２３４５６７８９％，．－／：")
OFFICE = shutil.which("soffice")


def make_figure(chance: random.Random) -> str:
    def number(low: int, high: int) -> str:
        return str(chance.randint(low, high))

    forms = (
        f"{number(0, 99)}.{number(0, 99)}",
        f"{number(0, 111)}.{number(0, 9)}%",
        f"{chance.randint(1000, 9999999):,}户",
        f"{number(10, 99)} {number(100, 999)}個",
        f"{number(1, 99)} {number(100, 999)} {number(100, 999)}人",
        f"〔{number(1990, 2030)}〕{number(1, 111)}號",
        f"{chance.randint(10, 99):03}-{number(1000, 9999)}-{number(1000, 9999)}",
        f"{number(1990, 2035)}年{number(1, 12)}月{number(1, 31)}日",
        f"{number(1, 11)}:{number(1, 11)}",
        f"{number(1, 999)}个",
    )
    figure = chance.choice(forms)
    return figure.translate(FULL_WIDTH) if chance.random() < 0.25 else figure


def draw(text: str, chance: random.Random) -> bytes:
    """Return a page with a line, in faces, a size and a spacing by chance."""
    latin, chinese, spacing = chance.choice(LATIN), chance.choice(CHINESE), chance.choice(SPACINGS)
    scale = chance.choice((1, 1, 0.05, 20))
    size = chance.choice((9, 10.5, 14, 22)) / scale
    extra = {"justified": chance.uniform(0, 0.12), "spaced out": chance.uniform(0.15, 0.3)}.get(
        spacing, 0
    ) * size
    made = BytesIO()
    canvas = Canvas(made, pagesize=(1200, 842))
    canvas.scale(scale, scale)
    left = 90 / scale
    for sign in text:
        face = latin if sign.isascii() else chinese
        if spacing == "kerned" and sign != " ":
            left -= chance.uniform(0, 0.08) * pdfmetrics.stringWidth(sign, face, size)
        canvas.setFont(face, size)
        canvas.drawString(left, 700 / scale, sign)
        left += pdfmetrics.stringWidth(sign, face, size) + extra
    canvas.save()
    return made.getvalue()


@pytest.mark.parametrize("seed", range(4))
def test_figures_are_never_joined_or_torn(seed: int) -> None:
    for face in CHINESE:
        pdfmetrics.registerFont(UnicodeCIDFont(face))
    chance = random.Random(seed)
    for _ in range(60):
        text = f"{chance.choice(('预计达到', '占比', ''))}{make_figure(chance)}{chance.choice(('以上。', '，增长较快', ''))}"
        assert extract(draw(text, chance), path="a.pdf").text == f"{text}\n"


def test_a_file_locked_against_printing_alone_is_read() -> None:
    made = BytesIO()
    canvas = Canvas(made, encrypt=_lock(""))
    canvas.drawString(90, 700, "1,114")
    canvas.save()
    assert extract(made.getvalue(), path="a.pdf").text == "1,114\n"


def _lock(password: str) -> object:
    from reportlab.lib.pdfencrypt import StandardEncryption

    return StandardEncryption(password, ownerPassword="owner", canPrint=0)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is missing")
@pytest.mark.parametrize(
    "face",
    ["DejaVu Serif", "DejaVu Sans Condensed", "Liberation Serif", "Noto Sans CJK SC", "AR PL UMing TW"],
)
def test_figures_of_a_word_processor(face: str, tmp_path: Path) -> None:
    chance = random.Random(face)
    # The first paragraph is as wide as the page, so that its right edge is known.
    wanted = ["各区应当完善服务，" * 12, *[f"预计达到{make_figure(chance)}以上。" for _ in range(60)]]
    document = tmp_path / "a.fodt"
    names = ":".join(("urn:oasis:names:tc:opendocument:xmlns", "{}", "1.0"))
    spaces = " ".join(f'xmlns:{name}="{names.format(name)}"' for name in ("office", "style", "text"))
    paragraphs = "".join(f'<text:p text:style-name="p">{line}</text:p>' for line in wanted)
    document.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} xmlns:fo="{names.format("xsl-fo-compatible")}" office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:styles><style:style style:name="p" '
        f'style:family="paragraph"><style:text-properties fo:font-family="{face}" fo:font-size="14pt"/></style:style>'
        f"</office:styles><office:body><office:text>{paragraphs}</office:text></office:body></office:document>",
        encoding="utf-8",
    )
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run([str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, document], check=True, capture_output=True, timeout=120)  # fmt: skip
    assert read(tmp_path / "a.pdf").text.replace("\n", "") == "".join(wanted)
