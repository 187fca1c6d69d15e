"""Text, Markdown and the tree: what people see, in pipes and in narrow windows."""

import pytest
from rich.cells import cell_len

from policytext.formats import FileResult, RenderOptions, load_format
from tests.formats.samples import of, plan, section

WINDOW = RenderOptions(command="outline", terminal=True, width=80)


def shown(name: str, *results: FileResult, view: RenderOptions | None = None) -> str:
    return "".join(map(str, load_format(name)(results, view or RenderOptions(command="outline"))))


def test_text_is_one_indented_line_a_section() -> None:
    assert shown("text", plan()) == (
        "关于加快智慧社区建设的意见\n"
        "  一、总体要求\n"
        "    （一）指导思想\n"
        "    （二）基本原则\n"
        "      一是统筹推进\n"
        "      二是试点先行\n"
        "  二、重点任务\n"
        "    第一条\n"
    )


def test_text_with_line_numbers() -> None:
    lines = shown("text", plan(), view=RenderOptions(command="outline", line_numbers=True)).splitlines()
    assert lines[0] == "1:关于加快智慧社区建设的意见"
    assert lines[-1] == "6:    第一条"


def test_text_of_several_files_names_each() -> None:
    a, b = of("一、甲", section("一、甲", "一、甲", 2)), of("", path="空.txt")
    view = RenderOptions(command="outline", several=True)
    assert shown("text", a, b, view=view) == "==> a.txt <==\n一、甲\n\n==> 空.txt <==\n"


@pytest.mark.parametrize(
    ("written", "line"),
    [
        pytest.param("关于加快\n　　发展的意见", "关于加快发展的意见", id="a title over two lines"),
        pytest.param(
            "Internet Plus\n行动", "Internet Plus 行动", id="a break beside a Latin word is a space"
        ),
        pytest.param("安全\x1b[31m红\x07", "安全␛[31m红␇", id="escape sequences do nothing"),
        pytest.param("右\u202e左", "右\ufffd左", id="direction overrides do nothing"),
        pytest.param("总\u2028则", "总\ufffd则", id="U+2028 ends no line"),
    ],
)
def test_a_section_is_always_one_harmless_line(written: str, line: str) -> None:
    result = of(written, section(written, written, 0))
    assert shown("text", result) == f"{line}\n"
    assert shown("tree", result, view=WINDOW) == f"└─ {line}\n"


@pytest.mark.parametrize(
    ("marker", "title", "item"),
    [
        pytest.param("一、", "总体要求", "- 一、总体要求", id="nothing to escape"),
        pytest.param("", "*一网*[通]办_<b>", r"- \*一网\*\[通\]办\_\<b\>", id="markup is shown, not obeyed"),
        pytest.param("1.", "总则", r"- 1\. 总则", id="a number would open a list of its own"),
        pytest.param("1)", "总则", r"- 1\) 总则", id="so would 1)"),
        pytest.param("-", "总则", r"- \- 总则", id="and a dash"),
        pytest.param("", "# 总则", r"- \# 总则", id="and a hash a heading"),
        pytest.param("", "R&amp;D", r"- R\&amp;D", id="an entity"),
    ],
)
def test_markdown_shows_titles_as_they_are(marker: str, title: str, item: str) -> None:
    text = marker + title
    assert shown("markdown", of(text, section(text, text, len(marker)))) == f"{item}\n"


def test_markdown_is_a_nested_list() -> None:
    assert shown("markdown", plan()).splitlines()[:3] == [
        "- 关于加快智慧社区建设的意见",
        "  - 一、总体要求",
        "    - （一）指导思想",
    ]


def test_tree_at_a_terminal() -> None:
    assert shown("tree", plan(), view=WINDOW) == (
        "关于加快智慧社区建设的意见\n"
        "示政发〔2024〕3号  示例市人民政府  2024-05-06\n"
        "├─ 一、总体要求\n"
        "│  ├─ （一）指导思想\n"
        "│  └─ （二）基本原则\n"
        "│     ├─ 一是统筹推进\n"
        "│     └─ 二是试点先行\n"
        "└─ 二、重点任务\n"
        "   └─ 第一条 本意见所称智慧社区，是指应用新一代信息技术的居民社区。\n"
    )


def test_tree_in_a_narrow_window_folds_titles_below_themselves_and_cuts_only_bodies() -> None:
    view = RenderOptions(command="outline", terminal=True, width=24)
    assert shown("tree", plan(), view=view) == (
        "关于加快智慧社区建设的意\n"
        "见\n"
        "示政发〔2024〕3号  示例\n"
        "市人民政府  2024-05-06\n"
        "├─ 一、总体要求\n"
        "│  ├─ （一）指导思想\n"
        "│  └─ （二）基本原则\n"
        "│     ├─ 一是统筹推进\n"
        "│     └─ 二是试点先行\n"
        "└─ 二、重点任务\n"
        "   └─ 第一条 本意见所称…\n"
    )


@pytest.mark.parametrize("width", [10, 24, 40, 80, 120])
def test_tree_never_runs_over_the_edge_nor_loses_a_character(width: int) -> None:
    title = "推进“互联网+政务服务”与Interoperability（含《示范办法》）协同，形成可复制、可推广的经验做法" * 3
    text = f"（一）{title}"
    written = shown(
        "tree", of(text, section(text, text, 3)), view=RenderOptions(command="outline", width=width)
    )
    rows = written.splitlines()
    assert all(cell_len(row) <= max(width, 9 + 10) for row in rows)
    assert "".join(rows).replace(" ", "").removeprefix("└─（一）") == title


def test_tree_aligns_markers_of_one_list() -> None:
    text = "九、甲\n十、乙\n十一、丙"
    made = [section(text, found, len(found) - 1) for found in text.split("\n")]
    assert shown("tree", of(text, *made)) == "├─ 九、  甲\n├─ 十、  乙\n└─ 十一、丙\n"


def test_tree_with_line_numbers_right_aligned() -> None:
    text = "一、甲\n" + "正文。\n" * 9 + "二、乙"
    made = [section(text, "一、甲", 2), section(text, "二、乙", 2)]
    view = RenderOptions(command="outline", line_numbers=True)
    assert shown("tree", of(text, *made), view=view) == " 1 ├─ 一、甲\n11 └─ 二、乙\n"


@pytest.mark.parametrize("title", ["[bold]粗[/bold]", ":smile:", "见附件[/1]", "[link=http://a]"])
def test_tree_takes_no_text_for_markup(title: str) -> None:
    assert shown("tree", of(title, section(title, title, 0)), view=WINDOW) == f"└─ {title}\n"


def test_tree_without_sections_says_so() -> None:
    assert shown("tree", of("只有正文。")) == "（没有标题）\n"
    assert (
        shown("tree", of("只有正文。"), view=RenderOptions(command="outline", lang="en")) == "(no sections)\n"
    )


def test_tree_is_coloured_only_where_colour_is_wanted() -> None:
    assert "\x1b" not in shown("tree", plan(), view=WINDOW)
    colored = shown(
        "tree", plan(), view=RenderOptions(command="outline", terminal=True, width=80, color=True)
    )
    assert "\x1b[1;36m一、" in colored
    # Bright colours and black or white vanish on one of the two backgrounds.
    assert not any(f"\x1b[{code}m" in colored for code in (30, 33, 37, 90, 93, 97))
