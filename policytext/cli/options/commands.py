"""Every command by name: what it is for, which groups of options it uses, what it takes, its formats.

A command with a space in its name is a file in the folder of its first word.
"""

from policytext.cli.options.rows import Command, Operand

_FILES = Operand(
    "files",
    "FILE…",
    "文件或文件夹；- 为标准输入",
    "files or folders; - for standard input",
    takes_several=True,
)
_PACKS = Operand(
    "files",
    "PACK…",
    "规则文件或文件夹；不给则为全部规则",
    "rule files or folders; all rules without one",
    takes_several=True,
)
_RUN = ("corpus run 的结果文件夹", "the folder of a corpus run")
_TEXTS = ("texts", "inputs", "reading")
_ANSWERS = ("table", "csv", "tsv", "jsonl")

ROOT = Command("", "分析中文政策文本：提取结构、检查错误。", "Outline, read and check Chinese policy texts.")

_COMMANDS = (
    Command(
        "outline",
        "列出文本的结构：标题、条文、列项和“一是”一类的行内项。\n例：policytext outline 规划.txt --depth 2",
        "Show the structure of texts: headings, articles, list items and inline items.\n"
        "Example: policytext outline plan.txt --depth 2",
        (*_TEXTS, "rule packs", "by domain", "line numbers", "color"),
        (_FILES,),
        ("text", "tree", "json", "jsonl", "markdown", "csv", "tsv"),
        terminal="tree",
    ),
    Command(
        "domains",
        "说明文本的哪些句子属于哪个服务领域，依据是什么。\n例：policytext domains 规划.txt --why",
        "Show which sentences belong to which service domain, and why.\nExample: policytext domains plan.txt --why",
        (*_TEXTS, "rule packs", "by domain", "line numbers", "color"),
        (_FILES,),
        ("text", "full", "tree", "json", "jsonl", "markdown", "csv", "tsv"),
        terminal="full",
    ),
    Command(
        "targets",
        "列出文本的量化目标和举措：指标、数值、期限、完成与否，以及谁做什么。\n例：policytext targets 规划.txt --format csv",
        "List what texts promise and report: indicators, values, dates, status; and who will do what.\n"
        "Example: policytext targets plan.txt --format csv",
        (*_TEXTS, "rule packs", "by domain", "line numbers", "color"),
        (_FILES,),
        ("text", "table", "json", "jsonl", "csv", "tsv", "xlsx"),
        terminal="table",
    ),
    Command(
        "extract",
        "按规则文件中的 extract: 提取内容：一处一行，各部分为列。\n例：policytext extract 规划.txt --rules 资金.yaml -o 资金.xlsx",
        "Extract what the extract: rules of packs find: a row a place, a column for each part.\n"
        "Example: policytext extract plan.txt --rules funds.yaml -o funds.xlsx",
        (*_TEXTS, "rule packs", "by domain", "line numbers", "color"),
        (_FILES,),
        ("text", "table", "json", "jsonl", "csv", "tsv", "xlsx"),
        terminal="table",
    ),
    Command(
        "lint",
        "找出文本中可能的错误，能改的给出改法。\n例：policytext lint 草稿.txt --diff",
        "Find likely mistakes in texts, with fixes.\nExample: policytext lint draft.txt --diff",
        (*_TEXTS, "rule packs", "findings", "color"),
        (_FILES,),
        ("text", "full", "json", "jsonl", "sarif", "github", "junit", "csv", "tsv", "diff", "fixed"),
        terminal="full",
    ),
    Command(
        "stats",
        "统计文本：字数、句数、词语、领域、目标、问题；一份一行，另有合计。\n例：policytext stats 报告/ --format csv",
        "Count what texts are made of: characters, words, domains, targets, findings; a row a file and a total.\n"
        "Example: policytext stats reports/ --format csv",
        (*_TEXTS, "rule packs", "by domain", "color"),
        (_FILES,),
        ("text", "table", "markdown", "json", "jsonl", "csv", "tsv"),
        terminal="table",
    ),
    Command(
        "text",
        "显示读到的文本，即其他命令所用的文本；--map 连同各行在原文件中的位置。\n例：policytext text 规划.docx --map",
        "Print the text that was read, which all other commands work on; --map with the places it comes from.\n"
        "Example: policytext text plan.docx --map",
        (*_TEXTS, "line numbers"),
        (_FILES,),
        ("text", "json", "jsonl", "csv", "tsv"),
    ),
    Command(
        "corpus",
        "很多文件：run 运行，query 查询结果，diff 比较两次结果",
        "Very many documents: run over them, query the results, diff two runs",
    ),
    Command(
        "corpus run",
        "处理很多文件，结果写成 Parquet 表；中断后用同一命令继续。\n例：policytext corpus run 文件/ -o 结果/ --what targets,domains",
        "Write tables in Parquet for very many documents; after an interruption the same command goes on.\n"
        "Example: policytext corpus run texts/ -o out/ --what targets,domains",
        ("inputs", "reading", "rule packs", "findings"),
        (
            Operand(
                "files",
                "INPUT…",
                "文件、文件夹、.jsonl（.gz、.zst）、.csv、Parquet，或 fsspec 地址（s3://…）",
                "files, folders, .jsonl (.gz, .zst), .csv, Parquet, or addresses for fsspec (s3://…)",
                takes_several=True,
            ),
        ),
    ),
    Command(
        "corpus query",
        "用 SQL 查询结果；不写 SQL 就列出有哪些表和列。\n例：policytext corpus query 结果/ 'select * from targets limit 20'",
        "Query the results in SQL; without a query the tables and their columns are listed.\n"
        "Example: policytext corpus query out/ 'select * from targets limit 20'",
        operands=(
            Operand("folder", "FOLDER", *_RUN, required=True),
            Operand("sql", "SQL", "SQL 语句", "a query in SQL"),
        ),
        formats=_ANSWERS,
        piped="csv",
        terminal="table",
    ),
    Command(
        "corpus diff",
        "比较两次结果，或同一结果中的两年（--years）。\n例：policytext corpus diff 旧/ 新/",
        "Show what changed between two runs, or two years of one (--years).\nExample: policytext corpus diff old/ new/",
        operands=(Operand("before", "BEFORE", *_RUN, required=True), Operand("after", "AFTER", *_RUN)),
        formats=_ANSWERS,
        piped="csv",
        terminal="table",
    ),
    Command(
        "rules",
        "检查、测试、查询和编写规则。\n例：policytext rules test 我的规则.yaml",
        "Check, test, look up and write rules.\nExample: policytext rules test my-rules.yaml",
    ),
    Command(
        "rules check",
        "检查规则文件是否可用，逐行指出错误；不运行例句，例句由 rules test 运行。\n例：policytext rules check 我的规则.yaml",
        "Check whether rule files can be used: each mistake with its line. The examples are run by rules test.\n"
        "Example: policytext rules check my-rules.yaml",
        ("rule packs",),
        (_PACKS,),
        ("text", "json"),
    ),
    Command(
        "rules test",
        "运行规则里的例句。\n例：policytext rules test --coverage",
        "Run the examples inside the rules.\nExample: policytext rules test --coverage",
        ("rule packs",),
        (_PACKS,),
        ("text", "json"),
    ),
    Command(
        "rules list", "列出全部规则。", "List all rules.", ("rule packs",), (_PACKS,), ("text", "json", "tsv")
    ),
    Command(
        "rules explain",
        "说明一条规则：找什么、为什么、依据、例句、实测。\n例：policytext rules explain social",
        "Explain one rule: what it finds, why, its basis, its examples, how it was measured.\n"
        "Example: policytext rules explain social",
        ("rule packs",),
        (Operand("name", "NAME", "规则的名称", "the rule's name", required=True),),
        ("text", "json"),
    ),
    Command(
        "rules show",
        "把一条规则按实际生效的内容输出为规则文件，可以再读入。\n例：policytext rules show social --rules 我的规则.yaml",
        "Print a rule as it is in force, as a rule file that can be read back.\n"
        "Example: policytext rules show social --rules my-rules.yaml",
        ("rule packs",),
        (Operand("name", "NAME", "规则的名称", "the rule's name", required=True),),
    ),
    Command(
        "rules try",
        "看一句话命中哪些规则，差一点命中的又差在哪里。\n例：policytext rules try 推进一网通办。",
        "Show which rules match a sentence, and what stopped those that nearly do.\n"
        "Example: policytext rules try 推进一网通办。",
        ("rule packs",),
        (Operand("text", "TEXT", "一句话", "a sentence", required=True),),
        ("text", "json"),
    ),
    Command(
        "rules new",
        "写出一份能用的规则文件，再逐行改成自己的。\n例：policytext rules new typo/my-rule -o 我的规则.yaml",
        "Write a rule file that works, to be changed line by line.\n"
        "Example: policytext rules new typo/my-rule -o my-rules.yaml",
        operands=(
            Operand(
                "name",
                "NAME",
                "规则的名称：类别/名称（检查）或名称（领域；已有的领域则为补充）",
                "the rule's name: FAMILY/SLUG for lint, SLUG for a domain or for changes of one that exists",
                required=True,
            ),
        ),
    ),
    Command(
        "rules learn",
        "从本单位的文稿学习用词，减少别字误报。\n例：policytext rules learn 历年报告/",
        "Learn an organisation's terms from its archive, for fewer false positives.\n"
        "Example: policytext rules learn reports/",
        operands=(
            Operand(
                "folders",
                "FOLDER…",
                "存放文稿的文件夹或文件",
                "folders or files of the archive",
                takes_several=True,
            ),
        ),
        formats=("text", "json"),
    ),
    Command(
        "rules learn-terms",
        "从已标注领域的句子提出词语和权重，附依据；只有写 -o 才生成规则文件。\n"
        "例：policytext rules learn-terms 标注.jsonl -o 建议.yaml",
        "Propose terms and weights from labelled sentences, with the evidence; a rule file is written only with -o.\n"
        "Example: policytext rules learn-terms labelled.jsonl -o proposed.yaml",
        ("rule packs",),
        (
            Operand(
                "files",
                "LABELLED…",
                '标注文件（.jsonl）：每行 {"text": 句子, "domain": 领域或 null}',
                'files (.jsonl) with {"text": a sentence, "domain": its domain or null} on each line',
                takes_several=True,
            ),
        ),
        ("text", "json", "yaml"),
    ),
    Command(
        "rules schema",
        "输出规则文件的 JSON Schema，供编辑器补全。",
        "Print the JSON Schema of rule files, from which editors complete.",
    ),
)

COMMANDS = {command.name: command for command in _COMMANDS}


def list_commands(group: str = "") -> dict[str, Command]:
    """Return the commands directly below `group` by their last word.

    >>> list(list_commands("corpus"))
    ['run', 'query', 'diff']
    """
    first = f"{group} " if group else ""
    below = {
        name.removeprefix(first): command for name, command in COMMANDS.items() if name.startswith(first)
    }
    return {name: command for name, command in below.items() if " " not in name}
