"""A fixed term written in several forms in one text: 一网办 and 一网通办.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "推进“一网通办”。“一网办”越来越普及。"
>>> [tuple(problem.span) for problem in check(PreparedDocument(parse(Source(text=text))))]
[(10, 13)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import find_words
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="term/variant",
    title=Message("同一用语前后写法不一", "one term written in several ways"),
    severity="info",
    confidence=0.85,
    why=Message(
        "同一文件中，固定用语和机构简称应前后一致。", "A document should write a fixed term in one way."
    ),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
    hits=(
        "推进“一网通办”。“<<一网办>>”越来越普及。",
        "国家发展改革委牵头，<<国家发改委>>会同财政部。",
        "市发展改革委牵头，<<市发改委>>负责。",
    ),
    silent=(
        "推进“一网通办”，“一网通办”越来越普及。",
        "“一网办”越来越普及。",
        "推进跨省通办，跨省办学另行规定。",
        "依据工信部联科〔2024〕12号文件，工业和信息化部牵头。",
        "国家发展改革委牵头，市发改委配合。",
    ),
)

# Each standard form and its variants. A variant is reported only if the text contains the standard form too.
_TERMS = (
    ("一网通办", ("一网办",)),
    ("跨省通办", ("跨省办", "“跨省通”")),
    ("国家发展改革委", ("国家发改委", "国家发展和改革委", "国家发展与改革委")),
    ("国家卫生健康委", ("国家卫健委",)),
    ("人力资源社会保障部", ("人社部",)),
    ("工业和信息化部", ("工信部",)),
    ("住房城乡建设部", ("住建部",)),
    ("互联网+", ("互联网＋",)),
    ("高质量发展", ("高品质发展",)),
    ("乡村振兴战略", ("农村振兴战略",)),
)
# Short names of bodies of one level, and those that the list of official short names has: 市发改委, 市发展改革委.
_BODIES = {
    "发改委": "发展改革委", "卫健委": "卫生健康委", "卫健局": "卫生健康局", "人社局": "人力资源社会保障局", "人社厅": "人力资源社会保障厅",
    "住建局": "住房城乡建设局", "住建厅": "住房城乡建设厅", "工信局": "工业和信息化局", "工信厅": "工业和信息化厅", "文旅局": "文化和旅游局",
    "文旅厅": "文化和旅游厅",
}  # fmt: skip
_LEVELS = frozenset("省市县区州")
# 工信部联科〔2024〕12号 is a document number.
_NUMBER = LazyPattern(r"[\u4e00-\u9fff]{0,4}[〔\[［【(]\d{4}")
# Characters after a variant that make it another word: 跨省办学, 国家发展和改革委员会.
_OTHER = {"跨省办": ("学", "案", "公"), "一网办": ("理",), "国家发展和改革委": ("员",), "国家卫健委": ("员",)}


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find each variant of a term that the text also writes in its standard form."""
    shadow = prepared.shadow
    yield from _find_bodies(shadow)
    for standard, variants in _TERMS:
        for variant in variants:
            position = shadow.find(variant)
            if position < 0 or standard not in shadow:
                continue
            while position >= 0:
                end = position + len(variant)
                if (
                    not shadow.startswith(_OTHER.get(variant, ("\0",)), end)
                    and not _NUMBER.match(shadow, end)
                    and not _is_in_standard_form(shadow, position, standard)
                ):
                    words = Message(
                        f"全文多作“{standard}”，此处不一致", f"this text elsewhere has {standard}"
                    )
                    yield Problem(Span(position, end), words)
                position = shadow.find(variant, end)


def _find_bodies(shadow: str) -> Iterator[Problem]:
    """Find the unofficial short name of a body that the text also calls by its official one."""
    for variant, standard in _BODIES.items():
        if variant not in shadow or standard not in shadow:
            continue
        for position in find_words(shadow, variant):
            full = shadow[position - 1 : position] + standard
            if full[0] in _LEVELS and full in shadow and not _NUMBER.match(shadow, position + len(variant)):
                words = Message(f"前后又作“{full}”，此处不一致", f"this text elsewhere has {full}")
                yield Problem(Span(position - 1, position + len(variant)), words)


def _is_in_standard_form(shadow: str, variant_start: int, standard: str) -> bool:
    """Return whether the position lies inside the standard form."""
    start = max(variant_start - len(standard), 0)
    position = shadow.find(standard, start, variant_start + 2 * len(standard))
    return position >= 0 and position <= variant_start < position + len(standard)
