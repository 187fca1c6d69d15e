"""``policytext stats``: what is counted, in which form, against what; and what is typed wrong."""

import csv
import json
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from policytext.cli.app import run
from policytext.model.front_matter import Region
from policytext.statistics.word_lists import load_reference
from tests.helpers import Capture, output

PLAN = """临河市公共服务规划
2031年4月9日
一、发展目标
到2033年底，全市托育机构入住率达到60%以上。
二、重点任务
推进一网通办。发展托育服务，支持托育机构，规范托育市场。
"""
REVIEW = """临河市农村道路建设情况报告
2030年5月6日
新建农村道路36公里。加强道路养护。完善道路网络。改造道路桥梁。
"""


@pytest.fixture(autouse=True)
def folder(folder: Path) -> Path:
    """A working folder with two texts of different years."""
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    (folder / "review.txt").write_text(REVIEW, encoding="utf-8")
    return folder


BOTH = ("plan.txt", "review.txt")


def data(capfd: Capture, *arguments: str) -> Any:
    found: Any = json.loads(output(capfd, "stats", *arguments, "--format", "json"))
    return found


def table(capfd: Capture, *arguments: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(output(capfd, "stats", *arguments, "--format", "csv"))))


def test_json_has_the_promised_keys(capfd: Capture) -> None:
    (found,) = data(capfd, "plan.txt")["files"]
    stats = found["stats"]
    promised = (
        "characters", "words_as_word_processors_count", "sentences", "sections", "tokens", "types", "top_terms", "domains",
        "indicators", "measures", "findings", "errors_per_10k",
    )  # fmt: skip
    assert [key for key in stats if key in promised] == list(promised)
    assert stats["characters"] == {
        "all": len(PLAN),
        "han": sum("一" <= character <= "鿿" for character in PLAN),
        "without_spaces": len("".join(PLAN.split())),
    }
    assert stats["top_terms"][0] == {"term": "托育", "count": 4}
    assert set(stats["domains"]["social"]) == {"passages", "characters", "share"}
    assert stats["indicators"] == {"target": 1}
    assert stats["deadlines"] == {"2033": 1}
    assert set(stats["findings"]) == {"error", "warning", "info"}


def test_several_files_have_a_total(capfd: Capture) -> None:
    found = data(capfd, *BOTH)
    total = found["summary"]["stats"]
    assert total["files"] == 2
    assert total["characters"]["all"] == len(PLAN) + len(REVIEW)
    assert [row["path"] for row in table(capfd, *BOTH)] == [*BOTH, "total"]
    assert [row["path"] for row in table(capfd, *BOTH, "--no-total")] == [*BOTH]
    assert "stats" not in data(capfd, "plan.txt")["summary"]


def test_json_lines_distinguish_files_from_the_total(capfd: Capture) -> None:
    lines = [json.loads(line) for line in output(capfd, "stats", *BOTH, "--format", "jsonl").splitlines()]
    assert [line["type"] for line in lines] == ["file", "stats", "file", "stats", "total"]


def test_text_is_one_figure_a_line(capfd: Capture) -> None:
    lines = dict(line.split("\t")[:2] for line in output(capfd, "stats", "plan.txt").splitlines())
    assert lines["characters"] == f"{len(PLAN)}"
    assert (lines["target"], lines["deadline"]) == ("1", "2033")


@pytest.mark.parametrize(
    ("only", "empty", "filled"),
    [
        pytest.param("counts", ["tokens", "target", "error"], ["characters"], id="counts"),
        pytest.param("words", ["target", "error"], ["tokens", "characters"], id="words"),
        pytest.param("targets,findings", ["tokens", "domains"], ["target", "error"], id="several"),
    ],
)
def test_filters(only: str, empty: list[str], filled: list[str], capfd: Capture) -> None:
    (row,) = table(capfd, "plan.txt", "--only", only)
    assert [row[name] for name in empty] == [""] * len(empty)
    assert all(row[name] for name in filled)


def test_rows_are_sorted_by_a_column(capfd: Capture) -> None:
    rows = table(capfd, "review.txt", "plan.txt", "--sort", "characters", "--no-total")
    assert [row["path"] for row in rows] == [*BOTH]
    rows = table(capfd, "review.txt", "plan.txt", "--sort", "path", "--no-total")
    assert [row["path"] for row in rows] == [*BOTH]


def test_years_in_place_of_files(capfd: Capture) -> None:
    rows = table(capfd, *BOTH, "--by", "year")
    assert [(row["path"], row["year"], row["files"]) for row in rows] == [
        ("2030", "2030", "1"),
        ("2031", "2031", "1"),
        ("total", "", "2"),
    ]
    groups = data(capfd, *BOTH, "--by", "year")["summary"]["groups"]
    assert [group["name"] for group in groups] == ["2030", "2031"]


def test_the_first_year_has_no_earlier_words_to_differ_from(capfd: Capture) -> None:
    Path("review.txt").write_text(REVIEW * 5, encoding="utf-8")
    Path("plan.txt").write_text(PLAN * 5, encoding="utf-8")
    Path("undated.txt").write_text("加强学校管理。\n" * 9, encoding="utf-8")
    first, second, undated = data(capfd, *BOTH, "undated.txt", "--by", "year")["summary"]["groups"]
    assert [first["name"], second["name"], undated["name"]] == ["2030", "2031", "-"]
    assert not first["stats"]["new_terms"]
    assert not first["stats"]["gone_terms"]
    assert "托育" in [term["term"] for term in second["stats"]["new_terms"]]
    assert "道路" in [term["term"] for term in second["stats"]["gone_terms"]]
    assert not undated["stats"]["new_terms"]


def test_years_against_the_other_years(capfd: Capture) -> None:
    Path("review.txt").write_text(REVIEW * 5, encoding="utf-8")
    Path("plan.txt").write_text(PLAN * 5, encoding="utf-8")
    groups = data(capfd, *BOTH, "--by", "year", "--against", "rest")["summary"]["groups"]
    assert groups[0]["stats"]["key_terms"][0]["term"] == "道路"
    assert groups[0]["stats"]["key_terms"][0]["reference"] == 0
    assert groups[1]["stats"]["key_terms"][0]["term"] == "托育"


def test_the_total_has_no_other_files_to_differ_from(capfd: Capture) -> None:
    total = data(capfd, *BOTH, "--against", "rest")["summary"]["stats"]
    assert not total["new_terms"]
    assert not total["gone_terms"]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        pytest.param("第 1 條\n本法之主管機關為內政部。\n" + "基金由內政部管理。\n" * 9, "tw", id="Taiwan"),
        pytest.param("本港的立法會議員問及基金。\n" + "當局會管理基金。\n" * 9, "hk", id="Hong Kong"),
        pytest.param("国务院的通知\n" + "各级人民政府管理基金。\n" * 9, "mainland", id="the mainland"),
    ],
)
def test_a_text_is_compared_with_texts_of_its_region(
    text: str, region: Region, folder: Path, capfd: Capture
) -> None:
    (folder / "text.txt").write_text(text, encoding="utf-8")
    (file,) = data(capfd, "text.txt")["files"]
    references = {term["term"]: term["reference"] for term in file["stats"]["key_terms"]}
    assert references["基金"] == load_reference(region).words["基金"]


FAULTY = PLAN.replace("推进一网通办。", "推进一网通办.推进的的改革。")


@pytest.mark.parametrize(
    ("file", "content", "left"),
    [
        pytest.param("other.txt", "", True, id="nothing suppressed"),
        pytest.param(
            ".policytext-ignore.yaml",
            "ignore:\n  - {rule: typo, path: plan.txt, reason: 原文如此}\n"
            "  - {rule: punctuation, path: plan.txt, reason: 原文如此}\n",
            False,
            id="an ignore file",
        ),
        pytest.param(
            "pyproject.toml",
            '[tool.policytext]\nignore = ["typo", "punctuation"]\n',
            False,
            id="rules ignored in the settings",
        ),
        pytest.param(
            "pyproject.toml",
            '[tool.policytext.per-path-ignore]\n"plan.txt" = ["typo", "punctuation"]\n',
            False,
            id="rules ignored in one file",
        ),
    ],
)
def test_findings_are_those_that_lint_reports(
    file: str, content: str, left: bool, folder: Path, capfd: Capture
) -> None:
    (folder / "plan.txt").write_text(FAULTY, encoding="utf-8")
    (folder / file).write_text(content, encoding="utf-8")
    run(["lint", "plan.txt", "--format", "json"])
    reported: dict[str, int] = {}
    for finding in json.loads(capfd.readouterr().out)["files"][0]["findings"]:
        reported[finding["severity"]] = reported.get(finding["severity"], 0) + finding["count"]
    (counted,) = data(capfd, "plan.txt")["files"]
    assert {name: count for name, count in counted["stats"]["findings"].items() if count} == reported
    assert bool(reported) == left


def test_a_section_has_the_domains_targets_and_findings_that_the_text_has_there(
    folder: Path, capfd: Capture
) -> None:
    (folder / "plan.txt").write_text(
        "临河市规划\n一、社会服务\n（一）床位\n到2033年达到60张.\n扩大规模。\n二、其他\n见上。\n",
        encoding="utf-8",
    )
    within = ("plan.txt", "--in", "一、/（一）")
    (counted,) = data(capfd, *within)["files"]
    shares = {name: share["passages"] for name, share in counted["stats"]["domains"].items()}
    domains = json.loads(output(capfd, "domains", *within, "--format", "json"))["files"][0]["domains"]
    targets = json.loads(output(capfd, "targets", *within, "--format", "json"))["files"][0]
    assert {name: count for name, count in shares.items() if count} == {
        name: [passage["domain"] or "none" for passage in domains].count(name)
        for name in {passage["domain"] or "none" for passage in domains}
    }
    assert sum(counted["stats"]["indicators"].values()) == len(targets["indicators"])
    assert counted["stats"]["measures"] == len(targets["measures"])
    assert counted["stats"]["characters"]["all"] == len("（一）床位\n到2033年达到60张.\n扩大规模。")


def test_words_stand_out_against_the_other_files(capfd: Capture) -> None:
    for row in table(capfd, *BOTH, "--against", "rest", "--no-total"):
        wanted = "托育" if row["path"] == "plan.txt" else "道路"
        assert wanted not in row["key_terms"]  # too short to be sure
    (Path("plan.txt")).write_text(PLAN * 3, encoding="utf-8")
    (Path("review.txt")).write_text(REVIEW * 3, encoding="utf-8")
    for row in table(capfd, *BOTH, "--against", "rest", "--no-total"):
        wanted = "托育" if row["path"] == "plan.txt" else "道路"
        assert row["key_terms"].split()[0] == wanted


def test_new_and_vanished_words_against_a_folder(folder: Path, capfd: Capture) -> None:
    (folder / "old").mkdir()
    (folder / "old" / "review.txt").write_text(REVIEW * 5, encoding="utf-8")
    (folder / "new").mkdir()
    for number in range(2):
        (folder / "new" / f"{number}.txt").write_text(PLAN * 5, encoding="utf-8")
    total = data(capfd, "new", "--against", "old")["summary"]["stats"]
    assert "托育" in [term["term"] for term in total["new_terms"]]
    assert "道路" in [term["term"] for term in total["gone_terms"]]


def test_a_term_in_its_lines(capfd: Capture) -> None:
    lines = output(capfd, "stats", "plan.txt", "--term", "托育").splitlines()
    assert lines[0] == "4:11\t到2033年底，全市\t托育\t机构入住率达到60%以上。"
    assert len(lines) == 4
    found = data(capfd, "plan.txt", "--term", "托育")
    (file,) = found["files"]
    for context in file["contexts"]:
        assert PLAN[context["start"] : context["end"]] == context["text"] == "托育"
    assert {"term", "count", "elsewhere", "log_likelihood", "log_ratio"} >= {
        key for row in found["summary"]["collocates"] for key in row
    }


def test_the_card_and_the_table(capfd: Capture) -> None:
    card = output(capfd, "stats", "plan.txt", "--format", "table")
    assert "临河市公共服务规划" in card
    assert "社会服务" in card
    assert "托育 4" in card
    rows = output(capfd, "stats", *BOTH, "--format", "table").splitlines()
    assert rows[1].startswith("plan.txt")
    assert rows[3].startswith("合计")
    assert all(len(row) <= 100 for row in rows)


def test_markdown_is_a_table(capfd: Capture) -> None:
    lines = output(capfd, "stats", *BOTH, "--format", "markdown").splitlines()
    assert lines[0].startswith("| 文件 | 字符 |")
    assert len({line.count("|") for line in lines}) == 1


def test_stop_words_of_ones_own(folder: Path, capfd: Capture) -> None:
    (folder / "stop.txt").write_text("托育\n", encoding="utf-8")
    (row,) = table(capfd, "plan.txt", "--stop-words", "stop.txt")
    assert "托育" not in row["top_terms"]


def test_stop_words_in_a_wrong_encoding(folder: Path, capfd: Capture) -> None:
    (folder / "stop.bin").write_bytes(b"PK\x03\x04\x00\x00\x00\xff\xfe\x00")
    assert run(["stats", "plan.txt", "--stop-words", "stop.bin"]) == 2
    err = capfd.readouterr().err
    assert err.startswith("policytext: stop.bin: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        pytest.param(["--only", "word"], "是不是 words？", id="only"),
        pytest.param(["--sort", "character"], "是不是 characters？", id="sort"),
        pytest.param(["--by", "month"], "year", id="by"),
        pytest.param(["--top", "0"], "--top", id="top"),
        pytest.param(["--against", "nowhere"], "nowhere", id="against"),
        pytest.param(["--plot", "a.jpg"], ".svg", id="plot"),
        pytest.param(["--format", "xlsx"], "csv", id="format"),
    ],
)
def test_a_mistyped_argument_is_one_line_with_a_remedy(
    options: list[str], words: str, capfd: Capture
) -> None:
    assert run(["stats", "plan.txt", *options]) == 2
    shown = capfd.readouterr()
    assert words in shown.err
    assert shown.err.count("\n") == 1
    assert shown.out == ""


@pytest.mark.parametrize("text", ["", "一", "，。！？", "only Latin words", "\n\n"])
def test_unusual_texts_are_counted(text: str, folder: Path, capfd: Capture) -> None:
    (folder / "strange.txt").write_text(text, encoding="utf-8")
    for form in ("json", "table", "markdown", "csv", "text"):
        output(capfd, "stats", "strange.txt", "--format", form)


def test_without_a_name_the_folder_is_read(monkeypatch: pytest.MonkeyPatch, capfd: Capture) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert run(["stats", "--format", "csv", "--only", "counts"]) == 0
    shown = capfd.readouterr()
    assert "2 个文件" in shown.err
    assert len(shown.out.splitlines()) == 4


def test_a_plot_is_a_picture(folder: Path, capfd: Capture) -> None:
    pytest.importorskip("matplotlib")
    output(capfd, "stats", *BOTH, "--plot", "all.svg")
    picture = (folder / "all.svg").read_text(encoding="utf-8")
    assert "社会服务" in picture
    assert "托育" in picture
