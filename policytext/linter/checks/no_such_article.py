"""A cited article beyond the last article of the document: 本办法第四十条 in a document of thirty.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "临河市停车办法\\n" + "".join(f"第{n}条 甲。\\n" for n in "一二三四五六") + "第七条 依照本办法第九条处理。\\n"
>>> [problem.message.en for problem in check(PreparedDocument(parse(Source(text=text))))]
['the text ends with article 7']
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.citations import find_citations
from policytext.text.lazy_patterns import LazyPattern, compile_pattern
from policytext.text.prepared import PreparedDocument
from policytext.text.shadow import fold

RULE = CheckRule(
    id="outline/no-such-article",
    title=Message("引用的条文不存在", "cited article does not exist"),
    severity="warning",
    confidence=0.95,
    why=Message(
        "引用本文件的条号超出全文范围，多为修改后未同步更新。",
        "The number is beyond the text's last article; usually a revision did not update it.",
    ),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
    hits=(
        "临河市停车办法\n第一条 甲。\n第二条 乙。\n第三条 丙。\n第四条 丁。\n第五条 依照<<本办法第九条>>处理。\n",
    ),
    silent=(
        "临河市停车办法\n第一条 甲。\n第二条 乙。\n第三条 丙。\n第四条 丁。\n第五条 依照本办法第三条处理。\n",
        "停车法施行细则\n第一条 甲。\n第二条 乙。\n第三条 丙。\n第四条 丁。\n第五条 依照本法第九条处理。\n",
        "依照本办法第九条处理。",
        "停車場管理辦法\n第一條 依停車場法（以下稱本法）訂定。\n第二條 乙。\n第三條 丙。\n第四條 丁。\n第五條 依本法第九條處理。\n",
    ),
)

_OWN_KIND = LazyPattern("(?:办法|条例|规定|细则|规则|法)$")
# After 依财团法人法(以下称本法), 本法 is another law.
_OTHER_LAW = LazyPattern("称[“「]?本[法办条规细]")
# A document with fewer articles may be an excerpt.
_LEAST = 5
_LONGEST = 400  # characters of a citation


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find citations beyond the last article of a document whose articles run from 1 without a gap."""
    shadow = prepared.shadow
    if "条" not in shadow or "本" not in shadow:
        return
    numbers = [
        section.ordinal for section in prepared.sections if section.kind == "article" and section.ordinal
    ]
    articles = set(numbers)
    last_article = max(articles, default=0)
    if len(articles) < _LEAST or articles != set(range(1, last_article + 1)):
        return
    own_kind = _OWN_KIND.search(fold(prepared.document.title or "").rstrip())
    if own_kind is None or _OTHER_LAW.search(shadow):
        return
    # In implementing rules 本法 is the law above them, unless the document itself is a law.
    for own in compile_pattern(rf"本[ \u3000]{{0,2}}{own_kind[0]}[ \u3000]{{0,2}}[第(]").finditer(shadow):
        citation = next(find_citations(prepared.prose[own.start() : own.start() + _LONGEST]), None)
        if citation is None or citation.start or citation.anchor != "own":
            continue
        place = citation.places[0]
        if place.kind == "article" and max(number for span in place.ranges for number in span) > last_article:
            words = Message(f"全文仅{last_article}条", f"the text ends with article {last_article}")
            yield Problem(Span(own.start(), own.start() + citation.end), words)
