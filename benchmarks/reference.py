"""Count the usual rates of words in official texts of a region, as the reference for key terms.

    python benchmarks/reference.py FOLDER... > rules/stats/reference-REGION.tsv

Each folder holds one genre. A word's rate in a genre is that which four of five of its texts do not exceed, or the mean of
all if that is higher; the highest of the genres stands.
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path

from policytext.readers import read
from policytext.rulebook.packs import load_rules
from policytext.statistics.word_lists import REFERENCE_SIZE, collect_vocabulary
from policytext.statistics.words import count_words
from policytext.text.shadow import fold
from policytext.tokenizer import Tokenizer

#: Words with fewer occurrences in a million are left out.
MINIMUM_COUNT = 3
#: The share of the texts that a word's rate may exceed, and the words from which a text's rates are taken.
EXCEEDING, MINIMUM_WORDS = 0.2, 300


def compute_rates(texts: list[Counter[str]]) -> dict[str, float]:
    """Return the usual rate of each word in the texts of one genre."""
    words: Counter[str] = Counter()
    rates: dict[str, list[float]] = defaultdict(list)
    usual = 0
    for counts in texts:
        words.update(counts)
        size = counts.total()
        if size >= MINIMUM_WORDS:
            usual += 1
            for word, count in counts.items():
                rates[word].append(count / size)
    exceeding = int(usual * EXCEEDING)
    found = {}
    for word, count in words.items():
        ordered = sorted(rates[word], reverse=True)
        upper = ordered[exceeding] if len(ordered) > exceeding else 0.0
        found[word] = max(upper, count / words.total())
    return found


def main(folders: list[Path]) -> None:
    """Count the words and print them, the most frequent first."""
    tokenizer = Tokenizer(collect_vocabulary(load_rules()[0]))
    highest: dict[str, float] = {}
    texts, size = 0, 0
    for folder in folders:
        genre = [count_words(fold(read(path).text), tokenizer) for path in sorted(folder.rglob("*.txt"))]
        texts, size = texts + len(genre), size + sum(counts.total() for counts in genre)
        for word, rate in compute_rates(genre).items():
            highest[word] = max(rate, highest.get(word, 0.0))
    print(
        f"# {texts} official texts, {size} words; the usual occurrences in {REFERENCE_SIZE} words, {MINIMUM_COUNT} or more."
    )
    rounded = {word: round(rate * REFERENCE_SIZE) for word, rate in highest.items()}
    for word, count in sorted(rounded.items(), key=lambda item: (-item[1], item[0])):
        if count >= MINIMUM_COUNT and word.isprintable() and any(map(str.isalpha, word)):
            print(f"{word}\t{count}")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
