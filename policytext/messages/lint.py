"""The command `lint`: fixes, baselines, suppressions and the language model."""

LINT: dict[str, tuple[str, str]] = {
    # what was found
    "done-lint": (
        "已检查 {files} 个文件，{sentences} 句，{rules} 条规则：{found}",
        "checked {files:file|files}, {sentences:sentence|sentences}, {rules:rule|rules}: {found}",
    ),
    "found": ("发现 {findings} 处问题", "{findings:finding|findings}"),
    "found-repeated": (
        "发现 {findings} 项问题，共 {places} 处",
        "{findings:finding|findings} in {places:place|places}",
    ),
    "found-error": ("错误 {count} 处", "{count:error|errors}"),
    "found-warning": ("警告 {count} 处", "{count:warning|warnings}"),
    "found-info": ("提示 {count} 处", "{count:info|infos}"),
    "found-fixable": ("（{count} 处可改正）", " ({count} fixable)"),
    "found-suppressed": ("，另有 {findings} 项按忽略文件或基线不报告", ", {findings} more suppressed"),
    "found-learned": (
        "，已采用从 {texts:,} 篇文稿学到的用词（--no-learned 不采用）",
        ", terms learned from {texts:text|texts} count as correct (--no-learned)",
    ),
    "found-in-baseline": ("，已写入基线", ", written to the baseline"),
    # the table of rules
    "found-error-one": ("错误", "error"),
    "found-warning-one": ("警告", "warning"),
    "found-info-one": ("提示", "info"),
    "rules-places": ("处数", "places"),
    "rules-findings": ("项数", "findings"),
    "rules-safe": ("可自动改正", "safe fixes"),
    "rules-unsafe": ("核对后可改", "unsafe fixes"),
    "rules-severity": ("级别", "severity"),
    "rules-rule": ("规则", "rule"),
    "rules-title": ("问题", "problem"),
    "rules-total": ("合计", "total"),
    "no-statistics": (
        "--statistics 不能用 {name} 格式（可用：{choices}）",
        "--statistics has no format {name} (it has {choices})",
    ),
    "fixable-safe": ("{count} 处可用 --fix 自动改正", "{count} fixable with --fix"),
    "fixable-unsafe": (
        "{count} 处需人工核对后加 --unsafe-fixes",
        "{count} more with --unsafe-fixes, after a check by hand",
    ),
    "fixable-unsafe-only": (
        "{count} 处需人工核对后加 --fix --unsafe-fixes",
        "{count} fixable with --fix --unsafe-fixes, after a check by hand",
    ),
    "repeated": ("（共 {count} 处）", " ({count:place|places})"),
    # fixes
    "done-fixed": ("{path}: 已改正 {count} 处", "{path}: fixed {count:place|places}"),
    "diff-only": (
        "以上修改仅供查看，未写入任何文件（如需写入，请去掉 --diff）",
        "these fixes are only shown; no file was written (leave out --diff to write them)",
    ),
    "fix-readonly": (
        "这种文件只能读取，不能写入（请修改原始文稿，或先转成 .docx、.txt）",
        "files of this kind are only read (edit the original, or convert it to .docx or .txt)",
    ),
    "track-only-docx": (
        "只有 Word 文档（.docx）能写入修订（请去掉 --track-changes）",
        "only Word documents (.docx) have revisions (leave out --track-changes)",
    ),
    "fix-of-stdin": (
        "标准输入不能写回（用 --format fixed 输出改正后的文本）",
        "standard input cannot be written back (--format fixed prints the fixed text)",
    ),
    "changed-meanwhile": (
        "文件在读取之后被改动，未写入（请再运行一次）",
        "the file changed after it was read, so it was not written (run again)",
    ),
    "fix-undecodable": (
        "改正后的文本无法以 {encoding} 保存，未写入（请先转成 UTF-8）",
        "the fixed text cannot be saved as {encoding}, so the file was not written (convert it to UTF-8 first)",
    ),
    "fix-not-exact": (
        "按 {encoding} 写入会改动其他字节，未写入（请先转成 UTF-8）",
        "writing it as {encoding} would change other bytes, so it was not written (convert it to UTF-8 first)",
    ),
    "fix-unwritable": (
        "无法写入：{reason}（请检查文件及所在文件夹的权限）",
        "cannot be written: {reason} (check the permissions of the file and its folder)",
    ),
    "fix-interrupted": (
        "上次写入中断，原文保存在 {copy}（请核对：文件已损坏则用它恢复，否则删去它）",
        "an earlier write was interrupted; the original is in {copy} (restore it if the file is damaged, else delete it)",
    ),
    "no-terminal": (
        "--interactive 需要终端（改用 --diff 或 --fix）",
        "--interactive needs a terminal (use --diff or --fix)",
    ),
    "ask-fix": (
        "  是否改正？y 改正，n 不改，a 其余全部改正，q 停止",
        "  fix it? y yes, n no, a this and all others, q stop",
    ),
    # selection
    "no-such-selection": (
        "没有 {name} 这条规则或类别（policytext rules list 列出全部规则）",
        "no rule or family {name} (policytext rules list names them all)",
    ),
    "no-such-selection-near": (
        "没有 {name} 这条规则或类别，是不是 {near}？（policytext rules list 列出全部规则）",
        "no rule or family {name}, did you mean {near}? (policytext rules list names them all)",
    ),
    "check-needs-extra": (
        "{rule} 需要 {name}（在源代码目录中运行 pip install '.[{extra}]'）",
        "{rule} needs {name} (in a checkout of policytext: pip install '.[{extra}]')",
    ),
    # baselines and suppressions
    "baseline-missing": (
        "没有这个基线文件（用 --update-baseline 生成）",
        "no such baseline (write one with --update-baseline)",
    ),
    "baseline-broken": (
        "不是有效的基线文件（用 --update-baseline 重新生成）",
        "not a valid baseline (write a new one with --update-baseline)",
    ),
    "baseline-version": (
        "无法识别版本为 {version} 的基线（用 --update-baseline 重新生成）",
        "a baseline of the unknown version {version} (write a new one with --update-baseline)",
    ),
    "baseline-unused": (
        "{path}: 基线中有 {count} 项问题已不存在（用 --update-baseline 更新）",
        "{path}: {count:finding|findings} of the baseline no longer found (--update-baseline removes them)",
    ),
    "baseline-written": (
        "{path}: 已写入基线，共 {count} 项问题",
        "{path}: baseline of {count:finding|findings} written",
    ),
    "ignore-not-map": (
        "忽略文件应以 ignore: 开头，各条写在其下，每条以“- ”开头",
        "an ignore file begins with ignore: and has its entries below it, each with - before it",
    ),
    "ignore-nowhere": (
        "这一条没有写明在何处（请加 sentence、path 或 section；处处不用某条规则，请在配置文件中写 ignore）",
        "this entry does not say where (add sentence, path or section; to leave out a rule everywhere,"
        " use ignore in the configuration)",
    ),
    "ignore-unused": (
        "{path}:{line}: 这一条没有用到（可以删去）",
        "{path}:{line}: this entry matches nothing (delete it)",
    ),
    "ignore-expired": (
        "{path}:{line}: 这一条已于 {until} 到期（请更新或删去）",
        "{path}:{line}: this entry expired on {until} (renew or delete it)",
    ),
    # the language model
    "typos-model": (
        "语言模型文件缺失或损坏（请重新安装 policytext）",
        "the language model's file is missing or damaged (install policytext again)",
    ),
    "typos-model-features": (
        "语言模型文件与本版本程序的特征不一致（重新安装 policytext，或用 python -m training.build 重新生成）",
        "the language model's file was fitted on other features than this version computes (install policytext again,"
        " or rebuild it with python -m training.build)",
    ),
    "learned-file": (
        "已学习的用词损坏（用 policytext rules learn 重新学习，或加 --forget 清除）",
        "the learned terms are damaged (run policytext rules learn again, or with --forget)",
    ),
}
