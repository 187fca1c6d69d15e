"""What builds the model: texts parted so that nothing leaks, slips planted where they are said to be."""

import random

import pytest

pytest.importorskip("numpy", reason="building needs the dependency group training")

import itertools

from training.corpus import FOLDS, assign_part
from training.synthetic_errors import plant_errors


@pytest.mark.parametrize(
    ("source", "first", "second"),
    [
        pytest.param(
            "lawrefbook",
            ("某省数据条例", "2015-01-01"),
            ("某省数据条例(2020修正)", "2020-01-01"),
            id="versions of a statute",
        ),
        pytest.param(
            "provincial",
            ("2025年某市工作报告", "2025-01-01"),
            ("2026年某市工作报告", "2026-01-01"),
            id="the next year's report",
        ),
        pytest.param(
            "gwr_wikisource",
            ("2011年报告", "2011-03-05"),
            ("2014年另一报告", "2014-03-05"),
            id="a series in blocks of years",
        ),
    ],
)
def test_what_is_nearly_one_text_stays_together(
    source: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    assert assign_part(source, *first) == assign_part(source, *second)


def test_a_tenth_of_statutes_and_a_fifth_of_others_is_held_back() -> None:
    titles = [f"关于第{chr(0x4E00 + number)}{chr(0x5E00 + number)}项的决定" for number in range(3_000)]
    for source, share in (("lawrefbook", 0.1), ("misc", 0.2)):
        parts = [assign_part(source, title, "") for title in titles]
        assert abs(parts.count("test") / len(parts) - share) < 0.03
        assert set(parts) == {"test", *map(str, range(FOLDS))}


def test_inserted_typos_are_at_their_offsets_and_apart() -> None:
    text = "统筹安排各项工作，加强学科建设，提升群众获得感。" * 40
    planted, slips = plant_errors(text, {("排", "牌"): 3, ("科", "可"): 1}, 1 / 40, random.Random(1))
    assert len(slips) > 5
    assert len(planted) == len(text)
    for slip in slips:
        assert (text[slip.at], planted[slip.at]) == (slip.right, slip.wrong)
    assert all(two.at - one.at > 12 for one, two in itertools.pairwise(slips))


def test_likeness_of_sound() -> None:
    pytest.importorskip("pypinyin", reason="building needs the dependency group training")
    from training.confusables import find_near_syllables, merge_syllable

    assert "zong" in find_near_syllables("zhong")
    assert "hua" in find_near_syllables("fa")
    assert "zhong" not in find_near_syllables("zhong")
    assert merge_syllable("zhang") == merge_syllable("zan")
