"""Replacements and messages of rules, with braces for the captures of a hit."""

import re
from collections.abc import Sequence

from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern

_FIELD = LazyPattern(r"\{(?:#(\d+)|(\w+))\}")


def fill_template(template: str, match: str, text: str, captures: Sequence[tuple[str, Span]]) -> str:
    """Fill the braces of a replacement or message from the captures of a hit.

    >>> fill_template("{head}〔{year}〕", "", "国办发[2023]", [("head", Span(0, 3)), ("year", Span(4, 8))])
    '国办发〔2023〕'
    """
    if "{" not in template:
        return template
    values = {name: text[span.start : span.end] for name, span in captures}
    values["match"] = match

    def one(field: re.Match[str]) -> str:
        return match[int(field[1])] if field[1] else values.get(field[2], "")

    return _FIELD.sub(one, template)
