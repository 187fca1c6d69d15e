"""Every sentence that the program says to a person, in Chinese and English.

One line a message: its key, the Chinese, the English. The keys of errors are the ``error.code`` of the JSON.

>>> say("missing", "zh")
'没有这个文件（请检查文件名）'
"""

from typing import Literal

Lang = Literal["zh", "en"]

MESSAGES: dict[str, tuple[str, str]] = {
    # reading
    "missing": ("没有这个文件（请检查文件名）", "no such file (check the name)"),
    "undecodable": (
        "不是有效的 {encoding} 文本（用 --encoding 指定编码，如 gb18030、big5）",
        "not valid {encoding} text (name the encoding with --encoding, for example gb18030 or big5)",
    ),
}


def say(key: str, lang: Lang, **values: object) -> str:
    """The message `key` in `lang`, its braces filled from `values`."""
    chinese, english = MESSAGES[key]
    return (chinese if lang == "zh" else english).format(**values)
