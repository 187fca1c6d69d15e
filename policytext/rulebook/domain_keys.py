"""The keys of a domain in a rule file, and of the changes of a domain of another pack.

>>> [field.name for field in EXTENSION.fields][:3]
['extends', 'terms', 'topics']
"""

from policytext.rulebook.common_keys import COMMON, SLUG, UNLESS, WORD, WORDS
from policytext.rulebook.schema import Field, Flag, ListOf, MapOf, Number, Record, Text

# Weights of terms: 3 names the domain, 2 is typical, 1 is weak, 0 only counts the term.
HEAVIEST = 3
DOMAIN_NAME = Text(form=SLUG, example="my-domain")
TERMS = MapOf(Number(0, HEAVIEST, code="rule-weight"), ListOf(WORD))

TOPIC = Record(
    "topic",
    (
        Field("id", DOMAIN_NAME, True, "The topic's name inside its domain."),
        Field("title", Text(), True, "The topic in words."),
        Field("description", Text(), about="What belongs to it."),
        Field("terms", TERMS, True, "weight: [terms]."),
    ),
    "A part of a domain with its own terms, which also count for the domain.",
)

DOMAIN = Record(
    "domain",
    (
        Field("id", DOMAIN_NAME, True, "The domain's name."),
        Field("title", Text(), True, "The domain in words."),
        Field("description", Text(), True, "What belongs to it, and what does not."),
        Field(
            "terms", TERMS, about="weight: [terms]. 3 names the domain, 2 typical, 1 weak, 0 counted only."
        ),
        Field("topics", ListOf(TOPIC), about="Its sub-topics."),
        Field("threshold", Number(0, 99), about="The least score of a sentence of this domain."),
        Field(
            "background",
            Flag(),
            about="`yes` for text of no domain. Its terms hide the shorter terms of domains inside them, "
            "and a sentence in which it scores highest has no domain.",
        ),
        *COMMON,
        Field("tests", ListOf(Text()), True, "Sentences: `sentence => domain` or `sentence => none`."),
    ),
    "A field of policy to which sentences and sections are assigned.",
)

EXTENDED_TOPIC = Record(
    "extended topic",
    (
        Field("id", DOMAIN_NAME, True, "The name of a topic of the domain, or of a new one."),
        Field("title", Text(), about="The topic in words; a new topic needs it."),
        Field("description", Text(), about="What belongs to it."),
        Field("terms", TERMS, True, "weight: [terms]."),
    ),
    "Terms of one topic.",
)

EXTENSION = Record(
    "extension",
    (
        Field("extends", Text(), True, "The name or title of a domain of another pack."),
        Field(
            "terms",
            TERMS,
            about="weight: [terms] to add; a term that the domain has already gets the new weight.",
        ),
        Field("topics", ListOf(EXTENDED_TOPIC), about="Terms to add by topic; a new topic needs a title."),
        Field("remove", WORDS, about="Terms of the domain that no longer count."),
        Field("unless", UNLESS, about="Phrases to add to those that cancel a hit."),
        Field("threshold", Number(0, 99), about="The least score of a sentence of this domain."),
        Field("override", Flag(), about="`yes` to change a term again that an earlier pack has changed."),
        Field("tests", ListOf(Text()), about="Sentences: `sentence => domain` or `sentence => none`."),
    ),
    "Changes of a domain of another pack: terms added, removed or weighed differently.",
)
