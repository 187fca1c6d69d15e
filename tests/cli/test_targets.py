"""``policytext targets``: what is shown, filtered, written for a spreadsheet; and what is typed wrong."""

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path

import pytest

from policytext.cli.app import run
from tests.helpers import Capture, output

TEXT = """临河市公共服务规划
2031年4月9日
一、发展目标
到2033年底，全市托育机构入住率达到60%以上，比2030年提高12个百分点。
二、重点任务
推进一网通办（市政务局牵头，市财政局配合）。鼓励社会力量办托。
三、2030年工作回顾
新建社区食堂36家。
"""


@pytest.fixture(autouse=True)
def folder(folder: Path) -> Path:
    """A working folder with one text."""
    (folder / "plan.txt").write_text(TEXT, encoding="utf-8")
    return folder


def table(capfd: Capture, *arguments: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(output(capfd, "targets", "plan.txt", "--format", "csv", *arguments))))


def test_text_is_for_cut_and_sort(capfd: Capture) -> None:
    rows = [line.split("\t") for line in output(capfd, "targets", "plan.txt").splitlines()]
    assert [row[0] for row in rows] == ["target", "target", "achieved", "measure", "measure"]
    assert len({len(row) for row in rows}) <= 2


def test_what_decided_the_status_is_explained(capfd: Capture) -> None:
    plain = output(capfd, "targets", "plan.txt", "--format", "table")
    explained = output(capfd, "targets", "plan.txt", "--format", "table", "--explain")
    assert "依据" not in plain
    assert explained.count("依据") == 3
    (found,) = json.loads(output(capfd, "targets", "plan.txt", "--format", "json"))["files"]
    assert all(one["evidence"]["kind"] for one in found["indicators"])


RULES = """某市支持政策
对新引进的企业给予12万元一次性奖励。
违反规定的，处5万元罚款。
申请人应当在15个工作日内提出申请。
每人每次收费20元。
支持产值10亿元以上的企业发展。
到2030年，新建站点４２个，发放奖励资金1.5亿元，零事故。
"""


@pytest.mark.parametrize(
    ("kinds", "classes"),
    [
        pytest.param((), ["target", "target"], id="figures-of-rules-are-no-targets"),
        pytest.param(
            ("--kind", "standards"), ["subsidy", "fine", "duration", "fee", "threshold"], id="rules-only"
        ),
        pytest.param(
            ("--kind", "indicators,standards"),
            ["subsidy", "fine", "duration", "fee", "threshold", "target", "target"],
            id="both-in-reading-order",
        ),
    ],
)
def test_figures_of_rules_are_listed_on_request(
    folder: Path, capfd: Capture, kinds: tuple[str, ...], classes: list[str]
) -> None:
    (folder / "rules.txt").write_text(RULES, encoding="utf-8")
    (found,) = json.loads(output(capfd, "targets", "rules.txt", "--format", "json", *kinds))["files"]
    indicators = [one for one in found["indicators"] if one["unit"] != "起"]
    assert [one["class"] for one in indicators] == classes
    assert ("measures" in found) is not bool(kinds)
    assert all(one["status"] == "target" for one in indicators)
    assert [one["written"] for one in indicators if one["class"] == "target"] in ([], ["４２个", "1.5亿元"])


def test_json_has_the_promised_keys(capfd: Capture) -> None:
    (found,) = json.loads(output(capfd, "targets", "plan.txt", "--format", "json"))["files"]
    indicator, measure = found["indicators"][0], found["measures"][0]
    assert list(indicator) == [
        "status",
        "start",
        "end",
        "text",
        "indicator",
        "value",
        "value_high",
        "unit",
        "written",
        "class",
        "comparator",
        "change",
        "baseline",
        "date",
        "evidence",
        "binding",
        "actor",
        "domain",
        "address",
        "line",
        "column",
        "rule",
        "confidence",
    ]
    assert list(measure) == [
        "start",
        "end",
        "text",
        "verb",
        "object",
        "complement",
        "modality",
        "strength",
        "actor",
        "supporting",
        "date",
        "indicator",
        "domain",
        "address",
        "line",
        "column",
    ]
    assert TEXT[indicator["start"] : indicator["end"]] == indicator["text"]
    assert (indicator["value"], indicator["unit"], indicator["comparator"]) == ("60", "%", ">=")
    assert indicator["date"]["role"] == "deadline"
    assert (indicator["date"]["start"], indicator["date"]["end"]) == ("2033-01-01", "2033-12-31")
    assert (measure["actor"], measure["supporting"], measure["domain"]) == (
        "市政务局",
        ["市财政局"],
        "government",
    )


def test_json_lines_name_their_type(capfd: Capture) -> None:
    lines = [
        json.loads(line) for line in output(capfd, "targets", "plan.txt", "--format", "jsonl").splitlines()
    ]
    assert [line["type"] for line in lines] == ["file", *["indicator"] * 3, *["measure"] * 2]


def test_csv_is_a_table_of_indicators_or_of_measures(capfd: Capture) -> None:
    rows = table(capfd)
    assert [(row["path"], row["status"], row["value"], row["line"]) for row in rows] == [
        ("plan.txt", "target", "60", "4"),
        ("plan.txt", "target", "12", "4"),
        ("plan.txt", "achieved", "36", "8"),
    ]
    assert rows[1]["baseline_date"] == "2030-12-31"
    assert [row["verb"] for row in table(capfd, "--kind", "measures")] == ["推进", "鼓励"]


@pytest.mark.parametrize(
    ("options", "values"),
    [
        pytest.param(["--status", "achieved"], ["36"], id="status"),
        pytest.param(["--status", "target,achieved"], ["60", "12", "36"], id="several"),
        pytest.param(["--in", "三、"], ["36"], id="one-section"),
        pytest.param(["--domain", "social"], ["60", "12"], id="domain"),
        pytest.param(["--domain", "government"], [], id="domain-without-any"),
    ],
)
def test_filters(options: list[str], values: list[str], capfd: Capture) -> None:
    assert [row["value"] for row in table(capfd, *options)] == values


def test_a_spreadsheet_gets_a_mark_and_headers_in_the_readers_language(capfd: Capture) -> None:
    shown = output(capfd, "targets", "plan.txt", "--format", "csv", "--spreadsheet")
    assert shown.startswith("\ufeff文件,状态,指标,")
    assert output(
        capfd, "targets", "plan.txt", "--format", "csv", "--spreadsheet", "--lang", "en"
    ).startswith("\ufeffFile,Status,")


def test_a_workbook_has_a_sheet_for_each(folder: Path, capfd: Capture) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    output(capfd, "targets", "plan.txt", "--format", "xlsx", "-o", "all.xlsx")
    book = openpyxl.load_workbook(BytesIO((folder / "all.xlsx").read_bytes()))
    assert [sheet.max_row for sheet in book.worksheets] == [4, 3]
    values = [row[4].value for row in book.worksheets[0].iter_rows(min_row=2)]
    assert all(isinstance(value, (int, float)) for value in values)


def test_a_workbook_is_no_text_for_a_terminal_or_a_formula(folder: Path, capfd: Capture) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    (folder / "evil.txt").write_text("应当完善=1+1并推进=cmd|' /C calc'!A0设施建设。\n", encoding="utf-8")
    output(capfd, "targets", "evil.txt", "--format", "xlsx", "-o", "all.xlsx")
    for sheet in openpyxl.load_workbook(folder / "all.xlsx").worksheets:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_the_table_groups_by_status_and_shows_deadlines(capfd: Capture) -> None:
    shown = output(capfd, "targets", "plan.txt", "--format", "table")
    assert shown.index("目标") < shown.index("托育机构入住率") < shown.index("已达到")
    assert "2033" in shown
    assert "举措" in shown


def test_several_documents_are_one_table(folder: Path, capfd: Capture) -> None:
    (folder / "other.txt").write_text("到2032年，入户率达到90%。\n", encoding="utf-8")
    rows = list(
        csv.DictReader(StringIO(output(capfd, "targets", "other.txt", "plan.txt", "--format", "csv")))
    )
    assert [(row["path"], row["value"]) for row in rows] == [
        ("other.txt", "90"),
        ("plan.txt", "60"),
        ("plan.txt", "12"),
        ("plan.txt", "36"),
    ]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        pytest.param(["--status", "targets"], "--status 的值 targets 无效，是不是 target？", id="status"),
        pytest.param(["--kind", "measure"], "--kind 的值 measure 无效，是不是 measures？", id="kind"),
        pytest.param(["--format", "xls"], "xlsx", id="format"),
        pytest.param(["--domain", "soical"], "是不是 social？", id="domain"),
    ],
)
def test_a_mistyped_argument_is_one_line_with_a_remedy(
    options: list[str], words: str, capfd: Capture
) -> None:
    assert run(["targets", "plan.txt", *options]) == 2
    shown = capfd.readouterr()
    assert words in shown.err
    assert shown.err.count("\n") == 1
    assert shown.out == ""


def test_a_unit_of_ones_own_is_one_line(folder: Path, capfd: Capture) -> None:
    (folder / "units.yaml").write_text(
        "policytext: 1\npack: mine\nlists:\n  units: [蒲式耳]\n"
        'targets:\n  - text: 到2032年，储备粮达到300蒲式耳。\n    want: {value: "300", unit: 蒲式耳}\n',
        encoding="utf-8",
    )
    (folder / "grain.txt").write_text("到2032年，储备粮达到300蒲式耳。\n", encoding="utf-8")
    assert output(capfd, "targets", "grain.txt", "--kind", "indicators") == ""
    assert "300" in output(capfd, "targets", "grain.txt", "--kind", "indicators", "--rules", "units.yaml")
    assert run(["rules", "test", "units.yaml"]) == 0
