"""What the headings above a figure say of its status: 主要目标, 工作回顾.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> from policytext.text.prepared import PreparedDocument
>>> cues = load_cues(load_rules()[0])
>>> view = ClauseView(PreparedDocument(parse(Source(text="一、主要目标\\n新增学校7所。"))), cues)
>>> decide_by_heading(view, 10, cues)
('target', '主要目标')
"""

from policytext.extractor.clauses import ClauseView, load_cues
from policytext.extractor.cues import TargetCues
from policytext.extractor.frame_map import Heading
from policytext.extractor.heading_commands import commands
from policytext.extractor.status_evidence import COMPLETED, Found
from policytext.text.lazy_patterns import LazyPattern

__all__ = ["ClauseView", "decide_by_heading", "find_headings", "load_cues"]

_LONG_TITLE = 60
_FIGURE = LazyPattern(r"\d(?![\d年月日”])")
# Templates: a slot in braces is a list in `rules/targets`.
_HEADING_DONE = f"{COMPLETED}|“十[一二三四]?五”.{{0,8}}(?:{{plan-review-nouns}})"
_REVIEW = "{review-headings}"
_AIM_AT_END = "(?:{target-headings})(?=[,:、和及与]|$)"


def decide_by_heading(view: ClauseView, figure: int, cues: TargetCues) -> Found:
    """Return the status of the nearest heading that gives one: 主要目标, 工作回顾; a review's heading outweighs others."""
    nearest: Found = None
    for heading in find_headings(view, figure):
        title = heading.words
        # 受禁止措施影响的船有69艘。A first sentence that says a figure itself is no plan's heading by any word in it.
        says_figure = not heading.is_line and _FIGURE.search(title)
        aims = (cues.patterns[_AIM_AT_END] if says_figure else cues.target_headings).search(title)
        if _tells_what_is_done(title, cues):
            if nearest is None or (cues.patterns[_REVIEW].search(title) and not aims):
                return "achieved", title
        elif aims:
            nearest = nearest or ("target", title)
    return nearest


def _tells_what_is_done(title: str, cues: TargetCues) -> bool:
    """Return whether a clause of a heading says that something is reached: 环境明显改善, but not 推动环境明显改善."""
    if cues.patterns[_HEADING_DONE].search(title):
        return True
    return any(
        cues.achieved_headings.search(clause) and not commands(clause, cues) for clause in title.split(",")
    )


def find_headings(view: ClauseView, figure: int) -> tuple[Heading, ...]:
    """Return the short headings above a figure, the nearest first."""
    chain = view.section_chain(figure)
    if not chain:
        return ()
    titles = view.titles.get(chain[-1].span)
    if titles is None:
        shadow = view.prepared.shadow
        titles = view.titles[chain[-1].span] = tuple(
            [
                Heading(
                    shadow[section.title_span[0] : section.title_span[1]],
                    shadow[section.title_span[1] : section.title_span[1] + 1] in ("", "\n"),
                )
                for section in reversed(chain)
                if section.kind not in ("title", "article")
                and section.title_span[1] - section.title_span[0] <= _LONG_TITLE
            ]
        )
    return titles


def is_in_article(view: ClauseView, offset: int) -> bool:
    """Return whether an offset is in an article of a statute."""
    return any(section.kind == "article" for section in view.section_chain(offset))
