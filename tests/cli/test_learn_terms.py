"""``policytext rules learn-terms``: terms proposed from labelled sentences, and mistakes in the labels."""

import json
from pathlib import Path

import pytest

from tests.helpers import Capture, answer, output

LABELS = [
    *({"text": f"第{n}期夜校课程开班。", "domain": "study"} for n in range(8)),
    *({"text": f"第{n}座泵站检修完成。", "domain": "water"} for n in range(8)),
    *({"text": f"第{n}次工作会议召开。", "domain": None} for n in range(8)),
]


@pytest.fixture(autouse=True)
def folder(folder: Path) -> Path:
    """A working folder with labelled sentences."""
    lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in LABELS)
    (folder / "labels.jsonl").write_text(lines, encoding="utf-8")
    return folder


def test_terms_are_shown_with_their_evidence_and_nothing_is_written(folder: Path, capfd: Capture) -> None:
    before = sorted(folder.iterdir())
    shown = output(capfd, "rules", "learn-terms", "labels.jsonl").splitlines()
    assert shown[0].startswith("study：")
    assert any(
        "夜校课程" in line and "本领域 8 句，其他 0 句" in line and "例：第0期" in line for line in shown
    )
    assert not any("工作会议" in line for line in shown)
    assert sorted(folder.iterdir()) == before


def test_json_has_all_of_the_evidence(capfd: Capture) -> None:
    records = json.loads(output(capfd, "rules", "learn-terms", "labels.jsonl", "--format", "json"))
    (water,) = [one for one in records if one["domain"] == "water" and "泵站" in one["term"]][:1]
    assert (water["weight"], water["inside"], water["outside"], water["known"]) == (3, 8, 0, None)


def test_a_pack_that_is_asked_for_passes_its_tests(capfd: Capture) -> None:
    assert answer(capfd, "rules", "learn-terms", "labels.jsonl", "-o", "new.yaml")[0] == 0
    assert answer(capfd, "rules", "test", "new.yaml", "--rules", "none")[0] == 0


def test_terms_of_a_domain_that_exists_extend_it(folder: Path, capfd: Capture) -> None:
    text = (folder / "labels.jsonl").read_text(encoding="utf-8").replace('"study"', '"social"')
    (folder / "labels.jsonl").write_text(text, encoding="utf-8")
    pack = output(capfd, "rules", "learn-terms", "labels.jsonl", "--format", "yaml")
    assert "  - extends: social\n" in pack
    assert "  - id: water\n" in pack


def test_the_number_of_terms_is_limited(capfd: Capture) -> None:
    shown = output(capfd, "rules", "learn-terms", "labels.jsonl", "--top", "1")
    assert [line[:2] for line in shown.splitlines()].count("  ") == 2


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param("推进一网通办。", "labels.jsonl:2: 这一行不是标注（应如", id="no JSON"),
        pytest.param('{"text": "甲。"}', "labels.jsonl:2: 这一行不是标注（应如", id="no domain"),
        pytest.param('{"text": 1, "domain": "a"}', "labels.jsonl:2: 这一行不是标注（应如", id="no text"),
        pytest.param(
            '{"text": "甲。", "domain": "绿色"}', "labels.jsonl:2: 领域名称“绿色”无效", id="a name in Chinese"
        ),
        pytest.param('{"text": "甲。", "domain": "a"}', "标注只有一类", id="one label alone"),
    ],
)
def test_a_mistake_in_the_labels_is_one_line(folder: Path, capfd: Capture, line: str, message: str) -> None:
    (folder / "labels.jsonl").write_text(f'{{"text": "乙。", "domain": "a"}}\n{line}\n', encoding="utf-8")
    code, out, err = answer(capfd, "rules", "learn-terms", "labels.jsonl")
    assert (code, out) == (2, "")
    assert message in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param((), "没有指定标注文件", id="no file"),
        pytest.param(("missing.jsonl",), "missing.jsonl: 没有这个文件", id="a missing file"),
    ],
)
def test_a_file_that_is_not_there(capfd: Capture, arguments: tuple[str, ...], message: str) -> None:
    code, _, err = answer(capfd, "rules", "learn-terms", *arguments)
    assert code == 2
    assert message in err
