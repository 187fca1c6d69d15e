"""A web page's markup taken apart, in time bounded by its length whatever is wrong with it.

Python's own parser takes quadratic time over tags that never end, and gives up on some declarations.

>>> list(tokenize('<P class=a>推进&amp;<!-- x --><br/>1 < 2</p><script>if (a<b) {}</script>'))
[StartTag(tag='p', attributes={'class': 'a'}), '推进&', StartTag(tag='br', attributes={}), '1 < 2', EndTag(tag='p'), \
StartTag(tag='script', attributes={}), EndTag(tag='script')]
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(
    r"""[\s/]*([^\s=>/][^\s=>/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)?))?"""
)
_END = re.compile(r"[\s/]*>")
#: Their content is no markup; it ends at their own end tag.
_OPAQUE = {
    tag: re.compile(f"</{tag}(?=[\\s/>])", re.I)
    for tag in ("script", "style", "textarea", "title", "xmp", "noembed")
}
_WITH_TEXT = ("textarea", "title", "xmp")
_MAX_ATTRIBUTES = 200  # attributes of one tag


class StartTag(NamedTuple):
    """A start tag."""

    tag: str
    attributes: dict[str, str]


class EndTag(NamedTuple):
    """An end tag."""

    tag: str


def tokenize(page: str) -> Iterator[StartTag | EndTag | str]:
    """Tags and texts in order; comments, declarations and scripts' content are passed over.

    Args:
        page: the markup.
    """
    at = shown = 0
    while True:
        opening = page.find("<", at)
        if opening < 0:
            break
        end, token = _read_tag(page, opening)
        if not end:
            at = opening + 1  # a sign by itself: 1 < 2
            continue
        if opening > shown:
            yield unescape(page[shown:opening])
        at = shown = end
        if token is None:
            continue
        yield token
        opaque = _OPAQUE.get(token.tag) if isinstance(token, StartTag) else None
        if opaque:
            closing = opaque.search(page, at)
            stop = closing.start() if closing else len(page)
            if token.tag in _WITH_TEXT and stop > at:
                yield unescape(page[at:stop])
            at = shown = stop
    if shown < len(page):
        yield unescape(page[shown:])


def _read_tag(page: str, opening: int) -> tuple[int, StartTag | EndTag | None]:
    """Where what begins at a < ends, and what it is; 0 where it begins nothing."""
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
        return (len(page) if stop < 0 else stop + 1), EndTag(name[0].lower())
    name = _NAME.match(page, opening + 1)
    if name is None:
        return 0, None
    attributes: dict[str, str] = {}
    at = name.end()
    for _ in range(_MAX_ATTRIBUTES):
        end = _END.match(page, at)
        found = None if end else _ATTRIBUTE.match(page, at)
        if found is None:
            break
        value = found[2] or found[3] or found[4] or ""
        attributes.setdefault(found[1].lower(), unescape(value) if "&" in value else value)
        at = found.end()
    end = _END.match(page, at)
    stop = end.end() if end else page.find(">", at) + 1
    return stop or len(page), StartTag(name[0].lower(), attributes)
