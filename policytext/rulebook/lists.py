"""The word lists of the analysers: the name, shape and purpose of each.

A list may be written in groups whose names only explain it: ``{reaching: [达到], bounding: [不低于]}``. An optional table,
named after the list with ``-unless``, gives for a word the longer words in which it does not count.

>>> flatten_groups("after-name", {"reaching": ["达到"], "bounding": ["不低于"]})
['达到', '不低于']
"""

from collections.abc import Iterable
from typing import Any

from policytext.rulebook.alternatives import EXCEPTIONS_SUFFIX
from policytext.rulebook.schema import Either, Field, ListOf, MapOf, Record, Text

_WORD = Text()
_WORDS = Either((ListOf(_WORD), MapOf(_WORD, ListOf(_WORD, or_one=True))))
_TABLE = MapOf(_WORD, Text(may_be_empty=True))
_LONGER = MapOf(_WORD, ListOf(_WORD, or_one=True))

#: Lists of words; those marked `*` have a table of exceptions.
_OF_WORDS = {
    # counting and deciding
    "words": "Words that the tokenizer keeps whole.",
    "stop-words": "Words excluded from key terms.",
    "ordinary-words": "Ordinary words; a term that crosses their boundaries does not count.",
    # units
    "units": "Units that count things.",
    "durations": "Lengths of time.",
    "rate-units": "What a rate is counted for, behind a stroke, beside the units: 吨/日.",
    "measuring-units": "Units that measure: %, 元.",
    "size-units": "Units of sizes, which a standard requires with 应为 or 宜为 alone.",
    "people": "Words for people after a number without a unit: 30万劳动者.",
    "money-indicators": "Indicators whose numbers without a unit are in 元: 5.8万亿.",
    "structural-nouns": "Nouns for the parts of a text or slogan, whose numbers are not indicators: 3个方面.",
    "structural-classifiers": "Units that may precede a structural noun.",
    "rank-units": "Units of a rank: 第14位.",
    # comparators
    "approximators": "Words for about, which count some words before their figure: 约增长7%.",
    "approximator-links": "Words that may stand between these words and the figure.",
    "distant-comparators": "Comparators with a noun between them and the figure: 至少举办3场.",
    "prohibitions": "Prohibitions, which reverse a comparator.",
    # changes
    "increases": "Verbs of growth.",
    "decreases": "Verbs of decline.",
    "adding": "Verbs of what is added, even where the figure stands at the clause's end.",
    "change-links": "Words between such a verb and its figure.",
    "reaching": "Words that make of a change the level that is reached.",
    # status
    "achieved-cues*": "Cues of an achievement.",
    "lead-in-cues": "Words of a lead-in above a list of what is promised.",
    "target-cues*": "Cues of a target.",
    "projected-nouns": "What changes by itself, in forecasts of Hong Kong and Taiwan: 总人口.",
    "forecast-cues*": "Cues of a forecast.",
    "quoted-cues": "Cues of a figure quoted from another source.",
    "achieved-headings*": "Words in headings of what is reached.",
    "target-headings": "Words in headings of what is promised.",
    "imperative-headings": "Words in headings that are imperatives.",
    "review-headings": "Words in headings of a review, which outweigh the headings below it.",
    "plan-review-nouns": "Nouns behind the name of a plan in headings of its review: “十四五”时期发展成就.",
    "planned-sums": "Words right before a sum that is only planned: 预算数为5亿元.",
    "issuing-verbs": "How the press says that a plan was issued.",
    "reporting-verbs": "How it says what the plan demands.",
    "spreading-verbs": "Verbs of a subject that spreads over what its figure counts.",
    "task-headings": "Nouns behind a year in headings of what is to be done in it.",
    "heading-commands": "Verbs at the beginning of a heading that says what is to be done: 推动创新取得新突破.",
    "coming-words*": "Words in such a heading that say that it plans, where it names no year: 今年的主要工作.",
    "plan-headings": "Words in headings that plan, beside a year that is not over.",
    "review-openings": "First words of paragraphs that open a review.",
    "plan-openings": "First words of paragraphs that open a plan.",
    "review-target-cues": "Cues that promise even in a review.",
    "budget-cues*": "Words of a budget, whose sums are to come.",
    "budget-titles": "Titles of budgets in Taiwan, whose items are of the year to come.",
    "budget-deeds": "Verbs of giving money, whose sums are promised and not estimated.",
    "budget-done-cues": "Words of how a budget was kept, whose sums are spent.",
    "budget-results": "Words of Taiwan for what came of a budget: 决算数.",
    "review-titles": "Ends of titles of documents that report what was reached.",
    "yearly-reports": "Reports of a year, which come out in the next one: 统计公报.",
    "plan-frame-titles": "Words in titles of documents that plan.",
    "mixed-titles": "Words in titles of documents that review first, then plan.",
    "normative": "Words of binding norms.",
    "limit-nouns": "Nouns that make the figure beside them a limit: 上限.",
    "promising-titles": "Ends of titles of documents that promise.",
    "clause-achieved-cues": "Cues that a figure of the same clause is reached.",
    "present-words": "Words for the day of the report: 目前.",
    "accumulating-cues": "The same, but by a day to come they may still promise: 累计.",
    "clause-target-cues*": "Modal verbs that make a figure of the same clause a promise.",
    "promising-subjects": "Subjects before 会 that promise, in Hong Kong.",
    "promising-words": "Words with which a report in Hong Kong says what is planned.",
    "promising-will*": "The word for will with which Hong Kong's government promises.",
    "work-report-salutations": "Salutations of reports of a government on its work.",
    # dates
    "special-years": "Names of years that are not the calendar's: 2024/25学年.",
    "year-ends": "Words for the end of the year that the document speaks in.",
    "year-end-sequels": "What must stand behind such a word.",
    "coming-years": "Words before a number of years to come.",
    "past-years": "Words before a number of years that are over.",
    "deadline-before": "Words before a date by which something is due.",
    "deadline-behind": "Words behind a date by which something is due.",
    "as-of-before": "Words before a date as of which something was counted.",
    "as-of-behind": "Words behind such a date: 至2030年底(止).",
    "completed-behind": "Words behind a date that is that of the figure before it.",
    "speeches": "Speeches of a government with a year in their name: 2030年施政报告承诺.",
    "announcing": "Verbs behind such a name.",
    "attributive-behind": "Verbs behind such a date: 去年公布的调查.",
    "superlatives": "The same, where a period says since when something is the highest: 过去5年来的低位.",
    "attributive-before": "Words before a date that only says which noun is meant.",
    "since-behind": "Words behind a date since which something holds.",
    "compared-before": "Words before a date that something is compared with.",
    "equated-before": "Words before a year whose value is the measure of a share or a multiple.",
    "plan-titles": "Nouns in titles and opening lines of plans, behind the period they are for.",
    # names of indicators
    "before-name*": "Words before an indicator's name that are no part of it.",
    "after-name*": "Words between a name and its figure that are no part of the name.",
    "comparing-words*": "Words that open what a change is compared with: 比(上年), 较(预算数).",
    "rank-verbs": "Words before the place of a rank: 居(全国第1位).",
    "computing-ends": "Ends of what a change is computed by: 按可比(价格).",
    "gauge-words*": "Words before what the figure itself is measured by: 高于(全国平均水平).",
    "reaching-wholes": "Words before the whole of a share: 达到(总人口的)千分之三.",
    "starting-times": "Words for the time of a starting value: 由(初期).",
    "frame-ends": "Words that end a frame between a subject and its verb: 在上述标准的(基础上).",
    "name-openers*": "Verbs and conjunctions behind which an indicator's name begins: 全市实现(总产值).",
    "generic-names": "Nouns that only say how a value changed, and continue the subject before: 增幅.",
    "adjunct-openings*": "Words that open a clause which is no subject: 扣除(物价因素).",
    "praising-words*": "What is said of a subject before its figure: 吞吐量(连续)多年第一,达到5000万吨.",
    "own-places": "Words for the whole territory, with which a name may begin: 全市.",
    "partitives": "Words for a part whose name stands behind its figure: 其中5亿元为(基本支出).",
    "proportions": "Nouns for a share: 比重.",
    "name-modals*": "Modal verbs behind which an indicator's name begins.",
    "counting-verbs*": "Verbs before what is counted.",
    "deed-adverbs": "Words between who acts and the verb before what is counted: 县政府(已累计)建成.",
    "attribute-openings": "Words that open an attribute behind a figure: 具有(自主产权的)品牌.",
    "payment-verbs": "Words that open what is given: 给予(最高50万元奖励).",
    "quantity-heads": "Ends of names of quantities, whose figure may have a noun behind it.",
    "payments": "What is given, behind its sum: 50万元(奖励).",
    "part-predicates*": "What is said of a part of what was counted before: 其中65间设有预约服务.",
    "noun-sequels*": "Words that follow the noun that a figure counts: 20个项目(落地).",
    "totals*": "Words before the name of what is counted that say it was counted together, or is there.",
    "name-tails*": "Second halves of names whose first half looks like a verb: 新增就业(人数).",
    "no-name-changes": "Changes behind a figure, where no name stands.",
    "no-name-verbs": "Verbs behind a figure, where no name stands.",
    "level-adjectives": "Adjectives of a level: 3.5%的合理水平.",
    "level-nouns": "Levels, which are no names.",
    # commitments
    "commitment-verbs": "Verbs that begin a commitment.",
    "bound-verbs": "Verbs that begin a commitment only behind an actor, a modal verb or a phrase.",
    "deed-verbs*": "Verbs that begin a commitment only right behind an actor, a modal verb or an adverb.",
    "phrase-openings*": "Words that open a phrase before a commitment's verb: 对.",
    "phrase-ends": "Words that such a phrase ends with: 基础上.",
    "empty-verbs": "Verbs behind such a phrase that only say that it is done: 进行.",
    "light-verbs": "Verbs behind such a phrase that say little themselves: 进行.",
    "benefit-verbs": "Verbs behind 为 and whom it is for: 为企业提供服务.",
    "about-verbs": "Verbs behind 就 and what it is about: 就方案征询意见.",
    "joint-deeds": "Verbs at the end of a clause behind 与 and with whom: 合作.",
    "plan-title-words": "Words in the title of a plan or a policy address, in which verbs alone promise.",
    "appeal-words*": "What opens a call upon others, or a question: 号召, 请问.",
    "wish-words*": "What opens a wish of others: 希望.",
    "result-openings": "What opens a clause that says what comes of those before: 有利于.",
    "result-verbs": "Verbs behind 将为 that say so: 带来.",
    "purpose-openings": "What opens a clause that gives a purpose: 从而.",
    "recipient-verbs": "Verbs behind which a body alone is the recipient: 报送省林业局.",
    "leading-verbs": "Verbs that only lead to another behind 把 or 对: 坚持把.",
    "second-verbs": "Verbs that begin a second deed behind 及: 鼓励生育及增加服务.",
    "means-verbs": "Verbs of the means, behind whose object another verb may stand: 采取措施加强管理.",
    "disposal-verbs": "Verbs whose object stands before them, behind 将 or 把.",
    "promoting-verbs": "Verbs with which a statute promises even without an actor.",
    "sanction-words": "Words of the consequences of breaking a statute.",
    "title-nouns": "Nouns at the end of a document's title, which may begin with a verb: 批复.",
    "condition-ends": "Ends of clauses that only say when, or on what condition.",
    "will-words*": "The word for will, which promises behind the name of a body.",
    "promising-modals": "Modal verbs that promise in speeches even where nobody is named: 将.",
    "allowing-words": "Modal verbs of what is allowed, and not promised.",
    "forbidding-words": "Modal verbs of what is forbidden.",
    "adverbs": "Adverbs before the verb of a commitment.",
    "past-cues*": "Words of a sentence that reports the past.",
    "binding-words": "Modal verbs before a commitment's verb.",
    "obligation-words*": "Modal verbs inside a sentence that make it bind.",
    "done-suffixes*": "What behind a verb says that it is no imperative: 了, 的, 率.",
    "sequence-words": "Words that number clauses: 首先.",
    "clause-links": "Conjunctions and adverbs that open a clause.",
    "no-commitments": "Phrases that begin with a commitment's verb and promise nothing.",
    "opening-years": "Words for a year with which a commitment's clause may begin.",
    "purpose-words": "Words that open the purpose of a statute, which is no commitment.",
    "enacting-words": "Words with which a statute's purpose ends: 制定本.",
    "listed-verbs": "Verbs that only name a kind of work before 、: 新建、改建的项目.",
    "compound-verbs": "Verbs that are the first half of a noun: 建设单位.",
    "compound-nouns": "The second halves of such nouns.",
    "verb-headed-nouns": "Ends of nouns that begin with a verb: 激励机制.",
    "staffing-verbs": "Verbs of recruitment that are the first half of a noun: 招聘岗位.",
    "staffing-nouns": "The second halves of such nouns.",
    "attribute-verbs": "Verbs that are the first half of an attribute: 研发投入.",
    "attribute-nouns": "The second halves of such attributes.",
    "attribute-changes": "What is said of an attribute in a report: 明显, 居.",
    "heading-verbs": "Verbs that are the first half of a heading: 保障措施.",
    "heading-nouns": "The second halves of such headings.",
    "state-verbs": "Verbs that are the subject of a sentence: 治理更加精细.",
    "state-predicates": "What is said of such subjects.",
    # actors
    "bodies*": "Names of state bodies and ends of such names, in groups by region.",
    "other-bodies*": "Ends of names of others who can promise: 公司.",
    "obliged-others": "Ends of names of others who are only obliged: 用人单位.",
    "no-actor-words*": "Words that never occur in the name of an actor.",
    "no-body-openings*": "First words of phrases that are no name of a body: 对.",
    "body-roles": "What a body is called behind 是: 主管部门.",
    "body-heads": "First words of names of bodies that are also verbs: 发展改革.",
    "actor-links*": "Words between an actor and its verb: 均.",
    "saying-words": "Verbs of saying between a body and what it promises: 表示.",
    "joint-words": "Words between an actor and the body that it acts with: 会同.",
    "part-words": "Words for an actor's part in a task, before its verb: 牵头.",
    "statute-titles*": "Ends of titles of statutes.",
    "leads": "Words for the responsible body.",
    "guiding-leads": "Labels that lead only where nobody else does: 指导.",
    "first-leads": "Those of them that lead where others are also called responsible: 牵头.",
    "lead-labels": "Labels of a line that names the responsible bodies.",
    "support-labels": "Labels of a line that names the supporting bodies.",
    "supports": "Words for supporting bodies.",
    "duties": "Words that only state a responsibility.",
    # figures that are no indicator
    "duty-verbs": "Verbs of a bracket with the bodies that are responsible, whose figures count nothing.",
    "vote-words": "Words of a vote, whose majority is no indicator.",
    "parting-words": "Words before a number of parts.",
    "enforcement-words": "Words of what was enforced, before a figure.",
    "penalty-words*": "Words of penalties, whose figures nobody aims at.",
    "reference-words*": "Words before a number that refers to what was said: 这5个.",
    "listed-bodies": "Nouns after 等 and a number, which counts the list before it: 等4个县.",
    "listed-areas": "The same, unless another noun follows: 等4个国家.",
    "scope-openings": "First words of a clause that says what something is about: 针对.",
    "share-words": "Words before a share of costs, which is no indicator: 自付30%.",
    "having-words": "Words between those that have something and how much they have: 共有.",
    "mark-words": "Words beside marks of an examination: 笔试.",
    "composition-words": "Words after the members of a body: 由5名委员组成.",
    "map-words": "Words for maps, before which a fraction is a scale.",
    "subsidy-words": "Words beside a sum that each who applies gets.",
    "pool-words": "Words beside such a sum that make it a total, which is an indicator.",
    "grant-words": "Words beside such a sum that make it a rule where nothing promises.",
    "fee-words": "Words beside a sum that each must pay.",
    "giving-words": "Words before a size that is given, and does not only say which ones are meant.",
    "sizes": "Ends of units whose figures with 以上 only say which ones are meant.",
    "measured-durations": "Words before a length of time that is measured, and no deadline.",
    "due-behind": "Words behind a length of time by which something is due.",
    "events": "Events of which none happens: 零事故.",
    "indicator-kinds": "How binding an indicator is: 约束性.",
}
#: Tables whose keys are no words of texts, so that no example can hold them.
WITHOUT_WORDS = frozenset(("status-evidence", "wording-figures"))
_TABLES = {
    "unit-forms": "One normal form where a unit has several.",
    "comparators-before": "Words before a figure, and their comparators: >=, >, <=, <, ~.",
    "comparators-behind": "Words after a figure, and their comparators.",
    "cell-comparators": "Signs and words before a figure in a table cell, and their comparators.",
    "table-columns": "Words in the heads of tables, and what their column holds: name, unit, target, actor.",
    "status-evidence": "Kinds of evidence for a status, and their weights from 0 to 100; the weightiest decides.",
    "wording-openings": "First words of clauses, and how much they plan (above 0) or review (below).",
    "wording-ends": "Last words of clauses, weighed in the same way.",
    "wording-before-figures": "Characters before a figure, weighed in the same way.",
    "wording-behind-figures": "Words behind a figure, weighed in the same way.",
    "wording-words": "Characters anywhere in a clause, weighed in the same way.",
    "wording-figures": "What the figures of a paragraph say, weighed in the same way: bounds, round and exact ones.",
    "modality": "Modal verbs, and how much they bind, from 0 to 3.",
    "relative-years": "Words for a year, and how far it lies from the one that the document speaks in.",
    "relative-months": "Words for a month, and how far it lies from that of the document's own date.",
    "fixed-years": "Words that name one year, and which: 2050.",
    "year-parts": "Parts of a year, and their first and last month: 1-6.",
    "five-year-plans": "Plans by number, and their first and last year.",
}


def _fields() -> Iterable[Field]:
    for name, about in _OF_WORDS.items():
        bare = name.rstrip("*")
        yield Field(bare, _WORDS, about=about)
        if bare != name:
            yield Field(
                bare + EXCEPTIONS_SUFFIX,
                _LONGER,
                about=f"Longer words in which a word of `{bare}` does not count.",
            )
    for name, about in _TABLES.items():
        yield Field(name, _TABLE, about=about)
    yield Field("unit-guards", _LONGER, about="Text that must not follow a unit: 个 of 个体.")


LISTS = Record(
    "lists",
    tuple(_fields()),
    "Word lists and tables for the analysers.",
    others=Either((ListOf(_WORD), MapOf(_WORD, Either((Text(may_be_empty=True), ListOf(_WORD)))))),
)
_NAMES = frozenset(field.name for field in LISTS.fields)
#: The lists that the target extraction reads.
TARGET_LISTS = _NAMES - {"words", "stop-words", "ordinary-words"}
_WORD_LISTS = frozenset(name.rstrip("*") for name in _OF_WORDS)


def is_known_list(name: str) -> bool:
    """Return whether an analyser reads the list of this name."""
    return name in _NAMES


def flatten_groups(name: str, value: Any) -> Any:
    """Return a list of words without its groups; any other value unchanged."""
    if name in _WORD_LISTS and isinstance(value, dict):
        return list(dict.fromkeys(word for words in value.values() for word in words))
    return value
