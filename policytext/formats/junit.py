"""JUnit XML for build servers: one suite a file, one failed case a finding, one passed case for a file without findings."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from policytext.formats import FileResult, RenderOptions
from policytext.formats.lines.findings import format_message
from policytext.model.annotations import Finding
from policytext.text.display import escape_controls
from policytext.text.lazy_patterns import LazyPattern

# Characters that XML 1.0 can't hold.
_UNWRITABLE = LazyPattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    """Write the document, suite by suite."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="policytext">\n'
    for result in results:
        yield _write_suite(result, options)
    yield "</testsuites>\n"


def _write_suite(result: FileResult, options: RenderOptions) -> str:
    name = _quote_attribute(result.name)
    if result.document is None:
        words = _quote_attribute(result.error.message(options.lang) if result.error else "")
        return (
            f'  <testsuite name={name} tests="1" failures="0" errors="1">\n'
            f"    <testcase name={name}><error message={words}/></testcase>\n  </testsuite>\n"
        )
    findings = result.select("findings", Finding)
    cases = [_write_case(finding, result, options) for finding in findings] or [
        f"    <testcase name={name}/>\n"
    ]
    head = f'  <testsuite name={name} tests="{len(cases)}" failures="{len(findings)}" errors="0">\n'
    return f"{head}{''.join(cases)}  </testsuite>\n"


def _write_case(finding: Finding, result: FileResult, options: RenderOptions) -> str:
    assert result.document is not None
    line, column = result.document.source.position(finding.span[0])
    words = format_message(finding, options)
    body = escape(
        _UNWRITABLE.sub("\ufffd", f"{result.name}:{line}:{column}: {escape_controls(finding.text)}")
    )
    return (
        f"    <testcase name={_quote_attribute(finding.rule)} classname={_quote_attribute(result.name)}>"
        f"<failure type={_quote_attribute(finding.severity)} message={_quote_attribute(words)}>{body}</failure></testcase>\n"
    )


def _quote_attribute(words: str) -> str:
    return quoteattr(_UNWRITABLE.sub("\ufffd", escape_controls(words)))
