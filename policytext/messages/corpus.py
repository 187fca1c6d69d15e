"""The commands `corpus run`, `corpus query` and `corpus diff`."""

CORPUS: dict[str, tuple[str, str]] = {
    "done-corpus": (
        "{documents} 份文件，{failed} 份失败，{size}，{seconds}（{rate} MB/s），结果在 {path}",
        "{documents} document{s}, {failed} failed, {size} in {seconds} ({rate} MB/s), tables in {path}",
    ),
    "corpus-resumed": ("接着上次：已完成 {count} 片", "going on: {count} shard{s} done before"),
    "corpus-interrupted": (
        "已中断，做完的都在 {path}（用同一命令继续）",
        "interrupted; what is done is in {path} (the same command goes on)",
    ),
    "corpus-more-failed": (
        "还有 {count} 份失败（policytext corpus query {path} 'from failures'）",
        "and {count} more failed (policytext corpus query {path} 'from failures')",
    ),
    "corpus-twice": (
        "{count} 个编号出现不止一次（都保留了，路径不同）",
        "{count} id{s} stand more than once (all are kept, their paths differ)",
    ),
    "corpus-counting": ("统计输入…", "measuring…"),
    "no-such-store": (
        "打不开这个地址：{reason}（请检查地址和所需的 fsspec 驱动）",
        "this address can't be opened: {reason} (check it, and that fsspec's driver for it is installed)",
    ),
    "no-output": ("没有指定结果文件夹（用 -o 文件夹）", "no folder for the tables (name one with -o)"),
    "no-corpus-input": (
        "没有输入（写出文件、文件夹，或 --files-from 清单）",
        "nothing to read (name files, folders, or a list with --files-from)",
    ),
    "corpus-stdin": (
        "corpus 不读标准输入（请给出文件；管道可先存成 .jsonl）",
        "a corpus is not read from standard input (name files; save a stream as .jsonl first)",
    ),
    "corpus-not-empty": (
        "文件夹里有别的东西，没有动它（换一个结果文件夹）",
        "holds something else and was left alone (name another folder)",
    ),
    "corpus-other-run": (
        "是另一次运行的结果：{name} 当时是 {old}，现在是 {new}（换一个结果文件夹，或删掉它重来）",
        "holds another run: {name} was {old} and is now {new} (name another folder, or delete it to begin anew)",
    ),
    "corpus-changed": (
        "输入从那次运行后变了：{name}（换一个结果文件夹，或删掉它重来）",
        "an input has changed since this run began: {name} (name another folder, or delete it to begin anew)",
    ),
    "corpus-version": (
        "是 {version} 格式的结果，这里用 {known}（用当时的版本打开，或重新运行）",
        "holds tables of {version}, and this is {known} (open it with that version, or run it again)",
    ),
    "corpus-damaged": ("已损坏（换一个结果文件夹重新运行）", "is damaged (run into another folder)"),
    "corpus-broken": (
        "文件已损坏（用原来的命令再运行一次 corpus run，损坏的部分会重做）",
        "this file is damaged (run the same corpus run again: it redoes what is broken)",
    ),
    "corpus-unreadable": (
        "文件内容无法读取：{reason}（删除此文件，用原来的命令再运行一次 corpus run，缺少的部分会重做）",
        "its content can't be read: {reason} (delete this file and run the same corpus run again: it redoes what is missing)",
    ),
    "corpus-missing": (
        "不是 corpus run 的结果文件夹（先运行 policytext corpus run … -o {name}）",
        "is no folder of a corpus run (first: policytext corpus run … -o {name})",
    ),
    "corpus-empty": ("还没有做完的结果（先运行完）", "holds no tables yet (let the run go on)"),
    "corpus-busy": (
        "另一个进程正在写这个文件夹（等它结束）",
        "another run is at work in this folder (let it end)",
    ),
    "shard-given-up": (
        "第 {name} 片已让工作进程退出 {count} 次（看系统日志；也许内存不足：减小 --jobs）",
        "shard {name} has ended {count} workers (see the system's log; short of memory? fewer --jobs)",
    ),
    "worker-cannot-start": (
        "工作进程起不来（看标准错误上的原因；作为库使用时，主程序要有 if __name__ == '__main__'）",
        "worker processes can't start (see above; a script that calls this needs if __name__ == '__main__')",
    ),
    "other-version": (
        "工作节点的版本是 {new}，这里是 {old}（装成同一版本）",
        "a worker has version {new}, this is {old} (install the same)",
    ),
    "other-rules": (
        "工作节点的规则与这里的不同（把规则文件放在各节点都能读的同一路径）",
        "a worker has other rules (keep the packs under the same path on all machines)",
    ),
    "no-scheduler": (
        "连不上 Dask 调度器 {name}：{reason}（检查地址，如 tcp://主机:8786）",
        "no Dask scheduler at {name}: {reason} (check the address, for example tcp://host:8786)",
    ),
    "jsonl-utf-16": ("JSON Lines 要用 UTF-8（请转换编码）", "JSON Lines are UTF-8 (convert it)"),
    "damaged-parquet": (
        "不是完好的 Parquet 文件：{reason}（重新导出）",
        "no sound Parquet file: {reason} (export it again)",
    ),
    "cut-off": ("压缩文件不完整（重新下载）", "a packed file that breaks off (download it again)"),
    "too-slow": (
        "占用处理器超过 {seconds} 秒，已跳过（{place}；可用 --time-limit 提高上限）",
        "took more than {seconds} CPU seconds and was skipped ({place}; raise --time-limit)",
    ),
    "too-much-memory": (
        "需要的内存超过 {megabytes} MB，已跳过（--memory-limit 可放宽）",
        "needs more than {megabytes} MB of memory and was passed over (--memory-limit allows more)",
    ),
    "crashed": (
        "处理它时工作进程退出了 {count} 次，已跳过（也许内存不足）",
        "a worker ended in it {count} times, so it was passed over (short of memory?)",
    ),
    "bad-sql": (
        "{reason}（corpus query 不写 SQL 可列出各表）",
        "{reason} (without a question the tables are listed)",
    ),
    "query-memory": (
        "内存不足：{reason}（减少查询的列或行，或加 limit）",
        "not enough memory: {reason} (ask for fewer columns or rows, or add a limit)",
    ),
}
