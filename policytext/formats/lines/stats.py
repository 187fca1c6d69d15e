"""Statistics: one figure a line, its name and its value separated by a tab.

>>> from policytext.formats import RenderOptions
>>> from policytext.model.document import Source
>>> lines = list(format_lines([Statistics(characters=20, han=12)], Source(text=""), RenderOptions(command="stats")))
>>> lines[1:3]
['characters\\t20', 'han\\t12']
"""

from collections.abc import Iterator, Sequence

from policytext.formats import RenderOptions
from policytext.formats.fields.stats import NONE, RECORD
from policytext.model.document import Source
from policytext.model.statistics import Statistics
from policytext.text.display import join_lines

#: Columns that hold several values, which are listed below the others.
_LISTED = ("top_terms", "key_terms", "domains")


def format_lines(statistics: Sequence[Statistics], source: Source, options: RenderOptions) -> Iterator[str]:
    """Write each figure that was counted."""
    for stats in statistics:
        for name, value in RECORD.named_cells(stats, source, options.lang).items():
            if name not in _LISTED and value is not None:
                yield f"{name}\t{value}"
        for domain, share in (stats.domains or {}).items():
            yield f"domain\t{domain or NONE}\t{share.passages}\t{share.characters}\t{share.share:.4f}"
        for year, count in (stats.deadlines or {}).items():
            yield f"deadline\t{year}\t{count}"
        for term, count in stats.top_terms:
            yield f"top_term\t{join_lines(term)}\t{count}"
        for name, terms in (
            ("key_term", stats.key_terms),
            ("new_term", stats.new_terms),
            ("gone_term", stats.gone_terms),
        ):
            for key in terms:
                yield f"{name}\t{join_lines(key.term)}\t{key.frequency}\t{key.log_likelihood:.2f}\t{key.log_ratio:.2f}"
