"""Words as the statistics count them: the tokenizer's words, with numbers, names and addresses kept whole.

Numbers (98.5, 1,200), days (2031-03-05), names with marks inside (PM2.5, COVID-19, GB/T 15834-2011), addresses of web
pages and of mail, and the numbers of documents (国发〔2031〕5号) are one word each.

>>> from policytext.tokenizer import Tokenizer
>>> [word for _, word in locate_words("按照国发〔2031〕5号,PM2.5浓度为28.5微克,IPv6用户。", Tokenizer())]
['按照', '国发〔2031〕5号', 'PM2.5', '浓度', '为', '28.5', '微克', 'IPv6', '用户']
"""

from collections import Counter
from collections.abc import Iterator
from heapq import merge

from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.tokenizer import Tokenizer

#: What is one word, in a folded text: its letters, digits, brackets and commas are half-width. A class of characters
#: comes first, so that the engine skips all others. 5G and IPv6, which hold no marks, the tokenizer keeps whole.
_WHOLE = LazyPattern(
    r"[A-Za-z0-9〔\[(【字令](?<![A-Za-z0-9][A-Za-z0-9])(?:"
    # 国发〔2031〕5号, 院臺字第1310000001號, 国务院令第900号
    r"(?P<number>(?:(?<=[〔\[(【])(?:(?:19|20)\d\d|1[0-4]\d)[〕\])】] ?第?|(?<=[字令])第 ?)\d{1,12} ?号)"
    r"|(?:(?<=h)ttps?://|(?<=w)ww\.)[A-Za-z0-9._~:/?#@!$&*+=%-]{1,300}(?<=[A-Za-z0-9/])"
    r"|(?<=[A-Za-z0-9])[A-Za-z0-9._+-]{0,40}@[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,40}){1,4}"
    r"|(?<=[12])\d{3}-\d\d?-\d\d?(?!\d)"
    r"|(?<=\d)(?<!\d[.,]\d)\d{0,2}(?:,\d{3}){1,8}(?:\.\d{1,20})?(?!\d)"
    r"|(?<=\d)\d{0,20}(?:\.\d{1,20}){1,8}[A-Za-z]{0,4}(?![A-Za-z0-9])"
    r"|(?<=[A-Z])[A-Z]{0,3}\d{0,2}/[A-Z]{1,3}(?: ?\d{1,8}(?:\.\d{1,4}){0,3}(?:[-—–]\d{4})?)?(?![A-Za-z0-9])"
    r"|(?<=[A-Z])[A-Z]{1,3} ?\d{2,6}(?:\.\d{1,4})?[-—–](?:19|20)\d\d(?!\d)"
    r"|(?<=\d)\+X(?![A-Za-z0-9])"
    r"|(?<=[A-Za-z])[A-Za-z0-9]{0,30}(?:[.+&'_-][A-Za-z0-9]{1,30}){1,8}"
    r")"
)
#: The characters in which the number of a document begins at the longest, and most of them.
_LONGEST_CODE, _USUAL_CODE = 20, 8
_HAN_RUN = LazyPattern(r"[\u4e00-\u9fff]+\Z")
#: Words before the number of a document that are no part of it.
_BEFORE_CODE = LazyPattern(
    r".*(?:按照|根据|依据|依照|遵照|参照|执行|贯彻|落实|转发|印发|废止|修订|发布|文号|文件|.(?<!共)[和与及或见以的日])"
)
#: Conjunctions between two numbers, and what the first of them ends in: 国发〔2031〕5号和国办发〔2031〕9号.
_CONJUNCTIONS, _CLOSING = "和与及或", "号)〕]》"
#: The body before the code of a long one: 教育部|台参字, 行政院|院台农字.
_BODY = LazyPattern(r".*[部院厅局府会署统](?=..)")


def find_whole_words(text: str) -> Iterator[Span]:
    """Find what is one word although a tokenizer cuts it, in a folded text, in order and disjoint.

    >>> text = "依据东政办发〔2031〕12号和国务院令第900号,见https://example.org/a.html。1,200人"
    >>> [text[start:end] for start, end in find_whole_words(text)]
    ['东政办发〔2031〕12号', '国务院令第900号', 'https://example.org/a.html', '1,200']
    """
    last = 0
    for match in _WHOLE.finditer(text):
        start = match.start()
        if match["number"]:
            start = _find_code(text, max(last, start - _LONGEST_CODE), start)
            if start < 0:
                continue
        yield Span(start, match.end())
        last = match.end()


def _find_code(text: str, earliest: int, end: int) -> int:
    """Return where the code of the body begins in the number of a document, -1 if there is none."""
    run = _HAN_RUN.search(text, earliest, end)
    if run is None:
        return -1
    start = run.start()
    if start and text[start] in _CONJUNCTIONS and text[start - 1] in _CLOSING:
        start += 1
    if before := _BEFORE_CODE.match(text, start, end):
        start = before.end()
    if end - start > _USUAL_CODE and text[end] != "令" and (body := _BODY.match(text, start, end)):
        start = body.end()
    return start if start < end else -1


def count_words(text: str, tokenizer: Tokenizer) -> Counter[str]:
    """Count the words of a folded text.

    >>> count_words("5G和PM2.5,PM2.5。", Tokenizer())
    Counter({'PM2.5': 2, '5G': 1, '和': 1})
    """
    whole: Counter[str] = Counter()
    others = []
    last = 0
    for start, end in find_whole_words(text):
        whole[text[start:end]] += 1
        others.append(text[last:start])
        last = end
    others.append(text[last:])
    counts = tokenizer.count_words(" ".join(others))
    counts.update(whole)
    return counts


def locate_words(text: str, tokenizer: Tokenizer) -> Iterator[tuple[int, str]]:
    """Return each word of a folded text with the offset where it begins."""
    spans = list(find_whole_words(text))
    blanked: list[str] = []
    last = 0
    for start, end in spans:
        blanked += text[last:start], " " * (end - start)
        last = end
    blanked.append(text[last:])
    return merge(tokenizer.locate_words("".join(blanked)), [(start, text[start:end]) for start, end in spans])
