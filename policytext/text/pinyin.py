"""Pinyin in brackets behind a character, as some pages put it into words: 达(dá)到.

>>> import re
>>> re.sub(BRACKETED, "", "达(dá)到5%"), bool(re.search(f"[{TONES}]", "(App)"))
('达到5%', False)
"""

#: The vowels, and the three consonants, with a mark of tone.
TONES = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹ"
#: A regular expression for a syllable of up to six letters, the longest being zhuang, with or without its tone.
SYLLABLE = f"[a-zü{TONES}]{{1,6}}"
#: A regular expression for a syllable in brackets.
BRACKETED = f"[(（]{SYLLABLE}[)）]"
