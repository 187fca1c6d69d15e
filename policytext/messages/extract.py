"""The command `extract`."""

EXTRACT: dict[str, tuple[str, str]] = {
    "done-extract": (
        "已读取 {files} 个文件，用 {rules} 条规则提取到 {parts} 处",
        "read {files:file|files}, extracted {parts:place|places} by {rules:rule|rules}",
    ),
    "nothing-extract": ("没有可提取的内容", "nothing to extract found"),
    "line": ("行", "line"),
    "no-extract-rules": (
        "没有提取规则（用 --rules 指定有 extract: 的规则文件；policytext rules new 类别/名称 --extract 可生成一份）",
        "no rules that extract (name a rule file with extract: by --rules;"
        " policytext rules new FAMILY/SLUG --extract writes one)",
    ),
    "no-such-extract-rule": (
        "没有 {name} 这条或这类提取规则（已有 {listed}）",
        "no rule or family {name} that extracts (there are {listed})",
    ),
    "no-such-extract-rule-near": (
        "没有 {name} 这条或这类提取规则，是不是 {near}？（已有 {listed}）",
        "no rule or family {name} that extracts, did you mean {near}? (there are {listed})",
    ),
}
