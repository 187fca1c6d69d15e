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
    "kind-law": ("法规", "statute"),
    "kind-order": ("令", "order"),
    "kind-decision": ("决定", "decision"),
    "kind-plan": ("规划计划", "plan"),
    "kind-opinion": ("意见", "opinion"),
    "kind-notice": ("通知", "notice"),
    "kind-announcement": ("公告", "announcement"),
    "kind-reply": ("批复", "reply"),
    "kind-letter": ("函", "letter"),
    "kind-report": ("报告", "report"),
    "kind-budget": ("预算", "budget"),
    "kind-communique": ("公报", "communiqué"),
    "kind-speech": ("讲话", "speech"),
    "kind-minutes": ("纪要", "minutes"),
    "kind-standard": ("标准", "standard"),
    "years-reviewed": ("回顾 {years}", "reviews {years}"),
    "years-planned": ("部署 {years}", "plans {years}"),
}
