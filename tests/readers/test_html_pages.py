"""Pages of government sites: exactly the article, its tables, and the fields that the page states."""

import sys

import pytest

from policytext.outliner import parse
from policytext.readers.html import extract
from tests.readers import pages

EVERY_PAGE = pytest.mark.parametrize("page", [pytest.param(page, id=name) for name, page in pages.PAGES.items()])
SELECTION = pytest.mark.parametrize("library", [True, False], ids=["trafilatura", "no-trafilatura"])


@EVERY_PAGE
@SELECTION
def test_the_text_is_the_article(page: pages.Page, library: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not library:
        monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert extract(page.markup.encode(), path="a.html").text.splitlines() == page.lines


@EVERY_PAGE
def test_the_page_states_fields(page: pages.Page) -> None:
    assert tuple(extract(page.markup.encode(), path="a.html").stated) == page.stated
