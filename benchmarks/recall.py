"""How many planted errors each rule of error level finds, and whether safe mends bring the text back.

    python benchmarks/recall.py FOLDER [COUNT]

FOLDER holds clean texts. Each injector spoils one place of a text the way real texts were spoilt; the text is
then linted whole. Printed for each rule: errors planted, found at their place, and of the safe mends offered
how many restore the clean text exactly. Random, but the same each time.
"""

import random
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import yaml

from policytext.linter.engine import find_findings
from policytext.model.annotations import Finding
from policytext.model.document import Source
from policytext.outliner import parse
from policytext.readers import read
from policytext.rulebook.packs import load_rules
from policytext.rulebook.rulebook import Rulebook
from policytext.text.edits import apply_fixes
from policytext.text.prepared import PreparedDocument
from policytext.text.script import to_traditional

RULES = Path(__file__).resolve().parents[1] / "rules" / "lint"


class Planted(NamedTuple):
    """A spoilt text and where."""

    text: str
    start: int
    end: int


Injector = Callable[[str, random.Random], Planted | None]


def replacing(pattern: str, spoil: Callable[[re.Match[str], random.Random], str | None]) -> Injector:
    """An injector that spoils one of the places that a pattern finds."""
    compiled = re.compile(pattern)

    def inject(text: str, chance: random.Random) -> Planted | None:
        places = list(compiled.finditer(text))
        chance.shuffle(places)
        for place in places[:5]:
            words = spoil(place, chance)
            if words is not None and words != place[0]:
                start = place.start()
                return Planted(text[:start] + words + text[place.end() :], start, start + len(words))
        return None

    return inject


def _pairs(file: str, rule: str) -> dict[str, str]:
    """Right words and how the rule expects them to be miswritten."""
    pack = yaml.safe_load((RULES / file).read_text(encoding="utf-8"))
    found = next(one for one in pack["lint"] if one["id"] == rule)["find"]
    return {right: wrong for wrong, right in found.items() if "…" not in wrong and "{" not in wrong}


def miswriting(pairs: dict[str, str]) -> Injector:
    """An injector that miswrites one of some words."""
    either = "|".join(map(re.escape, sorted(pairs, key=len, reverse=True)))
    return replacing(either, lambda place, _: pairs[place[0]])


def _lost_digit(place: re.Match[str], chance: random.Random) -> str:
    at = chance.randrange(2, 5)
    return place[0][:at] + chance.choice("123456789") + place[0][at:]


def _no_such_day(place: re.Match[str], chance: random.Random) -> str:
    month = int(place[1])
    day = 31 if month in (4, 6, 9, 11) else 30 if month == 2 else chance.randint(32, 39)
    return f"{month}月{day}日"


def _masked(place: re.Match[str], chance: random.Random) -> str:
    return place[0][0] + chance.choice(("***", "* * *", "****", "�", "��")) + place[0][-1]


def _other_day(place: re.Match[str], chance: random.Random) -> str:
    day = date(int(place[1]), int(place[2]), int(place[3])).weekday()
    return f"{place[0]}（星期{'一二三四五六日'[(day + chance.randint(1, 6)) % 7]}）"


def _against(place: re.Match[str], _: random.Random) -> str | None:
    return f"{place[1]}{place[5]}{place[3]}{place[4]}{place[2]}" if place[2] != place[5] else None


def _shifted(place: re.Match[str], _: random.Random) -> str:
    return chr(0x3105 + 10) + "唬┤" + place[0][2:]


PINYIN = {"进": "jìn", "数": "shù", "务": "wù", "发": "fā", "体": "tǐ", "个": "gè", "应": "yīng", "机": "jī"}
_NUMBER = r"\d+(?:\.\d+)?"
INJECTORS: dict[str, tuple[Injector, ...]] = {
    "damage/financial-one": (replacing("一(?=[个项批轮次步体致])", lambda *_: "壹"),),
    "damage/masked": (replacing("(?<=[\u4e00-\u9fff])[\u4e00-\u9fff]{3,4}(?=[\u4e00-\u9fff])", _masked),),
    "damage/mojibake": (
        replacing("(?<=。)[\u4e00-\u9fff]{5}", _shifted),
        replacing("[\u4e00-\u9fff]{3}", lambda *_: "锟斤拷"),
        replacing("(?<=\n)(?=[\u4e00-\u9fff]{8})", lambda *_: "????"),
    ),
    "damage/pinyin": (replacing("[进数务发体个应机]", lambda place, _: f"{place[0]}({PINYIN[place[0]]})"),),
    "damage/over-converted": (miswriting(_pairs("conversion.yaml", "damage/over-converted")),),
    "typo/confusable": (miswriting(_pairs("typo.yaml", "typo/confusable")),),
    "date/garbled-year": (replacing(r"(?<!\d)20[012]\d年", _lost_digit),),
    "date/impossible": (replacing(r"(?<![\d第])(1[0-2]|[1-9])月\d{1,2}日", _no_such_day),),
    "date/plan-period": (
        replacing(
            "“十[三四]五”(?:期间|时期)，(?:全省|全市|我们|我市|我省)?",
            lambda place, _: place[0].replace("三", "").replace("四", "")[:7] + "要",
        ),
    ),
    "date/reversed": (
        replacing(
            r"(?<!\d)(20\d\d)(?:—|-|至)(20\d\d)年",
            lambda place, _: (
                place[0].replace(place[1], "#").replace(place[2], place[1]).replace("#", place[2])
            ),
        ),
    ),
    "date/weekday": (replacing(r"(?<!\d)(20\d\d)年(1[0-2]|[1-9])月([12]?\d)日(?![（(])", _other_day),),
    "number/direction": (
        replacing(
            rf"((?:由|从)[^，。；\n]{{0,12}}?)({_NUMBER}%)([^，。；\d\n]{{0,4}}?)((?:提高|上升|增加|降低|下降|减少)到)({_NUMBER}%)(?![\d、，]\d)",
            _against,
        ),
    ),
    "number/over-hundred": (
        replacing(
            r"(?<=覆盖率达到|合格率达到|利用率达到|处理率达到)\d\d(?:\.\d+)?%",
            lambda place, _: "1" + place[0],
        ),
        replacing(r"(?<=占比达)\d\d(?:\.\d+)?%", lambda place, _: "1" + place[0]),
    ),
    "number/percentage-point": (
        replacing(r"(?<=[\d])个百分点", lambda *_: "个百分比"),
        replacing("(?<=\\d)个百分点", lambda *_: "%个百分点"),
    ),
}


def _trials(texts: list[str], injector: Injector, count: int) -> Iterator[tuple[str, Planted]]:
    chance = random.Random(7)
    done = 0
    for _ in range(4):
        for text in texts:
            planted = injector(text, chance)
            if planted is not None:
                yield text, planted
                done += 1
                if done >= count:
                    return


def _linted(text: str, book: Rulebook) -> tuple[Finding, ...]:
    return find_findings(PreparedDocument(parse(Source(text=text))), book)


def main(folder: Path, count: int) -> None:
    """Plant, lint, mend, count."""
    book, _ = load_rules()
    texts = [read(path).text for path in sorted(folder.rglob("*.txt"))]
    # Short texts: a place in context is what matters, not the length around it.
    texts = [text[:6000] for text in texts]
    random.Random(3).shuffle(texts)
    traditional = [to_traditional(text) for text in texts[:200]]
    print(f"{'rule':26}{'planted':>9}{'found':>7}{'recall':>8}{'mended':>8}{'restored':>10}")
    for rule, injectors in INJECTORS.items():
        planted = found = offered = restored = 0
        for injector in injectors:
            for clean, spoilt in _trials(
                traditional if rule == "damage/over-converted" else texts, injector, count
            ):
                planted += 1
                findings = _linted(spoilt.text, book)
                hits = [one for one in findings if one.rule == rule and _touches(one, spoilt)]
                found += bool(hits)
                if any(one.fix and one.fix.safety == "safe" for one in hits):
                    offered += 1
                    restored += (
                        apply_fixes(spoilt.text, (one for one in findings if one.rule == rule)).text
                        == apply_fixes(clean, (one for one in _linted(clean, book) if one.rule == rule)).text
                    )
        share = found / planted if planted else 0.0
        print(
            f"{rule:26}{planted:9}{found:7}{share:8.3f}{offered:8}{restored / offered if offered else 0:10.3f}"
        )


def _touches(finding: Finding, spoilt: Planted) -> bool:
    return any(
        start < spoilt.end and spoilt.start < max(end, start + 1)
        for start, end in (finding.span, *finding.also)
    )


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100)
