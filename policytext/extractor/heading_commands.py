"""Headings that say what is to be done, and not what is reached.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> [commands(heading, cues) for heading in ("推动创新取得新突破", "创新取得新突破", "推进情况")]
[True, False, False]
"""

from policytext.extractor.cues import TargetCues

# Templates: a slot in braces is a list in `rules/targets`. Behind a verb, 情况 and 能力 make it a noun: 推进情况, 保障能力.
_COMMAND = (
    "(?:更加?|进一步|努力|全力|积极|全面|扎实|切实|大力|深入)?(?:{heading-commands})"
    "(?!情况|能力|成效|成果|水平|进展|工作|力度|基础|结构)[^,]{3}"
    "|(?:努力)?在[^,]{2,14}[上中](?:取得|实现|迈出|展现|走在)"
)


def commands(heading: str, cues: TargetCues) -> bool:
    """Return whether a heading, or a clause of one, begins with what is to be done: 在转型上迈出新步伐."""
    return bool(cues.patterns[_COMMAND].match(heading))
