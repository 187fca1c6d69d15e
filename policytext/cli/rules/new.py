"""``policytext rules new``: a first rule file that loads and whose examples pass, to be changed line by line."""

import os
import re

from policytext.cli.rules._shared import write
from policytext.cli.settings import Settings
from policytext.errors import ConfigError
from policytext.rulebook.common_keys import RULE_NAME, SLUG
from policytext.rulebook.packs import load_builtin_rules

_LINT = """\
# 检查：policytext rules test {path}
policytext: 1
pack: {pack}

lint:
  - id: {name}
    title: “帐户”应作“账户”          # 一句话说明错在哪里
    severity: warning                  # error 一定错，warning 十有八九错，info 供参考
    find: {{帐户: 账户}}                 # 错: 对；只找不改就写成列表 [帐户, 帐号]
    fix: safe                          # 改了意思一定不变才写 safe
    unless: [帐户簿]                   # 出现在这些词里就不算
    why: 财务含义用“账”。
    tests:                             # 至少一句命中、一句不命中
      - 核对单位的<<帐户=>账户>>余额。
      - 搭起两顶帐篷。
"""

_DOMAIN = """\
# 检查：policytext rules test {path}
policytext: 1
pack: {pack}

domains:
  - id: {name}
    title: 绿色低碳                     # 领域的名称
    description: 节能、减排、生态保护。   # 什么属于它，什么不属于
    terms:
      3: [碳达峰, 碳中和]               # 3 点明领域
      2: [节能减排, 生态修复]           # 2 典型
      1: [绿色]                        # 1 只是迹象，两个才算
    unless: [绿色通道]                 # 出现在这些词里就不算
    tests:                             # 句子 => 领域；不属于任何领域写 none
      - 有序推进碳达峰工作。 => {name}
      - 开通绿色通道。 => none
"""

_EXTRACT = """\
# 检查：policytext rules test {path}　　使用：policytext extract 文件 --rules {path}
policytext: 1
pack: {pack}

slots:
  动词: [安排, 投入, 拨付]             # 几个词任选一个，写作 {{动词}}

extract:
  - id: {name}
    title: 谁出多少钱                   # 这条规则找什么
    find:                              # 每行一种说法；{{名称:类型}} 是要取出的部分，… 是隔开的文字
      - "{{who:body}}…{{verb:动词}}{{sum:money}}"
    tests:                             # want 写应取出的部分；不应有结果的写 none
      - text: 市财政局每年安排5000万元。
        want: {{who: 市财政局, verb: 安排, sum: 5000万元}}
      - text: 市财政局安排专人。
        want: none
"""

_EXTENSION = """\
# 检查：policytext rules test {path}　　结果：policytext rules show {name} --rules {path}
policytext: 1
pack: my-{pack}

domains:
  - extends: {name}                    # 补充内置的领域
    terms:                             # 要加的词；已有的词改用这里的权重
      3: [碳达峰]                       # 3 点明领域，2 典型，1 只是迹象
    # remove: [某词]                   # 不再算作这个领域的词
    unless: [碳达峰展览]               # 出现在这些词里就不算
    tests:                             # 句子 => 领域；不属于任何领域写 none
      - 有序推进碳达峰工作。 => {name}
"""


def new(settings: Settings) -> None:
    """Write a first rule file: FAMILY/SLUG gives a lint rule or one that extracts, SLUG a domain.

    The name of a built-in domain gives changes of it.
    """
    name = settings.text("name") or ""
    if settings.switch("extract"):
        if not re.fullmatch(RULE_NAME, name):
            raise ConfigError("bad-extract-name", name=name)
        template = _EXTRACT
    elif name in {domain.id for domain in load_builtin_rules().domains}:
        template = _EXTENSION
    elif re.fullmatch(RULE_NAME, name):
        template = _LINT
    elif re.fullmatch(SLUG, name):
        template = _DOMAIN
    else:
        raise ConfigError("bad-rule-name", name=name)
    if settings.output and os.path.exists(settings.output):
        raise ConfigError("already-there", path=settings.output)
    path = settings.output or "rules.yaml"
    write(settings, [template.format(name=name, pack=name.replace("/", "-"), path=path)])
