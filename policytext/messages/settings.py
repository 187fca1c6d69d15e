"""Settings, option values and configuration files that are not valid."""

SETTINGS: dict[str, tuple[str, str]] = {
    "no-such-setting": (
        "没有 {name} 这项设置（--show-settings 列出全部设置）",
        "no setting {name} (--show-settings lists them all)",
    ),
    "no-such-setting-near": (
        "没有 {name} 这项设置，是不是 {near}？（--show-settings 列出全部设置）",
        "no setting {name}, did you mean {near}? (--show-settings lists them all)",
    ),
    # values
    "no-such-variable": (
        "没有 {name} 这个变量（--show-settings 列出全部设置）",
        "no variable {name} (--show-settings lists all settings)",
    ),
    "no-such-variable-near": (
        "没有 {name} 这个变量，是不是 POLICYTEXT_{near}？（--show-settings 列出全部设置）",
        "no variable {name}, did you mean POLICYTEXT_{near}? (--show-settings lists all settings)",
    ),
    "no-format-for-file": (
        "{command} 不能输出 {name} 格式（请换扩展名，或用 --format {choices}）",
        "{command} has no {name} format (choose another ending, or --format {choices})",
    ),
    "bad-choice": (
        "{name} 的值 {value} 无效（可选 {choices}）",
        "{name} cannot be {value} (choose from {choices})",
    ),
    "bad-choice-near": (
        "{name} 的值 {value} 无效，是不是 {near}？（可选 {choices}）",
        "{name} cannot be {value}, did you mean {near}? (choose from {choices})",
    ),
    "bad-number": (
        "{name} 的值 {value} 无效（应为不小于 {least} 的整数）",
        "{name} cannot be {value} (it must be an integer of at least {least})",
    ),
    "bad-ratio": (
        "{name} 的值 {value} 无效（应为 0 到 1 之间的数）",
        "{name} cannot be {value} (it must be a number from 0 to 1)",
    ),
    "bad-rate": (
        "{name} 的值 {value} 无效（应为 {least} 到 {most} 之间的数，即每万字可接受的误报数）",
        "{name} cannot be {value} (it must be a number from {least} to {most}: false positives in 10,000 characters)",
    ),
    "bad-switch": (
        "{name} 的值 {value} 无效（应为 1 或 0）",
        "{name} cannot be {value} (it must be 1 or 0)",
    ),
    "bad-size": (
        "{name} 的值 {value} 无效（应为大小，如 500kB、8MB、4GB）",
        "{name} cannot be {value} (it must be a size, such as 500kB, 8MB or 4GB)",
    ),
    "bad-years": (
        "--years 应为两个年份（如 --years 2023,2024）",
        "--years needs two years (for example --years 2023,2024)",
    ),
    "no-such-encoding": (
        "没有 {name} 这种编码，是不是 {near}？（如 utf-8、gb18030、big5、utf-16）",
        "no encoding {name}, did you mean {near}? (for example utf-8, gb18030, big5, utf-16)",
    ),
    "wrong-type-rate": (
        "{name} 的值 {value} 无效（应为数，如 0.2）",
        "{name} cannot be {value} (it must be a number, such as 0.2)",
    ),
    "wrong-type-ratio": (
        "{name} 的值 {value} 无效（应为 0 到 1 之间的数）",
        "{name} cannot be {value} (it must be a number from 0 to 1)",
    ),
    "wrong-type-text": (
        "{name} 的值 {value} 无效（应为字符串）",
        "{name} cannot be {value} (it must be a string)",
    ),
    "wrong-type-switch": (
        "{name} 的值 {value} 无效（应为 true 或 false）",
        "{name} cannot be {value} (it must be true or false)",
    ),
    "wrong-type-number": (
        "{name} 的值 {value} 无效（应为整数）",
        "{name} cannot be {value} (it must be an integer)",
    ),
    "wrong-type-table": (
        '{name} 的值 {value} 无效（应为表，如 "归档/*" = ["typo"]）',
        '{name} cannot be {value} (it must be a table, such as "archive/*" = ["typo"])',
    ),
    "wrong-type-names": (
        "{name} 的值 {value} 无效（应为字符串列表）",
        "{name} cannot be {value} (it must be a list of strings)",
    ),
    # configuration files
    "config-missing": ("没有这个配置文件（请检查 --config）", "no such configuration file (check --config)"),
    "config-unreadable": (
        "无法读取配置文件：{reason}（请检查文件）",
        "the configuration file cannot be read: {reason} (check the file)",
    ),
    "config-not-utf-8": ("配置文件不是 UTF-8 文本（请另存为 UTF-8）", "not UTF-8 text (save it as UTF-8)"),
    "config-not-toml": (
        "不是有效的 TOML：{detail}（请改正这一行）",
        "not valid TOML: {detail} (correct this line)",
    ),
    "config-without-table": (
        "没有 [tool.policytext] 表（请补上）",
        "no table [tool.policytext] (add one)",
    ),
    "no-working-folder": (
        "当前文件夹已不存在（请换一个文件夹）",
        "the working folder no longer exists (change to another)",
    ),
}
