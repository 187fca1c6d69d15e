"""Examples inside rules: how a wrong one is told, what they leave untried, and why a rule stayed silent."""

from pathlib import Path

import pytest

from policytext.rulebook.compiler import compile_pack
from policytext.rulebook.examples import compute_coverage, run_examples
from policytext.rulebook.explanations import explain_misses
from policytext.rulebook.marked_examples import parse_assigned, parse_marked
from policytext.rulebook.matcher import make_subject
from policytext.rulebook.packs import load_rules
from policytext.rulebook.rulebook import Rulebook
from policytext.rulebook.serialization import serialize_rules
from tests.rulebook.rulehelp import HEAD

DEMO = Path(__file__).parent / "packs" / "demo.yaml"


def book_of_text(text: str) -> Rulebook:
    pack = compile_pack(HEAD + text, "my.yaml")
    assert pack.faults == (), [fault.render("en") for fault in pack.faults]
    return Rulebook(serialize_rules(pack.rules))


def lint(find: str, tests: str, more: str = "") -> Rulebook:
    return book_of_text(f"lint:\n  - id: a/b\n    title: 试\n    find: {find}\n{more}    tests:\n{tests}")


def told(book: Rulebook, lang: str = "zh") -> list[str]:
    return [fault.render(lang) for result in run_examples(book) for fault in result.faults]  # type: ignore[arg-type]


def test_builtin_packs_pass_their_examples() -> None:
    book, faults = load_rules()
    assert faults == ()
    results = run_examples(book)
    assert [fault.render("en") for result in results for fault in result.faults] == []
    assert [
        coverage.fault.render("en") for coverage in compute_coverage(book, results) if coverage.fault
    ] == []


def test_demo_pack_passes_its_examples() -> None:
    book, faults = load_rules([str(DEMO)], builtin=False)
    assert faults == ()
    assert told(book) == []
    assert len(run_examples(book)) == 20
    assert run_examples(book, {"name/country"})[0].rule == "name/country"


@pytest.mark.parametrize(
    ("tests", "chinese", "english"),
    [
        pytest.param(
            "      - 核对<<账号>>。\n      - 甲\n",
            "my.yaml:9: 例句没有命中“账号”（规则 a/b）",
            'my.yaml:9: the rule a/b does not hit "账号"',
            id="a mark that nothing hits",
        ),
        pytest.param(
            "      - <<帐户>>。\n      - 开立帐户。\n",
            "my.yaml:10: 例句中不应命中“帐户”（规则 a/b）：开立<<帐户>>。",
            'my.yaml:10: the rule a/b must not hit "帐户": 开立<<帐户>>。',
            id="a sentence that should stay silent, shown with the mark to paste",
        ),
        pytest.param(
            "      - 开立<<帐户=>账号>>。\n      - 甲\n",
            "my.yaml:9: “帐户”应改为“账号”，实际改为“账户”（规则 a/b）",
            'my.yaml:9: "帐户" must become "账号", not "账户" (rule a/b)',
            id="another fix",
        ),
        pytest.param(
            "      - <<帐户>>簿。\n      - 甲\n",
            "my.yaml:9: 例句没有命中“帐户”（规则 a/b）：“帐户”被 unless 中的“帐户簿”（第 7 行）排除",
            'my.yaml:9: the rule a/b does not hit "帐户": "帐户" is excluded by unless: 帐户簿 (line 7)',
            id="a mark that a condition cancels",
        ),
        pytest.param(
            "      - <<帐户>>和<<账户>>。\n      - 甲\n",
            "my.yaml:9: 例句没有命中“账户”（规则 a/b）",
            'my.yaml:9: the rule a/b does not hit "账户"',
            id="one of two marks",
        ),
    ],
)
def test_wrong_example(tests: str, chinese: str, english: str) -> None:
    book = lint("{帐户: 账户}", tests, "    unless: 帐户簿\n")
    assert told(book, "zh") == [chinese]
    assert told(book, "en") == [english]


def test_wrong_domain_example() -> None:
    book = book_of_text(
        "domains:\n  - id: water\n    title: 水\n    description: 水\n    terms: {1: [河], 3: [河长制]}\n"
        "    tests:\n      - 河长制 => water\n      - 河边 => water\n      - 河长制 => none\n"
    )
    assert told(book, "zh") == [
        "my.yaml:10: 例句应归入 water，实际为 none（命中：河 water 1）："
        "water 得 1 分，没有上级标题时至少要 2.5 分（可提高权重，或再加词语）",
        "my.yaml:11: 例句应归入 none，实际为 water（命中：河长制 water 3）",
    ]
    assert told(book, "en")[0].endswith(
        ": water has 1, and without a heading needs 2.5 (raise a weight, or add terms)"
    )


def test_wrong_extract_example() -> None:
    book = book_of_text(
        "extract:\n  - id: a/b\n    title: 试\n    find: '达到{v:number}'\n    tests:\n"
        "      - text: 达到95%。\n        want: {v: 96%}\n      - text: 达到3个。\n        want: none\n"
    )
    assert told(book, "zh") == [
        "my.yaml:8: 例句中找到的是 v: 95%（规则 a/b）",
        "my.yaml:10: 例句中不应命中“达到3个”（规则 a/b）：找到 v: 3个",
    ]


def test_coverage_names_what_no_example_tries() -> None:
    book = lint("[帐户, 帐号]", "      - <<帐户>>\n      - 甲\n")
    found = compute_coverage(book, run_examples(book))
    assert [
        (coverage.rule, coverage.patterns, coverage.unfired, coverage.is_uncovered) for coverage in found
    ] == [("a/b", 2, ("帐号",), False)]


def test_a_rule_that_no_example_makes_fire_is_dead() -> None:
    book = lint("帐户", "      - <<账户>>\n      - 甲\n")
    found = compute_coverage(book, run_examples(book))
    assert [coverage.is_uncovered for coverage in found] == [True]
    assert [coverage.fault.render("en") for coverage in found if coverage.fault] == [
        'my.yaml:4: no example makes the rule "a/b" hit'
    ]


@pytest.mark.parametrize(
    ("find", "more", "text", "english"),
    [
        pytest.param(
            "甲…乙", "", "甲" + "丙" * 50 + "乙", "the gap is too long (at most 40 characters)", id="gap"
        ),
        pytest.param("甲…乙", "", "甲。乙", "goes beyond one sentence", id="sentence"),
        pytest.param("甲…乙", "", "甲丙", '"甲" is there, but not all of "甲…乙"', id="only a part"),
        pytest.param("后台", "script: exact", "後臺", 'is another form of "后台"', id="script"),
        pytest.param("甲", "unless: 丙", "甲丙", "is excluded by unless: 丙 (line 7)", id="unless"),
        pytest.param("甲", "in: title", "甲", "is not where the rule looks (in: title)", id="place"),
    ],
)
def test_what_stopped_a_rule(find: str, more: str, text: str, english: str) -> None:
    book = lint(find, "      - <<甲>>\n      - 丁\n", f"    {more}\n" if more else "")
    subject = make_subject(text)._replace(places=lambda _: ["body"])
    misses = explain_misses(book, subject)
    assert len(misses) == 1
    assert english in misses[0].message("en")
    assert misses[0].message("zh") != misses[0].message("en")


def test_nothing_to_explain_for_rules_that_hit_or_are_far_off() -> None:
    book = lint("甲", "      - <<甲>>\n      - 丁\n")
    assert explain_misses(book, make_subject("甲")) == explain_misses(book, make_subject("丁")) == ()


def test_a_rule_that_is_off_says_so() -> None:
    book = lint("甲", "      - <<甲>>\n      - 丁\n", "    enabled: no\n")
    assert [miss.code for miss in explain_misses(book, make_subject("甲"))] == ["miss-off"]


@pytest.mark.parametrize(
    ("text", "plain", "marks"),
    [
        pytest.param("<<甲>>乙", "甲乙", [(0, 1, None)], id="hit only"),
        pytest.param("乙<<甲=>丙>>", "乙甲", [(1, 2, "丙")], id="with its fix"),
        pytest.param("<<甲=>>>乙", "甲乙", [(0, 1, "")], id="deleted"),
        pytest.param("<<甲>><<乙>>", "甲乙", [(0, 1, None), (1, 2, None)], id="side by side"),
        pytest.param("a < b > c => d", "a < b > c => d", [], id="single signs are text"),
    ],
)
def test_marks(text: str, plain: str, marks: list[tuple[int, int, str | None]]) -> None:
    example = parse_marked(text, 1)
    assert example.text == plain
    assert [(*mark.span, mark.fix) for mark in example.marks] == marks


@pytest.mark.parametrize(
    ("text", "sentence", "domain"),
    [
        pytest.param("甲 => a", "甲", "a", id="plain"),
        pytest.param("甲=>a-b ", "甲", "a-b", id="without spaces"),
        pytest.param("甲 => 乙 => none", "甲 => 乙", "none", id="an arrow in the sentence"),
    ],
)
def test_assigned(text: str, sentence: str, domain: str) -> None:
    example = parse_assigned(text, 1)
    assert (example.text, example.want) == (sentence, domain)
