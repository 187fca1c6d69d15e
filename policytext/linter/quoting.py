"""Messages that quote the wrong words and the right ones, in both languages.

A check or a rule says what is wrong. Whatever its message does not quote is added here, so that a message can be read
without its text: in an annotation of a build server, in a table, in a comment of a Word document.

>>> from policytext.model.annotations import Edit, Fix
>>> from policytext.model.document import Span
>>> fix = Fix("unsafe", (Edit(Span(2, 4), "账户"),))
>>> finding = Finding("typo/x", "error", 1.0, Message("疑为别字", "a typo"), None, Span(2, 4), "帐户", fix=fix)
>>> quote_words(finding).message
Message(zh='疑为别字：“帐户”改为“账户”', en='a typo: “帐户” should be “账户”')
"""

from unicodedata import category

from policytext.model.annotations import Finding, Message
from policytext.text.display import join_lines
from policytext.text.edits import find_replacement

#: Characters shown of each end of long words.
_ENDS = 10
_QUOTES = frozenset("“”")
#: The categories of characters that nobody can see: controls, formats, private use.
_SHAPELESS = ("Cc", "Cf", "Co", "Cn")


def quote_words(finding: Finding) -> Finding:
    """Return the finding with a message that quotes its words and, if a fix changes them, their replacement."""
    old, new = finding.text, find_replacement(finding)
    if not old and not new:
        return finding
    message = finding.message
    zh, en = _describe(old, new, message.zh, message.en)
    return finding._replace(message=Message(message.zh + zh, message.en + en))


def _describe(old: str, new: str | None, zh: str, en: str) -> tuple[str, str]:
    """Return what the messages lack: the words, the replacement, both, or nothing."""
    wrong = _quote(old)
    if new is None:
        return "" if _has(zh, old) else f"：{wrong}", "" if _has(en, old) else f": {wrong}"
    right = _quote(new)
    if not old:
        return f"：应加{right}", f": add {right}"
    if not new:
        return f"：删去{wrong}", f": delete {wrong}"
    return (
        _complete(zh, old, new, f"：{wrong}改为{right}", f"，改为{right}"),
        _complete(en, old, new, f": {wrong} should be {right}", f", should be {right}"),
    )


def _complete(message: str, old: str, new: str, both: str, right: str) -> str:
    if not _has(message, old):
        return both
    # 的的 has 的, so the words themselves do not count.
    return "" if _has(message.replace(shorten_words(old), ""), new) else right


def _quote(words: str) -> str:
    """Return words in quotation marks that they do not hold themselves."""
    shown = shorten_words(words)
    return f"「{shown}」" if set(shown) & _QUOTES else f"“{shown}”"


def shorten_words(words: str) -> str:
    """Return words on one line, of long ones both ends; characters without a shape are written as their codes.

    >>> shorten_words("\u200b"), shorten_words(" "), shorten_words("一二三四五六七八九十一二三四五六七八九十一二三四")
    ('U+200B', '␣', '一二三四五六七八九十…五六七八九十一二三四')
    """
    line = join_lines(words).replace(" ", "␣") if words.isspace() else join_lines(words)
    line = "".join([f"U+{ord(sign):04X}" if category(sign) in _SHAPELESS else sign for sign in line])
    return line if len(line) <= 2 * _ENDS + 2 else f"{line[:_ENDS]}…{line[-_ENDS:]}"


def _has(message: str, words: str) -> bool:
    """Return whether a message has the words; without a Chinese character they must be in quotation marks."""
    shown = shorten_words(words)
    return (
        shown in message if any("\u3400" <= sign <= "\u9fff" for sign in shown) else f"“{shown}”" in message
    )
