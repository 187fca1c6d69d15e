"""The training texts and their folds: whole documents, with versions of one document in the same fold.

>>> assign_part("lawrefbook", "某某省数据条例(2020修正)", "2020-01-01") == assign_part("lawrefbook", "某某省数据条例", "2015-01-01")
True
"""

import hashlib
import json
import lzma
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from policytext.text.shadow import fold

#: Sources that hold statutes; the others are reports, plans and notices, which drafts are like.
STATUTES = frozenset({"lawrefbook", "tw_mojlaw", "justlaws_new"})
#: The number of folds for cross-fitting.
FOLDS = 8
_SERIES = "gwr_wikisource"  # the State Council's yearly reports, which repeat their neighbours
_HELD_BACK = 10  # the series' block of five years that is held back: 2000 to 2004
_VERSION = re.compile(r"[（(〔\[][^）)〕\]]*[）)〕\]]|[0-9０-９一二三四五六七八九〇零○]{2,4}年?")


class TrainingText(NamedTuple):
    """One document of the training corpus.

    Args:
        title, source, date: As the collection has them.
        shadow: Its folded text.
        part: ``test`` if it is held back, else the number of its fold.
    """

    title: str
    source: str
    date: str
    shadow: str
    part: str

    @property
    def statute(self) -> bool:
        """Whether the document comes from a collection of statutes."""
        return self.source in STATUTES


def assign_part(source: str, title: str, date: str) -> str:
    """Return ``test`` for a document to hold back, or the number of its fold.

    A tenth of the statutes and a fifth of the rest are held back. Versions of one document share a fold, yearly reports a
    fold for each block of five years.
    """
    if source == _SERIES:
        block = (int(date[:4] or 1950) - 1950) // 5
        return "test" if block == _HELD_BACK else str(block % FOLDS)
    digest = hashlib.blake2b(_VERSION.sub("", title).encode(), digest_size=8).digest()
    number, share = digest[0] * 256 + digest[1], 10 if source in STATUTES else 5
    return "test" if number % share == 0 else str(number // share % FOLDS)


def read_texts(path: str) -> Iterator[TrainingText]:
    """Read the documents of a collection: JSON Lines, xz-compressed."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            title, source, date = item["title"], item["source"], str(item["date"] or "")
            yield TrainingText(title, source, date, fold(item["text"]), assign_part(source, title, date))


def count_characters(texts: Iterable[TrainingText]) -> int:
    """Count the characters of texts."""
    return sum(len(text.shadow) for text in texts)
