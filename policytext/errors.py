"""The errors of the package, each with a message of one line that names the file and the remedy.

>>> print(ReadError("missing", path="计划.txt").render("en"))
计划.txt: no such file (check the name)
>>> print(ReadError("undecodable-text", path="a.txt", line=3, encoding="utf-8").render("zh"))
a.txt:3: 不是有效的 utf-8 文本（用 --encoding 指定编码，如 gb18030、big5）
"""

from collections.abc import Callable
from typing import Any

from policytext.messages import Lang, say


class PolicytextError(Exception):
    """An error that the user can correct, with a code for programs and a file and line for people.

    Args:
        code: the message's key in ``policytext.messages`` and the ``error.code`` of the JSON.
        path: the file as the user named it; empty where there is none.
        line: the line in it, from 1, where one is known.
        values: the values for the braces of the message.
    """

    def __init__(self, code: str, *, path: str = "", line: int | None = None, **values: object) -> None:
        self.code = code
        self.path = path
        self.line = line
        self.values = values
        super().__init__(code)

    def __str__(self) -> str:
        # A traceback must not send control characters to a terminal either.
        return self.render("en", lambda path: path if path.isprintable() else repr(path))

    def __reduce__(self) -> tuple[Any, ...]:
        # Pickle rebuilds an exception from its arguments, which here are not its message.
        return _rebuild, (type(self), self.code, self.path, self.line, self.values)

    def message(self, lang: Lang) -> str:
        """Return the problem and the remedy, without the place."""
        return say(self.code, lang, **self.values)

    def render(self, lang: Lang, format_path: Callable[[str], str] = str) -> str:
        """Return ``PATH[:LINE]: problem (remedy)``.

        Args:
            lang: the language of the message.
            format_path: makes the path printable.
        """
        path = format_path(self.path) if self.path else ""
        place = path if self.line is None else f"{path}:{self.line}"
        return f"{place}: {self.message(lang)}" if place else self.message(lang)


def _rebuild(
    kind: type[PolicytextError], code: str, path: str, line: int | None, values: dict[str, Any]
) -> PolicytextError:
    return kind(code, path=path, line=line, **values)


class ReadError(PolicytextError):
    """An input that is missing, unreadable, undecodable or of an unsupported type."""


class ConfigError(PolicytextError):
    """An option, setting or configuration file that is not valid."""


class RuleError(PolicytextError):
    """A rule file, or one rule in it, that is not valid; the other rules can still be used."""

    def with_place(self, path: str = "", line: int | None = None) -> "RuleError":
        """Return the same error with the file and line added where they are missing."""
        values: Any = self.values
        return RuleError(self.code, path=self.path or path, line=self.line or line, **values)
