"""Headings without an enumerator: found where the layout makes them certain, and nothing else is taken for one."""

import pytest

from policytext.model.document import Section, Source
from policytext.outliner import parse

BODY = "各部门按照分工抓好落实，年底前把进展情况报送办公室，办公室汇总后按程序上报并适时通报。"
OPENING = "主席，我现在向会议报告一年来的工作和明年的安排。"


def lay_out(*lines: str) -> str:
    return "\n".join(line.replace("~", BODY) for line in lines)


def outline(text: str) -> list[tuple[int, str]]:
    return [(section.level, section.marker + section.title) for section in parse(Source(text=text)).walk()]


def unnumbered(text: str) -> list[Section]:
    return [s for s in parse(Source(text=text)).walk() if not s.marker and s.kind in ("heading", "topic")]


WRAPPED = (
    "各部门按照分工抓好落实，年底前把进展情况报送办公室，办公室汇总以",
    "后按程序上报并适时通报，各项工作都要有人负责，有人检查，有始有终",
    "，不断提高工作水平。",
)
SPEECH = lay_out(OPENING, "金融业", "金融业~", "~", "旅游业", "旅游业~", "专业服务", "专业服务~")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            SPEECH,
            [(1, "金融业"), (1, "旅游业"), (1, "专业服务")],
            id="a speech with short lines between paragraphs",
        ),
        pytest.param(
            lay_out(
                OPENING,
                "",
                "总体要求",
                "",
                "　　坚持改革。~",
                "",
                "主要任务",
                "",
                "　　~",
                "",
                "保障措施",
                "",
                "　　~",
            ),
            [(1, "总体要求"), (1, "主要任务"), (1, "保障措施")],
            id="words of headings between blank lines",
        ),
        pytest.param(
            lay_out(
                "（一）引言",
                "~",
                "（二）经济",
                "~",
                "金融业",
                "金融业~",
                "旅游业",
                "旅游业~",
                "（三）民生",
                "~",
            ),
            [(1, "（一）引言"), (1, "（二）经济"), (2, "金融业"), (2, "旅游业"), (1, "（三）民生")],
            id="below a numbering that goes on across them",
        ),
        pytest.param(
            lay_out(
                OPENING,
                "过去一年工作回顾",
                "一、经济",
                "~",
                "二、民生",
                "~",
                "明年工作安排",
                "一、经济",
                "~",
                "二、民生",
                "~",
            ),
            [
                (1, "过去一年工作回顾"),
                (2, "一、经济"),
                (2, "二、民生"),
                (1, "明年工作安排"),
                (2, "一、经济"),
                (2, "二、民生"),
            ],
            id="above a numbering that begins anew below each",
        ),
        pytest.param(
            lay_out(
                OPENING,
                "工作回顾",
                "~",
                "目标任务",
                "~",
                "重点工作",
                "~",
                "（一）经济",
                "~",
                "（二）民生",
                "~",
            ),
            [(1, "工作回顾"), (1, "目标任务"), (1, "重点工作"), (2, "（一）经济"), (2, "（二）民生")],
            id="above a numbering that only the last of them holds",
        ),
        pytest.param(
            lay_out(
                "一、五年工作",
                *("五年来，经济稳步增长", "五年来，经济~", "五年来，教育加快发展", "五年来，教育~"),
                *("五年来，外交开创局面", "五年来，外交~", "我们做了以下工作。~"),
                *("（一）调控", "~", "（二）改革", "~", "二、今年安排", "（一）农业", "~", "（二）工业", "~"),
            ),
            [
                (1, "一、五年工作"),
                (2, "五年来，经济稳步增长"),
                (2, "五年来，教育加快发展"),
                (2, "五年来，外交开创局面"),
                (2, "（一）调控"),
                (2, "（二）改革"),
                (1, "二、今年安排"),
                (2, "（一）农业"),
                (2, "（二）工业"),
            ],
            id="beside a numbering that stands alone in another section",
        ),
        pytest.param(
            lay_out("引言", "~", "一、经济", "~", "二、民生", "~", "结束语", "~"),
            [(1, "引言"), (1, "一、经济"), (1, "二、民生"), (1, "结束语")],
            id="before the first number and after the last, beside them",
        ),
        pytest.param(
            lay_out(
                "测量标准",
                "",
                "术语定义",
                "",
                "甲级",
                "",
                "甲级~",
                "",
                "乙级",
                "",
                "乙级~",
                "",
                "总则",
                "",
                "测量原则",
                "",
                "~",
            ),
            [(0, "测量标准"), (1, "术语定义"), (2, "甲级"), (2, "乙级"), (1, "总则"), (2, "测量原则")],
            id="a heading directly above another is the upper one",
        ),
        pytest.param(
            lay_out(
                "1 总则\t3", "1.1 适用范围\t3", "2 技术要求\t4", "", "总则", "适用范围", "~", "★技术要求", "~"
            ),
            [(1, "总则"), (2, "适用范围"), (1, "★技术要求")],
            id="numbers that are left on the contents page only",
        ),
        pytest.param(
            lay_out("一、经济", "~", "二、民生", "~", "结束语", "各位代表！", "~"),
            [(1, "一、经济"), (1, "二、民生"), (1, "结束语")],
            id="a salutation below the heading",
        ),
        pytest.param(
            lay_out(OPENING, "关于教育", *WRAPPED, "关于科学", *WRAPPED, "关于文化", *WRAPPED),
            [(1, "关于教育"), (1, "关于科学"), (1, "关于文化")],
            id="lines much shorter than those of a wrapped text",
        ),
        pytest.param(
            lay_out(
                "资料（2026年度）",
                "",
                "目前进度",
                "",
                "类别",
                "科技",
                "季报",
                "",
                "计划摘要",
                "",
                "1.推动建设，完善平台",
                "2.强化服务，提高质量",
                "",
                "执行成果",
                "",
                "（一）完成一期",
                "（二）启动二期",
            ),
            [
                (1, "计划摘要"),
                (2, "1.推动建设，完善平台"),
                (2, "2.强化服务，提高质量"),
                (1, "执行成果"),
                (2, "（一）完成一期"),
                (2, "（二）启动二期"),
            ],
            id="words of headings above lists without stops",
        ),
        pytest.param(
            lay_out(OPENING, "????实行政企分开", "????政企分开~", "核心提示", "????~"),
            [(1, "实行政企分开"), (1, "核心提示")],
            id="the question marks of damaged spaces before a heading",
        ),
        pytest.param(
            lay_out("# 函", "", "## 报送内容", "", "~", "", "## 报送要求", "", "~"),
            [(1, "报送内容"), (1, "报送要求")],
            id="the signs of Markdown in a file that is not called so",
        ),
    ],
)
def test_found_at_the_level_of_the_layout(text: str, expected: list[tuple[int, str]]) -> None:
    assert outline(text) == expected


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((OPENING, "各位代表：", "~", "各位委员", "~"), id="salutations"),
        pytest.param(("~", "江口市人民政府", "2026年5月6日"), id="a signature and a date at the end"),
        pytest.param(("~", "江口市人民政府办公室", "~"), id="the name of an office"),
        pytest.param(("~", "市长 王小明", "~"), id="the name of a person with the office"),
        pytest.param(("~", "春风又到江南岸", "万里晴空一片天", "稻谷飘香人欢笑", "~"), id="verse"),
        pytest.param(("~", "图1 全市道路分布", "~", "表2 主要道路", "~"), id="captions"),
        pytest.param(("~", "东城区", "西城区", "南城区", "北城区", "~"), id="a list of names"),
        pytest.param(("~", "江口年鉴", "~", "江口年鉴", "~", "江口年鉴", "~"), id="a running head"),
        pytest.param(("~", "— 3 —", "~", "4", "~"), id="page numbers"),
        pytest.param(("~", "附件", "职业教育联席会议制度", "~"), id="the title of an annex"),
        pytest.param(("~", "联系电话", "~", "上一篇", "~"), id="buttons and labels of a page"),
        pytest.param(("~", "（此件公开发布）", "~"), id="a note in brackets"),
        pytest.param(("~", "会议强调，要加快推进各项重点工作，压实责任，", "~"), id="a broken sentence"),
        pytest.param(
            ("第一条　~", "建设项目", "第一项~", "第二条　~", "前项规定的期限", "~"),
            id="lines within articles",
        ),
        pytest.param(
            (
                "1.将第一条修改为",
                "“~”",
                "2.将第二条修改为",
                "“~”",
                "3.将第三条修改为",
                "“~”",
                "将第一条修改为",
                "~",
            ),
            id="a list with paragraphs between is no contents page",
        ),
        pytest.param(tuple("加快发展" for _ in range(200)), id="every line the same"),
        pytest.param(tuple(f"第{n}类事项的办理" for n in range(200)), id="every line like a heading"),
        pytest.param((*WRAPPED, WRAPPED[1][:24], *WRAPPED[1:]), id="a line of a wrapped text"),
        pytest.param(("~",) * 20, id="no line like a heading"),
        pytest.param(("年度", "金额", "2026", "三百", "2027", "四百"), id="cells, one a line"),
    ],
)
def test_nothing_else_is_taken_for_one(lines: tuple[str, ...]) -> None:
    assert [section.title for section in unnumbered(lay_out(*lines))] == []


def test_a_table_holds_no_heading() -> None:
    text = lay_out(OPENING, "| 事项 | 内容 |", "| --- | --- |", "| 主要任务 | ~ |", "~")
    assert unnumbered(text) == []


def test_a_likely_line_is_a_topic_that_holds_no_section() -> None:
    text = lay_out(OPENING, "坚守底线，从未偏废", "我们坚守底线。~", "一是抓经济。二是抓民生。三是抓安全。")
    (topic,) = unnumbered(text)
    assert (topic.kind, topic.title, topic.sections) == ("topic", "坚守底线，从未偏废", ())


def test_spans_are_those_of_the_text() -> None:
    source = Source(text=SPEECH.replace("\n", "\r\n"))
    sections = list(parse(source).walk())
    assert [source[section.title_span] for section in sections] == ["金融业", "旅游业", "专业服务"]
    assert sections[0].span.end < sections[1].span.start


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "第一章　烟叶、卷烟、雪茄烟和烟丝的\n生产和销售\n第一条　~\n第二条　~", id="a wrapped title"
        ),
        pytest.param("第一条　公式如下：\n税额＝销售额×税率\n第二条　~", id="a formula"),
    ],
)
def test_a_line_above_an_article_that_belongs_to_the_line_above_it(text: str) -> None:
    assert [section.title for section in unnumbered(text.replace("~", BODY))] == []
