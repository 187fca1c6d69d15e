"""Measure how fast rules are matched and loaded.

    python benchmarks/matching.py [FOLDER]

FOLDER has texts. Without it the text consists of random characters, which are harder than real text for a table of terms.
MB are 10^6 bytes of UTF-8; times are CPU seconds, the best of three.
"""

import os
import random
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from policytext.rulebook import packs
from policytext.rulebook.matcher import Subject, match
from policytext.rulebook.rule_types import Finder, LintRule, Pattern, RuleOrigin
from policytext.rulebook.rulebook import Rulebook
from policytext.rulebook.serialization import serialize_rules
from policytext.rulebook.term_automaton import Literals
from policytext.text.sentences import find_sentences
from policytext.text.shadow import fold

_SIZE = 10_000_000
_HAN = [chr(code) for code in range(0x4E00, 0x5A00)]


def measure_best(work: Callable[[], Any], times: int = 3) -> float:
    """Return the CPU seconds of the fastest of several runs."""
    seconds = []
    for _ in range(times):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


def build_text(folder: str | None) -> str:
    """Return about `_SIZE` bytes of text."""
    if folder is None:
        chance = random.Random(1)
        return "".join("".join(chance.choices(_HAN, k=30)) + "。" for _ in range(_SIZE // 93))
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(Path(folder).rglob("*.txt")))
    characters = _SIZE * len(text) // len(text.encode())
    return (text * (characters // len(text) + 1))[:characters]


def build_rules(terms: int, patterns: int, text: str) -> Rulebook:
    """Build rules with terms, few of them in the text, and patterns, a quarter of them with a first term in the text."""
    chance = random.Random(2)
    words: dict[str, None] = {}
    while len(words) < terms:
        at = chance.randrange(len(text) - 8)
        word = text[at : at + chance.randint(2, 7)]
        # As with a dictionary, most terms do not occur in the text.
        if chance.random() < 0.97 or len(word) < 6:
            word = word[: len(word) // 2] + "".join(chance.choices(_HAN, k=2)) + word[len(word) // 2 :]
        words[word.replace("\n", "的")] = None
    found = [Pattern(word, 1, (word,)) for word in words]
    rules = [_rule(f"bench/t{number}", tuple(found[number::8])) for number in range(8)]
    heads = chance.sample(list(words), patterns)
    common = [text[at : at + 4] for at in (chance.randrange(len(text) - 4) for _ in range(patterns))]
    for number, (head, tail) in enumerate(zip(heads, common, strict=False)):
        first = tail[:4].replace("\n", "的") if number % 4 == 0 else head
        regex = f"{re.escape(first)}[^。]{{0,20}}?[0-9{re.escape(head[0])}]"
        rules.append(_rule(f"bench/p{number}", (Pattern(regex, 1, (first,), regex=regex, width=40),)))
    return Rulebook(serialize_rules(rules))


def _rule(name: str, found: tuple[Pattern, ...]) -> LintRule:
    return LintRule(name, name, RuleOrigin("bench", "", 1), Finder(found, (), ()), ())


def main() -> None:
    """Print the measurements."""
    text = build_text(sys.argv[1] if len(sys.argv) > 1 else None)
    shadow = fold(text)
    megabytes = len(text.encode()) / 1e6
    for terms, patterns in ((1_000, 0), (10_000, 0), (100_000, 0), (1_000, 500), (100_000, 500)):
        book = build_rules(terms, patterns, shadow)
        subject = Subject(text, shadow)
        first = measure_best(lambda book=book: list(match(book, Subject("。", "。"))), 1)  # type: ignore[misc]
        build = measure_best(lambda book=book: Literals(book.literals.table, compiled=True).find("。"), 1)  # type: ignore[misc]
        hits = sum(1 for _ in match(book, subject))
        seconds = measure_best(lambda book=book, subject=subject: sum(1 for _ in match(book, subject)))  # type: ignore[misc]
        print(
            f"{terms:7} terms {patterns:4} patterns: {megabytes / seconds:6.1f} MB/s, {hits} hits, "
            f"first use {first * 1e3:.1f} ms, automaton {build * 1e3:.0f} ms"
        )
    book, _ = packs.load_rules()
    subject = Subject(text, shadow, tuple(sentence.span for sentence in find_sentences(text)))
    hits = sum(1 for _ in match(book, subject))
    seconds = measure_best(lambda: sum(1 for _ in match(book, subject)))
    print(f"built-in packs: {megabytes / seconds:.1f} MB/s, {hits} hits")
    short = Subject(text[:2_800], shadow[:2_800])
    for compiled in (False, True):
        fresh = Rulebook(book.raw, compiled=compiled)
        method = "automaton, with building it" if compiled else "table"
        seconds = measure_best(lambda fresh=fresh: list(match(fresh, short)), 1)  # type: ignore[misc]
        print(f"8 kB once, with the {method}: {seconds * 1e3:.2f} ms")
    warm = measure_best(packs.load_rules, 20)
    os.environ["POLICYTEXT_CACHE"] = ""
    absent = measure_best(packs.load_rules)
    print(f"all packs ({len(book)} rules): warm cache {warm * 1e3:.2f} ms, no cache {absent * 1e3:.1f} ms")


if __name__ == "__main__":
    main()
