"""The one table of options: each option once, with its help in both languages.

From it come the command line, the settings of configuration files and variables, the help pages and the table of
settings in the documents. A new option is one row here, and the place where a command uses it.

The order is that of the help pages: what is special to a command comes first.
"""

from policytext.cli.options.analysis import ANALYSIS
from policytext.cli.options.commands import COMMANDS, ROOT, list_commands
from policytext.cli.options.corpus import CORPUS
from policytext.cli.options.lint import LINT
from policytext.cli.options.rows import Command, Option, Variable
from policytext.cli.options.shared import SHARED

__all__ = [
    "COMMANDS",
    "OPTIONS",
    "ROOT",
    "SETTINGS",
    "VARIABLES",
    "list_commands",
    "list_options",
    "list_users",
]

OPTIONS: dict[str, Option] = {option.name: option for option in (*ANALYSIS, *CORPUS, *LINT, *SHARED)}
SETTINGS: dict[str, Option] = {name: option for name, option in OPTIONS.items() if option.setting}

VARIABLES = (
    Variable("POLICYTEXT_CONFIG", "配置文件，同 --config", "the configuration file, as --config"),
    Variable(
        "POLICYTEXT_CACHE",
        "存放编译后规则的文件夹；为空则不存",
        "the folder of compiled rules; empty to keep none",
    ),
    Variable(
        "POLICYTEXT_DATA",
        "存放 rules learn 学习结果的文件夹；为空则不用",
        "the folder of what rules learn has learned; empty to use none",
    ),
    Variable(
        "POLICYTEXT_PATTERN_CACHE",
        "设为 0 时不缓存编译后的正则表达式",
        "0 compiles the regular expressions in each run",
    ),
    Variable("POLICYTEXT_DEBUG", "内部错误时显示详情", "show the traceback of an internal error"),
)


def list_options(command: Command) -> list[Option]:
    """Return the options that `command` has on the command line.

    >>> [option.name for option in list_options(COMMANDS["rules schema"])]
    ['output', 'quiet', 'lang', 'config', 'show-settings', 'version']
    """
    if list_commands(command.name):
        return [OPTIONS["lang"], OPTIONS["version"]]
    return [option for option in OPTIONS.values() if option.typed and command.uses(option)]


def list_users(option: Option) -> list[str]:
    """Return the names of the commands that use `option`, in the order of their table.

    >>> list_users(OPTIONS["domain"])
    ['outline', 'domains', 'targets', 'extract', 'stats']
    """
    return [name for name, command in COMMANDS.items() if not list_commands(name) and command.uses(option)]
