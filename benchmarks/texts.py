"""Build a large corpus of changed copies of real texts, the same ones for the same seed.

    python benchmarks/texts.py FOLDER OUT [--megabytes 1000] [--seed 1] [--traditional 0.2]

OUT ends in ``.jsonl``, ``.jsonl.gz`` or ``.parquet``, or is a folder for text files. In a copy some lines are left out or moved,
and years and figures are changed; the share ``--traditional`` of the copies is converted to Traditional characters. A row has an
``id``, a ``source`` (the folder of the original) and a ``text``.
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
#: The share of lines that are left out, and of lines whose figures change.
_OMITTED, _CHANGED = 0.08, 0.3


def build_copies(folder: Path, megabytes: float, seed: int, traditional: float) -> Iterator[dict[str, str]]:
    """Yield changed copies up to a number of megabytes."""
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
        text = change_text(lines, random)
        if random.random() < traditional:
            from policytext.text.script import to_traditional

            text = to_traditional(text)
        size += len(text.encode("utf-8"))
        yield {"id": f"{source}-{number:07d}", "source": source, "text": text}
        number += 1


def change_text(lines: list[str], random: Random) -> str:
    """Return a copy of a text with lines left out and moved, and other years and figures."""
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
        if chance < _OMITTED and len(line) > 30:
            continue
        line = _YEAR.sub(year, line)
        kept.append(_DIGITS.sub(figure, line) if chance > 1 - _CHANGED and len(line) > 40 else line)
    if len(kept) > 20:
        at = random.randrange(10, len(kept) - 5)
        kept[at], kept[at + 1] = kept[at + 1], kept[at]
    return "\n".join(kept)


def write_rows(rows: Iterator[dict[str, str]], out: Path) -> int:
    """Write the copies, and return their number."""
    if out.suffix == ".parquet":
        return _write_parquet(rows, out)
    count = 0
    with ExitStack() as stack:
        file: Any = None
        if out.suffix:
            compressed = out.suffix == ".gz"
            made = gzip.open(out, "wt", encoding="utf-8") if compressed else out.open("w", encoding="utf-8")  # noqa: SIM115
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


def _write_parquet(rows: Iterator[dict[str, str]], out: Path) -> int:
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
    """Write the corpus, and print its size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--megabytes", type=float, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--traditional", type=float, default=0.2)
    options = parser.parse_args()
    count = write_rows(
        build_copies(options.folder, options.megabytes, options.seed, options.traditional), options.out
    )
    print(f"{count:,} texts, {options.megabytes:g} MB")


if __name__ == "__main__":
    main()
