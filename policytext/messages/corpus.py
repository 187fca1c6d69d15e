"""The commands `corpus run`, `corpus query` and `corpus diff`."""

CORPUS: dict[str, tuple[str, str]] = {
    "done-corpus": (
        "已处理 {documents:,} 份文件，{failed:,} 份失败，{size}，用时 {seconds}（{rate} MB/s），结果在 {path}",
        "processed {documents:document|documents}, {failed:,} failed, {size} in {seconds} ({rate} MB/s), tables in {path}",
    ),
    "corpus-resumed": (
        "继续上次的运行：已完成 {count} 个分片",
        "resuming: {count:shard|shards} already done",
    ),
    "corpus-interrupted": (
        "已中断，已完成的结果在 {path}（用同一命令继续）",
        "interrupted; finished results are in {path} (run the same command to resume)",
    ),
    "corpus-more-failed": (
        "另有 {count} 份失败（policytext corpus query {path} 'from failures'）",
        "{count:more document|more documents} failed (policytext corpus query {path} 'from failures')",
    ),
    "corpus-twice": (
        "有 {count} 个编号重复（均已保留，以路径区分）",
        "found {count:repeated id|repeated ids} (all documents are kept, their paths differ)",
    ),
    "corpus-counting": ("正在统计输入…", "measuring the input…"),
    # inputs
    "no-such-store": (
        "无法打开这个地址：{reason}（请检查地址和所需的 fsspec 驱动）",
        "this address cannot be opened: {reason} (check it, and that its fsspec driver is installed)",
    ),
    "no-corpus-input": (
        "没有输入（请指定文件、文件夹，或用 --files-from 指定清单）",
        "no input (name files, folders, or a list with --files-from)",
    ),
    "corpus-stdin": (
        "corpus 不读取标准输入（请指定文件；管道内容可先存为 .jsonl）",
        "corpus does not read standard input (name files; save a stream as .jsonl first)",
    ),
    "jsonl-utf-16": ("JSON Lines 应为 UTF-8（请转换编码）", "JSON Lines must be UTF-8 (convert the file)"),
    "damaged-parquet": (
        "Parquet 文件无效：{reason}（请重新导出）",
        "not a valid Parquet file: {reason} (export it again)",
    ),
    "cut-off": ("压缩文件不完整（请重新下载）", "an incomplete compressed file (download it again)"),
    # the folder of results
    "no-output": ("没有指定结果文件夹（用 -o 文件夹）", "no folder for the tables (name one with -o)"),
    "corpus-not-empty": (
        "文件夹中有其他内容，未写入（请换一个结果文件夹）",
        "holds other files, so nothing was written (name another folder)",
    ),
    "corpus-other-run": (
        "是另一次运行的结果：{name} 原为 {old}，现为 {new}（请换一个结果文件夹，或删除后重新运行）",
        "holds another run: {name} was {old} and is now {new} (name another folder, or delete this one)",
    ),
    "corpus-changed": (
        "运行开始后输入有变化：{name}（请换一个结果文件夹，或删除后重新运行）",
        "an input has changed since the run began: {name} (name another folder, or delete this one)",
    ),
    "corpus-version": (
        "结果的格式为 {version}，本程序使用 {known}（请用当时的版本打开，或重新运行）",
        "its tables have format {version}, this program has {known} (open it with that version, or run again)",
    ),
    "corpus-damaged": ("已损坏（请换一个结果文件夹重新运行）", "is damaged (run into another folder)"),
    "corpus-broken": (
        "文件已损坏（用原来的命令再运行一次 corpus run，损坏部分会重新处理）",
        "this file is damaged (repeat the same corpus run to restore it)",
    ),
    "corpus-unreadable": (
        "无法读取文件内容：{reason}（删除此文件，用原来的命令再运行一次 corpus run，缺少部分会重新处理）",
        "its content cannot be read: {reason} (delete this file and repeat the same corpus run to restore it)",
    ),
    "corpus-missing": (
        "不是 corpus run 的结果文件夹（先运行 policytext corpus run … -o {name}）",
        "is not the folder of a corpus run (first: policytext corpus run … -o {name})",
    ),
    "corpus-empty": ("还没有结果（请等待运行完成）", "holds no tables yet (wait for the run to finish)"),
    "corpus-busy": (
        "另一个进程正在写入这个文件夹（请等待其结束）",
        "another run is writing to this folder (wait for it to finish)",
    ),
    # workers
    "shard-given-up": (
        "处理第 {name} 片时工作进程已退出 {count} 次（请查看系统日志；可能内存不足，可减小 --jobs）",
        "shard {name} has stopped its worker {count:time|times} (see the system log; if memory is short, lower --jobs)",
    ),
    "worker-cannot-start": (
        "工作进程无法启动（原因见标准错误；作为库使用时，主程序要有 if __name__ == '__main__'）",
        "worker processes cannot start (see above; a script that calls this needs if __name__ == '__main__')",
    ),
    "other-version": (
        "工作节点的版本是 {new}，本机是 {old}（请安装同一版本）",
        "a worker has version {new}, this machine has {old} (install the same version)",
    ),
    "other-rules": (
        "工作节点的规则与本机不同（请把规则文件放在各节点都能读取的同一路径）",
        "a worker has other rules (keep the rule files under the same path on all machines)",
    ),
    "no-scheduler": (
        "无法连接 Dask 调度器 {name}：{reason}（请检查地址，如 tcp://主机:8786）",
        "no connection to the Dask scheduler {name}: {reason} (check the address, for example tcp://host:8786)",
    ),
    "too-slow": (
        "占用 CPU 超过 {seconds} 秒，已跳过（{place}；可用 --time-limit 提高上限）",
        "took more than {seconds} CPU seconds and was skipped ({place}; raise --time-limit)",
    ),
    "too-much-memory": (
        "需要的内存超过 {megabytes} MB，已跳过（可用 --memory-limit 提高上限）",
        "needs more than {megabytes} MB of memory and was skipped (raise --memory-limit)",
    ),
    "crashed": (
        "处理时工作进程退出 {count} 次，已跳过（可能内存不足，可减小 --jobs）",
        "stopped its worker {count:time|times} and was skipped (if memory is short, lower --jobs)",
    ),
    # queries
    "bad-sql": (
        "{reason}（corpus query 不带 SQL 时列出各表）",
        "{reason} (corpus query without SQL lists the tables)",
    ),
    "query-memory": (
        "内存不足：{reason}（请减少查询的列或行，或加 limit）",
        "not enough memory: {reason} (select fewer columns or rows, or add a limit)",
    ),
}
