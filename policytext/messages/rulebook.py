"""Mistakes in a rule file: its YAML, its keys and its rules."""

RULEBOOK: dict[str, tuple[str, str]] = {
    "rule-fullwidth-colon": (
        "冒号要用半角“:”，后面空一格",
        'the colon must be a half-width ":" with a space behind it',
    ),
    "rule-colon-space": ("冒号“{name}:”后面要空一格", 'put a space behind the colon of "{name}:"'),
    "rule-dash-space": ("“-”后面要空一格", 'put a space behind "-"'),
    "rule-fullwidth-indent": (
        "缩进用了全角空格（请改用半角空格）",
        "indented with full-width spaces (use plain ones)",
    ),
    "rule-tab": ("缩进请用空格，不要用制表符（Tab）", "indent with spaces, not with a tab"),
    "rule-curly-quotes": (
        "{value} 的弯引号会成为内容的一部分（若只想括住内容，请用半角引号）",
        "the curly quotes of {value} are part of the text (to quote it, use \" or ')",
    ),
    "rule-quote-start": (
        "以 {mark} 开头的内容要加引号：'{value}'",
        "text that starts with {mark} must be quoted: '{value}'",
    ),
    "rule-second-colon": (
        '内容里有“: ”，要给整个内容加引号：{name} "{value}"',
        'text with ": " in it must be quoted: {name} "{value}"',
    ),
    "rule-hash": (
        "“ #”后面的文字会被当作注释丢掉（是内容就给整个内容加引号；是注释就在 # 前空两格）",
        'what follows " #" is dropped as a comment (quote the text, or put two spaces before a comment)',
    ),
    "rule-duplicate-key": (
        "“{name}”写了两次：第 {first} 行和第 {second} 行（只能留一个）",
        '"{name}" stands twice: in line {first} and in line {second} (keep one)',
    ),
    "rule-key-kind": ("冒号前面只能是文字", "what stands before a colon must be plain text"),
    "rule-open-quote": ("这里开始的引号没有结束", "the quote that starts here is never closed"),
    "rule-open-bracket": (
        "这里开始的括号 [ 或 {{ 没有写对（各项之间用半角逗号“, ”，最后要有 ] 或 }}）",
        'the bracket [ or {{ that starts here is broken (put ", " between the items and ] or }} at the end)',
    ),
    "rule-yaml": (
        "这一行的格式看不懂（请检查缩进、冒号和引号）",
        "this line can't be read (check its indent, colons and quotes)",
    ),
    "rule-control-character": (
        "有不可见的控制字符 {character}（请删去）",
        "holds the control character {character} (delete it)",
    ),
    "rule-encoding": ("规则文件要用 UTF-8 保存", "a rule file must be saved as UTF-8"),
    "rule-too-large": (
        "规则文件不能超过 {megabytes} MB（请拆成几个文件）",
        "a rule file may hold at most {megabytes} MB (split it)",
    ),
    "rule-too-deep": ("嵌套超过 {deepest} 层", "nested more than {deepest} levels deep"),
    "rule-alias": (
        "规则文件里不用 YAML 的引用 {mark}（是内容就加引号）",
        "{mark}: rule files use no YAML aliases (quote it if it is text)",
    ),
    "rule-tag": (
        "规则文件里不用 YAML 的标签 {mark}（是内容就加引号）",
        "{mark}: rule files use no YAML tags (quote it if it is text)",
    ),
    "rule-documents": ("一个文件只能有一份规则，不要再写“---”", 'one file is one pack: no second "---"'),
    "rule-empty": ("文件是空的", "the file is empty"),
    "rule-unreadable": ("读不了规则（{reason}）", "the rules can't be read ({reason})"),
    "rule-no-packs": ("这个文件夹里没有规则文件（*.yaml）", "no rule files (*.yaml) in this folder"),
    "rule-want-list": (
        "“{name}”应当是一个列表：用“- ”逐行写，或写成 [甲, 乙]",
        '"{name}" must be a list: one "- " a line, or [a, b]',
    ),
    "rule-want-map": ("“{name}”应当写成“键: 值”的形式", '"{name}" must be a map of "key: value"'),
    "rule-want-text": (
        "“{name}”应当是一段文字（以 {{ 或 [ 开头的文字要加引号）",
        '"{name}" must be text (quote text that starts with {{ or [)',
    ),
    "rule-want-flag": (
        "“{name}”只能是 yes 或 no，不能是“{value}”",
        '"{name}" must be yes or no, not "{value}"',
    ),
    "rule-want-number": (
        "“{name}”应当是 {least} 到 {most} 的数，不能是“{value}”",
        '"{name}" must be a number from {least} to {most}, not "{value}"',
    ),
    "rule-want-number-word": (
        "“{name}”应当是 {words}，或 {least} 到 {most} 的数，不能是“{value}”",
        '"{name}" must be {words}, or a number from {least} to {most}, not "{value}"',
    ),
    "rule-want-choice": (
        "“{name}”只能是 {choices}，不能是“{value}”",
        '"{name}" must be one of {choices}, not "{value}"',
    ),
    "rule-want-choice-near": (
        "“{name}”只能是 {choices}，不能是“{value}”（是不是“{guess}”？）",
        '"{name}" must be one of {choices}, not "{value}" (did you mean "{guess}"?)',
    ),
    "rule-want-form": (
        "“{name}”不能写成“{value}”（要像 {example} 这样）",
        '"{name}" can\'t be "{value}" (write it like {example})',
    ),
    "rule-no-value": ("“{name}”后面没有内容", 'nothing behind "{name}"'),
    "rule-no-text": (
        '“{name}”里有一项是空的（以 {{ 开头的文字要加引号；要删去原文就写 ""）',
        'an empty item in "{name}" (quote text that starts with {{; write "" to delete the wrong text)',
    ),
    "rule-unknown-key": (
        "不认识“{name}”（这里可以写 {known}）",
        'unknown key "{name}" (known here: {known})',
    ),
    "rule-unknown-key-near": (
        "不认识“{name}”（是不是“{guess}”？）",
        'unknown key "{name}" (did you mean "{guess}"?)',
    ),
    "rule-list-unread": (
        "没有程序会用到词表“{name}”",
        'nothing reads the list "{name}"',
    ),
    "rule-not-longer": (
        "“{value}”不包含“{word}”（{name} 里要写包含该词的更长的词）",
        '"{value}" does not hold "{word}" (under {name} write longer words that hold it)',
    ),
    "rule-missing-key": ("缺少“{name}”", 'the key "{name}" is missing'),
    "rule-fullwidth-comma": (
        "“{value}”里有全角标点，会被当作一个词（各项之间要用半角逗号“, ”）",
        '"{value}" is read as one word (put a half-width ", " between the items)',
    ),
    "rule-same-name": (
        "规则“{name}”在 {other} 已经有了（换个名字；要替换它就写 override: yes）",
        'the rule "{name}" is already in {other} (rename it, or write override: yes to replace that one)',
    ),
    "rule-override-nothing": (
        "没有可以替换的规则“{name}”（检查名字，或去掉 override）",
        'no rule "{name}" to override (check the name, or drop override)',
    ),
    "rule-off-unknown": (
        "off 里的“{name}”不是规则也不是规则族",
        '"{name}" under off is neither a rule nor a family',
    ),
    "rule-off-unknown-near": (
        "off 里的“{name}”不是规则也不是规则族（是不是“{guess}”？）",
        '"{name}" under off is neither a rule nor a family (did you mean "{guess}"?)',
    ),
    "rule-term-twice": (
        "“{value}”在“{name}”里写了两次（另一处在第 {first} 行）",
        '"{value}" stands twice in "{name}" (also in line {first})',
    ),
    "rule-no-terms": ("“{name}”没有 terms 也没有 topics", '"{name}" has neither terms nor topics'),
    "rule-template": (
        "“{value}”里的 {{{name}}} 没有定义（可以用 {known}）",
        '{{{name}}} in "{value}" is unknown (known: {known})',
    ),
    "rule-template-braces": (
        "“{value}”的花括号没有配对（{{名称}} 表示找到的内容）",
        'the braces in "{value}" don\'t match ({{name}} stands for what was found)',
    ),
    "rule-same-fix": ("“{value}”改后与改前一样", '"{value}" is replaced by itself'),
}
