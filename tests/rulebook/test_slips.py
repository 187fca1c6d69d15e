"""Each slip of people who write YAML by hand: the whole message, with its line, in both languages."""

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
        "my.yaml:4: 冒号要用半角“:”，后面空一格",
        'my.yaml:4: the colon must be a half-width ":" with a space behind it',
        id="full-width colon, alone in its item",
    ),
    pytest.param(
        rule("  - id：typo/account"),
        "my.yaml:4: 冒号要用半角“:”，后面空一格",
        'my.yaml:4: the colon must be a half-width ":" with a space behind it',
        id="full-width colon, with good lines below",
    ),
    pytest.param(
        rule("    title：帐户"),
        "my.yaml:5: 冒号要用半角“:”，后面空一格",
        'my.yaml:5: the colon must be a half-width ":" with a space behind it',
        id="full-width colon in the middle of a rule",
    ),
    pytest.param(
        HEAD + "slots:\n  部门：[民政]\n",
        "my.yaml:4: 冒号要用半角“:”，后面空一格",
        'my.yaml:4: the colon must be a half-width ":" with a space behind it',
        id="full-width colon behind a Chinese key",
    ),
    pytest.param(
        HEAD + "off:\n  - 目标：提高\n  - 任务: 甲: 乙\n",
        'my.yaml:5: 内容里有“: ”，要给整个内容加引号：任务: "甲: 乙"',
        'my.yaml:5: text with ": " in it must be quoted: 任务: "甲: 乙"',
        id="a full-width colon in a sentence is not to blame for the next line",
    ),
    pytest.param(
        rule("  - id:typo/account"),
        "my.yaml:4: 冒号“id:”后面要空一格",
        'my.yaml:4: put a space behind the colon of "id:"',
        id="no space behind the colon",
    ),
    pytest.param(
        HEAD + "lint:\n　　- id: typo/account\n",
        "my.yaml:4: 缩进用了全角空格（请改用半角空格）",
        "my.yaml:4: indented with full-width spaces (use plain ones)",
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
        "my.yaml:6: 以 { 开头的内容要加引号：'{部门}负责'",
        "my.yaml:6: text that starts with { must be quoted: '{部门}负责'",
        id="an unquoted brace",
    ),
    pytest.param(
        rule("    find: *以上"),
        "my.yaml:6: 以 * 开头的内容要加引号：'*以上'",
        "my.yaml:6: text that starts with * must be quoted: '*以上'",
        id="an unquoted star, which is an alias",
    ),
    pytest.param(
        rule("    find: %以上"),
        "my.yaml:6: 以 % 开头的内容要加引号：'%以上'",
        "my.yaml:6: text that starts with % must be quoted: '%以上'",
        id="an unquoted per cent sign",
    ),
    pytest.param(
        rule("    find: [[附件"),
        "my.yaml:6: 以 [ 开头的内容要加引号：'[[附件'",
        "my.yaml:6: text that starts with [ must be quoted: '[[附件'",
        id="an unquoted bracket",
    ),
    pytest.param(
        rule("    find: {部门}"),
        'my.yaml:6: “find”里有一项是空的（以 { 开头的文字要加引号；要删去原文就写 ""）',
        'my.yaml:6: an empty item in "find" '
        '(quote text that starts with {; write "" to delete the wrong text)',
        id="an unquoted brace that is a map to YAML",
    ),
    pytest.param(
        rule("    title: 注意: 帐户"),
        'my.yaml:5: 内容里有“: ”，要给整个内容加引号：title: "注意: 帐户"',
        'my.yaml:5: text with ": " in it must be quoted: title: "注意: 帐户"',
        id="a second colon",
    ),
    pytest.param(
        rule("    title: '帐户"),
        "my.yaml:5: 这里开始的引号没有结束",
        "my.yaml:5: the quote that starts here is never closed",
        id="a quote left open",
    ),
    pytest.param(
        HEAD + "off: [typo/a,\n  typo/b\nlint: []\n",
        "my.yaml:3: 这里开始的括号 [ 或 { 没有写对（各项之间用半角逗号“, ”，最后要有 ] 或 }）",
        "my.yaml:3: the bracket [ or { that starts here is broken "
        '(put ", " between the items and ] or } at the end)',
        id="a bracket left open",
    ),
    pytest.param(
        HEAD + RULE.replace("    find", "    title: 帐号\n    find"),
        "my.yaml:6: “title”写了两次：第 5 行和第 6 行（只能留一个）",
        'my.yaml:6: "title" stands twice: in line 5 and in line 6 (keep one)',
        id="a duplicate key, of which YAML silently takes the last",
    ),
    pytest.param(
        HEAD + RULE + "    severty: error\n",
        "my.yaml:8: 不认识“severty”（是不是“severity”？）",
        'my.yaml:8: unknown key "severty" (did you mean "severity"?)',
        id="a misspelt key",
    ),
    pytest.param(
        HEAD + "rules: []\n",
        "my.yaml:3: 不认识“rules”（这里可以写 policytext, pack, title, description, off, slots, lists, lint, "
        "domains, extract, targets）",
        'my.yaml:3: unknown key "rules" (known here: policytext, pack, title, description, off, slots, '
        "lists, lint, domains, extract, targets)",
        id="an unknown key like no other",
    ),
    pytest.param(
        HEAD + "lint:\n  - id: typo/account\n    title: 帐户\n    find: 帐户\n",
        "my.yaml:4: 缺少“tests”",
        'my.yaml:4: the key "tests" is missing',
        id="a missing key",
    ),
    pytest.param(
        HEAD + RULE + "    severity: eror\n",
        "my.yaml:8: “severity”只能是 error, warning, info，不能是“eror”（是不是“error”？）",
        'my.yaml:8: "severity" must be one of error, warning, info, not "eror" (did you mean "error"?)',
        id="a misspelt choice",
    ),
    pytest.param(
        HEAD + RULE + "    enabled: maybe\n",
        "my.yaml:8: “enabled”只能是 yes 或 no，不能是“maybe”",
        'my.yaml:8: "enabled" must be yes or no, not "maybe"',
        id="neither yes nor no",
    ),
    pytest.param(
        HEAD + RULE + "    confidence: 95\n",
        "my.yaml:8: “confidence”应当是 high, medium, low，或 0 到 1 的数，不能是“95”",
        'my.yaml:8: "confidence" must be high, medium, low, or a number from 0 to 1, not "95"',
        id="per cent for a share",
    ),
    pytest.param(
        HEAD + "lint: {id: typo/account}\n",
        "my.yaml:3: “lint”应当是一个列表：用“- ”逐行写，或写成 [甲, 乙]",
        'my.yaml:3: "lint" must be a list: one "- " a line, or [a, b]',
        id="a map where a list is meant",
    ),
    pytest.param(
        rule("    title: [帐户]"),
        "my.yaml:5: “title”应当是一段文字（以 { 或 [ 开头的文字要加引号）",
        'my.yaml:5: "title" must be text (quote text that starts with { or [)',
        id="a list where text is meant",
    ),
    pytest.param(
        HEAD + "lint:\n  - typo/account\n",
        "my.yaml:4: “lint rule”应当写成“键: 值”的形式",
        'my.yaml:4: "lint rule" must be a map of "key: value"',
        id="text where a rule is meant",
    ),
    pytest.param(
        rule("    title:"),
        "my.yaml:5: “title”后面没有内容",
        'my.yaml:5: nothing behind "title"',
        id="a key without a value",
    ),
    pytest.param(
        rule("  - id: Typo_Account"),
        "my.yaml:4: “id”不能写成“Typo_Account”（要像 typo/account 这样）",
        'my.yaml:4: "id" can\'t be "Typo_Account" (write it like typo/account)',
        id="a name that is not family/slug",
    ),
    pytest.param(
        rule("    tests: [核对<<帐户>>。]"),
        "my.yaml:4: 规则“typo/account”的 tests 里没有不该命中的例句（不加标记）",
        'my.yaml:4: the tests of "typo/account" hold no sentence that must stay silent (one without a mark)',
        id="no example that stays silent",
    ),
    pytest.param(
        rule("    tests: [搭起帐篷。]"),
        "my.yaml:4: 规则“typo/account”的 tests 里没有应当命中的例句（用 <<…>> 标出）",
        'my.yaml:4: the tests of "typo/account" hold no sentence that it hits (mark the place with <<…>>)',
        id="no example that hits",
    ),
    pytest.param(
        rule("    tests: [核对<<帐户>。, 搭起帐篷。]"),
        "my.yaml:7: 例句的标记没有写对：<<错=>对>> 或 <<错>>",
        "my.yaml:7: a mark is broken: <<wrong=>right>> or <<wrong>>",
        id="a mark left open",
    ),
    pytest.param("", "my.yaml: 文件是空的", "my.yaml: the file is empty", id="an empty file"),
    pytest.param(
        HEAD + "---\npack: two\n",
        "my.yaml:3: 一个文件只能有一份规则，不要再写“---”",
        'my.yaml:3: one file is one pack: no second "---"',
        id="two documents",
    ),
    pytest.param(
        HEAD + "title: a\x07b\n",
        "my.yaml:3: 有不可见的控制字符 U+0007（请删去）",
        "my.yaml:3: holds the control character U+0007 (delete it)",
        id="a control character",
    ),
    pytest.param(
        HEAD + "title: !!python/object:os.system x\n",
        "my.yaml:3: 规则文件里不用 YAML 的标签 tag:yaml.org,2002:python/object:os.system（是内容就加引号）",
        "my.yaml:3: tag:yaml.org,2002:python/object:os.system: rule files use no YAML tags "
        "(quote it if it is text)",
        id="a tag that would run code",
    ),
    pytest.param(
        "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "my.yaml:1: 规则文件里不用 YAML 的引用 &a（是内容就加引号）",
        "my.yaml:1: &a: rule files use no YAML aliases (quote it if it is text)",
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
        "my.yaml: 规则文件不能超过 2 MB（请拆成几个文件）",
        "my.yaml: a rule file may hold at most 2 MB (split it)",
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
            "my.yaml:5: “帐户” 的弯引号会成为内容的一部分（若只想括住内容，请用半角引号）",
            "my.yaml:5: the curly quotes of “帐户” are part of the text (to quote it, use \" or ')",
            id="curly quotes round a whole value",
        ),
        pytest.param(
            rule("    title: 第1条 # 总则"),
            "my.yaml:5: “ #”后面的文字会被当作注释丢掉（是内容就给整个内容加引号；是注释就在 # 前空两格）",
            'my.yaml:5: what follows " #" is dropped as a comment '
            "(quote the text, or put two spaces before a comment)",
            id="text cut at #",
        ),
        pytest.param(
            HEAD + "slots: {部门: [民政，教育]}\n",
            "my.yaml:3: “民政，教育”里有全角标点，会被当作一个词（各项之间要用半角逗号“, ”）",
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
    assert [one.id for one in pack.rules] == ["typo/other"]


def test_all_faults_of_a_file_come_in_the_order_of_its_lines() -> None:
    text = rule("    title: [帐户]") + "    sevrity: error\n" + "rules: []\n"
    assert [fault.line for fault in compile_pack(text, "my.yaml").faults] == [5, 8, 9]
