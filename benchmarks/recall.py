"""Measure how many planted errors each rule of error level finds, and whether its safe fixes restore the text.

    python benchmarks/recall.py FOLDER [COUNT]

FOLDER has clean texts. An injector plants one error of a real kind in a text, and the whole text is linted. The table shows for
each rule the errors planted, the errors found at their place, the safe fixes offered, and the share of these that restore
the clean text exactly. The random choices are the same in each run.
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


class DamagedText(NamedTuple):
    """A text with a planted error, and the span of the error."""

    text: str
    start: int
    end: int


Injector = Callable[[str, random.Random], DamagedText | None]


def build_injector(pattern: str, replace: Callable[[re.Match[str], random.Random], str | None]) -> Injector:
    """Return an injector that replaces one match of a pattern.

    Args:
        pattern: a regular expression.
        replace: returns the wrong text for a match, or None if the match cannot be used.
    """
    compiled = re.compile(pattern)

    def inject(text: str, chance: random.Random) -> DamagedText | None:
        places = list(compiled.finditer(text))
        chance.shuffle(places)
        for place in places[:5]:
            wrong = replace(place, chance)
            if wrong is not None and wrong != place[0]:
                start = place.start()
                return DamagedText(text[:start] + wrong + text[place.end() :], start, start + len(wrong))
        return None

    return inject


def _read_pairs(file: str, rule: str) -> dict[str, str]:
    """Return the right words of a rule with their wrong forms."""
    pack = yaml.safe_load((RULES / file).read_text(encoding="utf-8"))
    found = next(entry for entry in pack["lint"] if entry["id"] == rule)["find"]
    return {right: wrong for wrong, right in found.items() if "…" not in wrong and "{" not in wrong}


def build_word_injector(pairs: dict[str, str]) -> Injector:
    """Return an injector that replaces a word by its wrong form."""
    either = "|".join(map(re.escape, sorted(pairs, key=len, reverse=True)))
    return build_injector(either, lambda place, _: pairs[place[0]])


def _add_digit(place: re.Match[str], chance: random.Random) -> str:
    at = chance.randrange(2, 5)
    return place[0][:at] + chance.choice("123456789") + place[0][at:]


def _write_impossible_day(place: re.Match[str], chance: random.Random) -> str:
    month = int(place[1])
    day = 31 if month in (4, 6, 9, 11) else 30 if month == 2 else chance.randint(32, 39)
    return f"{month}月{day}日"


def _mask(place: re.Match[str], chance: random.Random) -> str:
    return place[0][0] + chance.choice(("***", "* * *", "****", "�", "��")) + place[0][-1]


def _write_wrong_weekday(place: re.Match[str], chance: random.Random) -> str:
    day = date(int(place[1]), int(place[2]), int(place[3])).weekday()
    return f"{place[0]}（星期{'一二三四五六日'[(day + chance.randint(1, 6)) % 7]}）"


def _contradict_direction(place: re.Match[str], _: random.Random) -> str | None:
    return f"{place[1]}{place[5]}{place[3]}{place[4]}{place[2]}" if place[2] != place[5] else None


def _shift_bytes(place: re.Match[str], _: random.Random) -> str:
    return chr(0x3105 + 10) + "唬┤" + place[0][2:]


PINYIN = {"进": "jìn", "数": "shù", "务": "wù", "发": "fā", "体": "tǐ", "个": "gè", "应": "yīng", "机": "jī"}
_NUMBER = r"\d+(?:\.\d+)?"
INJECTORS: dict[str, tuple[Injector, ...]] = {
    "damage/financial-one": (build_injector("一(?=[个项批轮次步体致])", lambda *_: "壹"),),
    "damage/masked": (build_injector("(?<=[\u4e00-\u9fff])[\u4e00-\u9fff]{3,4}(?=[\u4e00-\u9fff])", _mask),),
    "damage/mojibake": (
        build_injector("(?<=。)[\u4e00-\u9fff]{5}", _shift_bytes),
        build_injector("[\u4e00-\u9fff]{3}", lambda *_: "锟斤拷"),
        build_injector("(?<=\n)(?=[\u4e00-\u9fff]{8})", lambda *_: "????"),
    ),
    "damage/pinyin": (
        build_injector("[进数务发体个应机]", lambda place, _: f"{place[0]}({PINYIN[place[0]]})"),
    ),
    "damage/over-converted": (build_word_injector(_read_pairs("conversion.yaml", "damage/over-converted")),),
    "typo/confusable": (build_word_injector(_read_pairs("typo.yaml", "typo/confusable")),),
    "date/garbled-year": (build_injector(r"(?<!\d)20[012]\d年", _add_digit),),
    "date/impossible": (build_injector(r"(?<![\d第])(1[0-2]|[1-9])月\d{1,2}日", _write_impossible_day),),
    "date/plan-period": (
        build_injector(
            "“十[三四]五”(?:期间|时期)，(?:全省|全市|我们|我市|我省)?",
            lambda place, _: place[0].replace("三", "").replace("四", "")[:7] + "要",
        ),
    ),
    "date/reversed": (
        build_injector(
            r"(?<!\d)(20\d\d)(?:—|-|至)(20\d\d)年",
            lambda place, _: (
                place[0].replace(place[1], "#").replace(place[2], place[1]).replace("#", place[2])
            ),
        ),
    ),
    "date/weekday": (
        build_injector(r"(?<!\d)(20\d\d)年(1[0-2]|[1-9])月([12]?\d)日(?![（(])", _write_wrong_weekday),
    ),
    "number/direction": (
        build_injector(
            rf"((?:由|从)[^，。；\n]{{0,12}}?)({_NUMBER}%)([^，。；\d\n]{{0,4}}?)((?:提高|上升|增加|降低|下降|减少)到)({_NUMBER}%)(?![\d、，]\d)",
            _contradict_direction,
        ),
    ),
    "number/over-hundred": (
        build_injector(
            r"(?<=覆盖率达到|合格率达到|利用率达到|处理率达到)\d\d(?:\.\d+)?%",
            lambda place, _: "1" + place[0],
        ),
        build_injector(r"(?<=占比达)\d\d(?:\.\d+)?%", lambda place, _: "1" + place[0]),
    ),
    "number/percentage-point": (
        build_injector(r"(?<=[\d])个百分点", lambda *_: "个百分比"),
        build_injector("(?<=\\d)个百分点", lambda *_: "%个百分点"),
    ),
}


def _plant_errors(texts: list[str], injector: Injector, count: int) -> Iterator[tuple[str, DamagedText]]:
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


def _lint(text: str, book: Rulebook) -> tuple[Finding, ...]:
    return find_findings(PreparedDocument(parse(Source(text=text))), book)


def main(folder: Path, count: int) -> None:
    """Plant errors, lint, apply the fixes, and print the table."""
    book, _ = load_rules()
    texts = [read(path).text for path in sorted(folder.rglob("*.txt"))]
    # Only the place and its context matter, not the length of the text.
    texts = [text[:6000] for text in texts]
    random.Random(3).shuffle(texts)
    traditional = [to_traditional(text) for text in texts[:200]]
    print(f"{'rule':26}{'planted':>9}{'found':>7}{'recall':>8}{'fixes':>8}{'restored':>10}")
    for rule, injectors in INJECTORS.items():
        planted = found = offered = restored = 0
        for injector in injectors:
            for clean, damaged in _plant_errors(
                traditional if rule == "damage/over-converted" else texts, injector, count
            ):
                planted += 1
                findings = _lint(damaged.text, book)
                hits = [
                    finding for finding in findings if finding.rule == rule and _overlaps(finding, damaged)
                ]
                found += bool(hits)
                if any(finding.fix and finding.fix.safety == "safe" for finding in hits):
                    offered += 1
                    restored += (
                        apply_fixes(
                            damaged.text, (finding for finding in findings if finding.rule == rule)
                        ).text
                        == apply_fixes(
                            clean, (finding for finding in _lint(clean, book) if finding.rule == rule)
                        ).text
                    )
        share = found / planted if planted else 0.0
        print(
            f"{rule:26}{planted:9}{found:7}{share:8.3f}{offered:8}{restored / offered if offered else 0:10.3f}"
        )


def _overlaps(finding: Finding, damaged: DamagedText) -> bool:
    return any(
        start < damaged.end and damaged.start < max(end, start + 1)
        for start, end in (finding.span, *finding.also)
    )


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100)
