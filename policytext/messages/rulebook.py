"""Mistakes in a rule file: its YAML, its keys and its rules."""

RULEBOOK: dict[str, tuple[str, str]] = {
    # YAML
    "rule-fullwidth-colon": (
        "冒号应为半角“:”，后面空一格",
        'the colon must be a half-width ":" followed by a space',
    ),
    "rule-colon-space": ("冒号“{name}:”后面应空一格", 'put a space after the colon of "{name}:"'),
    "rule-dash-space": ("“-”后面应空一格", 'put a space after "-"'),
    "rule-fullwidth-dash": (
        "“{mark}”应为半角“-”，后面空一格",
        '"{mark}" must be a half-width "-" followed by a space',
    ),
    "rule-fullwidth-indent": (
        "缩进用了全角空格（请改用半角空格）",
        "indented with full-width spaces (use half-width spaces)",
    ),
    "rule-tab": ("缩进请用空格，不要用制表符（Tab）", "indent with spaces, not with a tab"),
    "rule-curly-quotes": (
        "{value} 的弯引号会成为内容的一部分（若只作为引号，请用半角引号）",
        "the curly quotes of {value} are part of the text (to quote it, use \" or ')",
    ),
    "rule-quote-start": (
        "以 {mark} 开头的内容应加引号：'{value}'",
        "text that starts with {mark} must be quoted: '{value}'",
    ),
    "rule-after-quote": (
        "引号 {mark} 结束后还有文字，整个内容应加引号：{value}",
        "there is text behind the closing {mark}, so all of it must be quoted: {value}",
    ),
    "rule-indent": (
        "“{name}”前面的空格数不对（与第 {first} 行的“{other}”同级则应为 {wanted} 个，现为 {found} 个）",
        '"{name}" is indented by {found}, and "{other}" in line {first} by {wanted} (keys of one rule have the same indent)',
    ),
    "rule-indent-dash": (
        "“- {name}”前面应为 {wanted} 个空格，现为 {found} 个（“{name}”要与第 {first} 行的“{other}”对齐）",
        '"- {name}" must be indented by {wanted}, not {found} (so that "{name}" is in line with "{other}" in line {first})',
    ),
    "rule-indent-item": (
        "“- ”前面应为 {wanted} 个空格，现为 {found} 个（与第 {first} 行的“- ”对齐）",
        '"- " must be indented by {wanted}, not {found} (in line with "- " in line {first})',
    ),
    "rule-flow-colon": (
        "“{value}”的冒号后面应空一格：{fixed}",
        '"{value}" needs a space after its colon: {fixed}',
    ),
    "rule-weight": (
        "权重“{value}”无效（3 点明领域，2 典型，1 只是迹象，0 只计数）",
        '"{value}" is no weight (3 names the domain, 2 is typical, 1 is weak, 0 is only counted)',
    ),
    "rule-key-misplaced": (
        "“{name}”不能写在这里，应写在 {places} 的条目中（请检查它前面的空格）",
        '"{name}" does not belong here, but in an item of {places} (check its indent)',
    ),
    "rule-key-top": (
        "“{name}”应写在文件的最外层（前面不留空格）",
        '"{name}" belongs at the top level of the file (without an indent)',
    ),
    "rule-want-fields": (
        "“{name}”的每一项应写成“键: 值”的形式，如 {fields}",
        'each item of "{name}" must be a map of "key: value", such as {fields}',
    ),
    "rule-second-colon": (
        '内容中有“: ”，整个内容应加引号：{name} "{value}"',
        'text that contains ": " must be quoted: {name} "{value}"',
    ),
    "rule-hash": (
        "“ #”后面的文字会被视为注释而忽略（如是内容，请给整个内容加引号；如是注释，请在 # 前空两格）",
        'the text after " #" is ignored as a comment (quote the text, or put two spaces before a comment)',
    ),
    "rule-duplicate-key": (
        "“{name}”重复：第 {first} 行和第 {second} 行（只能保留一个）",
        '"{name}" is written twice: in line {first} and in line {second} (keep one)',
    ),
    "rule-key-kind": ("冒号前面只能是文字", "a key, before the colon, must be plain text"),
    "rule-open-quote": ("从这里开始的引号没有结束", "the quote that starts here is never closed"),
    "rule-open-bracket": (
        "从这里开始的括号 [ 或 {{ 有误（各项之间用半角逗号“, ”，最后要有 ] 或 }}）",
        'the bracket [ or {{ that starts here is not valid (put ", " between the items and ] or }} at the end)',
    ),
    "rule-yaml": (
        "这一行的格式无法识别（请检查缩进、冒号和引号）",
        "this line is not valid YAML (check its indent, colons and quotes)",
    ),
    "rule-control-character": (
        "有不可见的控制字符 {character}（请删去）",
        "contains the control character {character} (delete it)",
    ),
    "rule-encoding": ("规则文件应保存为 UTF-8", "a rule file must be saved as UTF-8"),
    "rule-too-large": (
        "规则文件超过 {megabytes} MB（请拆成几个文件）",
        "a rule file of more than {megabytes} MB (split it)",
    ),
    "rule-too-deep": ("嵌套超过 {deepest} 层", "nested more than {deepest} levels deep"),
    "rule-alias": (
        "规则文件不支持 YAML 的引用 {mark}（如是内容，请加引号）",
        "{mark}: rule files have no YAML aliases (quote it if it is text)",
    ),
    "rule-tag": (
        "规则文件不支持 YAML 的标签 {mark}（如是内容，请加引号）",
        "{mark}: rule files have no YAML tags (quote it if it is text)",
    ),
    "rule-documents": (
        "一个文件只能有一份规则，不要再写“---”",
        'a file holds one pack: remove the second "---"',
    ),
    "rule-empty": ("文件是空的", "the file is empty"),
    "rule-unreadable": ("无法读取规则（{reason}）", "the rules cannot be read ({reason})"),
    "rule-no-packs": ("文件夹中没有规则文件（*.yaml）", "no rule files (*.yaml) in this folder"),
    # what a key may hold
    "rule-want-list": (
        "“{name}”应为列表：用“- ”逐行写，或写成 [甲, 乙]",
        '"{name}" must be a list: one "- " on each line, or [a, b]',
    ),
    "rule-want-map": ("“{name}”应写成“键: 值”的形式", '"{name}" must be a map of "key: value"'),
    "rule-want-text": (
        "“{name}”应为文字（以 {{ 或 [ 开头的文字应加引号）",
        '"{name}" must be text (quote text that starts with {{ or [)',
    ),
    "rule-want-flag": (
        "“{name}”的值“{value}”无效（应为 yes 或 no）",
        '"{name}" must be yes or no, not "{value}"',
    ),
    "rule-want-number": (
        "“{name}”的值“{value}”无效（应为 {least} 到 {most} 之间的数）",
        '"{name}" must be a number from {least} to {most}, not "{value}"',
    ),
    "rule-want-number-word": (
        "“{name}”的值“{value}”无效（应为 {words}，或 {least} 到 {most} 之间的数）",
        '"{name}" must be {words}, or a number from {least} to {most}, not "{value}"',
    ),
    "rule-want-choice": (
        "“{name}”的值“{value}”无效（可选 {choices}）",
        '"{name}" must be one of {choices}, not "{value}"',
    ),
    "rule-want-choice-near": (
        "“{name}”的值“{value}”无效，是不是“{guess}”？（可选 {choices}）",
        '"{name}" must be one of {choices}, not "{value}" (did you mean "{guess}"?)',
    ),
    "rule-want-form": (
        "“{name}”的值“{value}”无效（应如 {example}）",
        '"{name}" cannot be "{value}" (write it like {example})',
    ),
    "rule-no-value": ("“{name}”后面没有内容", '"{name}" has no value'),
    "rule-no-text": (
        '“{name}”中有一项是空的（以 {{ 开头的文字应加引号；如需删去原文，请写 ""）',
        'an empty item in "{name}" (quote text that starts with {{; write "" to delete the wrong text)',
    ),
    "rule-unknown-key": (
        "没有“{name}”这个字段（可用 {known}）",
        'no field "{name}" (fields here: {known})',
    ),
    "rule-unknown-key-near": (
        "没有“{name}”这个字段（是不是“{guess}”？）",
        'no field "{name}" (did you mean "{guess}"?)',
    ),
    "rule-missing-key": ("缺少“{name}”这个字段", 'the field "{name}" is missing'),
    "rule-missing-tests-lint-rule": (
        "缺少例句，请加上 tests，至少两句：tests: [写法<<错误>>的句子, 写法正确的句子]",
        "examples are missing: add at least two, as tests: [a sentence with the <<mistake>>, a sentence without it]",
    ),
    "rule-missing-tests-domain": (
        "缺少例句，请加上 tests，至少两句：tests: [属于它的句子 => {id}, 不属于任何领域的句子 => none]",
        "examples are missing: add at least two, as tests: [a sentence of it => {id}, a sentence of no domain => none]",
    ),
    "rule-missing-tests-extract-rule": (
        "缺少例句，请加上 tests，至少两句：tests: [{{text: 句子, want: {{名称: 内容}}}}, {{text: 句子, want: none}}]",
        "examples are missing: add at least two, as tests: [{{text: sentence, want: {{name: words}}}}, {{text: sentence, want: none}}]",
    ),
    "rule-list-unread": (
        "词表“{name}”没有用处（程序不读取）",
        'the list "{name}" has no use (nothing reads it)',
    ),
    "rule-not-longer": (
        "“{value}”不包含“{word}”（{name} 中应为包含该词的更长的词）",
        '"{value}" does not contain "{word}" (write longer words that contain it under {name})',
    ),
    "rule-fullwidth-comma": (
        "“{value}”中有全角标点，会被视为一个词（各项之间应为半角逗号“, ”）",
        '"{value}" is read as one word (put a half-width ", " between the items)',
    ),
    # rules
    "rule-same-name": (
        "{other} 中已有规则“{name}”（请换一个名称；如需替换，请写 override: yes）",
        'the rule "{name}" is already in {other} (rename it, or write override: yes to replace that one)',
    ),
    "rule-same-domain": (
        "{other} 中已有领域“{name}”（加词请把 id 改为 extends；如需整个替换，请写 override: yes）",
        'the domain "{name}" is already in {other} (to add terms write extends in place of id;'
        " to replace it all write override: yes)",
    ),
    "rule-override-nothing": (
        "没有可以替换的规则“{name}”（请检查名称，或去掉 override）",
        'no rule "{name}" to override (check the name, or remove override)',
    ),
    "rule-off-unknown": (
        "off 中的“{name}”不是规则，也不是规则类别",
        '"{name}" under off is neither a rule nor a family',
    ),
    "rule-off-unknown-near": (
        "off 中的“{name}”不是规则，也不是规则类别（是不是“{guess}”？）",
        '"{name}" under off is neither a rule nor a family (did you mean "{guess}"?)',
    ),
    "rule-term-twice": (
        "“{value}”在“{name}”中重复（另一处在第 {first} 行）",
        '"{value}" is written twice in "{name}" (also in line {first})',
    ),
    "rule-no-terms": ("“{name}”没有 terms 也没有 topics", '"{name}" has neither terms nor topics'),
    "rule-template": (
        "“{value}”中的 {{{name}}} 没有定义（可用 {known}）",
        '{{{name}}} in "{value}" is not defined (defined: {known})',
    ),
    "rule-template-braces": (
        "“{value}”的花括号没有配对（{{名称}} 表示找到的内容）",
        'the braces in "{value}" do not match ({{name}} stands for what was found)',
    ),
    "rule-same-fix": ("“{value}”改后与改前相同", '"{value}" is replaced by itself'),
}
