"""What the commands about very many documents and about the rules have for themselves."""

from policytext.cli.options.rows import Option

USUAL_WHAT = ("outline", "targets", "domains", "lint", "stats")
WHAT = (*USUAL_WHAT, "extract")

CORPUS = (
    Option(
        "what",
        "分析内容：{choices}；extract 为规则文件中的提取规则，需写明",
        "what to look for: {choices}; extract, by the extract rules of packs, only where it is named",
        ("corpus run",),
        "names",
        USUAL_WHAT,
        metavar="KIND,…",
        choices=WHAT,
    ),
    Option(
        "engine",
        "运行方式：local 用本机进程，dask 用集群",
        "where it runs: local, in processes here, or dask, on a cluster",
        ("corpus run",),
        default="local",
        choices=("local", "dask"),
    ),
    Option(
        "scheduler",
        "Dask 调度器的地址；不给则在本机启动一个",
        "the address of a Dask scheduler; without it one is started here",
        ("corpus run",),
        metavar="ADDRESS",
    ),
    Option("shard-size", "每片的大小", "the size of a shard", ("corpus run",), "size", "8MB"),
    Option(
        "memory-limit",
        "每份文件最多占用多少内存",
        "memory that one document may take",
        ("corpus run",),
        "size",
        "4GB",
    ),
    Option(
        "id-column", "表中作为文件编号的列", "the column of a table that names its documents", ("corpus run",)
    ),
    Option(
        "keep",
        "表中要保留的其他列",
        "more columns of a table to keep with each document",
        ("corpus run",),
        "names",
        (),
    ),
    Option(
        "years",
        "比较这两年，如 2023,2024",
        "compare these two years, such as 2023,2024",
        ("corpus diff",),
        metavar="YEAR,YEAR",
        setting=False,
    ),
    Option(
        "coverage",
        "说明例句覆盖了多少词语；没有例句能触发的规则记为错误",
        "show how many terms the examples cover; a rule that no example triggers is an error",
        ("rules test",),
        "switch",
        False,
        setting=False,
    ),
    Option(
        "watch",
        "规则文件每次保存后重新运行例句，按 Ctrl+C 结束",
        "run the examples again after each change of a pack that is named, until Ctrl+C",
        ("rules test",),
        "switch",
        False,
        setting=False,
    ),
    Option(
        "extract",
        "生成提取规则，不是检查规则",
        "write a rule that extracts, not one that looks for mistakes",
        ("rules new",),
        "switch",
        False,
        setting=False,
    ),
    Option(
        "forget",
        "清除已学习的用词",
        "remove what was learned",
        ("rules learn",),
        "switch",
        False,
        setting=False,
    ),
)
