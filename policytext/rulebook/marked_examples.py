"""Parse the examples inside rules: sentences with marks, or with a domain.

>>> example = parse_marked("加强<<帐户=>账户>>管理。", 1)
>>> example.text, example.marks
('加强帐户管理。', (Mark(span=Span(start=2, end=4), fix='账户'),))
>>> parse_assigned("推广电子证照。 => government", 1).want
'government'
"""

import re

from policytext.errors import RuleError
from policytext.model.document import Span
from policytext.rulebook.common_keys import SLUG
from policytext.rulebook.rule_types import Example, Mark
from policytext.text.lazy_patterns import compile_pattern

_MARK = compile_pattern(r"<<((?:(?!<<|>>|=>).)+)(?:=>((?:(?!<<|>>|=>).)*))?>>", re.DOTALL)
_ASSIGNED = compile_pattern(rf"(.*\S)\s*=>\s*({SLUG})\s*", re.DOTALL)


def parse_marked(text: str, line: int) -> Example:
    """Parse an example of a lint rule; ``<<wrong=>right>>`` or ``<<wrong>>`` marks a hit.

    Raises:
        RuleError: a mark is open, empty or nested.
    """
    pieces, marks, end, length = [], [], 0, 0
    for mark in _MARK.finditer(text):
        between = text[end : mark.start()]
        pieces += [between, mark[1]]
        start = length + len(between)
        length = start + len(mark[1])
        marks.append(Mark(Span(start, length), mark[2]))
        end = mark.end()
    pieces.append(text[end:])
    sentence = "".join(pieces)
    if "<<" in sentence or ">>" in sentence:
        raise RuleError("rule-mark", line=line)
    return Example(line, sentence, tuple(marks))


def parse_assigned(text: str, line: int) -> Example:
    """Parse an example of a domain: ``sentence => domain`` or ``sentence => none``.

    Raises:
        RuleError: there is no ``=> domain``.
    """
    match = _ASSIGNED.fullmatch(text)
    if match is None:
        raise RuleError("rule-domain-example", line=line)
    return Example(line, match[1], want=match[2])
