"""The type of a file is detected from its bytes, in linear time for any bytes."""

import pytest

from policytext.readers.detect_type import detect_medium
from policytext.readers.html_elements import tokenize
from policytext.readers.pdf_pages import PrintedPage, join_pages
from policytext.readers.pdf_printed_lines import PrintedLine

PAGE = b"<html><body><p>a</p></body></html>"


@pytest.mark.parametrize(
    ("data", "medium"),
    [
        pytest.param(b"<!DOCTYPE html><p>", "html", id="a-declaration"),
        pytest.param(b"\xef\xbb\xbf \r\n<BODY>", "html", id="a-byte-order-mark-and-white-space"),
        pytest.param(b'<?xml version="1.0"?>\n<!-- a --> <!-- b -->\n' + PAGE, "html", id="comments-and-an-xml-declaration"),
        pytest.param(b"<!-- a -->" + b'<?xml version="1.0"?>' + PAGE, "html", id="a-declaration-behind-a-comment"),
        pytest.param(b"<!-- " + b"licence " * 1_000 + b"-->" + PAGE, "html", id="a-long-comment"),
        pytest.param(b"<!-- a > b -- c -->" + PAGE, "html", id="signs-inside-a-comment"),
        pytest.param(b"<!-- draft -->\n# a heading\n", None, id="markdown-below-a-comment"),
        pytest.param(b"<!-- " + PAGE, None, id="a-page-inside-a-comment-that-never-ends"),
        pytest.param(b"<headline>", None, id="another-element"),
        pytest.param(b'<?xml version="1.0"?><root/>', None, id="xml-of-another-kind"),
        pytest.param(b"", None, id="an-empty-file"),
    ],
)  # fmt: skip
def test_pages_are_recognised_by_how_they_begin(data: bytes, medium: str | None) -> None:
    assert detect_medium(data, "a.txt") == medium


# A pattern that tries every way to divide these would not return within the lifetime of the test.
MANY = 100_000


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("<!---->", id="comments"),
        pytest.param("<!----> \n\t ", id="comments-and-white-space"),
        pytest.param("<!--", id="comments-that-never-end"),
        pytest.param("<!-- -> -- >", id="comments-that-nearly-end"),
        pytest.param("<?xml version='1.0'?>", id="xml-declarations"),
        pytest.param("<?xml", id="xml-declarations-that-never-end"),
        pytest.param("<?xml ?><!---->", id="declarations-and-comments-in-turn"),
        pytest.param("<!DOCTYPE ", id="document-types"),
        pytest.param("<!DOCTYPE\n\n\n", id="document-types-and-white-space"),
        pytest.param(" \n", id="white-space"),
        pytest.param("<html", id="elements-that-never-end"),
    ],
)
def test_endless_openings_end(unit: str) -> None:
    detect_medium((unit * MANY).encode(), "a.txt")
    detect_medium((unit * MANY + "x").encode(), "a.html")
    assert list(tokenize(unit * 1_000 + "x")) is not None


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("1" + " " * MANY + "x", id="a-number-and-spaces"),
        pytest.param("." * MANY + "1" + " " * MANY + "/" + " " * MANY + "x", id="leader-dots-and-spaces"),
        pytest.param("第" + " " * MANY + "1" + " " * MANY + "页" + " " * MANY + "共", id="a-foot-that-never-ends"),
    ],
)  # fmt: skip
def test_long_lines_in_the_margin_end(words: str) -> None:
    line = PrintedLine(words, 90, 500, 800, 10, 1)
    assert [made.text for made in join_pages([PrintedPage(1, 842, [line])])] == [words]
