"""The keys of a rule file: every one, with what it may hold and what it is for.

The validator and the JSON Schema are both made from this table.

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
CONFIDENCE = (("high", 0.95), ("medium", 0.8), ("low", 0.5))
# Weights say how much one term tells: 3 names the domain, 2 is typical, 1 is weak, 0 is only counted.
HEAVIEST = 9

_WORD = Text()
_WORDS = ListOf(_WORD, or_one=True)
_NAME = Text(form=RULE_NAME, example="typo/account")
_NAMES = ListOf(_NAME, or_one=True)
_DOMAIN_NAME = Text(form=SLUG, example="my-domain")
_UNLESS_MAP = Record(
    "unless",
    (
        Field("inside", _WORDS, about="Longer phrases; a hit that lies inside one of them is dropped."),
        Field("sentence", _WORDS, about="Phrases that drop every hit in their sentence."),
    ),
)
_UNLESS = Either((ListOf(_WORD, or_one=True), _UNLESS_MAP))
_TERMS = MapOf(Number(0, HEAVIEST), ListOf(_WORD))

# What every kind of rule knows.
_COMMON = (
    Field(
        "unless",
        _UNLESS,
        about="Phrases that cancel a hit. One that contains what is looked for cancels the hit "
        "inside it; any other one cancels the hits of its sentence. `*` stands for anything in the sentence.",
    ),
    Field("in", ListOf(Text(choices=PLACES), or_one=True), about="Where in the document the rule looks."),
    Field(
        "script",
        Text(choices=SCRIPTS),
        about="`any`: a rule written in Simplified matches Traditional text too. "
        "`exact`: only the very characters. By default phrases are `any`, regular expressions `exact`.",
    ),
    Field(
        "aliases",
        ListOf(Text(), or_one=True),
        about="Names that the rule had before; they select it for ever.",
    ),
    Field("override", Flag(), about="Replaces the rule of the same name in an earlier pack."),
)

LINT = Record(
    "lint rule",
    (
        Field("id", _NAME, True, "The rule's one name, family/slug; never changed."),
        Field("title", Text(), True, "What is wrong, in one short line."),
        Field("severity", Text(choices=SEVERITIES), about="How bad it is; warning if nothing is said."),
        Field("confidence", Number(0, 1, words=CONFIDENCE), about="How sure a hit is an error."),
        Field(
            "find",
            Either((ListOf(_WORD, or_one=True), MapOf(Text(), Text(may_be_empty=True)))),
            True,
            "A phrase, a list of phrases, or a map `wrong: right`.",
        ),
        Field(
            "replace", Text(may_be_empty=True), about="What to write instead; {name} stands for a capture."
        ),
        Field(
            "fix",
            Text(choices=SAFETIES),
            about="Whether --fix may write the replacement; unsafe if nothing is said.",
        ),
        Field(
            "message",
            Text(),
            about="The sentence shown; {match}, {fix} and captures in braces. The title if left out.",
        ),
        *_COMMON,
        Field(
            "profiles",
            ListOf(Text(choices=PROFILES), or_one=True),
            about="Whose standard it is; all if left out.",
        ),
        Field("enabled", Flag(), about="`no` for a rule that runs only when it is selected."),
        Field("why", Text(), about="Why it is an error, for people who ask."),
        Field("source", Text(), about="The standard or dictionary behind it."),
        Field(
            "record",
            Text(),
            about="What was measured: hits on clean official texts, and how many were errors.",
        ),
        Field(
            "tests",
            ListOf(Text()),
            True,
            "Sentences. <<wrong=>right>> or <<wrong>> marks what must be hit; without a mark: silence.",
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
    "A part of a domain with terms of its own; they count for the domain too.",
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
        Field("threshold", Number(0, 99), about="The least score of a sentence that is assigned to it."),
        Field(
            "background",
            Flag(),
            about="`yes` for what no domain means. Its terms hide shorter terms of the domains inside them, "
            "and a sentence that it wins has no domain.",
        ),
        *_COMMON,
        Field("tests", ListOf(Text()), True, "Sentences: `sentence => domain` or `sentence => none`."),
    ),
    "A field of policy that sentences and sections are assigned to.",
)

_WANT = Either((MapOf(Text(), Text(may_be_empty=True)), Text(choices=("none",))))
EXTRACT_TEST = Record(
    "extract test",
    (
        Field("text", Text(), True, "A sentence."),
        Field("want", _WANT, True, "What each capture must hold, or none."),
    ),
)

EXTRACT = Record(
    "extract rule",
    (
        Field("id", _NAME, True, "The rule's one name, family/slug."),
        Field("title", Text(), True, "What it finds."),
        Field("find", _WORDS, True, "A phrase or a list of phrases with {name:type} captures."),
        Field("give", MapOf(Text(), Text()), about="Attributes of everything that it finds."),
        *_COMMON,
        Field("tests", ListOf(EXTRACT_TEST), True, "Sentences with what must be found."),
    ),
    "A statement whose parts are named by captures.",
)

TARGETS_TEST = Record(
    "targets test",
    (
        Field("text", Text(), True, "A sentence, or a short text."),
        Field(
            "want",
            _WANT,
            about="What the first figure must be: value, unit, comparator, change, status, date, "
            "role (of the date), binding, indicator (its name); or none.",
        ),
        Field(
            "measure",
            MapOf(Text(), Text(may_be_empty=True)),
            about="What the first commitment must be: verb, actor, supporting, strength, date.",
        ),
        Field("measures", ListOf(Text()), about="The commitments in words, in reading order; none if empty."),
    ),
    "An example for the lists of a pack: what the extraction must make of it.",
)

PACK = Record(
    "pack",
    (
        Field("policytext", Text(choices=("1",)), True, "The version of the rule language."),
        Field("pack", Text(form=SLUG, example="my-rules"), True, "The pack's name."),
        Field("title", Text(), about="The pack in words."),
        Field("description", Text(), about="What it is for."),
        Field("off", ListOf(Text(), or_one=True), about="Rules or families of earlier packs to switch off."),
        Field(
            "slots",
            MapOf(Text(form=r"\w{1,20}", example="部门"), ListOf(_WORD)),
            about="Word classes of one's own, used as {部门} in phrases.",
        ),
        Field(
            "lists",
            LISTS,
            about="Word lists and tables for the analysers; a list may be written in groups.",
        ),
        Field("lint", ListOf(LINT), about="Likely mistakes."),
        Field("domains", ListOf(DOMAIN), about="Fields of policy with weighted terms."),
        Field("extract", ListOf(EXTRACT), about="Statements to take apart."),
        Field(
            "targets", ListOf(TARGETS_TEST), about="Examples for lists that the extraction of targets reads."
        ),
    ),
    "A file of rules.",
)
