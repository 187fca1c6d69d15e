"""Help texts of commands and options."""

HELP: dict[str, tuple[str, str]] = {
    "help-usage": ("用法：{usage}", "Usage: {usage}"),
    "help-commands": ("命令：", "Commands:"),
    "help-options": ("选项：", "Options:"),
    "help-end": (
        "退出码：0 完成，1 有发现，2 出错，130 中断，141 管道关闭。\nEnglish: policytext --lang en --help",
        "Exit codes: 0 done, 1 findings, 2 fault, 130 interrupted, 141 output closed.\n中文：--lang zh",
    ),
    "help-policytext": (
        "分析中文政策文本：提取结构、检查错误。",
        "Outline, read and check Chinese policy texts.",
    ),
    "help-outline": (
        "列出文本的结构：标题、条文、列项和“一是”一类的行内项。\n例：policytext outline 规划.txt --depth 2",
        "Show the structure of texts: headings, articles, list items and inline items.\n"
        "Example: policytext outline plan.txt --depth 2",
    ),
    "help-domains": (
        "说明文本的哪些句子属于哪个服务领域，依据是什么。\n例：policytext domains 规划.txt --why",
        "Show which sentences speak of which service domain, and why.\n"
        "Example: policytext domains plan.txt --why",
    ),
    "help-why": ("列出依据：词语和权重", "show the evidence: terms and their weights"),
    "help-no-domains": ("不判断领域（更快）", "leave out the domains of sections (faster)"),
    "help-rules": (
        "另加的规则文件或文件夹，可多次使用；none 不用内置规则",
        "more rule files or folders, may be repeated; none leaves out the built-in ones",
    ),
    "help-domain": (
        "只看这些领域，如 social,government；none 为未归类",
        "only these domains, such as social,government; none for undecided",
    ),
    "help-files": ("文件或文件夹；- 为标准输入", "files or folders; - for standard input"),
    "help-stdin-filename": ("标准输入的文件名", "the name of what standard input brings"),
    "help-files-from": (
        "从清单读文件名，每行一个；- 为标准输入",
        "read file names from a list; - for standard input",
    ),
    "help-null": (
        "清单以 NUL 分隔（如 git ls-files -z）",
        "the list is separated by NUL, as git ls-files -z does",
    ),
    "help-exclude": ("不读匹配的文件，可多次使用", "leave out matching files; may be repeated"),
    "help-encoding": ("输入的编码；不给则自动识别", "the encoding of the input; detected without it"),
    "help-format": (
        "输出格式：{formats}；终端上默认 tree，否则 text",
        "one of {formats}; tree on a terminal, else text",
    ),
    "help-output": ("写入文件，写完才替换", "write to a file, replaced only when complete"),
    "help-in": (
        "只看这个地址的部分，如 二、/（一）",
        "only the section at this address, such as 二、/（一）",
    ),
    "help-line-numbers": ("显示行号", "show line numbers"),
    "help-color": ("颜色", "colour"),
    "help-quiet": ("只报告错误", "tell only of faults"),
    "help-verbose": ("逐个文件说明编码、字体、字数", "tell each file's encoding, script and size"),
    "help-lang": ("提示的语言", "the language of messages"),
    "help-config": ("配置文件；不给则向上查找", "configuration file; without it the nearest upwards"),
    "help-show-files": ("只列出将读取的文件", "only list the files that would be read"),
    "help-show-settings": ("只列出设置及其来源", "only list the settings and where they come from"),
    "help-version": ("显示版本", "show the version"),
    "help-help": ("显示本说明", "show this page"),
    "help-depth": ("只显示前 N 层", "only the first N levels"),
    "help-no-inline": ("不显示“一是”一类的行内项", "leave out inline items such as 一是"),
    "help-text": (
        "显示读到的文本，即其他命令所用的文本；--map 连同各行在原文件中的位置。\n例：policytext text 规划.docx --map",
        "Print the text that was read, which all other commands work on; --map with the places it comes from.\n"
        "Example: policytext text plan.docx --map",
    ),
    "help-map": (
        "列出每行的起始位置和它在原文件中的段落、元素或页",
        "each line's offset, and its paragraph, element or page",
    ),
    "help-raw": ("网页：连同导航等一并保留", "web pages: keep what is not the main text, too"),
    "help-text-column": (
        "表格（.csv .tsv .jsonl）：正文所在的列，每行一个文件",
        "tables (.csv .tsv .jsonl): the column that holds a text, one document a row",
    ),
    "help-max-size": (
        "文件和其中压缩内容的大小上限，单位 MB，默认 300",
        "the largest file, and the largest part packed in one, in MB; 300 without it",
    ),
    "help-rules-group": (
        "检查、测试、查询和编写规则。\n例：policytext rules test 我的规则.yaml",
        "Check, test, look up and write rules.\nExample: policytext rules test my-rules.yaml",
    ),
    "help-rules-check": (
        "检查规则文件能不能用：逐行指出写错的地方。\n例：policytext rules check 我的规则.yaml",
        "Say whether rule files can be used, slip by slip with their lines.\n"
        "Example: policytext rules check my-rules.yaml",
    ),
    "help-rules-test": (
        "运行规则里的例句。\n例：policytext rules test --coverage",
        "Run the examples inside the rules.\nExample: policytext rules test --coverage",
    ),
    "help-rules-list": ("列出全部规则。", "List all rules."),
    "help-rules-explain": (
        "说明一条规则：找什么、为什么、依据、例句、实测。\n例：policytext rules explain social",
        "Explain one rule: what it finds, why, its basis, its examples, how it was measured.\n"
        "Example: policytext rules explain social",
    ),
    "help-rules-try": (
        "看一句话命中哪些规则，差一点命中的又差在哪里。\n例：policytext rules try 推进一网通办。",
        "Show which rules hit a sentence, and what stopped those that nearly do.\n"
        "Example: policytext rules try 推进一网通办。",
    ),
    "help-rules-new": (
        "写出一份能用的规则文件，再逐行改成自己的。\n例：policytext rules new typo/my-rule -o 我的规则.yaml",
        "Write a rule file that works, to be changed line by line.\n"
        "Example: policytext rules new typo/my-rule -o my-rules.yaml",
    ),
    "help-rules-schema": (
        "输出规则文件的 JSON Schema，供编辑器补全。",
        "Print the JSON Schema of rule files, from which editors complete.",
    ),
    "help-packs": ("规则文件或文件夹；不给则为全部规则", "rule files or folders; all rules without one"),
    "help-format-text": ("输出格式：{formats}", "one of {formats}"),
    "help-verbose-rules": ("说得更细", "tell more"),
    "help-coverage": (
        "说明例句覆盖了多少词语；没有例句能触发的规则算出错",
        "say how many terms the examples exercise; a rule that none makes fire is an error",
    ),
    "help-rule-name": ("规则的名称", "the rule's name"),
    "help-try-text": ("一句话", "a sentence"),
    "help-new-name": (
        "规则的名称：类别/名称（检查）或名称（领域）",
        "the rule's name: FAMILY/SLUG for lint, SLUG for a domain",
    ),
    "help-lint": (
        "找出文本中可能的错误，能改的给出改法。\n例：policytext lint 草稿.txt --diff",
        "Find likely mistakes in texts, with mends.\nExample: policytext lint draft.txt --diff",
    ),
    "help-select": (
        "只用这些规则或类别，如 typo,number/direction",
        "only these rules or families, such as typo,number/direction",
    ),
    "help-ignore": ("不用这些规则或类别", "leave these rules or families out"),
    "help-min-confidence": ("只报可信度不低于 0.9 一类的", "only findings at least so sure, such as 0.9"),
    "help-fail-on": (
        "有这一级别的发现时退出码为 1：error、warning（默认）、info 或 never",
        "exit with 1 on findings of this severity: error, warning (the default), info or never",
    ),
    "help-exit-zero": ("有发现也以 0 退出", "exit with 0 whatever is found"),
    "help-profile": (
        "依据哪里的标准：mainland、tw、hk；不给则自动判断",
        "whose standards: mainland, tw or hk; detected without it",
    ),
    "help-track-changes": (
        "把改动作为修订写进 Word 文档，并附批注，供人接受或拒绝",
        "write the mends into Word documents as revisions with comments, to be accepted or rejected",
    ),
    "help-fix": ("写回改动：只改意思一定不变的", "write the safe mends back into the files"),
    "help-unsafe-fixes": ("连同需要人核对的改动", "the mends that want a second look too"),
    "help-diff": ("只显示改动，不写回", "show the mends and write nothing"),
    "help-concise": ("一行一个发现", "one line a finding"),
    "help-baseline": (
        "不报这份基线里已有的发现",
        "leave out what this baseline already holds",
    ),
    "help-update-baseline": ("把现有的发现写成基线", "write what is found now as the baseline"),
    "help-interactive": ("逐个询问是否改", "ask before each mend"),
    "help-targets": (
        "列出文本的量化目标和举措：指标、数值、期限、完成与否，以及谁做什么。\n例：policytext targets 规划.txt --format csv",
        "List what texts promise and report: indicators, values, dates, status; and who will do what.\n"
        "Example: policytext targets plan.txt --format csv",
    ),
    "help-kind": (
        "只列这一种：indicators（指标）或 measures（举措）",
        "only this kind: indicators or measures",
    ),
    "help-status": (
        "只列这些状态的指标：target、achieved、baseline、forecast、quoted",
        "only indicators of these: target, achieved, baseline, forecast, quoted",
    ),
    "help-spreadsheet": (
        "csv、tsv 供电子表格打开：中文表头和 BOM；以 = + - @ 开头的文字前加制表符，不会被当作公式",
        "csv and tsv for spreadsheets: headers in your language, a byte order mark, and a tab before text that begins with = + - @, so that it is not calculated",
    ),
    "help-stats": (
        "统计文本：字数、句数、词语、领域、目标、问题；一份一行，另有合计。\n例：policytext stats 报告/ --format csv",
        "Count what texts are made of: characters, words, domains, targets, findings; a row a file and a total.\n"
        "Example: policytext stats reports/ --format csv",
    ),
    "help-only": (
        "只统计这些：counts、words、domains、targets、findings",
        "count only these: counts, words, domains, targets, findings",
    ),
    "help-top": ("列出多少个词", "how many words to list"),
    "help-term": (
        "列出这个词的每处上下文和常与它搭配的词",
        "show this term where it stands, and the words that stand near it",
    ),
    "help-against": (
        "突出词同什么比：rest（其余文件）或一个文件夹；默认同内置的公文词频比",
        "what words stand out against: rest (the other files) or a folder; built-in official prose without it",
    ),
    "help-by": ("按年份合并（year）", "add up by year (year)"),
    "help-sort": ("按这一列排序，数字从大到小", "sort by this column, numbers from the largest"),
    "help-no-total": ("不要合计", "leave out the total"),
    "help-stop-words": ("另加的停用词文件，一行一个", "a file of more stop words, one a line"),
    "help-plot": (
        "把领域、目标和词语画成图（.svg 或 .png）",
        "draw domains, targets and words (.svg or .png)",
    ),
    "help-corpus": (
        "很多文件：run 运行，query 查询结果，diff 比较两次结果",
        "Very many documents: run over them, query what was found, diff two runs",
    ),
    "help-corpus-run": (
        "处理很多文件，结果写成 Parquet 表；中断后用同一命令继续。\n例：policytext corpus run 文件/ -o 结果/ --what targets,domains",
        "Take very many documents to tables in Parquet; the same command goes on where it was interrupted.\n"
        "Example: policytext corpus run texts/ -o out/ --what targets,domains",
    ),
    "help-corpus-query": (
        "用 SQL 查询结果；不写 SQL 就列出有哪些表和列。\n例：policytext corpus query 结果/ 'select * from targets limit 20'",
        "Ask what was found, in SQL; without a question the tables and their columns are listed.\n"
        "Example: policytext corpus query out/ 'select * from targets limit 20'",
    ),
    "help-corpus-diff": (
        "比较两次结果，或同一结果中的两年（--years）。\n例：policytext corpus diff 旧/ 新/",
        "What changed between two runs, or two years of them (--years).\nExample: policytext corpus diff old/ new/",
    ),
    "help-inputs": (
        "文件、文件夹、.jsonl（.gz、.zst）、.csv、Parquet，或 fsspec 地址（s3://…）",
        "files, folders, .jsonl (.gz, .zst), .csv, Parquet, or addresses for fsspec (s3://…)",
    ),
    "help-inputs-from": ("从这个文件读文件名，一行一个", "read the inputs' names from this file, one a line"),
    "help-out": ("结果文件夹", "the folder for the tables"),
    "help-out-folder": ("corpus run 的结果文件夹", "the folder of a corpus run"),
    "help-sql": ("SQL 语句", "the question, in SQL"),
    "help-years": ("比较这两年：2023,2024", "compare these two years: 2023,2024"),
    "help-what": (
        "做哪些：outline、targets、domains、lint、stats，默认全做",
        "what to look for: outline, targets, domains, lint, stats; all without it",
    ),
    "help-jobs": ("同时用几个进程", "how many processes"),
    "help-engine": (
        "由谁运行：local 本机进程，dask 集群",
        "who runs it: local, processes here, or dask, a cluster",
    ),
    "help-scheduler": (
        "Dask 调度器的地址；不写就在本机起一个",
        "the address of a Dask scheduler; without it one is started here",
    ),
    "help-shard-size": ("每片多大，如 8MB", "the size of a shard, such as 8MB"),
    "help-time-limit": ("每份文件最多占用处理器多少秒（CPU 时间）", "CPU seconds that one document may take"),
    "help-memory-limit": ("每份文件最多用多少内存，如 4GB", "memory that one document may take, such as 4GB"),
    "help-id-column": ("表中作为文件编号的列", "the column of a table that names its documents"),
    "help-keep": ("表中要保留的其他列", "more columns of a table to keep with each document"),
    "help-format-query": ("输出格式：{formats}", "output format: {formats}"),
    "help-rules-learn": (
        "从本单位的文稿学习用词，减少别字误报。\n例：policytext rules learn 历年报告/",
        "Learn an organisation's terms from its archive, for fewer false alarms.\n"
        "Example: policytext rules learn reports/",
    ),
    "help-learn-folder": ("存放文稿的文件夹或文件", "folders or files of the archive"),
    "help-forget": ("忘掉学过的内容", "forget what was learned"),
    "help-alarm-rate": (
        "用语言模型找别字，并说明每万字可容忍多少误报，如 0.2（需 pip install '.[typos]'）",
        "also find slips by a language model: the false alarms in 10,000 characters that you can bear, such as 0.2"
        " (needs pip install '.[typos]')",
    ),
}
