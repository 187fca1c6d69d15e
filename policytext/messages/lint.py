"""The command `lint`: fixes, baselines, suppressions and the language model."""

LINT: dict[str, tuple[str, str]] = {
    "fix-readonly": (
        "这种文件只读不写（改原始文稿，或先转成 .docx、.txt）",
        "files of this kind are only read (mend the original, or turn it into .docx or .txt)",
    ),
    "track-only-docx": (
        "只有 Word 文档（.docx）能写修订（去掉 --track-changes）",
        "only Word documents (.docx) have revisions (leave out --track-changes)",
    ),
    "diff-only": (
        "以上修改只供查看，没有写入任何文件（写回请去掉 --diff）",
        "this only shows the fixes; no file was written (leave out --diff to write them)",
    ),
    "storm": ("（共 {count} 处）", " ({count} places)"),
    "done-lint": (
        "检查了 {files} 个文件，{sentences} 句，{rules} 条规则：{parts} 个发现",
        "checked {files} file{s}, {sentences} sentences, {rules} rules: {parts} finding{parts_s}",
    ),
    "done-fixed": ("{path}: 改了 {count} 处", "{path}: mended {count} places"),
    "fixable": (
        "其中 {safe} 个可用 --fix 改正，另有 {unsafe} 个可加 --unsafe-fixes",
        "{safe} can be mended with --fix, {unsafe} more with --unsafe-fixes",
    ),
    "fix-of-stdin": (
        "标准输入不能写回（用 --format fixed 输出改好的文本）",
        "standard input can't be written back (--format fixed prints the mended text)",
    ),
    "changed-meanwhile": (
        "文件在读取之后被改动，未写回（请再运行一次）",
        "the file changed after it was read and was left alone (run again)",
    ),
    "fix-undecodable": (
        "改好的文本不能用 {encoding} 保存，未写回（请先转成 UTF-8）",
        "the mended text can't be saved as {encoding}, so the file was left alone (convert it to UTF-8 first)",
    ),
    "fix-not-exact": (
        "按 {encoding} 写回会改动其他字节，未写回（请先转成 UTF-8）",
        "writing it back as {encoding} would change other bytes, so it was left alone (convert it to UTF-8 first)",
    ),
    "fix-unwritable": (
        "无法写回：{reason}（请检查文件及所在文件夹的权限）",
        "can't be written back: {reason} (check the rights of the file and its folder)",
    ),
    "fix-interrupted": (
        "上次写回中断，原文保存在 {copy}（请核对：文件已损坏就用它恢复，否则删去它）",
        "writing was interrupted; the original is in {copy} (compare: restore it if the file is damaged, else delete it)",
    ),
    "no-such-selection": (
        "没有 {name} 这条规则或类别（policytext rules list 列出全部规则）",
        "no rule or family {name} (policytext rules list names them all)",
    ),
    "no-such-selection-near": (
        "没有 {name} 这条规则或类别，是不是 {near}？（policytext rules list 列出全部规则）",
        "no rule or family {name}, did you mean {near}? (policytext rules list names them all)",
    ),
    "no-terminal": (
        "--interactive 需要终端（改用 --diff 或 --fix）",
        "--interactive needs a terminal (use --diff or --fix)",
    ),
    "ask-mend": (
        "  改吗？y 改，n 不改，a 以下全改，q 停止",
        "  mend it? y yes, n no, a all from here, q stop",
    ),
    "baseline-missing": (
        "没有这份基线（用 --update-baseline 写一份）",
        "no such baseline (write one with --update-baseline)",
    ),
    "baseline-broken": (
        "不是有效的基线（用 --update-baseline 重写）",
        "not a baseline (write it anew with --update-baseline)",
    ),
    "baseline-version": (
        "基线的版本是 {version}，本程序不认得（用 --update-baseline 重写）",
        "a baseline of version {version}, which is unknown (write it anew with --update-baseline)",
    ),
    "baseline-unused": (
        "{path}: 基线中有 {count} 个发现已不存在（用 --update-baseline 更新）",
        "{path}: {count} findings of the baseline are gone (--update-baseline drops them)",
    ),
    "baseline-written": ("{path}: 基线已写入", "{path}: baseline written"),
    "ignore-unused": (
        "{path}:{line}: 这一条没有用到（可以删去）",
        "{path}:{line}: matches nothing (delete it)",
    ),
    "ignore-expired": (
        "{path}:{line}: 这一条已于 {until} 到期",
        "{path}:{line}: expired on {until}",
    ),
    "check-needs-extra": (
        "{rule} 需要 {name}（pip install 'policytext[{extra}]'）",
        "{rule} needs {name} (pip install 'policytext[{extra}]')",
    ),
    "typos-model": (
        "语言模型文件缺失或损坏（重新安装 policytext）",
        "the language model's file is missing or broken (install policytext again)",
    ),
    "typos-model-features": (
        "语言模型文件与本版本程序的特征不一致（重新安装 policytext，或用 python -m training.build 重新生成）",
        "the language model's file was fitted on other features than this version computes (install policytext again,"
        " or rebuild it with python -m training.build)",
    ),
    "learned-file": (
        "学到的内容已损坏（用 policytext rules learn 重新学习，或加 --forget 删除）",
        "what was learned is broken (run policytext rules learn again, or with --forget)",
    ),
}
