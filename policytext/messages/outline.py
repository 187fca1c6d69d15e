"""The command `outline`."""

OUTLINE: dict[str, tuple[str, str]] = {
    "done-outline": (
        "已读取 {files} 个文件，找到 {parts} 个标题",
        "read {files:file|files}, found {parts:section|sections}",
    ),
    "nothing-outline": ("没有找到标题", "no sections found"),
    "no-sections": ("（没有标题）", "(no sections)"),
    "no-such-section": (
        "没有地址为 {name} 的部分（--format json 列出全部地址）",
        "no section {name} (--format json lists all addresses)",
    ),
    "no-such-section-near": (
        "没有地址为 {name} 的部分，是不是 {near}？（--format json 列出全部地址）",
        "no section {name}, did you mean {near}? (--format json lists all addresses)",
    ),
}
