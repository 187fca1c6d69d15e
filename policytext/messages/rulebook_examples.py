"""Examples of rules: mistakes in them, and why a rule does not hit."""

RULEBOOK_EXAMPLES: dict[str, tuple[str, str]] = {
    # how examples are written
    "rule-no-hit-example": (
        "规则“{name}”的 tests 中没有应当命中的例句（用 <<…>> 标出）",
        'the tests of "{name}" have no sentence that it hits (mark the place with <<…>>)',
    ),
    "rule-no-silent-example": (
        "规则“{name}”的 tests 中没有不应命中的例句（不加标记）",
        'the tests of "{name}" have no sentence that it must not hit (one without a mark)',
    ),
    "rule-no-hit-example-domain": (
        "“{name}”的 tests 中没有属于它的例句（写作“句子 => {name}”）",
        'the tests of "{name}" have no sentence of this domain (written "sentence => {name}")',
    ),
    "rule-no-silent-example-domain": (
        "“{name}”的 tests 中没有不属于它的例句（写作“句子 => none”）",
        'the tests of "{name}" have no sentence of no domain (written "sentence => none")',
    ),
    "rule-mark": (
        "例句的标记有误（应为 <<错=>对>> 或 <<错>>）",
        "a mark is not valid (write <<wrong=>right>> or <<wrong>>)",
    ),
    "rule-domain-example": (
        "例句应写作“句子 => 领域”，不属于任何领域的写“句子 => none”",
        'write "sentence => domain", or "sentence => none"',
    ),
    # what an example shows
    "example-missed": ("例句没有命中“{value}”（规则 {name}）", 'the rule {name} does not hit "{value}"'),
    "example-missed-because": (
        "例句没有命中“{value}”（规则 {name}）：{reason_zh}",
        'the rule {name} does not hit "{value}": {reason_en}',
    ),
    "example-extra": (
        "例句中不应命中“{value}”（规则 {name}）：{text}",
        'the rule {name} must not hit "{value}": {text}',
    ),
    "example-fix": (
        "“{value}”应改为“{wanted}”，实际改为“{found}”（规则 {name}）",
        '"{value}" must become "{wanted}", not "{found}" (rule {name})',
    ),
    "example-captures": ("例句中找到的是 {found}（规则 {name}）", "the rule {name} finds {found}"),
    "example-captures-type": (
        "找到 {found}，但不符合类型（{types}），故没有结果（规则 {name}）",
        "the rule {name} finds {found}, which is not of its type ({types}), so it is no result",
    ),
    "example-domain": (
        "例句应归入 {wanted}，实际为 {found}（命中：{terms}）",
        "the sentence must be {wanted}, not {found} (terms: {terms})",
    ),
    "example-domain-because": (
        "例句应归入 {wanted}，实际为 {found}（命中：{terms}）：{reason_zh}",
        "the sentence must be {wanted}, not {found} (terms: {terms}): {reason_en}",
    ),
    "example-extra-captures": (
        "例句中不应命中“{value}”（规则 {name}）：找到 {found}",
        'the rule {name} must not hit "{value}": it finds {found}',
    ),
    "rule-dead": (
        "没有一个例句能让规则“{name}”命中",
        'no example makes the rule "{name}" hit',
    ),
    "list-dead": (
        "没有一个例句用到词表“{name}”中的词",
        'no example contains a word of the list "{name}"',
    ),
    # why a rule does not hit
    "miss-off": ("规则已关闭", "the rule is switched off"),
    "miss-place": (
        "“{value}”不在规则查找的位置（in: {places}）",
        '"{value}" is not where the rule looks (in: {places})',
    ),
    "miss-unless": (
        "“{value}”被 unless 中的“{unless}”（第 {line} 行）排除",
        '"{value}" is excluded by unless: {unless} (line {line})',
    ),
    "miss-script": (
        "“{value}”的字形与“{wanted}”不同（script: exact，或规则指定了这个字形）",
        '"{value}" is another form of "{wanted}" (script: exact, or the rule names this form)',
    ),
    "miss-crossed": (
        "“{value}”跨前后两个常用词，不是一个词",
        '"{value}" lies across the boundary of two common words',
    ),
    "miss-words": (
        "“{value}”与前后文字组成别的词",
        '"{value}" forms other words with the characters around it',
    ),
    "miss-gap": (
        "“{value}”中间间隔过长（“…”最多 40 个字）",
        '"{value}": the gap is too long (at most 40 characters)',
    ),
    "miss-sentence": ("“{value}”跨了句子", '"{value}" goes beyond one sentence'),
    "miss-part": (
        "有“{value}”，但“{wanted}”没有全部出现",
        '"{value}" is there, but not all of "{wanted}"',
    ),
}
