"""Apply the changes of domains (`extends: social`) to the rules of all packs.

All extensions are applied when all packs are read, so the order of the files does not matter. Two packs that change the
same term in different ways contradict each other; the later one must say `override: yes`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from policytext.errors import RuleError
from policytext.model.records import NamedTuple
from policytext.rulebook.builders import build_unless, list_texts, list_used_slots
from policytext.rulebook.domain_titles import resolve_base
from policytext.rulebook.extensions import DomainExtension
from policytext.rulebook.rule_types import Domain, Pattern, Rule, Topic, Unless
from policytext.rulebook.suggestions import find_nearest_word

# The least similarity of a term to one of the domain that it was probably meant to be.
_ALIKE = 0.6


def extend_domains(
    rules: dict[str, Rule],
    extensions: Sequence[DomainExtension],
    faults: list[RuleError],
    hints: list[RuleError],
) -> None:
    """Replace the domains that are extended; a faulty change is left out and reported, the others are made."""
    changes: dict[str, _Changes] = {}
    applied: list[DomainExtension] = []
    for stated in extensions:
        extension = resolve_base(rules, stated)
        if isinstance(extension, RuleError):
            faults.append(extension)
            continue
        base = rules[extension.base]
        assert isinstance(base, Domain)
        if base.id not in changes:
            changes[base.id] = _Changes(base, faults, hints)
        changes[base.id].apply(extension)
        applied.append(extension)
    for name, change in changes.items():
        rules[name] = change.make_domain()
    hints += _find_shared_terms(rules, applied)


class _Change(NamedTuple):
    """The last change of a text: its place, and the weight and topic of an added term (None of a removed one)."""

    place: str
    action: tuple[float, str] | None


class _Changes:
    """A domain while its extensions are applied."""

    def __init__(self, base: Domain, faults: list[RuleError], hints: list[RuleError]) -> None:
        self.base, self.faults, self.hints = base, faults, hints
        self.patterns: list[Pattern] = list(base.finder.patterns)
        self.owners = {
            text: index for index, pattern in enumerate(self.patterns) for text in list_texts(pattern)
        }
        self.topics = {topic.id: topic for topic in base.topics}
        self.unless: list[Unless] = list(base.finder.unless)
        self.examples, self.origins = list(base.examples), list(base.extensions)
        self.threshold = base.threshold
        self.slots = dict(base.slots)
        self.changed: dict[str, _Change] = {}

    def apply(self, extension: DomainExtension) -> None:
        """Make the changes of one extension."""
        self.origins.append(extension.origin)
        self.examples += extension.examples
        self.threshold = extension.values.get("threshold", self.threshold)
        if not self.base.enabled:
            self._report(self.hints, "rule-extends-off", extension, extension.base.line, name=self.base.id)
        for topic, line in extension.topics:
            self._add_topic(topic, line, extension)
        for term in extension.removed:
            self._remove(term, extension)
        for term in extension.added:
            if not term.topic or term.topic in self.topics:
                self._add(term, extension)
        known = {phrase.source for phrase in self.unless}
        added = build_unless([p for p in self.patterns if p.literals], extension.values, extension.context)
        try:
            self.unless += [phrase for phrase in added if phrase.source not in known]
        except RuleError as error:
            self.faults.append(error.with_place(extension.origin.path, extension.origin.line))
        used = list_used_slots((*extension.added, *self.unless), extension.context.slots)
        self.slots |= {name: words for name, words in used if name not in self.slots}

    def _report(
        self, kept: list[RuleError], code: str, extension: DomainExtension, line: int, **values: object
    ) -> None:
        kept.append(RuleError(code, path=extension.origin.path, line=line, **values))

    def _add_topic(self, topic: Topic, line: int, extension: DomainExtension) -> None:
        known = self.topics.get(topic.id)
        if known is None and not topic.title:
            guess = find_nearest_word(topic.id, self.topics, _ALIKE)
            values = {"name": self.base.id, "topic": topic.id, "guess": guess or ""}
            code = "rule-extends-topic-near" if guess else "rule-extends-topic"
            self._report(self.faults, code, extension, line, known=", ".join(self.topics) or "–", **values)
            return
        if known is not None:
            topic = known._replace(
                title=topic.title or known.title, description=topic.description or known.description
            )
        self.topics[topic.id] = topic

    def _remove(self, term: Pattern, extension: DomainExtension) -> None:
        if not self._may_change(term, None, extension):
            return
        texts = [text for text in list_texts(term) if text in self.owners]
        if not texts and not any(text in self.changed for text in list_texts(term)):
            guess = find_nearest_word(term.source, [p.source for p in self.patterns], _ALIKE)
            values = {"value": term.source, "name": self.base.id, "guess": guess or ""}
            code = "rule-extends-missing-near" if guess else "rule-extends-missing"
            self._report(self.faults, code, extension, term.line, **values)
            return
        self._take_out(texts)
        self._note(term, None, extension)

    def _add(self, term: Pattern, extension: DomainExtension) -> None:
        texts = [text for text in list_texts(term) if text in self.owners]
        existing = self.patterns[self.owners[texts[0]]] if texts else None
        topic = term.topic or (existing.topic if existing else "")
        if not self._may_change(term, (term.weight, topic), extension):
            return
        if existing and not any(text in self.changed for text in texts):
            same = [self.patterns[self.owners[text]] for text in texts]
            if len(texts) == len(list_texts(term)) and all(
                (old.weight, old.topic) == (term.weight, topic) for old in same
            ):
                values = {"value": term.source, "name": self.base.id, "weight": f"{term.weight:g}"}
                self._report(self.hints, "rule-extends-same", extension, term.line, **values)
        self._take_out(texts)
        self.owners.update(dict.fromkeys(list_texts(term), len(self.patterns)))
        self.patterns.append(term._replace(topic=topic))
        self._note(term, (term.weight, topic), extension)

    def _take_out(self, texts: Iterable[str]) -> None:
        """Remove texts from the patterns that match them; a pattern without literals left matches nothing."""
        for text in texts:
            index = self.owners.pop(text)
            pattern = self.patterns[index]
            literals = (
                ()
                if pattern.regex
                else tuple(
                    literal
                    for literal in pattern.literals
                    if list_texts(pattern._replace(literals=(literal,))) != [text]
                )
            )
            self.patterns[index] = pattern._replace(literals=literals, regex="", source=" | ".join(literals))

    def _may_change(
        self, term: Pattern, action: tuple[float, str] | None, extension: DomainExtension
    ) -> bool:
        """Return whether no earlier extension changed the term in another way; report it if one did."""
        for text in list_texts(term):
            earlier = self.changed.get(text)
            if earlier is not None and earlier.action != action and not extension.overriding:
                values = {"value": term.source, "name": self.base.id, "other": earlier.place}
                self._report(self.faults, "rule-extends-twice", extension, term.line, **values)
                return False
        return True

    def _note(self, term: Pattern, action: tuple[float, str] | None, extension: DomainExtension) -> None:
        change = _Change(f"{extension.origin.path}:{term.line}", action)
        self.changed.update(dict.fromkeys(list_texts(term), change))

    def make_domain(self) -> Domain:
        """Return the domain with all changes."""
        # Every pattern of a domain has its texts; one that lost them all is dropped.
        kept = tuple(pattern for pattern in self.patterns if pattern.literals or pattern.regex)
        finder = self.base.finder._replace(patterns=kept, unless=tuple(self.unless))
        return self.base._replace(
            finder=finder,
            examples=tuple(self.examples),
            topics=tuple(self.topics.values()),
            threshold=self.threshold,
            extensions=tuple(self.origins),
            slots=tuple(self.slots.items()),
        )


def _find_shared_terms(
    rules: Mapping[str, Rule], extensions: Sequence[DomainExtension]
) -> Iterator[RuleError]:
    """Yield a hint for each added term that another domain has too: it then counts for both."""
    if not extensions:
        return
    domains = [
        rule for rule in rules.values() if isinstance(rule, Domain) and rule.enabled and not rule.background
    ]
    owners: dict[str, list[tuple[str, float]]] = {}
    for domain in domains:
        for pattern in domain.finder.patterns:
            for text in list_texts(pattern):
                owners.setdefault(text, []).append((domain.id, pattern.weight))
    for extension in extensions:
        for term in extension.added:
            others = [
                owner
                for text in list_texts(term)
                for owner in owners.get(text, ())
                if owner[0] != extension.base
            ]
            if others:
                name, weight = others[0]
                yield RuleError(
                    "rule-term-in-two",
                    path=extension.origin.path,
                    line=term.line,
                    value=term.source,
                    name=str(extension.base),
                    weight=f"{term.weight:g}",
                    other=name,
                    other_weight=f"{weight:g}",
                )
