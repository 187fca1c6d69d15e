"""Settings, option values and configuration files that are not valid."""

SETTINGS: dict[str, tuple[str, str]] = {
    "no-such-encoding": (
        "没有 {name} 这种编码，是不是 {near}？（如 utf-8、gb18030、big5、utf-16）",
        "no encoding {name}, did you mean {near}? (for example utf-8, gb18030, big5, utf-16)",
    ),
    "no-such-setting": (
        "没有 {name} 这个设置（--show-settings 列出全部设置）",
        "no setting {name} (--show-settings lists them all)",
    ),
    "no-such-setting-near": (
        "没有 {name} 这个设置，是不是 {near}？（--show-settings 列出全部设置）",
        "no setting {name}, did you mean {near}? (--show-settings lists them all)",
    ),
    "bad-choice": (
        "{name} 不能是 {value}（可用 {choices}）",
        "{name} can't be {value} (choose from {choices})",
    ),
    "bad-choice-near": (
        "{name} 不能是 {value}，是不是 {near}？（可用 {choices}）",
        "{name} can't be {value}, did you mean {near}? (choose from {choices})",
    ),
    "bad-number": (
        "{name} 不能是 {value}（应为不小于 {least} 的整数）",
        "{name} can't be {value} (a whole number from {least} up)",
    ),
    "bad-ratio": (
        "{name} 不能是 {value}（应为 0 到 1 的数）",
        "{name} can't be {value} (a number from 0 to 1)",
    ),
    "bad-rate": (
        "{name} 不能是 {value}（应为 {least} 到 {most} 的数：每万字可容忍的误报数）",
        "{name} can't be {value} (a number from {least} to {most}: false alarms in 10,000 characters)",
    ),
    "wrong-type-rate": (
        "{name} 不能是 {value}（应为数，如 0.2）",
        "{name} can't be {value} (a number, such as 0.2)",
    ),
    "wrong-type-ratio": (
        "{name} 不能是 {value}（应为 0 到 1 的数）",
        "{name} can't be {value} (a number from 0 to 1)",
    ),
    "bad-switch": ("{name} 不能是 {value}（应为 1 或 0）", "{name} can't be {value} (1 or 0)"),
    "wrong-type-text": ("{name} 不能是 {value}（应为字符串）", "{name} can't be {value} (a string)"),
    "wrong-type-switch": (
        "{name} 不能是 {value}（应为 true 或 false）",
        "{name} can't be {value} (true or false)",
    ),
    "wrong-type-number": ("{name} 不能是 {value}（应为整数）", "{name} can't be {value} (a whole number)"),
    "wrong-type-table": (
        '{name} 不能是 {value}（应为表，如 "归档/*" = ["typo"]）',
        '{name} can\'t be {value} (a table such as "archive/*" = ["typo"])',
    ),
    "wrong-type-names": (
        "{name} 不能是 {value}（应为字符串列表）",
        "{name} can't be {value} (a list of strings)",
    ),
    "config-missing": ("没有这个配置文件（请检查 --config）", "no such configuration file (check --config)"),
    "config-unreadable": ("配置文件无法读取：{reason}", "the configuration file can't be read: {reason}"),
    "config-not-utf-8": ("配置文件不是 UTF-8 文本（请另存为 UTF-8）", "not UTF-8 text (save it as UTF-8)"),
    "config-not-toml": (
        "不是有效的 TOML：{detail}（请改正这一行）",
        "not valid TOML: {detail} (mend this line)",
    ),
    "config-without-table": ("没有 [tool.policytext] 表（请加上）", "no table [tool.policytext] (add one)"),
    "no-working-folder": (
        "当前文件夹已不存在（请换一个文件夹）",
        "the working folder is gone (change to another)",
    ),
    "bad-size": (
        "{name} 的值 {value} 不是大小（如 500kB、8MB、4GB）",
        "{name}: {value} is no size (such as 500kB, 8MB, 4GB)",
    ),
    "bad-years": ("要写两个年份：--years 2023,2024", "name two years: --years 2023,2024"),
}
