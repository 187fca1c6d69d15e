"""The most probable cut of a text, computed exactly as jieba does.

>>> from policytext.tokenizer.dictionary import load_dictionary
>>> cut_words("南京市长江大桥", load_dictionary())
['南京市', '长江大桥']
"""

from policytext.text.lazy_patterns import LazyPattern
from policytext.tokenizer.lexicon import Dictionary

# Text that jieba looks up in its dictionary; all other text is cut character by character.
_BLOCK = LazyPattern(r"([\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]+)")
_BLANKS = LazyPattern(r"(\r\n|\s)")
_LATIN = LazyPattern("[a-zA-Z0-9]")


def cut_words(text: str, lexicon: Dictionary) -> list[str]:
    """Return the words of a text and the characters between them; joined they are the text."""
    pieces: list[str] = []
    for index, block in enumerate(_BLOCK.split(text)):
        if index % 2:
            _cut_block(block, lexicon, pieces)
        elif block:
            pieces += _split_other(block)
    return pieces


def _split_other(block: str) -> list[str]:
    """Split a block without words: each blank and each character by itself."""
    return [
        piece for part in _BLANKS.split(block) for piece in ((part,) if _BLANKS.fullmatch(part) else part)
    ]


def _cut_block(block: str, lexicon: Dictionary, pieces: list[str]) -> None:
    """Append the words of the most probable path through a block, which is computed from its end."""
    size = len(block)
    best = [0.0] * (size + 1)
    ends = [0] * size
    singles, unknown, buckets, open_bucket = (
        lexicon.singles,
        lexicon.unknown,
        lexicon.buckets,
        lexicon.open_bucket,
    )
    for start in range(size - 1, -1, -1):
        end = start + 1
        share = singles.get(block[start])
        chosen, best_value = (end, share + best[end]) if share is not None else (0, 0.0)
        pair = block[start : start + 2]
        if end < size:
            bucket = buckets.get(pair)
            if bucket is None:
                bucket = open_bucket(pair)
            end += 1
            ending = ""
            while ending in bucket:
                share = bucket[ending]
                if share is not None:
                    value = share + best[end]
                    # Of equally probable words the longer one, as jieba does.
                    if not chosen or value >= best_value:
                        chosen, best_value = end, value
                end += 1
                if end > size:
                    break
                ending = block[start + 2 : end]
        if not chosen:
            chosen, best_value = start + 1, unknown + best[start + 1]
        best[start], ends[start] = best_value, chosen
    _append_words(block, ends, pieces)


def _append_words(block: str, ends: list[int], pieces: list[str]) -> None:
    """Append the words of the best path; single Latin letters and digits in a row are one word."""
    size = len(block)
    position, latin = 0, 0
    while position < size:
        end = ends[position]
        if end - position == 1 and _LATIN.match(block, position):
            latin += 1
        else:
            if latin:
                pieces.append(block[position - latin : position])
                latin = 0
            pieces.append(block[position:end])
        position = end
    if latin:
        pieces.append(block[size - latin : size])
