"""What the commands about rules say."""

PACKS: dict[str, tuple[str, str]] = {
    "help-rules-group": (
        "检查、测试、查询和编写规则。\n例：policytext rules test 我的规则.yaml",
        "Check, test, look up and write rules.\nExample: policytext rules test my-rules.yaml",
    ),
    "help-rules-check": (
        "检查规则文件能不能用：逐行指出写错的地方。\n例：policytext rules check 我的规则.yaml",
        "Say whether rule files can be used, slip by slip with their lines.\n"
        "Example: policytext rules check my-rules.yaml",
    ),
    "help-rules-test": (
        "运行规则里的例句。\n例：policytext rules test --coverage",
        "Run the examples inside the rules.\nExample: policytext rules test --coverage",
    ),
    "help-rules-list": ("列出全部规则。", "List all rules."),
    "help-rules-explain": (
        "说明一条规则：找什么、为什么、依据、例句、实测。\n例：policytext rules explain social",
        "Explain one rule: what it finds, why, its basis, its examples, how it was measured.\n"
        "Example: policytext rules explain social",
    ),
    "help-rules-try": (
        "看一句话命中哪些规则，差一点命中的又差在哪里。\n例：policytext rules try 推进一网通办。",
        "Show which rules hit a sentence, and what stopped those that nearly do.\n"
        "Example: policytext rules try 推进一网通办。",
    ),
    "help-rules-new": (
        "写出一份能用的规则文件，再逐行改成自己的。\n例：policytext rules new typo/my-rule -o 我的规则.yaml",
        "Write a rule file that works, to be changed line by line.\n"
        "Example: policytext rules new typo/my-rule -o my-rules.yaml",
    ),
    "help-rules-schema": (
        "输出规则文件的 JSON Schema，供编辑器补全。",
        "Print the JSON Schema of rule files, from which editors complete.",
    ),
    "help-packs": ("规则文件或文件夹；不给则为全部规则", "rule files or folders; all rules without one"),
    "help-format-text": ("输出格式：{formats}", "one of {formats}"),
    "help-verbose-rules": ("说得更细", "tell more"),
    "help-coverage": (
        "说明例句覆盖了多少词语；没有例句能触发的规则算出错",
        "say how many terms the examples exercise; a rule that none makes fire is an error",
    ),
    "help-rule-name": ("规则的名称", "the rule's name"),
    "help-try-text": ("一句话", "a sentence"),
    "help-new-name": (
        "规则的名称：类别/名称（检查）或名称（领域）",
        "the rule's name: FAMILY/SLUG for lint, SLUG for a domain",
    ),
    "done-rules-check": (
        "共 {rules} 条规则，{faults} 处错误，{hints} 处提示",
        "checked {rules} rule{rules_s}: {faults} fault{faults_s}, {hints} hint{hints_s}",
    ),
    "done-rules-test": (
        "共 {rules} 条规则，{examples} 个例句，{failed} 个未通过",
        "tested {examples} example{examples_s} of {rules} rule{rules_s}: {failed} failed",
    ),
    "done-rules-list": ("共 {rules} 条规则", "{rules} rule{rules_s}"),
    "coverage-rule": (
        "{name}: 例句触发了 {fired}/{patterns} 个词语",
        "{name}: the examples exercise {fired} of {patterns} terms",
    ),
    "case-example": (
        "例句不符：{text}，找到的是：{found}",
        "an example fails: {text}; found: {found}",
    ),
    "check-example": (
        "例句不符（检查 {name}）：{text}，找到的是：{found}",
        "an example of {name} fails: {text}; found: {found}",
    ),
    "rule-term-in-two": (
        "“{value}”同时属于 {name}（权重 {weight}）和 {other}（权重 {other_weight}）",
        '"{value}" belongs to {name} (weight {weight}) and to {other} (weight {other_weight})',
    ),
    "no-such-rule": (
        "没有 {name} 这条规则（policytext rules list 列出全部规则）",
        "no rule {name} (policytext rules list names them all)",
    ),
    "no-such-rule-near": (
        "没有 {name} 这条规则，是不是 {near}？（policytext rules list 列出全部规则）",
        "no rule {name}, did you mean {near}? (policytext rules list names them all)",
    ),
    "bad-rule-name": (
        "规则名称不能是 {name}（应如 typo/my-rule 或 my-domain，小写字母、数字和连字符）",
        "a rule can't be called {name} (like typo/my-rule or my-domain: lower case, digits, hyphens)",
    ),
    "already-there": (
        "文件已存在，未写入（请换一个名称）",
        "the file exists, so nothing was written (choose another name)",
    ),
    "try-domain": ("领域：{domain}（{scores}）", "domain: {domain} ({scores})"),
    "try-hidden": (
        "不计“{value}”（{name}）：它在更长或更早的词语里",
        'not counted: "{value}" ({name}) lies in a longer or an earlier term',
    ),
    "try-miss": ("未命中 {name}：{reason}", "not {name}: {reason}"),
    "try-nothing": ("没有规则命中", "no rule hits"),
    "card-kind": ("类型", "kind"),
    "card-enabled": ("启用", "enabled"),
    "card-off": ("（默认关闭）", "(off by default)"),
    "card-severity": ("级别", "severity"),
    "card-confidence": ("可信度", "confidence"),
    "card-fix": ("修改", "fix"),
    "card-profiles": ("适用标准", "profiles"),
    "card-finds": ("查找", "finds"),
    "card-gives": ("给出", "gives"),
    "card-message": ("提示", "message"),
    "card-why": ("理由", "why"),
    "card-basis": ("依据", "basis"),
    "card-record": ("实测", "record"),
    "card-description": ("说明", "description"),
    "card-threshold": ("门槛", "threshold"),
    "card-terms": ("词语", "terms"),
    "card-topics": ("子题", "topics"),
    "card-in": ("位置", "in"),
    "card-unless": ("除外", "unless"),
    "card-examples": ("例句", "examples"),
    "card-aliases": ("旧名", "former names"),
    "card-pack": ("规则包", "pack"),
    "card-origin": ("出处", "origin"),
}
