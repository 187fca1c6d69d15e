"""Examples of rules: mistakes in them, and why a rule does not hit."""

RULEBOOK_EXAMPLES: dict[str, tuple[str, str]] = {
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
