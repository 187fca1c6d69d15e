"""The command `targets`."""

TARGETS: dict[str, tuple[str, str]] = {
    "done-targets": (
        "已读取 {files} 个文件，找到 {parts} 条指标和举措",
        "read {files:file|files}, found {parts:indicator or measure|indicators and measures}",
    ),
    "nothing-targets": ("没有找到指标和举措", "no indicators or measures found"),
    "status-target": ("目标", "targets"),
    "status-achieved": ("已达到", "achieved"),
    "status-baseline": ("基期", "baselines"),
    "status-forecast": ("预计", "forecasts"),
    "status-quoted": ("引述", "quoted"),
    "timeline": ("完成时限分布", "deadlines by year"),
    "measures": ("举措", "measures"),
}
