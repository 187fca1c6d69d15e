"""The shadow of a text: the same text folded to one form at the same length, for analysers to match on.

Full-width letters, digits and punctuation become half-width (U+FF01 to U+FF5E), all spaces one kind, compatibility
forms and Kangxi radicals their unified character, Traditional Simplified, and 壹 一 where no amount is written.
A rule folded the same way matches a clean text and a damaged copy alike, and its matches have the same offsets in the
original. Closed tables are used because NFKC would turn ① into 1 and lengthen ㎡.

>>> fold("數字經濟，新壹輪１２％")
'数字经济,新一轮12%'
>>> fold("人民币壹佰元整")
'人民币壹佰元整'
"""

from functools import cache

from policytext.text.lazy_patterns import LazyPattern
from policytext.text.script import detect_script, to_simplified

#: Radicals of the supplement, each before its ideograph (Unicode 14, EquivalentUnifiedIdeograph.txt); NFKC keeps them.
_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王"
    "⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長"
    "⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_SPACES = "\u3000\xa0\u2002\u2003\u2009\u202f\t"
#: Small forms of signs (Unicode's block of that name).
_SMALL = "﹪﹢﹣﹐﹒﹔﹕﹖﹗"
_MAX_REPLACEMENTS = 100
_AMOUNT = "壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟万萬亿億元圆圓整"
# 壹、 at a line's start is Taiwan's top enumerator; 壹 beside another financial numeral is an amount.
# The character comes before the lookarounds, so that the engine searches for it alone.
_DAMAGED_ONE = LazyPattern(rf"壹(?<![{_AMOUNT}零]壹)(?![{_AMOUNT}零角分、])")

# What OpenCC does not convert: 批覆 is the document type 批复, 衞 is Hong Kong's 衛.
_BEYOND_OPENCC = (("批覆", "批复"), ("答覆", "答复"), ("衞", "卫"))


@cache
def _load_forms() -> dict[int, str]:
    """Return the replacements for wide characters, spaces and compatibility forms."""
    import unicodedata  # imported late because most texts need none of the forms

    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table.update({ord(space): " " for space in _SPACES})
    table.update({ord(small): plain for small, plain in zip(_SMALL, "%+-,.;:?!", strict=True)})
    table[ord("╱")] = "/"  # 2023╱24年度, as Hong Kong's copies write a fiscal year
    for first, last in ((0x2E80, 0x2FD5), (0xF900, 0xFAFF), (0x2F800, 0x2FA1D)):
        for code in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and plain != chr(code):
                table[code] = plain
    table.update(
        {ord(radical): plain for radical, plain in zip(_RADICALS[::2], _RADICALS[1::2], strict=True)}
    )
    return table


def normalize_character(sign: str) -> str:
    """Return the usual form of a Kangxi radical, a compatibility ideograph or a full-width character.

    >>> normalize_character("⼈"), normalize_character("Ａ"), normalize_character("人")
    ('人', 'A', '人')
    """
    return _load_forms().get(ord(sign), sign)


_FORM = LazyPattern(f"[\uff01-\uff5e\u2571{_SMALL}{_SPACES}\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1d]")


_RADICAL = LazyPattern("[\u2e80-\u2fd5]")


def fold_radicals(text: str) -> str:
    """Return a text with the usual characters in place of radicals, at the same length.

    >>> fold_radicals("⼀、⻓效")
    '一、长效'
    """
    # The first bytes of the characters, without those of low values: this takes a third of the time of a pattern.
    blocks = text.encode("utf-16-be", "surrogatepass")[::2]
    if b"\x2e" not in blocks and b"\x2f" not in blocks:
        return text
    for sign in set(_RADICAL.findall(text)):
        text = text.replace(sign, normalize_character(sign))
    return text


def fold(text: str) -> str:
    """Return the shadow of `text`, character for character; folding twice changes nothing more."""
    if text.isascii() and "\t" not in text:
        return text
    present = set(_FORM.findall(text))
    if present:
        forms = _load_forms()
        if len(present) > _MAX_REPLACEMENTS:
            text = text.translate({ord(sign): forms.get(ord(sign), sign) for sign in present})
        else:  # ten times as fast for the twenty forms that most texts have
            for sign in present:
                text = text.replace(sign, forms.get(ord(sign), sign))
    if detect_script(text) in ("hant", "mixed"):
        text = to_simplified(text)
        for traditional, simplified in _BEYOND_OPENCC:
            text = text.replace(traditional, simplified)
    if "壹" in text:
        text = _DAMAGED_ONE.sub("一", text)
    return text


def fold_words(text: str) -> str:
    """Return the shadow of a few words, which are too few to tell their script.

    >>> fold("億畝"), fold_words("億畝（％）")
    ('億畝', '亿亩(%)')
    """
    folded = fold(text)
    return folded if folded.isascii() else to_simplified(folded)
