"""Every sentence that the program says to a person, in Chinese and English.

One line a message: its key, the Chinese, the English. The keys of errors are the ``error.code`` of the JSON.

>>> say("missing", "zh")
'没有这个文件（请检查文件名）'
"""

from typing import Literal

from policytext.messages.findings import FINDINGS
from policytext.messages.general import GENERAL
from policytext.messages.packs import PACKS
from policytext.messages.rules import RULES

Lang = Literal["zh", "en"]

MESSAGES: dict[str, tuple[str, str]] = {**GENERAL, **RULES, **PACKS, **FINDINGS}


def say(key: str, lang: Lang, **values: object) -> str:
    """The message `key` in `lang`, its braces filled from `values`."""
    chinese, english = MESSAGES[key]
    return (chinese if lang == "zh" else english).format(**values)
