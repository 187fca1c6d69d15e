"""The command `text`."""

TEXT: dict[str, tuple[str, str]] = {
    "done-text": (
        "已读取 {files} 个文件，共 {parts} 行",
        "read {files:file|files} of {parts:line|lines}",
    ),
    "nothing-text": ("没有文字", "no text"),
    "dropped": (
        "略去导航、页脚等 {count} 行（--raw 可保留）",
        "left out {count:line|lines} of navigation, footers and the like (--raw keeps them)",
    ),
}
