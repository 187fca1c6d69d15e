"""The subject of a clause that has none of its own: a clause before it, the figure before, or a proportion with cases."""

from policytext.extractor.clauses import ClauseView
from policytext.extractor.cues import TargetCues
from policytext.extractor.known_names import KnownNames
from policytext.extractor.noun_phrases import DATE, find_name_before
from policytext.extractor.quantity_context import QuantityContext
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern

_DIGIT = LazyPattern(r"[\d:]")
# (澳門元,下同), (臨時數字): a clause in a bracket, or half of one, is no subject; 已获核准 is none either.
_BRACKET = LazyPattern(r"\s*\([^)]*\)?|[^(]*\)|\s*\)?(?:已?获[^,;]*|均已[^,;]*)")
_MEASURES = "率度费额数量"  # last characters of names that say what is measured
_COMPARING = LazyPattern("相[较比]$")  # 与104年预算相较,仅增加2亿
_ESPECIALLY = LazyPattern("^[ 　]*(?:尤其|特别)(?:[是为]|系)")
# 市府团队在社会住宅方面持续努力,完工3千户: the field of the deeds.
_FIELD = LazyPattern("[^,;在]{0,12}在([^,;在的\\d]{2,12})方面[^,;的]{2,}$")
_SHORTEST = 2  # characters of the shortest name
_LONGEST = 40  # characters of the longest subject that is a clause of its own
# A year of the Republic, also where the document does not say that its years are such: 113年底.
_ROC_YEAR = LazyPattern(r"(?<!\d)(?:民国)?1[01]\d年度?(?:[底末初]|\d{1,2}月(?:[底末]|\d{1,2}日)?)?")
# Templates: a slot in braces stands for the words of that list in `rules/targets`.
_ADJUNCT = "{adjunct-openings}"
_PRAISE = "{praising-words}"
_PROPORTION = "(?:{proportions})$"
_QUANTITY = "(?:{quantity-heads})$"


def mask_dates(view: ClauseView, span: Span) -> str:
    """Return the words of a span with a sign for each character of its dates, but not of names of plans."""
    start, end = span
    words = _ROC_YEAR.sub(lambda year: DATE * len(year[0]), view.text[start:end])
    for mention in view.dates_between(start, end):
        if not mention.named and mention.end <= end:
            words = (
                words[: mention.start - start]
                + DATE * (mention.end - mention.start)
                + words[mention.end - start :]
            )
    return words


def find_subject(view: ClauseView, place: QuantityContext, cues: TargetCues, known: KnownNames) -> str:
    """Return the subject that a clause without its own continues: a clause of its own, or that of the figure before."""
    start = place.clause[0]
    for first, end in reversed(view.clauses(max(known.end, place.sentence[0]), start)):
        words = mask_dates(view, Span(first, end))
        if end - first > _LONGEST or cues.patterns[_ADJUNCT].match(words.lstrip(" 、(")):
            continue
        if _BRACKET.fullmatch(words) or _COMPARING.search(words):
            continue
        # 特别是零售业的收益大增,幅度为6%: the words before the subject.
        words = _ESPECIALLY.sub("", words)
        if field := _FIELD.match(words):
            return view.quote_original(field[1], first, end)
        if praise := cues.patterns[_PRAISE].search(words, _SHORTEST):
            # 政府增加回收桶的数目,由360套增至900套: what is changed is the subject.
            changed = cues.patterns[_QUANTITY].search(words, praise.end() + _SHORTEST)
            words = words[praise.end() :] if changed else words[: praise.start()]
        name = find_name_before(words, cues)
        if len(name) >= _SHORTEST and not cues.verbs.match(name) and not _DIGIT.search(name):
            return view.quote_original(name, first, end)
    return known.subject


def find_topic(view: ClauseView, place: QuantityContext, words: str, name: str, cues: TargetCues) -> str:
    """Return the proportion that opens a sentence, for its cases: 绿地面积的比例,新区不低于35%,旧区不低于25%."""
    proportion = cues.patterns[_PROPORTION]
    first, end = next(iter(view.clauses(*place.sentence)), (0, 0))
    if end >= place.clause[0] or end - first > _LONGEST or not proportion.search(view.text, first, end):
        return ""
    if not name or name[-1] in _MEASURES or proportion.search(name) or cues.changing.search(words):
        return ""
    topic = find_name_before(mask_dates(view, Span(first, end)), cues)
    return view.quote_original(topic, first, end) if proportion.search(topic) else ""
