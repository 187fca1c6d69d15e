"""What single commands that read texts have for themselves."""

from policytext.cli.options.rows import Option

KINDS = ("indicators", "measures")
STATUSES = ("target", "achieved", "baseline", "forecast", "quoted")
COUNTED = ("counts", "words", "domains", "targets", "findings")

ANALYSIS = (
    Option("depth", "只显示前 N 层", "only the first N levels", ("outline",), "number"),
    Option(
        "no-inline",
        "不显示“一是”一类的行内项",
        "leave out inline items such as 一是",
        ("outline",),
        "switch",
        False,
    ),
    Option(
        "no-domains",
        "不判断领域（更快）",
        "leave out the domains of sections (faster)",
        ("outline",),
        "switch",
        False,
    ),
    Option(
        "why",
        "列出依据：词语和权重",
        "show the evidence: terms and their weights",
        ("domains",),
        "switch",
        False,
    ),
    Option(
        "kind",
        "只列这些：{choices}（指标、举措）",
        "only these: {choices}",
        ("targets",),
        "names",
        (),
        metavar="KIND,…",
        choices=KINDS,
    ),
    Option(
        "status",
        "只列这些状态的指标：{choices}",
        "only indicators of these: {choices}",
        ("targets",),
        "names",
        (),
        metavar="STATUS,…",
        choices=STATUSES,
    ),
    Option(
        "map",
        "列出每行的起始位置和它在原文件中的段落、元素或页",
        "show each line's offset, and its paragraph, element or page",
        ("text",),
        "switch",
        False,
    ),
    Option(
        "only",
        "只统计这些：{choices}",
        "count only these: {choices}",
        ("stats",),
        "names",
        (),
        metavar="KIND,…",
        choices=COUNTED,
    ),
    Option("top", "列出多少个词", "how many words to list", ("stats", "corpus run"), "number", 20),
    Option(
        "term",
        "列出这个词的每处上下文和常与它搭配的词",
        "show this term in its context, and the words that stand near it",
        ("stats",),
        metavar="WORD",
    ),
    Option(
        "against",
        "特征词与什么相比：rest（其余文件）或一个文件夹；不给则与内置的公文词频相比",
        "what key terms are compared with: rest (the other files) or a folder; built-in official prose without it",
        ("stats",),
        metavar="rest|PATH",
    ),
    Option("by", "按年份合并", "add up by year", ("stats",), choices=("year",)),
    Option(
        "sort",
        "按这一列排序，数字从大到小",
        "sort by this column, numbers from the largest",
        ("stats",),
        metavar="COLUMN",
    ),
    Option("no-total", "不列合计", "leave out the total", ("stats",), "switch", False),
    Option(
        "stop-words",
        "另加的停用词文件，一行一个",
        "a file of more stop words, one a line",
        ("stats",),
        metavar="FILE",
    ),
    Option(
        "plot",
        "把领域、目标和词语画成图（.svg 或 .png）",
        "draw domains, targets and words (.svg or .png)",
        ("stats",),
        metavar="FILE",
        setting=False,
    ),
)
