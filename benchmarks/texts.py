"""A large corpus from a folder of real texts: perturbed copies, the same ones for the same seed.

    python benchmarks/texts.py FOLDER OUT [--megabytes 1000] [--seed 1] [--traditional 0.2]

OUT ends in ``.jsonl``, ``.jsonl.gz`` or ``.parquet``, or is a folder for files. A copy leaves out some lines, moves some,
has other years and figures, and is written in Traditional characters now and then (``--traditional`` says how often). It
has an ``id``, the ``source`` (the folder that its original stands in) and a ``text``.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Any

_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"20[12]\d(?=年)")
#: How often a line is left out, and how often its figures change.
_LOST, _CHANGED = 0.08, 0.3


def copies(folder: Path, megabytes: float, seed: int, traditional: float) -> Iterator[dict[str, str]]:
    """Perturbed copies until there are so many bytes of text."""
    originals = [
        (path.parent.name, path.read_text(encoding="utf-8").split("\n"))
        for path in sorted(folder.rglob("*.txt"))
    ]
    random = Random(seed)
    order: list[int] = []
    size = number = 0
    while size < megabytes * 1e6:
        if not order:
            order = random.sample(range(len(originals)), len(originals))
        source, lines = originals[order.pop()]
        text = perturbed(lines, random)
        if random.random() < traditional:
            from policytext.text.script import to_traditional

            text = to_traditional(text)
        size += len(text.encode("utf-8"))
        yield {"id": f"{source}-{number:07d}", "source": source, "text": text}
        number += 1


def perturbed(lines: list[str], random: Random) -> str:
    """A copy of a text with lines lost and moved, and other years and figures."""
    shift = random.randrange(-6, 7)
    factor = random.choice((2, 3, 7, 9))

    def year(found: re.Match[str]) -> str:
        return str(int(found[0]) + shift)

    def figure(found: re.Match[str]) -> str:
        digits = found[0]
        if len(digits) > 3 or digits[0] == "0":
            return digits
        return str(int(digits) * factor % 10 ** len(digits) or 1).zfill(len(digits))

    kept = []
    for line in lines:
        chance = random.random()
        if chance < _LOST and len(line) > 30:
            continue
        line = _YEAR.sub(year, line)
        kept.append(_DIGITS.sub(figure, line) if chance > 1 - _CHANGED and len(line) > 40 else line)
    if len(kept) > 20:
        at = random.randrange(10, len(kept) - 5)
        kept[at], kept[at + 1] = kept[at + 1], kept[at]
    return "\n".join(kept)


def write(rows: Iterator[dict[str, str]], out: Path) -> int:
    """Write the copies; how many there were."""
    if out.suffix == ".parquet":
        return _parquet(rows, out)
    count = 0
    with ExitStack() as stack:
        file: Any = None
        if out.suffix:
            packed = out.suffix == ".gz"
            made = gzip.open(out, "wt", encoding="utf-8") if packed else out.open("w", encoding="utf-8")  # noqa: SIM115
            file = stack.enter_context(made)
        for row in rows:
            count += 1
            if file:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
            else:
                folder = out / f"{count // 1000:04d}"
                folder.mkdir(parents=True, exist_ok=True)
                (folder / f"{row['id']}.txt").write_text(row["text"], encoding="utf-8")
    return count


def _parquet(rows: Iterator[dict[str, str]], out: Path) -> int:
    import pyarrow
    from pyarrow import parquet

    count, held = 0, []
    schema = pyarrow.schema([(name, pyarrow.string()) for name in ("id", "source", "text")])
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        for row in rows:
            held.append(row)
            count += 1
            if len(held) == 1000:
                writer.write_table(pyarrow.Table.from_pylist(held, schema))
                held.clear()
        if held:
            writer.write_table(pyarrow.Table.from_pylist(held, schema))
    return count


def main() -> None:
    """Write, and say how much it is."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--megabytes", type=float, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--traditional", type=float, default=0.2)
    wanted = parser.parse_args()
    count = write(copies(wanted.folder, wanted.megabytes, wanted.seed, wanted.traditional), wanted.out)
    print(f"{count:,} texts, {wanted.megabytes:g} MB")


if __name__ == "__main__":
    main()
