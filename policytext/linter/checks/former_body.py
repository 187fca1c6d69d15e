"""A body that was renamed or abolished before the date of the document: 国家工商总局 in 2022.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "临河市人民政府关于加强监管的通知\\n按照国家工商总局的部署，通知如下。\\n临河市人民政府\\n2022年3月1日\\n"
>>> [problem.message.zh for problem in check(PreparedDocument(parse(Source(text=text))))]
['“国家工商总局”已于2018年撤销或更名，现为国家市场监督管理总局']
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import find_clause_around
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.facts import Fact, add_years, find_facts, get_day
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

_HEAD = "临河市人民政府关于加强监管的通知\n"
_FOOT = "\n临河市人民政府\n2022年3月1日\n"

RULE = CheckRule(
    id="fact/former-body",
    title=Message("机构名称已变更", "a body that no longer exists"),
    severity="warning",
    confidence=0.93,
    why=Message(
        "文件成文一年以前，该机构已撤销或更名；引用旧文件名称或说明历史时应加“原”字。",
        "It was renamed or abolished more than a year before the date of the document.",
    ),
    basis="rules/facts/bodies.tsv",
    record="法规、报告和政策文本 2230 万字：313 处旧名，其中成文在更名之后的 27 处均为沿革或“部门”，未报",
    hits=(f"{_HEAD}按照<<国家工商总局>>的部署，会同<<国土资源部>>做好工作。{_FOOT}",),
    silent=(
        f"{_HEAD}按照国家市场监督管理总局的部署做好工作。{_FOOT}",
        f"{_HEAD}按照国家工商总局的部署做好工作。{_FOOT}".replace("2022", "2017"),
        f"{_HEAD}执行《国家工商总局关于加强监管的意见》和原国家工商总局2015年的规定。{_FOOT}",
        f"{_HEAD}依据环境保护部令第39号、国土资源部公告和环境保护部门的要求执行。{_FOOT}",
    ),
    profiles=("mainland",),
)

_GRACE = 1  # years in which documents under way still have the old name
# What cites an act of the body, tells of the past, or only begins like its name.
_CITED = LazyPattern(
    r"^(?:令|公告|第|关于|文件|规章|[门〔\[（(]|(?:、[^、。，]{2,14}){0,3}(?:令|公告|联合|关于))"
)
_BEFORE = LazyPattern(r"(?:原|原来的|经原|时任|前)$")
_PAST = LazyPattern(r"(?:19|20)[012]\d年|原|当时|曾|组建|更名|撤销|划转|职责|不再保留|前身|历史|废止")
_SENTENCE = 100
_TITLE = 60  # characters of a title of an act


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find the names of bodies that no longer existed at the date of the document."""
    day = get_day(prepared.document)
    if day is None:
        return
    shadow = prepared.shadow
    for fact, position in find_facts(shadow, "bodies"):
        end = position + len(fact.name)
        if add_years(fact.since, _GRACE) <= day and not _is_history(shadow, position, end):
            yield _make_problem(fact, position, end)


def _make_problem(fact: Fact, start: int, end: int) -> Problem:
    year = fact.since[:4]
    zh = f"“{fact.name}”已于{year}年撤销或更名，现为{fact.now}"
    return Problem(
        Span(start, end), Message(zh, f"{fact.name} was renamed or abolished in {year}; see {fact.now}")
    )


def _is_history(shadow: str, start: int, end: int) -> bool:
    """Return whether the name is part of a title, of a citation or of an account of the past."""
    before, after = shadow[max(start - _SENTENCE, 0) : start], shadow[end : end + _SENTENCE]
    if _BEFORE.search(before) or _CITED.match(after):
        return True
    title = before[-_TITLE:]
    if title.rfind("《") > title.rfind("》"):
        return True
    return bool(_PAST.search("".join(find_clause_around(shadow, start, end, _SENTENCE))))
