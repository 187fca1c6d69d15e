"""Mistakes in the domains of a rule file: their examples, their changes, and why a sentence has another domain."""

RULEBOOK_DOMAINS: dict[str, tuple[str, str]] = {
    # changes of a domain of another pack
    "rule-extends-unknown": (
        "没有“{name}”这个领域可以补充（已有 {known}；新的领域请写 id，不写 extends）",
        'no domain "{name}" to extend (there are {known}; a new domain has an id, not extends)',
    ),
    "rule-extends-unknown-near": (
        "没有“{name}”这个领域可以补充，是不是“{guess}”？（已有 {known}）",
        'no domain "{name}" to extend, did you mean "{guess}"? (there are {known})',
    ),
    "rule-extends-nothing": (
        "没有写要改“{name}”的什么（加词用 terms，删词用 remove，还可写 unless、threshold）",
        'nothing of "{name}" is changed (add terms under terms, remove them under remove; or write unless, threshold)',
    ),
    "rule-extends-off": (
        "领域“{name}”已被 off 关闭，补充的内容不起作用（请去掉 off，或删去这一项）",
        'the domain "{name}" is switched off by off, so its changes have no effect (remove one of the two)',
    ),
    "rule-extends-missing": (
        "“{name}”中没有“{value}”，无法删去（policytext rules show {name} 列出全部词语）",
        '"{name}" has no term "{value}" to remove (policytext rules show {name} lists its terms)',
    ),
    "rule-extends-missing-near": (
        "“{name}”中没有“{value}”，无法删去，是不是“{guess}”？（policytext rules show {name} 列出全部词语）",
        '"{name}" has no term "{value}" to remove, did you mean "{guess}"? (policytext rules show {name} lists its terms)',
    ),
    "rule-extends-same": (
        "“{name}”中已有“{value}”，权重也是 {weight}（这一项可以删去）",
        '"{name}" already has "{value}" with weight {weight} (this entry can be removed)',
    ),
    "rule-extends-twice": (
        "“{value}”在 {other} 中已有另一种改法（只留一处；如需以此处为准，请写 override: yes）",
        '"{value}" is changed in another way in {other} (keep one; to let this one count, write override: yes)',
    ),
    "rule-extends-topic": (
        "“{name}”中没有子题“{topic}”（已有 {known}；新的子题请写 title）",
        '"{name}" has no topic "{topic}" (there are {known}; a new topic needs a title)',
    ),
    "rule-extends-topic-near": (
        "“{name}”中没有子题“{topic}”，是不是“{guess}”？（已有 {known}；新的子题请写 title）",
        '"{name}" has no topic "{topic}", did you mean "{guess}"? (there are {known}; a new topic needs a title)',
    ),
    "rule-extends-title-twice": (
        "有几个领域的名称是“{name}”，请写 id（{known}）",
        'several domains have the title "{name}": write the id ({known})',
    ),
    # examples
    "rule-example-none": (
        "不属于任何领域的例句应写“=> none”，不写“=> {value}”",
        'write "=> none", not "=> {value}", for a sentence of no domain',
    ),
    "rule-example-arrow": (
        "“{mark}”应为半角“=>”（写作“句子 => 领域”）",
        '"{mark}" must be a half-width "=>" (written "sentence => domain")',
    ),
    "rule-example-unknown": (
        "“=> {value}”不是领域（已有 {known}；不属于任何领域写 none）",
        '"=> {value}" is no domain (there are {known}; none for a sentence of no domain)',
    ),
    "rule-example-unknown-near": (
        "“=> {value}”不是领域，是不是“{guess}”？",
        '"=> {value}" is no domain, did you mean "{guess}"?',
    ),
    "rule-example-misplaced": (
        "例句写到了 {name} 下面（“- ”要与 tests 中上一句的“- ”对齐）",
        'an example stands under {name} (put its "- " in line with the "- " of the tests above)',
    ),
    # why a sentence has no domain, or another one
    "why-hidden": (
        "“{value}”（{name}）包含在 {other}（{pack}）的“{longer}”中，不计",
        '"{value}" ({name}) is inside "{longer}" of {other} ({pack}), so it does not count',
    ),
    "why-hidden-overlap": (
        "“{value}”（{name}）与 {other}（{pack}）的“{longer}”重叠，不计",
        '"{value}" ({name}) overlaps "{longer}" of {other} ({pack}), so it does not count',
    ),
    "why-remedy": (
        "如要计入：在 {name} 中也写“{longer}”，或写 extends: {other} 和 remove: [{source}]，或用 off: [{other}] 关闭 {other}",
        'to count it, write "{longer}" in {name} too, or "extends: {other}" with "remove: [{source}]",'
        ' or switch {other} off with "off: [{other}]"',
    ),
    "why-threshold": (
        "{name} 得 {score} 分，没有上级标题时至少要 {needed} 分（可提高权重、再加词语，或写 threshold: {score}）",
        "{name} has {score}, and without a heading needs {needed}"
        " (raise a weight, add terms, or write threshold: {score})",
    ),
    "why-threshold-weak": (
        "{name} 得 {score} 分，没有上级标题时至少要 {needed} 分（可提高权重，或再加词语）",
        "{name} has {score}, and without a heading needs {needed} (raise a weight, or add terms)",
    ),
    "why-tied": (
        "{name} 与 {other} 同为 {score} 分，不归入任何一个（可提高一个词的权重）",
        "{name} and {other} both have {score}, so neither counts (raise the weight of a term)",
    ),
    "why-lower": (
        "{name} 得 {score} 分，{other} 得 {most} 分",
        "{name} has {score}, {other} has {most}",
    ),
}
