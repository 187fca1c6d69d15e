"""Keys in the wrong place of a file, and text that ends before its line does: the message names the line that is wrong."""

import pytest

from tests.rulebook.test_faults import HEAD, RULE, faults, rule

CASES = [
    pytest.param(
        HEAD + "slots: {部门: []}\n" + RULE,
        "my.yaml:3: “部门”后面没有内容",
        'my.yaml:3: "部门" has no value',
        id="a slot without words",
    ),
    pytest.param(
        HEAD + "targets:\n  - txt: 新装路灯300盏。\n    want: none\n",
        "my.yaml:4: 没有“txt”这个字段（是不是“text”？）",
        'my.yaml:4: no field "txt" (did you mean "text"?)',
        id="an example for lists without its text",
    ),
    pytest.param(
        rule("   title: 帐户"),
        "my.yaml:5: “title”前面的空格数不对（与第 4 行的“id”同级则应为 4 个，现为 3 个）",
        'my.yaml:5: "title" is indented by 3, and "id" in line 4 by 4 (keys of one rule have the same indent)',
        id="a blank too few",
    ),
    pytest.param(
        rule("     find: {帐户: 账户}"),
        "my.yaml:6: “find”前面的空格数不对（与第 5 行的“title”同级则应为 4 个，现为 5 个）",
        'my.yaml:6: "find" is indented by 5, and "title" in line 5 by 4 (keys of one rule have the same indent)',
        id="a blank too many",
    ),
    pytest.param(
        rule('    title: "帐户"应作"账户"'),
        'my.yaml:5: 引号 " 结束后还有文字，整个内容应加引号：\'"帐户"应作"账户"\'',
        'my.yaml:5: there is text behind the closing ", so all of it must be quoted: \'"帐户"应作"账户"\'',
        id="a quotation at the start of a text",
    ),
    pytest.param(
        rule("    find: {帐户:账户}"),
        "my.yaml:6: “帐户:账户”的冒号后面应空一格：{帐户: 账户}",
        'my.yaml:6: "帐户:账户" needs a space after its colon: {帐户: 账户}',
        id="no space after a colon in braces",
    ),
    pytest.param(
        rule("    find: {帐户}应作{账户}"),
        "my.yaml:6: 以 { 开头的内容应加引号：'{帐户}应作{账户}'",
        "my.yaml:6: text that starts with { must be quoted: '{帐户}应作{账户}'",
        id="braces at both ends of a text",
    ),
    pytest.param(
        HEAD + RULE + "unless: [帐户簿]\n",
        "my.yaml:8: “unless”不能写在这里，应写在 lint, domains, extract 的条目中（请检查它前面的空格）",
        'my.yaml:8: "unless" does not belong here, but in an item of lint, domains, extract (check its indent)',
        id="a key of a rule at the top",
    ),
    pytest.param(
        HEAD + RULE + "    slots: {部门: [甲]}\n",
        "my.yaml:8: “slots”应写在文件的最外层（前面不留空格）",
        'my.yaml:8: "slots" belongs at the top level of the file (without an indent)',
        id="a key of the file in a rule",
    ),
    pytest.param(
        HEAD
        + "domains:\n  - {id: x, title: 甲, description: 乙, terms: {5: [绿色]}, tests: [绿。 => x, 甲。 => none]}\n",
        "my.yaml:4: 权重“5”无效（3 点明领域，2 典型，1 只是迹象，0 只计数）",
        'my.yaml:4: "5" is no weight (3 names the domain, 2 is typical, 1 is weak, 0 is only counted)',
        id="a weight that is none",
    ),
]


@pytest.mark.parametrize(("text", "chinese", "english"), CASES)
def test_the_line_that_is_wrong_is_named(text: str, chinese: str, english: str) -> None:
    assert faults(text, "zh")[0] == chinese
    assert faults(text, "en")[0] == english
