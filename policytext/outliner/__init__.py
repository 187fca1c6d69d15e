"""The outliner: the outline and the front matter of a text.

In: a `Source`. Out: a `Document` with its sections, title, number, issuer, date, script and profile.
`markers` finds everything written like an enumerator; `false_markers`, `doubtful_units`, `series` and `marker_order`
reject what does not open a section, and `missing_markers` adds headings that lost their enumerator (all joined in
`selection`); `unnumbered_headings` adds those that never had one; `levels` orders the forms; `tree` builds the sections. `front_matter`, `profile` and `text_tables` read the rest.

>>> document = parse(Source(text="第一章 总则\\n第一条 为了规范数据管理，制定本条例。\\n第二条 本条例适用于全市。"))
>>> [(section.kind, section.address) for section in document.walk()]
[('heading', '第一章'), ('article', '第一章/第一条'), ('article', '第一章/第二条')]
"""

from policytext.model.document import Document, JoinedText, Section, Source
from policytext.model.offset_map import OffsetMap
from policytext.model.records import replace
from policytext.outliner.document_frames import find_frame
from policytext.outliner.front_matter import read_front_matter
from policytext.outliner.line_views import LineViews
from policytext.outliner.markdown_headings import add_signed_headings, read_markdown_lines
from policytext.outliner.regions import choose_profile, guess_region
from policytext.outliner.selection import select_markers
from policytext.outliner.styled_headings import read_styles
from policytext.outliner.text_tables import find_tables
from policytext.outliner.tree import build_tree
from policytext.outliner.unnumbered_headings import add_unnumbered_headings
from policytext.text.script import detect_script
from policytext.text.shadow import fold_radicals
from policytext.text.wrapped_lines import find_wraps, join_words

_WRAPPED_MEDIA = ("text", "markdown", "table")


def parse(source: Source) -> Document:
    """Parse a text into a document; it never fails, and takes time linear in the length of the text."""
    # Conversions from PDF have ⼀、 and ⻓效; the outline quotes them as they are.
    folded = fold_radicals(source.text)
    wraps = find_wraps(folded, source.line_starts) if source.medium in _WRAPPED_MEDIA else []
    if not wraps:
        return _parse_lines(source, folded)
    spaced, cuts = join_words(source.text, wraps)
    offsets = OffsetMap(cuts)
    text = offsets.cut(spaced)
    joined = _parse_lines(replace(source, text=text), fold_radicals(text))
    document = replace(joined, source=source, joined=JoinedText(joined, offsets))
    from policytext.text.joined_text import to_original

    parts = (joined.sections, joined.tables, joined.titles, joined.dates)
    sections, tables, titles, dates = to_original(parts, document.joined, source.text)
    titles = tuple(
        moved._replace(text=title.text) for moved, title in zip(titles, joined.titles, strict=True)
    )
    return replace(document, sections=sections, tables=tables, titles=titles, dates=dates)


def _parse_lines(source: Source, text: str) -> Document:
    """Parse a text without wraps; `text` is the same with the usual characters in place of radicals."""
    if source.medium == "markdown":
        lines = read_markdown_lines(source)
    else:
        lines = LineViews(text, source.line_starts)
    if source.medium == "text":
        add_signed_headings(lines)
    if source.headings:
        read_styles(lines, source.headings)
    selection = select_markers(lines)
    first = min(
        (*(m.start for m in selection.headings[:1]), *(m.start for m, _ in selection.series[:1])),
        default=len(text),
    )
    front = read_front_matter(lines, first, source)
    spans = [title.span for title in front.titles if title.span and title.role != "subtitle"]
    script = detect_script(text)
    region = guess_region(text, script)
    tables = find_tables(source.text, source.tables)
    table_spans = [table.span for table in tables]
    selection = add_unnumbered_headings(lines, selection, spans, table_spans)
    sections = build_tree(lines, spans, selection)
    return Document(
        source=source,
        script=script,
        profile=choose_profile(region, script),
        title=front.title,
        document_number=front.document_number,
        issuer=front.issuers[0] if front.issuers else None,
        date=front.date,
        titles=front.titles,
        issuers=front.issuers,
        dates=front.dates,
        frame=find_frame(text, front, sections, region),
        sections=sections if text is source.text else _quote_titles(sections, source.text),
        tables=tables,
    )


def _quote_titles(sections: tuple[Section, ...], text: str) -> tuple[Section, ...]:
    """Return the sections with their markers and titles as the text has them."""
    return tuple(
        section._replace(
            marker=text[section.span[0] : section.span[0] + len(section.marker)],
            title=text[section.title_span[0] : section.title_span[1]],
            sections=_quote_titles(section.sections, text),
        )
        for section in sections
    )
