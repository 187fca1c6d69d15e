"""Build the word tables: ``python -m training.words ../shared/data/corpus/official.jsonl.xz``.

They have words with their probabilities: ``hans`` for mainland texts, from jieba's dictionary and the corpus; ``hant`` for Traditional texts, from Taiwan's laws in the corpus, OpenCC's phrase tables and the converted words
of ``hans``. `policytext.tokenizer.word_table` reads them. Takes two minutes. Held-back texts (`training.corpus`) are never
used.
"""

import argparse
import json
import lzma
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from math import log

from policytext.tokenizer import split_into_chunks
from policytext.tokenizer.best_path import cut_words
from policytext.tokenizer.dictionary import load_dictionary, pack_words
from policytext.tokenizer.lexicon import Dictionary
from policytext.tokenizer.rjieba_engine import load_engine
from policytext.tokenizer.word_table import LONGEST, TABLE_PATHS, Script, encode_score
from training.corpus import assign_part, read_texts

_TAIWAN = "tw_mojlaw"
_HAN = re.compile("[\u4e00-\u9fff]+")
# A pair of words that occurs so often, and so much more often than by chance, is a word of its own.
_LEAST_PAIRS, _LEAST_ATTRACTION = {"hans": 10, "hant": 4}, {"hans": 4.5, "hant": 3.5}
_LEAST_PROBABILITY = 1e-7
#: Words of OpenCC's phrase tables, those of `own-words.txt`, and Traditional characters that no other source has.
_PHRASE_PROBABILITY, _OWN_PROBABILITY, _CHARACTER_PROBABILITY = 2e-7, 4e-6, 1e-6
_ROUNDS = 3
_OWN_WORDS = os.path.join(os.path.dirname(__file__), "own-words.txt")

Probabilities = dict[str, float]


def _keep(word: str) -> bool:
    return len(word) <= LONGEST and _HAN.fullmatch(word) is not None


def _read_jieba_words() -> Counter[str]:
    words: Counter[str] = Counter()
    with open(os.path.join(_find_package("jieba"), "dict.txt"), encoding="utf-8") as lines:
        for line in lines:
            word, frequency, *_ = line.split()
            if _keep(word):
                words[word] = max(int(frequency), 1)
    return words


def _find_package(name: str) -> str:
    spec = find_spec(name)
    assert spec is not None
    assert spec.submodule_search_locations
    return next(iter(spec.submodule_search_locations))


def _count(texts: Iterable[list[str]]) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Count the words of cut texts, and the pairs of neighbours of which one is a single character."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for pieces in texts:
        before = ""
        for piece in pieces:
            if not _HAN.fullmatch(piece):
                before = ""
                continue
            words[piece] += 1
            if before and len(before + piece) <= LONGEST and 1 in (len(before), len(piece)):
                pairs[before, piece] += 1
            before = piece
    return words, pairs


def _find_new_words(words: Counter[str], pairs: Counter[tuple[str, str]], script: str) -> dict[str, int]:
    """Find the pairs of neighbours that attract each other."""
    total, found = words.total(), Counter[str]()
    for (first, second), count in pairs.items():
        attraction = log(count * total / (words[first] * words[second]))
        if count >= _LEAST_PAIRS[script] and attraction >= _LEAST_ATTRACTION[script]:
            found[first + second] += count
    return found


def build_simplified(path: str) -> Probabilities:
    """Return the probabilities of the words of mainland texts."""
    engine = load_engine(load_dictionary())
    assert engine is not None
    texts = (text for text in read_texts(path) if text.part != "test" and text.source != _TAIWAN)
    words, pairs = _count(engine(chunk) for text in texts for chunk in split_into_chunks(text.shadow))
    jieba = _read_jieba_words()
    total, jieba_total = words.total(), jieba.total()
    found: Probabilities = {word: count / jieba_total / 2 for word, count in jieba.items()}
    for word, count in words.items():
        if _keep(word):
            found[word] = found.get(word, 0.0) + count / total / 2
    for word, count in _find_new_words(words, pairs, "hans").items():
        found[word] = max(found.get(word, 0.0), count / total / 2)
    _add_own_words(found)
    return found


def _add_own_words(words: Probabilities) -> None:
    """Add the words that no source has."""
    with open(_OWN_WORDS, encoding="utf-8") as lines:
        own = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    words.update((word, max(words.get(word, 0.0), _OWN_PROBABILITY)) for word in own)


def _convert(words: Probabilities) -> Probabilities:
    """Return words in Traditional characters, in the forms of OpenCC, Taiwan and Hong Kong."""
    import opencc

    simplified, found = list(words), Probabilities()
    for form in ("s2t", "s2tw", "s2hk"):
        converter = opencc.OpenCC(form)
        for first in range(0, len(simplified), 2_000):
            some = simplified[first : first + 2_000]
            for word, converted in zip(some, converter.convert("\n".join(some)).split("\n"), strict=True):
                if len(word) == len(converted):
                    found[converted] = max(found.get(converted, 0.0), words[word])
    folder = os.path.join(_find_package("opencc"), "dictionary")
    for file in ("STPhrases.txt", "TWPhrases.txt"):
        for forms in _read_table(os.path.join(folder, file)).values():
            for form in filter(_keep, forms):
                found.setdefault(form, _PHRASE_PROBABILITY)
    for character in filter(_keep, _read_table(os.path.join(folder, "TSCharacters.txt"))):
        found[character] = max(found.get(character, 0.0), _CHARACTER_PROBABILITY)
    return found


def _read_table(path: str) -> dict[str, list[str]]:
    with open(path, encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines)
        return {key: values.split() for key, values in rows}


def build_traditional(path: str, simplified: Probabilities) -> Probabilities:
    """Return the probabilities of the words of Traditional texts; Taiwan's laws have half of the weight."""
    general = _convert({word: value for word, value in simplified.items() if value > _LEAST_PROBABILITY})
    _add_own_words(general)
    texts = list(_read_taiwan_texts(path))
    found = dict(general)
    for _ in range(_ROUNDS):
        frequencies = {word: int(value * 1e9) + 1 for word, value in found.items()}
        total = sum(frequencies.values())
        singles, buckets = pack_words(frequencies, total)
        lexicon = Dictionary(singles, buckets.get, total, [])
        words, pairs = _count(cut_words(text, lexicon) for text in texts)
        total = words.total()
        found = {word: value / 2 for word, value in general.items()}
        for word, count in words.items():
            found[word] = found.get(word, 0.0) + count / total / 2
        for word, count in _find_new_words(words, pairs, "hant").items():
            found[word] = max(found.get(word, 0.0), count / total / 2)
            general.setdefault(word, 1e-8)
    return found


def _read_taiwan_texts(path: str) -> Iterator[str]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            part = assign_part(item["source"], item["title"], str(item["date"] or ""))
            if item["source"] == _TAIWAN and part != "test":
                yield item["text"]


def write_table(script: Script, words: Probabilities) -> None:
    """Write a table: for each first character a line with the rest of each word and its score."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word, value in sorted(words.items()):
        if value >= _LEAST_PROBABILITY / 2 or len(word) == 1:
            groups[word[0]].append(word[1:] + encode_score(log(value)))
    with open(TABLE_PATHS[script], "w", encoding="utf-8") as file:
        file.writelines(f"{first}{''.join(rest)}\n" for first, rest in groups.items())
    print(script, sum(map(len, groups.values())), os.path.getsize(TABLE_PATHS[script]), file=sys.stderr)


def main() -> None:
    """Read the texts and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts")
    path = parser.parse_args().texts
    simplified = build_simplified(path)
    write_table("hans", simplified)
    write_table("hant", build_traditional(path, simplified))


if __name__ == "__main__":
    main()
