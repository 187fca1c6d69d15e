"""What every command says: the command line, output, progress, missing packages."""

COMMON: dict[str, tuple[str, str]] = {
    # the command line
    "usage": ("{detail}（用法见 {command} --help）", "{detail} (see {command} --help)"),
    "no-such-command": (
        "没有 {name} 这个命令（{command} --help 列出全部命令）",
        "no command {name} ({command} --help lists them all)",
    ),
    "no-such-command-near": (
        "没有 {name} 这个命令，是不是 {near}？（{command} --help 列出全部命令）",
        "no command {name}, did you mean {near}? ({command} --help lists them all)",
    ),
    "command-missing": (
        "缺少命令，{name} 是文件名（如 policytext outline {name}）",
        "no command before the file name {name} (for example policytext outline {name})",
    ),
    "no-such-option": (
        "没有 {name} 这个选项（{command} --help 列出全部选项）",
        "no option {name} ({command} --help lists them all)",
    ),
    "no-such-option-near": (
        "没有 {name} 这个选项，是不是 {near}？（{command} --help 列出全部选项）",
        "no option {name}, did you mean {near}? ({command} --help lists them all)",
    ),
    "option-not-used": (
        "{command} 不用 {name}，用它的是 {commands}（{command} --help 列出全部选项）",
        "{command} does not use {name}; {commands} do ({command} --help lists its options)",
    ),
    "option-needs-value": (
        "选项 {name} 后面缺少值（用法见 {command} --help）",
        "option {name} needs a value (see {command} --help)",
    ),
    "option-takes-no-value": (
        "选项 {name} 不带值（用法见 {command} --help）",
        "option {name} takes no value (see {command} --help)",
    ),
    "no-input": (
        "没有输入（请指定文件或文件夹，或用 - 读取标准输入）",
        "no input (name a file or a folder, or - for standard input)",
    ),
    "list-is-empty": (
        "清单中没有文件名（每行一个，或用 -0 以 NUL 分隔）",
        "no file name in the list (write one on each line, or separate them by NUL with -0)",
    ),
    "stdin-twice": (
        "标准输入只能读取一次（- 和 --files-from - 只能用一个）",
        "standard input can be read only once (use one of - and --files-from -)",
    ),
    # output
    "output-is-input": (
        "输出文件与输入文件相同，未写入（请用 --output 另行指定）",
        "the output would replace this input, so nothing was written (choose another --output)",
    ),
    "cannot-write": (
        "无法写入：{reason}（请检查路径和权限）",
        "cannot be written: {reason} (check the path and its permissions)",
    ),
    "cannot-write-stdout": (
        "标准输出无法写入：{reason}（可用 -o 写入文件）",
        "standard output cannot be written: {reason} (-o writes to a file)",
    ),
    "stdout-closed": (
        "标准输出已关闭（可用 -o 写入文件）",
        "standard output is closed (-o writes to a file)",
    ),
    "summary-format": (
        "--summary 不能用于 {name} 格式（可用 {choices}）",
        "--summary does not go with {name} (use {choices})",
    ),
    "needs-file": (
        "{name} 格式不能在终端显示（用 -o 文件名 保存）",
        "{name} cannot be shown on a terminal (save it with -o FILE)",
    ),
    # progress, and what was done
    "reading-folder": (
        "正在读取当前文件夹的 {count} 个文件（如需指定：policytext stats 文件名）",
        "reading {count:file|files} in this folder (to choose: policytext stats FILE)",
    ),
    "progress": ("已读取 {files} 个文件：{path}", "{files:file|files}: {path}"),
    "done-failed": ("，{count} 个文件失败", ", {count:file|files} failed"),
    "done-unread": ("，另有 {count} 个文件未读：{types}", ", {count:file|files} not read: {types}"),
    "unread": ("另有 {count} 个文件未读：{types}", "{count:file|files} not read: {types}"),
    "unread-file": ("未读", "not read"),
    "unread-type": ("{suffix} {count}", "{suffix} {count}"),
    "unread-no-suffix": ("无扩展名", "without a suffix"),
    "unread-others": ("其他 {count}", "others {count}"),
    "empty-file": ("空文件", "empty file"),
    "verbose": (
        "{encoding}（{origin}），{script}，{profile}，{characters} 字符，{lines} 行",
        "{encoding} ({origin}), {script}, {profile}, {characters:character|characters}, {lines:line|lines}",
    ),
    "pictures": ("含 {count} 幅图片，未读取", "{count:picture|pictures}, not read"),
    "picture-pages": (
        "有 {count} 页只有图片，文字未读取：第 {pages} 页（请先识别文字，如 ocrmypdf --skip-text -l chi_sim+chi_tra）",
        "{count:page has|pages have} only pictures, not read: {pages} (recognise their text first, for example with "
        "ocrmypdf --skip-text -l chi_sim+chi_tra)",
    ),
    "encoding-detected": ("自动识别", "detected"),
    "encoding-bom": ("据 BOM", "from its BOM"),
    "encoding-option": ("由选项指定", "from the option"),
    "encoding-given": ("由调用方指定", "from the caller"),
    "script-hans": ("简体", "Simplified"),
    "script-hant": ("繁体", "Traditional"),
    "script-mixed": ("简繁混用", "Simplified and Traditional"),
    "script-none": ("无汉字", "no Chinese characters"),
    "profile-mainland": ("大陆标准", "mainland standards"),
    "profile-tw": ("台湾标准", "Taiwan standards"),
    "profile-hk": ("香港标准", "Hong Kong standards"),
    "total": ("合计", "total"),
    # what stops a run
    "needs-extra": (
        "缺少 {name}（在源代码目录中运行 pip install '.[{extra}]'）",
        "{name} is missing (in a checkout of policytext: pip install '.[{extra}]')",
    ),
    "needs-package": (
        "缺少 {name}（pip install {name}）",
        "{name} is missing (pip install {name})",
    ),
    "internal": (
        "程序内部错误：{detail}，{place}（请反馈；设 POLICYTEXT_DEBUG=1 可查看详情）",
        "internal error: {detail}, {place} (please report it; POLICYTEXT_DEBUG=1 shows more)",
    ),
}
