"""``policytext rules learn-terms``: terms and weights proposed from labelled sentences, with their evidence."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from policytext.cli.rules._shared import SelectedRules, finish, select_rules, write, write_lines
from policytext.cli.settings import Settings
from policytext.errors import ConfigError, PolicytextError, ReadError
from policytext.messages import say
from policytext.readers import make_read_error
from policytext.rulebook.common_keys import SLUG
from policytext.rulebook.domain_writer import quote
from policytext.rulebook.rulebook import Rulebook
from policytext.statistics.term_weights import Labelled, ProposedTerm, propose_terms
from policytext.statistics.word_lists import collect_stop_words, load_tokenizer
from policytext.text.shadow import fold_words

_Proposed = Mapping[str, Sequence[ProposedTerm]]


def learn_terms(settings: Settings) -> None:
    """Propose terms for each domain; nothing is changed, and a rule file is written only with --output."""
    found = select_rules(settings)
    names = settings.names("files")
    if not names:
        raise ConfigError("labels-missing")
    sentences = [labelled for name in names for labelled in _read_labels(name)]
    labels = Counter(label for _, label in sentences)
    if len(labels) < 2:
        raise ConfigError("labels-too-few")
    excluded = {*collect_stop_words(found.book), *map(str, found.book.lists.get("commitment-verbs", ()))}
    top = settings.number("top") or 1
    proposed = propose_terms(sentences, load_tokenizer(found.book), excluded=excluded, limit=top)
    known = {name: _list_weights(found.book, name) for name in proposed}
    if settings.format == "json":
        write(settings, [json.dumps(_make_records(proposed, known), ensure_ascii=False, indent=2), "\n"])
    elif settings.format == "yaml":
        write(settings, (f"{line}\n" for line in _write_pack(proposed, known, sentences)))
    else:
        write_lines(settings, _format_lines(proposed, known, labels, found))
    terms = sum(map(len, proposed.values()))
    finish(found, 0, "done-rules-learn-terms", sentences=len(sentences), domains=len(proposed), terms=terms)


def _read_labels(path: str) -> Iterator[Labelled]:
    """Yield the sentences of a file.

    Raises:
        PolicytextError: the file can't be read, or a line is no labelled sentence.
    """
    try:
        with open(path, encoding="utf-8-sig") as file:
            lines = file.read().split("\n")
    except OSError as error:
        raise make_read_error(error, path) from None
    except UnicodeDecodeError:
        raise ReadError("undecodable-text", path=path, encoding="utf-8") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            text, label = record["text"], record["domain"]
        except (ValueError, KeyError, TypeError, RecursionError):
            raise PolicytextError("labels-bad-line", path=path, line=number) from None
        if not isinstance(text, str) or not (label is None or isinstance(label, str)):
            raise PolicytextError("labels-bad-line", path=path, line=number)
        label = None if label in ("", "none") else label
        if label is not None and not re.fullmatch(SLUG, label):
            raise PolicytextError("labels-bad-name", path=path, line=number, name=label)
        yield text, label


def _list_weights(book: Rulebook, name: str) -> dict[str, float]:
    """Return the weights of the plain terms that a domain has already."""
    domain = next((domain for domain in book.all_domains if domain.id == name), None)
    patterns = domain.finder.patterns if domain else ()
    return {literal: one.weight for one in patterns if not one.regex for literal in one.literals}


def _format_lines(
    proposed: _Proposed,
    known: Mapping[str, Mapping[str, float]],
    labels: Mapping[str | None, int],
    found: SelectedRules,
) -> Iterator[str]:
    lang = found.settings.lang
    for name, terms in proposed.items():
        yield say("proposed-domain", lang, name=name, terms=len(terms), sentences=labels[name])
        for one in terms:
            weight = known[name].get(fold_words(one.term))
            there = "" if weight is None else say("proposed-known", lang, weight=f"{weight:g}")
            yield say(
                "proposed-term",
                lang,
                **{**one._asdict(), "z": f"{one.z:.1f}", "weight": str(one.weight)},
                known=there,
                example=one.examples[0],
            )


def _make_records(proposed: _Proposed, known: Mapping[str, Mapping[str, float]]) -> list[dict[str, object]]:
    return [
        {
            "domain": name,
            **one._asdict(),
            "z": round(one.z, 2),
            "known": known[name].get(fold_words(one.term)),
        }
        for name, terms in proposed.items()
        for one in terms
    ]


def _write_pack(
    proposed: _Proposed, known: Mapping[str, Mapping[str, float]], sentences: Sequence[Labelled]
) -> Iterator[str]:
    """Yield a pack with the terms that are new or weigh differently, each with its evidence as a comment."""
    yield "# 由 rules learn-terms 提出，请逐词核对后使用。"
    yield "policytext: 1"
    yield "pack: proposed-terms"
    yield "domains:"
    for name, terms in proposed.items():
        changed = [one for one in terms if known[name].get(fold_words(one.term)) != one.weight]
        if not changed:
            continue
        yield from ([f"  - extends: {name}"] if known[name] else _open_domain(name))
        yield "    terms:"
        for weight in sorted({one.weight for one in changed}, reverse=True):
            yield f"      {weight}:"
            for one in changed:
                if one.weight == weight:
                    yield f"        - {quote(one.term)}  # 本领域 {one.inside} 句，其他 {one.outside} 句，z = {one.z:.1f}"
        if not known[name]:
            yield from _write_examples(name, changed[0], sentences)


def _open_domain(name: str) -> Iterator[str]:
    yield f"  - id: {name}"
    yield f"    title: {name}"
    yield "    description: 请写明什么属于它，什么不属于它。"


def _write_examples(name: str, term: ProposedTerm, sentences: Sequence[Labelled]) -> Iterator[str]:
    other = next((text for text, label in sentences if label is None), None)
    yield "    tests:"
    yield f"      - {quote(f'{term.examples[0]} => {name}')}"
    yield f"      - {quote(f'{other or chr(30002)} => none')}"
