"""A scheme of twenty topics in place of the built-in domains: nothing in the program knows which domains there are."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from policytext.rulebook.packs import load_builtin_rules
from tests.helpers import ROOT, Capture, answer, output

SCHEME = ROOT / "examples" / "schemes" / "transport.yaml"
PACK = ("--rules", str(SCHEME))
TEXT = """江州市交通运输工作要点
一、重点任务
（一）建好公路网。加快国省干线公路改扩建。
（二）提升服务。优化公交线路，到2031年底，公交线路达到120条。
（三）守住底线。开展两客一危车辆隐患排查。推进一网通办，办好托育服务。
"""
BUILT_IN = {domain.id for domain in load_builtin_rules().domains}


@pytest.fixture(autouse=True)
def folder(folder: Path) -> Path:
    """A working folder with one text."""
    (folder / "plan.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_the_scheme_is_complete_and_its_examples_pass(capfd: Capture) -> None:
    assert answer(capfd, "rules", "test", str(SCHEME)) == (
        0,
        "",
        "已测试 21 条规则的 42 个例句，0 个未通过\n",
    )
    assert answer(capfd, "rules", "check", str(SCHEME))[:2] == (0, "")
    cards = json.loads(output(capfd, "rules", "list", str(SCHEME), "--format", "json"))
    topics = [card for card in cards if card["kind"] == "domain" and card["id"] != "off-topic"]
    assert len(topics) == 20
    assert sum(len(words) for card in topics for words in card["terms"].values()) >= 300


def test_sentences_sections_and_targets_have_its_topics(capfd: Capture) -> None:
    (found,) = json.loads(output(capfd, "domains", "plan.txt", *PACK, "--format", "json"))["files"]
    assert {one["domain"] for one in found["domains"]} == {"highway", "bus", "safety", None}
    (found,) = json.loads(output(capfd, "targets", "plan.txt", *PACK, "--format", "json"))["files"]
    assert [one["domain"] for one in found["indicators"]] == ["bus"]
    rows = list(csv.DictReader(StringIO(output(capfd, "outline", "plan.txt", *PACK, "--format", "csv"))))
    assert {row["domain"] for row in rows} <= {"highway", "bus", "safety", ""}


def test_statistics_count_its_topics(capfd: Capture) -> None:
    (found,) = json.loads(output(capfd, "stats", "plan.txt", *PACK, "--format", "json"))["files"]
    assert not BUILT_IN & found["stats"]["domains"].keys()
    assert found["stats"]["domains"]["safety"]["passages"] == 1


def test_its_topics_are_choices_and_the_built_in_domains_are_not(capfd: Capture) -> None:
    only = output(capfd, "domains", "plan.txt", *PACK, "--domain", "bus", "--format", "jsonl")
    assert '"domain":"bus"' in only
    code, _, err = answer(capfd, "domains", "plan.txt", "--rules", "none", *PACK, "--domain", "social")
    assert code == 2
    assert "highway" in err
