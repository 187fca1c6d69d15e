"""Commitments in words: clauses that begin with a verb of action, after optional adverbs, an actor, or 要 and 应当.

A report of the past is no commitment: 近年来…取得, under a heading such as 工作回顾, of a plan that is over.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> from policytext.text.prepared import PreparedDocument
>>> cues = load_cues(load_rules()[0])
>>> text = "各地应当加快编制事项清单,推动清单公开。近年来,推进共享取得成效。"
>>> measures = find_measures(ClauseView(PreparedDocument(parse(Source(text=text))), cues), cues)
>>> [(measure.text, measure.verb, measure.actor, measure.strength) for measure in measures]
[('加快编制事项清单', '编制', '各地', 2), ('推动清单公开', '推动', '各地', 2)]
"""

from collections.abc import Iterator

from policytext.extractor.actors import has_brackets
from policytext.extractor.bodies import find_body_ends, may_name
from policytext.extractor.clauses import ClauseView
from policytext.extractor.commitment_checks import find_titles, is_statute
from policytext.extractor.commitment_grammar import find_obligations
from policytext.extractor.commitment_sentences import PROMOTING, SentenceReader
from policytext.extractor.cues import TargetCues, load_cues
from policytext.model.annotations import Measure

__all__ = ["ClauseView", "find_measures", "load_cues"]


def find_measures(view: ClauseView, cues: TargetCues) -> Iterator[Measure]:
    """Find the commitments of a document, in reading order."""
    ends = find_body_ends(view.text, cues)
    in_statute = is_statute(view, cues)
    promoting = cues.patterns[PROMOTING]
    titles, last = find_titles(view), 0
    reader = SentenceReader(
        view, cues, ends, find_obligations(view.text, cues), in_statute, has_brackets(view, cues)
    )
    for sentence in view.sentences:
        while last < len(titles) and titles[last][1] <= sentence[0]:
            last += 1
        if last < len(titles) and titles[last][0] <= sentence[0]:
            continue
        if in_statute and not may_name(ends, *sentence) and not promoting.search(view.text, *sentence):
            continue
        yield from reader.read(sentence)
