"""Read YAML strictly: every value is a string with its line, and every mistake has its own message.

A rule file consists of maps, lists and text. Nothing becomes a boolean, a number or a date, so ``no``, ``010`` and
``2024-01-01`` stay as typed; aliases, tags and second documents are refused.

>>> top, hints = parse_yaml("lint:\\n  - id: typo/account\\n")
>>> top.pairs[0][1].items[0].pairs[0][1].text
'typo/account'
>>> parse_yaml("id： typo/account\\nfind: 帐户\\n")
Traceback (most recent call last):
    ...
policytext.errors.RuleError: :1: the colon must be a half-width ":" followed by a space
"""

from collections.abc import Iterator
from typing import Any, Literal

from policytext.errors import RuleError
from policytext.model.records import NamedTuple
from policytext.rulebook.yaml_diagnostics import (
    explain_yaml_error,
    find_indentation_error,
    find_swallowed_item,
    is_cut_by_hash,
    is_in_curly_quotes,
)
from policytext.rulebook.yaml_limits import DEEPEST, LARGEST


class YamlNode(NamedTuple):
    """A value of the file: text, a list or a map, with its first line (from 1).

    `plain` text has no quotes; a `flow` list or map is written in brackets.
    """

    kind: Literal["text", "list", "map"]
    line: int
    text: str = ""
    items: "tuple[YamlNode, ...]" = ()
    pairs: "tuple[tuple[YamlNode, YamlNode], ...]" = ()
    plain: bool = False
    flow: bool = False


class _OpenNode:
    """A list or map that is still open."""

    def __init__(self, kind: Literal["list", "map"], line: int, flow: bool) -> None:
        self.kind = kind
        self.line = line
        self.flow = flow
        self.nodes: list[YamlNode] = []

    def close(self) -> YamlNode:
        if self.kind == "list":
            return YamlNode("list", self.line, items=tuple(self.nodes), flow=self.flow)
        pairs = tuple(zip(self.nodes[::2], self.nodes[1::2], strict=True))
        return YamlNode("map", self.line, pairs=pairs, flow=self.flow)


def parse_yaml(text: str) -> tuple[YamlNode, tuple[RuleError, ...]]:
    """Parse a rule file to its top node, and hints about valid lines that look like mistakes.

    Raises:
        RuleError: the file is not valid, or exceeds a limit; with the line, without the path.
    """
    if len(text) > LARGEST or len(text.encode("utf-8", "replace")) > LARGEST:
        raise RuleError("rule-too-large", megabytes=LARGEST // 1_000_000)
    lines = text.split("\n")
    hints: list[RuleError] = []
    for number, line in enumerate(lines, 1):
        # YAML accepts tabs and full-width spaces here and silently changes the meaning.
        code = find_indentation_error(line)
        if code is not None:
            raise RuleError(code, line=number)
    try:
        top = _build_tree(_parse_events(text), lines, hints)
    except RecursionError:
        raise RuleError("rule-too-deep", deepest=DEEPEST) from None
    if top is None:
        raise RuleError("rule-empty")
    return top, tuple(hints)


def _parse_events(text: str) -> Iterator[Any]:
    """Yield the events of the parser; its errors become `RuleError`."""
    import yaml

    base = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
    lines = text.split("\n")
    try:
        # The constructor of the pure-Python reader already checks the characters.
        loader = base(text)
        while loader.check_event():
            yield loader.get_event()
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise RuleError(
            "rule-control-character", line=line, character=f"U+{_get_code_point(error.character):04X}"
        ) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        first = error.context_mark.line if error.context_mark else None
        line = min(mark.line, len(lines) - 1) if mark else 0
        raise explain_yaml_error(lines, line, first, str(error.problem or error.context or "")) from None


def _get_code_point(character: object) -> int:
    """Return the code point of a reader error, which PyYAML gives as a number, a string or bytes."""
    if isinstance(character, int):
        return character
    return character[0] if isinstance(character, bytes) else ord(str(character)[:1] or "\0")


def _build_tree(events: Iterator[Any], lines: list[str], hints: list[RuleError]) -> YamlNode | None:
    """Build the tree from the events without recursion, so that nesting does not use the stack."""
    top: YamlNode | None = None
    documents = 0
    stack: list[_OpenNode] = []
    for event in events:
        name = type(event).__name__
        line = event.start_mark.line + 1 if event.start_mark else 1
        if name == "DocumentStartEvent":
            documents += 1
            if documents > 1:
                raise RuleError("rule-documents", line=line)
            continue
        if name in ("SequenceStartEvent", "MappingStartEvent"):
            _refuse_anchors_and_tags(event, line)
            if len(stack) == DEEPEST:
                raise RuleError("rule-too-deep", line=line, deepest=DEEPEST)
            stack.append(_OpenNode("list" if name[0] == "S" else "map", line, bool(event.flow_style)))
            continue
        if name in ("SequenceEndEvent", "MappingEndEvent"):
            node = stack.pop().close()
            if node.kind == "map":
                _refuse_duplicates(node)
        elif name == "ScalarEvent":
            _refuse_anchors_and_tags(event, line)
            node = _make_text_node(event, line, lines, hints)
        elif name == "AliasEvent":
            raise RuleError("rule-alias", line=line, mark=f"*{event.anchor}")
        else:
            continue
        if stack:
            stack[-1].nodes.append(node)
        else:
            top = node
    return top


def _make_text_node(event: Any, line: int, lines: list[str], hints: list[RuleError]) -> YamlNode:
    plain = event.style is None or event.style == ""
    end = event.end_mark
    if plain and end.line >= line and (fault := find_swallowed_item(lines, line - 1, end.line)):
        raise fault
    if plain and end.line < len(lines) and is_cut_by_hash(lines[end.line], end.column):
        hints.append(RuleError("rule-hash", line=end.line + 1))
    if plain and is_in_curly_quotes(event.value):
        hints.append(RuleError("rule-curly-quotes", line=line, value=event.value))
    return YamlNode("text", line, text=event.value, plain=plain)


def _refuse_anchors_and_tags(event: Any, line: int) -> None:
    """Refuse anchors and tags: no rule needs them, and they allow an alias bomb."""
    if event.anchor:
        raise RuleError("rule-alias", line=line, mark=f"&{event.anchor}")
    if event.tag:
        raise RuleError("rule-tag", line=line, mark=event.tag)


def _refuse_duplicates(node: YamlNode) -> None:
    seen: dict[str, int] = {}
    for key, _ in node.pairs:
        if key.kind != "text":
            raise RuleError("rule-key-kind", line=key.line)
        if key.text in seen:
            first = seen[key.text]
            raise RuleError("rule-duplicate-key", line=key.line, name=key.text, first=first, second=key.line)
        seen[key.text] = key.line
