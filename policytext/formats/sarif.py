"""SARIF 2.1.0, which code hosts and editors read: results with places in code points, fixes and rule help."""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from policytext.formats import FileResult, RenderOptions
from policytext.formats.fields import dumps
from policytext.formats.lines.findings import format_message
from policytext.model.annotations import Finding
from policytext.model.document import Source, Span
from policytext.version import __version__

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    """Write the log: the results one by one, the rules at the end, so that no result is kept."""
    head = dumps({"$schema": _SCHEMA, "version": "2.1.0"})[:-1]
    yield f'{head},"runs":[{{"columnKind":"unicodeCodePoints","results":['
    first = True
    rules: dict[str, Any] = {}
    failed: list[Any] = []
    for result in results:
        if result.document is None:
            failed.append(_describe_failure(result, options))
            continue
        source = result.document.source
        for part in result.parts.get("findings", ()):
            if isinstance(part, Finding):
                rules.setdefault(part.rule, _describe_rule(part, options))
                yield ("" if first else ",") + dumps(_describe_finding(part, result.path, source, options))
                first = False
    driver = {
        "name": "policytext",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": list(rules.values()),
    }
    invocation = {"executionSuccessful": not failed, "toolExecutionNotifications": failed}
    yield f'],"tool":{dumps({"driver": driver})},"invocations":[{dumps(invocation)}]}}]}}\n'


def _describe_rule(finding: Finding, options: RenderOptions) -> dict[str, Any]:
    description = options.rules.get(finding.rule, finding.rule)
    rule: dict[str, Any] = {
        "id": finding.rule,
        "shortDescription": {"text": description},
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
    }
    if finding.basis:
        rule["help"] = {"text": f"{description} ({finding.basis})"}
    return rule


def _describe_finding(finding: Finding, path: str, source: Source, options: RenderOptions) -> dict[str, Any]:
    uri = _encode_path(path)
    record: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": format_message(finding, options)},
        "rank": round(100 * finding.confidence, 1),
        "locations": [_describe_location(finding.span, uri, source, finding.address)],
        "partialFingerprints": {"policytext/v1": finding.fingerprint},
    }
    if finding.also:
        record["relatedLocations"] = [_describe_location(span, uri, source, "") for span in finding.also]
    if finding.fix:
        replacements = [
            {"deletedRegion": _describe_region(span, source), "insertedContent": {"text": words}}
            for span, words in finding.fix.edits
        ]
        change = {"artifactLocation": {"uri": uri}, "replacements": replacements}
        record["fixes"] = [{"description": {"text": finding.fix.safety}, "artifactChanges": [change]}]
    return record


def _describe_location(span: Span, uri: str, source: Source, address: str) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": uri}, "region": _describe_region(span, source)}
    }
    if address:
        location["logicalLocations"] = [{"fullyQualifiedName": address}]
    return location


def _describe_region(span: Span, source: Source) -> dict[str, int]:
    (line, column), (end_line, end_column) = source.position(span[0]), source.position(span[1])
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": span[0],
        "charLength": span[1] - span[0],
    }


def _encode_path(path: str) -> str:
    """Return a path as a relative URI.

    >>> _encode_path("规划 1.txt")
    '%E8%A7%84%E5%88%92%201.txt'
    """
    return quote(path.replace("\\", "/").encode("utf-8", "surrogateescape"))


def _describe_failure(result: FileResult, options: RenderOptions) -> dict[str, Any]:
    words = result.error.render(options.lang) if result.error else result.path
    return {"level": "error", "message": {"text": words}}
