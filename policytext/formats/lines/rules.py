"""The findings of a run counted by rule: a header and one row a rule, separated by tabs."""

from collections.abc import Iterator, Sequence

from policytext.formats import RenderOptions
from policytext.model.document import Source
from policytext.model.statistics import RuleCount


def format_lines(counts: Sequence[RuleCount], source: Source, options: RenderOptions) -> Iterator[str]:
    """Write the header, then the counts of each rule.

    >>> counts = [RuleCount("typo/x", "error", 2, 3, 0, 3)]
    >>> list(format_lines(counts, Source(text=""), RenderOptions(command="lint")))
    ['rule\\tseverity\\tfindings\\tplaces\\tsafe\\tunsafe', 'typo/x\\terror\\t2\\t3\\t0\\t3']
    """
    del source, options
    yield "\t".join(RuleCount._fields)
    for count in counts:
        yield "\t".join(map(str, count))
