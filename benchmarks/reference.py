"""Count the words of official texts, as the reference for key terms.

python benchmarks/reference.py FOLDER... > rules/stats/reference.tsv
"""

import sys
from collections import Counter
from pathlib import Path

from policytext.readers import read
from policytext.rulebook.packs import load_rules
from policytext.statistics.word_lists import collect_vocabulary
from policytext.text.shadow import fold
from policytext.tokenizer import Tokenizer

#: Words with fewer occurrences are left out.
MINIMUM_COUNT = 4


def main(folders: list[Path]) -> None:
    """Count the words and print them, the most frequent first."""
    tokenizer = Tokenizer(collect_vocabulary(load_rules()[0]))
    words: Counter[str] = Counter()
    files = sorted(path for folder in folders for path in folder.rglob("*.txt"))
    for path in files:
        words.update(tokenizer.count_words(fold(read(path).text)))
    words = Counter(
        {word: count for word, count in words.items() if not word.isdecimal() and word.isprintable()}
    )
    print(
        f"# {len(files)} official texts, {words.total()} words; those with {MINIMUM_COUNT} occurrences or more."
    )
    for word, count in sorted(words.items(), key=lambda item: (-item[1], item[0])):
        if count >= MINIMUM_COUNT:
            print(f"{word}\t{count}")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
