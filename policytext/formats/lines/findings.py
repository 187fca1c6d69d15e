"""Findings: ``LINE:COLUMN: severity rule message``, as compilers write it, and the text concerned.

The marks are those of the examples in rules, ``<<wrong=>right>>``, so that a finding can be pasted into a rule.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from policytext.formats import RenderOptions
from policytext.messages import Lang, say
from policytext.model.annotations import Finding
from policytext.model.document import Source
from policytext.text.display import format_path, join_lines
from policytext.text.edits import find_replacement

_ENDS = 30  # characters shown of each end of a long place


def format_lines(findings: Sequence[Finding], source: Source, options: RenderOptions) -> Iterator[str]:
    """Write one line a finding, with its file, so that an editor jumps to it.

    >>> from policytext.model.annotations import Message
    >>> from policytext.model.document import Span
    >>> finding = Finding("typo/x", "error", 0.9, Message("“帐户”应作“账户”", "wrong"), None, Span(2, 4), "帐户")
    >>> list(format_lines([finding], Source(text="加强帐户", path="a.txt"), RenderOptions(command="lint")))
    ['a.txt:1:3: error typo/x “帐户”应作“账户” <<帐户>>']
    """
    for finding in findings:
        line, column = source.position(finding.span[0])
        place = f"{format_path(source.path)}:{line}:{column}" if source.path else f"{line}:{column}"
        yield f"{place}: {finding.severity} {finding.rule} {format_message(finding, options)} {mark_finding(finding)}"


def format_message(finding: Finding, options: RenderOptions) -> str:
    """Return the message on one line, with the number of places of a repeated finding."""
    words = join_lines(finding.message.zh if options.lang == "zh" else finding.message.en)
    count = 1 + len(finding.also)
    return words if count == 1 else words + say("repeated", options.lang, count=count)


def mark_finding(finding: Finding) -> str:
    """Return the text of a finding in marks, with its replacement."""
    wrong, replacement = shorten(finding.text), format_replacement(finding)
    return f"<<{wrong}>>" if replacement is None else f"<<{wrong}=>{replacement}>>"


def shorten(words: str) -> str:
    """Return a text on one line; of a long text its beginning and its end."""
    line = join_lines(words)
    return line if len(line) <= 3 * _ENDS else f"{line[:_ENDS]}…{line[-_ENDS:]}"


def format_replacement(finding: Finding) -> str | None:
    """Return the first place's text after the fix on one line; None if the fix does not change it."""
    replacement = find_replacement(finding)
    return None if replacement is None else join_lines(replacement)


class FindingCounts:
    """The findings of a run: how many, in how many places, of which severity, and which of them have fixes."""

    def __init__(self) -> None:
        self.findings = self.places = 0
        self._severities: Counter[str] = Counter()
        self._fixable: Counter[str] = Counter()
        self._fixable_severities: Counter[str] = Counter()

    def add_all(self, findings: Iterable[Finding]) -> None:
        """Count findings."""
        for finding in findings:
            self.add(finding)

    def add(self, finding: Finding) -> None:
        """Count a finding, and each of its places."""
        places = 1 + len(finding.also)
        self.findings += 1
        self.places += places
        self._severities[finding.severity] += places
        if finding.fix is not None:
            self._fixable[finding.fix.safety] += places
            self._fixable_severities[finding.severity] += places

    def format_total(self, lang: Lang) -> str:
        """Return how many findings there are, and in how many places."""
        key = "found" if self.places == self.findings else "found-repeated"
        return say(key, lang, findings=self.findings, places=self.places)

    def format_severities(self, lang: Lang) -> str:
        """Return the number of places of each severity, and how many of these have fixes."""
        parts = []
        for severity in ("error", "warning", "info"):
            count, fixable = self._severities[severity], self._fixable_severities[severity]
            if count:
                behind = say("found-fixable", lang, count=fixable) if fixable else ""
                parts.append(say(f"found-{severity}", lang, count=count) + behind)
        return ("，" if lang == "zh" else ", ").join(parts)

    def format_fixable(self, lang: Lang) -> str:
        """Return the number of places that fixes would change, with the options that apply them."""
        safe, unsafe = self._fixable["safe"], self._fixable["unsafe"]
        parts = [say("fixable-safe", lang, count=safe)] if safe else []
        if unsafe:
            parts.append(say("fixable-unsafe" if safe else "fixable-unsafe-only", lang, count=unsafe))
        return ("，" if lang == "zh" else ", ").join(parts)
