"""Suppressed findings: listed in an ignore file with a reason, or recorded in a baseline.

>>> from policytext.model.annotations import Message
>>> from policytext.model.document import Span
>>> finding = Finding("typo/x", "error", 1.0, Message("", ""), None, Span(2, 4), "帐户", fingerprint="ab")
>>> entry = IgnoreEntry("typo", "引文", ".policytext-ignore.yaml", 2, sentence="加强帐户管理")
>>> entry.covers(finding, "加强帐户管理。", "a.txt")
True
"""

import json
import os
from collections.abc import Iterable
from datetime import date
from fnmatch import fnmatchcase
from typing import Any

from policytext.errors import ConfigError, RuleError
from policytext.model.annotations import Finding
from policytext.model.records import NamedTuple
from policytext.rulebook.schema import Field, ListOf, Record, Text
from policytext.rulebook.validation import read_record
from policytext.rulebook.yaml_reader import parse_yaml

_KEY = "policytext-baseline"
_VERSION = 1
_LAST_DAY = "2030-12-31"

_ENTRY = Record(
    "ignored finding",
    (
        Field("rule", Text(), True, "A rule or a family."),
        Field("reason", Text(), True, "Why the text is correct."),
        Field("sentence", Text(), about="The text around the finding, quoted exactly."),
        Field("path", Text(), about="Only in files whose path matches; * stands for any characters."),
        Field("section", Text(), about="Only in the section with this address, and in those below it."),
        Field(
            "until",
            Text(form=r"\d{4}-\d\d-\d\d", example=_LAST_DAY),
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
    """One entry of an ignore file, with its file and line; at least one of sentence, path and section is given."""

    rule: str
    reason: str
    file: str
    line: int
    sentence: str = ""
    path: str = ""
    section: str = ""
    until: str | None = None

    def covers(self, finding: Finding, text: str, path: str) -> bool:
        """Return whether the finding matches the rule, path and section, and lies inside the quoted text."""
        if self.rule not in (finding.rule, finding.rule.partition("/")[0]):
            return False
        if self.path and not matches_path(path, self.path):
            return False
        if self.section and not f"{finding.address}/".startswith(f"{self.section}/"):
            return False
        if not self.sentence:
            return True
        start, end = finding.span
        earliest = max(0, end - len(self.sentence))
        return text.find(self.sentence, earliest, start + len(self.sentence)) >= 0

    def is_expired(self, today: date) -> bool:
        """Return whether the last day of the entry is past."""
        return self.until is not None and self.until < today.isoformat()


def matches_path(path: str, pattern: str) -> bool:
    """Return whether the end of a path matches a pattern.

    >>> matches_path("plans/archive/a.txt", "archive/*"), matches_path("a.txt", "archive/*")
    (True, False)
    """
    whole = path.replace(os.sep, "/")
    return fnmatchcase(whole, pattern) or fnmatchcase(whole, f"*/{pattern}")


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
    if all(line.lstrip().startswith("#") or not line.strip() for line in text.split("\n")):
        return ()
    faults: list[RuleError] = []
    try:
        node, _ = parse_yaml(text)
        if node.kind != "map":
            raise RuleError("ignore-not-map", line=node.line)
        values = read_record(node, _FILE, faults)
        if faults:
            raise faults[0]
        return tuple(_make_entry(entry, path) for entry in values["ignore"])
    except RuleError as fault:
        raise fault.with_place(path=path) from None


def _make_entry(values: dict[str, Any], path: str) -> IgnoreEntry:
    line = values["rule"].line
    where = {name: str(values[name]) for name in ("sentence", "path", "section") if name in values}
    if not where:
        raise RuleError("ignore-nowhere", line=line)
    until = values.get("until")
    if until is not None:
        try:
            date.fromisoformat(until)
        except ValueError:
            shown = {"name": "until", "value": str(until), "example": _LAST_DAY}
            raise RuleError("rule-want-form", line=until.line, **shown) from None
    return IgnoreEntry(
        str(values["rule"]), str(values["reason"]), path, line, until=until and str(until), **where
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
