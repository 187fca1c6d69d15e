"""The properties of every outline: spans quote the text, sections nest, addresses are unique."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext.model.document import Document, Section, Source
from policytext.outliner import parse

PIECES = st.sampled_from(
    [
        "第一章 总则", "第二条 ", "第三条第二款", "第壹,", "一、", "二、", "（一）", "(2)", "1.", "2.", "（1）", "①", "甲、", "壹、",
        "——", "附件1", "专栏2 ", "目 录", "一是", "二是", "首先，", "其次，", "最后，", "第一，", "第二，", "1.1 ", "2 ", "Ⅱ.", "A.",
        "⒈", "⒉", "⑴", "⑵", "㈠", "㈡", "②、", "㉑", "（甲）", "（a）", "b.", "一)", "3）", "１．", "（１）", "第１条", "第十一條之一", "【一】", "〔二〕", "第 三 章",
        "卅、", "〇、", "ⅰ.", "（㈠）", "第壹章", "第一编", "一是", "1.1.1.1.1", "附：", "----", "•", "**二、**", "> （三）",
        "总体要求", "加快数据共享", "《规划》", "“共享”", "国办发〔2030〕8号", "2030年3月5日", "关于印发规划的通知",
        "。", "；", "：", "，", "\n", "\r\n", "\r", "\u3000\u3000", " ", "\t", "|", "????", "## ", "\x00", "\u2028", "𠮷",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60)


def check_properties(document: Document) -> None:
    text = document.source.text
    seen: set[str] = set()
    starts: list[int] = []
    for section in document.walk():
        start, end = section.span
        assert 0 <= start <= end <= len(text)
        assert text[start : start + len(section.marker)] == section.marker
        assert document.source[section.title_span] == section.title
        assert start <= section.title_span.start <= section.title_span.end
        assert section.address not in seen
        seen.add(section.address)
        starts.append(start)
        check_nesting(section)
    assert starts == sorted(starts)
    for above, below in zip(document.sections, document.sections[1:], strict=False):
        assert above.span.end <= below.span.start


def check_nesting(section: Section) -> None:
    for above, below in zip(section.sections, section.sections[1:], strict=False):
        assert above.span.end <= below.span.start
    for below in section.sections:
        assert section.span.start <= below.span.start
        assert below.span.end <= section.span.end
        assert below.level == section.level + 1


@given(TEXTS)
def test_any_text(text: str) -> None:
    check_properties(parse(Source(text=text)))


@given(TEXTS)
def test_the_same_text_gives_the_same_outline(text: str) -> None:
    assert parse(Source(text=text)) == parse(Source(text=text))


POLICIES = Path(__file__).parents[3] / "shared" / "data" / "policies"


@pytest.mark.skipif(not POLICIES.is_dir(), reason="the folder of official texts is not here")
def test_damaged_official_texts() -> None:
    """Official documents are damaged at random: parts deleted, doubled, moved and overwritten."""
    random = Random(7)
    for path in sorted(POLICIES.glob("*/*.txt"))[::9]:
        text = path.read_text(encoding="utf-8")[:20_000]
        for _ in range(3):
            a, b, c = sorted(random.randrange(len(text) + 1) for _ in range(3))
            mutated = random.choice(
                (
                    text[:a] + text[b:],
                    text[:b] + text[a:],
                    text[b:c] + text[:a],
                    text[:a] + text[a:b].replace("\n", "") + text[b:],
                    text[:a] + text[a:b].replace("。", "\n") + text[b:],
                    text[:a]
                    + "".join(random.sample(text[a : a + 200], len(text[a : a + 200])))
                    + text[a + 200 :],
                )
            )
            check_properties(parse(Source(text=mutated)))
