"""The commands `rules check`, `test`, `list`, `explain`, `try`, `new` and `learn`."""

RULES: dict[str, tuple[str, str]] = {
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
    "learned": (
        "学习了 {texts} 篇文稿，共 {characters} 字，记住 {ngrams} 个字串，新词如 {terms}（{path}）",
        "learned {ngrams} n-grams from {texts} texts of {characters} characters, new terms such as {terms} ({path})",
    ),
    "learned-no-terms": (
        "学习了 {texts} 篇文稿，共 {characters} 字，记住 {ngrams} 个字串，没有新词（{path}）",
        "learned {ngrams} n-grams from {texts} texts of {characters} characters, no new terms ({path})",
    ),
    "forgotten": ("已忘掉学过的内容（{path}）", "what was learned is forgotten ({path})"),
    "nothing-to-forget": ("还没有学过什么", "nothing was learned yet"),
    "nothing-to-learn": (
        "没有可学的文字（指定存放 .txt、.docx 等文稿的文件夹）",
        "no text to learn from (name a folder of .txt, .docx or other texts)",
    ),
    "learn-nothing-named": (
        "没有指定从哪里学（如 policytext rules learn 历年报告/）",
        "no archive named (such as policytext rules learn reports/)",
    ),
    "no-data-folder": (
        "没有存放学习结果的文件夹（设置 POLICYTEXT_DATA）",
        "no folder to keep what is learned (set POLICYTEXT_DATA)",
    ),
    "cannot-keep": (
        "存不下学习结果：{reason}（用 POLICYTEXT_DATA 指定可写的文件夹）",
        "what was learned can't be kept: {reason} (name a writable folder in POLICYTEXT_DATA)",
    ),
}
