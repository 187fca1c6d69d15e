"""A word typed twice: 服务的的质量, 加强加强领导.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text="提升服务的的质量。"))))]
['的']
>>> list(check(PreparedDocument(parse(Source(text="明确目的的确立。")))))
[]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="typo/doubled",
    title=Message("字词重复", "word typed twice"),
    severity="warning",
    confidence=0.93,
    why=Message("同一字词连续出现两次。", "The same word occurs twice in a row."),
    basis=None,
    record="13 findings in 21.1 million characters of policies, prose, Taiwan law and Hong Kong speeches; all 13 are faults",
    hits=(
        "提升服务<<的的=>的>>质量。",
        "要<<加强加强=>加强>>领导。",
        "依科學根據<<之之=>之>>採樣方法，對照表<<及及=>及>>相關資料，團體<<或或=>或>>學校。",
        "任職五年<<以以=>以>>上者，執法機關<<應應=>應>>於十日內通知。",
        "由<<管理部门管理部门=>管理部门>>负责。",
    ),
    silent=(
        "明确目的的确立。",
        "实事求是是我们的原则。",
        "应对对外风险。",
        "逐步逐步推开。",
        "讨论讨论再定。",
        "研究研究。",
        "各项数据，在在显示成效。",
        "以及及时处理，普及及应用，考试及及格标准。",
        "由藥劑生為之之調劑，依前項定之之期限。",
        "所以以书面为准，可以以其他方式代替。",
        "供应应税服务，相应应对措施。",
    ),
)

# Characters that begin a word with the particle: 的的确确, 和和美美.
_AFTER = {
    "的": "确士卡",
    "了": "解断事结",
    "和": "谐平睦美解好气",
    "在": "线校职岗押建场显需证说反都皆",
    "与": "会",
    "是": "非否",
    "之": "乎",
    "及": "格时早物第",
    "或": "然许者",
}
_BEFORE = {
    "的": "目标有众靶鹄中标",
    "了": "为不明一",
    "和": "祥平温饱缓总共柔人",
    "在": "现存实正潜所内好旨外自贵",
    "与": "参给授",
    "之": "为代行使取言任处定理设拟订置用总反久次",
    "及": "普以涉遍触论提波危顾企比不累惠广来旁",
    "或": "间容抑即亦甚",
    "是": "求就但于都只凡还总倒或可要国不正便",
}
# Pairs that are wrong between certain characters only.
_BETWEEN = {"以": ("年岁人日月元级个次倍户件米", "上下内外"), "应": ("关府位者门", "于在当按依将自及")}
_PAIR = LazyPattern(rf"([{''.join((*_BEFORE, *_BETWEEN))}])\1")
_VERBS = (
    "加强",
    "推进",
    "推动",
    "促进",
    "完善",
    "落实",
    "建立",
    "健全",
    "提高",
    "提升",
    "开展",
    "实施",
    "加快",
    "深化",
    "坚持",
    "优化",
    "强化",
    "规范",
    "保障",
    "支持",
    "鼓励",
    "严格",
    "切实",
    "进一步",
    "管理部门",
    "人民政府",
    "主管部门",
    "有关部门",
    "国务院",
    "以及",
    "或者",
    "并且",
    "应当",
    "必须",
    "不得",
)
_WORD = LazyPattern(rf"({'|'.join(_VERBS)})\1")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find doubled particles and doubled common words of policy texts."""
    shadow = prepared.shadow
    for match in _PAIR.finditer(shadow):
        if not _is_intended(shadow, match.start()):
            yield _make_problem(prepared, match.start(), match.end())
    for match in _WORD.finditer(shadow):
        yield _make_problem(prepared, match.start(), match.end())


def _is_intended(shadow: str, position: int) -> bool:
    """Return whether the second particle begins the next word, or the first one ends the word before."""
    particle, before, after = (
        shadow[position],
        shadow[max(position - 1, 0) : position],
        shadow[position + 2 : position + 3],
    )
    if not before:
        return True
    if particle in _BETWEEN:
        left, right = _BETWEEN[particle]
        return before not in left or not after or after not in right
    return before in (particle, *_BEFORE[particle]) or (after != "" and after in _AFTER[particle])


def _make_problem(prepared: PreparedDocument, start: int, end: int) -> Problem:
    half = (end - start) // 2
    return Problem(Span(start, end), fix=prepared.text[start : start + half])
