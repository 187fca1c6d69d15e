"""What the extraction of targets says, and its columns in Chinese."""

TARGETS: dict[str, tuple[str, str]] = {
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
    "done-targets": (
        "共 {files} 个文件，{parts} 条指标和举措，{failed} 个失败",
        "read {files} file{s}, {parts} indicator{parts_s} and measures: {failed} failed",
    ),
    "nothing-targets": ("没有指标和举措", "no indicators and no measures"),
    "status-target": ("目标", "targets"),
    "status-achieved": ("已达到", "achieved"),
    "status-baseline": ("基期", "baselines"),
    "status-forecast": ("预计", "forecasts"),
    "status-quoted": ("引述", "quoted"),
    "timeline": ("到期时间", "due"),
    "measures": ("举措", "measures"),
    "needs-file": (
        "{name} 不能显示在终端上（用 -o 文件名 保存）",
        "{name} can't be shown on a terminal (save it with -o FILE)",
    ),
    "needs-extra": (
        "这种格式需要 {name}（pip install 'policytext[{extra}]'）",
        "this format needs {name} (pip install 'policytext[{extra}]')",
    ),
}

COLUMNS: dict[str, str] = {
    "path": "文件",
    "indicators": "指标",
    "measures": "举措",
    "status": "状态",
    "indicator": "指标",
    "comparator": "界限",
    "value": "数值",
    "value_high": "上限",
    "unit": "单位",
    "change": "变化",
    "baseline_value": "基数",
    "baseline_unit": "基数单位",
    "baseline_date": "基期",
    "date": "时间",
    "date_start": "起",
    "date_end": "止",
    "date_role": "时间性质",
    "binding": "约束性",
    "actor": "责任主体",
    "supporting": "配合单位",
    "domain": "领域",
    "address": "位置",
    "start": "起始",
    "end": "结束",
    "line": "行",
    "column": "列",
    "text": "原文",
    "rule": "规则",
    "confidence": "可信度",
    "verb": "动词",
    "object": "对象",
    "modality": "情态",
    "strength": "强度",
}
