"""What frames a help page; the help of options and commands is in their table."""

HELP: dict[str, tuple[str, str]] = {
    "help-usage": ("用法：{usage}", "Usage: {usage}"),
    "help-commands": ("命令：", "Commands:"),
    "help-options": ("选项：", "Options:"),
    "help-help": ("显示本说明", "show this page"),
    "help-default": ("（默认 {value}）", " (default {value})"),
    "help-format-default": (
        "（终端上默认 {terminal}，否则 {value}）",
        " (default {terminal} at a terminal, else {value})",
    ),
    "help-end": (
        "退出码：0 完成，1 有发现，2 出错，130 中断，141 管道关闭。\nEnglish: {command} --help --lang en",
        "Exit codes: 0 done, 1 findings, 2 error, 130 interrupted, 141 output closed.\n中文：{command} --help --lang zh",
    ),
}
