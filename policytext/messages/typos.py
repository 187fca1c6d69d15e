"""What the language model of typos says, and the command that teaches it."""

TYPOS: dict[str, tuple[str, str]] = {
    "help-rules-learn": (
        "从本单位的文稿学习用词，减少别字误报。\n例：policytext rules learn 历年报告/",
        "Learn an organisation's terms from its archive, for fewer false alarms.\n"
        "Example: policytext rules learn reports/",
    ),
    "help-learn-folder": ("存放文稿的文件夹或文件", "folders or files of the archive"),
    "help-forget": ("忘掉学过的内容", "forget what was learned"),
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
    "help-alarm-rate": (
        "用语言模型找别字，并说明每万字可容忍多少误报，如 0.2（需 policytext[typos]）",
        "also find slips by a language model: the false alarms in 10,000 characters that you can bear, such as 0.2"
        " (needs policytext[typos])",
    ),
    "check-needs-extra": (
        "{rule} 需要 {name}（pip install 'policytext[{extra}]'）",
        "{rule} needs {name} (pip install 'policytext[{extra}]')",
    ),
    "typos-model": (
        "语言模型文件缺失或损坏（重新安装 policytext）",
        "the language model's file is missing or broken (install policytext again)",
    ),
    "learned-file": (
        "学到的内容已损坏（用 policytext rules learn 重新学习，或加 --forget 删除）",
        "what was learned is broken (run policytext rules learn again, or with --forget)",
    ),
}
