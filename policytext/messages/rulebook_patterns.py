"""Mistakes in the phrases and regular expressions of a rule."""

RULEBOOK_PATTERNS: dict[str, tuple[str, str]] = {
    # phrases
    "rule-phrase-empty": ("要查找的文字是空的", "the phrase is empty"),
    "rule-phrase-gap": (
        "“{value}”的开头或结尾不能是“…”（它表示中间可以隔开的文字）",
        '"{value}" cannot start or end with "…" (it stands for text in between)',
    ),
    "rule-phrase-brace": ("“{value}”的花括号没有配对", 'the braces in "{value}" do not match'),
    "rule-phrase-deep": (
        "花括号嵌套过深（最多 {deepest} 层）",
        "braces nested too deeply (at most {deepest} levels)",
    ),
    "rule-phrase-name-twice": (
        "“{name}”在一条短语中只能用一次",
        '"{name}" can be captured only once in a phrase',
    ),
    "rule-phrase-open": (
        "“{value}”中不限内容的类型（{types}）过多，可能很慢（请减去一个，或改成具体的词 {{甲|乙}}）",
        'too many captures of "{value}" take any text ({types}) and may be slow (remove one, or write words {{a|b}})',
    ),
    "rule-capture-column": (
        "不能用“{name}”作名称，这是结果中已有的列（请换一个，如“{name}1”）",
        '"{name}" is a column that each result has (choose another name, such as "{name}1")',
    ),
    "rule-ellipsis": (
        "“{value}”中的“{mark}”不是“…”，会被视为原文（如表示中间可以隔开文字，请写“…”）",
        '"{mark}" in "{value}" is read as it is, not as "…" (write "…" for text in between)',
    ),
    "rule-want-part": (
        "want 中的“{name}”不在 find 中（可用 {known}）",
        '"{name}" under want is not in find (there are {known})',
    ),
    "rule-want-part-near": (
        "want 中的“{name}”不在 find 中（是不是“{guess}”？）",
        '"{name}" under want is not in find (did you mean "{guess}"?)',
    ),
    "rule-phrase-type": ("没有“{value}”这种类型（可用 {known}）", 'no type "{value}" (types: {known})'),
    "rule-phrase-type-near": (
        "没有“{value}”这种类型（是不是“{guess}”？）",
        'no type "{value}" (did you mean "{guess}"?)',
    ),
    "rule-phrase-slot": (
        "“{{{value}}}”不是 slots 中的词类（从几个词中任选一个，写作 {{甲|乙}}）",
        '"{{{value}}}" is not one of the slots (alternatives are written {{a|b}})',
    ),
    "rule-phrase-slot-near": (
        "“{{{value}}}”不是 slots 中的词类（是不是“{guess}”？）",
        '"{{{value}}}" is not one of the slots (did you mean "{guess}"?)',
    ),
    "rule-phrase-captures": (
        "此处的短语不能有 {{名称:类型}}",
        "a phrase here cannot have captures {{name:type}}",
    ),
    # regular expressions
    "rule-regex": ("正则表达式有误：{reason}", "not a valid regular expression: {reason}"),
    "rule-regex-verbose": ("正则表达式中不能用 (?x)", "(?x) cannot be used here"),
    "rule-regex-nothing": (
        "这个正则表达式可以匹配空文字（至少要有一个必须出现的字）",
        "this regular expression matches empty text (it needs at least one required character)",
    ),
    "rule-regex-nested": (
        "重复之内又有重复，可能长时间无法完成（请去掉里层或外层的重复）",
        "a repetition inside a repetition may never finish (remove one of the two)",
    ),
    "rule-regex-branches": (
        "重复的括号中，各选项的第一个字应互不相同",
        "inside a repetition the alternatives must start with different characters",
    ),
    "rule-regex-backreference": (
        "正则表达式中不能引用前面的组（如 \\1）",
        "references to groups (such as \\1) cannot be used here",
    ),
    "rule-regex-retries": (
        "有多个重复可以匹配同样的字，可能很慢（把 + 和 * 改成 {{1,4}} 一类的次数）",
        "several repetitions match the same characters and may be slow (write counts such as {{1,4}} for + and *)",
    ),
    "rule-regex-wide": (
        "这个正则表达式过长（最多匹配 {most} 个字）",
        "this regular expression is too wide (it may match at most {most} characters)",
    ),
}
