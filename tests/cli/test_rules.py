"""``policytext rules``: what the author of a pack types and reads, whole messages and exit codes."""

import json
import signal
import subprocess
from pathlib import Path

import pytest

from policytext.cli.app import run
from tests.helpers import PROGRAM, Capture, answer, environment

PACK = """\
policytext: 1
pack: mine
lint:
  - id: office/account
    title: “帐户”应作“账户”
    find: {帐户: 账户}
    why: 财务含义用“账”。
    unless: [帐户簿]
    tests:
      - 核对<<帐户=>账户>>余额。
      - 搭起两顶帐篷。
"""
GREEN = """\
policytext: 1
pack: green
domains:
  - id: green
    title: 绿色低碳
    description: 节能、减排、生态保护。
    terms: {3: [碳达峰], 2: [节能减排], 1: [绿色, 生态]}
    unless: [绿色通道]
    tests:
      - 有序推进碳达峰工作。 => green
      - 开通绿色通道。 => none
"""


@pytest.fixture(autouse=True)
def folder(folder: Path) -> Path:
    """A working folder with two packs."""
    (folder / "mine.yaml").write_text(PACK, encoding="utf-8")
    (folder / "green.yaml").write_text(GREEN, encoding="utf-8")
    return folder


def test_a_pack_that_works(capfd: Capture) -> None:
    assert answer(capfd, "rules", "test", "mine.yaml") == (0, "", "已测试 1 条规则的 2 个例句，0 个未通过\n")
    assert answer(capfd, "rules", "check", "mine.yaml") == (
        0,
        "",
        "已检查 1 条规则：0 处错误，0 处提示（例句由 rules test 运行）\n",
    )


@pytest.mark.parametrize(
    ("pack", "old", "new", "lines"),
    [
        pytest.param(
            PACK,
            "<<帐户=>账户>>",
            "<<帐户=>账号>>",
            ["mine.yaml:10: “帐户”应改为“账号”，实际改为“账户”（规则 office/account）"],
            id="another fix than the example wants",
        ),
        pytest.param(
            PACK,
            "搭起两顶帐篷",
            "核对帐户",
            ["mine.yaml:11: 例句中不应命中“帐户”（规则 office/account）：核对<<帐户>>。"],
            id="a hit where the example expects none",
        ),
        pytest.param(
            PACK,
            "核对<<帐户=>账户>>余额",
            "一本<<帐户=>账户>>簿",
            [
                "mine.yaml:10: 例句没有命中“帐户”（规则 office/account）：“帐户”被 unless 中的“帐户簿”（第 8 行）排除"
            ],
            id="a miss, with the condition that stopped it",
        ),
    ],
)
def test_a_wrong_example_fails_with_its_line(
    pack: str, old: str, new: str, lines: list[str], folder: Path, capfd: Capture
) -> None:
    (folder / "mine.yaml").write_text(pack.replace(old, new), encoding="utf-8")
    code, out, err = answer(capfd, "rules", "test", "mine.yaml")
    assert (code, out.splitlines()) == (1, lines)
    assert err == "已测试 1 条规则的 2 个例句，1 个未通过\n"


def test_coverage_counts_what_the_examples_exercise(capfd: Capture) -> None:
    code, out, _ = answer(capfd, "rules", "test", "green.yaml", "--coverage", "--verbose")
    assert code == 0
    assert out.splitlines() == ["green: 例句用到 4 个词语中的 1 个", "  节能减排", "  绿色", "  生态"]


def test_coverage_as_data(capfd: Capture) -> None:
    code, out, _ = answer(capfd, "rules", "test", "green.yaml", "--coverage", "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert [example["passed"] for example in found["examples"]] == [True, True]
    assert found["coverage"] == [
        {"rule": "green", "patterns": 4, "unfired": ["节能减排", "绿色", "生态"], "dead": False}
    ]


def test_one_bad_rule_is_reported_and_the_others_run(folder: Path, capfd: Capture) -> None:
    (folder / "mine.yaml").write_text(PACK + "  - id： office/other\n", encoding="utf-8")
    code, _, err = answer(capfd, "rules", "check", "mine.yaml")
    assert code == 2
    assert err.splitlines()[0] == "policytext: mine.yaml:12: 冒号应为半角“:”，后面空一格"
    two = PACK + "  - id: office/other\n    title: 别的\n"
    (folder / "mine.yaml").write_text(two, encoding="utf-8")
    code, out, err = answer(capfd, "rules", "test", "mine.yaml")
    assert (code, out) == (2, "")
    assert "mine.yaml:12:" in err
    assert "已测试 1 条规则的 2 个例句，0 个未通过" in err


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        pytest.param(
            ["check", "none.yaml"],
            "none.yaml: 没有这个文件（请检查文件名）",
            id="a pack that is not there",
        ),
        pytest.param(
            ["explain", "office/acount", "--rules", "mine.yaml"],
            "没有 office/acount 这条规则，是不是 office/account？（policytext rules list 列出全部规则）",
            id="a rule's name misspelt",
        ),
        pytest.param(
            ["new", "Typo/帐户"],
            "规则名称 Typo/帐户 无效（应如 typo/my-rule 或 my-domain，小写字母、数字和连字符）",
            id="a name that no rule may have",
        ),
        pytest.param(
            ["new", "typo/mine", "-o", "mine.yaml"],
            "mine.yaml: 文件已存在，未写入（请换一个名称）",
            id="a new file in the place of an old one",
        ),
        pytest.param(
            ["tset"],
            "没有 tset 这个命令，是不是 test？（policytext rules --help 列出全部命令）",
            id="a command misspelt",
        ),
        pytest.param(
            ["list", "--format", "csv"],
            "--format 的值 csv 无效（可选 text|json|tsv）",
            id="a format it does not know",
        ),
    ],
)
def test_what_cannot_be_done_is_one_line(arguments: list[str], line: str, capfd: Capture) -> None:
    code, out, err = answer(capfd, "rules", *arguments)
    assert (code, out) == (2, "")
    assert err.splitlines()[0] == f"policytext: {line}"


def test_two_packs_with_the_same_rule(folder: Path, capfd: Capture) -> None:
    (folder / "twin.yaml").write_text(PACK.replace("pack: mine", "pack: twin"), encoding="utf-8")
    code, _, err = answer(capfd, "rules", "check", "mine.yaml", "twin.yaml")
    assert code == 2
    assert "office/account" in err
    assert "mine.yaml:4" in err


def test_a_file_named_twice_is_one_file(capfd: Capture) -> None:
    assert answer(capfd, "rules", "check", "mine.yaml", "./mine.yaml")[0] == 0


@pytest.mark.parametrize("name", ["typo/mine", "green"])
def test_a_new_file_passes_its_own_tests(name: str, capfd: Capture) -> None:
    assert answer(capfd, "rules", "new", name, "-o", "new.yaml") == (0, "", "")
    assert answer(capfd, "rules", "test", "new.yaml", "--coverage")[0] == 0


def test_explain_shows_every_field_of_a_rule(capfd: Capture) -> None:
    code, out, _ = answer(capfd, "rules", "explain", "office/account", "--rules", "mine.yaml")
    assert code == 0
    assert out.splitlines() == [
        "office/account  “帐户”应作“账户”",
        "类型: lint",
        "级别: warning",
        "可信度: 0.8",
        "修改: unsafe",
        "查找:",
        "  帐户 → 账户",
        "理由: 财务含义用“账”。",
        "除外:",
        "  帐户簿",
        "例句:",
        "  核对<<帐户=>账户>>余额。",
        "  搭起两顶帐篷。",
        "规则包: mine",
        "出处: mine.yaml:4",
    ]


def test_explain_knows_checks_and_domains(capfd: Capture) -> None:
    assert answer(capfd, "rules", "explain", "date/impossible")[1].startswith(
        "date/impossible  日期不存在\n类型: check\n"
    )
    assert "子题:" in answer(capfd, "rules", "explain", "government")[1]


def test_try_shows_hits_the_domain_and_what_stopped_a_near_miss(capfd: Capture) -> None:
    packs = ["--rules", "none", "--rules", "mine.yaml", "--rules", "green.yaml"]
    code, out, _ = answer(capfd, "rules", "try", "核对帐户，推进碳达峰。", *packs)
    assert code == 0
    assert out.splitlines() == [
        "office/account  核对<<帐户=>账户>>，推进碳达峰。",
        "green 3  核对帐户，推进<<碳达峰>>。",
        "领域：green（green 3）",
    ]
    _, out, _ = answer(capfd, "rules", "try", "一本帐户簿", *packs)
    assert out == "未命中 office/account：“帐户”被 unless 中的“帐户簿”（第 8 行）排除\n"
    _, out, _ = answer(capfd, "rules", "try", "别的", *packs, "--lang", "en")
    assert out == "no rule hits\n"


def test_try_says_which_terms_do_not_count(capfd: Capture) -> None:
    _, out, _ = answer(capfd, "rules", "try", "征收教育费附加。")
    assert out.splitlines() == [
        "other 3  征收<<教育费附加>>。",
        "social 1  征收<<教育>>费附加。",
        "“教育”（social）包含在 other（domain-other）的“教育费附加”中，不计",
        "如要计入：在 social 中也写“教育费附加”，或写 extends: other 和 remove: [教育费附加]，或用 off: [other] 关闭 other",
        "领域：未归类（other 3）",
    ]
    _, out, _ = answer(capfd, "rules", "try", "委托育种。", "--lang", "en")
    assert out.splitlines()[-1] == 'no hit of social: "托育" lies across the boundary of two common words'


def test_list_as_data(capfd: Capture) -> None:
    _, out, _ = answer(capfd, "rules", "list", "mine.yaml", "--format", "tsv")
    assert (
        out == "id\tkind\tseverity\tenabled\ttitle\noffice/account\tlint\twarning\tTrue\t“帐户”应作“账户”\n"
    )
    _, out, _ = answer(capfd, "rules", "list", "--format", "json")
    assert {"government", "date/impossible"} <= {rule["id"] for rule in json.loads(out)}


def test_the_schema_is_json(capfd: Capture) -> None:
    code, out, _ = answer(capfd, "rules", "schema")
    assert code == 0
    assert json.loads(out)["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_english_messages(capfd: Capture) -> None:
    assert run(["--lang", "en", "rules", "test", "mine.yaml"]) == 0
    assert capfd.readouterr().err == "tested 2 examples of 1 rule: 0 failed\n"


def test_a_rule_file_in_the_wrong_encoding(folder: Path, capfd: Capture) -> None:
    (folder / "mine.yaml").write_bytes(PACK.encode("gb18030"))
    code, _, err = answer(capfd, "rules", "test", "mine.yaml")
    assert code == 2
    assert err.splitlines()[0] == "policytext: mine.yaml:5: 规则文件应保存为 UTF-8"


EXTENSION = (
    "policytext: 1\npack: more\ndomains: [{extends: green, terms: {3: [零碳园区]}, remove: [节能减排]}]\n"
)


def test_a_domain_as_it_is_in_force_is_a_pack(folder: Path, capfd: Capture) -> None:
    (folder / "more.yaml").write_text(EXTENSION, encoding="utf-8")
    packs = ("--rules", "none", "--rules", "green.yaml", "--rules", "more.yaml")
    code, out, err = answer(capfd, "rules", "show", "green", *packs)
    assert (code, err) == (0, "")
    assert out.startswith("# 规则包 green 中的领域，实际生效的内容；more.yaml:3 有修改\npolicytext: 1\n")
    assert "      3: [碳达峰, 零碳园区]\n      1: [绿色, 生态]\n" in out
    (folder / "shown.yaml").write_text(out, encoding="utf-8")
    assert answer(capfd, "rules", "test", "shown.yaml") == (0, "", "已测试 1 条规则的 2 个例句，0 个未通过\n")


def test_a_rule_of_a_pack_is_shown_as_it_is_written(folder: Path, capfd: Capture) -> None:
    code, out, _ = answer(capfd, "rules", "show", "office/account", "--rules", "mine.yaml")
    assert code == 0
    assert out.splitlines()[1:4] == ["pack: office-account-effective", "lint:", "  - id: office/account"]
    (folder / "shown.yaml").write_text(out, encoding="utf-8")
    assert answer(capfd, "rules", "check", "shown.yaml", "--rules", "mine.yaml")[0] == 0


def test_a_check_in_python_is_not_shown(capfd: Capture) -> None:
    code, out, err = answer(capfd, "rules", "show", "number/impossible-date")
    assert (code, out) == (2, "")
    assert "规则文件中没有 number/impossible-date 这条规则" in err


def test_the_examples_of_an_extension_are_run_and_those_that_it_breaks_are_named(
    folder: Path, capfd: Capture
) -> None:
    more = "policytext: 1\npack: more\ndomains:\n  - extends: green\n    remove: [碳达峰]\n    tests: [节能减排。 => green]\n"
    (folder / "more.yaml").write_text(more, encoding="utf-8")
    code, out, err = answer(capfd, "rules", "test", "more.yaml", "--rules", "none", "--rules", "green.yaml")
    assert code == 1
    assert out.splitlines() == [
        "more.yaml:6: 例句应归入 green，实际为 none（命中：节能减排 green 2）：green 得 2 分，没有上级标题时至少要 2.5 分"
        "（可提高权重、再加词语，或写 threshold: 2）",
        "more.yaml:4: 提示：因这里的补充，“green”自带的例句有 1 句不再成立，如“有序推进碳达峰工作。”（如是本意，不必处理）",
    ]
    assert err == "已测试 1 条规则的 1 个例句，1 个未通过\n"


def test_a_first_extension_of_a_built_in_domain_works(capfd: Capture) -> None:
    assert answer(capfd, "rules", "new", "social", "-o", "social.yaml")[0] == 0
    assert answer(capfd, "rules", "test", "social.yaml")[0] == 0


def test_a_sentence_shows_what_is_extracted(capfd: Capture) -> None:
    assert answer(capfd, "rules", "new", "money/fund", "--extract", "-o", "fund.yaml")[0] == 0
    options = ("--rules", "none", "--rules", "fund.yaml")
    assert answer(capfd, "rules", "try", "市财政局拨付3亿元。", *options) == (
        0,
        "money/fund  <<市财政局拨付3亿元>>。\n提取 money/fund：who=市财政局  verb=拨付  sum=3亿元\n",
        "",
    )
    _, out, _ = answer(capfd, "rules", "try", "认真细致工作局拨付3亿元。", *options, "--format", "json")
    assert "captures" in json.loads(out)


def test_watching_needs_a_file(capfd: Capture) -> None:
    code, out, err = answer(capfd, "rules", "test", "--watch")
    assert (code, out) == (2, "")
    assert "--watch 需指明规则文件" in err


def test_examples_run_again_after_each_change(folder: Path) -> None:
    command = [*PROGRAM, "rules", "test", "mine.yaml", "--rules", "none", "--watch"]
    with subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment(),
    ) as process:
        try:
            assert process.stderr is not None
            lines = iter(process.stderr.readline, "")
            assert next(lines) == "已测试 1 条规则的 2 个例句，0 个未通过\n"
            assert next(lines) == "等待 mine.yaml 的修改（按 Ctrl+C 结束）\n"
            (folder / "mine.yaml").write_text(PACK.replace("搭起两顶帐篷", "核对帐户本身"), encoding="utf-8")
            assert next(lines) == "已测试 1 条规则的 2 个例句，1 个未通过\n"
            assert next(lines).startswith("等待")
            (folder / "mine.yaml").write_text(PACK.replace("    find", "   find"), encoding="utf-8")
            assert "前面的空格数不对" in next(lines)
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=60) == 130
        finally:  # a failure must not wait for a process that never ends
            process.kill()
