"""Reading web pages: the visible text in the order and with the numbers of a browser."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext.cli.app import run
from policytext.errors import ReadError
from policytext.model.read_options import ReadOptions
from policytext.readers import read
from policytext.readers.html import extract
from policytext.readers.html_lines import read_page

LONG = "各区人民政府应当完善社区服务设施，为居民就近办事提供方便，并定期公布办理情况。" * 3


def texts(body: str) -> list[str]:
    return [line.text for line in read_page(f"<html><body>{body}</body></html>").lines]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param("<p>一、<b>总体</b>要求</p><p>推进</p>", ["一、总体要求", "推进"], id="inline-joined"),
        pytest.param("<div>推进\n   建设</div>", ["推进建设"], id="white-space-collapsed"),
        pytest.param("<p>　　推进&nbsp;</p>", ["推进"], id="indents-stripped"),
        pytest.param("一<br>二<br/>三", ["一", "二", "三"], id="breaks"),
        pytest.param("<pre>一\n  二\n</pre>", ["一", "二"], id="preformatted"),
        pytest.param("<p>一<p>二", ["一", "二"], id="unclosed-paragraphs"),
        pytest.param("&#19968;&lt;5%&hellip;", ["一<5%…"], id="references"),
        pytest.param("<script>一</script><style>二</style><p>三", ["三"], id="scripts-and-styles"),
        pytest.param("<p hidden>一</p><p style='display: none'>二</p><p>三</p>", ["三"], id="hidden"),
        pytest.param("<p>达<ruby>成<rt>chéng</rt></ruby></p>", ["达成"], id="pinyin-above"),
        pytest.param("<p>1 < 2 且 a<b</p>", ["1 < 2 且 a"], id="stray-signs"),
        pytest.param("<!-- <p>一</p> --><![endif]-->二", ["二"], id="comments-of-word"),
    ],
)
def test_the_visible_text_is_read(body: str, lines: list[str]) -> None:
    assert texts(body) == lines


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"], id="decimal"),
        pytest.param(
            "<ol type=A start=3><li>甲</li><li>乙</li></ol>", ["C. 甲", "D. 乙"], id="letters-from-c"
        ),
        pytest.param(
            "<ol type=i><li>甲<li value=4>乙<li>丙</ol>",
            ["i. 甲", "iv. 乙", "v. 丙"],
            id="roman-with-a-value",
        ),
        pytest.param(
            "<ol style='list-style-type:cjk-ideographic'><li>甲<li>乙</ol>",
            ["一、甲", "二、乙"],
            id="chinese",
        ),
        pytest.param("<ol style='list-style:none'><li>甲</ol>", ["甲"], id="no-numbers"),
        pytest.param("<ul><li>甲<li>乙</ul>", ["甲", "乙"], id="bullets-have-none"),
        pytest.param("<ol><li>甲<ol><li>子</ol><li>乙</ol>", ["1. 甲", "1. 子", "2. 乙"], id="nested"),
        pytest.param("<ol><li>甲<ul><li>子</ul><li>乙</ol>", ["1. 甲", "子", "2. 乙"], id="bullets-inside"),
        pytest.param("<ol><li><p>甲</p><p>续</p></ol>", ["1. 甲", "续"], id="two-paragraphs"),
        pytest.param("<ol><li></li><li>乙</ol>", ["2. 乙"], id="an-empty-item-counts"),
    ],
)
def test_lists_have_their_numbers(body: str, lines: list[str]) -> None:
    assert texts(body) == lines


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param("<table><tr><th>指标<th>2030年<tr><td>入户率<td>60%</table>", ["指标 | 2030年", "入户率 | 60%"], id="rows"),
        pytest.param("<table><tr><td><p>甲</p><p>乙</p><td>1</table>", ["甲 乙 | 1"], id="paragraphs-in-a-cell"),
        pytest.param(f"<table><tr><td>导航<td><p>{LONG}<p>{LONG}<p>{LONG}</table>", ["导航", *[LONG] * 3], id="a-page-laid-out"),
        pytest.param("<table><tr><td>甲<td><table><tr><td>1<td>2</table></table>", ["甲 | 1 | 2"], id="nested"),
        pytest.param("<tr><td>甲</td><td>乙</td>", ["甲 | 乙"], id="unclosed"),
    ],
)  # fmt: skip
def test_tables_are_rows(body: str, lines: list[str]) -> None:
    assert texts(body) == lines


PAGE = (
    '<html><head><meta charset="utf-8"><title>网站</title></head><body><div class="nav">首页 政策</div>'
    f'<div id="main"><h1>临河市社区服务办法</h1><p>{LONG}</p><p>第一条 {LONG}</p></div>'
    '<div class="share-box">分享到</div><footer>主办：临河市</footer></body></html>'
)


def test_furniture_is_left_out_and_counted() -> None:
    source = extract(PAGE.encode(), path="a.html")
    assert source.text.splitlines() == ["临河市社区服务办法", LONG, f"第一条 {LONG}"]
    assert source.dropped == 3
    raw = extract(PAGE.encode(), path="a.html", options=ReadOptions(raw=True))
    assert raw.text.splitlines() == [
        "首页 政策",
        "临河市社区服务办法",
        LONG,
        f"第一条 {LONG}",
        "分享到",
        "主办：临河市",
    ]
    assert raw.dropped == 0


def test_places_are_elements() -> None:
    source = extract(PAGE.encode(), path="a.html")
    assert [source.location(start) for start in source.line_starts[:3]] == [
        "html/body/div[2]/h1",
        "html/body/div[2]/p",
        "html/body/div[2]/p[2]",
    ]


def test_a_page_that_is_all_furniture_is_kept() -> None:
    page = f'<html><body><div class="nav"><p>{LONG}</p></div></body></html>'
    assert extract(page.encode(), path="a.html").text == f"{LONG}\n"


@pytest.mark.parametrize(
    ("declared", "codec", "encoding"),
    [
        pytest.param("gb2312", "gb18030", "gb18030", id="gb2312-is-read-as-gb18030"),
        pytest.param("big5", "big5", "big5hkscs", id="big5"),
        pytest.param("utf-8", "gb18030", "gb18030", id="a-wrong-declaration"),
        pytest.param("no-such", "utf-8", "utf-8", id="an-unknown-encoding"),
        pytest.param("utf-8", "utf-8-sig", "utf-8", id="a-byte-order-mark"),
    ],
)
def test_encodings(declared: str, codec: str, encoding: str) -> None:
    body = "臺北市政府應當完善社區服務設施" if codec == "big5" else LONG
    data = f'<html><head><meta charset="{declared}"></head><body><p>{body}</p></body></html>'.encode(codec)
    source = extract(data, path="a.html")
    assert (source.text, source.encoding) == (f"{body}\n", encoding)


def test_pages_are_recognised_by_their_content(tmp_path: Path) -> None:
    for name, page in (
        ("a.txt", "<!DOCTYPE html>\n<p>一"),
        ("b.html", "<p>一</p>"),
        ("c.txt", "<一>不是网页"),
    ):
        (tmp_path / name).write_text(page, encoding="utf-8")
    assert [read(tmp_path / name).medium for name in ("a.txt", "b.html", "c.txt")] == ["html", "html", "text"]


@pytest.mark.parametrize(
    "page", ["<html></html>", "<html><body><script>document.write('一')</script>", "<html><img>"]
)
def test_a_page_without_text_says_so(page: str) -> None:
    with pytest.raises(ReadError) as caught:
        extract(page.encode(), path="a.html")
    assert caught.value.code == "no-text"


def test_a_page_is_only_read(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<html><body><p>实现系统叠代升级。{LONG}</p></body></html>", encoding="utf-8")
    before = path.read_bytes()
    assert run(["lint", str(path), "--fix"]) == 2
    assert path.read_bytes() == before
    assert "只能读取" in capfd.readouterr().err


MARKUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<ol>", "<li>", "</li>", "</ol>", "<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>", "<div class=nav>",
         "</div>", "<br>", "<b>", "</b>", "<!--", "-->", "<", ">", "&amp;", "&#", "<a href='", "'", '"', "</", "<script>", "</script>"]
    ),
    max_size=30,
)  # fmt: skip


@given(MARKUP, st.text(max_size=10))
def test_broken_pages_never_crash(pieces: list[str], text: str) -> None:
    for line in read_page("<html>" + text.join(pieces)).lines:
        assert line.text.strip()
        assert "\n" not in line.text


@given(st.lists(st.sampled_from(["p", "div", "li", "h2", "td", "span"]), min_size=1, max_size=12))
def test_no_text_of_a_simple_page_is_lost(tags: list[str]) -> None:
    page = "".join(f"<{tag}>词{number}尾</{tag}>" for number, tag in enumerate(tags))
    shown = "".join(line.text for line in read_page(page).lines)
    assert all(f"词{number}尾" in shown for number in range(len(tags)))


@given(st.binary(max_size=80))
def test_any_bytes(data: bytes) -> None:
    with suppress(ReadError):
        extract(b"<html>" + data, path="a.html")


def test_spaces_without_end_in_a_declaration() -> None:
    # Three patterns of spaces side by side would divide them in every way.
    for declared in ("charset=" + " " * 8_000, ("charset" + " " * 900) * 8):
        page = f"<html><!-- {declared} --><p>政务服务</p></html>"
        assert extract(page.encode(), path="a.html").text == "政务服务\n"
