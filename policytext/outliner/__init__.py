"""The outliner: the outline and the front matter of a text.

In: a `Source`. Out: a `Document` with its sections, title, number, issuer, date, script and profile.
`markers` finds everything written like an enumerator; `false_markers`, `doubtful_units`, `series` and `marker_order`
reject what does not open a section, and `missing_markers` adds headings without an enumerator (all joined in
`selection`); `levels` orders the forms; `tree` builds the sections. `front_matter`, `profile` and `text_tables` read the rest.

>>> document = parse(Source(text="第一章 总则\\n第一条 为了规范数据管理，制定本条例。\\n第二条 本条例适用于全市。"))
>>> [(section.kind, section.address) for section in document.walk()]
[('heading', '第一章'), ('article', '第一章/第一条'), ('article', '第一章/第二条')]
"""

from policytext.model.document import Document, Source
from policytext.outliner.front_matter import read_front_matter
from policytext.outliner.line_views import LineViews
from policytext.outliner.profile import guess_profile
from policytext.outliner.selection import select_markers
from policytext.outliner.text_tables import find_tables
from policytext.outliner.tree import build_tree
from policytext.text.script import detect_script


def parse(source: Source) -> Document:
    """Parse a text into a document; it never fails, and takes time linear in the length of the text."""
    text = source.text
    lines = LineViews(text, source.line_starts)
    selection = select_markers(lines)
    first = min(
        (*(m.start for m in selection.headings[:1]), *(m.start for m, _ in selection.series[:1])),
        default=len(text),
    )
    front = read_front_matter(lines, first, source.stated)
    script = detect_script(text)
    return Document(
        source=source,
        script=script,
        profile=guess_profile(text, script),
        title=front.title,
        document_number=front.document_number,
        issuer=front.issuer,
        date=front.date,
        sections=build_tree(lines, front.titles, selection),
        tables=find_tables(text, source.tables),
    )
