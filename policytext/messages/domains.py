"""The command `domains`."""

DOMAINS: dict[str, tuple[str, str]] = {
    "done-domains": (
        "共 {files} 个文件，{parts} 句归入领域，{failed} 个失败",
        "read {files} file{s}, {parts} sentence{parts_s} of a domain: {failed} failed",
    ),
    "nothing-domains": ("没有句子", "no sentences"),
    "no-domain": ("未归类", "undecided"),
    "coverage-sentences": ("{count} 句", "{count} sentence{s}"),
    "prior": ("上级标题 {weight}", "heading {weight}"),
    "coverage-table": (
        "| 领域 | 句数 | 字符 | 比例 |",
        "| domain | sentences | characters | share |",
    ),
}
