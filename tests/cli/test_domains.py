"""``policytext domains`` and the domains in an outline: what is shown, filtered, replaced."""

import csv
import json
from pathlib import Path

import pytest

from policytext.cli.app import run
from tests.helpers import Capture, output

TEXT = """临河市公共服务规划
一、提升政务服务水平
推进一网通办。优化政务流程。加强组织领导。
二、发展普惠托育
支持社区办托育。
"""
SCHEME = """\
policytext: 1
pack: topics
domains:
  - id: care
    title: 照护
    description: 养老和托育。
    terms: {3: [托育]}
    tests:
      - 支持托育。 => care
      - 修路。 => none
"""


@pytest.fixture(autouse=True)
def folder(folder: Path) -> Path:
    """A working folder with one text and one scheme of domains."""
    (folder / "plan.txt").write_text(TEXT, encoding="utf-8")
    (folder / "scheme.yaml").write_text(SCHEME, encoding="utf-8")
    return folder


def test_text_is_for_cut_and_sort(capfd: Capture) -> None:
    rows = [line.split("\t") for line in output(capfd, "domains", "plan.txt").splitlines()]
    assert [(row[0], row[2]) for row in rows] == [
        ("-", "临河市公共服务规划"),
        ("government", "一、提升政务服务水平"),
        ("government", "推进一网通办。"),
        ("government", "优化政务流程。"),
        ("-", "加强组织领导。"),
        ("social", "二、发展普惠托育"),
        ("social", "支持社区办托育。"),
    ]


def test_why_names_terms_and_weights(capfd: Capture) -> None:
    line = output(capfd, "domains", "plan.txt", "--why").splitlines()[2]
    assert line == "government\t4.5\t推进一网通办。\t一网通办 3"


def test_json_holds_every_passage_and_the_sections(capfd: Capture) -> None:
    found = json.loads(output(capfd, "domains", "plan.txt", "--format", "json"))["files"][0]
    passage = found["domains"][2]
    assert list(passage)[:7] == ["domain", "score", "margin", "start", "end", "address", "terms"]
    assert passage["terms"] == [
        {"text": "一网通办", "start": 23, "end": 27, "weight": 3, "domain": "government"}
    ]
    assert TEXT[23:27] == "一网通办"
    assert (passage["address"], passage["prior"]) == ("一、", "government")
    assert [passage["domain"] for passage in found["domains"]].count(None) == 2
    assert [section["domain"] for section in found["sections"][0]["sections"]] == ["government", "social"]


def test_jsonl_and_csv_are_flat(capfd: Capture) -> None:
    lines = [
        json.loads(line) for line in output(capfd, "domains", "plan.txt", "--format", "jsonl").splitlines()
    ]
    assert [line["type"] for line in lines] == ["file", *["domain"] * 7, *["section"] * 3]
    rows = list(csv.DictReader(output(capfd, "domains", "plan.txt", "--format", "csv").splitlines()))
    assert (rows[2]["domain"], rows[2]["terms"], rows[2]["line"]) == ("government", "一网通办 3", "3")


def test_filter_by_domain(capfd: Capture) -> None:
    assert output(capfd, "domains", "plan.txt", "--domain", "social").count("\n") == 2
    assert output(capfd, "domains", "plan.txt", "--domain", "none").count("\n") == 2
    assert output(capfd, "outline", "plan.txt", "--domain", "social").splitlines() == [
        "临河市公共服务规划",
        "  二、发展普惠托育",
    ]


def test_one_section_only(capfd: Capture) -> None:
    assert output(capfd, "domains", "plan.txt", "--in", "二、").count("\n") == 2


def test_a_domain_that_is_not_there(capfd: Capture) -> None:
    assert run(["domains", "plan.txt", "--domain", "soical"]) == 2
    err = capfd.readouterr().err
    assert err.startswith("policytext: --domain 的值 soical 无效，是不是 social？")


def test_a_scheme_of_ones_own_replaces_the_four(capfd: Capture) -> None:
    packs = ["--rules", "none", "--rules", "scheme.yaml"]
    found = [line.split("\t")[0] for line in output(capfd, "domains", "plan.txt", *packs).splitlines()]
    assert found == ["-", "-", "-", "-", "-", "care", "care"]
    tree = output(capfd, "outline", "plan.txt", "--format", "tree", *packs)
    assert "发展普惠托育 [照护]" in tree


def test_a_fifth_domain_joins_the_four(folder: Path, capfd: Capture) -> None:
    (folder / ".policytext.toml").write_text('rules = ["scheme.yaml"]\n', encoding="utf-8")
    found = {line.split("\t")[0] for line in output(capfd, "domains", "plan.txt").splitlines()}
    assert found == {"government", "-"}  # care and social are tied: neither


def test_without_domain_rules_no_passage_has_a_domain(capfd: Capture) -> None:
    assert {line[0] for line in output(capfd, "domains", "plan.txt", "--rules", "none").splitlines()} == {"-"}


def test_rules_that_do_not_load_are_reported_and_the_others_work(folder: Path, capfd: Capture) -> None:
    (folder / "scheme.yaml").write_text(SCHEME + "  - id: other\n", encoding="utf-8")
    assert run(["domains", "plan.txt", "--rules", "scheme.yaml"]) == 2
    shown = capfd.readouterr()
    assert shown.err.startswith("policytext: scheme.yaml:11: ")
    assert shown.out.count("\n") == 7


@pytest.mark.parametrize("command", ["outline", "domains"])
def test_domains_are_badges_in_the_tree(command: str, capfd: Capture) -> None:
    tree = output(capfd, command, "plan.txt", "--format", "tree")
    assert "一、提升政务服务水平 [政务服务]" in tree
    assert ("█" in tree) == (command == "domains")
    assert "[" not in output(capfd, "outline", "plan.txt", "--format", "tree", "--no-domains")


def test_markdown_has_a_table_and_the_outline(capfd: Capture) -> None:
    lines = output(capfd, "domains", "plan.txt", "--format", "markdown").splitlines()
    assert lines[0] == "| 领域 | 句数 | 字符 | 比例 |"
    assert "| 政务服务 | 3 | 24 | 43% |" in lines
    assert "  - 一、提升政务服务水平 *政务服务*" in lines


def test_the_sentences_of_each_domain_with_the_words_that_decided(capfd: Capture) -> None:
    shown = output(capfd, "domains", "plan.txt", "--format", "full").splitlines()
    assert shown[0] == "临河市公共服务规划"
    assert shown[shown.index("政务服务  3 句") :] == [
        "政务服务  3 句",
        "  一、提升<<政务服务>>水平",
        "  推进<<一网通办>>。",
        "  优化<<政务>>流程。",
        "",
        "社会服务  2 句",
        "  二、发展普惠<<托育>>",
        "  支持社区办<<托育>>。",
        "",
    ]


def test_one_domain_keeps_the_shares_of_the_whole_text(capfd: Capture) -> None:
    whole = output(capfd, "domains", "plan.txt", "--summary")
    for form in ("full", "tree"):
        bars = output(capfd, "domains", "plan.txt", "--format", form, "--summary")
        one = output(capfd, "domains", "plan.txt", "--format", form, "--domain", "social")
        assert bars.strip() in one
    assert output(capfd, "domains", "plan.txt", "--summary", "--domain", "social") == whole
    assert "推进" not in output(capfd, "domains", "plan.txt", "--format", "full", "--domain", "social")


def test_sentences_without_a_domain_are_shown_when_asked_for(capfd: Capture) -> None:
    assert "加强组织领导" not in output(capfd, "domains", "plan.txt", "--format", "full")
    assert "未归类  2 句\n  临河市公共服务规划\n  加强组织领导。\n" in output(
        capfd, "domains", "plan.txt", "--format", "full", "--domain", "none"
    )


def test_the_summary_is_a_line_for_each_domain(capfd: Capture) -> None:
    rows = [line.split("\t") for line in output(capfd, "domains", "plan.txt", "--summary").splitlines()]
    assert [(row[0], row[1]) for row in rows] == [
        ("digital-life", "0"),
        ("government", "3"),
        ("social", "2"),
        ("urban-rural", "0"),
        ("-", "2"),
    ]
    assert output(capfd, "domains", "plan.txt", "--summary", "--format", "markdown").count("\n") == 8


def test_a_summary_needs_a_format_that_has_a_place_for_it(capfd: Capture) -> None:
    assert run(["domains", "plan.txt", "--summary", "--format", "csv"]) == 2
    assert capfd.readouterr().err.startswith("policytext: --summary 不能用于 csv 格式")
