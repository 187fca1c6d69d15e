"""The profile of a text: whether it follows the standards of the mainland, Taiwan or Hong Kong.

>>> guess_profile("第 1 條\\n本法之主管機關為行政院。", "hant"), guess_profile("国务院关于印发规划的通知", "hans")
('tw', 'mainland')
"""

from policytext.model.document import Profile, Script
from policytext.text.lazy_patterns import LazyPattern

_SAMPLE = 20_000
# A Traditional copy of a mainland text names mainland bodies, and quotes with “”.
_CUES: dict[Profile, LazyPattern] = {
    "tw": LazyPattern(r"中華民國|行政院|立法院|第 ?\d+ ?條|臺灣地區|縣\(市\)|直轄市、縣"),
    "hk": LazyPattern(r"香港|特區政府|本港|立法會|施政報告"),
    "mainland": LazyPattern(r"國務院|中共中央|人民政府|全國人民代表大會|“十[一二三四五]五”|各地區|社會主義"),
}


def guess_profile(text: str, script: Script) -> Profile:
    """Return the profile with the most cues at the text's beginning; a Simplified text has the mainland's.

    Args:
        text: the text.
        script: its script.
    """
    if script in ("hans", "none"):
        return "mainland"
    sample = text[:_SAMPLE]
    counts = {profile: sum(1 for _ in cue.finditer(sample)) for profile, cue in _CUES.items()}
    quotes = sample.count("「") - sample.count("“")
    if quotes > 0:
        counts["tw"] += 1
    best = max(counts, key=lambda profile: counts[profile])
    return best if counts[best] else "mainland"
