"""What the command line says, and what can be wrong with an input or a setting."""

GENERAL: dict[str, tuple[str, str]] = {
    # reading
    "missing": ("没有这个文件（请检查文件名）", "no such file (check the name)"),
    "undecodable": (
        "不是有效的 {encoding} 文本（用 --encoding 指定编码，如 gb18030、big5）",
        "not valid {encoding} text (name the encoding with --encoding, for example gb18030 or big5)",
    ),
    "missing-quoted": (
        "没有这个文件，git 把文件名 {name} 转义了（用 git ls-files -z 和 --files-from - -0）",
        "no such file; git has escaped the name {name} (use git ls-files -z with --files-from - -0)",
    ),
    "forbidden": ("没有读取权限（请检查文件权限）", "no permission to read it (check its rights)"),
    "folder": ("是文件夹，不是文件（请检查名称）", "is a folder, not a file (check the name)"),
    "device": (
        "是设备，不是文件（请给出文件，或用 - 读标准输入）",
        "is a device, not a file (name a file, or - for standard input)",
    ),
    "unreadable": ("无法读取：{reason}（请检查文件）", "can't be read: {reason} (check the file)"),
    "too-large": ("内存装不下这个文件（请拆分后再读）", "too large for the memory at hand (split it)"),
    "no-stdin": ("标准输入已关闭（请给出文件）", "standard input is closed (name a file)"),
    "no-texts": (
        "文件夹里没有文本（只读 {suffixes}，其他文件请直接写出文件名）",
        "no texts in this folder (only {suffixes} are read; name other files themselves)",
    ),
    "binary": ("是二进制文件，不是文本（请另存为纯文本）", "a binary file, not text (save it as plain text)"),
    "unknown-encoding": (
        "认不出编码，不是 UTF-8、UTF-16、GB18030 或 Big5（用 --encoding 指定）",
        "the encoding is none of UTF-8, UTF-16, GB18030 and Big5 (name it with --encoding)",
    ),
    "no-such-encoding": (
        "没有 {name} 这种编码，是不是 {near}？（如 utf-8、gb18030、big5、utf-16）",
        "no encoding {name}, did you mean {near}? (for example utf-8, gb18030, big5, utf-16)",
    ),
    # the command line
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
    "no-such-section": (
        "没有地址为 {name} 的部分（--format json 列出全部地址）",
        "no section {name} (--format json lists all addresses)",
    ),
    "no-such-section-near": (
        "没有地址为 {name} 的部分，是不是 {near}？（--format json 列出全部地址）",
        "no section {name}, did you mean {near}? (--format json lists all addresses)",
    ),
    "internal": (
        "程序内部错误：{detail}，{place}（请报告；设 POLICYTEXT_DEBUG=1 可见详情）",
        "internal fault: {detail}, {place} (please report it; POLICYTEXT_DEBUG=1 shows more)",
    ),
    "done-outline": (
        "共 {files} 个文件，{parts} 个标题，{failed} 个失败",
        "outlined {files} file{s}, {parts} section{parts_s}: {failed} failed",
    ),
    "done-domains": (
        "共 {files} 个文件，{parts} 句归入领域，{failed} 个失败",
        "read {files} file{s}, {parts} sentence{parts_s} of a domain: {failed} failed",
    ),
    "nothing-domains": ("没有句子", "no sentences"),
    "no-domain": ("未归类", "undecided"),
    "coverage-sentences": ("{count} 句", "{count} sentence{s}"),
    "prior": ("上级标题 {weight}", "heading {weight}"),
    "coverage-table": (
        "| 领域 | 句数 | 字符 | 比例 |",
        "| domain | sentences | characters | share |",
    ),
    "empty-file": ("空文件", "empty file"),
    "nothing-outline": ("没有找到标题", "no sections found"),
    "no-sections": ("（没有标题）", "(no sections)"),
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
    # settings
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
    # help
    "help-usage": ("用法：{usage}", "Usage: {usage}"),
    "help-commands": ("命令：", "Commands:"),
    "help-options": ("选项：", "Options:"),
    "help-end": (
        "退出码：0 完成，1 有发现，2 出错，130 中断，141 管道关闭。\nEnglish: policytext --lang en --help",
        "Exit codes: 0 done, 1 findings, 2 fault, 130 interrupted, 141 output closed.\n中文：--lang zh",
    ),
    "help-policytext": (
        "分析中文政策文本：提取结构、检查错误。",
        "Outline, read and check Chinese policy texts.",
    ),
    "help-outline": (
        "列出文本的结构：标题、条文、列项和“一是”一类的行内项。\n例：policytext outline 规划.txt --depth 2",
        "Show the structure of texts: headings, articles, list items and inline items.\n"
        "Example: policytext outline plan.txt --depth 2",
    ),
    "help-domains": (
        "说明文本的哪些句子属于哪个服务领域，依据是什么。\n例：policytext domains 规划.txt --why",
        "Show which sentences speak of which service domain, and why.\n"
        "Example: policytext domains plan.txt --why",
    ),
    "help-why": ("列出依据：词语和权重", "show the evidence: terms and their weights"),
    "help-no-domains": ("不判断领域（更快）", "leave out the domains of sections (faster)"),
    "help-rules": (
        "另加的规则文件或文件夹，可多次使用；none 不用内置规则",
        "more rule files or folders, may be repeated; none leaves out the built-in ones",
    ),
    "help-domain": (
        "只看这些领域，如 social,government；none 为未归类",
        "only these domains, such as social,government; none for undecided",
    ),
    "help-files": ("文件或文件夹；- 为标准输入", "files or folders; - for standard input"),
    "help-stdin-filename": ("标准输入的文件名", "the name of what standard input brings"),
    "help-files-from": (
        "从清单读文件名，每行一个；- 为标准输入",
        "read file names from a list; - for standard input",
    ),
    "help-null": (
        "清单以 NUL 分隔（如 git ls-files -z）",
        "the list is separated by NUL, as git ls-files -z does",
    ),
    "help-exclude": ("不读匹配的文件，可多次使用", "leave out matching files; may be repeated"),
    "help-encoding": ("输入的编码；不给则自动识别", "the encoding of the input; detected without it"),
    "help-format": (
        "输出格式：{formats}；终端上默认 tree，否则 text",
        "one of {formats}; tree on a terminal, else text",
    ),
    "help-output": ("写入文件，写完才替换", "write to a file, replaced only when complete"),
    "help-in": (
        "只看这个地址的部分，如 二、/（一）",
        "only the section at this address, such as 二、/（一）",
    ),
    "help-line-numbers": ("显示行号", "show line numbers"),
    "help-color": ("颜色", "colour"),
    "help-quiet": ("只报告错误", "tell only of faults"),
    "help-verbose": ("逐个文件说明编码、字体、字数", "tell each file's encoding, script and size"),
    "help-lang": ("提示的语言", "the language of messages"),
    "help-config": ("配置文件；不给则向上查找", "configuration file; without it the nearest upwards"),
    "help-show-files": ("只列出将读取的文件", "only list the files that would be read"),
    "help-show-settings": ("只列出设置及其来源", "only list the settings and where they come from"),
    "help-version": ("显示版本", "show the version"),
    "help-help": ("显示本说明", "show this page"),
    "help-depth": ("只显示前 N 层", "only the first N levels"),
    "help-no-inline": ("不显示“一是”一类的行内项", "leave out inline items such as 一是"),
}
