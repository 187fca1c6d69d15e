"""Cells of tables are read one by one: their joins are no text, their rows no list; a cell itself is checked."""

import pytest

from policytext import lint
from policytext.model.document import Source
from policytext.text.located_lines import LocatedLines


def make_source(rows: list[list[str]], form: str) -> Source:
    """A document with a table, as a Word document has it or written with bars or tabs."""
    lines = LocatedLines()
    lines.add("一、主要指标", "paragraph 1")
    for number, row in enumerate(rows):
        start = lines.length
        if form == "docx":
            for column, words in enumerate(row):
                lines.add_cell(1, (number, column, 1, 1, start, start + len(words)))
                start += len(words) + 3
        lines.add(("\t" if form == "tabs" else " | ").join(row), f"row {number}")
    lines.add("二、保障措施", "paragraph 2")
    return lines.source("docx" if form == "docx" else "text", path="a.docx" if form == "docx" else "a.txt")


@pytest.mark.parametrize("form", ["docx", "bars", "tabs"])
@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["指标", "基期", "目标"], ["死亡率从3.1%", "下降到", "4.2%"]], id="figures-of-two-cells-compared"),
        pytest.param([["目标", "目标", "目标值"], ["的", "的", "的"]], id="words-of-two-cells-doubled"),
        pytest.param([["类别", "任务", "备注"], ["（一）社区", "新建。", ""], ["（三）托育", "新建。", ""]], id="numbers-of-rows"),
        pytest.param([["序号", "任务", "备注"], ["1.", "一、新建设施。", "无"], ["2.", "三、新建托位。", "无"]], id="numbers-in-cells"),
        pytest.param([["指标（单位", "万人）", "备注"], ["“新建", "设施”", "无"]], id="brackets-over-two-cells"),
        pytest.param([["幼犬免疫", "项", "数量"], ["犬只登记", "项", "30"]], id="a-cell-of-one-word"),
    ],
)  # fmt: skip
def test_joins_of_cells_are_no_text(rows: list[list[str]], form: str) -> None:
    assert lint(make_source(rows, form), alarm_rate=1.0) == ()


@pytest.mark.parametrize("form", ["docx", "bars", "tabs"])
def test_a_cell_is_checked_like_any_text(form: str) -> None:
    rows = [["时限", "指标", "措施"], ["2027年2月30日", "死亡率", "从3.1%下降到4.2%"]]
    found = [(finding.rule, finding.text) for finding in lint(make_source(rows, form))]
    assert found == [("date/impossible", "2027年2月30日"), ("number/direction", "从3.1%下降到4.2%")]


def test_a_repeated_finding_keeps_its_places_in_cells() -> None:
    cells = [
        "范围内,不得堆放",
        "期限内,不得转让",
        "区域内,不得排放",
        "时间内,不得收费",
        "红线内,不得建设",
        "名单内,不得重复",
    ]
    rows = [["类别", "要求", "备注"], *[["重点", words, "无"] for words in cells]]
    (finding,) = lint(make_source(rows, "docx"))
    assert 1 + len(finding.also) == len(cells)
