"""JUnit XML for build servers: a suite a file, a failed case a finding, a passed one where there is none."""

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from policytext.formats import FileResult, RenderOptions
from policytext.formats.lines.findings import format_message
from policytext.model.annotations import Finding
from policytext.text.display import escape_controls

# What XML 1.0 has no way to write.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(results: Iterable[FileResult], view: RenderOptions) -> Iterator[str]:
    """The document, suite by suite."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="policytext">\n'
    for result in results:
        yield _suite(result, view)
    yield "</testsuites>\n"


def _suite(result: FileResult, view: RenderOptions) -> str:
    name = _attribute(result.name)
    if result.document is None:
        words = _attribute(result.error.message(view.lang) if result.error else "")
        return (
            f'  <testsuite name={name} tests="1" failures="0" errors="1">\n'
            f"    <testcase name={name}><error message={words}/></testcase>\n  </testsuite>\n"
        )
    found = [one for one in result.parts.get("findings", ()) if isinstance(one, Finding)]
    cases = [_case(one, result, view) for one in found] or [f"    <testcase name={name}/>\n"]
    head = f'  <testsuite name={name} tests="{len(cases)}" failures="{len(found)}" errors="0">\n'
    return f"{head}{''.join(cases)}  </testsuite>\n"


def _case(finding: Finding, result: FileResult, view: RenderOptions) -> str:
    assert result.document is not None
    line, column = result.document.source.position(finding.span[0])
    words = format_message(finding, view)
    body = escape(
        _UNWRITABLE.sub("\ufffd", f"{result.name}:{line}:{column}: {escape_controls(finding.text)}")
    )
    return (
        f"    <testcase name={_attribute(finding.rule)} classname={_attribute(result.name)}>"
        f"<failure type={_attribute(finding.severity)} message={_attribute(words)}>{body}</failure></testcase>\n"
    )


def _attribute(words: str) -> str:
    return quoteattr(_UNWRITABLE.sub("\ufffd", escape_controls(words)))
