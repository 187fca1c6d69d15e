"""The likelihood of decoded bytes as Chinese official text, by which encodings are compared.

Each encoding decodes the same bytes to different characters, and the most probable characters win. Five classes of
characters are enough: the few hundred that make up two thirds of official prose, the first levels of GB 2312 and Big5,
ASCII, rare characters, and impossible ones. In a wrong decoding nearly all characters are rare.

>>> compute_likelihood("政务服务") > compute_likelihood("鏀垮姟") > compute_likelihood("\\ufffd\\ufffd\\ufffd")
True
"""

from functools import cache
from itertools import repeat

#: The 240 most frequent characters of official texts in Simplified script, then what Traditional script adds: 70 % of
#: the Han characters in 499 laws, plans and notices of the mainland and Taiwan.
_FREQUENT = (
    "的人和第业条行法定民应政国十理规一有管工设以建当会关务发产用生部者经保市区机作全制地或二进门中本事化公施等实展不三在资合"
    "主大为动对其要员及加之年责品府体位提五农安上家处项水新构方重改四单社监出依学级成所物力开可能护分内照通下服由利办得文时"
    "高职院企强同营并划自任权持技计防准个共推组件标性育收期度量程治各报委代他立险于济质证与场城明查日审现基按入活督增六教村"
    "向相环是境议取款交金专外目供据案情运使县平费请省信面元织表长违支术科备范决万调检域点源造七系例申前过正数八予执道统效求"
    "结九采業條應國規設當會關務發產經區機進門實資動對員爲為責體農處項構單監學級開護內辦時職強營權計個劃並組標報險於濟質證與"
    "場審現環議專據運縣費請織長違術備範決萬調檢點過準數執統結後導，、。；：（）“”《》「」\u3000"
)
_PUNCTUATION = "？！‘’〈〉【】〔〕『』—…·～％＋－／﹐﹑．０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩℃○〇"
# Older copies draw their tables with these characters, which may be most of a sample.
_LINES = "".join(map(chr, range(0x2500, 0x25A0)))
_TYPED = "\t\n\r" + "".join(map(chr, range(32, 127)))

# Decimal logarithms of one character's probability: a class's share of a text over the number of its characters.
_LOG_FREQUENT, _LOG_TYPED, _LOG_LEVEL_1, _LOG_RARE = -2.7, -2.0, -4.0, -6.3
#: Characters that no author writes: controls, private and unassigned characters, and U+FFFD for invalid bytes.
_LOG_IMPOSSIBLE = -9.0


def compute_likelihood(text: str) -> float:
    """Return the decimal logarithm of the probability of `text`, up to a constant; 0 for an empty text."""
    return sum(map(_load_weights().get, text, repeat(_LOG_RARE)))


def compute_mean_likelihood(text: str) -> float:
    """Return the mean likelihood of the control and non-ASCII characters, which differ by encoding; 0 without any."""
    characters = [character for character in text if character > "\x7e" or character < " "]
    characters = [character for character in characters if character not in "\t\n\r"]
    return compute_likelihood("".join(characters)) / len(characters) if characters else 0.0


@cache
def _load_weights() -> dict[str, float]:
    impossible = (*range(32), 127, *range(0x80, 0xA0), 0xFFFD, 0xFFFE, 0xFFFF, *range(0xE000, 0xF900))
    weights = dict.fromkeys(map(chr, impossible), _LOG_IMPOSSIBLE)
    weights.update(dict.fromkeys(_list_level_1() + _PUNCTUATION + _LINES, _LOG_LEVEL_1))
    weights.update(dict.fromkeys(_FREQUENT, _LOG_FREQUENT))
    weights.update(dict.fromkeys(_TYPED, _LOG_TYPED))
    return weights


def _list_level_1() -> str:
    """Return the common characters of both scripts: GB 2312 rows 16 to 55, Big5 A440 to C67E."""
    simplified = [bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)]
    cells = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    traditional = [
        bytes((row, cell)) for row in range(0xA4, 0xC7) for cell in cells if (row, cell) <= (0xC6, 0x7E)
    ]
    return b"".join(simplified).decode("gb2312", "ignore") + b"".join(traditional).decode("big5")
