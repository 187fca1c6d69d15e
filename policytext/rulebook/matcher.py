"""Match rules against a text: one pass for all literals, and regular expressions only near their literals.

Of overlapping hits of one rule the leftmost, longest one counts; hits of different rules may overlap. The text is
matched in blocks, and a pattern never leaves its sentence, so memory and time are bounded.

>>> from policytext.rulebook.compiler import EXAMPLE_PACK, compile_pack
>>> from policytext.rulebook.rulebook import Rulebook
>>> from policytext.rulebook.serialization import serialize_rules
>>> book = Rulebook(serialize_rules(compile_pack(EXAMPLE_PACK, "my.yaml").rules))
>>> [(hit.rule, hit.span, hit.fix) for hit in match(book, Subject("加强帐户管理。", "加强帐户管理。"))]
[('typo/account', Span(start=2, end=4), '账户')]
"""

from collections.abc import Callable, Collection, Iterator, Sequence

from policytext.model.document import Span
from policytext.model.records import NamedTuple
from policytext.rulebook.blocks import Block, split_blocks
from policytext.rulebook.conditions import Conditions
from policytext.rulebook.rule_types import Hit, LintRule, Pattern
from policytext.rulebook.rulebook import Rulebook, RuleSelection
from policytext.rulebook.templates import fill_template
from policytext.rulebook.word_boundaries import LONGEST, crosses_words
from policytext.rulebook.word_hits import is_at_word

_BLOCK = 100_000
_PEEK = 8
_RawHit = tuple[
    int, int, int, tuple[tuple[str, Span], ...]
]  # start, end with its sign turned, pattern, captures


class Subject(NamedTuple):
    """A text to match.

    Args:
        text: as it was read.
        shadow: the folded text, of the same length.
        sentences: its sentences in order; found by punctuation if None.
        places: the structural places ("heading", "body") of an offset; without it `in:` is not asked.
        regional: whether it follows the standards of Taiwan or Hong Kong.
    """

    text: str
    shadow: str
    sentences: Sequence[Span] | None = None
    places: Callable[[int], Collection[str]] | None = None
    regional: bool = False


def make_subject(text: str) -> Subject:
    """Make a subject of a single text: folded, with its sentences."""
    from policytext.text.sentences import find_sentences
    from policytext.text.shadow import fold

    return Subject(text, fold(text), tuple(sentence.span for sentence in find_sentences(text)))


def match(
    book: Rulebook, subject: Subject, only: Collection[str] | None = None, *, overlapping: bool = False
) -> Iterator[Hit]:
    """Yield the hits of the rules in `only`, or of all enabled rules, block by block.

    With `overlapping` hits of one rule may overlap, for a caller that selects among them.
    """
    selection = book.get_selection(only)
    book.literals.expect(len(subject.text))
    conditions = Conditions(book, subject.shadow, subject.places)
    ends = [0] * len(book)
    owners, of_domain, conditional, edges = book.owners, book.of_domain, book.conditional, book.edges
    at_word = book.at_word
    for block in split_blocks(subject.shadow, subject.sentences, _BLOCK):
        raw_hits = _find_in_block(book, subject, block, selection)
        # At one position the longer hit comes first, so the first of overlapping hits counts.
        raw_hits.sort()
        for start, minus_end, number, captures in raw_hits:
            rule = owners[number]
            if start < ends[rule] and not overlapping:
                continue
            end = -minus_end
            if (
                of_domain[rule]
                and end - start <= LONGEST
                and crosses_words(edges, subject.shadow, start, end)
            ):
                continue
            if conditional[rule] and not conditions.are_met(rule, start, end, block):
                continue
            hit = _make_hit(book, subject, number, Span(start, end), captures)
            if at_word[rule] and not is_at_word(
                hit, book.patterns[number], subject.text, subject.shadow, subject.regional
            ):
                continue
            ends[rule] = end
            yield hit


def _find_in_block(book: Rulebook, subject: Subject, block: Block, selection: RuleSelection) -> list[_RawHit]:
    """Find the raw hits of the patterns in a block, before their conditions are checked."""
    patterns, owners, users, simple = book.patterns, book.owners, book.users, book.simple
    selected = selection.rules
    block_start, size = block.start, block.end - block.start
    # A literal may reach into the next block; it belongs to the one where it starts.
    shadow = subject.shadow[block_start : block.end + book.longest - 1]
    raw_hits: list[_RawHit] = []
    calls: dict[int, list[tuple[int, int]]] = {}
    for literal, start, end in book.literals.find(shadow, selection):
        if start >= size:
            continue
        if simple[literal]:
            for number in users[literal]:
                if selected[owners[number]]:
                    raw_hits.append((start + block_start, -end - block_start, number, ()))
            continue
        for number in users[literal]:
            if not selected[owners[number]]:
                continue
            pattern = patterns[number]
            if pattern.regex:
                calls.setdefault(number, []).append((start + block_start, end + block_start))
            elif not pattern.checks or _passes_checks(pattern, subject.text, start + block_start):
                raw_hits.append((start + block_start, -end - block_start, number, ()))
    for number, places in calls.items():
        promising = _select_promising(book, subject, number, sorted(places))
        raw_hits += _find_regex_hits(
            book, subject, number, _find_windows(promising, patterns[number].width, block)
        )
    for number in book.always:
        if selected[owners[number]]:
            raw_hits += _find_regex_hits(book, subject, number, [(span, span) for span in block.sentences])
    return raw_hits


def _passes_checks(pattern: Pattern, text: str, start: int) -> bool:
    return all(text[start + offset] == character for offset, character in pattern.checks)


def _select_promising(
    book: Rulebook, subject: Subject, number: int, places: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return the literals with a match near them; a search costs less than to find the sentence of each literal."""
    pattern = book.patterns[number]
    search = book.get_regex(pattern.regex).search
    text, width = subject.text if pattern.exact else subject.shadow, pattern.width
    promising: list[tuple[int, int]] = []
    first = 0
    for index, (start, _) in enumerate(places, 1):
        # Literals whose windows overlap are searched together.
        if index == len(places) or places[index][1] - width > start + width:
            if search(text, max(places[first][1] - width, 0), start + width + _PEEK):
                promising += places[first:index]
            first = index
    return promising


def _find_windows(places: list[tuple[int, int]], width: int, block: Block) -> list[tuple[Span, Span]]:
    """Return the windows around the literals at `places` in which a match can lie, each with its sentence."""
    windows: list[tuple[Span, Span]] = []
    for start, end in places:
        sentence = block.find_sentence(start)
        if sentence is None or end > sentence.end:
            continue
        low, high = max(sentence.start, end - width), min(sentence.end, start + width)
        if windows and low <= windows[-1][0].end and windows[-1][1] == sentence:
            windows[-1] = (Span(windows[-1][0].start, max(high, windows[-1][0].end)), sentence)
        else:
            windows.append((Span(low, high), sentence))
    return windows


def _find_regex_hits(
    book: Rulebook, subject: Subject, number: int, windows: list[tuple[Span, Span]]
) -> Iterator[_RawHit]:
    pattern = book.patterns[number]
    regex = book.get_regex(pattern.regex)
    text = subject.text if pattern.exact else subject.shadow
    names = tuple(regex.groupindex)
    for (low, high), sentence in windows:
        # "$" and lookaheads treat the end of the search as the end of the text, so the window is a little longer.
        limit = min(sentence.end, high)
        for match in regex.finditer(text, low, limit + _PEEK if pattern.peeks else limit):
            start, end = match.span()
            if end <= limit and end > start:
                yield (
                    start,
                    -end,
                    number,
                    tuple((name, Span(*match.span(name))) for name in names if match[name]),
                )


def _make_hit(
    book: Rulebook, subject: Subject, number: int, span: Span, captures: tuple[tuple[str, Span], ...]
) -> Hit:
    pattern = book.patterns[number]
    text = subject.text[span[0] : span[1]]
    if pattern.fix is None and not captures:  # most terms of domains
        return Hit(book.ids[book.owners[number]], span, text, None, pattern.weight, pattern.topic, (), number)
    fix = None if pattern.fix is None else fill_template(pattern.fix, text, subject.text, captures)
    name = book.ids[book.owners[number]]
    return Hit(name, span, text, fix, pattern.weight, pattern.topic, captures, number)


def format_message(rule: LintRule, hit: Hit, text: str) -> str:
    """Return the message of a lint rule for a hit in `text`, or its title."""
    fix = "" if hit.fix is None else hit.fix
    return fill_template(rule.message.replace("{fix}", fix) or rule.title, hit.text, text, hit.captures)
