"""Every sentence that the program says to a person, in Chinese and English.

One line a message: its key, the Chinese, the English. The keys of errors are the ``error.code`` of the JSON.

>>> say("missing", "zh")
'没有这个文件（请检查文件名）'
"""

from typing import Literal

from policytext.messages.common import COMMON
from policytext.messages.corpus import CORPUS
from policytext.messages.domains import DOMAINS
from policytext.messages.help import HELP
from policytext.messages.lint import LINT
from policytext.messages.outline import OUTLINE
from policytext.messages.reading import READING
from policytext.messages.rulebook import RULEBOOK
from policytext.messages.rulebook_examples import RULEBOOK_EXAMPLES
from policytext.messages.rulebook_patterns import RULEBOOK_PATTERNS
from policytext.messages.rules import RULES
from policytext.messages.settings import SETTINGS
from policytext.messages.stats import COLUMNS as STATS_COLUMNS
from policytext.messages.stats import STATS
from policytext.messages.targets import COLUMNS as TARGETS_COLUMNS
from policytext.messages.targets import TARGETS
from policytext.messages.text import TEXT

Lang = Literal["zh", "en"]

MESSAGES: dict[str, tuple[str, str]] = {
    **COMMON,
    **READING,
    **SETTINGS,
    **TEXT,
    **OUTLINE,
    **DOMAINS,
    **TARGETS,
    **LINT,
    **STATS,
    **CORPUS,
    **RULES,
    **RULEBOOK,
    **RULEBOOK_PATTERNS,
    **RULEBOOK_EXAMPLES,
    **HELP,
}
_COLUMNS = {**STATS_COLUMNS, **TARGETS_COLUMNS}


def say(key: str, lang: Lang, **values: object) -> str:
    """The message `key` in `lang`, its braces filled from `values`."""
    chinese, english = MESSAGES[key]
    return (chinese if lang == "zh" else english).format(**values)


def column_title(name: str, lang: Lang) -> str:
    """A table's column in the user's language; the key of the schema where there is no word for it.

    >>> column_title("value", "zh"), column_title("value", "en")
    ('数值', 'value')
    """
    return _COLUMNS.get(name, name) if lang == "zh" else name
