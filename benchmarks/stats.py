"""Measure statistics in process on one core: counts, and words with each engine, compared with jieba.

    python benchmarks/stats.py FOLDER

Texts are read, normalised and outlined before the measurement. Rates are the best of five rounds. jieba, with its dictionary
loaded and without its hidden Markov model, splits the same normalised texts in the same run.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

from policytext.outliner import parse
from policytext.readers import read
from policytext.rulebook.packs import load_rules
from policytext.statistics.counts import add_words, count_document
from policytext.statistics.word_lists import collect_vocabulary
from policytext.text.prepared import PreparedDocument
from policytext.tokenizer import Tokenizer, rjieba_engine

ROUNDS = 5


def measure_best(work: Callable[[], object]) -> float:
    """Return the CPU seconds of the fastest round."""
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def main(folder: Path) -> None:
    """Print the speeds."""
    documents = [parse(read(path)) for path in sorted(folder.rglob("*.txt"))]
    texts = [PreparedDocument(document) for document in documents]
    shadows = [text.shadow for text in texts]
    size = sum(len(text.text.encode("utf-8", "replace")) for text in texts) / 1e6
    words = collect_vocabulary(load_rules()[0])
    own, fast = Tokenizer(words, rapid=False), Tokenizer(words, rapid=True)
    print(f"{size:.1f} MB, {len(texts)} texts")

    def report(name: str, seconds: float) -> None:
        print(f"{name:28}{size / seconds:8.1f} MB/s")

    # A new `PreparedDocument` in each round, since it caches the sentences.
    report(
        "counts", measure_best(lambda: [count_document(PreparedDocument(document)) for document in documents])
    )
    counted = [count_document(text) for text in texts]
    if rjieba_engine.load_engine(own._lexicon) is not None:
        report(
            "words, rjieba",
            measure_best(
                lambda: [add_words(counts, text, fast) for counts, text in zip(counted, texts, strict=True)]
            ),
        )
    own_seconds = measure_best(lambda: [own.cut(text) for text in shadows])
    report("splitting, own engine", own_seconds)
    try:
        import jieba
    except ImportError:
        return
    jieba.setLogLevel(60)
    peer = jieba.Tokenizer()
    peer.initialize()
    jieba_seconds = measure_best(lambda: [list(peer.cut(text, HMM=False)) for text in shadows])
    report("splitting, jieba", jieba_seconds)
    print(f"own engine takes {own_seconds / jieba_seconds:.2f} of jieba's time")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
