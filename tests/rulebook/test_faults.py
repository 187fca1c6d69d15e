"""Each mistake that people make in YAML by hand: the whole message, with its line, in both languages."""

import pytest

from policytext.rulebook.compiler import compile_pack
from policytext.rulebook.yaml_limits import LARGEST

HEAD = "policytext: 1\npack: mine\n"
RULE = """lint:
  - id: typo/account
    title: 帐户
    find: {帐户: 账户}
    tests: [核对<<帐户>>。, 搭起帐篷。]
"""


def faults(text: str, lang: str = "zh") -> list[str]:
    return [fault.render(lang) for fault in compile_pack(text, "my.yaml").faults]  # type: ignore[arg-type]


def hints(text: str, lang: str = "zh") -> list[str]:
    return [hint.render(lang) for hint in compile_pack(text, "my.yaml").hints]  # type: ignore[arg-type]


def rule(line: str) -> str:
    """A good pack with one line of its rule replaced: the one that starts with the same word."""
    word = line.split(":")[0].split("：")[0].strip(" -")
    lines = [line if old.strip(" -").startswith(word) else old for old in (HEAD + RULE).splitlines()]
    return "\n".join(lines) + "\n"


SLIPS = [
    pytest.param(
        HEAD + "lint:\n  - id： typo/account\n",
        "my.yaml:4: 冒号应为半角“:”，后面空一格",
        'my.yaml:4: the colon must be a half-width ":" followed by a space',
        id="full-width colon, alone in its item",
    ),
    pytest.param(
        rule("  - id：typo/account"),
        "my.yaml:4: 冒号应为半角“:”，后面空一格",
        'my.yaml:4: the colon must be a half-width ":" followed by a space',
        id="full-width colon, with good lines below",
    ),
    pytest.param(
        rule("    title：帐户"),
        "my.yaml:5: 冒号应为半角“:”，后面空一格",
        'my.yaml:5: the colon must be a half-width ":" followed by a space',
        id="full-width colon in the middle of a rule",
    ),
    pytest.param(
        HEAD + "slots:\n  部门：[民政]\n",
        "my.yaml:4: 冒号应为半角“:”，后面空一格",
        'my.yaml:4: the colon must be a half-width ":" followed by a space',
        id="full-width colon behind a Chinese key",
    ),
    pytest.param(
        HEAD + "off:\n  - 目标：提高\n  - 任务: 甲: 乙\n",
        'my.yaml:5: 内容中有“: ”，整个内容应加引号：任务: "甲: 乙"',
        'my.yaml:5: text that contains ": " must be quoted: 任务: "甲: 乙"',
        id="a full-width colon in a sentence is not to blame for the next line",
    ),
    pytest.param(
        rule("  - id:typo/account"),
        "my.yaml:4: 冒号“id:”后面应空一格",
        'my.yaml:4: put a space after the colon of "id:"',
        id="no space behind the colon",
    ),
    pytest.param(
        HEAD + "lint:\n　　- id: typo/account\n",
        "my.yaml:4: 缩进用了全角空格（请改用半角空格）",
        "my.yaml:4: indented with full-width spaces (use half-width spaces)",
        id="full-width spaces as indent, which YAML makes part of the key",
    ),
    pytest.param(
        HEAD + "lint:\n\t- id: typo/account\n",
        "my.yaml:4: 缩进请用空格，不要用制表符（Tab）",
        "my.yaml:4: indent with spaces, not with a tab",
        id="a tab as indent",
    ),
    pytest.param(
        rule("    find: {部门}负责"),
        "my.yaml:6: 以 { 开头的内容应加引号：'{部门}负责'",
        "my.yaml:6: text that starts with { must be quoted: '{部门}负责'",
        id="an unquoted brace",
    ),
    pytest.param(
        rule("    find: *以上"),
        "my.yaml:6: 以 * 开头的内容应加引号：'*以上'",
        "my.yaml:6: text that starts with * must be quoted: '*以上'",
        id="an unquoted star, which is an alias",
    ),
    pytest.param(
        rule("    find: %以上"),
        "my.yaml:6: 以 % 开头的内容应加引号：'%以上'",
        "my.yaml:6: text that starts with % must be quoted: '%以上'",
        id="an unquoted per cent sign",
    ),
    pytest.param(
        rule("    find: [[附件"),
        "my.yaml:6: 以 [ 开头的内容应加引号：'[[附件'",
        "my.yaml:6: text that starts with [ must be quoted: '[[附件'",
        id="an unquoted bracket",
    ),
    pytest.param(
        rule("    find: {部门}"),
        'my.yaml:6: “find”中有一项是空的（以 { 开头的文字应加引号；如需删去原文，请写 ""）',
        'my.yaml:6: an empty item in "find" '
        '(quote text that starts with {; write "" to delete the wrong text)',
        id="an unquoted brace that is a map to YAML",
    ),
    pytest.param(
        rule("    title: 注意: 帐户"),
        'my.yaml:5: 内容中有“: ”，整个内容应加引号：title: "注意: 帐户"',
        'my.yaml:5: text that contains ": " must be quoted: title: "注意: 帐户"',
        id="a second colon",
    ),
    pytest.param(
        rule("    title: '帐户"),
        "my.yaml:5: 从这里开始的引号没有结束",
        "my.yaml:5: the quote that starts here is never closed",
        id="a quote left open",
    ),
    pytest.param(
        HEAD + "off: [typo/a,\n  typo/b\nlint: []\n",
        "my.yaml:3: 从这里开始的括号 [ 或 { 有误（各项之间用半角逗号“, ”，最后要有 ] 或 }）",
        "my.yaml:3: the bracket [ or { that starts here is not valid "
        '(put ", " between the items and ] or } at the end)',
        id="a bracket left open",
    ),
    pytest.param(
        HEAD + RULE.replace("    find", "    title: 帐号\n    find"),
        "my.yaml:6: “title”重复：第 5 行和第 6 行（只能保留一个）",
        'my.yaml:6: "title" is written twice: in line 5 and in line 6 (keep one)',
        id="a duplicate key, of which YAML silently takes the last",
    ),
    pytest.param(
        HEAD + RULE + "    severty: error\n",
        "my.yaml:8: 没有“severty”这个字段（是不是“severity”？）",
        'my.yaml:8: no field "severty" (did you mean "severity"?)',
        id="a misspelt key",
    ),
    pytest.param(
        HEAD + "rules: []\n",
        "my.yaml:3: 没有“rules”这个字段（可用 policytext, pack, title, description, off, slots, lists, at, lint, "
        "domains, extract, targets）",
        'my.yaml:3: no field "rules" (fields here: policytext, pack, title, description, off, slots, '
        "lists, at, lint, domains, extract, targets)",
        id="an unknown key like no other",
    ),
    pytest.param(
        HEAD + "lint:\n  - id: typo/account\n    title: 帐户\n    find: 帐户\n",
        "my.yaml:4: 缺少例句，请加上 tests，至少两句：tests: [写法<<错误>>的句子, 写法正确的句子]",
        "my.yaml:4: examples are missing: add at least two, as tests: [a sentence with the <<mistake>>, a sentence without it]",
        id="a missing key",
    ),
    pytest.param(
        HEAD + RULE + "    severity: eror\n",
        "my.yaml:8: “severity”的值“eror”无效，是不是“error”？（可选 error, warning, info）",
        'my.yaml:8: "severity" must be one of error, warning, info, not "eror" (did you mean "error"?)',
        id="a misspelt choice",
    ),
    pytest.param(
        HEAD + RULE + "    enabled: maybe\n",
        "my.yaml:8: “enabled”的值“maybe”无效（应为 yes 或 no）",
        'my.yaml:8: "enabled" must be yes or no, not "maybe"',
        id="neither yes nor no",
    ),
    pytest.param(
        HEAD + RULE + "    confidence: 95\n",
        "my.yaml:8: “confidence”的值“95”无效（应为 high, medium, low，或 0 到 1 之间的数）",
        'my.yaml:8: "confidence" must be high, medium, low, or a number from 0 to 1, not "95"',
        id="per cent for a share",
    ),
    pytest.param(
        HEAD + "lint: {id: typo/account}\n",
        "my.yaml:3: “lint”应为列表：用“- ”逐行写，或写成 [甲, 乙]",
        'my.yaml:3: "lint" must be a list: one "- " on each line, or [a, b]',
        id="a map where a list is meant",
    ),
    pytest.param(
        rule("    title: [帐户]"),
        "my.yaml:5: “title”应为文字（以 { 或 [ 开头的文字应加引号）",
        'my.yaml:5: "title" must be text (quote text that starts with { or [)',
        id="a list where text is meant",
    ),
    pytest.param(
        HEAD + "lint:\n  - typo/account\n",
        "my.yaml:4: “lint”的每一项应写成“键: 值”的形式，如 id: …、title: …、find: …、tests: …",
        'my.yaml:4: each item of "lint" must be a map of "key: value", such as id: …、title: …、find: …、tests: …',
        id="text where a rule is meant",
    ),
    pytest.param(
        rule("    title:"),
        "my.yaml:5: “title”后面没有内容",
        'my.yaml:5: "title" has no value',
        id="a key without a value",
    ),
    pytest.param(
        rule("  - id: Typo_Account"),
        "my.yaml:4: “id”的值“Typo_Account”无效（应如 typo/account）",
        'my.yaml:4: "id" cannot be "Typo_Account" (write it like typo/account)',
        id="a name that is not family/slug",
    ),
    pytest.param(
        rule("    tests: [核对<<帐户>>。]"),
        "my.yaml:4: 规则“typo/account”的 tests 中没有不应命中的例句（不加标记）",
        'my.yaml:4: the tests of "typo/account" have no sentence that it must not hit (one without a mark)',
        id="no example that stays silent",
    ),
    pytest.param(
        rule("    tests: [搭起帐篷。]"),
        "my.yaml:4: 规则“typo/account”的 tests 中没有应当命中的例句（用 <<…>> 标出）",
        'my.yaml:4: the tests of "typo/account" have no sentence that it hits (mark the place with <<…>>)',
        id="no example that hits",
    ),
    pytest.param(
        rule("    tests: [核对<<帐户>。, 搭起帐篷。]"),
        "my.yaml:7: 例句的标记有误（应为 <<错=>对>> 或 <<错>>）",
        "my.yaml:7: a mark is not valid (write <<wrong=>right>> or <<wrong>>)",
        id="a mark left open",
    ),
    pytest.param("", "my.yaml: 文件是空的", "my.yaml: the file is empty", id="an empty file"),
    pytest.param(
        HEAD + "---\npack: two\n",
        "my.yaml:3: 一个文件只能有一份规则，不要再写“---”",
        'my.yaml:3: a file holds one pack: remove the second "---"',
        id="two documents",
    ),
    pytest.param(
        HEAD + "title: a\x07b\n",
        "my.yaml:3: 有不可见的控制字符 U+0007（请删去）",
        "my.yaml:3: contains the control character U+0007 (delete it)",
        id="a control character",
    ),
    pytest.param(
        HEAD + "title: !!python/object:os.system x\n",
        "my.yaml:3: 规则文件不支持 YAML 的标签 tag:yaml.org,2002:python/object:os.system（如是内容，请加引号）",
        "my.yaml:3: tag:yaml.org,2002:python/object:os.system: rule files have no YAML tags "
        "(quote it if it is text)",
        id="a tag that would run code",
    ),
    pytest.param(
        "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "my.yaml:1: 规则文件不支持 YAML 的引用 &a（如是内容，请加引号）",
        "my.yaml:1: &a: rule files have no YAML aliases (quote it if it is text)",
        id="an alias bomb",
    ),
    pytest.param(
        "[" * 100_000,
        "my.yaml:1: 嵌套超过 12 层",
        "my.yaml:1: nested more than 12 levels deep",
        id="deep nesting",
    ),
    pytest.param(
        "#" + "x" * LARGEST,
        "my.yaml: 规则文件超过 2 MB（请拆成几个文件）",
        "my.yaml: a rule file of more than 2 MB (split it)",
        id="megabytes of YAML",
    ),
]


@pytest.mark.parametrize(("text", "chinese", "english"), SLIPS)
def test_slip_is_told_in_words(text: str, chinese: str, english: str) -> None:
    assert faults(text, "zh")[0] == chinese
    assert faults(text, "en")[0] == english


@pytest.mark.parametrize(("text", "chinese", "english"), SLIPS)
def test_pure_python_reader_says_the_same(
    text: str, chinese: str, english: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import yaml

    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert faults(text, "zh")[0] == chinese
    assert faults(text, "en")[0] == english


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        pytest.param(
            rule("    title: “帐户”"),
            "my.yaml:5: “帐户” 的弯引号会成为内容的一部分（若只作为引号，请用半角引号）",
            "my.yaml:5: the curly quotes of “帐户” are part of the text (to quote it, use \" or ')",
            id="curly quotes round a whole value",
        ),
        pytest.param(
            rule("    title: 第1条 # 总则"),
            "my.yaml:5: “ #”后面的文字会被视为注释而忽略（如是内容，请给整个内容加引号；如是注释，请在 # 前空两格）",
            'my.yaml:5: the text after " #" is ignored as a comment '
            "(quote the text, or put two spaces before a comment)",
            id="text cut at #",
        ),
        pytest.param(
            HEAD + "slots: {部门: [民政，教育]}\n",
            "my.yaml:3: “民政，教育”中有全角标点，会被视为一个词（各项之间应为半角逗号“, ”）",
            'my.yaml:3: "民政，教育" is read as one word (put a half-width ", " between the items)',
            id="full-width comma between the items of a list",
        ),
    ],
)
def test_allowed_but_hinted(text: str, chinese: str, english: str) -> None:
    assert faults(text) == []
    assert hints(text, "zh") == [chinese]
    assert hints(text, "en") == [english]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(rule("    title: “帐户”应作“账户”"), id="curly quotes that are part of a sentence"),
        pytest.param(rule("    title: 第1条  # 总则"), id="a comment after two spaces"),
        pytest.param(rule('    title: "注意: 帐户"'), id="a quoted colon"),
        pytest.param(rule("    find: '{帐户|帐号}本'"), id="a quoted brace"),
    ],
)
def test_no_hint_for_what_is_right(text: str) -> None:
    assert (faults(text), hints(text)) == ([], [])


@pytest.mark.parametrize(
    "word", ["否", "no", "yes", "on", "是", "010", "1_000", "2024-01-01", "1e3", "~", "null"]
)
def test_words_stay_text(word: str) -> None:
    pack = compile_pack(HEAD + f"lists: {{words: [{word}]}}\n", "my.yaml")
    assert pack.faults == ()
    assert pack.lists == {"words": (word,)}


def test_a_bad_rule_leaves_the_others() -> None:
    second = RULE.replace("lint:\n", "").replace("typo/account", "typo/other")
    pack = compile_pack(rule("    title: [帐户]") + second, "my.yaml")
    assert [fault.line for fault in pack.faults] == [5]
    assert [rule.id for rule in pack.rules] == ["typo/other"]


def test_all_faults_of_a_file_come_in_the_order_of_its_lines() -> None:
    text = rule("    title: [帐户]") + "    sevrity: error\n" + "rules: []\n"
    assert [fault.line for fault in compile_pack(text, "my.yaml").faults] == [5, 8, 9]
