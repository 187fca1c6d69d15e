"""The names of the figures before, which a clause without a subject of its own continues.

>>> names = KnownNames()
>>> names.enter(Span(0, 40), same_paragraph=False)
>>> names.note("税收占财政收入比重", 12)
>>> names.subject, names.share
('税收', '税收占财政收入比重')
"""

from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern

_NAMED = LazyPattern("[^\\W\\d_]{2,}")
_GAP = 2  # characters between two sentences, such as spaces
# 税收收入占一般公共预算收入: the subject of a share.
_SUBJECT_OF_SHARE = LazyPattern("^(.{2,}?)[占佔](?![比用地有道])")


def is_named_in_bracket(text: str, start: int, figure: int) -> bool:
    """Return whether a figure stands in a bracket with a name of its own: (面积30公顷), not 产值(30亿元).

    Args:
        text: The text.
        start: Where its clause begins.
        figure: Where the figure begins.
    """
    opening = text.rfind("(", start, figure)
    if opening < 0 or text.find(")", opening, figure) >= 0:
        return False
    return bool(_NAMED.match(text, opening + 1, figure))


class KnownNames:
    """The names of the figures before, which a clause without a subject of its own continues."""

    def __init__(self) -> None:
        self.sentence = Span(-1, -1)
        self.subject = self.share = self.sum = ""
        self.subjects: list[str] = []
        self.group: list[str] = []
        self.end = 0
        self.outer: tuple[str, str] | None = None

    def enter(self, sentence: Span, *, same_paragraph: bool) -> None:
        """Begin a sentence, which continues the subject of the one directly before it at most."""
        if sentence != self.sentence:
            if not same_paragraph or sentence[0] > self.sentence[1] + _GAP:
                self.subject = self.share = self.sum = ""
            self.sentence, self.subjects, self.group, self.end = sentence, [], [], sentence[0]
            self.outer = None

    def enter_bracket(self, inside: bool) -> None:
        """Begin a figure; behind a bracket the subject is that before it: 40个(面积30公顷),其中8个."""
        if inside and self.outer is None:
            self.outer = self.subject, self.share
        elif not inside and self.outer is not None:
            self.subject, self.share = self.outer
            self.outer = None

    def note(self, name: str, end: int, *, is_sum: bool = False) -> None:
        """Keep the name of a figure that ends at `end`.

        Args:
            name: The name, or an empty string.
            end: The offset.
            is_sum: Whether the figure is a sum of money.
        """
        self.end = end
        if name:
            share = _SUBJECT_OF_SHARE.match(name)
            self.subject, self.share = (share[1], name) if share else (name, "")
            self.sum = self.subject if is_sum else self.sum
            if not self.subjects or self.subjects[-1] != self.subject:
                self.subjects.append(self.subject)
