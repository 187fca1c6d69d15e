"""Counts of a text, or of several together; what was not counted is null.

Shares of domains have no columns of their own, since packs may name any; a table has them in one column as text.
"""

from collections.abc import Callable
from typing import Any

from policytext.formats.fields import Field, RecordType
from policytext.formats.fields._common import LOG_LIKELIHOOD, LOG_RATIO
from policytext.model.statistics import Statistics

#: The key of text that belongs to no domain, as ``--domain`` has it.
NONE = "none"


def _count_sections(stats: Statistics) -> int:
    return sum((stats.sections or {}).values())


def _list_section_counts(stats: Statistics) -> dict[str, int]:
    return {str(level): count for level, count in (stats.sections or {}).items()}


def _list_shares(stats: Statistics) -> dict[str, Any] | None:
    return (
        None if stats.domains is None else {domain or NONE: share for domain, share in stats.domains.items()}
    )


def _format_shares(stats: Statistics) -> str:
    return " ".join(
        [f"{domain} {round(share.share, 4):.3f}" for domain, share in (_list_shares(stats) or {}).items()]
    )


def _group_indicators(stats: Statistics) -> dict[str, dict[str, int]] | None:
    if stats.targets is None:
        return None
    counts: dict[str, dict[str, int]] = {}
    for (domain, status), count in stats.targets.items():
        counts.setdefault(domain or NONE, {})[status] = count
    return counts


def _round_errors(stats: Statistics) -> float | None:
    return None if stats.errors_per_10k is None else round(stats.errors_per_10k, 2)


def _count_indicators(status: str) -> Callable[[Statistics], int | None]:
    return lambda stats: None if stats.indicators is None else stats.indicators.get(status, 0)


def _count_findings(severity: str) -> Callable[[Statistics], int | None]:
    return lambda stats: None if stats.findings is None else stats.findings.get(severity, 0)


_HAN = Field("han", "int", "汉字", "Han")
_WITHOUT_SPACES = Field("without_spaces", "int", "不计空格", "Without spaces")
_CHARACTERS = Field("characters", "int", "字符", "Characters")

_COUNT = (Field("term", "text", "词", "Term"), Field("count", "int", "次数", "Count", "frequency"))
_KEY_TERM = (*_COUNT, Field("reference", "int", "参照次数", "Count in reference"), LOG_LIKELIHOOD, LOG_RATIO)
_SHARE = (
    Field("passages", "int", "句数", "Passages"),
    Field("characters", "int", "字符", "Characters"),
    Field("share", "float", "占比", "Share", lambda share: round(share.share, 4)),
)

RECORD = RecordType(
    name="stats",
    chinese="统计",
    english="Statistics",
    model=Statistics,
    single=True,
    fields=(
        Field("files", "int", "文件数", "Files"),
        Field("year", "int", "年份", "Year"),
        Field(
            "characters", (_CHARACTERS._replace(key="all", read="characters"), _HAN, _WITHOUT_SPACES),
            "字符", "Characters", lambda stats: stats,
            columns=(_CHARACTERS, _HAN, _WITHOUT_SPACES),
        ),
        Field("words_as_word_processors_count", "int", "字数", "Words as counted by word processors", "counted_as_words"),
        Field("lines", "int", "行", "Lines"),
        Field("paragraphs", "int", "段", "Paragraphs"),
        Field("sentences", "int", "句", "Sentences"),
        Field("clauses", "int", "分句", "Clauses"),
        Field("mean_sentence", "float", "平均句长", "Mean sentence", lambda stats: round(stats.mean_sentence, 1)),
        Field("sections", "int", "标题", "Sections", _count_sections),
        Field("sections_by_level", {"*": "int"}, "各级标题", "Sections by level", _list_section_counts, columns=()),
        Field("articles", "int", "条", "Articles"),
        Field("tokens", "int", "词", "Tokens"),
        Field("types", "int", "不同词数", "Types"),
        Field(
            "top_terms", [_COUNT], "高频词", "Frequent words",
            columns=(
                Field(
                    "top_terms", "text", "高频词", "Frequent words",
                    lambda stats: " ".join([f"{term} {count}" for term, count in stats.top_terms]),
                ),
            ),
        ),
        Field(
            "key_terms", [_KEY_TERM], "特征词", "Key words",
            columns=(
                Field(
                    "key_terms", "text", "特征词", "Key words",
                    lambda stats: " ".join([term.term for term in stats.key_terms]),
                ),
            ),
        ),
        Field("new_terms", [_KEY_TERM], "新出现的词", "New words", columns=()),
        Field("gone_terms", [_KEY_TERM], "不再出现的词", "Vanished words", columns=()),
        Field(
            "domains", {"*": _SHARE}, "领域", "Domains", _list_shares,
            columns=(Field("domains", "text", "领域", "Domains", _format_shares),),
        ),
        Field(
            "indicators", {"*": "int"}, "指标", "Indicators",
            columns=(
                Field("target", "int", "目标", "Targets", _count_indicators("target")),
                Field("achieved", "int", "已达到", "Achieved", _count_indicators("achieved")),
                Field("baseline", "int", "基期", "Baselines", _count_indicators("baseline")),
                Field("forecast", "int", "预计", "Forecasts", _count_indicators("forecast")),
                Field("quoted", "int", "引述", "Quoted", _count_indicators("quoted")),
            ),
        ),
        Field(
            "indicators_by_domain", {"*": {"*": "int"}}, "各领域指标", "Indicators by domain", _group_indicators,
            columns=(),
        ),
        Field("deadlines", {"*": "int"}, "完成时限分布", "Deadlines by year", columns=()),
        Field("measures", "int", "举措", "Measures"),
        Field(
            "findings", {"*": "int"}, "问题", "Findings",
            columns=(
                Field("error", "int", "错误", "Errors", _count_findings("error")),
                Field("warning", "int", "警告", "Warnings", _count_findings("warning")),
                Field("info", "int", "提示", "Infos", _count_findings("info")),
            ),
        ),
        Field("errors_per_10k", "float", "差错率（每万字）", "Errors per 10,000 characters", _round_errors),
    ),
)  # fmt: skip
