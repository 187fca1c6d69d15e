"""What can go wrong, each told in one line that points at a file.

>>> print(ReadError("missing", path="计划.txt").render("en"))
计划.txt: no such file (check the name)
>>> print(ReadError("undecodable", path="a.txt", line=3, encoding="utf-8").render("zh"))
a.txt:3: 不是有效的 utf-8 文本（用 --encoding 指定编码，如 gb18030、big5）
"""

from collections.abc import Callable
from typing import Any

from policytext.messages import Lang, say


class PolicytextError(Exception):
    """A fault the user can mend: a code for programs, a file and line for people.

    Args:
        code: the message's key in ``policytext.messages`` and the ``error.code`` of the JSON.
        path: the file as the user named it; empty where there is none.
        line: the line in it, from 1, where one is known.
        values: what the message's template names in braces.
    """

    def __init__(self, code: str, *, path: str = "", line: int | None = None, **values: object) -> None:
        self.code = code
        self.path = path
        self.line = line
        self.values = values
        # A traceback is seen by a person, too.
        super().__init__(self.render("en", lambda path: path if path.isprintable() else repr(path)))

    def __reduce__(self) -> tuple[Any, ...]:
        # An exception is made anew in another process from its arguments, which here are not its message.
        return _rebuild, (type(self), self.code, self.path, self.line, self.values)

    def message(self, lang: Lang) -> str:
        """What is wrong and what to do, without the place."""
        return say(self.code, lang, **self.values)

    def render(self, lang: Lang, named: Callable[[str], str] = str) -> str:
        """``PATH[:LINE]: what is wrong (what to do)``, the path as `named` shows it."""
        path = named(self.path) if self.path else ""
        place = path if self.line is None else f"{path}:{self.line}"
        return f"{place}: {self.message(lang)}" if place else self.message(lang)


def _rebuild(
    kind: type[PolicytextError], code: str, path: str, line: int | None, values: dict[str, Any]
) -> PolicytextError:
    return kind(code, path=path, line=line, **values)


class ReadError(PolicytextError):
    """An input that is missing, unreadable, undecodable or of a kind that can't be read."""


class ConfigError(PolicytextError):
    """A setting, option or configuration file that can't be understood."""


class RuleError(PolicytextError):
    """A rule file, or one rule in it, that can't be used; the others still can."""

    def with_place(self, path: str = "", line: int | None = None) -> "RuleError":
        """The same fault with the file and line that it lacks."""
        values: Any = self.values
        return RuleError(self.code, path=self.path or path, line=self.line or line, **values)
