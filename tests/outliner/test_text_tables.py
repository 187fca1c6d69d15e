"""Tables of plain text: which lines are rows, where their cells are, and what is no table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext import parse


def read_rows(text: str) -> list[list[list[str]]]:
    """Return the words of each table's cells by row."""
    return [
        [[cell.text if cell else "" for cell in row] for row in table.rows()] for table in parse(text).tables
    ]


TABLES = [
    pytest.param(
        "指标 | 2025年 | 2030年\n床位（张） | 1200 | 2600\n",
        [["指标", "2025年", "2030年"], ["床位（张）", "1200", "2600"]],
        id="bars between the cells, as text readers write a row",
    ),
    pytest.param(
        "| 任务 | 单位 |\n| --- | --- |\n| 建设站点 | 市教委 |\n",
        [["任务", "单位"], ["建设站点", "市教委"]],
        id="a Markdown table of two columns has a ruler",
    ),
    pytest.param(
        "任务\t目标\t单位\n建设站点\t30个\t市教委\n培训\t\t市人社局\n",
        [["任务", "目标", "单位"], ["建设站点", "30个", "市教委"], ["培训", "", "市人社局"]],
        id="tabs, with an empty cell",
    ),
    pytest.param(
        "地区　　人口　　床位\n东城　　20万　　300\n西城　　15万　　280\n南城　　18万　　260\n",
        [["地区", "人口", "床位"], ["东城", "20万", "300"], ["西城", "15万", "280"], ["南城", "18万", "260"]],
        id="columns aligned with spaces",
    ),
    pytest.param(
        "│类别│面积│数量│\n├──┼──┼──┤\n│公园│2公顷│3│\n",
        [["类别", "面积", "数量"], ["公园", "2公顷", "3"]],
        id="a frame drawn with box characters",
    ),
    pytest.param(
        "序号\n\n指　　标\n\n预期值\n\n属性\n\n1\n\n事故起数\n\n下降15%\n\n约束性\n\n2\n\n达标率\n\n>80%\n\n预期性\n",
        [
            ["序号", "指　　标", "预期值", "属性"],
            ["1", "事故起数", "下降15%", "约束性"],
            ["2", "达标率", ">80%", "预期性"],
        ],
        id="one cell a line with blank lines between",
    ),
    pytest.param(
        "指标\n2025年\n2030年\n属性\n一、经济发展\n增加值（亿元）\n300\n420\n预期性\n二、民生\n床位（张）\n-\n900\n约束性\n三、重点任务\n",
        [
            ["指标", "2025年", "2030年", "属性"],
            ["一、经济发展"] * 4,
            ["增加值（亿元）", "300", "420", "预期性"],
            ["二、民生"] * 4,
            ["床位（张）", "-", "900", "约束性"],
        ],
        id="a line of its own names a group of rows; the heading after the table is no row",
    ),
]


@pytest.mark.parametrize(("text", "rows"), TABLES)
def test_rows_and_cells(text: str, rows: list[list[str]]) -> None:
    assert read_rows(f"测试方案\n\n{text}\n加快发展。\n") == [rows]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("关 于 几 个 问 题 的 通 知\n各区　　人民政府：\n", id="a spaced title and an address"),
        pytest.param("首页 | 新闻 | 关于\n加快发展。\n", id="one line of navigation"),
        pytest.param("第一章　总则\n第二章　服务\n第三章　附则\n", id="headings with a wide space"),
        pytest.param("总则\t1\n服务\t3\n附则\t12\n", id="contents with page numbers"),
        pytest.param("一、\t总体要求\n二、\t主要任务\n三、\t保障措施\n", id="numbers of a list before a tab"),
        pytest.param(
            "附件：1. 名单　　2. 表格\n　　　3. 说明　　4. 其他\n", id="a list of annexes in two columns"
        ),
        pytest.param(
            "市教委　　市财政局\n市民政局　　市司法局\n2025年1月2日　　印发\n", id="signatures side by side"
        ),
        pytest.param(
            "指标\n任务\n目标\n加快发展。\n继续推进。\n", id="words of a head without rows that fit"
        ),
        pytest.param("项目\n建设内容\n主要指标\n一、总体要求\n推进改革\n", id="headings of one word each"),
    ],
)
def test_no_table(text: str) -> None:
    assert read_rows(text) == []


@given(
    st.lists(
        st.sampled_from(
            ["指标", "序号", "属性", "2030年", "1", "床位", "|", "\t", "　　", "\n", "\r\n", "30%", "-"]
        ),
        max_size=60,
    )
)
def test_cells_quote_their_text(parts: list[str]) -> None:
    document = parse("".join(parts))
    for table in document.tables:
        assert table.cells[0].span[0] <= table.span[0] < table.span[1]
        for cell in table.cells:
            assert document.source[cell.span] == cell.text == cell.text.strip(" 　")
