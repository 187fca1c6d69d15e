"""How often the encoding of a short Chinese text is told right, and what it costs on a large one.

    python benchmarks/detector.py FOLDER [SLICES]

From the .txt files of FOLDER (UTF-8), random slices that hold at least one Han character are written in each encoding
and read back: right is what gives the same text. Big5 is written from Traditional texts, which are made of the
Simplified ones with OpenCC; so is the Traditional text in GB 18030.
"""

import random
import re
import sys
from pathlib import Path
from time import perf_counter

from policytext.errors import PolicytextError
from policytext.reading.encodings import detect
from policytext.reading.text import decode
from policytext.text.hanzi import HAN

LENGTHS = (2, 4, 8, 16, 64, 200)
# The row's name, the codec that writes it, and whether the text is Traditional.
ROWS = (
    ("utf-8", "utf-8", False),
    ("gb18030", "gb18030", False),
    ("gb18030, Traditional", "gb18030", True),
    ("big5 (hkscs)", "big5hkscs", True),
    ("big5 (cp950)", "cp950", True),
    ("utf-16-le", "utf-16-le", False),
    ("utf-16-be", "utf-16-be", False),
)
MEGABYTES = 10
_HAN = re.compile(f"[{HAN}]")


def texts(folder: Path) -> tuple[list[str], list[str]]:
    """The texts of a folder, as they are and in Traditional characters."""
    from opencc import OpenCC

    convert = OpenCC("s2t").convert
    plain = [path.read_text(encoding="utf-8-sig") for path in sorted(folder.rglob("*.txt"))]
    shortened = [text[:20_000] for text in plain if len(text) > max(LENGTHS)]
    traditional = [text if "the" in text else convert(text) for text in shortened]
    return shortened, traditional


def slices(pool: list[str], length: int, codec: str, count: int) -> list[bytes]:
    """`count` random slices of `length` characters in `codec`; characters it lacks are left out."""
    chance = random.Random(f"{length} {codec}")
    found: list[bytes] = []
    while len(found) < count:
        text = chance.choice(pool)
        start = chance.randrange(len(text) - length)
        piece = text[start : start + length]
        try:
            data = piece.encode(codec)
        except UnicodeEncodeError:
            continue
        if _HAN.search(piece):
            found.append(data)
    return found


def right(data: bytes, codec: str) -> bool:
    """Whether `data` is read as what `codec` says it is."""
    try:
        return decode(data).text == data.decode(codec)
    except PolicytextError:
        return False


def share(pool: list[str], length: int, codec: str, count: int) -> tuple[float, list[bytes]]:
    """The share of slices that are read right, and those that are not."""
    wrong = [data for data in slices(pool, length, codec, count) if not right(data, codec)]
    return 1 - len(wrong) / count, wrong


def cost(pool: list[str], codec: str) -> tuple[float, float]:
    """Milliseconds to detect and to decode `MEGABYTES` in `codec`, the fastest of five."""
    data = "\n".join(pool).encode(codec, "ignore")
    data = (data * (MEGABYTES * 1_000_000 // len(data) + 1))[: MEGABYTES * 1_000_000]
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(5):
        started = perf_counter()
        detect(data)
        between = perf_counter()
        data.decode(codec, "replace")
        times[0].append(between - started)
        times[1].append(perf_counter() - between)
    return min(times[0]) * 1e3, min(times[1]) * 1e3


def main() -> None:
    """Measure and print."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
    plain, traditional = texts(Path(sys.argv[1]))
    print(f"{count} slices a cell, per cent read right, by length in characters\n")
    print(f"{'':22}" + "".join(f"{length:>8}" for length in LENGTHS) + f"{'detect':>10}{'decode':>10}")
    for name, codec, is_traditional in ROWS:
        pool = traditional if is_traditional else plain
        shares = [share(pool, length, codec, count)[0] for length in LENGTHS]
        detecting, decoding = cost(pool, codec)
        cells = "".join(f"{100 * one:8.1f}" for one in shares)
        print(f"{name:22}{cells}{detecting:7.1f} ms{decoding:7.1f} ms")
    print(f"\nThe times are for {MEGABYTES} MB.")


if __name__ == "__main__":
    main()
