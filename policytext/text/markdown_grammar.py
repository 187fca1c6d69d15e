"""A parser for the markup inside one paragraph of Markdown: code, links, tags, emphasis, table pipes, escapes.

>>> text = "见[方案](./a.pdf)的`a,b`。"
>>> inline = InlineParser(text, 0, len(text), frozenset())
>>> inline.scan()
>>> [text[slice(*span)] for span in inline.markup]
['[', '](./a.pdf)', '`a,b`']
"""

import re
from collections.abc import Collection

from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern, compile_pattern

#: The signs that can begin markup inside a line.
_SIGN = LazyPattern(
    r"\\[!-/:-@\[-`{-~]|`+|<|https?://[^\s<>\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]{1,2000}"
    r"|&(?:#\w{1,8}|[A-Za-z]\w{1,30});|!?\[|\]|\*+|_+|~~+|\|"
)
_TAG = LazyPattern(r"</?[A-Za-z][^<>\n]{0,2000}>|<[^\s<>:@]{1,200}[:@][^\s<>]{0,2000}>|<[!?][^<>\n]{0,2000}>")
#: Tags whose content is not prose.
_OPAQUE = compile_pattern(r"<(pre|code|script|style|kbd|math|svg|textarea)\b", re.I)
_FOOTNOTE = LazyPattern(r"\^[^\s\[\]]{1,100}|\d{1,3}|[ xX]")
_FILE_NAME = LazyPattern(r"\.[A-Za-z]{2,4}\d?\s*$|^\s*https?://")
_MAX_TARGET = 2_000  # characters of a link's target
_MAX_NESTING = 3  # parentheses inside it


class InlineParser:
    """Finds the markup of one paragraph.

    Args:
        text: the text.
        start, end: the paragraph's span.
        defined: the labels that have a link definition, in lower case.

    Attributes:
        markup, wrapped: see `policytext.text.markdown_spans.Markdown`.
    """

    def __init__(self, text: str, start: int, end: int, defined: Collection[str]) -> None:
        self.text, self._start, self._end, self._defined = text, start, end, defined
        self.markup: list[Span] = []
        self.wrapped: list[Span] = []

    def scan(self) -> None:
        """Find all markup of the paragraph."""
        text, at, start, end = self.text, self._start, self._start, self._end
        links: list[int] = []
        emphasis: dict[str, list[int]] = {"*": [], "_": [], "~": []}
        closings = _ClosingSigns(text, end)
        while found := _SIGN.search(text, at, end):
            here, at = found.span()
            sign = found[0]
            if sign[0] == "`":
                at = closings.after(sign, at, exact=True) or at
                self.markup.append(Span(here, at))
            elif sign == "<":
                at = self._tag(here, end, closings)
            elif sign in ("[", "!["):
                links.append(here)
            elif sign == "]":
                at = self._link(links.pop(), here, end) if links else at
            elif sign[0] in emphasis:
                self._emphasis(found, emphasis[sign[0]], start, end)
            else:
                if sign == "|":
                    here, at = self._cell_edge(here, start, end)
                self.markup.append(Span(here, at))

    def _cell_edge(self, here: int, start: int, end: int) -> tuple[int, int]:
        """Return the span of a table's pipe with the space around it."""
        text, after = self.text, here + 1
        while here > start and text[here - 1] in " \t":
            here -= 1
        while after < end and text[after] in " \t":
            after += 1
        return here, after

    def _tag(self, here: int, end: int, closings: "_ClosingSigns") -> int:
        """Read a tag, comment or autolink; return the offset after it."""
        text = self.text
        after: int | None = None
        if text.startswith("<!--", here):
            after = closings.after("-->", here + 4)
        elif (opaque := _OPAQUE.match(text, here, end)) is not None:
            after = closings.after(f"</{opaque[1].lower()}>", here)
        if after is None:
            tag = _TAG.match(text, here, end)
            if tag is None:
                return here + 1
            after = tag.end()
        self.markup.append(Span(here, after))
        return after

    def _link(self, opening: int, closing: int, end: int) -> int:
        """Read a link, picture or footnote mark whose text is between brackets; return the offset after it."""
        text = self.text
        first = opening + (2 if text[opening] == "!" else 1)
        words, after = text[first:closing], closing + 1
        if text.startswith("(", after, end):
            after = self._target(after, end)
        elif text.startswith("[", after, end):
            stop = text.find("]", after, min(end, after + _MAX_TARGET))
            label = text[after + 1 : stop] or words
            after = stop + 1 if stop > 0 and label.lower() in self._defined else after
        if after == closing + 1 and words.lower() not in self._defined:
            if _FOOTNOTE.fullmatch(words):
                self.markup.append(Span(opening, after))
            return after
        if first == opening + 2 or _FILE_NAME.search(words):  # a picture, or a link that shows its target
            self.markup.append(Span(opening, after))
        else:
            self.markup += (Span(opening, first), Span(closing, after))
        self.wrapped.append(Span(opening, after))
        return after

    def _target(self, opening: int, end: int) -> int:
        """Return the offset after a link's target in parentheses, or `opening` if it is not closed."""
        depth = 0
        for at in range(opening, min(end, opening + _MAX_TARGET)):
            sign = self.text[at]
            if sign == "\n":
                break
            depth += (sign == "(") - (sign == ")")
            if not depth:
                return at + 1
            if depth > _MAX_NESTING:
                break
        return opening

    def _emphasis(self, sign: re.Match[str], opened: list[int], start: int, end: int) -> None:
        """Read a run of * or _ or ~, which is emphasis unless there is space on both sides."""
        here, after = sign.span()
        opens = after < end and not self.text[after].isspace()
        closes = here > start and not self.text[here - 1].isspace()
        if not (opens or closes):
            return
        self.markup.append(Span(here, after))
        if closes and opened:
            self.wrapped.append(Span(opened.pop(), after))
        elif opens:
            opened.append(here)


class _ClosingSigns:
    """Finds closing signs; one that was not found is not searched again, so that the time stays linear.

    Args:
        text: the text.
        end: the end of the paragraph.
    """

    def __init__(self, text: str, end: int) -> None:
        self._text, self._end = text, end
        self._missing: set[str] = set()

    def after(self, sign: str, start: int, *, exact: bool = False) -> int | None:
        """Return the offset after the next `sign`, None without one; `exact` excludes a part of a longer run."""
        if sign in self._missing:
            return None
        pattern = re.escape(sign)
        pattern = f"(?<!{pattern[0]}){pattern}(?!{pattern[0]})" if exact else pattern
        match = re.compile(pattern, re.I).search(self._text, start, self._end)
        if match is None:
            self._missing.add(sign)
            return None
        return match.end()
