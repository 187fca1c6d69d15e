"""Every message of the program, in Chinese and English: a file for each command and each kind of mistake.

An entry is the key, the Chinese and the English. The keys of errors are the ``error.code`` of the JSON.
English counts name both forms of their noun: ``{files:file|files}``.

>>> say("missing", "zh")
'没有这个文件（请检查文件名）'
"""

from typing import Literal

Lang = Literal["zh", "en"]


class _Count(int):
    """A number that its message may show with a noun: ``{files:file|files}`` is ``1 file`` or ``2 files``."""

    def __format__(self, form: str) -> str:
        one, plural, many = form.partition("|")
        return f"{int(self):,} {one if self == 1 else many}" if plural else super().__format__(form)


def say(key: str, lang: Lang, **values: object) -> str:
    """Return the message `key` in `lang`, its placeholders filled from `values`.

    >>> say("coverage-sentences", "en", count=1), say("coverage-sentences", "en", count=2)
    ('1 sentence', '2 sentences')
    """
    from policytext.messages.table import MESSAGES

    template = MESSAGES[key][0 if lang == "zh" else 1]
    counted = {name: _Count(value) if type(value) is int else value for name, value in values.items()}
    return template.format(**counted)
