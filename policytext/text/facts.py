"""Facts that a text can contradict: repealed laws, abolished bodies, standing expressions, places and their provinces.

The tables are in ``rules/facts``. Each fact has the day from which it holds, and is checked against the date of the
document: a text of 2019 may cite the Contract Law, one of 2022 may not.

>>> [fact.now for fact in load_facts("laws") if fact.name == "合同法"]
['民法典']
>>> load_places()["寿光市"]
'山东省'
"""

import os
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from policytext.model.document import Document
from policytext.text.builtin_rules import find_builtin_folder
from policytext.text.lazy_patterns import LazyPattern


class Fact(NamedTuple):
    """A name that is wrong in the documents of some time.

    Args:
        name: the name as texts write it.
        since: the day from which it is wrong, in ISO 8601; empty if it always is.
        until: the first day on which it is right again; empty if there is none.
        now: the right name; empty if nothing replaces it.
        source: what says so.
    """

    name: str
    since: str
    until: str
    now: str
    source: str

    def holds_on(self, day: str | None) -> bool:
        """Return whether the name is wrong in a document of a day; False if that is unknown but decides."""
        if day is None:
            return not self.since and not self.until
        return self.since <= day and (not self.until or day < self.until)


def _read_rows(name: str) -> list[list[str]]:
    """Return the rows of a table without its comments and its header."""
    folder = find_builtin_folder()
    path = os.path.join(folder or "", "facts", f"{name}.tsv")
    if folder is None or not os.path.isfile(path):
        return []
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if not line.startswith("#")]
    return [line.split("\t") for line in lines[1:] if line]


@cache
def load_facts(name: str) -> tuple[Fact, ...]:
    """Load a table of facts: laws, bodies or expressions."""
    return tuple([Fact(*row) for row in _read_rows(name)])


@cache
def index_facts(name: str) -> dict[str, Fact]:
    """Return the facts of a table by their names."""
    return {fact.name: fact for fact in load_facts(name)}


@cache
def _build_search(name: str) -> LazyPattern:
    """Return what finds the names of a table in one pass, the longer of two names first."""
    return LazyPattern("|".join(map(re.escape, sorted(index_facts(name), key=len, reverse=True))))


def find_facts(text: str, name: str) -> Iterator[tuple[Fact, int]]:
    """Yield each occurrence of a name of a table in a text, with its position.

    >>> [(fact.now, position) for fact, position in find_facts("原国家环保总局", "bodies")]
    [('生态环境部', 1)]
    """
    facts = index_facts(name)
    if facts:
        for match in _build_search(name).finditer(text):
            yield facts[match.group()], match.start()


@cache
def load_places() -> dict[str, str]:
    """Load the province of each city, county and district whose name only one province has."""
    return {place: province for province, places in _read_rows("places") for place in places.split(" ")}


def get_day(document: Document) -> str | None:
    """Return the first day on which a document can have been written; None if that is unknown."""
    day = document.date or (str(document.frame.year) if document.frame.year else None)
    if day is None:
        return None
    return day + "0000-01-01"[len(day) :]


def add_years(day: str, years: int) -> str:
    """Return a day some years later.

    >>> add_years("2018-03-17", 1)
    '2019-03-17'
    """
    return f"{int(day[:4]) + years:04}{day[4:]}"
