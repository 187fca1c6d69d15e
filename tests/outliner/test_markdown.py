"""Markdown: its headings are sections, its markup is no text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext.model.document import Document, Medium, Section, Source
from policytext.outliner import parse


def read(text: str) -> Document:
    return parse(Source(text=text, medium="markdown"))


def outline(text: str) -> list[tuple[int, str, str]]:
    return [(section.level, section.marker, section.title) for section in read(text).walk()]


BODY = "各单位应当认真落实。"

OUTLINES = [
    pytest.param(
        f"# 关于报送的函\n\n## 报送内容\n\n{BODY}\n\n### 清单\n\n{BODY}\n\n## 报送要求\n\n{BODY}",
        [(0, "", "关于报送的函"), (1, "", "报送内容"), (2, "", "清单"), (1, "", "报送要求")],
        id="headings without numbers",
    ),
    pytest.param(
        "# 方案\n\n## 一、目标\n\n### （一）近期\n\n## 二、保障\n",
        [(0, "", "方案"), (1, "一、", "目标"), (2, "（一）", "近期"), (1, "二、", "保障")],
        id="headings with numbers",
    ),
    pytest.param(
        "关于报送的函\n====\n\n报送内容\n----\n\n正文。",
        [(0, "", "关于报送的函"), (1, "", "报送内容")],
        id="underlined headings",
    ),
    pytest.param(
        "# 江口市规划\n\n# 一、目标\n\n# （一）近期\n\n# 1. 甲\n\n# （二）远期\n\n# 保障措施\n\n# 二、组织\n",
        [(0, "", "江口市规划"), (1, "一、", "目标"), (2, "（一）", "近期"), (3, "1.", "甲"), (2, "（二）", "远期"), (1, "", "保障措施"), (1, "二、", "组织")],
        id="one level for all: the numbers decide",
    ),
    pytest.param(
        f"# 方案\n\n## 全文\n\n一、目标\n\n{BODY}\n\n二、保障\n\n{BODY}",
        [(0, "", "方案"), (1, "", "全文"), (2, "一、", "目标"), (2, "二、", "保障")],
        id="plain numbers below a heading",
    ),
    pytest.param(
        f"# 方案\n\n**一、总体要求**\n\n{BODY}\n\n**（一）指导思想。**{BODY}\n\n**二、保障**\n\n{BODY}",
        [(0, "", "方案"), (1, "一、", "总体要求"), (2, "（一）", "指导思想"), (1, "二、", "保障")],
        id="bold numbers",
    ),
    pytest.param(
        f"<p><strong>第一章 总则</strong></p>\n\n{BODY}\n\n<p><strong>第二章 附则</strong></p>\n\n{BODY}",
        [(1, "第一章", "总则"), (1, "第二章", "附则")],
        id="numbers inside HTML",
    ),
    pytest.param(f"<h1>方案</h1>\n\n{BODY}\n\n<h2>保障</h2>\n\n{BODY}", [(0, "", "方案"), (1, "", "保障")], id="headings of HTML"),
    pytest.param(
        f"- 一是加快建设。\n- 二是加强管理。\n\n> 一、目标\n>\n> {BODY}\n>\n> 二、保障\n",
        [(1, "一是", "加快建设"), (1, "二是", "加强管理"), (1, "一、", "目标"), (1, "二、", "保障")],
        id="list and quotation signs hide no number",
    ),
    pytest.param(f"## 说明\n\n1. 提交材料\n\n{BODY}", [(1, "", "说明"), (2, "1.", "提交材料")], id="a list of one item"),
    pytest.param("---\ntitle: 第一章 总则\nnotes:\n  一、甲\n---\n\n# 方案\n", [(0, "", "方案")], id="front matter"),
    pytest.param("# 表\n\n| 一、指标 | 值 |\n| --- | --- |\n| 二、床位 | 3 |\n", [(0, "", "表")], id="rows of a table"),
    pytest.param("# 码\n\n```\n# 一、注释\n二、注释\n```\n\n    三、代码\n", [(0, "", "码")], id="code"),
    pytest.param("# 甲\n\n## **总体要求** ##\n\n## [附则](a.md)\n", [(0, "", "甲"), (1, "", "总体要求"), (1, "", "附则")], id="signs at the ends"),
    pytest.param(f"# 甲\n\n## 附件1\n\n清单\n\n## 附件2\n\n{BODY}", [(0, "", "甲"), (0, "附件1", "清单"), (0, "附件2", "")], id="annexes"),
    pytest.param(f"1\\. 提交材料\n\n{BODY}\n\n2\\. 审核材料\n\n{BODY}", [(1, "1 .", "提交材料"), (1, "2 .", "审核材料")], id="escaped signs"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sections"), OUTLINES)
def test_outline(text: str, sections: list[tuple[int, str, str]]) -> None:
    assert outline(text) == sections


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            "# 空间布局说明\n\n正文。", "空间布局说明", id="a title that ends in no type of document"
        ),
        pytest.param("# 关于**加快**建设的意见\n", "关于加快建设的意见", id="emphasis inside"),
        pytest.param("# 甲\n\n# 乙\n", None, id="several headings of level 1"),
        pytest.param(
            "- **文件名称**：关于开展普查的通知\n- **分类**：统计\n\n正文。\n",
            None,
            id="facts before the text",
        ),
        pytest.param(
            "# 普查说明\n\n**来源**: 关于开展普查的通知\n\n正文。\n", "普查说明", id="facts below the title"
        ),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert read(text).title == title


def test_a_date_below_the_title_is_the_document_s() -> None:
    assert read("# 普查说明\n\n**发布日期**: 2026年5月6日\n**来源**: 某局\n\n正文。\n").date == "2026-05-06"


def test_plain_text_keeps_its_stars() -> None:
    document = parse(Source(text="# 甲\n\n`一、乙`\n"))
    assert [section.title for section in document.walk()] == []


PIECES = st.sampled_from(
    ["# ", "## ", "一、总体要求", "（一）目标", "第一条 ", "**", "`", "[", "](a)", "\n", "\n\n", "> ", "- ", "1. ", "|", "---", "<p>", "</p>", "<!--",
     "```\n", "    ", "\t", "正文。", "\r\n", "[^1]: ", "\\", "<h2>", "</h2>", "附件1", "\x00", "\u2028", "***", "==="]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_titles_are_spans_of_the_text_without_signs_at_their_ends(text: str) -> None:
    document = read(text)

    def check(section: Section) -> None:
        assert document.source[section.title_span] == section.title
        assert not section.title.startswith(("# ", "**", "> ", "`")) or section.kind == "inline"
        assert not section.title.endswith("**") or section.kind == "inline"

    for section in document.walk():
        check(section)


@pytest.mark.parametrize("medium", ["text", "markdown", "html"])
@pytest.mark.parametrize("mark", ["[53]", "［7］", "⁵³"])
def test_the_mark_of_a_note_before_an_inline_item(medium: Medium, mark: str) -> None:
    text = (
        f"一、方向\n有三个方面。第一，聚焦甲地，先行一步。{mark}第二，聚焦乙地，补齐短板。第三，聚焦丙地。\n"
    )
    document = parse(Source(text=text, medium=medium))
    assert [section.marker for section in document.walk()] == ["一、", "第一，", "第二，", "第三，"]


def test_a_notice_and_the_plan_that_it_issues_are_two_titles() -> None:
    text = "# 关于印发方案的通知\n\n请贯彻执行。\n\n# 江口市方案\n\n## 一、目标\n\n正文。\n\n## 二、任务\n"
    sections = [(section.kind, section.title) for section in read(text).walk()]
    assert sections == [
        ("title", "关于印发方案的通知"),
        ("title", "江口市方案"),
        ("heading", "目标"),
        ("heading", "任务"),
    ]


def test_parts_that_each_have_numbered_headings_are_no_titles() -> None:
    text = "# 总体要求\n\n## 一、目标\n\n正文。\n\n# 主要任务\n\n## 一、建设\n\n正文。\n"
    assert {section.kind for section in read(text).walk()} == {"heading"}


def test_a_paragraph_directly_above_a_rule_is_no_heading() -> None:
    body = "各部门按照分工抓好落实，年底前把进展情况报送办公室，办公室汇总后按程序上报并适时通报。" * 2
    text = f"# 方案\n\n## 目标\n\n{body}\n---\n\n任务\n----\n\n{body}\n"
    assert [section.title for section in read(text).walk()] == ["方案", "目标", "任务"]
