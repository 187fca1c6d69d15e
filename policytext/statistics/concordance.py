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
    text, wanted = prepared.text, fold(term)
    limit = len(text) if end is None else end
    at = prepared.shadow.find(wanted, start, limit) if wanted else -1
    while at >= 0:
        stop = at + len(wanted)
        first = max(text.rfind("\n", max(at - WIDTH, 0), at) + 1, at - WIDTH, 0)
        line = text.find("\n", stop, stop + WIDTH)
        last = line if line >= 0 else min(stop + WIDTH, len(text))
        yield Context(Span(at, stop), text[at:stop], text[first:at], text[stop:last], prepared.address_at(at))
        at = prepared.shadow.find(wanted, stop, limit)


def count_near(prepared: PreparedDocument, term: str, cutter: Tokenizer) -> Counter[str]:
    """Count the words within `WINDOW` words of a term, sentence by sentence."""
    wanted = fold(term)
    counts: Counter[str] = Counter()
    shadow = prepared.shadow
    for start, end in prepared.sentences:
        if not wanted or shadow.find(wanted, start, end) < 0:
            continue
        places = [(start + at, word) for at, word in cutter.locate_words(shadow[start:end])]
        starts = [place for place, _ in places]
        ends = [place + len(word) for place, word in places]
        around: set[int] = set()  # a word between two occurrences of the term counts once
        at = shadow.find(wanted, start, end)
        while at >= 0:
            stop = at + len(wanted)
            before, behind = bisect_right(ends, at), bisect_left(starts, stop)
            around.update(range(max(before - WINDOW, 0), before))
            around.update(range(behind, min(behind + WINDOW, len(places))))
            at = shadow.find(wanted, stop, end)
        counts.update(places[index][1] for index in around)
    return counts
