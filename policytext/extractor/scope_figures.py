"""Figures that count nothing reached or aimed at: they refer, select, share, score or compute.

>>> from policytext.extractor.quantities import find_quantities, load_cues
>>> from policytext.model.document import Span
>>> from policytext.rulebook.packs import load_rules
>>> cues, text = load_cues(load_rules()[0]), "这5个项目已开工"
>>> place = QuantityContext(Span(0, 8), Span(0, 8), next(iter(find_quantities(text, cues))), None)
>>> is_scope_figure(text, place, cues)
True
"""

from policytext.extractor.cues import TargetCues
from policytext.extractor.quantities import Quantity
from policytext.extractor.quantity_context import QuantityContext
from policytext.extractor.spelled_counts import AGES
from policytext.text.lazy_patterns import LazyPattern

# 得分=甲(60%)+乙(40%); 400元×70%=280元.
_FORMULA = LazyPattern(r"=[^=\n]{0,200}[+×*÷]|[+×*÷][^=\n]{0,200}=")
# 我感谢15位议员的发言: a courtesy.
_MEMBERS = LazyPattern("(?:发言的)?(?:议员|委员|同事)")
_THANKS = LazyPattern("感谢|多谢|聆听")
# 建设一批300亩的园区: the size of each.
_BATCH = LazyPattern("一批[^,。;、\\d]{0,12}$")
# 占年度目标(606亿元)的137.9%: the plan that a share is of.
_PLAN_BEFORE = LazyPattern("占[^,。;:、占()]{0,12}(?:目标|计划|预算|任务)[数值]?\\([^()]{0,60}$")
_PLAN_BEHIND = LazyPattern("[^()]{0,60}\\)的?约?\\d[\\d.]*%")
# 步行500米范围内, 距离园区0.5公里的学校, 以贷款额450万元计: where, how far away, what is computed with.
_WITHIN = LazyPattern("的?(?:范围|半径)(?:之?内|以内)")
_DISTANT = LazyPattern("距离?[^,。;:、]{1,10}$")
_FAR_ONES = LazyPattern("(?:以[内外])?[的之][^\\W\\d]|[的之]\\d")
_WITH = LazyPattern("以[^,。;:、以]{2,16}$")
_COMPUTED_WITH = LazyPattern("来?计(?:算)?(?![划量入生])")
# 产值10亿元以上的企业, 对单户担保金额500万元及以下的主体: a size that selects a class.
_CLASS = LazyPattern("[的之](?=[^,。;:、])")
# 30亩以上池塘10万亩: the same without 的, before the figure that counts.
_AGED = LazyPattern("的?[^\\W\\d_]")
_CLASS_NOUN = LazyPattern(
    r"[^\W\d_、和及与并]{2,24}(?=\d)|[^\W\d_]{0,12}?(?:计划|工程|专案|案件|企业|项目|个案|采购案?|厂商)(?![^\W\d_]{0,3}\d)"
)
# 年销售收入超亿元的企业100家: a size that a verb gives, before the figure that counts.
_CLASS_COUNTED = LazyPattern(r"的[^,。;:、()\d]{2,20}\d+(?:余|多)?[家个户项人名]")
# 按营业收入的3%提取: a share that a rule computes with.
_COMPUTED = LazyPattern("按照?(?!计划|规划|要求|不)[^,。;:]{2,14}的$")
# 在94个受审核的部门中, 依税法第8条规定,收入之5%: which ones are meant, what a law sets.
_AMONG = LazyPattern("[^,。;:、\\d]{2,30}(?:之?中|当中)(?![\\u4e00-\\u9fff])")
_BY_LAW = LazyPattern("依(?:据|照)?[^,。;]{2,20}(?:法|条例|办法|准则)(?:第 ?\\d+ ?条[^,。;]{0,6})?规定,")
# 圍繞民生提出3項指標: how many are proposed.
_PROPOSED = LazyPattern("提出了?$")
_PROPOSALS = LazyPattern("(?:[^\\W\\d_]{0,4})(?:指标|建议|措施|任务|要求|目标|意见|举措|政策|主张)")
# 10万亿元级产业: a size in a name.
_GRADE = LazyPattern("级(?![^\\W\\d_]?别)")
# 连续11个季度, 较去年同期(4343亿元), 以4个面向: how long, compared with what, in which parts.
_ALONGSIDE = LazyPattern(r"(?:连续|(?:较|比)[^,。;()]{1,12}\(|(?:^|[,。;、])以)$")
# 6个直辖市介于37%至66%间: which ones lie between two values.
_SPANNED = LazyPattern("[^,。;:、\\d]{1,14}?(?:介于|[均皆都](?:低于|高于|未[及达满逾]))")
# 全港12间医院共有414张病床: how many have what is counted, with `_HAVING`.
_WHERE = LazyPattern("(?:^|[全各](?:国|港|澳|省|市|县|区|台)|年底|月底|年末|月末)$")
# 全国39个地级市平均优良天数比率: what an average is of.
_AVERAGED = LazyPattern("[^,。;:、\\d]{1,16}?平均")
# 第三个过10万亿元省份, 300万以上人口城市: a size that says which ones.
_PASSING = LazyPattern("(?<![突打])[过超破]$")
_PASSED = LazyPattern(
    "的?(?:省份|大省|城市|大市|区县|县[区市]?|强[县镇]|乡镇|园区|企业|集群|俱乐部)(?:(?![^,。;]{0,6}\\d)|达到?\\d{1,4}[家个])"
)
# 跨越3个亿元台阶、达到3.2亿元: the mark that is passed, before the value.
_STEP = LazyPattern("[^,。;:、\\d]{0,4}级?的?(?:大|新)?(?:台阶|关口|大关)[、,]?(?:达|为|年均)")
# 10万人口死亡率: what a rate is counted for.
_ROUND = LazyPattern(r"10*(?:\.0*)?$")
_RATE = LazyPattern(
    "[^,。;:、\\d的]{1,16}?(?:死亡|发生|发病|患病|事故|受灾|发案|犯罪|拥有|受伤|检出)[^,。;:、\\d]{0,2}率"
)
# (约4亿新台币): the same sum in another currency.
_CONVERTED = LazyPattern("[元币]\\((?:约|折合|合|相当于)?[^(),。;\\d]{0,4}$")
_CURRENCY = LazyPattern(
    "[\\d.,万亿兆]{1,12}多?(?:新?台币|美元|人民币|港元|港币|欧元|日元|英镑|澳门[币元])\\)"
)
# 人口20万以上城市: the same with the noun before it.
_PEOPLE = LazyPattern("人口$")
_TOWNS = LazyPattern("(?:及?以上|以下)?的?(?:大?城市|县|镇|地区)")
# 给予投资额5%的补助: a share that a rule grants.
_GRANTING = LazyPattern("(?:给予|予以|按照?)[^,。;:]{0,24}$")
_GRANT = LazyPattern("的?[^,。;:、\\d]{0,6}?(?:补助|补贴|奖励|资助|贴息)")
_POPULATED = LazyPattern("(?:以上|以下)?(?:常住)?人口的?(?:大?城市|县|城镇)")
# 按缴费的30%返还: a share that a rule gives back.
_BY_RULE = LazyPattern("按照?[^,。;:]{0,24}$")
_GIVEN_BACK = LazyPattern("(?:的?(?:比例|标准))?(?:予以|给予)?(?:返还|退还|退回|计提|提取|缴存|扣除|分担)")
# 推展会展活动(6%) |: the weight of a task in a table of goals.
_WEIGHT_END = LazyPattern(r"\)[ 　]*(?:\||\n|\t|$)")
_LINE = 80  # characters of such a task
_NEAR = 24  # characters on either side of a figure in which a word decides

# Templates: a slot in braces is a list in `rules/targets`.
_REFERRING = "(?:{reference-words})$"
_LISTED = "等$"
_SUMMED = ("案",)  # 福田案、水湳案等6案
_BODIES = "[^,。;、\\d]{0,2}?(?:{listed-bodies})|(?:{listed-areas})(?![\\u4e00-\\u9fff]|$)|(?:{listed-areas})[和及与在的等]"
_SCOPE = "(?:{scope-openings})"
_SHARED = "(?:{share-words})(?:比例)?[为的]?(?:[\\d.]{1,6}%[至到—~-])?$"
_MARKED = "{mark-words}"
_COMPOSED = "[^,。;\\n]*?(?:{composition-words})"
_MAP = "[^,。;\\n]{0,4}?(?:{map-words})"
_GIVEN = "(?:{giving-words})$"
_SCALED = "(?:{sizes})$"
_RATED = "(?:{name-tails}|{proportions})$"
_HAVING = "[^,。;:、\\d]{2,14}?(?:{having-words})[^,。;:、\\d]{0,3}\\d"


def is_scope_figure(text: str, place: QuantityContext, cues: TargetCues) -> bool:
    """Return whether a figure counts nothing that is reached or aimed at.

    Args:
        text: The text.
        place: The figure in its surroundings.
        cues: The cues.
    """
    figure, (start, end), patterns = place.figure, place.clause, cues.patterns
    if _MEMBERS.match(text, figure.last) and _THANKS.search(text, place.sentence[0], figure.first):
        return True
    first, last = max(start, figure.first - _NEAR), min(end, figure.last + _NEAR)
    if (
        _GRADE.match(text, figure.last)
        or _FORMULA.search(text, start, end)
        or _is_alongside(text, first, figure)
        or _is_condition(text, first, figure)
        or (
            _PLAN_BEHIND.match(text, figure.last)
            and _PLAN_BEFORE.search(text, max(start, figure.first - _LINE), figure.first)
        )
        or (_CURRENCY.match(text, figure.start, end + 1) and _CONVERTED.search(text, first, figure.first))
    ):
        return True
    if figure.unit in cues.measuring:
        return _is_measured_scope(text, place, cues)
    if figure.unit in AGES:  # 0-6岁: an age class
        return figure.high is not None
    return bool(
        _SPANNED.match(text, figure.last, end)
        or (text.endswith("在", start, figure.first) and _AMONG.match(text, figure.last, end + 1))
        or (_PROPOSED.search(text, first, figure.first) and _PROPOSALS.match(text, figure.last, last))
        or _POPULATED.match(text, figure.end, end)
        or (_PEOPLE.search(text, first, figure.first) and _TOWNS.match(text, figure.end, end))
        or (_ROUND.match(f"{figure.low:f}") and _RATE.match(text, figure.end, last))
        or _STEP.match(text, figure.end, last)
        or (figure.unit == "个" and _AVERAGED.match(text, figure.last, end))
        or (_WHERE.search(text, start, figure.first) and patterns[_HAVING].match(text, figure.last, end))
        or _BATCH.search(text, first, figure.first)
        or patterns[_REFERRING].search(text, first, figure.first)
        or patterns[_SCOPE].match(text, start, figure.first)
        or (
            patterns[_LISTED].search(text, first, figure.first)
            and (figure.unit in _SUMMED or patterns[_BODIES].match(text, figure.last, last))
        )
        or (figure.unit == "分" and patterns[_MARKED].search(text, start, last))
        or ("由" in text[first : figure.first] and patterns[_COMPOSED].match(text, figure.last, last))
    )


def _is_measured_scope(text: str, place: QuantityContext, cues: TargetCues) -> bool:
    """Return whether a measure is one that is passed, shared, granted or computed with; the arguments are the same."""
    figure, (start, end), patterns = place.figure, place.clause, cues.patterns
    first, last = max(start, figure.first - _NEAR), min(end, figure.last + _NEAR)
    if _STEP.match(text, figure.end, last):
        return True
    if _PASSING.search(text, first, figure.first) and _PASSED.match(text, figure.last, end):
        return True
    if figure.unit == "%" and _is_weight(text, figure, cues):
        return True
    is_share = figure.unit == "%" and (
        _BY_LAW.search(text, place.sentence[0], figure.first)
        or (_GRANTING.search(text, first, figure.first) and _GRANT.match(text, figure.last, last))
        or (_BY_RULE.search(text, first, figure.first) and _GIVEN_BACK.match(text, figure.last, last))
        or _COMPUTED.search(text, first, figure.first)
        or patterns[_MARKED].search(text, start, figure.first)
        or patterns[_SHARED].search(text, first, figure.first)
    )
    return bool(is_share or (figure.spelled and patterns[_MAP].match(text, figure.last, last)))


def _is_condition(text: str, start: int, figure: Quantity) -> bool:
    """Return whether a measure only says where, how far away, or what is computed with."""
    return bool(
        _WITHIN.match(text, figure.last)
        or (_FAR_ONES.match(text, figure.last) and _DISTANT.search(text, start, figure.first))
        or (_COMPUTED_WITH.match(text, figure.last) and _WITH.search(text, start, figure.first))
    )


def _is_weight(text: str, figure: Quantity, cues: TargetCues) -> bool:
    """Return whether a share alone in a bracket behind a task, in a cell or a line of its own, is its weight."""
    if text[figure.first - 1 : figure.first] != "(" or not _WEIGHT_END.match(text, figure.last):
        return False
    line = max(text.rfind(mark, max(figure.first - _LINE, 0), figure.first) for mark in ("\n", "|", "\t")) + 1
    task = text[line : figure.first - 1].rstrip()
    return not any(char.isdecimal() for char in task) and not cues.patterns[_RATED].search(task)


def _is_alongside(text: str, start: int, figure: Quantity) -> bool:
    """Return whether a figure only says how long, compared with what, or in which parts something is so."""
    found = _ALONGSIDE.search(text, start, figure.first)
    if found is None:
        return False
    if found[0][-1] == "(":
        return text.startswith(")", figure.last)
    return figure.unit == "个" and figure.comparator == "="


def is_size_class(text: str, place: QuantityContext, cues: TargetCues) -> bool:
    """Return whether a size with 以上 or 以下 only selects a class: 产值10亿元以上的企业, 4万个60千瓦以上充电枪."""
    figure, clause, before = place.figure, place.clause, place.before
    if figure.comparator not in (">=", "<=", ">", "<"):
        return False
    # 为3岁以下幼儿提供服务: an age says whom something is for.
    if figure.unit in AGES and figure.last > figure.end and _AGED.match(text, figure.last, clause[1]):
        return True
    if before and before.last == figure.first and figure.last > figure.end and _AGED.match(text, figure.last):
        return True
    if figure.last == figure.end:
        sized = cues.patterns[_SCALED].search(figure.unit)
        return bool(sized and _CLASS_COUNTED.match(text, figure.last, clause[1]))
    if not cues.patterns[_SCALED].search(figure.unit):
        return False
    if cues.patterns[_GIVEN].search(text, clause[0], figure.first):
        return False
    if _CLASS.match(text, figure.last):
        return True
    noun = _CLASS_NOUN.match(text, figure.last, clause[1])
    return bool(noun and not cues.changing.search(noun[0]))
