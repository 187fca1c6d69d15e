"""The findings of a run counted by rule, for ``lint --statistics``."""

from collections.abc import Callable, Iterable, Iterator

from policytext.errors import ConfigError
from policytext.formats import FileResult
from policytext.model.annotations import Finding
from policytext.model.document import Source
from policytext.model.statistics import RuleCount

#: The formats that show the counts in place of the findings, and those that hold both.
_INSTEAD, _BESIDE = ("text", "full", "csv", "tsv"), ("json", "jsonl")


def choose_answers(name: str) -> tuple[str, ...]:
    """Return the keys of the records that a format shows with ``--statistics``.

    Raises:
        ConfigError: the format has no table of rules.
    """
    if name in _INSTEAD:
        return ("rules",)
    if name in _BESIDE:
        return ("findings",)
    raise ConfigError("no-statistics", name=name, choices="|".join((*_INSTEAD, *_BESIDE)))


def make_combiner(name: str) -> Callable[[Iterator[FileResult]], Iterator[FileResult]]:
    """Return a function that adds the counts of a run at its end; `name` is the format that shows them."""

    def combine(results: Iterator[FileResult]) -> Iterator[FileResult]:
        counts: dict[str, RuleCount] = {}
        for result in results:
            _add(counts, result.select("findings", Finding))
            if name in _BESIDE:
                yield result
        yield _make_total(sorted(counts.values(), key=lambda count: (-count.places, count.rule)))

    return combine


def _add(counts: dict[str, RuleCount], findings: Iterable[Finding]) -> None:
    for finding in findings:
        places = 1 + len(finding.also)
        safety = finding.fix.safety if finding.fix else None
        old = counts.get(finding.rule) or RuleCount(finding.rule, finding.severity, 0, 0, 0, 0)
        counts[finding.rule] = old._replace(
            findings=old.findings + 1,
            places=old.places + places,
            safe=old.safe + places * (safety == "safe"),
            unsafe=old.unsafe + places * (safety == "unsafe"),
        )


def _make_total(counts: list[RuleCount]) -> FileResult:
    from policytext.outliner import parse

    return FileResult("total", parse(Source(text="")), {"rules": tuple(counts)}, kind="total")
