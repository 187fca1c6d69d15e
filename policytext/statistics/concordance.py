"""Concordance: the places of a term with the text on both sides (keyword in context).

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> prepared = PreparedDocument(parse(Source(text="各地推進一網通辦，優化流程。")))
>>> [(context.left, context.text, context.right) for context in find_contexts(prepared, "一网通办")]
[('各地推進', '一網通辦', '，優化流程。')]
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from policytext.model.document import Span
from policytext.model.statistics import Context
from policytext.statistics.words import locate_words
from policytext.text.prepared import PreparedDocument
from policytext.text.shadow import fold
from policytext.tokenizer import Tokenizer

#: Characters of context on each side; a context never leaves its line.
WIDTH = 30
#: Words on each side that count as near a term.
WINDOW = 5


def find_contexts(
    prepared: PreparedDocument, term: str, start: int = 0, end: int | None = None
) -> Iterator[Context]:
    """Find the places of a term in a document, or between two offsets of it, in either script."""
    text, folded = prepared.text, fold(term)
    limit = len(text) if end is None else end
    position = prepared.shadow.find(folded, start, limit) if folded else -1
    while position >= 0:
        stop = position + len(folded)
        left = max(text.rfind("\n", max(position - WIDTH, 0), position) + 1, position - WIDTH, 0)
        line = text.find("\n", stop, stop + WIDTH)
        right = line if line >= 0 else min(stop + WIDTH, len(text))
        yield Context(
            Span(position, stop),
            text[position:stop],
            text[left:position],
            text[stop:right],
            prepared.address_at(position),
        )
        position = prepared.shadow.find(folded, stop, limit)


def count_nearby_words(prepared: PreparedDocument, term: str, tokenizer: Tokenizer) -> Counter[str]:
    """Count the words within `WINDOW` words of a term, sentence by sentence."""
    folded = fold(term)
    counts: Counter[str] = Counter()
    shadow = prepared.shadow
    for start, end in prepared.sentences:
        if not folded or shadow.find(folded, start, end) < 0:
            continue
        places = [(start + offset, word) for offset, word in locate_words(shadow[start:end], tokenizer)]
        starts = [place for place, _ in places]
        ends = [place + len(word) for place, word in places]
        nearby: set[int] = set()  # a word between two occurrences of the term counts once
        position = shadow.find(folded, start, end)
        while position >= 0:
            stop = position + len(folded)
            left, right = bisect_right(ends, position), bisect_left(starts, stop)
            nearby.update(range(max(left - WINDOW, 0), left))
            nearby.update(range(right, min(right + WINDOW, len(places))))
            position = shadow.find(folded, stop, end)
        counts.update(places[index][1] for index in nearby)
    return counts
