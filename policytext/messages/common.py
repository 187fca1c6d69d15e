"""What every command says: the command line, output, progress, missing packages."""

COMMON: dict[str, tuple[str, str]] = {
    "usage": ("{detail}（{command} --help 有说明）", "{detail} (see {command} --help)"),
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
    "option-needs-value": (
        "选项 {name} 后面缺少值（{command} --help 有说明）",
        "option {name} needs a value (see {command} --help)",
    ),
    "option-takes-no-value": (
        "选项 {name} 不带值（{command} --help 有说明）",
        "option {name} takes no value (see {command} --help)",
    ),
    "no-input": (
        "没有输入（请给出文件或文件夹，或用 - 读标准输入）",
        "no input (name a file or a folder, or - for standard input)",
    ),
    "list-is-empty": (
        "清单里没有文件名（每行一个，或用 -0 以 NUL 分隔）",
        "no file name in the list (one a line, or separated by NUL with -0)",
    ),
    "stdin-twice": (
        "标准输入只能读一次（- 和 --files-from - 只用一个）",
        "standard input can be read only once (use one of - and --files-from -)",
    ),
    "output-is-input": (
        "输出文件就是输入文件，未写入（请换一个 --output）",
        "the output would replace this input, so nothing was written (choose another --output)",
    ),
    "cannot-write": (
        "无法写入：{reason}（请检查路径和权限）",
        "can't be written: {reason} (check path and rights)",
    ),
    "cannot-write-stdout": (
        "标准输出无法写入：{reason}（可用 -o 写入文件）",
        "standard output can't be written: {reason} (-o writes to a file)",
    ),
    "stdout-closed": (
        "标准输出已关闭（可用 -o 写入文件）",
        "standard output is closed (-o writes to a file)",
    ),
    "internal": (
        "程序内部错误：{detail}，{place}（请报告；设 POLICYTEXT_DEBUG=1 可见详情）",
        "internal fault: {detail}, {place} (please report it; POLICYTEXT_DEBUG=1 shows more)",
    ),
    "empty-file": ("空文件", "empty file"),
    "verbose": (
        "{encoding}（{origin}），{script}，{profile}，{characters} 字符，{lines} 行",
        "{encoding} ({origin}), {script}, {profile}, {characters} characters, {lines} lines",
    ),
    "encoding-detected": ("自动识别", "detected"),
    "encoding-bom": ("据 BOM", "by its BOM"),
    "encoding-option": ("按选项", "by option"),
    "encoding-given": ("已给定", "given"),
    "script-hans": ("简体", "Simplified"),
    "script-hant": ("繁体", "Traditional"),
    "script-mixed": ("简繁混用", "Simplified and Traditional"),
    "script-none": ("无汉字", "no Chinese characters"),
    "profile-mainland": ("大陆标准", "mainland standards"),
    "profile-tw": ("台湾标准", "Taiwan standards"),
    "profile-hk": ("香港标准", "Hong Kong standards"),
    "needs-file": (
        "{name} 不能显示在终端上（用 -o 文件名 保存）",
        "{name} can't be shown on a terminal (save it with -o FILE)",
    ),
    "reading-folder": (
        "读取当前文件夹的 {count} 个文件（用 policytext stats 文件名 指定其他）",
        "reading the {count} files of this folder (name others: policytext stats FILE)",
    ),
    "progress": ("已读 {files} 个文件：{path}", "{files} files: {path}"),
    "needs-package": (
        "缺少 {name}（pip install {name}）",
        "{name} is missing (pip install {name})",
    ),
    "needs-extra": (
        "缺少 {name}（pip install 'policytext[{extra}]'）",
        "{name} is missing (pip install 'policytext[{extra}]')",
    ),
}
