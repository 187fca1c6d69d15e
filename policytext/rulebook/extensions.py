"""Read the changes of a domain of another pack: terms added, removed or weighed differently (`extends: social`)."""

from collections.abc import Iterable, Mapping
from typing import Any

from policytext.errors import RuleError
from policytext.model.records import NamedTuple
from policytext.rulebook import marked_examples
from policytext.rulebook.builders import BuildContext, build_terms, list_texts
from policytext.rulebook.patterns import build_patterns
from policytext.rulebook.rule_types import Example, Pattern, RuleOrigin, Topic
from policytext.rulebook.schema import LocatedString
from policytext.rulebook.yaml_reader import YamlNode


class DomainExtension(NamedTuple):
    """The changes of one domain.

    Args:
        base: the name of the domain.
        origin: the pack, file and line of the changes.
        added, removed: terms; the topic of an added one is empty if none is stated.
        topics: the topics that are stated, with their lines.
        examples: sentences with the expected domain.
        overriding: whether it may change a term that an earlier pack has changed.
        values, context: what the conditions are built from, which needs the terms of the domain.
    """

    base: LocatedString
    origin: RuleOrigin
    added: tuple[Pattern, ...]
    removed: tuple[Pattern, ...]
    topics: tuple[tuple[Topic, int], ...]
    examples: tuple[Example, ...]
    overriding: bool
    values: Mapping[str, Any]
    context: BuildContext


def extends_domain(node: YamlNode) -> bool:
    """Return whether an item under `domains:` changes a domain of another pack."""
    return any(key.text == "extends" for key, _ in node.pairs)


def build_extension(values: dict[str, Any], line: int, context: BuildContext) -> DomainExtension:
    """Build an extension from the values of `domain_keys.EXTENSION`.

    Raises:
        RuleError: a term is written twice, or nothing is changed; with a line where one is known.
    """
    groups = [("", values.get("terms", {}))]
    groups += [(str(topic["id"]), topic["terms"]) for topic in values.get("topics", ())]
    added = build_terms(groups, None, context)
    removed = [
        pattern
        for word in values.get("remove", ())
        for pattern in build_patterns(word, context.slots, script=None, fix=None, match_unchanged=False)
    ]
    _refuse_twice((*added, *removed), str(values["extends"]))
    if not added and not removed and not {"unless", "threshold"} & values.keys():
        raise RuleError("rule-extends-nothing", line=line, name=str(values["extends"]))
    examples = (marked_examples.parse_assigned(text, text.line) for text in values.get("tests", ()))
    topics = (
        (
            Topic(str(topic["id"]), str(topic.get("title", "")), str(topic.get("description", ""))),
            topic["id"].line,
        )
        for topic in values.get("topics", ())
    )
    return DomainExtension(
        values["extends"],
        RuleOrigin(context.pack, context.path, line),
        tuple(added),
        tuple(removed),
        tuple(topics),
        tuple(example._replace(path=context.path) for example in examples),
        bool(values.get("override")),
        values,
        context,
    )


def _refuse_twice(terms: Iterable[Pattern], name: str) -> None:
    lines: dict[str, int] = {}
    for term in terms:
        for text in list_texts(term):
            if text in lines:
                raise RuleError(
                    "rule-term-twice", line=term.line, value=term.source, name=name, first=lines[text]
                )
        lines.update(dict.fromkeys(list_texts(term), term.line))
