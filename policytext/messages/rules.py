"""The commands `rules check`, `test`, `list`, `explain`, `try`, `new` and `learn`."""

RULES: dict[str, tuple[str, str]] = {
    "done-rules-check": (
        "已检查 {rules} 条规则：{faults} 处错误，{hints} 处提示（例句由 rules test 运行）",
        "checked {rules:rule|rules}: {faults:error|errors}, {hints:hint|hints} (rules test runs the examples)",
    ),
    "done-rules-test": (
        "已测试 {rules} 条规则的 {examples} 个例句，{failed} 个未通过",
        "tested {examples:example|examples} of {rules:rule|rules}: {failed} failed",
    ),
    "done-rules-list": ("共 {rules} 条规则", "{rules:rule|rules}"),
    "watching": (
        "等待 {names} 的修改（按 Ctrl+C 结束）",
        "waiting for changes of {names} (Ctrl+C ends it)",
    ),
    "watch-nothing": (
        "--watch 需指明规则文件（如 policytext rules test 我的规则.yaml --watch）",
        "--watch needs a rule file (such as policytext rules test my-rules.yaml --watch)",
    ),
    "test-broken": (
        "提示：因这里的补充，“{name}”自带的例句有 {count} 句不再成立，如“{text}”（如是本意，不必处理）",
        'note: these changes break {count:example|examples} of "{name}", such as "{text}"'
        " (nothing to do if that is intended)",
    ),
    "coverage-rule": (
        "{name}: 例句用到 {patterns} 个词语中的 {fired} 个",
        "{name}: the examples use {fired} of {patterns:term|terms}",
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
        "“{value}”同时属于 {name}（权重 {weight}）和 {other}（权重 {other_weight}），两边都计分（如只归 {name}，写 extends: {other} 和 remove: [{value}]）",
        '"{value}" belongs to {name} (weight {weight}) and to {other} (weight {other_weight}), and counts for both'
        ' (for {name} alone, write "extends: {other}" with "remove: [{value}]")',
    ),
    "no-such-rule": (
        "没有 {name} 这条规则（policytext rules list 列出全部规则）",
        "no rule {name} (policytext rules list names them all)",
    ),
    "no-such-rule-near": (
        "没有 {name} 这条规则，是不是 {near}？（policytext rules list 列出全部规则）",
        "no rule {name}, did you mean {near}? (policytext rules list names them all)",
    ),
    "no-such-pack-rule": (
        "规则文件中没有 {name} 这条规则（policytext rules list 列出全部规则）",
        "no rule file has the rule {name} (policytext rules list names them all)",
    ),
    "no-such-pack-rule-near": (
        "规则文件中没有 {name} 这条规则，是不是 {near}？（policytext rules list 列出全部规则）",
        "no rule file has the rule {name}, did you mean {near}? (policytext rules list names them all)",
    ),
    "show-domain": (
        "规则包 {pack} 中的领域，实际生效的内容",
        "a domain of the pack {pack}, as it is in force",
    ),
    "show-changed": ("；{place} 有修改", "; changed by {place}"),
    "bad-rule-name": (
        "规则名称 {name} 无效（应如 typo/my-rule 或 my-domain，小写字母、数字和连字符）",
        "a rule cannot be named {name} (write it like typo/my-rule or my-domain: lower case, digits, hyphens)",
    ),
    "bad-extract-name": (
        "提取规则的名称 {name} 无效（应如 money/fund，小写字母、数字和连字符）",
        "a rule that extracts cannot be named {name} (write it like money/fund: lower case, digits, hyphens)",
    ),
    "already-there": (
        "文件已存在，未写入（请换一个名称）",
        "the file exists, so nothing was written (choose another name)",
    ),
    # try
    "try-domain": ("领域：{domain}（{scores}）", "domain: {domain} ({scores})"),
    "try-undecided": ("未归类：{reason}", "undecided: {reason}"),
    "try-captures": ("提取 {name}：{captures}", "extracted by {name}: {captures}"),
    "try-no-captures": (
        "{name} 命中，但各部分不符合类型，不提取",
        "{name} hits, but its parts are not of their types, so nothing is extracted",
    ),
    "try-miss": ("未命中 {name}：{reason}", "no hit of {name}: {reason}"),
    "try-nothing": ("没有规则命中", "no rule hits"),
    # explain
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
    "card-threshold": ("阈值", "threshold"),
    "card-terms": ("词语", "terms"),
    "card-topics": ("子题", "topics"),
    "card-in": ("位置", "in"),
    "card-unless": ("除外", "unless"),
    "card-extended": ("补充", "changed by"),
    "card-examples": ("例句", "examples"),
    "card-aliases": ("旧名", "former names"),
    "card-pack": ("规则包", "pack"),
    "card-origin": ("出处", "origin"),
    # learn
    "learned": (
        "已学习 {texts:,} 篇文稿，共 {characters:,} 字，记录 {ngrams:,} 个字串，新词如 {terms}（{path}）",
        "learned {ngrams:n-gram|n-grams} from {texts:text|texts} of {characters:character|characters},"
        " new terms such as {terms} ({path})",
    ),
    "learned-no-terms": (
        "已学习 {texts:,} 篇文稿，共 {characters:,} 字，记录 {ngrams:,} 个字串，没有新词（{path}）",
        "learned {ngrams:n-gram|n-grams} from {texts:text|texts} of {characters:character|characters},"
        " no new terms ({path})",
    ),
    "forgotten": ("已清除已学习的用词（{path}）", "cleared the learned terms ({path})"),
    "nothing-to-forget": ("尚无学习记录", "nothing has been learned yet"),
    "nothing-to-learn": (
        "没有可供学习的文字（请指定存放 .txt、.docx 等文稿的文件夹）",
        "no text to learn from (name a folder of .txt, .docx or other texts)",
    ),
    "learn-too-few": (
        "只有 {texts} 篇不同的文稿：用词至少见于三篇才算学到（请指定更多文稿）",
        "only {texts:different text|different texts}: a term must be in three to be learned (name more texts)",
    ),
    "learn-nothing-named": (
        "没有指定供学习的文稿（如 policytext rules learn 历年报告/）",
        "no archive named (for example policytext rules learn reports/)",
    ),
    # learn-terms
    "proposed-domain": (
        "{name}：{terms} 个词，依据 {sentences} 句",
        "{name}: {terms:term|terms} from {sentences:sentence|sentences}",
    ),
    "proposed-term": (
        "  {weight}  {term}  本领域 {inside} 句，其他 {outside} 句，z = {z}{known}  例：{example}",
        "  {weight}  {term}  {inside:sentence|sentences} here, {outside} elsewhere, z = {z}{known}  e.g. {example}",
    ),
    "proposed-known": ("，已有，权重 {weight}", ", already there with weight {weight}"),
    "done-rules-learn-terms": (
        "已读取 {sentences} 个句子，{domains} 个领域，提出 {terms} 个词（-o 建议.yaml 生成规则文件）",
        "read {sentences:sentence|sentences} of {domains:domain|domains}, proposed {terms:term|terms}"
        " (-o proposed.yaml writes a rule file)",
    ),
    "labels-missing": (
        "没有指定标注文件（如 policytext rules learn-terms 标注.jsonl）",
        "no labelled sentences named (such as policytext rules learn-terms labelled.jsonl)",
    ),
    "labels-bad-line": (
        '这一行不是标注（应如 {{"text": "支持社区办托育。", "domain": "care"}}，不属于任何领域的写 null）',
        'not a labelled sentence (write {{"text": "支持社区办托育。", "domain": "care"}}, null for no domain)',
    ),
    "labels-bad-name": (
        "领域名称“{name}”无效（应如 my-domain，小写字母、数字和连字符）",
        '"{name}" is no name of a domain (write it like my-domain: lower case, digits, hyphens)',
    ),
    "labels-too-few": (
        "标注只有一类（至少要有两个领域，或一个领域和不属于任何领域的句子）",
        "all sentences have one label (there must be two domains, or one and sentences of none)",
    ),
    "no-data-folder": (
        "没有保存学习结果的文件夹（请设置 POLICYTEXT_DATA）",
        "no folder for the learned terms (set POLICYTEXT_DATA)",
    ),
    "cannot-keep": (
        "无法保存学习结果：{reason}（用 POLICYTEXT_DATA 指定可写的文件夹）",
        "the learned terms cannot be saved: {reason} (name a writable folder in POLICYTEXT_DATA)",
    ),
}
