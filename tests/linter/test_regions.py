"""Rules measured on Simplified text, at work on Traditional text."""

import json
from itertools import product
from pathlib import Path

import pytest

import policytext
from policytext.cli.app import run
from policytext.model.annotations import Finding

CONVERSION = ("damage/over-converted", "damage/financial-one", "typo/account")


def findings(text: str) -> list[Finding]:
    return [finding for finding in policytext.lint(text) if finding.rule in CONVERSION]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("校長徵得家長會同意後實施。", id="a word begins inside: 校長, 徵得"),
        pytest.param("得由院長徵詢有關庭長意見。", id="the same before another verb"),
        pytest.param("部長徵求各界意見。", id="a third one"),
        pytest.param("船隻有下列情形之一者。", id="a word ends inside: 船隻"),
        pytest.param("受檢船隻有損壞者，應予修復。", id="the same in a longer clause"),
        pytest.param("兩岸關係統籌辦理。", id="two words of two characters: 關係, 統籌"),
        pytest.param("稅捐稽徵程序及救濟。", id="程序 begins inside"),
        pytest.param("應於公文簽註意見。", id="意見 begins inside"),
        pytest.param("法官擬製裁定書。", id="裁定 begins inside"),
        pytest.param("外用液體製劑之管理。", id="製劑 begins inside"),
        pytest.param("本會團體係以公益為目的。", id="係 is a word of its own"),
        pytest.param("發展地方麵食產業。", id="麵食 begins inside"),
        pytest.param("每股定為新台幣壹百元。", id="an amount with the plain 百"),
        pytest.param("獎金壹千元，由主管機關發給。", id="an amount without a currency before it"),
        pytest.param("請查詢帳號密碼，並核對帳戶。", id="帳 is right in Taiwan and Hong Kong"),
    ],
)
def test_correct_traditional_text_stays_silent(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("更加註重服務效能。", ["註重"], id="a whole word"),
        pytest.param("嚴格控製規模，完善管理體製。", ["控製", "體製"], id="two of them"),
        pytest.param("推動技術叠代升級。", ["叠代"], id="a word that the dictionary lacks as it stands"),
        pytest.param("開啟新壹輪改革，進壹步落實。", ["壹"], id="壹 where no amount is"),
    ],
)
def test_damaged_text_is_reported_with_a_fix_that_is_not_safe(text: str, places: list[str]) -> None:
    found = findings(text)
    assert [finding.text for finding in found] == places
    assert {finding.fix.safety for finding in found if finding.fix} == {"unsafe"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "中華民國法規。主管機關應訂定制度。表格由財政部製定之。", id="who writes 制度 means 製定"
        ),
        pytest.param("中華民國法規。一、總則。第一條至第二條。頒發獎狀壹紙。", id="who writes 一 means 壹"),
    ],
)
def test_a_text_of_taiwan_that_knows_both_characters_means_each(text: str) -> None:
    assert findings(text) == []


def test_a_word_is_never_replaced_unseen_in_simplified_text_either() -> None:
    (found,) = findings("核对单位的帐户。")
    assert found.fix is not None
    assert found.fix.safety == "unsafe"


def test_a_chosen_profile_brings_the_mainlands_spelling(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("請核對帳戶。\n", encoding="utf-8")
    command = ["lint", str(tmp_path / "a.txt"), "--format", "json", "--profile", "mainland"]
    assert run(command) == 0
    (found,) = json.loads(capfd.readouterr().out)["files"][0]["findings"]
    assert (found["rule"], found["fix"]["safety"]) == ("typo/account", "unsafe")


def test_a_long_mainland_text_in_traditional_characters_is_no_excerpt() -> None:
    """What silences a few sentences of unknown origin must not silence a whole copied document without its title."""
    actions = ("推進服務體系建設", "加強隊伍管理", "完善參與機制", "擴大資源供給", "改善辦事環境")
    places = ("社區", "鄉鎮", "街道", "園區", "學校", "醫院", "車站", "企業", "家庭", "農村", "城市", "網點")
    lines = [
        f"圍繞{place}{action}，投入資金{number}萬元。"
        for number, (place, action) in enumerate(product(places, actions), start=11)
    ]
    text = "\n".join(("“十四五”期間，堅持社會主義方向。", "“十四五”末，高質量完成。", *lines, ""))
    fault = "開啟新壹輪改革，落實《規劃》。\n"
    assert len(text) > 500
    assert [one.rule for one in policytext.lint(text + fault)] == [
        "damage/financial-one",
        "document/undefined-short-title",
    ]
