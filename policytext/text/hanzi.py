"""The character classes and numeral tables of Chinese text.

>>> import re
>>> bool(re.fullmatch(f"[{HAN}]+", "政策〇𠮷")), bool(re.fullmatch(f"[{HAN}]", "，"))
(True, False)
"""

#: Han characters, as the body of a regular expression's class: unified ideographs with extensions A to H,
#: compatibility ideographs, 〇.
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"

#: A letter beyond ASCII, nearly always a Han character: a pattern, not the body of a class. Where that is exact enough
#: it saves start-up time: Python takes two milliseconds to compile a class with `HAN`, a hundredth of that for this.
LETTER = r"[^\W\x00-\x7f]"

#: The values of Chinese digits, plain and financial, with the variants found in copies.
DIGIT_VALUES = {
    "〇": 0, "○": 0, "零": 0,
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "两": 2, "兩": 2,
    "壹": 1, "贰": 2, "貳": 2, "叁": 3, "參": 3, "叄": 3, "肆": 4, "伍": 5, "陆": 6, "陸": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip

#: The values of places below ten thousand. 廿 and 卅 are twenty and thirty: tens that contain their digit.
PLACE_VALUES = {"十": 10, "拾": 10, "廿": 10, "卅": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}

STEMS = "甲乙丙丁戊己庚辛壬癸"


def _number_block(first: int, count: int, value: int = 1) -> dict[str, int]:
    return {chr(first + step): value + step for step in range(count)}


#: The values of enumerators in one character, by Unicode block.
ENUMERATOR_SIGNS: dict[str, int] = {
    **_number_block(0x2460, 20),  # ①
    **_number_block(0x3251, 15, 21),  # ㉑
    **_number_block(0x32B1, 15, 36),  # ㊱
    **_number_block(0x2776, 10),  # ❶
    **_number_block(0x2474, 20),  # ⑴
    **_number_block(0x2488, 20),  # ⒈
    **_number_block(0x3220, 10),  # ㈠
    **_number_block(0x3280, 10),  # ㊀
    **_number_block(0x2160, 12),  # Ⅰ
    **_number_block(0x2170, 12),  # ⅰ
    **{stem: number for number, stem in enumerate(STEMS, 1)},
}
