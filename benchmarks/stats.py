"""How quickly texts are counted, in process and by one core: counts, and words with each engine beside jieba itself.

    python benchmarks/stats.py FOLDER

Texts are read, folded and outlined before the clock starts. Rates are the best of five; jieba (without its hidden
Markov model, its dictionary loaded) cuts the same folded texts in the same run.
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


def best(work: Callable[[], object]) -> float:
    """Seconds of the quickest round."""
    found = []
    for _ in range(ROUNDS):
        start = process_time()
        work()
        found.append(process_time() - start)
    return min(found)


def main(folder: Path) -> None:
    """Print."""
    documents = [parse(read(path)) for path in sorted(folder.rglob("*.txt"))]
    texts = [PreparedDocument(document) for document in documents]
    folded = [one.shadow for one in texts]
    size = sum(len(one.text.encode("utf-8", "replace")) for one in texts) / 1e6
    words = collect_vocabulary(load_rules()[0])
    own, fast = Tokenizer(words, rapid=False), Tokenizer(words, rapid=True)
    print(f"{size:.1f} MB, {len(texts)} texts")

    def told(name: str, seconds: float) -> None:
        print(f"{name:28}{size / seconds:8.1f} MB/s")

    # Sentences are found anew in each round: `PreparedDocument` keeps them.
    told("counts", best(lambda: [count_document(PreparedDocument(document)) for document in documents]))
    counted = [count_document(one) for one in texts]
    if rjieba_engine.load_engine(own._lexicon) is not None:
        told(
            "words, rjieba",
            best(lambda: [add_words(*one, fast) for one in zip(counted, texts, strict=True)]),
        )
    own_cut = best(lambda: [own.cut(text) for text in folded])
    told("cutting, own engine", own_cut)
    try:
        import jieba
    except ImportError:
        return
    jieba.setLogLevel(60)
    cutter = jieba.Tokenizer()
    cutter.initialize()
    jieba_cut = best(lambda: [list(cutter.cut(text, HMM=False)) for text in folded])
    told("cutting, jieba", jieba_cut)
    print(f"own engine takes {own_cut / jieba_cut:.2f} of jieba's time")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
