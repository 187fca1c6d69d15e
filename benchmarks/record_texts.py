"""The clean texts that the record of the rules counts findings in, by region and genre.

The folder of data has ``policies``, texts with a table of their genres, and ``alarms``, files with one text a line.
"""

import csv
import lzma
from collections.abc import Iterator
from pathlib import Path

from policytext.model.document import Source
from policytext.readers import read

#: The groups of texts by the genres in the table; texts in Traditional characters are in the file of Taiwan too.
GENRES = {
    "mainland law": ("法律", "行政法规", "地方性法规", "司法解释", "部门规章"),
    "mainland documents": ("国务院文件", "地方规范性文件", "地方公告/其他", "规划", "中央文件", "决议"),
    "mainland reports": ("政府工作报告", "政府工作报告(省)"),
}
#: The groups of texts that are files with one text a line.
FILES = {
    "mainland prose": ("party_prose.txt", "mixed_prose.txt"),
    "Taiwan law": ("tw_laws.txt.xz",),
    "Hong Kong speeches": ("hk_hansard.txt.xz",),
}
GROUPS = (*GENRES, *FILES)


def read_group(data: Path, group: str) -> Iterator[Source]:
    """Yield the texts of one of the `GROUPS`, each with the name of its place as its path."""
    if group in FILES:
        for name in FILES[group]:
            yield from _read_lines(data / "alarms" / name)
        return
    with open(data / "policies" / "index.tsv", encoding="utf-8", newline="") as file:
        rows = [
            row
            for row in csv.DictReader(file, delimiter="\t")
            if row["genre"] in GENRES[group] and row["script"] == "hans"
        ]
    for row in rows:
        yield read(data / row["path"])


def _read_lines(path: Path) -> Iterator[Source]:
    """Yield the texts of a file with one text a line and ``\\n`` for line breaks."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield Source(
                    text=line.rstrip("\n").replace("\\n", "\n"), path=f"{path.name.split('.')[0]}:{number}"
                )
