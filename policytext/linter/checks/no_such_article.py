"""An article that the text cites and has not: 依照本办法第四十条 in a text of thirty articles.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "临河市停车办法\\n" + "".join(f"第{n}条 甲。\\n" for n in "一二三四五六") + "第七条 依照本办法第九条处理。\\n"
>>> [defect.message.en for defect in check(PreparedDocument(parse(Source(text=text))))]
['the text ends with article 7']
"""

from collections.abc import Iterator

from policytext.linter.checks import Defect, Rule
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import HAN_NUMERALS, parse_ordinal
from policytext.text.prepared import PreparedDocument
from policytext.text.shadow import fold

RULE = Rule(
    id="outline/no-such-article",
    title=Message("引用的条文不存在", "a cited article that the text has not"),
    severity="warning",
    confidence=0.95,
    why=Message(
        "引用本文件的条文，条号超出全文；多为修改后没有同步。",
        "The number is beyond the text's last article.",
    ),
    basis=None,
    record="3.25 M characters of clean official text: see rules/RECORD.md",
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

_CITED = LazyPattern(f"本(法|办法|条例|规定|细则|规则)第([{HAN_NUMERALS}0-9]{{1,8}})条")
_KIND = LazyPattern("(?:办法|条例|规定|细则|规则|法)$")
# 依财团法人法(以下称本法): 本法 is another one.
_NAMED = LazyPattern("称[“「]?本[法办条规细]")
# Fewer articles may be an excerpt.
_LEAST = 5


def check(prepared: PreparedDocument) -> Iterator[Defect]:
    """Citations of the text's own articles beyond its last one, where its articles run from 1 without a gap."""
    shadow = prepared.shadow
    if "条" not in shadow or "本" not in shadow:
        return
    numbers = [one.ordinal for one in prepared.sections if one.kind == "article" and one.ordinal]
    known = set(numbers)
    last = max(known, default=0)
    if len(known) < _LEAST or known != set(range(1, last + 1)):
        return
    own = _KIND.search(fold(prepared.document.title or "").rstrip())
    if own is None or _NAMED.search(shadow):
        return
    for found in _CITED.finditer(shadow):
        number = parse_ordinal(found[2])
        # 本法 in a decree's rules is the law above it, unless the text itself is called so.
        if number is not None and number > last and own[0] == found[1]:
            words = Message(f"全文只到第{last}条", f"the text ends with article {last}")
            yield Defect(Span(*found.span()), words)
