"""A repealed law cited as law in force: 《中华人民共和国合同法》 in a document of 2022.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "临河市人民政府关于规范合同管理的通知\\n根据《中华人民共和国合同法》，通知如下。\\n临河市人民政府\\n2022年3月1日\\n"
>>> [(problem.span, problem.message.zh) for problem in check(PreparedDocument(parse(Source(text=text))))]
[(Span(start=21, end=33), '《合同法》自2021年1月1日起废止，现为《民法典》')]
"""

from collections.abc import Iterator
from functools import cache

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import find_clause_around
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.facts import get_day, index_facts
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

_HEAD = "临河市人民政府关于规范管理的通知\n"
_FOOT = "\n临河市人民政府\n2022年3月1日\n"

RULE = CheckRule(
    id="fact/repealed-law",
    title=Message("引用已废止的法律法规", "a repealed law is cited"),
    severity="warning",
    confidence=0.93,
    why=Message(
        "文件成文时该法律法规已废止，应引用现行法律法规；说明历史沿革的除外。",
        "The law was repealed before the date of the document, which should cite the law in force.",
    ),
    basis="rules/facts/laws.tsv",
    record="法规、报告和政策文本 2230 万字（2019 年以后成文的约四分之一）：0 处",
    hits=(
        f"{_HEAD}根据<<《中华人民共和国合同法》>>，通知如下。{_FOOT}",
        f"{_HEAD}依照<<《公司登记管理条例》>>办理登记……{_FOOT}".replace("2022年3月", "2023年3月"),
    ),
    silent=(
        f"{_HEAD}根据《中华人民共和国民法典》，通知如下。{_FOOT}",
        f"{_HEAD}根据《中华人民共和国合同法》，通知如下。{_FOOT}".replace("2022", "2019"),
        f"{_HEAD}《中华人民共和国合同法》同时废止，按原《中华人民共和国担保法》订立的合同继续有效。{_FOOT}",
        f"{_HEAD}依照《中华人民共和国劳动合同法》处理。{_FOOT}",
        "根据《中华人民共和国合同法》，制定本办法。\n",
        f"{_HEAD}《中华人民共和国合同法》同时废止。依照《中华人民共和国合同法》办理的登记继续有效。{_FOOT}",
    ),
    profiles=("mainland",),
)

# Words of a sentence that speaks of the past, of the repeal itself, or of the effect of a law in time.
_HISTORY = LazyPattern(
    "废止|失效|原[《规]|施行前|施行之前|时间效力|停止执行|修正|修改|曾|当时|此前|不再|历史|衔接|设立的|成立的|订立的|领取的|取得的|颁发的|核发的|发放的|签订的"
)
_SENTENCE = 120


@cache
def _load_pattern() -> LazyPattern:
    return LazyPattern(f"《(?:中华人民共和国)?({'|'.join(index_facts('laws'))})》")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find citations of laws that were repealed before the date of the document."""
    shadow = prepared.shadow
    if "《" not in shadow:
        return
    day: str | None = None
    repealed: set[str] = set()  # a text that repeals a law may cite it in its transitional provisions
    for match in _load_pattern().finditer(shadow):
        day = day or get_day(prepared.document)
        fact = index_facts("laws")[match[1]]
        if shadow.startswith(("同时废止", "即行废止"), match.end()):
            repealed.add(fact.name)
        if fact.name in repealed or day is None or not fact.holds_on(day):
            continue
        if _is_history(shadow, match.start(), match.end()):
            continue
        year, month, date = map(int, fact.since.split("-"))
        zh = f"《{fact.name}》自{year}年{month}月{date}日起废止"
        en = f"{fact.name} was repealed on {fact.since}"
        if fact.now:
            zh, en = f"{zh}，现为《{fact.now}》", f"{en}; see {fact.now}"
        yield Problem(Span(*match.span()), Message(zh, en))


def _is_history(shadow: str, start: int, end: int) -> bool:
    """Return whether the sentence speaks of the past."""
    sentence = "".join(find_clause_around(shadow, start, end, _SENTENCE))
    return bool(_HISTORY.search(sentence)) or shadow[start - 1 : start] == "原"
