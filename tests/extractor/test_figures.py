"""Figures: each sentence of ``cases/figures.txt`` has exactly the figures that stand behind it."""

from pathlib import Path

import pytest

import policytext
from policytext.extractor.quantities import find_quantities, load_cues
from policytext.rulebook.packs import load_rules
from policytext.text.shadow import fold

CASES = Path(__file__).resolve().parents[1] / "cases" / "figures.txt"
WORDS = load_cues(load_rules()[0])


def cases() -> list[tuple[str, str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]  # type: ignore[misc]


@pytest.mark.parametrize(("text", "wanted"), [pytest.param(*case, id=case[0]) for case in cases()])
def test_figures_of_a_sentence(text: str, wanted: str) -> None:
    shadow = fold(text)
    found = []
    for one in find_quantities(shadow, WORDS):
        high = "" if one.high is None else f"~{one.high:f}"
        found.append(f"{one.low:f}{high} {one.unit} {one.comparator}")
        assert shadow[one.start : one.end].strip() == shadow[one.start : one.end]
        assert one.first <= one.start < one.end <= one.last
    assert ("; ".join(found) or "-") == wanted


def test_the_file_holds_enough_of_both() -> None:
    wanted = [figure for _, figure in cases()]
    assert sum(one == "-" for one in wanted) >= 60
    assert sum(one != "-" for one in wanted) >= 120


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "死亡率控制在十万分之七以内", ("7", None, "/10万", "<="), id="a rate per 100,000 in words"
        ),
        pytest.param("差错率低于百万分之一", ("1", None, "/100万", "<"), id="per million"),
        pytest.param("死亡率降至10万分之9", ("9", None, "/10万", "="), id="mixed"),
        pytest.param("死亡率控制在7/10万以下", ("7", None, "/10万", "<="), id="with a stroke"),
        pytest.param("每10万人拥有律师45名", ("45", None, "名", "="), id="the denominator is no figure"),
        pytest.param("惠及1千2百万户", ("12000000", None, "户", "="), id="places between digits"),
        pytest.param("产值达到2万3千亿元", ("2300000000000", None, "元", "="), id="万 before 亿"),
        pytest.param(
            "每年節省約1億5 000萬度電", ("150000000", None, "度電", "~"), id="a space in the smaller part"
        ),
        pytest.param("預算為二億○四百六十二萬元", ("204620000", None, "元", "="), id="a circle for zero"),
        pytest.param("委員會舉行了28次會議", ("28", None, "次", "="), id="sittings that were held"),
        pytest.param("設有630間隔離病房", ("630", None, "間", "="), id="a room is no interval"),
        pytest.param("總時數約65小時", ("65", None, "小時", "~"), id="hours that are counted"),
        pytest.param(
            "逾九成八由政府撥款", ("98", None, "%", ">"), id="tenths and hundredths before who pays"
        ),
        pytest.param("新增就业三十几万人", ("310000", "390000", "人", "range"), id="some ten thousands"),
        pytest.param("服务一百几十万人", ("1100000", "1900000", "人", "range"), id="some tens"),
        pytest.param("新建站点两三百个", ("200", "300", "个", "range"), id="two neighbours"),
        pytest.param("新建基地十几个", ("11", "19", "个", "range"), id="ten and some"),
        pytest.param("新建驿站百余个", ("100", None, "个", "~"), id="a hundred and more"),
        pytest.param("投入伍仟万元", ("50000000", None, "元", "="), id="numerals of cheques"),
        pytest.param("增长百分之五到六", ("5", "6", "%", "range"), id="a range of per cents in words"),
        pytest.param("由百分之五提高到百分之八", ("8", None, "%", "="), id="a change in words is no range"),
        pytest.param(
            "占比达到百分之八十到二〇三五年再提高", ("80", None, "%", "="), id="a year is no upper end"
        ),
        pytest.param("绿地率>40%", ("40", None, "%", ">"), id="a sign of comparison"),
        pytest.param("新建站房3000㎡", ("3000", None, "平方米", "="), id="a square sign"),
        pytest.param("浓度降至30μg/m³", ("30", None, "微克/立方米", "="), id="micrograms"),
        pytest.param("预算达到2兆8,818亿元", ("2881800000000", None, "元", "="), id="a scale of Taiwan"),
        pytest.param("带宽达到20兆", ("20", None, "兆", "="), id="a unit of data"),
        pytest.param("处理能力达3.5万吨/日", ("35000", None, "吨/日", "="), id="a rate by day"),
        pytest.param("经费标准达到1200元/生·年", ("1200", None, "元/生·年", "="), id="a rate of two units"),
        pytest.param("粮食产量达到10⁴吨", ("10000", None, "吨", "="), id="a power of ten"),
        pytest.param("新增企业120²家", ("120", None, "家", "="), id="the mark of a note is no digit"),
        pytest.param(
            "里程达到 5 万 公里", ("50000", None, "公里", "="), id="a scale and its unit parted by a space"
        ),
        pytest.param(
            "传热系数不大于0.5W/(m²·K)", ("0.5", None, "W/(m²·K)", "<="), id="a unit with a bracket"
        ),
        pytest.param("功率密度不大于9W/㎡", ("9", None, "W/㎡", "<="), id="a unit of two signs"),
        pytest.param("收益率为4.6厘", ("4.6", None, "厘", "="), id="a rate of interest in Hong Kong"),
    ],
)
def test_rates_and_mixed_numerals(text: str, wanted: tuple[str, str | None, str, str]) -> None:
    (found,) = policytext.targets(f"到2030年，{text}。").indicators
    high = None if found.value_high is None else str(found.value_high)
    assert (str(found.value), high, found.unit, found.comparator) == wanted
