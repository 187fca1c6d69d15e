"""Measure how often the encoding of a short text is detected correctly.

    python benchmarks/detector.py FOLDER [SLICES]

Random slices of the ``*.txt`` files below FOLDER are encoded and detected. A detection is correct if it decodes to the same text.
Big5 is tested with Traditional texts, and with other texts that OpenCC converts to Traditional.
"""

import random
import sys
from pathlib import Path

import opencc

from policytext.readers.encodings import detect_encoding
from policytext.text.script import detect_script

LENGTHS = (2, 4, 8, 16, 64, 200)
ENCODINGS = ("gb18030", "big5", "utf-16-le", "utf-16-be", "utf-8")


def is_correct(data: bytes, text: str) -> bool:
    """Return whether the detected encoding decodes the bytes to the text."""
    found = detect_encoding(data)
    try:
        return found is not None and data[found.bom :].decode(found.encoding) == text
    except UnicodeDecodeError:
        return False


def measure_accuracy(texts: list[str], encoding: str, length: int, slices: int) -> float:
    """Return the share of slices of a length whose encoding is detected correctly."""
    chance, right, tried = random.Random(f"{encoding}{length}"), 0, 0
    while tried < slices:
        text = chance.choice(texts)
        start = chance.randrange(max(1, len(text) - length))
        excerpt = text[start : start + length]
        try:
            data = excerpt.encode(encoding)
        except UnicodeEncodeError:
            continue
        if not excerpt.isascii():
            tried += 1
            right += is_correct(data, excerpt)
    return right / slices


def main() -> None:
    """Print a table of encodings and lengths."""
    folder, slices = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 400
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).rglob("*.txt"))]
    simplified = [text for text in texts if detect_script(text) == "hans"]
    converter = opencc.OpenCC("s2t")
    traditional = [text for text in texts if detect_script(text) == "hant"]
    traditional += [converter.convert(text[:2_000]) for text in simplified[::10]]
    print(f"{slices} slices for each cell; % correct")
    print(f"{'characters':12}" + "".join(f"{length:8}" for length in LENGTHS))
    for encoding in ENCODINGS:
        pool = traditional if encoding == "big5" else simplified or texts
        cells = [measure_accuracy(pool, encoding, length, slices) for length in LENGTHS]
        print(f"{encoding:12}" + "".join(f"{100 * cell:8.1f}" for cell in cells))


if __name__ == "__main__":
    main()
