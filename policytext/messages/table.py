"""All messages by their keys; imported when the first one is written, since many runs write none."""

from policytext.messages.common import COMMON
from policytext.messages.corpus import CORPUS
from policytext.messages.domains import DOMAINS
from policytext.messages.extract import EXTRACT
from policytext.messages.help import HELP
from policytext.messages.lint import LINT
from policytext.messages.outline import OUTLINE
from policytext.messages.reading import READING
from policytext.messages.rulebook import RULEBOOK
from policytext.messages.rulebook_domains import RULEBOOK_DOMAINS
from policytext.messages.rulebook_examples import RULEBOOK_EXAMPLES
from policytext.messages.rulebook_patterns import RULEBOOK_PATTERNS
from policytext.messages.rules import RULES
from policytext.messages.settings import SETTINGS
from policytext.messages.stats import STATS
from policytext.messages.targets import TARGETS
from policytext.messages.text import TEXT

MESSAGES: dict[str, tuple[str, str]] = {
    **COMMON,
    **READING,
    **SETTINGS,
    **TEXT,
    **OUTLINE,
    **DOMAINS,
    **TARGETS,
    **EXTRACT,
    **LINT,
    **STATS,
    **CORPUS,
    **RULES,
    **RULEBOOK,
    **RULEBOOK_DOMAINS,
    **RULEBOOK_PATTERNS,
    **RULEBOOK_EXAMPLES,
    **HELP,
}
