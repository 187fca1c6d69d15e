"""``typo/unlikely-character``: the language model, through the public face and the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numpy", reason="the language model needs numpy")

from policytext import lint
from policytext.cli.app import run
from policytext.model.annotations import Finding
from policytext.typos import array_file, model, model_file
from policytext.typos.boosted_trees import FEATURES_ARRAY
from policytext.typos.protected_words import is_protected_change
from tests.helpers import Capture, run_python

NAME = "typo/unlikely-character"


@pytest.fixture(autouse=True)
def folder(folder: Path) -> Path:
    """A working folder with a draft."""
    (folder / "draft.txt").write_text("各地要统筹安牌各项工作。\n", encoding="utf-8")
    return folder


def found(text: str, rate: float = 0.5) -> list[Finding]:
    return [finding for finding in lint(text, alarm_rate=rate) if finding.rule == NAME]


def told(text: str, rate: float = 0.5) -> list[tuple[str, str]]:
    return [(finding.text, finding.fix.edits[0].text if finding.fix else "") for finding in found(text, rate)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("各地要统筹安牌各项工作。", [("牌", "排")], id="a character that sounds alike"),
        pytest.param("要加强重点学可建设，提高人才培养质量。", [("可", "科")], id="another one"),
        pytest.param("全省各地要統籌安牌各項工作，確保社會穩定。", [("牌", "排")], id="in Traditional text"),
        pytest.param(
            "全省各地要統籌推進經繼發展，確保社會穩定。", [("繼", "濟")], id="mended in Traditional"
        ),
    ],
)
def test_what_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("协调解决职业教育育工作中的重大问题。", [("育育", "育")], id="a character typed twice"),
        pytest.param(
            "要推动高等教内涵式发展，提高人才培养质量。", [("教内", "教育内")], id="a character left out"
        ),
        pytest.param(
            "全省各地要協調解決職業教育育工作中的問題。", [("育育", "育")], id="in Traditional text"
        ),
        pytest.param(
            "全省各地要推動高等教內涵式發展，提高人才培養質量。",
            [("教內", "教育內")],
            id="written as the text is",
        ),
        pytest.param(
            "各级人民政府应当建立健全工作机制，目的的实现另行规定。", [], id="one word ends, the next begins"
        ),
        pytest.param(
            "村委会驻址暂设村小学，房屋新所有权人应当登记。", [], id="a word that a sentence may have"
        ),
        pytest.param("本市十三五期间完成任务，二零二六年再续五年。", [], id="numbers"),
    ],
)
def test_a_character_more_or_less(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, 5.0) == expected


def test_a_missing_character_is_no_negation_place_or_body() -> None:
    for text in (
        "未经批准，得擅自拆除公共设施。",
        "由农业农村负责监督检查。",
        "支援西建设，促进区域协调发展。",
    ):
        assert all(len(new) <= len(old) for old, new in told(text, 10.0))


def test_a_finding_is_a_warning_with_a_probability_and_an_unsafe_mend() -> None:
    (one,) = found("各地要统筹安牌各项工作。")
    assert (one.severity, one.fix.safety if one.fix else "") == ("warning", "unsafe")
    assert 0.5 < one.confidence <= 1
    assert one.message.zh == "“统筹安牌各项工”疑为“统筹安排各项工”"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("王璟琛、李垚、欧阳予倩、古丽巴哈尔·买买提出席会议。", id="names"),
        pytest.param("位于克孜勒苏柯尔克孜自治州阿图什市、甘孜州色达县。", id="places"),
        pytest.param("由蔚蓝锂芯、沐曦集成、壁仞科技等企业承担。", id="companies"),
        pytest.param("路漫漫其修远兮，吾将上下而求索。苟日新，日日新，又日新。", id="classical Chinese"),
        pytest.param("佢哋話呢件事唔關我哋事，你哋自己諗掂佢。", id="Cantonese"),
        pytest.param(
            "设 f(x)=∑aₙxⁿ，则 ∂f/∂x≥0；见 https://example.org/政策?id=1#二。", id="a formula and an address"
        ),
        pytest.param(
            "┌────┬────┐\n│甲  │乙  │\n├────┼────┤\n│１  │２  │\n└────┴────┘", id="a table drawn with signs"
        ),
        pytest.param(
            "数智赋能、数智转型，数智平台统一建设，打造数智城市。", id="a term that the text repeats"
        ),
        pytest.param(
            "特區政府會繼續統籌安牌各項工作，便利市民。", id="a region that the model has not learned"
        ),
        pytest.param("各地要統籌安牌各項工作，確保社會穩定。", id="a region that the text does not tell"),
        pytest.param("她把画笔蘸进颜料里，望着窗外的雨，想起外婆哼过的谣曲，眼匡湿了。", id="a novel"),
        pytest.param("", id="nothing at all"),
        pytest.param("政" * 100_000, id="one character repeated"),
        pytest.param("\U00020000\ud800\x00国务院", id="characters beyond the plane, and half of one"),
    ],
)
def test_what_stays_silent(text: str) -> None:
    assert told(text, 0.2) == []


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        pytest.param("该项目在全县范围内试运行。", "县", "省", id="a level"),
        pytest.param("向驻甘部队官兵表示感谢。", "甘", "赣", id="a province"),
        pytest.param("向驻甘部队官兵表示感谢。", "甘", "干", id="a province taken for another word"),
        pytest.param("今年是中匈建交七十周年。", "匈", "心", id="a country"),
        pytest.param("除外人员仅得列席会议。", "仅", "不", id="a negation"),
        pytest.param("下设七人工作小组，负责日常工作。", "七", "十", id="a number"),
        pytest.param("到苏州市调研营商环境。", "苏", "宿", id="a place whose name sounds alike"),
        pytest.param("由市农业农村局负责。", "局", "部", id="a body"),
    ],
)
def test_what_only_the_author_knows_is_not_suggested(text: str, old: str, new: str) -> None:
    start = text.index(old)
    assert is_protected_change(text, start, start + 1, new)
    assert told(text, 10.0) == []


def test_a_long_text_without_punctuation() -> None:
    assert told("各级人民政府应当加强对安全生产工作的领导" * 20_000, 0.2) == []


def test_a_slip_is_found_wherever_a_long_text_is_cut() -> None:
    sentence = "各级人民政府应当加强对安全生产工作的领导，支持、督促各有关部门依法履行监督管理职责。\n"
    text = sentence * 7_000 + "各地要统筹安牌各项工作。\n" + sentence * 7_000
    assert told(text, 0.2) == [("牌", "排")]


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(("统筹安牌各项工作", "学可建设", "，", "\n", "政策", "會議", "1", "a "))
        | st.text(max_size=4),
        max_size=9,
    )
)
def test_places_quote_their_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    for finding in found(text, 10.0):
        assert text[finding.span.start : finding.span.end] == finding.text


def answer(capfd: Capture, *arguments: str) -> tuple[int, list[str], str]:
    """Exit code, the rules that are told of, standard error."""
    code = run([*arguments, "--format", "json"])
    out, err = capfd.readouterr()
    findings = json.loads(out)["files"][0].get("findings", []) if "files" in out else []
    return code, [finding["rule"] for finding in findings], err


def test_it_is_off_by_default(capfd: Capture) -> None:
    assert answer(capfd, "lint", "draft.txt")[:2] == (0, [])


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("--alarm-rate", "0.2"), id="by a rate"),
        pytest.param(("--select", NAME), id="by its name"),
        pytest.param(("--select", f"number,{NAME}", "--alarm-rate", "1"), id="by both"),
    ],
)
def test_it_is_asked_for(capfd: Capture, arguments: tuple[str, ...]) -> None:
    assert answer(capfd, "lint", "draft.txt", *arguments)[:2] == (1, [NAME])


def test_it_is_asked_for_by_the_environment_or_the_configuration(
    capfd: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".policytext.toml").write_text("alarm-rate = 0.2\n", encoding="utf-8")
    assert answer(capfd, "lint", "draft.txt")[:2] == (1, [NAME])
    (folder / ".policytext.toml").unlink()
    monkeypatch.setenv("POLICYTEXT_ALARM_RATE", "0.2")
    assert answer(capfd, "lint", "draft.txt")[:2] == (1, [NAME])
    assert answer(capfd, "lint", "draft.txt", "--ignore", NAME)[:2] == (0, [])


@pytest.mark.parametrize("rate", ["0", "11", "-1", "many", "nan", ""])
def test_no_such_rate(capfd: Capture, rate: str) -> None:
    code, _, err = answer(capfd, "lint", "draft.txt", "--alarm-rate", rate)
    assert code == 2
    assert err.count("\n") == 1
    assert "--alarm-rate" in err
    assert "0.05" in err


def test_a_mend_is_written_only_if_unsafe_ones_are_wanted(folder: Path, capfd: Capture) -> None:
    draft = folder / "draft.txt"
    before = draft.read_text(encoding="utf-8")
    run(["lint", "draft.txt", "--alarm-rate", "0.2", "--fix"])
    assert draft.read_text(encoding="utf-8") == before
    run(["lint", "draft.txt", "--alarm-rate", "0.2", "--fix", "--unsafe-fixes"])
    assert draft.read_text(encoding="utf-8") == "各地要统筹安排各项工作。\n"
    capfd.readouterr()


def test_without_numpy_one_line_says_what_to_install(folder: Path) -> None:
    program = (
        "import sys; sys.modules['numpy'] = None\n"
        "from policytext.cli.app import run\n"
        "sys.exit(run(['lint', 'draft.txt', '--alarm-rate', '0.2', '--lang', 'en']))"
    )
    ended = run_python(program, cwd=folder)
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "'.[typos]'" in ended.stderr


REPORT = "推进蓉易享平台建设，扩大蓉易享服务范围，办好蓉易享实事。\n"
PLACES = ("甲", "乙", "丙", "丁")


def make_archive(folder: Path, sentence: str, texts: int) -> None:
    """Write an archive of different texts that share a sentence."""
    (folder / "archive").mkdir(exist_ok=True)
    for number, place in enumerate(PLACES[:texts]):
        text = f"{sentence}{place}地{place}区报告。\n"
        (folder / "archive" / f"{number}.txt").write_text(text, encoding="utf-8")


def test_what_three_texts_of_an_archive_have_is_learned_and_forgotten(
    capfd: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLICYTEXT_DATA", str(folder / "data"))
    make_archive(folder, "各地统筹安牌各项工作，做好安牌。", 3)
    assert answer(capfd, "lint", "draft.txt", "--alarm-rate", "0.5")[1] == [NAME]
    assert run(["rules", "learn", "archive", "--lang", "en"]) == 0
    out, err = capfd.readouterr()
    assert "learned" in out
    assert err == ""
    assert answer(capfd, "lint", "draft.txt", "--alarm-rate", "0.5")[1] == []
    assert answer(capfd, "lint", "draft.txt", "--alarm-rate", "0.5", "--no-learned")[1] == [NAME]
    assert run(["rules", "learn", "--forget"]) == 0
    assert answer(capfd, "lint", "draft.txt", "--alarm-rate", "0.5")[1] == [NAME]


def test_what_two_texts_have_may_be_a_typo_of_theirs(
    capfd: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLICYTEXT_DATA", str(folder / "data"))
    make_archive(folder, "各地统筹安牌各项工作，做好安牌。", 2)
    (folder / "archive" / "copy.txt").write_bytes((folder / "archive" / "1.txt").read_bytes())
    assert run(["rules", "learn", "archive"]) == 2
    assert "2 篇" in capfd.readouterr().err
    (folder / "archive" / "other.txt").write_text("甲地甲区报告。乙地乙区报告。\n", encoding="utf-8")
    assert run(["rules", "learn", "archive"]) == 0
    capfd.readouterr()
    assert answer(capfd, "lint", "draft.txt", "--alarm-rate", "0.5")[1] == [NAME]


def test_the_last_line_says_that_learned_terms_count(
    capfd: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLICYTEXT_DATA", str(folder / "data"))
    make_archive(folder, REPORT, 3)
    run(["rules", "learn", "archive"])
    capfd.readouterr()
    for arguments, announced in (((), True), (("--no-learned",), False)):
        run(["lint", "draft.txt", "--format", "text", *arguments])
        assert ("3 篇文稿" in capfd.readouterr().err.splitlines()[-1]) is announced


def test_new_terms_are_told(capfd: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLICYTEXT_DATA", str(folder / "data"))
    make_archive(folder, REPORT, 3)
    assert run(["rules", "learn", "archive", "--format", "json"]) == 0
    about = json.loads(capfd.readouterr().out)
    assert about["texts"] == 3
    assert {"term": "蓉易", "count": 9} in about["terms"]


@pytest.mark.parametrize(
    ("arguments", "data", "said"),
    [
        pytest.param(["nowhere"], "data", "nowhere", id="a folder that is not there"),
        pytest.param([], "data", "rules learn", id="nothing named"),
        pytest.param(["empty.txt"], "data", "文字", id="nothing to learn from"),
        pytest.param(["draft.txt"], "data", "三篇", id="a single text"),
        pytest.param(["archive"], "", "POLICYTEXT_DATA", id="no place to keep it"),
        pytest.param(["archive"], "draft.txt", "POLICYTEXT_DATA", id="a place that is no folder"),
    ],
)
def test_learning_that_fails(
    arguments: list[str], data: str, said: str, capfd: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "empty.txt").write_text("\n", encoding="utf-8")
    make_archive(folder, REPORT, 3)
    monkeypatch.setenv("POLICYTEXT_DATA", str(folder / data) if data else "")
    code = run(["rules", "learn", *arguments])
    err = capfd.readouterr().err
    assert code == 2
    assert said in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"policytext typos 1\n\x10\0\0\0{}", id="cut short"),
        pytest.param(
            b'policytext typos 1\n\x2a\0\0\0{"arrays": {}, "record": {}, "size": 65}  ', id="without arrays"
        ),
        pytest.param(
            b'policytext typos 1\n\x31\0\0\0{"arrays": {"a": ["Q", 0, 9]}, "record": {}, "size":1}',
            id="too long",
        ),
        pytest.param("各地要统筹安排各项工作。".encode() * 9, id="something else"),
    ],
)
def test_a_broken_file_is_named_with_a_remedy(
    content: bytes, capfd: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLICYTEXT_DATA", str(folder))
    (folder / "learned.bin").write_bytes(content)
    code, _, err = answer(capfd, "lint", "draft.txt", "--alarm-rate", "0.2")
    assert code == 2
    assert "learned.bin" in err
    assert "rules learn" in err


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda names: [names[1], names[0], *names[2:]], id="in another order"),
        pytest.param(lambda names: ["other", *names[1:]], id="of another name"),
        pytest.param(lambda names: names[:-1], id="one fewer"),
    ],
)
def test_a_model_fitted_on_other_features_is_refused(
    change: Callable[[list[str]], list[str]], capfd: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = array_file.load_arrays(model_file.MODEL_PATH)
    arrays: dict[str, object] = {name: kept[name] for name in kept}
    names = bytes(kept[FEATURES_ARRAY]).decode().split("\n")
    arrays[FEATURES_ARRAY] = "\n".join(change(names)).encode()
    array_file.write_arrays(str(folder / "model.bin"), arrays, kept.record)
    monkeypatch.setattr(model_file, "MODEL_PATH", str(folder / "model.bin"))
    model_file.open_model_file.cache_clear()
    model._load_cached.cache_clear()
    try:
        code, _, err = answer(capfd, "lint", "draft.txt", "--alarm-rate", "0.2", "--lang", "en")
    finally:
        model_file.open_model_file.cache_clear()
        model._load_cached.cache_clear()
    assert code == 2
    assert err.count("\n") == 1
    assert "model.bin" in err
    assert "training.build" in err
