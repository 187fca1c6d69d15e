"""The keys of a rule file: the values and the purpose of each.

This table is the source of both the validator and the JSON Schema.

>>> [field.name for field in PACK.fields][:3]
['policytext', 'pack', 'title']
"""

from policytext.rulebook.common_keys import (
    COMMON,
    CONFIDENCE,
    NAME,
    PLACES_OF_HITS,
    PROFILES,
    SAFETIES,
    SEVERITIES,
    SLUG,
    WORD,
    WORDS,
)
from policytext.rulebook.domain_keys import DOMAIN, EXTENSION
from policytext.rulebook.lists import LISTS
from policytext.rulebook.schema import Either, Field, Flag, ListOf, MapOf, Number, Record, Text

LINT = Record(
    "lint rule",
    (
        Field("id", NAME, True, "The name of the rule, family/slug; it never changes."),
        Field("title", Text(), True, "The problem, in one short line."),
        Field("title-en", Text(), about="The same in English, for messages in English."),
        Field("severity", Text(choices=SEVERITIES), about="The severity; warning by default."),
        Field("confidence", Number(0, 1, words=CONFIDENCE), about="The share of hits that are errors."),
        Field(
            "find",
            Either((ListOf(WORD, or_one=True), MapOf(Text(), Text(may_be_empty=True)))),
            True,
            "A phrase, a list of phrases, or a map `wrong: right`.",
        ),
        Field("replace", Text(may_be_empty=True), about="The replacement; {name} stands for a capture."),
        Field(
            "fix",
            Text(choices=SAFETIES),
            about="Whether --fix applies the replacement; unsafe by default.",
        ),
        Field(
            "message",
            Text(),
            about="The message, with {match}, {fix} and captures in braces; the title by default.",
        ),
        Field(
            "at",
            Text(choices=PLACES_OF_HITS),
            about="`word`: a hit does not count where the characters around it form other words: 年末|能源 has no "
            "末能. `anywhere` by default, unless the pack says otherwise.",
        ),
        *COMMON,
        Field(
            "profiles",
            ListOf(Text(choices=PROFILES), or_one=True),
            about="The standards that the rule belongs to; all by default.",
        ),
        Field("enabled", Flag(), about="`no` for a rule that runs only when it is selected."),
        Field("why", Text(), about="Why it is an error."),
        Field("source", Text(), about="The standard or dictionary that it is based on."),
        Field(
            "record",
            Text(),
            about="The number of hits on clean official texts, and how many of them were errors.",
        ),
        Field(
            "tests",
            ListOf(Text()),
            True,
            "Sentences. <<wrong=>right>> or <<wrong>> marks a hit; a sentence without a mark has none.",
        ),
    ),
    "One likely mistake.",
)

_WANT = Either((MapOf(Text(), Text(may_be_empty=True)), Text(choices=("none",))))
EXTRACT_TEST = Record(
    "extract test",
    (
        Field("text", Text(), True, "A sentence."),
        Field("want", _WANT, True, "The expected text of each capture, or none."),
    ),
)

EXTRACT = Record(
    "extract rule",
    (
        Field("id", NAME, True, "The name of the rule, family/slug."),
        Field("title", Text(), True, "What the rule finds."),
        Field("find", WORDS, True, "A phrase or a list of phrases with {name:type} captures."),
        Field("give", MapOf(Text(), Text()), about="Attributes of all results."),
        *COMMON,
        Field("tests", ListOf(EXTRACT_TEST), True, "Sentences with the expected captures."),
    ),
    "A statement whose parts are captured by name.",
)

TARGETS_TEST = Record(
    "targets test",
    (
        Field("text", Text(), True, "A sentence, or a short text."),
        Field(
            "want",
            _WANT,
            about="The expected first figure: value, unit, comparator, change, status, date, "
            "role (of the date), binding, indicator (its name); or none.",
        ),
        Field(
            "measure",
            MapOf(Text(), Text(may_be_empty=True)),
            about="The expected first commitment: verb, actor, supporting, strength, date.",
        ),
        Field(
            "measures",
            ListOf(Text()),
            about="The texts of the expected commitments, in reading order; none if empty.",
        ),
    ),
    "An example for the lists of a pack, with the expected result of the extraction.",
)

PACK = Record(
    "pack",
    (
        Field("policytext", Text(choices=("1",)), True, "The version of the rule language."),
        Field("pack", Text(form=SLUG, example="my-rules"), True, "The pack's name."),
        Field("title", Text(), about="The pack in words."),
        Field("description", Text(), about="The purpose of the pack."),
        Field("off", ListOf(Text(), or_one=True), about="Rules or families of earlier packs to disable."),
        Field(
            "slots",
            MapOf(Text(form=r"\w{1,20}", example="部门"), ListOf(WORD)),
            about="Word classes of the pack, used as {部门} in phrases.",
        ),
        Field(
            "lists",
            LISTS,
            about="Word lists and tables for the analysers; a list may be written in groups.",
        ),
        Field(
            "at", Text(choices=PLACES_OF_HITS), about="The `at` of the pack's lint rules without their own."
        ),
        Field("lint", ListOf(LINT), about="Likely mistakes."),
        Field(
            "domains",
            ListOf(Either((DOMAIN, EXTENSION))),
            about="Fields of policy with weighted terms, or changes of one that exists (`extends: social`).",
        ),
        Field("extract", ListOf(EXTRACT), about="Rules that extract statements."),
        Field("targets", ListOf(TARGETS_TEST), about="Examples for the lists of the target extraction."),
    ),
    "A file of rules.",
)


def list_places(key: str) -> list[str]:
    """Return the parts of a rule file that have a key: `pack` for the file itself, or its lists of rules.

    >>> list_places("unless"), list_places("slots"), list_places("sevrity")
    (['lint', 'domains', 'extract'], ['pack'], [])
    """
    parts = {"pack": (PACK,), "lint": (LINT,), "domains": (DOMAIN, EXTENSION), "extract": (EXTRACT,)}
    return [
        name
        for name, records in parts.items()
        if any(field.name == key for record in records for field in record.fields)
    ]
