"""The house style in the configuration: quotation marks, brackets, enumerators; fixing twice changes nothing."""

from pathlib import Path

import pytest

from tests.helpers import Capture, answer

TEXT = """\
临河市发展规划
一、总体要求
推进“一网通办”改革,实施'双随机'监管（含抽查)，见附件(第2页)。
1．完善“一张图‘一本账’”制度（试行）。
2、建设5个园区。
3. 加快发展。
二、任务
各区（县）负责。
附件：1.清单
      2.名单
"""


@pytest.fixture
def config(folder: Path) -> Path:
    """A text, and the path of a configuration."""
    (folder / "draft.txt").write_text(TEXT, encoding="utf-8")
    return folder / ".policytext.toml"


@pytest.mark.parametrize(
    ("setting", "rule", "words"),
    [
        pytest.param('quotes = "corner"', "style/corner-quotes", "「一张图『一本账』」", id="corner quotes"),
        pytest.param('brackets = "half"', "style/half-width-brackets", "各区(县)负责", id="half-width brackets"),
        pytest.param('brackets = "full"', "style/full-width-brackets", "见附件（第2页）", id="full-width brackets"),
        pytest.param('enumerators = "、"', "style/enumerator-comma", "1、完善", id="a comma"),
        pytest.param('enumerators = "."', "style/enumerator-stop", "2.建设5个园区", id="a full point"),
        pytest.param('enumerators = "．"', "style/enumerator-full-stop", "2．建设5个园区", id="a full-width point"),
    ],
)  # fmt: skip
def test_a_setting_asks_for_one_form(
    setting: str, rule: str, words: str, config: Path, capfd: Capture
) -> None:
    assert rule not in answer(capfd, "lint", "draft.txt")[1]
    config.write_text(setting + "\n", encoding="utf-8")
    assert rule in answer(capfd, "lint", "draft.txt")[1]
    answer(capfd, "lint", "draft.txt", "--fix")
    fixed = config.with_name("draft.txt").read_text(encoding="utf-8")
    assert words in fixed
    assert rule not in answer(capfd, "lint", "draft.txt")[1]
    assert (
        "已改正" not in answer(capfd, "lint", "draft.txt", "--fix", "--unsafe-fixes", "--select", "style")[2]
    )
    assert config.with_name("draft.txt").read_text(encoding="utf-8") == fixed


@pytest.mark.parametrize("quotes", ["curly", "corner"])
@pytest.mark.parametrize("brackets", ["full", "half"])
@pytest.mark.parametrize("enumerators", ["、", ".", "．"])
def test_fixing_twice_changes_nothing(
    quotes: str, brackets: str, enumerators: str, config: Path, capfd: Capture
) -> None:
    style = f'quotes = "{quotes}"\nbrackets = "{brackets}"\nenumerators = "{enumerators}"\n'
    config.write_text(style, encoding="utf-8")
    draft = config.with_name("draft.txt")
    answer(capfd, "lint", "draft.txt", "--fix", "--unsafe-fixes")
    once = draft.read_text(encoding="utf-8")
    assert once != TEXT
    assert "已改正" not in answer(capfd, "lint", "draft.txt", "--fix", "--unsafe-fixes")[2]
    assert draft.read_text(encoding="utf-8") == once


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        pytest.param('quotes = "curled"', "curly|corner", id="no such form"),
        pytest.param("enumerators = 1", "enumerators", id="a number"),
        pytest.param('quote = "curly"', "quotes", id="a misspelt key"),
    ],
)
def test_a_wrong_setting_is_one_line(setting: str, words: str, config: Path, capfd: Capture) -> None:
    config.write_text(f"\n{setting}\n", encoding="utf-8")
    code, out, err = answer(capfd, "lint", "draft.txt")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("policytext: .policytext.toml:2: ")
    assert words in err
