"""``policytext extract``: what the rules of a pack capture, in each format; and what is typed wrong."""

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path

import pytest

from tests.helpers import ROOT, Capture, answer, output

PACK = """\
policytext: 1
pack: mine
slots: {安排: [安排, 投入]}
extract:
  - id: money/fund
    title: 资金
    find: ["{who:body}…{verb:安排}{sum:money}", "{verb:安排}{sum:money}"]
    give: {kind: 财政}
    tests:
      - {text: 市财政局每年安排5亿元。, want: {who: 市财政局, sum: 5亿元}}
      - {text: 市财政局安排专人。, want: none}
  - id: date/due
    title: 期限
    find: "{until:date}前完成"
    tests:
      - {text: 2031年6月底前完成。, want: {until: 2031年6月底}}
      - {text: 按期完成。, want: none}
"""
TEXT = """临河市夜校工作方案
一、经费
市财政局每年安排不低于1.2亿元。改造任务于2033年底前完成。
二、推进托育服务，投入300万—500万元。
"""
PATH = "plan.txt"
PACKS = ("--rules", "mine.yaml")


@pytest.fixture(autouse=True)
def folder(folder: Path) -> Path:
    """A working folder with a text and a pack."""
    (folder / PATH).write_text(TEXT, encoding="utf-8")
    (folder / "mine.yaml").write_text(PACK, encoding="utf-8")
    return folder


def test_text_is_a_line_a_statement(capfd: Capture) -> None:
    assert answer(capfd, "extract", PATH, *PACKS) == (
        0,
        "money/fund\twho=市财政局\tverb=安排\tsum=不低于1.2亿元\n"
        "date/due\tuntil=2033年底\n"
        "money/fund\tverb=投入\tsum=300万—500万元\n",
        "已读取 1 个文件，用 2 条规则提取到 3 处\n",
    )


def test_each_line_of_several_files_begins_with_its_place(folder: Path, capfd: Capture) -> None:
    (folder / "b.txt").write_text("一、事项\n任务于2032年底前完成。\n", encoding="utf-8")
    shown = output(capfd, "extract", PATH, "b.txt", *PACKS, "--select", "date")
    assert shown == "plan.txt:3:date/due\tuntil=2033年底\nb.txt:2:date/due\tuntil=2032年底\n"


def test_csv_has_a_column_for_each_capture_and_what_it_says(capfd: Capture) -> None:
    rows = list(csv.DictReader(StringIO(output(capfd, "extract", PATH, *PACKS, "--format", "csv"))))
    first, due, span = rows
    assert (first["sum"], first["sum_value"], first["sum_unit"], first["sum_comparator"]) == (
        "不低于1.2亿元",
        "120000000",
        "元",
        ">=",
    )
    assert (first["kind"], first["address"], first["line"], first["column"]) == ("财政", "一、", "3", "1")
    assert (due["until_from"], due["until_until"], due["kind"]) == ("2033-01-01", "2033-12-31", "")
    assert (span["sum_value"], span["sum_high"], span["domain"]) == ("3000000", "5000000", "social")


def test_every_span_in_json_quotes_the_text(capfd: Capture) -> None:
    found = json.loads(output(capfd, "extract", PATH, *PACKS, "--format", "json"))
    (file,) = found["files"]
    assert found["command"] == "extract"
    for hit in file["hits"]:
        assert TEXT[hit["start"] : hit["end"]] == hit["text"]
        for capture in hit["captures"].values():
            assert TEXT[capture["start"] : capture["end"]] == capture["text"]
    assert file["hits"][0]["captures"]["who"]["type"] == "body"


def test_json_lines_are_flat(capfd: Capture) -> None:
    lines = [
        json.loads(line) for line in output(capfd, "extract", PATH, *PACKS, "--format", "jsonl").splitlines()
    ]
    assert [line["type"] for line in lines] == ["file", "hit", "hit", "hit"]


def test_a_workbook_has_numbers(folder: Path, capfd: Capture) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    output(capfd, "extract", PATH, *PACKS, "-o", "out.xlsx")
    sheet = openpyxl.load_workbook(BytesIO((folder / "out.xlsx").read_bytes())).active
    head = [cell.value for cell in sheet[1]]
    assert sheet[2][head.index("sum（数值）")].value == 120_000_000


def test_a_terminal_shows_a_table_for_each_rule(capfd: Capture) -> None:
    shown = output(capfd, "extract", PATH, *PACKS, "--format", "table")
    assert "资金  2  money/fund" in shown
    assert "期限  1  date/due" in shown


def test_rules_sections_and_domains_are_selected(capfd: Capture) -> None:
    assert output(capfd, "extract", PATH, *PACKS, "--select", "date") == "date/due\tuntil=2033年底\n"
    assert output(capfd, "extract", PATH, *PACKS, "--ignore", "money/fund") == "date/due\tuntil=2033年底\n"
    only = "money/fund\tverb=投入\tsum=300万—500万元\n"
    assert output(capfd, "extract", PATH, *PACKS, "--in", "二、") == only
    assert output(capfd, "extract", PATH, *PACKS, "--domain", "social") == only


def test_what_lint_selects_in_the_configuration_does_not_matter(folder: Path, capfd: Capture) -> None:
    (folder / ".policytext.toml").write_text('ignore = ["typo"]\n', encoding="utf-8")
    assert output(capfd, "extract", PATH, *PACKS).count("\n") == 3


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        pytest.param((), "没有提取规则（用 --rules 指定有 extract: 的规则文件", id="no rules"),
        pytest.param(
            (*PACKS, "--select", "mony"),
            "没有 mony 这条或这类提取规则，是不是 money？",
            id="a misspelt family",
        ),
        pytest.param(
            (*PACKS, "--select", "typo"), "没有 typo 这条或这类提取规则（已有", id="a family of lint rules"
        ),
        pytest.param(("--rules", "none.yaml"), "none.yaml: 没有这个文件", id="a pack that is missing"),
    ],
)
def test_a_mistake_is_one_line_and_exit_2(capfd: Capture, arguments: tuple[str, ...], error: str) -> None:
    code, out, err = answer(capfd, "extract", PATH, *arguments)
    assert (code, out) == (2, "")
    assert error in err


def test_nothing_found_is_reported(folder: Path, capfd: Capture) -> None:
    (folder / PATH).write_text("加强领导。\n", encoding="utf-8")
    assert answer(capfd, "extract", PATH, *PACKS) == (
        0, "", "plan.txt: 没有可提取的内容\n已读取 1 个文件，用 2 条规则提取到 0 处\n"
    )  # fmt: skip


def test_without_the_built_in_packs_amounts_are_read_all_the_same(capfd: Capture) -> None:
    shown = output(capfd, "extract", PATH, "--rules", "none", *PACKS, "--format", "csv")
    assert "120000000" in shown


def test_a_first_pack_that_extracts_works(folder: Path, capfd: Capture) -> None:
    assert answer(capfd, "rules", "new", "money/mine", "--extract", "-o", "new.yaml")[0] == 0
    assert answer(capfd, "rules", "test", "new.yaml")[0] == 0
    (folder / PATH).write_text("省财政厅拟投入3亿元。\n", encoding="utf-8")
    assert (
        output(capfd, "extract", PATH, "--rules", "new.yaml")
        == "money/mine\twho=省财政厅\tverb=投入\tsum=3亿元\n"
    )


@pytest.mark.parametrize(
    "pack", sorted((ROOT / "examples" / "rules").glob("*.yaml")), ids=lambda path: path.stem
)
def test_the_packs_of_the_examples_pass_their_tests(pack: Path, capfd: Capture) -> None:
    code, out, err = answer(capfd, "rules", "test", str(pack))
    assert (code, out) == (0, ""), err
