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
from policytext.rulebook.rule_keys import SLUG
from policytext.rulebook.rule_types import Example, Mark
from policytext.text.lazy_patterns import compile_pattern

_MARK = compile_pattern(r"<<((?:(?!<<|>>|=>).)+)(?:=>((?:(?!<<|>>|=>).)*))?>>", re.DOTALL)
_ASSIGNED = compile_pattern(rf"(.*\S)\s*=>\s*({SLUG})\s*", re.DOTALL)


def parse_marked(text: str, line: int) -> Example:
    """Parse an example of a lint rule; ``<<wrong=>right>>`` or ``<<wrong>>`` marks a hit.

    Raises:
        RuleError: a mark is open, empty or nested.
    """
    plain, marks, end, length = [], [], 0, 0
    for found in _MARK.finditer(text):
        between = text[end : found.start()]
        plain += [between, found[1]]
        start = length + len(between)
        length = start + len(found[1])
        marks.append(Mark(Span(start, length), found[2]))
        end = found.end()
    plain.append(text[end:])
    sentence = "".join(plain)
    if "<<" in sentence or ">>" in sentence:
        raise RuleError("rule-mark", line=line)
    return Example(line, sentence, tuple(marks))


def parse_assigned(text: str, line: int) -> Example:
    """Parse an example of a domain: ``sentence => domain`` or ``sentence => none``.

    Raises:
        RuleError: there is no ``=> domain``.
    """
    found = _ASSIGNED.fullmatch(text)
    if found is None:
        raise RuleError("rule-domain-example", line=line)
    return Example(line, found[1], want=found[2])
