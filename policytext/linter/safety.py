"""Which fixes are safe: those that change no word, and those of rules that were measured.

A rule only claims that its fixes are safe. The claim holds where an edit changes nothing but the form of characters: their
width, their code, a kind of bracket or quotation mark, a mark typed twice, the mark of an enumerator (1、), invisible
characters and spaces beside Chinese characters. Any other edit is safe only if its rule was right in `LEAST_PRECISION` of
at least `LEAST_PLACES` places in clean text of the region of the document; `rules/judged.tsv` has these counts, and none is
in `MEASURED` so far.

>>> from policytext.model.document import Span
>>> edits = [Edit(Span(2, 3), "，"), Edit(Span(0, 2), "账户")]
>>> [changes_only_form(edit, "帐户,余额") for edit in edits]
[True, False]
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from policytext.model.annotations import Edit, Finding
from policytext.model.document import Profile
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.shadow import normalize_character

LEAST_PRECISION, LEAST_PLACES = 0.999, 1_000
#: The rules whose fixes were measured, each with the profiles of the texts.
MEASURED: dict[str, tuple[Profile, ...]] = {}

# Marks of one kind in different forms. Brackets stay brackets, but 《》 and 〈〉 do not become others.
_KINDS = {
    **dict.fromkeys("([{【〔〖", "("),
    **dict.fromkeys(")]}】〕〗", ")"),
    **dict.fromkeys('"“”„‟「」', '"'),
    **dict.fromkeys("'‘’‚‛『』", "'"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\x00", ""),
}
_REPEATED = LazyPattern(r"([。，、；：？！,.;:?!])\1+")
_WIDEST_INDENT = 40
_ENUMERATOR_MARKS = ("、", ".", "．")
_ENUMERATOR = LazyPattern(r"\s*\d{1,3}")
_SPACE = LazyPattern(r"\s+")
_JOINABLE = LazyPattern("[0-9A-Za-z]")


def limit_safety(findings: Iterable[Finding], text: str, profile: str) -> Iterator[Finding]:
    """Yield the findings; a fix that changes more than forms and was not measured is unsafe.

    Args:
        findings: the findings, with the safety that their rules claim.
        text: the text.
        profile: the standards that it follows.
    """
    for finding in findings:
        fix = finding.fix
        if (
            fix is None
            or fix.safety != "safe"
            or profile in MEASURED.get(finding.rule, ())
            or all(changes_only_form(edit, text) for edit in fix.edits)
        ):
            yield finding
        else:
            yield finding._replace(fix=fix._replace(safety="unsafe"))


def changes_only_form(edit: Edit, text: str) -> bool:
    """Return whether an edit leaves every word as it is."""
    start, end = edit.span
    old, new = text[start:end], edit.text
    if _reduce(old) != _reduce(new):
        # The mark of 1、 at the start of a line is a matter of form; 1.5 is a number.
        line = text[max(start - _WIDEST_INDENT, 0) : start].rsplit("\n", 1)[-1]
        marks = old in _ENUMERATOR_MARKS and new in _ENUMERATOR_MARKS
        return marks and bool(_ENUMERATOR.fullmatch(line)) and not text[end : end + 1].isdecimal()
    # Spaces separate words and numbers of Latin letters and digits, so only Chinese text may lose or gain them.
    before, after = text[start - 1 : start], text[end : end + 1]
    return _count_separators(before + old + after) == _count_separators(before + new + after)


@lru_cache(maxsize=1024)
def _reduce(text: str) -> str:
    """Return a text with one form for each character, without spaces and invisible characters."""
    plain = "".join([_KINDS.get(sign, sign) for sign in map(normalize_character, text)])
    return _REPEATED.sub(r"\1", _SPACE.sub("", plain))


@lru_cache(maxsize=1024)
def _count_separators(text: str) -> int:
    """Count the spaces between two Latin letters or digits."""
    plain = "".join(map(normalize_character, text))
    return sum(
        1
        for space in _SPACE.finditer(plain)
        if _JOINABLE.match(plain[: space.start()][-1:]) and _JOINABLE.match(plain, space.end())
    )
