"""The messages: none is written twice, unused or missing, and both languages say the same with the right plurals."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from policytext.messages import say
from policytext.messages.table import MESSAGES

PACKAGE = Path(__file__).resolve().parents[1] / "policytext"

#: Keys that the program puts together from a name and an ending that no string of its own shows.
COMPOSED = (r".+-near", r"wrong-type-.+", r"rule-want-.+", r"rule-no-(hit|silent)-example-domain")
#: Functions whose first argument is a key.
_TAKING_KEYS = ("say", "PolicytextError", "ReadError", "ConfigError", "RuleError")
#: A count directly before a word, which would have to agree with it.
_BARE_COUNT = re.compile(
    r"\{(?:count|files|parts|rules|findings|places|documents|examples|lines|texts)\} (\w+)"
)
#: Words that are the same after one and after many.
_UNCHANGED = ("failed", "of", "more", "fixable")


@cache
def trees() -> tuple[ast.Module, ...]:
    files = (path for path in sorted(PACKAGE.rglob("*.py")) if path.parent.name != "messages")
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in files)


def nodes() -> Iterator[ast.AST]:
    for tree in trees():
        yield from ast.walk(tree)


def fields(template: str) -> dict[str, str]:
    """The placeholders of a message, each with its format."""
    return {name: form or "" for _, name, form, _ in Formatter().parse(template) if name}


def keys_written() -> Iterator[str]:
    for path in sorted((PACKAGE / "messages").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Dict):
                for key, value in zip(node.keys, node.values, strict=True):
                    if isinstance(key, ast.Constant) and isinstance(value, ast.Tuple):
                        yield str(key.value)


def test_no_key_is_written_twice() -> None:
    assert [key for key, count in Counter(keys_written()).items() if count > 1] == []
    assert set(keys_written()) == set(MESSAGES)


def test_every_message_is_used() -> None:
    used: set[object] = set()
    patterns = [re.compile(pattern) for pattern in COMPOSED]
    for node in nodes():
        if isinstance(node, ast.Constant):
            used.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
            if isinstance(parts[0], str) and re.fullmatch(r"[a-z]+(-[a-z]+)*-", parts[0]):
                patterns.append(re.compile("".join(".+" if part is None else str(part) for part in parts)))
    assert [key for key in MESSAGES if key not in used and not any(p.fullmatch(key) for p in patterns)] == []


def test_no_message_is_missing() -> None:
    missing = []
    for node in nodes():
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
            if name in _TAKING_KEYS and node.args[0].value not in MESSAGES:
                missing.append(node.args[0].value)
    assert missing == []


def test_both_languages_name_the_same_values() -> None:
    # A reason that exists in both languages comes twice, as reason_zh and reason_en.
    names = {
        key: [{name.removesuffix("_zh").removesuffix("_en") for name in fields(text)} for text in texts]
        for key, texts in MESSAGES.items()
    }
    assert [key for key, (chinese, english) in names.items() if chinese != english] == []


@pytest.mark.parametrize("count", [1, 2])
def test_english_nouns_agree_with_their_counts(count: int) -> None:
    wrong = []
    for key, (_, english) in MESSAGES.items():
        forms = fields(english)
        values = {name: count if form else "x" for name, form in forms.items()}
        shown = say(key, "en", **values)
        nouns = [form.split("|")[count > 1] for form in forms.values() if "|" in form]
        wrong += [key for noun in nouns if f"{count} {noun}" not in shown]
        wrong += [key for word in _BARE_COUNT.findall(english) if word not in _UNCHANGED]
    assert wrong == []


def test_only_english_has_plurals() -> None:
    assert [
        key for key, (chinese, _) in MESSAGES.items() if any("|" in form for form in fields(chinese).values())
    ] == []
