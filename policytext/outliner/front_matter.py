"""The front matter of a document: its titles, number, issuing bodies and dates.

>>> text = "东川市养老条例\\n2020年6月1日东川市第一届人民代表大会常务委员会第二次会议通过\\n第一条 为了养老，制定本条例。"
>>> front = read_front_matter(LineViews(text), text.index("第一条"), Source(text=text))
>>> front.title, front.issuers, front.date, [date.role for date in front.dates]
('东川市养老条例', ('东川市人民代表大会常务委员会',), '2020-06-01', ['adopted'])
"""

from collections.abc import Iterator, Sequence

from policytext.model.document import Source, Span
from policytext.model.front_matter import DateRole, DocumentDate, DocumentTitle
from policytext.model.records import NamedTuple
from policytext.outliner.front_dates import (
    find_file_date,
    parse_front_date,
    parse_stated_date,
    read_month,
    read_note,
)
from policytext.outliner.front_lines import Label, find_front_lines, read_label
from policytext.outliner.front_titles import find_titles
from policytext.outliner.line_views import LineViews
from policytext.outliner.organs import read_adopting_organs, read_organs, read_title_organs
from policytext.outliner.signatures import Signature, find_signature
from policytext.outliner.title_lines import NUMBER, is_number_line
from policytext.text.lazy_patterns import LazyPattern, Match

#: The beginning of a note of adoption, of the history of a Taiwan statute, or of a session line.
_NOTE = LazyPattern(
    r"[\s—―–\-（(【]*(?:\d{1,2}[.．]\s*)?(?:(?:根据|依據|于|於)\s*)?(?:(?:中華)?民國\s*)?[\d〇○零一二三四五六七八九十百]{2,6}\s*年[^。，年]{2,16}日"
)
_SESSION = LazyPattern(r"[—―–\-（(\s]*在?[^。；]{2,60}(?:会议|會議|会議|大会|大會|全会|全會)上")
#: The longest note, and the most lines of one that is wrapped.
_LONGEST_NOTE = 400
_MOST_LINES = 6
_ACTS = LazyPattern(
    r"通过|通過|公布|发布|發布|公佈|修订|修訂|修正|批准|施行|生效|废止|廢止|訂定|制定|会议上|會議上|会議上|大会上|大會上|全会上|核定|令"
)
#: The closing article, or the sentence that issues a statute, and how it ends.
_IN_FORCE = LazyPattern(
    r"(?:本[\u4e00-\u9fff]{1,8}?|公布|发布|發布|印发)[，,]?\s*[自从於于](?P<date>[\d一二三四五六七八九〇○零十百年月日中華民國\s]{8,24}日)(?:起|[开開]始)?(?:正式)?(?:施行|实施|實施|生效|执行|執行)"
)
_IN_FORCE_END = LazyPattern("日(?:起|[开開]始)?(?:正式)?(?:施行|实施|實施|生效|执行|執行)")
_LONGEST_IN_FORCE = 60
_HEAD, _CLOSING = 2_000, 4_000
#: A line with a month alone: （2026年1月）.
_MONTH = LazyPattern(
    r"[（(]?\s*(?P<year>\d{4}|[一二][〇○零一二三四五六七八九]{3})\s?年\s?(?P<month>[\d一二三四五六七八九十]{1,3})\s?月\s*[）)]?"
)
#: What the first date of a note of adoption may be to be the document's own, and the labels that state dates.
_OWN: tuple[DateRole, ...] = ("adopted", "approved", "issued", "amended")
_LABELLED: tuple[DateRole, ...] = ("issued", "adopted", "amended", "in-force", "published")


class FrontMatter(NamedTuple):
    """The titles, the main one as text, the document's number, its issuers in order, and its dates with their roles."""

    titles: tuple[DocumentTitle, ...]
    title: str | None
    document_number: str | None
    issuers: tuple[str, ...]
    date: str | None
    dates: tuple[DocumentDate, ...]


def read_front_matter(lines: LineViews, first_heading: int, source: Source) -> FrontMatter:
    """Read the front matter of a document, which ends at the first heading.

    Args:
        lines: the text.
        first_heading: the offset of the first section, or the length of the text.
        source: the source, whose stated fields and name say what the text itself does not.
    """
    front = list(find_front_lines(lines, first_heading))
    stated = source.stated
    titles = find_titles(lines, front, stated)
    main = titles[0] if titles else None
    labels = [label for label in (read_label(lines, index) for index in front[:20]) if label]
    number = _find_document_number(lines, front, main, labels)
    notes = list(_find_notes(lines, front))
    signature = find_signature(lines, front, between=not notes)
    dates = _find_dates(lines, front, signature, notes, labels)
    issuers = _find_issuers(lines, main, signature, notes, labels)
    own = _choose_own_date(dates, signature) or stated.date
    if stated.date and all(date.date != stated.date for date in dates):
        dates = (*dates, DocumentDate("published", stated.date, None))
    if not own and (named := find_file_date(source.path)):
        dates = (*dates, DocumentDate("file-name", named, None))
    return FrontMatter(
        titles,
        main.text if main else None,
        number or stated.document_number,
        issuers or ((stated.issuer,) if stated.issuer else ()),
        own,
        dates,
    )


def _find_document_number(
    lines: LineViews, front: Sequence[int], main: DocumentTitle | None, labels: Sequence[Label]
) -> str | None:
    for label in labels:
        if label.field == "number":
            return lines.text[slice(*label.span)]
    for index in front:
        start, end = lines.begins[index], lines.ends[index]
        if end - start <= 60 and is_number_line(line := lines.text[start:end]):
            return line.strip("（()）")
    if main is not None and main.span is not None:  # in a collapsed text it follows the title
        end = main.span.end
        match = NUMBER.match(lines.text, end + (lines.text[end : end + 1] in (" ", "\u3000")))
        if match is not None:
            return match[0].strip()
    return None


def _find_notes(lines: LineViews, front: Sequence[int]) -> Iterator[Span]:
    """Yield the spans of the notes of adoption and session lines; those of a Taiwan statute are wrapped."""
    starts = [index for index in front if _is_note(lines, index)]
    for place, index in enumerate(starts):
        last = index
        end = min(lines.ends[index], lines.begins[index] + _LONGEST_NOTE)
        if "民國" in lines.text[lines.begins[index] : end] or not _ACTS.search(
            lines.text, lines.begins[index], end
        ):
            following = starts[place + 1] if place + 1 < len(starts) else front[-1] + 1
            for below in range(index + 1, min(following, index + _MOST_LINES, front[-1] + 1)):
                if lines.is_blank(below):
                    break
                last = below
        end = min(lines.ends[last], lines.begins[index] + _LONGEST_NOTE)
        if _ACTS.search(lines.text, lines.begins[index], end):
            yield Span(lines.begins[index], end)


def _is_note(lines: LineViews, index: int) -> bool:
    start, end = lines.begins[index], lines.ends[index]
    match = _NOTE.match(lines.text, start, min(end, start + 60)) if end - start <= _LONGEST_NOTE else None
    # 2026年1月5日，某市召开会议: a sentence of the text.
    return match is not None and lines.text[match.end() : match.end() + 1] not in ("，", ",", "。")


def _find_dates(
    lines: LineViews,
    front: Sequence[int],
    signature: Signature | None,
    notes: Sequence[Span],
    labels: Sequence[Label],
) -> tuple[DocumentDate, ...]:
    """Return the dates in reading order, each place once."""
    found: dict[int, DocumentDate] = {}
    if signature is not None:
        role: DateRole = "delivered" if _is_session(lines, signature) else "issued"
        found[signature.span[0]] = DocumentDate(role, signature.date, signature.span)
    for note in notes:
        for role, date, span in read_note(lines.text, *note):
            found.setdefault(span[0], DocumentDate(role, date, span))
    for label in labels:
        if label.field in _LABELLED and (day := parse_stated_date(lines.text[slice(*label.span)])):
            found[label.span[0]] = DocumentDate(label.field, day, label.span)
    if not found:
        for index in front[:10]:
            match = _MONTH.fullmatch(lines.text, lines.begins[index], lines.ends[index])
            if match is not None and (month := read_month(match["year"], match["month"])):
                span = Span(lines.begins[index], lines.ends[index])
                found[span[0]] = DocumentDate("issued", month, span)
                break
    for date, span in _find_in_force(lines.text):
        found.setdefault(span[0], DocumentDate("in-force", date, span))
    return tuple(found[start] for start in sorted(found))


def _is_session(lines: LineViews, signature: Signature) -> bool:
    """Return whether a date alone stands beside a line that says where the document was delivered."""
    if signature.organs:
        return False
    index = lines.index(signature.span[0])
    beside = (lines.previous(index), lines.next(index))
    return any(
        line is not None
        and _SESSION.match(lines.text, lines.begins[line], min(lines.ends[line], lines.begins[line] + 80))
        for line in beside
    )


def _find_in_force(text: str) -> Iterator[tuple[str, Span]]:
    for start, end in ((0, min(_HEAD, len(text))), (max(_HEAD, len(text) - _CLOSING), len(text))):
        found = _find_last_in_force(text, start, end)
        if found is not None and (day := parse_front_date(found["date"].strip(), whole=True)):
            yield day, Span(*found.span("date"))


def _find_last_in_force(text: str, start: int, end: int) -> Match | None:
    # The end begins with one character, which the engine finds fast, and most texts have none.
    for close in reversed([*_IN_FORCE_END.finditer(text, start, end)]):
        around = _IN_FORCE.finditer(text, max(start, close.end() - _LONGEST_IN_FORCE), close.end())
        if found := [*around]:
            return found[-1]
    return None


def _choose_own_date(dates: Sequence[DocumentDate], signature: Signature | None) -> str | None:
    """Return the document's own day: that of the session, of the signature, or the first of its adoption."""
    delivered = next((date.date for date in dates if date.role == "delivered" and len(date.date) == 10), None)
    if delivered or signature:
        return delivered or (signature.date if signature else None)
    own = (date.date for date in dates if date.role in _OWN and len(date.date) == 10)
    return next(own, None)


def _find_issuers(
    lines: LineViews,
    main: DocumentTitle | None,
    signature: Signature | None,
    notes: Sequence[Span],
    labels: Sequence[Label],
) -> tuple[str, ...]:
    """Return the issuing bodies in order: of the signature, or of the title if it names more of them."""
    signed = signature.organs if signature else ()
    for label in labels:
        if label.field == "issuer" and not signed:
            signed = read_organs(lines.text[slice(*label.span)])
    # The title of several lines names its bodies one a line.
    words = lines.text[slice(*main.span)] if main and main.span else main.text if main else ""
    titled = read_title_organs(words)
    if signed or titled:
        return signed if len(signed) >= len(titled) else titled
    acts = [lines.text[slice(*note)].partition("日")[2] for note in notes[:2]]
    adopting = [read_adopting_organs(act) for act in acts if not _SESSION.match(act)]
    return next(filter(None, adopting), ())
