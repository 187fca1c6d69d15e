"""Which characters are mistaken for each other, as a model's file holds them; needs no numpy."""

from policytext.typos.array_file import ArrayFile

#: The first and the last character that may be mistaken.
FIRST, LAST = 0x4E00, 0x9FFF


def similar(kept: ArrayFile, wrong: str, right: str) -> bool:
    """Whether `wrong` sounds or looks like `right`.

    >>> from policytext.typos.model_file import opened
    >>> similar(opened(), "牌", "排"), similar(opened(), "牌", "国")
    (True, False)
    """
    code = ord(wrong) - FIRST
    if not 0 <= code <= LAST - FIRST:
        return False
    start = kept["confusable.start"]
    return ord(right) in kept["confusable.to"][start[code] : start[code + 1]].tolist()
