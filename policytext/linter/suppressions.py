"""Suppressed findings: listed in an ignore file with a reason, or recorded in a baseline.

>>> from policytext.model.annotations import Message
>>> from policytext.model.document import Span
>>> finding = Finding("typo/x", "error", 1.0, Message("", ""), None, Span(2, 4), "帐户", fingerprint="ab")
>>> entry = IgnoreEntry("typo", "加强帐户管理", "引文", "", None, ".policytext-ignore.yaml", 2)
>>> entry.covers(finding, "加强帐户管理。", "a.txt")
True
"""

import json
import os
from collections.abc import Iterable
from datetime import date
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from policytext.errors import ConfigError, RuleError
from policytext.model.annotations import Finding
from policytext.rulebook.schema import Field, ListOf, Record, Text
from policytext.rulebook.validation import read_record
from policytext.rulebook.yaml_reader import parse_yaml

_KEY = "policytext-baseline"
_VERSION = 1

_ENTRY = Record(
    "ignored finding",
    (
        Field("rule", Text(), True, "A rule or a family."),
        Field("sentence", Text(), True, "The text around the finding, quoted exactly."),
        Field("reason", Text(), True, "Why the text is correct."),
        Field("path", Text(), about="Only in files whose path matches; * stands for any characters."),
        Field(
            "until",
            Text(form=r"\d{4}-\d\d-\d\d", example="2030-12-31"),
            about="The last day on which the entry applies.",
        ),
    ),
    "A false positive or an accepted finding.",
)
_FILE = Record(
    "ignore file",
    (Field("ignore", ListOf(_ENTRY), True, "The findings to suppress."),),
    "Suppressed findings.",
)


class IgnoreEntry(NamedTuple):
    """One entry of an ignore file, with its file and line."""

    rule: str
    sentence: str
    reason: str
    path: str
    until: str | None
    file: str
    line: int

    def covers(self, finding: Finding, text: str, path: str) -> bool:
        """Return whether the finding matches the rule and path, and lies inside the quoted text."""
        if self.rule not in (finding.rule, finding.rule.partition("/")[0]):
            return False
        if self.path and not fnmatchcase(path.replace(os.sep, "/"), self.path):
            return False
        start, end = finding.span
        earliest = max(0, end - len(self.sentence))
        return text.find(self.sentence, earliest, start + len(self.sentence)) >= 0

    def is_expired(self, today: date) -> bool:
        """Return whether the last day of the entry is past."""
        return self.until is not None and self.until < today.isoformat()


def read_ignore_file(path: str) -> tuple[IgnoreEntry, ...]:
    """Read the entries of an ignore file.

    Raises:
        RuleError: the first fault in the file, with its line.
    """
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except UnicodeDecodeError:
        raise RuleError("rule-encoding", path=path) from None
    except OSError as error:
        raise RuleError("rule-unreadable", path=path, reason=error.strerror or "") from None
    faults: list[RuleError] = []
    try:
        node, _ = parse_yaml(text)
        values = read_record(node, _FILE, faults) if node.kind == "map" else {}
    except RuleError as fault:
        raise fault.with_place(path=path) from None
    if faults:
        raise faults[0].with_place(path=path)
    return tuple(_make_entry(entry, path) for entry in values.get("ignore", ()))


def _make_entry(values: dict[str, Any], path: str) -> IgnoreEntry:
    until = values.get("until")
    return IgnoreEntry(
        str(values["rule"]),
        str(values["sentence"]),
        str(values["reason"]),
        str(values.get("path", "")),
        None if until is None else str(until),
        path,
        values["rule"].line,
    )


class BaselineFile:
    """The fingerprints of known findings, by file.

    Args:
        path: the baseline; the paths of the files in it are relative to its folder.
        fingerprints: the known fingerprints by file.
    """

    def __init__(self, path: str, fingerprints: dict[str, set[str]] | None = None) -> None:
        self.path = path
        self._folder = os.path.dirname(os.path.abspath(path))
        self._known = fingerprints or {}
        self._matched: set[tuple[str, str]] = set()

    @classmethod
    def read(cls, path: str) -> "BaselineFile":
        """Read a baseline.

        Raises:
            ConfigError: the file is missing, is not a baseline, or has another version.
        """
        try:
            with open(path, encoding="utf-8") as file:
                content = json.load(file)
            files = content["files"]
            fingerprints_by_file = {
                str(name): {str(fingerprint) for fingerprint in fingerprints}
                for name, fingerprints in files.items()
            }
            version = content[_KEY]
        except FileNotFoundError:
            raise ConfigError("baseline-missing", path=path) from None
        except OSError as error:
            raise ConfigError("config-unreadable", path=path, reason=error.strerror) from None
        except (ValueError, KeyError, TypeError, AttributeError):
            raise ConfigError("baseline-broken", path=path) from None
        if version != _VERSION:
            raise ConfigError("baseline-version", path=path, version=version)
        return cls(path, fingerprints_by_file)

    def contains(self, path: str, finding: Finding) -> bool:
        """Return whether the finding is in the baseline."""
        name = self._get_name(path)
        if finding.fingerprint not in self._known.get(name, ()):
            return False
        self._matched.add((name, finding.fingerprint))
        return True

    def add(self, path: str, findings: Iterable[Finding]) -> None:
        """Add findings to the baseline."""
        fingerprints = {finding.fingerprint for finding in findings}
        if fingerprints:
            self._known.setdefault(self._get_name(path), set()).update(fingerprints)

    @property
    def unused(self) -> int:
        """The number of recorded findings that no longer occur."""
        return self.count - len(self._matched)

    @property
    def count(self) -> int:
        """The number of recorded findings."""
        return sum(map(len, self._known.values()))

    def serialize(self) -> str:
        """Return the content of the baseline file."""
        files = {name: sorted(fingerprints) for name, fingerprints in sorted(self._known.items())}
        return json.dumps({_KEY: _VERSION, "files": files}, ensure_ascii=False, indent=1) + "\n"

    def _get_name(self, path: str) -> str:
        try:
            return os.path.relpath(path, self._folder).replace(os.sep, "/")
        except ValueError:  # another drive
            return path
