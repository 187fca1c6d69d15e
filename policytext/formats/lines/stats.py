"""Counts for people and for awk: one figure a line, its name and its value parted by a tab.

>>> from policytext.formats import RenderOptions
>>> from policytext.model.document import Source
>>> found = list(format_lines([Statistics(characters=20, han=12)], Source(text=""), RenderOptions(command="stats")))
>>> found[1:3]
['characters\\t20', 'han\\t12']
"""

from collections.abc import Iterator, Sequence

from policytext.formats import RenderOptions
from policytext.formats.fields.stats import NONE, RECORD
from policytext.model.document import Source
from policytext.model.statistics import Statistics
from policytext.text.display import join_lines

#: Columns that are told one by one below the others.
_LISTED = ("top_terms", "key_terms", "domains")


def format_lines(found: Sequence[Statistics], source: Source, view: RenderOptions) -> Iterator[str]:
    """Each figure that was counted."""
    for one in found:
        for name, value in RECORD.named_cells(one, source, view.lang).items():
            if name not in _LISTED and value is not None:
                yield f"{name}\t{value}"
        for domain, share in (one.domains or {}).items():
            yield f"domain\t{domain or NONE}\t{share.passages}\t{share.characters}\t{share.share:.4f}"
        for year, count in (one.deadlines or {}).items():
            yield f"deadline\t{year}\t{count}"
        for term, count in one.top_terms:
            yield f"top_term\t{join_lines(term)}\t{count}"
        for name, terms in (
            ("key_term", one.key_terms),
            ("new_term", one.new_terms),
            ("gone_term", one.gone_terms),
        ):
            for key in terms:
                yield f"{name}\t{join_lines(key.term)}\t{key.frequency}\t{key.log_likelihood:.2f}\t{key.log_ratio:.2f}"
