"""The keys of a rule file: the values and the purpose of each.

This table is the source of both the validator and the JSON Schema.

>>> [field.name for field in PACK.fields][:3]
['policytext', 'pack', 'title']
"""

from policytext.rulebook.lists import LISTS
from policytext.rulebook.schema import Either, Field, Flag, ListOf, MapOf, Number, Record, Text

RULE_NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*"
SLUG = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"

SEVERITIES = ("error", "warning", "info")
PLACES = ("title", "heading", "body", "article", "appendix", "table")
PROFILES = ("mainland", "tw", "hk")
SCRIPTS = ("any", "exact")
SAFETIES = ("safe", "unsafe")
PLACES_OF_HITS = ("word", "anywhere")
CONFIDENCE = (("high", 0.95), ("medium", 0.8), ("low", 0.5))
# Weights of terms: 3 names the domain, 2 is typical, 1 is weak, 0 only counts the term.
HEAVIEST = 9

_WORD = Text()
_WORDS = ListOf(_WORD, or_one=True)
_NAME = Text(form=RULE_NAME, example="typo/account")
_NAMES = ListOf(_NAME, or_one=True)
_DOMAIN_NAME = Text(form=SLUG, example="my-domain")
_UNLESS_MAP = Record(
    "unless",
    (
        Field("inside", _WORDS, about="Longer phrases that cancel a hit inside them."),
        Field("sentence", _WORDS, about="Phrases that cancel every hit in their sentence."),
    ),
)
_UNLESS = Either((ListOf(_WORD, or_one=True), _UNLESS_MAP))
_TERMS = MapOf(Number(0, HEAVIEST), ListOf(_WORD))

# The keys of every kind of rule.
_COMMON = (
    Field(
        "unless",
        _UNLESS,
        about="Phrases that cancel a hit. A phrase that contains the text of `find` cancels the hit "
        "inside it; any other phrase cancels all hits in its sentence. `*` stands for any text in the sentence.",
    ),
    Field(
        "in",
        ListOf(Text(choices=PLACES), or_one=True),
        about="The parts of the document to which the rule applies.",
    ),
    Field(
        "script",
        Text(choices=SCRIPTS),
        about="`any`: a rule written in Simplified matches Traditional text too. "
        "`exact`: only the characters as written. By default phrases are `any`, regular expressions `exact`.",
    ),
    Field(
        "aliases",
        ListOf(Text(), or_one=True),
        about="Former names of the rule, which still select it.",
    ),
    Field("override", Flag(), about="Replaces the rule of the same name in an earlier pack."),
)

LINT = Record(
    "lint rule",
    (
        Field("id", _NAME, True, "The name of the rule, family/slug; it never changes."),
        Field("title", Text(), True, "The problem, in one short line."),
        Field("title-en", Text(), about="The same in English, for messages in English."),
        Field("severity", Text(choices=SEVERITIES), about="The severity; warning by default."),
        Field("confidence", Number(0, 1, words=CONFIDENCE), about="The share of hits that are errors."),
        Field(
            "find",
            Either((ListOf(_WORD, or_one=True), MapOf(Text(), Text(may_be_empty=True)))),
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
        *_COMMON,
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

TOPIC = Record(
    "topic",
    (
        Field("id", _DOMAIN_NAME, True, "The topic's name inside its domain."),
        Field("title", Text(), True, "The topic in words."),
        Field("description", Text(), about="What belongs to it."),
        Field("terms", _TERMS, True, "weight: [terms]."),
    ),
    "A part of a domain with its own terms, which also count for the domain.",
)

DOMAIN = Record(
    "domain",
    (
        Field("id", _DOMAIN_NAME, True, "The domain's name."),
        Field("title", Text(), True, "The domain in words."),
        Field("description", Text(), True, "What belongs to it, and what does not."),
        Field(
            "terms", _TERMS, about="weight: [terms]. 3 names the domain, 2 typical, 1 weak, 0 counted only."
        ),
        Field("topics", ListOf(TOPIC), about="Its sub-topics."),
        Field("threshold", Number(0, 99), about="The least score of a sentence of this domain."),
        Field(
            "background",
            Flag(),
            about="`yes` for text of no domain. Its terms hide the shorter terms of domains inside them, "
            "and a sentence in which it scores highest has no domain.",
        ),
        *_COMMON,
        Field("tests", ListOf(Text()), True, "Sentences: `sentence => domain` or `sentence => none`."),
    ),
    "A field of policy to which sentences and sections are assigned.",
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
        Field("id", _NAME, True, "The name of the rule, family/slug."),
        Field("title", Text(), True, "What the rule finds."),
        Field("find", _WORDS, True, "A phrase or a list of phrases with {name:type} captures."),
        Field("give", MapOf(Text(), Text()), about="Attributes of all results."),
        *_COMMON,
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
            MapOf(Text(form=r"\w{1,20}", example="部门"), ListOf(_WORD)),
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
        Field("domains", ListOf(DOMAIN), about="Fields of policy with weighted terms."),
        Field("extract", ListOf(EXTRACT), about="Rules that extract statements."),
        Field("targets", ListOf(TARGETS_TEST), about="Examples for the lists of the target extraction."),
    ),
    "A file of rules.",
)
