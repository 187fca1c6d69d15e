"""What can be wrong with a file of rules, each slip with its remedy."""

RULES: dict[str, tuple[str, str]] = {
    # rulebook: the file
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
    # rulebook: what a key may hold
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
    # rulebook: phrases and regular expressions
    "rule-phrase-empty": ("要找的文字是空的", "the phrase is empty"),
    "rule-phrase-gap": (
        "“{value}”的开头或结尾不能是“…”（它表示中间可以隔开的文字）",
        '"{value}" can\'t start or end with "…" (it stands for text in between)',
    ),
    "rule-phrase-brace": ("“{value}”的花括号没有配对", 'the braces in "{value}" don\'t match'),
    "rule-phrase-deep": (
        "花括号套得太深（最多 {deepest} 层）",
        "braces nested too deep (at most {deepest} levels)",
    ),
    "rule-phrase-name-twice": (
        "“{name}”在一条短语里只能用一次",
        '"{name}" can be caught only once in a phrase',
    ),
    "rule-phrase-type": ("没有“{value}”这种类型（有 {known}）", 'no type "{value}" (known: {known})'),
    "rule-phrase-type-near": (
        "没有“{value}”这种类型（是不是“{guess}”？）",
        'no type "{value}" (did you mean "{guess}"?)',
    ),
    "rule-phrase-slot": (
        "“{{{value}}}”不是 slots 里的词类（几个词中任选一个写作 {{甲|乙}}）",
        '"{{{value}}}" is not one of the slots (alternatives are written {{a|b}})',
    ),
    "rule-phrase-slot-near": (
        "“{{{value}}}”不是 slots 里的词类（是不是“{guess}”？）",
        '"{{{value}}}" is not one of the slots (did you mean "{guess}"?)',
    ),
    "rule-phrase-captures": ("这里的短语不能有 {{名称:类型}}", "no {{name:type}} captures here"),
    "rule-regex": ("正则表达式写错了：{reason}", "not a regular expression: {reason}"),
    "rule-regex-verbose": ("正则表达式里不能用 (?x)", "(?x) can't be used here"),
    "rule-regex-nothing": (
        "这个正则表达式什么都不写也能匹配（至少要有一个必须出现的字）",
        "this regular expression matches nothing at all (it needs at least one character)",
    ),
    "rule-regex-nested": (
        "重复里面又有重复，可能永远算不完（去掉里层或外层的重复）",
        "a repetition inside a repetition can run for ever (take one of the two away)",
    ),
    "rule-regex-branches": (
        "重复的括号里，各个选项的第一个字要互不相同",
        "inside a repetition the alternatives must start with different characters",
    ),
    "rule-regex-backreference": (
        "正则表达式里不能引用前面的组（如 \\1）",
        "no references to groups (such as \\1)",
    ),
    "rule-regex-retries": (
        "太多个重复可以匹配同样的字，可能算得很慢（把 + 和 * 改成 {{1,4}} 这样的次数）",
        "too many repetitions over the same characters (write counts such as {{1,4}} for + and *)",
    ),
    "rule-regex-wide": ("这个正则表达式太长（最多匹配 {most} 个字）", "too wide (at most {most} characters)"),
    # rulebook: rules
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
    "rule-no-hit-example": (
        "规则“{name}”的 tests 里没有应当命中的例句（用 <<…>> 标出）",
        'the tests of "{name}" hold no sentence that it hits (mark the place with <<…>>)',
    ),
    "rule-no-silent-example": (
        "规则“{name}”的 tests 里没有不该命中的例句（不加标记）",
        'the tests of "{name}" hold no sentence that must stay silent (one without a mark)',
    ),
    "rule-no-hit-example-domain": (
        "“{name}”的 tests 里没有属于它的例句（写作“句子 => {name}”）",
        'the tests of "{name}" hold no sentence of it (written "sentence => {name}")',
    ),
    "rule-no-silent-example-domain": (
        "“{name}”的 tests 里没有不属于它的例句（写作“句子 => none”）",
        'the tests of "{name}" hold no sentence that is not of it (written "sentence => none")',
    ),
    "rule-mark": (
        "例句的标记没有写对：<<错=>对>> 或 <<错>>",
        "a mark is broken: <<wrong=>right>> or <<wrong>>",
    ),
    "rule-domain-example": (
        "例句要写作“句子 => 领域”，不属于任何领域写“句子 => none”",
        'write "sentence => domain", or "sentence => none"',
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
    # rulebook: examples, and what stopped a rule
    "example-missed": ("例句没有命中“{value}”（规则 {name}）", 'the rule {name} does not hit "{value}"'),
    "example-missed-because": (
        "例句没有命中“{value}”（规则 {name}）：{reason_zh}",
        'the rule {name} does not hit "{value}": {reason_en}',
    ),
    "example-extra": (
        "例句里不该命中“{value}”（规则 {name}）：{text}",
        'the rule {name} must not hit "{value}": {text}',
    ),
    "example-fix": (
        "“{value}”应改为“{wanted}”，实际改为“{found}”（规则 {name}）",
        '"{value}" must become "{wanted}", not "{found}" (rule {name})',
    ),
    "example-captures": ("例句里找到的是 {found}（规则 {name}）", "the rule {name} finds {found}"),
    "example-domain": (
        "例句应归入 {wanted}，实际为 {found}（命中：{terms}）",
        "the sentence must be {wanted}, not {found} (terms: {terms})",
    ),
    "rule-dead": (
        "没有一个例句能让规则“{name}”命中",
        'no example makes the rule "{name}" fire',
    ),
    "list-dead": (
        "没有一个例句用到词表“{name}”中的词",
        'no example holds a word of the list "{name}"',
    ),
    "miss-off": ("规则已关闭", "the rule is switched off"),
    "miss-place": (
        "“{value}”不在规则要看的位置（in: {places}）",
        '"{value}" is not where the rule looks (in: {places})',
    ),
    "miss-unless": (
        "“{value}”被 unless 里的“{unless}”（第 {line} 行）取消",
        '"{value}" is cancelled by unless: {unless} (line {line})',
    ),
    "miss-script": (
        "“{value}”的字形与“{wanted}”不同（script: exact，或规则写明了这个字形）",
        '"{value}" is another form of "{wanted}" (script: exact, or a character that stands for itself)',
    ),
    "miss-crossed": (
        "“{value}”跨在前后两个常用词之间，不是一个词",
        '"{value}" stands across the edge of two ordinary words',
    ),
    "miss-gap": (
        "“{value}”中间隔得太远（“…”最多 40 个字）",
        '"{value}": the gap is too long (at most 40 characters)',
    ),
    "miss-sentence": ("“{value}”跨了句子", '"{value}" goes beyond one sentence'),
    "miss-part": ("有“{value}”，但“{wanted}”没有全部出现", 'there is "{value}", but not all of "{wanted}"'),
}
