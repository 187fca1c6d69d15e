"""Mistakes in the phrases and regular expressions of a rule."""

RULEBOOK_PATTERNS: dict[str, tuple[str, str]] = {
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
}
