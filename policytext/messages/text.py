"""The command `text`."""

TEXT: dict[str, tuple[str, str]] = {
    "done-text": (
        "共 {files} 个文件，{parts} 行，{failed} 个失败",
        "read {files} file{s}, {parts} line{parts_s}: {failed} failed",
    ),
    "nothing-text": ("没有文字", "no words in it"),
    "dropped": (
        "略去 {count} 行导航、页脚等（--raw 保留）",
        "left out {count} lines of navigation, footers and the like (--raw keeps them)",
    ),
}
