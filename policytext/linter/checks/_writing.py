"""What several checks need: a defect of many places as one, and where words stand."""

from collections.abc import Iterator, Sequence

from policytext.linter.checks import Defect
from policytext.model.annotations import Edit, Message, Safety
from policytext.model.document import Span


def repeated_defect(
    spans: Sequence[Span],
    message: Message | None = None,
    *,
    fixes: Sequence[str] | None = None,
    safety: Safety = "unsafe",
) -> Defect:
    """One defect of all `spans` (at least one, in order), with a mend for each where `fixes` are given.

    >>> repeated_defect([Span(1, 2), Span(4, 5)], fixes=["，", "，"]).also
    (Span(start=4, end=5),)
    """
    edits = None
    if fixes is not None:
        edits = tuple([Edit(span, fix) for span, fix in zip(spans, fixes, strict=True)])
    return Defect(spans[0], message, edits, safety, tuple(spans[1:]))


def find_words(text: str, *words: str) -> Iterator[int]:
    """Where `words` stand, word after word; several times as fast as a pattern of alternatives.

    >>> list(find_words("其中甲，其中乙，包括丙", "其中", "包括"))
    [0, 4, 8]
    """
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at
            at = text.find(word, at + len(word))


_CONTEXT = 3  # characters shown on either side


def fits_context(text: str, start: int, end: int, new: str) -> tuple[str, str]:
    """What stands there with the Chinese characters beside it, and the same with something else.

    >>> fits_context("一、统筹安牌各项工作。", 5, 6, "排")
    ('统筹安牌各项工', '统筹安排各项工')
    """
    before = _han_only(text[max(start - _CONTEXT, 0) : start])[-1]
    after = _han_only(text[end : end + _CONTEXT])[0]
    return before + text[start:end] + after, before + new + after


def _han_only(words: str) -> list[str]:
    """Words, cut at whatever is no Chinese character."""
    return "".join(sign if "\u4e00" <= sign <= "\u9fff" else "\n" for sign in words).split("\n")
