"""A document with the views that analysers share: its shadow, its sentences, and the sections at an offset.

>>> from policytext.model.document import Document, Source
>>> document = Document(source=Source(text="加快發展。提升品質。"), script="hant", profile="tw", title=None,
...                     document_number=None, issuer=None, date=None, sections=())
>>> prepared = PreparedDocument(document)
>>> prepared.shadow, [tuple(span) for span in prepared.sentences], prepared.address_at(3)
('加快发展。提升品质。', [(0, 5), (5, 10)], '')
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from policytext.model.document import Document, Section, Span
from policytext.text.sentences import find_sentence_spans
from policytext.text.shadow import fold


class PreparedDocument:
    """Views of one document, each computed when first used.

    Args:
        document: the document.
        alarm_rate: the accepted number of false positives per 10,000 characters, None for the default.
        learned: whether terms learned from an archive count as correct.
    """

    def __init__(self, document: Document, alarm_rate: float | None = None, *, learned: bool = True) -> None:
        self.document, self.alarm_rate, self.learned = document, alarm_rate, learned
        self.text = document.source.text
        # Intermediate results that several checks use.
        self.check_results: dict[str, Any] = {}

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """All sections of all levels, in reading order."""
        return tuple(self.document.walk())

    @cached_property
    def prose(self) -> str:
        """The text with spaces in place of markup, character for character; the text itself if it has none."""
        if self.document.source.medium != "markdown":
            return self.text
        from policytext.text.markdown_spans import read_markdown

        return read_markdown(self.text).prose

    @cached_property
    def shadow(self) -> str:
        """The prose folded to one form, character for character; see `policytext.text.shadow`."""
        return fold(self.prose)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The spans of the sentences, in order."""
        return tuple(find_sentence_spans(self.prose))

    def roles_at(self, offset: int) -> frozenset[str]:
        """Return the roles of the text at `offset`, as rules name them: title, heading, article, body."""
        chain = self.sections_at(offset)
        roles = {"article"} if any(section.kind == "article" for section in chain) else set()
        if chain and chain[-1].title_span[0] <= offset < chain[-1].title_span[1]:
            roles.add("title" if chain[-1].kind == "title" else "heading")
        else:
            roles.add("body")
        return frozenset(roles)

    @cached_property
    def _entries(self) -> tuple[list[int], list[tuple[Section, ...]]]:
        """The offsets where the innermost section changes, and the sections from there on, the outermost first."""
        starts: list[int] = []
        chains: list[tuple[Section, ...]] = []

        def enter(offset: int, chain: tuple[Section, ...]) -> None:
            if starts and starts[-1] == offset:
                chains[-1] = chain
            else:
                starts.append(offset)
                chains.append(chain)

        def walk(sections: tuple[Section, ...], above: tuple[Section, ...]) -> None:
            for section in sections:
                chain = (*above, section)
                enter(section.span.start, chain)
                walk(section.sections, chain)
                enter(section.span.end, above)

        walk(self.document.sections, ())
        return starts, chains

    @property
    def section_edges(self) -> Sequence[int]:
        """The offsets where the innermost section changes, in order."""
        return self._entries[0]

    def sections_at(self, offset: int) -> tuple[Section, ...]:
        """Return the sections around `offset`, the outermost first; empty outside all sections."""
        starts, chains = self._entries
        index = bisect_right(starts, offset) - 1
        return chains[index] if index >= 0 else ()

    def sections_at_each(self, offsets: Iterable[int]) -> Iterator[tuple[Section, ...]]:
        """Yield `sections_at` for each of many ascending offsets."""
        starts, chains = self._entries
        at, count = 0, len(starts)
        for offset in offsets:
            while at < count and starts[at] <= offset:
                at += 1
            yield chains[at - 1] if at else ()

    def address_at(self, offset: int) -> str:
        """Return the address of the innermost section around `offset`."""
        starts, chains = self._entries
        index = bisect_right(starts, offset) - 1
        chain = chains[index] if index >= 0 else ()
        return chain[-1].address if chain else ""
