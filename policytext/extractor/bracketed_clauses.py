"""Clauses that a mark inside brackets or quotation marks parts are read as one.

>>> text = "发展“甲,乙”产业,加强监测"
>>> [text[a:b] for a, b in join_brackets(text, (0, len(text)), [(0, 4), (5, 9), (10, 14)])]
['发展“甲,乙”产业', '加强监测']
"""

from collections.abc import Sequence

from policytext.text.lazy_patterns import LazyPattern

_PAIRS = (("(", ")"), ("“", "”"), ("《", "》"))
_OPENED = LazyPattern("[(“《][^)”》]*[,;:。]")
_LONGEST = 80  # characters of clauses that brackets hold together


def join_brackets(
    text: str, sentence: tuple[int, int], clauses: Sequence[tuple[int, int]]
) -> Sequence[tuple[int, int]]:
    """Return the clauses of a sentence, those that a mark inside brackets parts as one.

    Args:
        text: The text.
        sentence: The span of the sentence.
        clauses: The spans of its clauses, in order.
    """
    if not _OPENED.search(text, *sentence):
        return clauses
    joined = []
    opened: int | None = None
    for start, end in clauses:
        first = start if opened is None else opened
        is_open = any(text.count(left, first, end) > text.count(right, first, end) for left, right in _PAIRS)
        if is_open and end - first < _LONGEST:
            opened = first
            continue
        opened = None
        joined.append((first, end))
    if opened is not None:
        joined.append((opened, end))
    return joined
