"""How often the encoding of a short slice is told rightly.

    python benchmarks/detector.py FOLDER [SLICES]

Random slices of every ``*.txt`` below FOLDER are encoded and detected; a success decodes back to the same text.
Big5 is tried on texts that it can write: Traditional ones, and the others turned Traditional by OpenCC.
"""

import random
import sys
from pathlib import Path

import opencc

from policytext.readers.encodings import detect_encoding
from policytext.text.script import detect_script

LENGTHS = (2, 4, 8, 16, 64, 200)
ENCODINGS = ("gb18030", "big5", "utf-16-le", "utf-16-be", "utf-8")


def is_right(data: bytes, text: str) -> bool:
    found = detect_encoding(data)
    try:
        return found is not None and data[found.bom :].decode(found.encoding) == text
    except UnicodeDecodeError:
        return False


def share(texts: list[str], encoding: str, length: int, slices: int) -> float:
    draw, right, tried = random.Random(f"{encoding}{length}"), 0, 0
    while tried < slices:
        text = draw.choice(texts)
        start = draw.randrange(max(1, len(text) - length))
        piece = text[start : start + length]
        try:
            data = piece.encode(encoding)
        except UnicodeEncodeError:
            continue
        if not piece.isascii():
            tried += 1
            right += is_right(data, piece)
    return right / slices


def main() -> None:
    folder, slices = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 400
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).rglob("*.txt"))]
    simplified = [text for text in texts if detect_script(text) == "hans"]
    converter = opencc.OpenCC("s2t")
    traditional = [text for text in texts if detect_script(text) == "hant"]
    traditional += [converter.convert(text[:2_000]) for text in simplified[::10]]
    print(f"{slices} slices a cell, % right")
    print(f"{'characters':12}" + "".join(f"{length:8}" for length in LENGTHS))
    for encoding in ENCODINGS:
        pool = traditional if encoding == "big5" else simplified or texts
        cells = [share(pool, encoding, length, slices) for length in LENGTHS]
        print(f"{encoding:12}" + "".join(f"{100 * cell:8.1f}" for cell in cells))


if __name__ == "__main__":
    main()
