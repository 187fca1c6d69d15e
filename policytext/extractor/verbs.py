"""The verb of a promise, behind its adverbs.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> text = "进一步完善应急预案"
>>> text[slice(*find_verb(text, 0, len(text), cues, bound=False))]
'完善'
"""

from policytext.extractor.cues import TargetCues
from policytext.extractor.word_lists import PatternsByFirst

Span = tuple[int, int]

SHORTEST_OBJECT = 2  # characters

# A template: a slot in braces is a list in `rules/targets`.
_DONE_BEHIND = "{done-suffixes}"
_NOUN_BEHIND = "{verb-headed-nouns}"


def skip_adverbs(text: str, at: int, end: int, cues: TargetCues) -> int:
    adverbs = cues.adverbs.match(text, at, end) if text[at] in cues.adverb_firsts else None
    return adverbs.end() if adverbs else at


def find_verb(text: str, at: int, end: int, cues: TargetCues, bound: bool) -> Span | None:
    """Find the verb after the adverbs; an adverb that is also a verb may be the verb itself."""
    limit = skip_adverbs(text, at, end, cues)
    for begin in range(min(limit, end - 1), at - 1, -1) if limit > at else (at,):
        by_first = cues.bound_verbs_by_first if bound or begin - at > 1 else cues.verbs_by_first
        if (verbs := by_first[text[begin]]) and (verb := verbs.match(text, begin, end)):
            after = verb.end()
            long_enough = end - after >= SHORTEST_OBJECT or (bound and after == end)
            is_behind_adverbs = begin in (at, limit) or cues.adverbs.fullmatch(text, at, begin)
            if long_enough and is_behind_adverbs and not is_done_behind(text, after, cues):
                return _prefer_before(text, at, verb.span(), by_first, cues)
    return None


def _prefer_before(text: str, at: int, verb: Span, by_first: PatternsByFirst, cues: TargetCues) -> Span:
    """Return the span of a verb, or of the word before it: 组织实施 is one verb, in 推动监管数据共享 the first one is."""
    if verb[0] > at and text[verb[0] - 1] in "和与及":  # 统筹协调和监督指导
        first = by_first[text[at]]
        return (at, verb[1]) if first and first.match(text, at) else verb
    begin = verb[0] - 2
    earlier = by_first[text[begin]] if begin >= at else None
    before = earlier.match(text, begin) if earlier else None
    if before is None:
        return verb
    if before.end() == verb[1]:
        return before.span()
    verbs = cues.verbs_by_first
    plain, own = verbs[text[begin]], verbs[text[verb[0]]]
    # 优化激励机制: the second verb is part of a noun.
    is_noun = cues.patterns[_NOUN_BEHIND].match(text, verb[1]) or not (own and own.match(text, *verb))
    return (begin, verb[0]) if is_noun and plain and plain.fullmatch(text, begin, verb[0]) else verb


def is_done_behind(text: str, at: int, cues: TargetCues) -> bool:
    """Return whether a suffix of what is done or is no verb stands at an offset: 了 of 推进了, 型 of 创新型."""
    return text[at : at + 1] in cues.done_firsts and bool(cues.patterns[_DONE_BEHIND].match(text, at))
