"""A tokenizer for HTML whose time is linear in the length of the page, however damaged it is.

`html.parser` takes quadratic time for tags that never end, and fails on some declarations.

>>> list(tokenize('<P class=a>推进&amp;<!-- x --><br/>1 < 2</p><script>if (a<b) {}</script>'))
[('start', 'p', {'class': 'a'}), ('text', '推进&', {}), ('start', 'br', {}), ('text', '1 < 2', {}), ('end', 'p', {}), \
('start', 'script', {}), ('end', 'script', {})]
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Literal

from policytext.text.lazy_patterns import LazyPattern

_NAME = LazyPattern(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE = LazyPattern(
    r"""[\s/]*([^\s=>/][^\s=>/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)?))?"""
)
_END = LazyPattern(r"[\s/]*>")
#: A tag without attributes, as most are.
_SIMPLE = LazyPattern(r"<(/?)([a-zA-Z][^\s/>]*)>")
#: Elements whose content is not markup and extends to their end tag.
_OPAQUE = {
    tag: re.compile(f"</{tag}(?=[\\s/>])", re.I)
    for tag in ("script", "style", "textarea", "title", "xmp", "noembed")
}
_WITH_TEXT = ("textarea", "title", "xmp")
_MAX_ATTRIBUTES = 200  # attributes of one tag


#: Whether it is a tag or text, the name of the element or the text, and the attributes; plain, because a page has many.
Token = tuple[Literal["start", "end", "text"], str, dict[str, str]]
_NO_ATTRIBUTES: dict[str, str] = {}


def tokenize(page: str) -> Iterator[Token]:
    """Yield tags and texts in order, without comments, declarations and the content of scripts.

    Args:
        page: the markup.
    """
    at = yielded = 0
    while True:
        opening = page.find("<", at)
        if opening < 0:
            break
        simple = _SIMPLE.match(page, opening)
        if simple:
            end = simple.end()
            token: Token | None = ("end" if simple[1] else "start", simple[2].lower(), _NO_ATTRIBUTES)
        else:
            end, token = _read_tag(page, opening)
        if not end:
            at = opening + 1  # not a tag: 1 < 2
            continue
        if opening > yielded:
            yield "text", unescape(page[yielded:opening]), _NO_ATTRIBUTES
        at = yielded = end
        if token is None:
            continue
        yield token
        opaque = _OPAQUE.get(token[1])
        if opaque and token[0] == "start":
            closing = opaque.search(page, at)
            stop = closing.start() if closing else len(page)
            if token[1] in _WITH_TEXT and stop > at:
                yield "text", unescape(page[at:stop]), _NO_ATTRIBUTES
            at = yielded = stop
    if yielded < len(page):
        yield "text", unescape(page[yielded:]), _NO_ATTRIBUTES


def _read_tag(page: str, opening: int) -> tuple[int, Token | None]:
    """Return the end of the tag or comment that begins at `opening`, and the tag; 0 where it is text."""
    sign = page[opening + 1 : opening + 2]
    if sign in ("!", "?"):
        comment = page.startswith("<!--", opening)
        stop = page.find("-->" if comment else ">", opening + (4 if comment else 2))
        return (len(page) if stop < 0 else stop + (3 if comment else 1)), None
    if sign == "/":
        name = _NAME.match(page, opening + 2)
        if name is None:
            return 0, None
        stop = page.find(">", name.end())
        return (len(page) if stop < 0 else stop + 1), ("end", name[0].lower(), _NO_ATTRIBUTES)
    name = _NAME.match(page, opening + 1)
    if name is None:
        return 0, None
    attributes: dict[str, str] = {}
    at = name.end()
    for _ in range(_MAX_ATTRIBUTES):
        end = _END.match(page, at)
        attribute = None if end else _ATTRIBUTE.match(page, at)
        if attribute is None:
            break
        value = attribute[2] or attribute[3] or attribute[4] or ""
        attributes.setdefault(attribute[1].lower(), unescape(value) if "&" in value else value)
        at = attribute.end()
    end = _END.match(page, at)
    stop = end.end() if end else page.find(">", at) + 1
    return stop or len(page), ("start", name[0].lower(), attributes)
