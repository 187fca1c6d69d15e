"""Parse the examples inside rules: sentences with marks, or with a domain.

>>> example = parse_marked("加强<<帐户=>账户>>管理。", 1)
>>> example.text, example.marks
('加强帐户管理。', (Mark(span=Span(start=2, end=4), fix='账户'),))
>>> parse_assigned("推广电子证照。 => government", 1).want
'government'
"""

import re
from collections.abc import Iterable

from policytext.errors import RuleError
from policytext.model.document import Span
from policytext.rulebook.rule_types import Example, Mark
from policytext.rulebook.schema import LocatedString
from policytext.rulebook.suggestions import find_nearest_word
from policytext.text.lazy_patterns import LazyPattern

_MARK = LazyPattern(r"<<((?:(?!<<|>>|=>).)+)(?:=>((?:(?!<<|>>|=>).)*))?>>", re.DOTALL)
_ASSIGNED = LazyPattern(r"(.*\S)\s*=>\s*([^\s=>](?:[^=>]*[^\s=>])?)\s*", re.DOTALL)
# What input methods type for the arrow.
_ARROW = LazyPattern(r"[＝=][＞>》]|[⇒→➔]|[-－—]+[>＞]")
# The least similarity of a name to the domain that it was probably meant to be.
_MISSPELT = 0.7
_NONE = ("无", "无领域", "没有", "空", "None", "NONE", "null", "-")


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
    if match and match[2] in _NONE:
        raise RuleError("rule-example-none", line=line, value=match[2])
    if match is None and (arrows := [arrow for arrow in _ARROW.findall(text) if arrow != "=>"]):
        raise RuleError("rule-example-arrow", line=line, mark=arrows[-1])
    if match is None:
        raise RuleError("rule-domain-example", line=line)
    return Example(line, match[1], want=match[2])


def parse_domain_examples(texts: Iterable[LocatedString], name: str, title: str) -> tuple[Example, ...]:
    """Parse the examples of a domain, whose title stands for its name.

    Raises:
        RuleError: none names the domain, but one is so close to it that it is misspelt.
    """
    parsed = [parse_assigned(text, text.line) for text in texts]
    examples = [example._replace(want=name) if example.want == title else example for example in parsed]
    if all(example.want != name for example in examples):
        for example in examples:
            if example.want != "none" and find_nearest_word(example.want, [name], _MISSPELT):
                raise RuleError(
                    "rule-example-unknown-near", line=example.line, value=example.want, guess=name
                )
    return tuple(examples)
