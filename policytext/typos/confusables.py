"""Confusable characters: those that sound or look alike, as the model file lists them; needs no numpy."""

from policytext.typos.array_file import ArrayFile

#: The first and the last character in the list.
FIRST_CHARACTER, LAST_CHARACTER = 0x4E00, 0x9FFF


def are_confusable(file: ArrayFile, wrong: str, right: str) -> bool:
    """Return whether `wrong` may be typed for `right`: the two sound or look alike.

    >>> from policytext.typos.model_file import open_model_file
    >>> are_confusable(open_model_file(), "牌", "排"), are_confusable(open_model_file(), "牌", "国")
    (True, False)
    """
    code = ord(wrong) - FIRST_CHARACTER
    if not 0 <= code <= LAST_CHARACTER - FIRST_CHARACTER:
        return False
    start = file["confusable.start"]
    return ord(right) in file["confusable.to"][start[code] : start[code + 1]].tolist()
