"""The prior of a sentence: the domain of a title, a heading or an opening above it.

>>> is_empty("第 9 條"), is_empty("（此件公开发布）"), is_empty("国务院办公厅"), is_empty("按规定办理。")
(True, True, True, False)
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence

from policytext.model.document import Section, Span
from policytext.rulebook.decisions import ALONE, FAR_PRIOR, PRIOR, WEAK_PRIOR, Decision, Scheme, decide_domain
from policytext.rulebook.rule_types import Hit
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

#: The most characters of a first sentence that serves as the heading of its paragraph: 打造一流营商环境。
LONGEST_OPENING = 30
_ARTICLE = LazyPattern(r"第[\s\d一二三四五六七八九十百零〇之-]{1,12}[条條]")
_CONTENT = LazyPattern("[\u3400-\u9fff]")
_TABLE_LINE = LazyPattern("[│├─┼]")
_ENDS = "。；;！？!?：:，,、"
#: A first line that stands alone, without the end of a sentence.
_FIRST_LINE = LazyPattern(r"\s{0,20}(\S[^\n。；;！？：:]{3,60})\n[ \t\u3000\r]{0,20}\n")


class PriorFinder:
    """Finds the prior of a sentence: the domain of the opening of its paragraph or of a heading above it.

    A heading of a background ends the search: below 法律责任 no sentence inherits the domain of the document title.
    """

    def __init__(self, prepared: PreparedDocument, hits: Sequence[Hit], scheme: Scheme) -> None:
        self._first_line = _find_first_line(prepared)
        self._prepared, self._hits, self._scheme = prepared, hits, scheme
        self._starts = [hit.span[0] for hit in hits]
        self._known: dict[Span, Decision] = {}
        self._chain: Sequence[Section] | None = None
        self._end = 0
        self._settled_chain: Sequence[Section] | None = None
        self._named_above: tuple[str | None, float] = None, 0.0
        self._opening: str | None = None
        self._list: tuple[Sequence[Section], str] | None = None

    def find(self, sentence: Span, chain: Sequence[Section], hits: Sequence[Hit]) -> tuple[str | None, float]:
        """Return the prior of `sentence` and its strength; to be called for each sentence in order.

        Args:
            sentence: its span.
            chain: the sections around it, the outermost first.
            hits: the hits in it.
        """
        within = self._continues(chain) and "\n" not in self._prepared.text[self._end : sentence[0]]
        self._end = sentence[1]
        if listed := self._find_list_domain(sentence, chain, hits):
            return listed, PRIOR
        if within and self._opening:
            return self._opening, PRIOR
        if chain is not self._settled_chain:
            # All sentences below the innermost title have the same headings above them.
            self._named_above = self._find_heading_domain(sentence, chain)
            self._settled_chain = chain if chain and chain[-1].title_span[1] <= sentence[0] else None
        named = self._named_above
        if not within:
            self._chain, self._opening = chain, None
            if hits and sentence[1] - sentence[0] <= LONGEST_OPENING:
                self._opening = decide_domain(self._scheme, hits, title=True).winner
        return named

    def _continues(self, chain: Sequence[Section]) -> bool:
        """Return whether a sentence is in the section of the opening, or in an item such as 一是 of its paragraph."""
        return chain is self._chain or (self._chain is not None and _is_item(chain, self._chain, ("inline",)))

    def _find_list_domain(self, sentence: Span, chain: Sequence[Section], hits: Sequence[Hit]) -> str | None:
        """Return the domain of the sentence that announces a list, such as 提供下列养老服务：, for an item of it."""
        listed = None
        if self._list and _is_item(chain, self._list[0], ("item", "inline")):
            listed = self._list[1]
        elif self._list:
            self._list = None
        if hits and self._prepared.text[sentence[1] - 1] in "：:":
            winner = decide_domain(self._scheme, hits).winner
            self._list = (chain, winner) if winner else None
        return listed

    def _find_heading_domain(self, sentence: Span, chain: Sequence[Section]) -> tuple[str | None, float]:
        """Return the domain of the nearest heading above a sentence, and its strength.

        A heading is near for the articles of a statute and for the paragraph that it opens. A section of a report
        often changes its subject. A title that names a domain is near: the whole document is about it.
        """
        for section in reversed(chain):
            title = section.title_span
            if title[1] > sentence[0]:
                continue
            found = self._find_title_domain(title)
            if not found.scores:
                continue
            if found.winner:
                is_near = (
                    section.kind == "run-in"
                    or (section.kind == "title" and found.score >= ALONE)
                    or any(section.kind == "article" for section in chain)
                )
                return found.winner, PRIOR if is_near else FAR_PRIOR
            if section.kind == "title" and len(found.scores) == 1 and found.score >= WEAK_PRIOR:
                # 旅游条例: a weak term is the whole subject.
                return next(iter(found.scores)), FAR_PRIOR
        if self._first_line and sentence[0] >= self._first_line[1]:
            found = self._find_title_domain(self._first_line)
            return found.winner, PRIOR if found.score >= ALONE else FAR_PRIOR
        return None, 0.0

    def _find_title_domain(self, title: Span) -> Decision:
        """Return the domain of a heading; computed once for each."""
        if title not in self._known:
            first = bisect_left(self._starts, title[0])
            end = bisect_left(self._starts, title[1], first)
            self._known[title] = decide_domain(self._scheme, self._hits[first:end], title=True)
        return self._known[title]


def _is_item(chain: Sequence[Section], above: Sequence[Section], kinds: Collection[str]) -> bool:
    """Return whether the sections of a sentence are those above it and items of `kinds` below them."""
    return (
        len(chain) > len(above)
        and all(one is other for one, other in zip(above, chain, strict=False))
        and all(section.kind in kinds for section in chain[len(above) :])
    )


def _find_first_line(prepared: PreparedDocument) -> Span | None:
    """Return the first line of a document without a title if it stands alone like one, as in a news release."""
    found = None if prepared.document.title else _FIRST_LINE.match(prepared.text)
    return Span(*found.span(1)) if found else None


def is_empty(text: str) -> bool:
    """Return whether a sentence says nothing itself: 第 9 條, the line of a table, a signature, a note in brackets."""
    text = text[:200]
    text = (_ARTICLE.sub("", text, 1) if "第" in text else text).strip()
    if not _CONTENT.search(text) or _TABLE_LINE.search(text):
        return True
    return len(text) <= LONGEST_OPENING and text[-1] not in _ENDS


def is_heading(sentence: Span, chain: Sequence[Section]) -> bool:
    """Return whether a sentence is a heading on a line of its own: 第一章 总则."""
    return bool(chain) and chain[-1].kind == "heading" and is_title(sentence, chain)


def is_title(sentence: Span, chain: Sequence[Section]) -> bool:
    """Return whether a sentence is the title of a section; the title of a list item is its text."""
    if not chain or chain[-1].kind == "item":
        return False
    title = chain[-1].title_span
    return sentence[0] <= title[0] < title[1] <= sentence[1]
