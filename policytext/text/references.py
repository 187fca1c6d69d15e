"""What the citations of a document point to: sections of the same document, another document, or nothing.

A citation belongs to another document if a name stands before it (《数据条例》第三条, 该法第三条), or if one did
earlier in the sentence. Where that is not certain, nothing is resolved.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "临河市停车办法\\n第一条 甲。\\n第二条 依照前条规定。\\n第三条 依照《价格法》第一条、本办法第一条至第二条处理。\\n"
>>> for found in find_references(parse(Source(text=text))):
...     print(found.text, found.status, found.targets)
前条 resolved ('第一条',)
第一条 outside ()
本办法第一条至第二条 resolved ('第一条', '第二条')
"""

from collections.abc import Iterator
from operator import attrgetter

from policytext.model.annotations import Reference, ReferenceStatus
from policytext.model.document import Document, Section, Span
from policytext.text.citations import NAMES, Citation, find_citations
from policytext.text.joined_text import to_original
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument
from policytext.text.section_index import SectionIndex

_LOOK_BACK = 120  # characters before a citation in which its document is named
_CARRIED = 200  # characters over which a name governs further citations of its sentence
_NAMED = LazyPattern(rf"(?P<own>本)?(?P<kind>{NAMES})(?:的|中的?|之)?[ \u3000]*\Z")
_NOTE = LazyPattern(r"[（(][^（）()]{0,60}[)）](?:的|中的?|之)?[ \u3000]*\Z")
_CLOSING = LazyPattern(r"》(?:的|中的?|之)?[ \u3000]*\Z")
_SENTENCE_END = LazyPattern("[。；;！!？?\n]")
_PARAGRAPH_END = LazyPattern("[。\n]")
#: After 依财团法人法（以下称本法）, 本法 is another law.
_OTHER_OWN = LazyPattern(rf"[称稱][“「『]?本({NAMES})")
_OWN_NAME = LazyPattern(f"本({NAMES})")
_DRAWN = LazyPattern("[│┃║]")
_ROW = 40  # characters around a citation in which a line of a drawn table shows
_AMENDS = LazyPattern("修改|修正|修訂|修订|废止|廢止")
#: The rest of the line where a number at a line's start is cited, and opens nothing.
_CITED = LazyPattern("规定|規定|所|的|[、，,]|和|与|與|及|或|至|到|第|之|中|以")
_LIST = LazyPattern("[ \u3000]*(?:[、，,和与與及或至到]|以及|或者|或是|并|並)[ \u3000]*")
_BELOW_ARTICLES = ("paragraph", "item", "subitem")
#: An earlier document of the same name is repealed.
_TITLE = LazyPattern("《([^《》\n]{2,80})》(?!(?:[（(][^（）()\n]{0,40}[)）])?[，,]?同[时時][废廢]止)")
_NOTES_OF_TITLES = LazyPattern(r"[（(][^（）()]{0,20}[)）]\Z")
_FORMS_OF_NAMES = str.maketrans(
    "辦條規細則解釋決準標範協約綱劃計畫見", "办条规细则解释决准标范协约纲划计划见"
)


def find_references(document: Document) -> tuple[Reference, ...]:
    """Find the citations of numbered places and the document's own titles, with what they point to, in order."""
    joined = document.joined
    finder = _Finder(PreparedDocument(joined.document if joined else document))
    found = tuple(sorted((*finder.find_places(), *finder.find_titles()), key=attrgetter("span")))
    return to_original(found, joined, document.source.text)


class _Finder:
    """The sections and names of one document, and the name that the sentence read last gave."""

    def __init__(self, prepared: PreparedDocument) -> None:
        self.prepared, self.text = prepared, prepared.prose
        self.index = SectionIndex(prepared.document.sections)
        self.names = _read_names(prepared)
        self.kinds = {_read_kind(name) for name in self.names} - {""}
        # 第三条修改为… speaks of the document that is amended.
        self.amends = bool(_AMENDS.search(prepared.document.title or ""))
        self.renamed = {name[1].translate(_FORMS_OF_NAMES) for name in _OTHER_OWN.finditer(self.text)}
        self.last = (0, "")
        self.listed: Citation | None = None
        self.outside = -1

    def find_places(self) -> Iterator[Reference]:
        """Find the citations of numbered places."""
        taiwan = self.prepared.document.profile == "tw"
        for citation in find_citations(self.text, taiwan, self.index.markers):
            if not self._opens_line(citation):
                yield self._resolve(citation)

    def find_titles(self) -> Iterator[Reference]:
        """Find the document's own titles and those of its annexes in 《》."""
        if not self.names:
            return
        for title in _TITLE.finditer(self.text):
            section = self.names.get(_fold_name(title[1]))
            if section is None or section.title_span.start <= title.start() < section.title_span.end:
                continue
            yield self._make(Span(*title.span()), "title", "resolved", (section.address,))

    def _opens_line(self, citation: Citation) -> bool:
        """Return whether a number opens its line as an entry of a contents page or a rejected heading does."""
        start = self.text.rfind("\n", max(0, citation.start - 20), citation.start) + 1
        if (not start and citation.start >= 20) or self.text[start : citation.start].strip():
            return False
        return not _CITED.match(self.text, citation.end) and not citation.anchor

    def _make(
        self,
        span: Span,
        kind: str,
        status: ReferenceStatus,
        targets: tuple[str, ...],
        name: str | None = None,
    ) -> Reference:
        address = self.prepared.address_at(span.start)
        text = self.prepared.text[span.start : span.end]
        return Reference(span, text, kind, status, targets, name, address)

    def _resolve(self, citation: Citation) -> Reference:
        name = self._find_name(citation)
        span = Span(citation.start, citation.end)
        whole = citation if name else self._continue_list(citation)
        self.last = (citation.end, name)
        if name:
            self.outside = citation.start
        if whole is None:
            return self._make(span, citation.kind, "outside", ())
        self.listed = whole
        if name:
            return self._make(span, citation.kind, "outside", (), None if name == "?" else name)
        chain = self.prepared.sections_at(citation.start)
        if not any(section.level for section in chain) and self.prepared.document.profile == "tw":
            return self._make(span, citation.kind, "outside", ())  # the history note at the head of a statute
        targets, complete = self.index.find(whole, chain)
        status: ReferenceStatus = "resolved" if targets else "missing" if complete else "outside"
        return self._make(span, citation.kind, status, targets)

    def _continue_list(self, citation: Citation) -> Citation | None:
        """Return a bare 第七项 with the article of the citation before it, None where another article may be meant."""
        before = self.listed
        if citation.anchor or citation.places[0].kind not in _BELOW_ARTICLES:
            return citation
        if before is None:
            return None if self.outside >= self._article_start(citation) else citation
        between = self.text[before.end : citation.start] if citation.start - before.end <= _CARRIED else "。"
        if _LIST.fullmatch(between):
            kinds = [place.kind for place in before.places]
            kind = citation.places[0].kind
            kept = before.places[: kinds.index(kind)] if kind in kinds else before.places
            return citation._replace(
                places=(*kept, *citation.places),
                anchor=before.anchor,
                name=before.name,
                anchor_kind=before.anchor_kind,
            )
        cites_other = before.anchor == "own" or any(place.kind == "article" for place in before.places)
        if cites_other and not _PARAGRAPH_END.search(between):
            return None
        return None if self.outside >= self._article_start(citation) else citation

    def _article_start(self, citation: Citation) -> int:
        chain = self.prepared.sections_at(citation.start)
        return next((section.span.start for section in reversed(chain) if section.kind == "article"), 0)

    def _find_name(self, citation: Citation) -> str:
        """Return the name of the other document that is cited, "?" where it has none; empty for this document."""
        if citation.anchor in ("here", "before"):
            return ""
        if citation.anchor == "own":
            return "" if self._is_own(citation.name) else "?"
        before = self.text[max(0, citation.start - _LOOK_BACK) : citation.start]
        named = self._read_name(before)
        if named is not None:
            return named
        if self.amends or before[-1:] in tuple("“「『") or self._is_uncertain(citation):
            return "?"
        end, name = self.last
        between = self.text[end : citation.start] if citation.start - end <= _CARRIED else "。"
        return name if name and not _SENTENCE_END.search(between) else ""

    def _is_uncertain(self, citation: Citation) -> bool:
        """Return whether a number stands in a drawn table, or in a list below words about the other 本法."""
        text, at = self.text, citation.start
        if _DRAWN.search(text, max(0, at - _ROW), citation.end + _ROW):
            return True
        if not self.renamed:
            return False
        chain = self.prepared.sections_at(at)
        articles = [place for place, section in enumerate(chain) if section.kind == "article"]
        if not articles or articles[-1] + 1 == len(chain):
            return False
        article = chain[articles[-1]]
        lead = text[article.span.start : min(article.sections[0].span.start, article.span.start + _LOOK_BACK)]
        return any(name[1].translate(_FORMS_OF_NAMES) in self.renamed for name in _OWN_NAME.finditer(lead))

    def _read_name(self, before: str) -> str | None:
        """Return the name directly before a citation, empty if it is this document's, None without one."""
        note = _NOTE.search(before)
        if note is not None:
            without = before[: note.start()].rstrip(" \u3000")
            if without.endswith("》") or _NAMED.search(without):
                before = without
        closing = _CLOSING.search(before)
        if closing is not None:
            opening = before.rfind("《", 0, closing.start())
            name = before[opening + 1 : closing.start()] if opening >= 0 else "?"
            return "" if _fold_name(name) in self.names and not self.amends else name
        named = _NAMED.search(before)
        if named is None:
            return None
        return "" if named["own"] and self._is_own(named["kind"]) else "?"

    def _is_own(self, kind: str) -> bool:
        """Return whether 本办法 is this document."""
        kind = kind.translate(_FORMS_OF_NAMES)
        return not (self.amends or kind in self.renamed or (self.kinds and kind not in self.kinds))


def _read_names(prepared: PreparedDocument) -> dict[str, Section | None]:
    """Return the titles of the document and of its annexes, each with its section."""
    document = prepared.document
    names: dict[str, Section | None] = {_fold_name(document.title): None} if document.title else {}
    for section in document.sections:
        if section.kind == "title" and section.title:
            names[_fold_name(section.title)] = section
    return names


def _fold_name(name: str) -> str:
    name = "".join(name.split()).replace("〈", "《").replace("〉", "》")
    note = _NOTES_OF_TITLES.search(name)
    return name[: note.start()] if note else name


def _read_kind(name: str) -> str:
    """Return the kind of document that a title ends with: 办法, 条例; empty for another."""
    found = _KIND.search(name)
    return found[1].translate(_FORMS_OF_NAMES) if found else ""


_KIND = LazyPattern(rf"({NAMES})\Z")
