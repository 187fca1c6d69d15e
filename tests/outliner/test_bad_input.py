"""Documents that nobody writes by hand: very long, very deep, numbered backwards, all headings or none."""

import pytest

from policytext.model.document import Document, Section, Source
from policytext.outliner import parse
from policytext.text.numerals import format_chinese

SENTENCE = "各级人民政府应当按照职责分工，做好数据共享和业务协同工作，并及时公开办理结果。"


def read(text: str) -> Document:
    return parse(Source(text=text))


def walk(text: str) -> list[Section]:
    return list(read(text).walk())


def write_book(articles: int) -> str:
    return "临河市数据条例\n" + "".join(f"第{n}条　{SENTENCE}\n" for n in range(1, articles + 1))


def test_a_book_of_thousands_of_articles() -> None:
    found = [section for section in walk(write_book(3_000)) if section.kind == "article"]
    assert [section.ordinal for section in found] == list(range(1, 3_001))


def test_articles_in_chinese_numerals_up_to_9999() -> None:
    text = "临河市数据条例\n" + "".join(f"第{format_chinese(n)}条　甲方应当公开。\n" for n in range(1, 2_501))
    assert [section.ordinal for section in walk(text) if section.kind == "article"] == list(range(1, 2_501))


def test_a_hundred_levels() -> None:
    text = "# 方案\n" + "".join(f"{'.'.join(['1'] * min(n, 5))} 标题{n}\n" for n in range(1, 101))
    assert max((section.level for section in walk(text)), default=0) < 12
    nested = (
        "".join(
            f"{mark}\n"
            for mark in (
                "第一编 甲",
                "第一章 乙",
                "第一节 丙",
                "第一条 丁",
                "一、戊",
                "（一）己",
                "1.庚",
                "（1）辛",
                "①壬",
            )
        )
        * 12
    )
    levels = [section.level for section in walk(nested)]
    assert max(levels, default=0) < 15


def test_headings_at_a_hundred_indents_are_siblings() -> None:
    text = "".join(f"{'　' * n}{format_chinese(n + 1)}、任务{n + 1}\n" for n in range(99))
    found = walk(text)
    assert [section.ordinal for section in found] == list(range(1, 100))
    assert {section.level for section in found} == {1}


def test_articles_that_are_numbered_backwards_stay_in_reading_order() -> None:
    text = "临河市数据条例\n" + "".join(f"第{format_chinese(n)}条　{SENTENCE}\n" for n in range(60, 0, -1))
    ordinals = [section.ordinal for section in walk(text) if section.kind == "article"]
    assert ordinals == list(range(60, 0, -1))


def test_a_text_whose_every_line_is_a_heading() -> None:
    found = walk("".join(f"{format_chinese(n)}、完善第{n}类服务的办理机制\n" for n in range(1, 100)))
    assert [section.ordinal for section in found] == list(range(1, 100))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param((SENTENCE + "\n") * 200, id="paragraphs"),
        pytest.param("数据共享业务协同\n" * 500, id="the same short line"),
        pytest.param("\n" * 2_000, id="blank lines"),
        pytest.param(SENTENCE * 200, id="one line"),
        pytest.param("　" * 5_000, id="spaces"),
    ],
)
def test_a_text_without_headings_has_no_sections(text: str) -> None:
    assert [section for section in walk(text) if section.kind != "title"] == []


def test_a_contents_page_of_hundreds_of_lines_before_the_body() -> None:
    names = [f"完善第{n}类服务的办理机制" for n in range(1, 251)]
    contents = "".join(f"第{n}章　{name}{'…' * 6}{n}\n" for n, name in enumerate(names, 1))
    body = "".join(f"第{n}章　{name}\n{SENTENCE}\n" for n, name in enumerate(names, 1))
    text = f"临河市数据条例\n目　录\n{contents}\n{body}"
    found = [section for section in walk(text) if section.kind == "heading"]
    assert [section.ordinal for section in found] == list(range(1, 251))
    assert min(section.span.start for section in found) >= text.index(body)
