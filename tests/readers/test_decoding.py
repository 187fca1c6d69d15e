"""Decoding: the right encoding is detected, or one line names the problem."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext.errors import PolicytextError
from policytext.readers import decode

SIMPLIFIED = "各级人民政府应当加强数据资源管理，推进公共服务标准化。"
TRADITIONAL = "各級人民政府應當加強資料管理，推動公共服務標準化。"


@pytest.mark.parametrize(
    ("text", "written", "encoding"),
    [
        pytest.param(SIMPLIFIED, "utf-8", "utf-8", id="utf-8"),
        pytest.param(SIMPLIFIED, "gb18030", "gb18030", id="gb18030"),
        pytest.param(SIMPLIFIED, "gb2312", "gb18030", id="gb2312 is a part of gb18030"),
        pytest.param(TRADITIONAL, "big5", "big5hkscs", id="big5 with Hong Kong's characters"),
        pytest.param(SIMPLIFIED, "utf-16-le", "utf-16-le", id="utf-16 without a mark, little-endian"),
        pytest.param(SIMPLIFIED, "utf-16-be", "utf-16-be", id="utf-16 without a mark, big-endian"),
        pytest.param("plain ASCII", "ascii", "utf-8", id="ASCII is UTF-8"),
        pytest.param("总则附则办法规定"[:8], "gb18030", "gb18030", id="eight characters of gb18030"),
        pytest.param("總則附則辦法規定"[:8], "big5", "big5hkscs", id="eight characters of big5"),
        pytest.param("", "utf-8", "utf-8", id="an empty file"),
        pytest.param("┌──┬──┐\n│序號│項目│\n└──┴──┘", "big5", "big5hkscs", id="a table drawn with lines"),
        pytest.param(
            "list of plans\n" * 3_000 + SIMPLIFIED + "list of plans\n" * 6_000,
            "gb18030",
            "gb18030",
            id="Chinese far inside ASCII, outside the other samples",
        ),
        pytest.param("前言\x00后文，继续推进各项工作", "utf-8", "utf-8", id="a stray NUL in a text"),
    ],
)
def test_detected(text: str, written: str, encoding: str) -> None:
    source = decode(text.encode(written), path="a.txt")
    assert (source.text, source.encoding, source.encoding_origin, source.bom) == (
        text,
        encoding,
        "detected",
        False,
    )


@pytest.mark.parametrize("written", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_names_the_encoding_and_is_removed(written: str) -> None:
    source = decode(SIMPLIFIED.encode(written))
    assert (source.text, source.encoding_origin, source.bom) == (SIMPLIFIED, "bom", True)


def test_line_ends_are_kept() -> None:
    assert decode("一\r\n二\r三\n四\u2028五".encode()).text == "一\r\n二\r三\n四\u2028五"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("gbk", "gb18030"),
        ("GB2312", "gb18030"),
        ("utf-16-le", "utf-16-le"),
        ("utf-8-sig", "utf-8"),
        ("Big5", "big5"),
    ],
)
def test_the_option_overrides_detection(name: str, written: str) -> None:
    text = TRADITIONAL if written == "big5" else SIMPLIFIED
    source = decode(text.encode(written), encoding=name)
    assert (source.text, source.encoding_origin) == (text, "option")


@pytest.mark.parametrize(
    ("data", "encoding", "chinese"),
    [
        pytest.param(
            f"{SIMPLIFIED}\n{SIMPLIFIED}".encode()[:-20] + b"\xff" + SIMPLIFIED.encode(),
            None,
            "a.txt:2: 第 143 个字节不是有效的 utf-8 文本（用 --encoding 指定编码，如 gb18030、big5；或用 --errors replace 替换后读取）",
            id="broken UTF-8 is not read as something else",
        ),
        pytest.param(
            bytes(range(256)) * 8, None, "a.txt: 是二进制文件，不是文本（请另存为纯文本）", id="binary"
        ),
        pytest.param(
            b"%PDF-1.7\n1 0 obj",
            None,
            "a.txt: 是 PDF，此处需要纯文本",
            id="a PDF",
        ),
        pytest.param(
            b"PK\x03\x04" + b"\x00" * 26 + b"word/document.xml",
            None,
            "a.txt: 是 Word 文档，此处需要纯文本（请另存为 .txt）",
            id="a Word document",
        ),
        pytest.param(
            b"abc",
            "utf-9",
            "没有 utf-9 这种编码，是不是 utf-8？（如 utf-8、gb18030、big5、utf-16）",
            id="an encoding that does not exist",
        ),
        pytest.param(
            b"abc",
            "undefined",
            "a.txt: 不是有效的 undefined 文本（用 --encoding 指定编码，如 gb18030、big5）",
            id="a codec that always fails",
        ),
        pytest.param(
            "一行\n".encode() + b"\xff\xff",
            "utf-8",
            "a.txt:2: 第 8 个字节不是有效的 utf-8 文本（用 --encoding 指定编码，如 gb18030、big5；或用 --errors replace 替换后读取）",
            id="bytes that are not valid in the given encoding",
        ),
    ],
)
def test_an_error_is_one_line(data: bytes, encoding: str | None, chinese: str) -> None:
    with pytest.raises(PolicytextError) as caught:
        decode(data, path="a.txt", encoding=encoding)
    assert caught.value.render("zh") == chinese
    assert "\n" not in caught.value.render("en")


@given(st.binary(max_size=200) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "ignore")))
def test_any_bytes_are_text_or_an_error(data: bytes) -> None:
    try:
        message = decode(data, path="a.txt").text
        message.encode("utf-8")
    except PolicytextError as fault:
        message = fault.render("zh") + fault.render("en")
        message = "" if "\n" not in message else "more than one line"
    assert message != "more than one line"


@given(st.lists(st.sampled_from(SIMPLIFIED[:-1]), min_size=8, max_size=40).map("".join))
def test_shuffled_simplified_text_is_decoded(text: str) -> None:
    for encoding in ("utf-8", "gb18030", "utf-16-le"):
        assert decode(text.encode(encoding)).text == text
