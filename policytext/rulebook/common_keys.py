"""The keys that every kind of rule has, and the values that several keys allow.

>>> [field.name for field in COMMON]
['unless', 'in', 'script', 'aliases', 'override']
"""

from policytext.rulebook.schema import Either, Field, Flag, ListOf, Record, Text

RULE_NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*"
SLUG = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"

SEVERITIES = ("error", "warning", "info")
PLACES = ("title", "heading", "body", "article", "appendix", "table")
PROFILES = ("mainland", "tw", "hk")
SCRIPTS = ("any", "exact")
SAFETIES = ("safe", "unsafe")
PLACES_OF_HITS = ("word", "anywhere")
CONFIDENCE = (("high", 0.95), ("medium", 0.8), ("low", 0.5))

WORD = Text()
WORDS = ListOf(WORD, or_one=True)
NAME = Text(form=RULE_NAME, example="typo/account")
_UNLESS_MAP = Record(
    "unless",
    (
        Field("inside", WORDS, about="Longer phrases that cancel a hit inside them."),
        Field("sentence", WORDS, about="Phrases that cancel every hit in their sentence."),
    ),
)
UNLESS = Either((ListOf(WORD, or_one=True), _UNLESS_MAP))

# The keys of every kind of rule.
COMMON = (
    Field(
        "unless",
        UNLESS,
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
