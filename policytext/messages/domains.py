"""The command `domains`."""

DOMAINS: dict[str, tuple[str, str]] = {
    "done-domains": (
        "已读取 {files} 个文件，{parts} 句归入领域",
        "read {files:file|files}, assigned {parts:sentence|sentences} to a domain",
    ),
    "nothing-domains": ("没有句子", "no sentences"),
    "no-domain": ("未归类", "undecided"),
    "coverage-sentences": ("{count} 句", "{count:sentence|sentences}"),
    "prior": ("上级标题 {weight}", "heading {weight}"),
    "coverage-table": (
        "| 领域 | 句数 | 字符 | 比例 |",
        "| domain | sentences | characters | share |",
    ),
}
